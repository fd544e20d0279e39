/// Makes mentions of people: a name after titles, or a title alone.
extension MentionFinder {
  /// A name after titles, or one that starts with a given name.
  mutating func makePerson(_ atoms: ArraySlice<Atom>, _ context: PhraseContext) -> Bool {
    guard
      let lastTitle = atoms.lastIndex(where: { $0.kind == .title || $0.kind == .honorific })
    else { return false }
    let rest = atoms[(lastTitle + 1)...]
    var titles = lastTitle
    while titles > atoms.startIndex,
      [.title, .honorific].contains(atoms[titles - 1].kind)
    {
      titles -= 1
    }
    let isName =
      !rest.isEmpty && rest.count <= 6
      && rest.allSatisfy { atom in
        atom.kind == .name || (rest.count > 1 && atom.kind == .place && atom.words.count == 1)
          || (atom.kind == .known && atom.words.count == 1)
          || (rest.count > 1 && atom.kind == .group && scene.words[atom.words.lowerBound].isName)
      }
      && rest.contains { $0.kind == .name }
    guard isName else { return makeRole(atoms, titles, lastTitle, context) }
    let nameWords = rest[rest.startIndex].words.lowerBound..<(rest.last?.words.upperBound ?? 0)
    let prefix = atoms[..<titles]
    var body: Int?
    var country: String?
    var from = context.start
    if !prefix.isEmpty {
      let first = drafts.count
      let inner = PhraseContext(
        start: context.start, end: prefix.last?.words.upperBound ?? context.start,
        isDefinite: true, isIndefinite: false, isOwned: context.isOwned, owner: context.owner)
      country = self.country(of: prefix)
      if prefix.contains(where: { $0.kind == .body }), makeBody(prefix, inner) {
        body = drafts.indices.last { $0 >= first && drafts[$0].outer == nil }
      } else {
        makeNames(prefix, inner, isHead: false)
        if drafts.count > first, [.organization, .agency].contains(drafts[first].type) {
          body = first
        }
      }
      from = atoms[titles].words.lowerBound
    } else if let owner = context.owner {
      body = owner
    }
    var draft = Draft(
      words: from..<nameWords.upperBound, sentence: sentence, kind: .name, type: .person,
      confidence: 0.95, name: scene.text(nameWords), head: nameWords.upperBound - 1)
    let roles = atoms[titles...lastTitle].filter { $0.kind == .title }
    let honorifics = atoms[titles...lastTitle].filter { $0.kind == .honorific }
    if let first = roles.first, let last = roles.last {
      draft.attributes.role = scene.lowerText(first.words.lowerBound..<last.words.upperBound)
    }
    if let first = honorifics.first, let last = honorifics.last {
      draft.attributes.honorific = scene.text(first.words.lowerBound..<last.words.upperBound)
    }
    draft.attributes.country = country
    draft.body = body
    drafts.append(draft)
    return true
  }

  /// *The inspector-general*: a person by role alone, kept when definite.
  mutating func makeRole(
    _ atoms: ArraySlice<Atom>, _ titles: Int, _ last: Int, _ context: PhraseContext
  ) -> Bool {
    guard last == atoms.endIndex - 1, atoms[last].kind == .title else { return false }
    let prefix = atoms[..<titles]
    let first = drafts.count
    if !prefix.isEmpty {
      let inner = PhraseContext(
        start: context.start, end: prefix.last?.words.upperBound ?? context.start,
        isDefinite: true, isIndefinite: false, isOwned: false, owner: context.owner)
      if !prefix.contains(where: { $0.kind == .body }) || !makeBody(prefix, inner) {
        makeNames(prefix, inner, isHead: false)
      }
    }
    let body = drafts.indices.last {
      $0 >= first && [.organization, .agency].contains(drafts[$0].type)
    }
    guard context.isDefinite, !context.isOwned else { return true }
    let words = atoms[titles].words.lowerBound..<atoms[last].words.upperBound
    var draft = Draft(
      words: prefix.isEmpty ? context.start..<words.upperBound : words, sentence: sentence,
      kind: .nominal, type: .person, confidence: 0.6, name: scene.lowerText(words),
      head: words.upperBound - 1)
    draft.attributes.role = scene.lowerText(words)
    draft.isDefinite = true
    draft.body = body ?? context.owner
    drafts.append(draft)
    return true
  }
}
