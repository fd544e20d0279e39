/// Judges what a run of capitalized words names, by its words and what stands beside it.
struct NameTyper {
  let scene: Scene
  let sentence: Int
  let end: Int

  /// A mention for a run without a kind of body at its end, or nil when it names nothing.
  func type(
    _ atoms: ArraySlice<Atom>, _ words: Range<Int>, _ context: PhraseContext, isLast: Bool
  ) -> Draft? {
    guard let first = atoms.first, let last = atoms.last else { return nil }
    if scene.sentences[sentence].isTitleCase,
      atoms.contains(where: { $0.kind == .noun || $0.kind == .adjective || $0.kind == .group })
    {
      return nil
    }
    var words = words
    let lowers = scene.words[words].map(\.lower)
    let lastWord = lowers.last ?? ""
    let firstWord = lowers.first ?? ""
    // A plain demonym, weekday or role is no name.
    if atoms.count == 1, [.demonym, .title, .honorific, .body, .group].contains(first.kind) {
      return nil
    }
    if atoms.allSatisfy({ [.demonym, .title, .honorific, .noun, .adjective].contains($0.kind) }),
      atoms.count < 2
    {
      return nil
    }
    if NameTyper.openHeads.contains(lastWord), words.upperBound + 1 < end,
      scene.lower(words.upperBound) == "of" || scene.lower(words.upperBound) == "for"
    {
      words = words.lowerBound..<properEnd(words.upperBound + 1)
    }
    if words.count == 1, scene.lexicon.currencyNames[firstWord] != nil { return nil }
    // "EUR 860,000"
    if words.count == 1, isAcronym(words.lowerBound), words.upperBound < end,
      scene.words[words.upperBound].shape == .number, lastWord.utf8.count == 3
    {
      return nil
    }
    // "Banco Norte G. 7,300 million": an initial that opens an amount.
    if words.count > 1, lastWord.utf8.count == 2, lastWord.hasSuffix("."), words.upperBound < end,
      scene.words[words.upperBound].shape == .number
    {
      words = words.lowerBound..<(words.upperBound - 1)
    }
    if words.count == 1, !isAcronym(words.lowerBound),
      !scene.lexicon.classes(firstWord).isDisjoint(with: [.noun, .adjective]),
      !scene.lexicon.isFirstName(firstWord)
    {
      return nil
    }
    var draft = Draft(
      words: words, sentence: sentence, kind: .name, type: .organization, confidence: 0.5,
      name: scene.text(words), head: words.upperBound - 1)
    if let (alias, next) = bracket(at: words.upperBound) {
      draft.aliases = [alias]
      draft.words = words.lowerBound..<next
    }
    for atom in atoms {
      if atom.kind == .demonym {
        draft.attributes.country = scene.lexicon.demonyms[atom.index].country
      }
      if atom.kind == .place { draft.attributes.country = scene.lexicon.places[atom.index].country }
    }
    let lastClasses = scene.lexicon.classes(lastWord)
    let firstClasses = scene.lexicon.classes(firstWord)
    func settle(_ type: EntityType, _ confidence: Double, _ office: String? = nil) -> Draft {
      draft.type = type
      draft.confidence = confidence
      if let office { draft.attributes.office = office }
      return draft
    }
    if last.kind == .body || first.kind == .body, atoms.count > 1 {
      let atom = last.kind == .body ? last : first
      let kind = scene.lexicon.bodies[atom.index]
      if kind.kind == .agency || kind.kind == .unit { return settle(.agency, 0.85, kind.office) }
      if kind.kind == .organization { return settle(.organization, 0.85, kind.office) }
    }
    if firstClasses.contains(.vesselword), atoms.count > 1 { return settle(.other, 0.8) }
    if NameTyper.events.contains(lastWord) { return nil }
    if lastClasses.contains(.suffix), words.count > 1 {
      while words.upperBound < end,
        scene.lexicon.classes(scene.lower(words.upperBound)).contains(.suffix),
        scene.words[words.upperBound].isCapitalized
      {
        words = words.lowerBound..<(words.upperBound + 1)
      }
      draft.words = words.lowerBound..<max(words.upperBound, draft.words.upperBound)
      draft.name = scene.text(words)
      return settle(.organization, 0.9, "company")
    }
    if let kind = apposedKind(words.upperBound) ?? kindBefore(words.lowerBound) {
      if kind.kind == .organization { return settle(.organization, 0.85, kind.office) }
      if kind.kind == .unit { return settle(.organization, 0.6) }
      if kind.kind == .agency { return settle(.agency, 0.8, kind.office) }
    }
    if words.count > 1,
      lastClasses.contains(.placeword)
        || (firstClasses.contains(.placeword)
          && [
            "lake", "mount", "mountain", "port", "cape", "fort", "district", "camp", "river",
            "province", "island",
          ].contains(firstWord))
    {
      return settle(.place, 0.85)
    }
    if lastClasses.contains(.outlet), words.count > 1,
      isThe(before: words.lowerBound) || firstWord == "the"
        || [
          "news", "times", "post", "herald", "tribune", "journal", "gazette", "tv", "radio",
          "press",
        ].contains(lastWord)
    {
      return settle(.organization, 0.85, "newspaper")
    }
    if lastClasses.contains(.outlet), words.count == 1, isThe(before: words.lowerBound) {
      draft.name = "The " + draft.name
      draft.words = (words.lowerBound - 1)..<words.upperBound
      return settle(.organization, 0.8, "newspaper")
    }
    if words.count >= 2, words.count <= 5, isPersonal(lowers) { return settle(.person, 0.85) }
    draft.isGuess = true
    if isApposedPlace(words.upperBound) { return settle(.place, 0.8) }
    if isOutlet(words) { return settle(.organization, 0.7, "newspaper") }
    if words.count >= 2, NameTyper.organizationStarts.contains(firstWord) {
      draft.isGuess = false
      return settle(.organization, 0.8)
    }
    if words.count >= 2, NameTyper.placeStarts.contains(firstWord) { return settle(.place, 0.6) }
    if words.count >= 2, let guess = context_(words) { return settle(guess, 0.6) }
    if words.count >= 2 {
      let isCommon =
        lowers.contains { lower in
          !scene.lexicon.classes(lower).isDisjoint(with: [.noun, .adjective, .determiner])
        }
        || scene.words[words].contains {
          $0.shape == .upper && $0.end - $0.start > 2 && !$0.lower.contains(".")
        }
      if isCommon {
        let isBody = isThe(before: words.lowerBound) || words.contains { isAcronym($0) }
        return settle(isBody ? .organization : .other, 0.4)
      }
      if isThe(before: words.lowerBound) || firstWord == "the" { return settle(.organization, 0.5) }
      return words.count <= 4 ? settle(.person, 0.6) : settle(.organization, 0.4)
    }
    if isAcronym(words.lowerBound) { return settle(.organization, 0.55) }
    if scene.lexicon.isFirstName(firstWord) { return settle(.person, 0.5) }
    if let guess = context_(words) { return settle(guess, 0.55) }
    return settle(.organization, 0.35)
  }

