/// Values that only the tree of a sentence tells apart: who heads what, places in an order, whose country
/// an adjective names, bare numbers of people, and that nobody was.
extension QuantityFinder {
  /// The values in the order of the text; none without a tree.
  func treeValues(_ sentence: ParsedSentence) -> [FoundQuantity] {
    guard let acts = sentence.acts else { return [] }
    var found: [FoundQuantity] = []
    for holder in HolderFinder(acts: acts).holders() {
      var result = make(.holder, holder.words, sentence)
      result.quantity.unit = holder.unit
      result.quantity.words = drafts[holder.draft].name
      result.subject = holder.draft
      found.append(result)
    }
    for rank in RankFinder(acts: acts).ranks() {
      var result = make(.rank, rank.words, sentence)
      result.quantity.number = Double(rank.number)
      result.quantity.unit = rank.unit
      result.subject = rank.draft
      found.append(result)
    }
    found += origins(sentence, acts) + marchers(sentence, acts) + nobody(sentence, acts)
    return found.sorted {
      ($0.words.lowerBound, $0.words.upperBound) < ($1.words.lowerBound, $1.words.upperBound)
    }
  }

  /// Counts that no noun phrase of the patterns holds: *During the raids 14 laptops were seized*.
  func treeCounts(_ sentence: ParsedSentence, _ found: inout [FoundQuantity]) {
    guard let acts = sentence.acts else { return }
    let tree = acts.tree
    for word in sentence.draft.words where tree.label(of: word) == "nummod" {
      guard let noun = tree.head(of: word), noun > word, noun - word <= 4,
        tree.part(of: noun) == .noun, acts.parties.draft(at: noun) == nil,
        let number = NumberReader.value([scene.lower(word)]), number > 1,
        let unit = unit((word + 1)..<(noun + 1), of: number)
      else { continue }
      let words = word..<(noun + 1)
      guard !found.contains(where: { $0.words.overlaps(words) }),
        // "the mayor and five other people" are six.
        !scene.words[words].contains(where: {
          $0.tag == .comma || $0.isName
            || ["other", "others", "more", "further", "additional"].contains($0.lower)
        })
      else { continue }
      var result = make(.count, words, sentence)
      result.quantity.number = number
      result.quantity.unit = unit
      result.quantity.approximation = approximation(before: word)
      result.quantity.event =
        isRemanded(after: words, sentence)
        ? "remanded" : standing(after: words, sentence) ?? event(at: words, sentence)
      found.append(result)
    }
  }

  /// *its Kenyan striker, X*, *X, a Kenyan nurse*: the country someone is of.
  private func origins(_ sentence: ParsedSentence, _ acts: TreeActFinder) -> [FoundQuantity] {
    return sentence.draft.words.compactMap { word in
      let hit = scene.hits[word]
      guard hit.demonym > 0, let code = scene.lexicon.demonyms[hit.demonymIndex].country,
        let country = scene.lexicon.countryNames[code],
        let person = bearer(of: word, acts)
      else { return nil }
      var result = make(.description, word..<(word + hit.demonym), sentence)
      result.quantity.event = "nationality"
      result.quantity.words = country
      result.subject = person
      return result
    }
  }

  /// True for a noun at most four words before or behind a name.
  private func isBeside(_ noun: Int, _ name: Range<Int>) -> Bool {
    (name.lowerBound - 4..<name.upperBound + 5).contains(noun)
  }

  /// Whom an adjective or noun of country is said of: *a Kenyan nurse, X*; *X, a Kenyan*.
  private func bearer(of word: Int, _ acts: TreeActFinder) -> Int? {
    let tree = acts.tree
    if tree.label(of: word) == "amod" {
      guard let noun = tree.head(of: word), tree.part(of: noun) == .noun else { return nil }
      return described(by: noun, acts)
    }
    guard tree.label(of: word) == "appos" || tree.has(word, "cop") else { return nil }
    return described(by: word, acts)
  }

