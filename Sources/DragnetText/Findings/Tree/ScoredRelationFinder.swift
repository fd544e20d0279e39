/// Takes over what the trained model says that two mentions of a sentence lastingly are to each other.
///
/// The model sees what no pattern lists, but not who is meant: ends are the mentions that the rest of
/// the reading knows, of types that the relation can tie.
struct ScoredRelationFinder {
  let scene: Scene
  let finder: RelationFinder
  /// Below this what the model says is left out; on invented cases more of it was wrong than right.
  private static let leastProbability = 0.75
  /// The same for kin: others in the sentence are easily taken for those who married.
  private static let leastOfKin = 0.9
  private static let kin: Set<String> = ["spouse_of", "child_of", "sibling_of"]

  func relations(_ sentence: ParsedSentence) -> [FoundRelation] {
    guard let tree = sentence.tree else { return [] }
    let said = tree.advice.relations(of: tree.words)
    guard !said.isEmpty else { return [] }
    let parties = PartyFinder(tree: tree, drafts: finder.drafts, chainOf: finder.chainOf)
    var result: [FoundRelation] = []
    // Of what may hold of two, the likeliest is said.
    var told: Set<[Int]> = []
    let ranked = said.sorted { (-$0.probability, $0.label) < (-$1.probability, $1.label) }
    for relation in ranked
    where relation.probability >= ScoredRelationFinder.least(relation.label) {
      let ends = [relation.from, relation.to].sorted()
      guard !told.contains(ends), let found = found(relation, parties, sentence) else { continue }
      told.insert(ends)
      result.append(found)
    }
    return result
  }

  private static func least(_ label: String) -> Double {
    kin.contains(label) ? leastOfKin : leastProbability
  }

  private func found(
    _ relation: Advice.Relation, _ parties: PartyFinder, _ sentence: ParsedSentence
  ) -> FoundRelation? {
    guard let from = parties.party(relation.from), let to = parties.party(relation.to),
      finder.fitsRole(relation.label, from.draft, to.draft), isPlaced(relation.label, from, to),
      relation.label != "born_in" || tellsOfBirth(parties.tree),
      var found = finder.found(
        relation.label, from, to, relation.probability,
        at: stated(relation.from, relation.to, parties.tree),
        isDirected: !RelationFinder.mutualRoles.contains(relation.label))
    else { return nil }
    found.sentence = sentence.number
    return found
  }

  /// Where somebody or something is, is a place; a place is in nothing but a place.
  private func isPlaced(_ label: String, _ from: Party, _ to: Party) -> Bool {
    let bearer = finder.drafts[from.draft].type, target = finder.drafts[to.draft].type
    switch label {
    case "based_in": return target == .place && (bearer == .organization || bearer == .agency)
    case "died_in": return target == .place && (bearer == .person || bearer == .group)
    case "part_of":
      return target != .person && target != .group && bearer != .person && bearer != .group
        && (bearer == .place) == (target == .place)
    default: return true
    }
  }

  /// The model takes a place that someone is merely named with for where they were born.
  private func tellsOfBirth(_ tree: SentenceTree) -> Bool {
    tree.words.contains { word in
      let written = tree.scene.lower(word)
      return ScoredRelationFinder.birth.contains(written) || written.hasSuffix("-born")
    }
  }

  private static let birth: Set<String> = [
    "born", "b.", "birth", "birthplace", "native", "hometown", "son", "daughter", "raised", "grew",
  ]

  /// The word where the ways of both ends meet in the tree: a verb, or the noun of a role.
  private func stated(_ first: Int, _ second: Int, _ tree: SentenceTree) -> Int {
    var above: Set<Int> = []
    var word: Int? = first
    while let at = word, above.insert(at).inserted { word = tree.head(of: at) }
    word = second
    var steps = 0
    while let at = word, steps < tree.words.count {
      if above.contains(at) { return at }
      word = tree.head(of: at)
      steps += 1
    }
    return first
  }
}

extension PartyFinder {
  /// Whom a word names or stands for by itself; what *who* and *which* stand for.
  fileprivate func party(_ word: Int) -> Party? {
    if let draft = draft(at: word) { return Party(draft: draft) }
    guard ["who", "whom", "which", "that"].contains(tree.scene.lower(word)) else { return nil }
    let meant = single(word)
    return meant.count == 1 ? meant[0] : nil
  }
}

extension Advice {
  /// The relations between words of a range, in order.
  fileprivate func relations(of words: Range<Int>) -> ArraySlice<Relation> {
    let first = relations.partition { $0.from >= words.lowerBound }
    let after = relations.partition { $0.from >= words.upperBound }
    return relations[first..<after]
  }
}

extension Array {
  /// Where the elements begin of which something holds, when it holds of none before them.
  fileprivate func partition(_ holds: (Element) -> Bool) -> Int {
    var low = 0, high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