  /// A quoted phrase: the name of a thing, or of a body when a kind of body follows.
  func quoted(
    _ words: Range<Int>, _ following: ArraySlice<Atom>, _ context: PhraseContext
  ) -> Draft? {
    let inside = scene.words[words]
    guard inside.count <= 6 else { return nil }
    let isName = inside.allSatisfy {
      $0.isName || ["of", "the", "de", "and", "for", "in"].contains($0.lower)
    }
    var draft = Draft(
      words: words, sentence: sentence, kind: .name, type: .other, confidence: 0.5,
      name: scene.text(words), head: words.upperBound - 1)
    draft.isQuoted = true
    draft.isGuess = true
    if scene.lower(words.lowerBound) == "the", words.count > 1 {
      draft.name = scene.text((words.lowerBound + 1)..<words.upperBound)
    }
    if isName {
      draft.type = .organization
      draft.confidence = 0.5
    }
    // Members of "X", leader of the "X": a body.
    let before = scene.lower(context.start - 1)
    if before == "of", context.start >= 2,
      ["members", "member", "leader", "head", "boss", "chief"].contains(
        scene.lower(context.start - 2))
    {
      draft.type = .organization
      draft.confidence = 0.8
      draft.isGuess = false
    }
    // The nearest thing said of it: X of Utopia.
    if let index = inside.firstIndex(where: { $0.lower == "of" }), index + 1 < words.upperBound,
      scene.hits[index + 1].place > 0
    {
      draft.attributes.country = scene.lexicon.places[scene.hits[index + 1].placeIndex].country
    }
    for index in words where scene.hits[index].demonym > 0 {
      draft.attributes.country = scene.lexicon.demonyms[scene.hits[index].demonymIndex].country
    }
    return draft
  }

