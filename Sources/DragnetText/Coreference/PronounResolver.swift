/// Gives pronouns the chain of a subject before them, where just one kind of subject fits.
struct PronounResolver {
  /// Subjects of the sentence before, first to last.
  private var previous: [Int] = []

  /// Resolves the pronouns of one sentence, left to right.
  mutating func resolve(_ sentence: ParsedSentence, _ builder: inout ChainBuilder) {
    var subjects: [(word: Int, draft: Int)] = []
    for clause in sentence.clauses
    where clause.group.form == .finite || clause.group.form == .participle {
      for chunk in clause.subjects {
        if let draft = sentence.chunks[chunk].draft {
          subjects.append((sentence.chunks[chunk].words.lowerBound, draft))
        }
      }
    }
    subjects.sort { $0 < $1 }
    for index in builder.drafts.indices(startingIn: sentence.draft.words) {
      let draft = builder.drafts[index]
      guard let pronoun = draft.pronoun else { continue }
      let before = subjects.filter { $0.word < draft.words.lowerBound && $0.draft != index }.map(
        \.draft)
      if let chain = chain(pronoun, before, previous, builder) { builder.join(index, to: chain) }
    }
    if !sentence.draft.isTitleCase, !subjects.isEmpty { previous = subjects.map(\.draft) }
  }

  private func chain(
    _ pronoun: String, _ here: [Int], _ before: [Int], _ builder: ChainBuilder
  ) -> Int? {
    for candidates in [here, before] {
      for draft in candidates.reversed() {
        guard let chain = builder.chainOf[draft] else { continue }
        if agrees(pronoun, builder.chains[chain], builder.drafts[draft]) { return chain }
      }
    }
    return nil
  }

  private func agrees(_ pronoun: String, _ chain: ChainDraft, _ draft: Draft) -> Bool {
    switch pronoun {
    case "he", "him", "his", "himself", "she", "her", "herself": chain.type == .person
    case "they", "them", "their", "themselves":
      chain.type == .group || (chain.type == .agency && draft.isPlural)
        || (chain.type == .organization
          && ["crime group", "armed group"].contains(chain.attributes.office ?? ""))
        || (chain.type == .organization && chain.isNamed && chain.attributes.office == nil)
    case "it", "its":
      chain.type == .organization || chain.type == .agency
        || (chain.type == .place && pronoun == "its")
    default: false
    }
  }
}
