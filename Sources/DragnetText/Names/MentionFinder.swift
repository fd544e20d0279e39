/// Turns noun phrases into mentions in the making.
struct MentionFinder {
  let scene: Scene
  private(set) var drafts: [Draft] = []
  private var sentence = 0
  private var end = 0

  init(scene: Scene) { self.scene = scene }

  /// Reads all sentences.
  mutating func run() {
    let finder = PhraseFinder(scene: scene)
    for (number, draft) in scene.sentences.enumerated() {
      sentence = number
      end = draft.words.upperBound
      let phrases = finder.phrases(in: draft)
      var owner: Int?
      var position = draft.words.lowerBound
      for phrase in phrases where phrase.words.lowerBound >= position {
        let first = drafts.count
        interpret(phrase, owner: owner)
        position = max(position, drafts[first...].map(\.words.upperBound).max() ?? position)
        owner =
          phrase.isOwner
          ? drafts.indices.last(where: {
            $0 >= first && drafts[$0].outer == nil
              && drafts[$0].words.upperBound == phrase.words.upperBound
          }) : nil
      }
      findPronouns(draft)
    }
  }

  // MARK: One noun phrase

  private mutating func interpret(_ phrase: NounPhrase, owner: Int?) {
    var atoms = phrase.atoms[...]
    let start = phrase.words.lowerBound
    var isDefinite = owner != nil
    var isIndefinite = false
    var isOwned = false
    while let first = atoms.first, first.kind == .determiner || first.kind == .owner {
      let word = scene.lower(first.words.lowerBound)
      if first.kind == .owner { isOwned = true }
      if ["the", "this", "these", "those", "that", "both", "all"].contains(word) {
        isDefinite = true
      }
      if ["a", "an", "another", "some", "any", "no", "every", "each", "many", "several"].contains(
        word)
      {
        isIndefinite = true
      }
      atoms.removeFirst()
    }
    guard !atoms.isEmpty else { return }
    let context = PhraseContext(
      start: start, end: phrase.words.upperBound, isDefinite: isDefinite,
      isIndefinite: isIndefinite, isOwned: isOwned, owner: owner)
    if makePerson(atoms, context) { return }
    if makeBody(atoms, context) { return }
    if makeGroup(atoms, context) { return }
    makeNames(atoms, context, isHead: true)
  }

  // MARK: People