  // MARK: Clues

  private static let openHeads: Set<String> = [
    "community", "front", "movement", "fund", "initiative", "center", "centre", "forum", "campaign",
    "mission", "house", "league", "army", "brotherhood", "order", "party", "bank", "institute",
    "union",
    "museum", "museums", "academy", "college", "university", "church", "council", "board", "office",
    "association", "federation", "society", "alliance", "committee", "network", "organization",
    "organisation", "congress", "coalition", "confederation",
  ]

  /// End of *West African States* after *Community of*.
  private func properEnd(_ start: Int) -> Int {
    var index = start
    if scene.lower(index) == "the" { index += 1 }
    let first = index
    while index < end, scene.words[index].isName { index += 1 }
    return index > first ? index : start - 1
  }

  /// *(ABC)* after a name.
  private func bracket(at index: Int) -> (String, Int)? {
    guard index + 2 < end, scene.words[index].tag == .open, scene.words[index + 2].tag == .close,
      isAcronym(index + 1)
        || (scene.words[index + 1].isName && scene.words[index + 1].shape == .mixed),
      scene.hits[index + 1].place == 0
    else { return nil }
    return (scene.text((index + 1)..<(index + 2)), index + 3)
  }

  private static let events: Set<String> = [
    "cup", "championship", "championships", "olympics", "games", "prize", "award", "awards", "act",
    "treaty", "agreement", "war", "festival", "day", "summit", "revolution", "constitution", "law",
  ]

  /// Words that open the names of bodies in other languages.
  private static let organizationStarts: Set<String> = [
    "agencia", "grupo", "banco", "compañía", "compania", "empresa", "empresas", "energia",
    "energía",
    "alimentos", "constructora", "corporación", "corporacion", "industrias", "minera", "fundación",
    "fundacion", "société", "societe", "groupe", "banque", "banca", "gruppo", "grupa", "bank",
    "inversiones", "transportes", "construtora", "companhia", "cooperativa", "sociedad",
    "sindicato",
    "partido", "parti", "partai", "pt", "perusahaan", "laboratorios", "farmacia", "hotel", "club",
    "real", "deportivo", "atlético", "atletico", "fc", "sporting", "movimiento", "frente",
  ]
  private static let outletStarts: Set<String> = [
    "prensa", "diario", "radio", "canal", "televisión", "television", "noticias", "jornal", "folha",
    "gazeta", "tribuna", "corriere", "agence", "correo", "harian", "berita", "novaya",
  ]
  private static let articles: Set<String> = [
    "el", "la", "le", "les", "il", "o", "der", "die", "das", "de", "het", "the", "los", "las", "al",
  ]

  /// *X, a bank based in …* tells what X is.
  private func apposedKind(_ after: Int) -> BodyKind? {
    guard after + 2 < end, scene.words[after].tag == .comma,
      scene.words[after + 1].tag == .determiner || scene.words[after + 1].tag == .name
    else { return nil }
    var index = after + 1
    var found: BodyKind?
    while index < min(end, after + 9) {
      let word = scene.words[index]
      guard [.determiner, .adjective, .noun, .name, .number, .possessive].contains(word.tag) else {
        break
      }
      let hit = scene.hits[index]
      if hit.title > hit.body { return nil }
      if hit.body > 0, !scene.lexicon.bodies[hit.bodyIndex].isPlural {
        found = scene.lexicon.bodies[hit.bodyIndex]
        index += hit.body
      } else {
        if word.tag == .noun { found = nil }
        index += 1
      }
    }
    // A finite verb makes it a subject of its own: *in X, the agency said*.
    guard index < end else { return found }
    let next = scene.words[index]
    if next.tag == .verb,
      ![
        "own", "base", "run", "control", "lead", "found", "head", "operate", "call",
        "know", "list", "create", "back", "fund", "set",
      ].contains(next.lemma)
    {
      return nil
    }
    return [.auxiliary, .modal].contains(next.tag) ? nil : found
  }

  /// *X, a suburb of Utopia*.
  private func isApposedPlace(_ after: Int) -> Bool {
    guard after + 2 < end, scene.words[after].tag == .comma,
      scene.words[after + 1].tag == .determiner
    else { return false }
    for index in (after + 2)..<min(end, after + 6) {
      if scene.lexicon.classes(scene.lower(index)).contains(.placeword) { return true }
      guard scene.words[index].tag == .adjective || scene.words[index].tag == .noun else {
        return false
      }
    }
    return false
  }

