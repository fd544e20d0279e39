/// Reads the lines that close a release or a letter: a name alone, and beside it a line with an office.
///
///     Anna Berg
///     Spokeswoman of Velmar Council
struct SignatureFinder {
  let finder: RelationFinder
  private var before: ParsedSentence?
  private static let longest = 14

  init(finder: RelationFinder) { self.finder = finder }

  /// Reads a line; the one before it was read before.
  mutating func relations(_ sentence: ParsedSentence) -> [FoundRelation] {
    guard let last = before else {
      before = sentence
      return []
    }
    // A line belongs to one signature.
    before = nil
    if let person = person(last), let found = office(sentence, of: person) { return [found] }
    if let person = person(sentence), let found = office(last, of: person) { return [found] }
    before = sentence
    return []
  }

  /// The one whose name a line is.
  private func person(_ sentence: ParsedSentence) -> Int? {
    let words = sentence.draft.words
    guard words.count <= 6 else { return nil }
    let named = finder.drafts.indices(startingIn: words).first {
      finder.drafts[$0].type == .person && finder.drafts[$0].kind == .name
        && finder.chainOf[$0] != nil
    }
    guard let named,
      words.allSatisfy({ finder.drafts[named].words.contains($0) || !finder.scene.words[$0].isWord }
      )
    else { return nil }
    return named
  }

  /// *Spokeswoman of Velmar Council*, without a verb or another person.
  private func office(_ sentence: ParsedSentence, of person: Int) -> FoundRelation? {
    let words = sentence.draft.words
    guard words.count <= SignatureFinder.longest, sentence.clauses.isEmpty else { return nil }
    let local = finder.drafts.indices(startingIn: words)
    guard !local.contains(where: { finder.drafts[$0].type == .person }),
      let link = words.first(where: { ["of", "for", "at", ","].contains(finder.scene.lower($0)) }),
      link > words.lowerBound
    else { return nil }
    let labels = finder.scene.lexicon.relations.roleLabels(
      (words.lowerBound..<link).map { finder.scene.lower($0) }[...])
    let body = local.first {
      finder.drafts[$0].words.lowerBound > link && finder.chainOf[$0] != nil
        && [.organization, .agency].contains(finder.drafts[$0].type)
        && finder.drafts[$0].words.lowerBound <= link + 2
    }
    // Who signs for an agency works there, be it as its attorney.
    guard let body,
      let label = ["leads", "spokesperson_for", "works_for", "represents", "member_of"].first(
        where: { labels.contains($0) && finder.fitsRole($0, person, body) }),
      var found = finder.found(label, Party(draft: person), Party(draft: body), 0.6, at: link)
    else { return nil }
    found.words = words
    found.sentence = sentence.number
    found.statedAt = nil
    return found
  }
}
