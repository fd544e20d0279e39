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
      findCopulas(draft)
      findOrigins(draft)
      findPronouns(draft)
    }
    findAgain()
    if let advice = scene.advice {
      nameOffices(advice)
      ModelNames(scene: scene, advice: advice).correct(&drafts)
      addMissed(advice)
    }
  }

  /// *the Defence Ministry*: an office that the model takes for a name is one.
  private mutating func nameOffices(_ advice: Advice) {
    for index in drafts.indices
    where drafts[index].kind == .nominal && drafts[index].outer == nil
      && (drafts[index].type == .agency || drafts[index].type == .organization)
    {
      let head = drafts[index].head
      guard let name = advice.name(at: head), [.agency, .organization].contains(name.type),
        name.words.count > 1, name.words.upperBound == head + 1,
        drafts[index].words.contains(name.words.lowerBound)
      else { continue }
      drafts[index].kind = .name
      drafts[index].name = scene.text(name.words)
    }
  }

  /// Names that the model found and the rules did not.
  private mutating func addMissed(_ advice: Advice) {
    var isCovered = [Bool](repeating: false, count: scene.words.count)
    for draft in drafts where !draft.isDropped && draft.kind != .pronoun {
      for word in draft.words { isCovered[word] = true }
    }
    for (number, sentence) in scene.sentences.enumerated() {
      for name in advice.names(in: sentence.words)
      where name.type != .other && name.probability >= 0.5
        && sentence.words.contains(name.words.upperBound - 1)
        && !name.words.contains(where: { isCovered[$0] })
      {
        var draft = Draft(
          words: name.words, sentence: number, kind: .name, type: name.type,
          confidence: name.probability, name: scene.text(name.words),
          head: name.words.upperBound - 1)
        draft.isGuess = true
        drafts.append(draft)
      }
    }
  }

  // MARK: Beyond noun phrases

  /// *30 were Kenyan*, *31 of them were Kenyan citizens*: a group counted by a copula.
  private mutating func findCopulas(_ draft: SentenceDraft) {
    for index in draft.words where scene.words[index].tag == .number && index + 2 < end {
      guard scene.words[index].shape != .ordinal,
        let value = NumberReader.value([scene.lower(index)]), value > 1, value < 1e7
      else { continue }
      var next = index + 1
      if scene.lower(next) == "of", ["them", "these", "those"].contains(scene.lower(next + 1)) {
        next += 2
      }
      guard next + 1 < end, ["were", "are", "was", "is"].contains(scene.lower(next)) else {
        continue
      }
      let demonymWord = next + 1
      let hit = scene.hits[demonymWord]
      guard hit.demonym > 0, let country = scene.lexicon.demonyms[hit.demonymIndex].country else {
        continue
      }
      var stop = demonymWord + hit.demonym
      var noun: GroupNoun?
      if stop < end, let entry = scene.lexicon.groups[scene.lower(stop)] {
        noun = entry
        stop += 1
      }
      for other in drafts.indices.reversed().prefix(60)
      where drafts[other].sentence == sentence && (index..<stop).overlaps(drafts[other].words)
        && drafts[other].type == .group
      {
        drafts[other].isDropped = true
      }
      var group = Draft(
        words: index..<stop, sentence: sentence, kind: .nominal, type: .group, confidence: 0.8,
        name: scene.text(index..<(index + 1)) + " " + scene.text(demonymWord..<stop), head: stop - 1
      )
      group.attributes.count = Int(value)
      group.attributes.country = country
      group.attributes.noun = noun?.singular
      group.groupClass = noun?.kind ?? .neutral
      group.demonym = demonymWord
      group.isPlural = true
      group.isCopula = true
      drafts.append(group)
    }
  }

  /// *from Kenya (31) and Chad (1)*: groups counted in brackets after where they are from.
  private mutating func findOrigins(_ draft: SentenceDraft) {
    guard let from = draft.words.first(where: { scene.lower($0) == "from" }) else { return }
    for index in from..<draft.words.upperBound
    where index + 3 <= end && scene.words[index].tag == .open {
      guard scene.words[index + 1].shape == .number, scene.words[index + 2].tag == .close,
        let value = NumberReader.value([scene.lower(index + 1)]), value > 1, value < 1e7,
        let place = drafts.indices.reversed().prefix(20).first(where: {
          drafts[$0].type == .place && drafts[$0].words.upperBound == index
        }), let country = drafts[place].attributes.country
      else { continue }
      var group = Draft(
        words: (index + 1)..<(index + 2), sentence: sentence, kind: .nominal, type: .group,
        confidence: 0.75,
        name: scene.text((index + 1)..<(index + 2)) + " from " + drafts[place].name,
        head: index + 1)
      group.attributes.count = Int(value)
      group.attributes.country = country
      group.demonym = index + 1
      group.isCopula = true
      group.groupClass = .neutral
      drafts.append(group)
    }
  }

  /// Names in quotation marks that are no bodies, found again without them.
  private mutating func findAgain() {
    var phrases: [String: [[String]]] = [:]
    for draft in drafts where draft.isQuoted && draft.type == .other && draft.words.count > 1 {
      let lowers = scene.words[draft.words].map(\.lower)
      guard let first = lowers.first, phrases[first, default: []].count < 8,
        !phrases[first, default: []].contains(lowers)
      else { continue }
      phrases[first, default: []].append(lowers)
    }
    guard !phrases.isEmpty else { return }
    var found: [Draft] = []
    for (number, draft) in scene.sentences.enumerated() {
      for index in draft.words {
        guard let candidates = phrases[scene.lower(index)] else { continue }
        for lowers in candidates where index + lowers.count <= draft.words.upperBound {
          guard zip(lowers.indices, lowers).allSatisfy({ scene.lower(index + $0) == $1 }) else {
            continue
          }
          let words = index..<(index + lowers.count)
          found.append(
            Draft(
              words: words, sentence: number, kind: .name, type: .other, confidence: 0.7,
              name: scene.text(words), head: words.upperBound - 1))
        }
      }
    }
    let starts = Dictionary(
      found.map { ($0.words.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
    for index in drafts.indices {
      guard let other = starts[drafts[index].words.lowerBound],
        drafts[index].words.count < other.words.count,
        drafts[index].outer == nil
      else { continue }
      drafts[index] = other
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
    if makeCapital(atoms, context) { return }
    if makeRegion(atoms) { return }
    if makePerson(atoms, context) { return }
    if makeBody(atoms, context) { return }
    if makeGroup(atoms, context) { return }
    makeNames(atoms, context, isHead: true)
  }

  /// *Utopia's capital* is a mention of that city.
  private mutating func makeCapital(_ atoms: ArraySlice<Atom>, _ context: PhraseContext) -> Bool {
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
  private mutating func makeRegion(_ atoms: ArraySlice<Atom>) -> Bool {
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
    guard draft.type == .group else { return true }
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
  private func advised(_ draft: Draft?) -> Draft? {
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
  private func isAlias(_ atom: Atom) -> Bool {
    let start = atom.words.lowerBound
    if scene.lower(start - 2) == "as", scene.lower(start - 3) == "known",
      let last = drafts.last,
      last.sentence == sentence, last.type == .person, last.kind == .name
    {
      return true
    }
    return isAliasNoun(atom)
  }

  private func isAliasNoun(_ atom: Atom) -> Bool {
    ["alias", "nickname", "nicknamed", "aka", "moniker", "pseudonym", "handle", "codename"]
      .contains(scene.lower(atom.words.lowerBound - 2))
  }

  private func isUnitOfKnown(_ run: ArraySlice<Atom>) -> Bool {
    guard run.count == 2, let first = run.first, let last = run.last, first.kind == .known,
      last.kind == .name
    else { return false }
    return scene.words[last.words.lowerBound].shape == .upper
  }

  /// *Scotland Yard CTC*: the unit, and the known body inside.
  private mutating func addUnit(of atom: Atom, _ outer: Draft, _ unit: Atom) {
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
  private mutating func append(_ draft: Draft, _ context: PhraseContext) {
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