  /// *the shipping company X*: a kind of body right before the name.
  private func kindBefore(_ start: Int) -> BodyKind? {
    for length in 1...4 {
      let index = start - length
      guard index >= scene.sentences[sentence].words.lowerBound else { return nil }
      let hit = scene.hits[index]
      if hit.body == length, !scene.words[index].isName || length > 1, hit.title < length {
        let kind = scene.lexicon.bodies[hit.bodyIndex]
        return kind.isPlural ? nil : kind
      }
    }
    return nil
  }

  /// *According to La Prensa*, *El Diario reported*.
  private func isOutlet(_ words: Range<Int>) -> Bool {
    let isSource =
      scene.lower(words.lowerBound - 1) == "to" && scene.lower(words.lowerBound - 2) == "according"
    let after = words.upperBound
    let reports =
      after < end && scene.words[after].tag == .verb
      && ["report", "note", "write", "reveal"].contains(scene.words[after].lemma)
    if words.count > 1, NameTyper.outletStarts.contains(scene.lower(words.lowerBound)) {
      return true
    }
    return (isSource || reports) && words.count > 1
      && NameTyper.articles.contains(scene.lower(words.lowerBound))
  }

  /// Words that open the names of places in the Romance languages and Arabic.
  private static let placeStarts: Set<String> = [
    "el", "la", "los", "las", "san", "santa", "santo", "puerto", "villa", "nueva", "nuevo", "monte",
    "rio", "são", "sao", "porto", "ciudad", "costa", "isla", "playa", "saint", "sainte", "st.",
    "mount",
    "fort", "lake", "ras", "wadi", "tel", "kampung", "bukit", "pulau", "kuala", "tanjung", "sungai",
    "sri", "khlong", "ban", "phnom", "new", "great", "upper", "lower", "north", "south", "east",
    "west",
  ]

  private func isThe(before index: Int) -> Bool { index > 0 && scene.lower(index - 1) == "the" }

  private func isAcronym(_ index: Int) -> Bool {
    let word = scene.words[index]
    return word.shape == .upper && word.end - word.start >= 2
  }

  /// Two to five words that look like a person: a given name or an initial first.
  private func isPersonal(_ lowers: [String]) -> Bool {
    guard let first = lowers.first else { return false }
    if scene.lexicon.isFirstName(first) {
      let last = lowers.last ?? ""
      return scene.lexicon.classes(last).isDisjoint(with: [.suffix, .placeword])
        && !lowers.dropFirst().contains { ["group", "party", "court", "of", "and"].contains($0) }
    }
    if first.utf8.count == 2, first.hasSuffix(".") { return true }
    return lowers.contains { ["bin", "binti", "ibn", "von", "van", "al"].contains($0) }
      || lowers.dropLast().contains { $0.utf8.count == 2 && $0.hasSuffix(".") }
  }

  /// What the neighbours say: *in X* is a place, *X said* and *X, 45,* a person.
  private func context_(_ words: Range<Int>) -> EntityType? {
    let before = scene.lower(words.lowerBound - 1)
    let beforeThat = words.lowerBound >= 2 ? scene.lower(words.lowerBound - 2) : ""
    let after = words.upperBound
    if before == "of",
      [
        "district", "city", "town", "village", "province", "region", "neighborhood",
        "neighbourhood", "suburb", "port", "state", "island", "municipality", "county", "area",
        "commune",
      ]
      .contains(beforeThat)
    {
      return .place
    }
    if after < end, scene.words[after].tag == .noun,
      scene.lexicon.classes(scene.lower(after)).contains(.placeword), words.count <= 3
    {
      return .place
    }
    if ["in", "near", "at"].contains(before), !isAcronym(words.lowerBound) { return .place }
    if after + 1 < end, scene.words[after].tag == .comma,
      scene.words[after + 1].shape == .number,
      scene.words[after + 1].end - scene.words[after + 1].start <= 2
    {
      return .person
    }
    if after < end, scene.words[after].tag == .verb,
      scene.lexicon.classes(scene.words[after].lemma).contains(.report), before != "the"
    {
      return .person
    }
    if after < end, scene.words[after].tag == .verb, scene.words[after].lemma == "say" {
      return .person
    }
    return nil
  }
}
