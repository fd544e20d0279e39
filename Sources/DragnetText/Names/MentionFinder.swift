/// Turns noun phrases into mentions in the making.
struct MentionFinder {
  let scene: Scene
  var drafts: [Draft] = []
  var sentence = 0
  var end = 0

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
      findCopulas(draft)
      findOrigins(draft)
      findPronouns(draft)
    }
    findAgain()
    if let advice = scene.advice {
      nameOffices(advice)
      addMissed(advice)
      ModelNames(scene: scene, advice: advice).correct(&drafts)
    }
  }

  /// *the Defence Ministry*: an office that the model takes for a name is one.
  mutating func nameOffices(_ advice: Advice) {
    for index in drafts.indices
    where drafts[index].kind == .nominal && drafts[index].outer == nil
      && (drafts[index].type == .agency || drafts[index].type == .organization)
    {
      let head = drafts[index].head
      guard let name = advice.name(at: head), [.agency, .organization].contains(name.type),
        name.words.count > 1, name.words.upperBound == head + 1,
        scene.words[name.words.lowerBound].isCapitalized,
        drafts[index].words.contains(name.words.lowerBound)
      else { continue }
      drafts[index].kind = .name
      drafts[index].name = scene.text(name.words)
    }
  }

  // MARK: One noun phrase

  mutating func interpret(_ phrase: NounPhrase, owner: Int?) {
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
    if makeCapital(atoms, context) { return }
    if makeRegion(atoms) { return }
    if makePerson(atoms, context) { return }
    if makeBody(atoms, context) { return }
    if makeGroup(atoms, context) { return }
    makeNames(atoms, context, isHead: true)
  }

  /// *Utopia's capital* is a mention of that city.
  mutating func makeCapital(_ atoms: ArraySlice<Atom>, _ context: PhraseContext) -> Bool {
    guard let owner = context.owner, drafts[owner].type == .place, atoms.count == 1,
      let atom = atoms.first, scene.lower(atom.words.lowerBound) == "capital",
      let code = drafts[owner].attributes.country,
      scene.lexicon.countryNames[code] == drafts[owner].name,
      let capital = scene.lexicon.places.first(where: { $0.capitalOf == code })
    else { return false }
    var draft = Draft(
      words: atom.words, sentence: sentence, kind: .nominal, type: .place, confidence: 0.8,
      name: capital.name, head: atom.words.lowerBound)
    draft.attributes.country = code
    draft.possessor = owner
    drafts.append(draft)
    return true
  }

  /// *West African countries* are a mention of the region.
  mutating func makeRegion(_ atoms: ArraySlice<Atom>) -> Bool {
    guard let last = atoms.last, atoms.count >= 2, last.kind == .noun || last.kind == .adjective,
      ["countries", "nations", "states", "country", "nation", "region"].contains(
        scene.lower(last.words.upperBound - 1)),
      let adjective = atoms.dropLast().last, adjective.kind == .demonym,
      scene.lexicon.demonyms[adjective.index].country == nil
    else { return false }
    drafts.append(
      Draft(
        words: adjective.words.lowerBound..<last.words.upperBound, sentence: sentence,
        kind: .name,
        type: .place, confidence: 0.75, name: scene.lexicon.demonyms[adjective.index].place,
        head: last.words.upperBound - 1, isRegion: true))
    return true
  }

  // MARK: Bodies

  mutating func makeBody(_ atoms: ArraySlice<Atom>, _ context: PhraseContext) -> Bool {
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

  mutating func makeGroup(_ atoms: ArraySlice<Atom>, _ context: PhraseContext) -> Bool {
    let builder = GroupBuilder(scene: scene, sentence: sentence, end: end)
    guard let draft = builder.make(atoms, context) else { return false }
    let outer = drafts.count
    drafts.append(draft)
    guard draft.type == .group else { return true }
    nest(atoms.dropLast(), in: outer)
    return true
  }

  /// Places and bodies named inside a longer mention.
  mutating func nest(_ atoms: ArraySlice<Atom>, in outer: Int) {
    for atom in atoms where atom.kind == .place || atom.kind == .known {
      guard var draft = self.draft(for: atom) else { continue }
      draft.outer = outer
      drafts.append(draft)
    }
  }

  // MARK: Names

  /// Names in a phrase whose head is no kind of body and no group.
  mutating func makeNames(
    _ atoms: ArraySlice<Atom>, _ context: PhraseContext, isHead: Bool
  ) {
    let typer = NameTyper(scene: scene, sentence: sentence, end: end)
    var index = atoms.startIndex
    while index < atoms.endIndex {
      let atom = atoms[index]
      let run = nameRun(atoms, index)
      if run.count > 1, !isUnitOfKnown(run),
        run.contains(where: {
          $0.kind == .name || $0.kind == .body || $0.kind == .title || $0.kind == .honorific
        })
      {
        let words = run[run.startIndex].words.lowerBound..<(run.last?.words.upperBound ?? 0)
        if let draft = advised(
          typer.type(run, words, context, isLast: run.endIndex == atoms.endIndex))
        {
          append(draft, context)
        }
        index = run.endIndex
        continue
      }
      if atom.kind == .known, index + 1 < atoms.endIndex, atoms[index + 1].kind == .name,
        scene.words[atoms[index + 1].words.lowerBound].shape == .upper,
        let outer = draft(for: atom), outer.type == .agency
      {
        addUnit(of: atom, outer, atoms[index + 1])
        index += 2
        continue
      }
      switch atom.kind {
      case .known, .place:
        if let draft = draft(for: atom) { drafts.append(draft) }
      case .quoted where isAlias(atom):
        if let person = drafts.indices.reversed().prefix(12).first(where: {
          drafts[$0].sentence == sentence && drafts[$0].type == .person && drafts[$0].kind == .name
        }) {
          drafts[person].aliases.append(scene.text(atom.words))
        }
      case .quoted:
        let following = atoms[(index + 1)...]
        if let draft = typer.quoted(atom.words, following, context) { drafts.append(draft) }
      case .name, .group:
        guard atom.kind == .name || isCapital(atom) else { break }
        if let draft = advised(
          typer.type(
            atoms[index...index], atom.words, context, isLast: index == atoms.endIndex - 1))
        {
          append(draft, context)
        }
      default: break
      }
      index += 1
    }
  }

  /// What the rules guessed, as the model settles it; nil where it sees no name.
  func advised(_ draft: Draft?) -> Draft? {
    guard var draft, let advice = scene.advice else { return draft }
    let names = advice.names(in: draft.words)
    guard let name = names.max(by: { $0.words.count < $1.words.count }) else {
      if !draft.isGuess && draft.confidence >= 0.8 { return draft }
      return nil
    }
    if draft.isGuess || draft.confidence < 0.8, name.type != .other {
      draft.type = name.type
      draft.confidence = max(draft.confidence, name.probability)
    }
    return draft
  }

  /// *the alias "X"*, *nicknamed "X"*.
  func isAlias(_ atom: Atom) -> Bool {
    let start = atom.words.lowerBound
    if scene.lower(start - 2) == "as", scene.lower(start - 3) == "known",
      let last = drafts.last,
      last.sentence == sentence, last.type == .person, last.kind == .name
    {
      return true
    }
    return isAliasNoun(atom)
  }

  func isAliasNoun(_ atom: Atom) -> Bool {
    ["alias", "nickname", "nicknamed", "aka", "moniker", "pseudonym", "handle", "codename"]
      .contains(scene.lower(atom.words.lowerBound - 2))
  }

  func isUnitOfKnown(_ run: ArraySlice<Atom>) -> Bool {
    guard run.count == 2, let first = run.first, let last = run.last, first.kind == .known,
      last.kind == .name
    else { return false }
    return scene.words[last.words.lowerBound].shape == .upper
  }

  /// *Scotland Yard CTC*: the unit, and the known body inside.
  mutating func addUnit(of atom: Atom, _ outer: Draft, _ unit: Atom) {
    let words = atom.words.lowerBound..<unit.words.upperBound
    var draft = Draft(
      words: words, sentence: sentence, kind: .name, type: .agency, confidence: 0.85,
      name: scene.text(words), head: unit.words.upperBound - 1)
    draft.attributes.office = "unit"
    draft.attributes.country = outer.attributes.country
    draft.aliases = [scene.text(unit.words)]
    draft.possessor = drafts.count + 1
    var inner = outer
    inner.outer = drafts.count
    drafts.append(draft)
    drafts.append(inner)
  }

  /// A name after a body's 's is a part of that body.
  mutating func append(_ draft: Draft, _ context: PhraseContext) {
    var draft = draft
    if let owner = context.owner, drafts[owner].type == .agency, draft.isGuess,
      draft.type == .organization
    {
      draft.type = .agency
      draft.isGuess = false
      draft.confidence = 0.75
      draft.attributes.office = "unit"
      draft.attributes.country = drafts[owner].attributes.country
      draft.possessor = owner
    }
    drafts.append(draft)
  }

  func isCapital(_ atom: Atom) -> Bool {
    scene.words[atom.words.lowerBound].isName && !scene.sentences[sentence].isTitleCase
  }

  /// Capitalized atoms in a row.
  func nameRun(_ atoms: ArraySlice<Atom>, _ start: Int) -> ArraySlice<Atom> {
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

  func draft(for atom: Atom) -> Draft? {
    switch atom.kind {
    case .place:
      // "US$ 4 million"
      let next = atom.words.upperBound
      if next < end, scene.words[next].shape == .symbol, !scene.words[next].isSpaced { return nil }
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

  func country(of atoms: ArraySlice<Atom>) -> String? {
    for atom in atoms.reversed() {
      if atom.kind == .demonym { return scene.lexicon.demonyms[atom.index].country }
      if atom.kind == .place { return scene.lexicon.places[atom.index].country }
    }
    return nil
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
