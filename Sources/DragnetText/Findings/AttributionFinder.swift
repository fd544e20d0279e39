/// Who says what: *according to X*, *X reported*, *citing X*.
struct AttributionFinder {
  let scene: Scene
  let drafts: [Draft]
  let chainOf: [Int?]
  let chains: [ChainDraft]
  /// By chain: its first mention by name.
  private let firstName: [Int?]

  init(scene: Scene, drafts: [Draft], chainOf: [Int?], chains: [ChainDraft]) {
    self.scene = scene
    self.drafts = drafts
    self.chainOf = chainOf
    self.chains = chains
    firstName = chains.map { $0.drafts.first { drafts[$0].kind == .name } }
  }

  /// One who says something in a sentence.
  struct Speaker {
    var draft: Int?
    var words: Range<Int>
    var name: String
    /// Words that are said; findings there have this speaker.
    var said: Range<Int>
    /// Lemma of the verb; *according* for *according to*.
    var verb: String
    /// Clause of the verb, for its complement.
    var clause: Int?
  }

  func speakers(_ sentence: ParsedSentence, _ finder: RelationFinder) -> [Speaker] {
    var result: [Speaker] = []
    let range = sentence.draft.words
    for (number, clause) in sentence.clauses.enumerated() where !clause.group.isCopula {
      guard scene.lexicon.classes(clause.group.lemma).contains(.report) else { continue }
      var subject = clause.group.isPassive ? clause.agents.first : clause.subjects.first
      // "…, says X": the subject follows.
      if !clause.group.isPassive, subject == nil || isInverted(clause, sentence) {
        subject = clause.objects.first ?? subject
      }
      guard let subject, let draft = finder.mention(subject, sentence.chunks),
        [.person, .organization, .agency].contains(drafts[draft].type)
      else { continue }
      let verb = clause.group.word
      let hasContent =
        verb + 1 < range.upperBound
        && sentence.clauses.contains { $0.group.word > verb && $0.group.form == .finite }
      let before = sentence.clauses.contains {
        $0.group.word < drafts[draft].words.lowerBound && $0.group.form == .finite
      }
      guard hasContent || before || ["say", "add", "tell", "declare"].contains(clause.group.lemma)
      else { continue }
      let said =
        hasContent && (drafts[draft].words.lowerBound < verb || clause.group.isPassive)
        ? (verb + 1)..<range.upperBound
        : range.lowerBound..<max(range.lowerBound, min(drafts[draft].words.lowerBound, verb))
      result.append(
        Speaker(
          draft: draft, words: drafts[draft].words, name: name(draft), said: said,
          verb: clause.group.lemma, clause: number))
    }
    for index in range where scene.lower(index) == "according" || scene.lower(index) == "citing" {
      var start = index + 1
      if scene.lower(start) == "to" { start += 1 }
      guard start < range.upperBound, !isHearsay(start) else { continue }
      let candidates = drafts.indices(startingIn: start..<min(start + 3, range.upperBound))
      guard
        let draft = candidates.first(where: {
          chainOf[$0] != nil && drafts[$0].kind != .pronoun && drafts[$0].outer == nil
            && drafts[$0].type != .place && drafts[$0].type != .group
        })
      else { continue }
      result.append(
        Speaker(
          draft: draft, words: index..<drafts[draft].words.upperBound, name: name(draft),
          said: range,
          verb: scene.lower(index), clause: nil))
    }
    return result
  }

  /// *according to rumours X …*: nobody says it, least of all X.
  private func isHearsay(_ index: Int) -> Bool {
    let words = (index..<index + 2).map { scene.lower($0) }
    return words.contains { word in
      StanceCues.claims[word.hasSuffix("s") ? String(word.dropLast()) : word] == .alleged
    }
  }

  private func isInverted(_ clause: Clause, _ sentence: ParsedSentence) -> Bool {
    guard clause.verb > 0, clause.group.lemma != "tell", let object = clause.objects.first else {
      return false
    }
    let before = sentence.chunks[clause.verb - 1].kind
    return (before == .comma || before == .quote) && sentence.chunks[object].draft != nil
  }

  /// A name worth showing: of the chain when the mention is a noun or a pronoun.
  func name(_ draft: Int) -> String {
    if drafts[draft].kind == .name || chainOf[draft] == nil { return drafts[draft].name }
    guard let chain = chainOf[draft],
      let named = firstName[chain]
    else { return drafts[draft].name }
    return drafts[named].name
  }
}