  /// The one person a noun describes: by apposition, as a title, or as what they are.
  private func described(by noun: Int, _ acts: TreeActFinder) -> Int? {
    let tree = acts.tree, parties = acts.parties
    var near = tree.children(of: noun, by: ["appos", "flat", "compound"])
    if tree.has(noun, "cop") { near = tree.children(of: noun, by: ["nsubj"]) }
    if tree.label(of: noun) == "appos", let head = tree.head(of: noun) { near = [head] }
    let people = near.compactMap { parties.draft(at: $0) }
      .filter {
        drafts[$0].type == .person && drafts[$0].kind == .name && chainOf[$0] != nil
          && isBeside(noun, drafts[$0].words)
      }
    return people.count == 1 ? people.first : nil
  }

  /// *8,000 marched*: people that no noun names.
  private func marchers(_ sentence: ParsedSentence, _ acts: TreeActFinder) -> [FoundQuantity] {
    let tree = acts.tree
    return sentence.draft.words.compactMap { word in
      guard let verb = tree.head(of: word), tree.part(of: verb) == .verb,
        acts.parties.draft(at: word) == nil, isCounted(word, verb, tree),
        let number = NumberReader.value([scene.lower(word)]), number > 1,
        !tree.children(of: word).contains(where: { tree.label(of: $0).hasPrefix("nmod") }),
        scene.hits[word].place == 0, word + 1 < scene.words.count,
        !["percent", "%", "per"].contains(scene.lower(word + 1))
      else { return nil }
      var result = make(.count, word..<(word + 1), sentence)
      result.quantity.number = number
      result.quantity.unit = "person"
      result.quantity.approximation = approximation(before: word)
      result.quantity.event = label(tree.lemma(of: verb))
      return result
    }
  }

  /// True for a number that acts as people do, or that people are the object of: *trapping 38*.
  private func isCounted(_ word: Int, _ verb: Int, _ tree: SentenceTree) -> Bool {
    let lemma = tree.lemma(of: verb)
    switch tree.label(of: word) {
    case "nsubj": return verb > word && QuantityFinder.crowdVerbs.contains(lemma)
    case "nsubj:pass", "obj": return QuantityFinder.befallingVerbs.contains(lemma)
    default: return false
    }
  }

  private static let befallingVerbs: Set<String> = [
    "arrest", "detain", "kill", "injure", "wound", "rescue", "trap", "free", "charge", "convict",
    "acquit", "hospitalise", "hospitalize", "evacuate", "displace", "infect", "evict", "kidnap",
    "abduct", "release", "remand", "hurt", "save", "behead", "murder",
  ]

  private static let crowdVerbs: Set<String> = [
    "march", "demonstrate", "protest", "gather", "attend", "rally", "flee", "drown", "perish",
    "die", "survive", "vote", "sign", "strike", "walk", "queue", "join", "assemble", "evacuate",
  ]

  /// *None has been charged*, *nobody was hurt*: a state that none is in.
  private func nobody(_ sentence: ParsedSentence, _ acts: TreeActFinder) -> [FoundQuantity] {
    let tree = acts.tree
    return sentence.draft.words.compactMap { word in
      guard tree.label(of: word).hasPrefix("nsubj"), let verb = tree.head(of: word),
        tree.part(of: verb) == .verb, acts.isPassive(verb), isNobody(word),
        // "three ministers resigned; none was charged" speaks of ministers.
        word <= sentence.draft.words.lowerBound + 1,
        !tree.children(of: verb).contains(where: { scene.words[$0].tag == .modal }),
        let label = relations.objectLabel(tree.lemma(of: verb))
      else { return nil }
      var result = make(.state, min(word, verb)..<(max(word, verb) + 1), sentence)
      result.quantity.event = label
      result.quantity.unit = "nobody"
      result.quantity.words = scene.text(result.words)
      return result
    }
  }

  private func isNobody(_ word: Int) -> Bool {
    ["none", "nobody"].contains(scene.lower(word))
      || scene.lower(word) == "one" && scene.lower(word - 1) == "no"
  }
}