  /// A name after titles, or one that starts with a given name.
  private mutating func makePerson(_ atoms: ArraySlice<Atom>, _ context: PhraseContext) -> Bool {
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
  private mutating func makeRole(
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

  // MARK: Bodies

  private mutating func makeBody(_ atoms: ArraySlice<Atom>, _ context: PhraseContext) -> Bool {
    let builder = BodyBuilder(scene: scene, sentence: sentence, end: end)
    guard let made = builder.make(atoms, context, drafts) else { return false }
    let first = drafts.count
    for var draft in made {
      if let outer = draft.outer { draft.outer = outer + first }
      drafts.append(draft)
    }
    return true
  }

  // MARK: Groups

  private mutating func makeGroup(_ atoms: ArraySlice<Atom>, _ context: PhraseContext) -> Bool {
    let builder = GroupBuilder(scene: scene, sentence: sentence, end: end)
    guard let draft = builder.make(atoms, context) else { return false }
    let outer = drafts.count
    drafts.append(draft)
    nest(atoms.dropLast(), in: outer)
    return true
  }

  /// Places and bodies named inside a longer mention.
  private mutating func nest(_ atoms: ArraySlice<Atom>, in outer: Int) {
    for atom in atoms where atom.kind == .place || atom.kind == .known {
      guard var draft = self.draft(for: atom) else { continue }
      draft.outer = outer
      drafts.append(draft)
    }
  }

  // MARK: Names

  /// Names in a phrase whose head is no kind of body and no group.
  private mutating func makeNames(
    _ atoms: ArraySlice<Atom>, _ context: PhraseContext, isHead: Bool
  ) {
    let typer = NameTyper(scene: scene, sentence: sentence, end: end)
    var index = atoms.startIndex
    while index < atoms.endIndex {
      let atom = atoms[index]
      let run = nameRun(atoms, index)
      if run.count > 1,
        run.contains(where: {
          $0.kind == .name || $0.kind == .body || $0.kind == .title || $0.kind == .honorific
        })
      {
        let words = run[run.startIndex].words.lowerBound..<(run.last?.words.upperBound ?? 0)
        if let draft = typer.type(run, words, context, isLast: run.endIndex == atoms.endIndex) {
          drafts.append(draft)
        }
        index = run.endIndex
        continue
      }
      switch atom.kind {
      case .known, .place:
        if let draft = draft(for: atom) { drafts.append(draft) }
      case .quoted:
        let following = atoms[(index + 1)...]
        if let draft = typer.quoted(atom.words, following, context) { drafts.append(draft) }
      case .name, .group:
        guard atom.kind == .name || isCapital(atom) else { break }
        if let draft = typer.type(
          atoms[index...index], atom.words, context, isLast: index == atoms.endIndex - 1)
        {
          drafts.append(draft)
        }
      default: break
      }
      index += 1
    }
  }

  private func isCapital(_ atom: Atom) -> Bool {
    scene.words[atom.words.lowerBound].isName && !scene.sentences[sentence].isTitleCase
  }

  /// Capitalized atoms in a row.
  private func nameRun(_ atoms: ArraySlice<Atom>, _ start: Int) -> ArraySlice<Atom> {
    var end = start
    while end < atoms.endIndex {
      let atom = atoms[end]
      switch atom.kind {
      case .name, .place, .known, .demonym: end += 1
      case .body, .title, .honorific, .group, .noun, .adjective:
        guard
          scene.words[atom.words.lowerBound].isName || scene.words[atom.words.upperBound - 1].isName
        else { return atoms[start..<end] }
        end += 1
      case .number:
        // Division 5, Unit 61398: a number closes a run.
        guard end > start else { return atoms[start..<end] }
        return atoms[start..<end]
      default: return atoms[start..<end]
      }
    }
    return atoms[start..<end]
  }

  private func draft(for atom: Atom) -> Draft? {
    switch atom.kind {
    case .place:
      let place = scene.lexicon.places[atom.index]
      var draft = Draft(
        words: atom.words, sentence: sentence, kind: .name, type: .place, confidence: 0.95,
        name: place.name, head: atom.words.upperBound - 1)
      draft.attributes.country = place.country
      let written = scene.text(atom.words)
      if written != place.name, written.utf8.count > 1 { draft.aliases.append(written) }
      return draft
    case .known:
      let known = scene.lexicon.knownBodies[atom.index]
      var draft = Draft(
        words: atom.words, sentence: sentence, kind: .name, type: known.type, confidence: 0.95,
        name: known.name, head: atom.words.upperBound - 1)
      draft.attributes.office = known.office
      draft.attributes.country = known.country
      let written = scene.text(atom.words)
      if written != known.name { draft.aliases.append(written) }
      return draft
    default: return nil
    }
  }

  private func country(of atoms: ArraySlice<Atom>) -> String? {
    for atom in atoms.reversed() {
      if atom.kind == .demonym { return scene.lexicon.demonyms[atom.index].country }
      if atom.kind == .place { return scene.lexicon.places[atom.index].country }
    }
    return nil
  }

  // MARK: Pronouns

  private mutating func findPronouns(_ draft: SentenceDraft) {
    for index in draft.words {
      let word = scene.words[index]
      guard word.tag == .pronoun || word.tag == .possessivePronoun else { continue }
      let type: EntityType
      switch word.lower {
      case "he", "him", "she", "his", "himself", "herself": type = .person
      case "her": type = .person
      case "they", "them", "their", "themselves": type = .group
      case "it", "its": type = .organization
      default: continue
      }
      var pronoun = Draft(
        words: index..<(index + 1), sentence: sentence, kind: .pronoun, type: type,
        confidence: 0.6, name: word.lower, head: index)
      pronoun.pronoun = word.lower
      drafts.append(pronoun)
    }
  }
}

/// Where a noun phrase stands.
struct PhraseContext {
  /// First word, determiner included.
  var start: Int
  /// Word after the last.
  var end: Int
  var isDefinite: Bool
  var isIndefinite: Bool
  /// *their*, *its* …
  var isOwned: Bool
  /// Draft of the possessor before 's.
  var owner: Int?
}
