/// Agencies and organizations known by what they are: *the Utopian police*, *Court of Appeal*,
/// *a Utopian crime group known as X*.
struct BodyBuilder {
  let scene: Scene
  let sentence: Int
  let end: Int

  private static let namers: Set<String> = [
    "known as", "called", "named", "dubbed", "nicknamed", "calling itself", "styled", "titled",
  ]

  /// Drafts for a phrase headed by a kind of body: the body first, then what is nested in it.
  func make(_ atoms: ArraySlice<Atom>, _ context: PhraseContext, _ drafts: [Draft]) -> [Draft]? {
    guard let last = atoms.last else { return nil }
    var headAtom = last
    var rest = atoms.dropLast()
    if last.kind != .body { return nil }
    var kind = scene.lexicon.bodies[last.index]
    if kind.kind == .staff {
      // Embassy staff, police officers: the body before the word for its people.
      guard let inner = rest.last, inner.kind == .body,
        scene.lexicon.bodies[inner.index].kind != .staff
      else { return nil }
      headAtom = inner
      kind = scene.lexicon.bodies[inner.index]
      rest = rest.dropLast()
    }
    var facts = BodyFacts(
      kind: kind, head: headAtom, modifiers: rest, context: context,
      wordsEnd: last.words.upperBound)
    readModifiers(&facts)
    if let owner = context.owner { readOwner(&facts, drafts[owner]) }
    let heads = scene.words[headAtom.words]
    if headAtom.words.count > 1, heads.first?.isName ?? false, !(heads.last?.isName ?? true),
      facts.nested.count == 1, kind.kind == .organization
    {
      // "Oslo Trade bank" with a capital inside: the place is a part of the name.
      facts.names = facts.nested
      facts.country = nil
      facts.seat = nil
    }
    readRight(&facts)
    switch kind.kind {
    case .agency: return agency(facts, drafts)
    case .unit: return unit(facts, drafts)
    case .organization: return organization(facts, drafts)
    case .staff: return nil
    }
  }

  // MARK: What stands around the head

  private func readModifiers(_ facts: inout BodyFacts) {
    for atom in facts.modifiers {
      switch atom.kind {
      case .demonym:
        let demonym = scene.lexicon.demonyms[atom.index]
        facts.country = demonym.country ?? facts.country
        facts.demonym = atom.words.lowerBound
      case .place:
        let place = scene.lexicon.places[atom.index]
        if place.kind == .country {
          facts.country = place.country
        } else if place.kind == .city {
          facts.country = facts.country ?? place.country
          facts.seat = place.name
        }
        facts.nested.append(atom)
      case .name: facts.names.append(atom)
      case .quoted: facts.quoted = atom.words
      case .known: facts.nested.append(atom)
      default: break
      }
    }
  }

  private func readOwner(_ facts: inout BodyFacts, _ owner: Draft) {
    if owner.type == .place {
      facts.country = facts.country ?? owner.attributes.country
      if facts.country != nil, scene.lexicon.countryNames[facts.country ?? ""] != owner.name {
        facts.seat = owner.name
      }
      facts.hasPlaceOwner = true
    } else if owner.type == .agency || owner.type == .organization {
      facts.country = facts.country ?? owner.attributes.country
      facts.hasBodyOwner = true
    }
  }

  /// *of Utopia*, *in Utopia*, *(UNP)*, *known as X*, *, X,* after the head.
  private func readRight(_ facts: inout BodyFacts) {
    var index = facts.wordsEnd
    if let (alias, next) = bracket(at: index) {
      facts.aliases.append(alias)
      index = next
      facts.wordsEnd = next
    }
    if index + 1 < end, scene.lower(index) == "from", facts.kind.kind == .organization,
      !facts.kind.isPlural, scene.hits[index + 1].place > 0
    {
      let hit = scene.hits[index + 1]
      let place = scene.lexicon.places[hit.placeIndex]
      facts.country = facts.country ?? place.country
      facts.nested.append(
        Atom(kind: .place, words: (index + 1)..<(index + 1 + hit.place), index: hit.placeIndex))
      facts.wordsEnd = index + 1 + hit.place
      facts.fromPlace = true
    }
    if index + 1 < end, ["of", "in", "at", "for"].contains(scene.lower(index)) {
      var next = index + 1
      if scene.lower(next) == "the" { next += 1 }
      if next < end {
        let hit = scene.hits[next]
        let isOf = scene.lower(index) == "of"
        if hit.place > 0, isOf || scene.lower(index) == "in" || scene.lower(index) == "at" {
          let place = scene.lexicon.places[hit.placeIndex]
          let atom = Atom(kind: .place, words: next..<(next + hit.place), index: hit.placeIndex)
          let takes = isOf || facts.kind.kind == .agency && facts.takesSeat && !facts.isGoverned
          if takes,
            !(place.kind == .city && !isOf && facts.country == nil
              && facts.kind.office == "government")
          {
            if place.kind == .country {
              if facts.country == nil || isOf {
                facts.country = facts.country ?? place.country
              } else {
                facts.seat = place.name
              }
            } else {
              facts.seat = place.name
              if facts.country == nil, !facts.isForeignPost { facts.country = place.country }
            }
            facts.nested.append(atom)
            facts.wordsEnd = next + hit.place
            facts.right = true
          }
        } else if facts.kind.kind == .unit, isOf, !facts.modifiers.isEmpty, endsInAgency(next) {
          // "the Fraud Department of the Utopian State Police": two bodies.
          facts.right = true
        } else if isOf || scene.lower(index) == "for", scene.words[next].isName,
          scene.words[facts.head.words.lowerBound].isName
        {
          facts.wordsEnd = properEnd(next)
          facts.right = true
          facts.isProper = true
        } else if isOf, facts.kind.office == "ministry" || facts.kind.kind == .unit,
          scene.words[facts.head.words.lowerBound].isCapitalized, scene.words[next].isName
        {
          facts.wordsEnd = properEnd(next)
          facts.right = true
        }
      }
    }
    if let (alias, next) = bracket(at: facts.wordsEnd), facts.aliases.isEmpty {
      facts.aliases.append(alias)
      facts.wordsEnd = next
    }
    if facts.kind.kind == .organization, !facts.kind.isPlural {
      facts.apposed = apposedName(facts.wordsEnd)
    }
  }

  /// End of *Justice and Human Rights* after *Ministry of*.
  private func properEnd(_ start: Int) -> Int {
    var index = start
    while index < end, scene.words[index].isName { index += 1 }
    while index + 1 < end,
      ["and", "of", "for", "&", "the"].contains(scene.lower(index)) || scene.lower(index) == ",",
      scene.words[index + 1].isName,
      scene.hits[index + 1].place == 0, scene.hits[index + 1].demonym == 0,
      scene.hits[index + 1].title == 0, scene.hits[index + 1].body == 0
    {
      guard scene.lower(index) != "," else { break }
      index += 1
      while index < end, scene.words[index].isName { index += 1 }
    }
    return index
  }

  /// True where capitalized words from here on end in a kind of agency that is no unit.
  private func endsInAgency(_ start: Int) -> Bool {
    let stop = properEnd(start)
    guard stop > start + 1 else { return false }
    return (start..<stop).contains { word in
      let hit = scene.hits[word]
      return hit.body > 0 && word + hit.body == stop
        && scene.lexicon.bodies[hit.bodyIndex].kind == .agency
    }
  }

  /// *(PNP)* → its words and the index after the bracket.
  private func bracket(at index: Int) -> (String, Int)? {
    guard index + 2 < end, scene.words[index].tag == .open, scene.words[index + 1].isWord else {
      return nil
    }
    var close = index + 1
    while close < min(end, index + 4), scene.words[close].tag != .close { close += 1 }
    guard close < end, scene.words[close].tag == .close, close > index + 1 else { return nil }
    let inside = scene.words[(index + 1)..<close]
    guard
      inside.allSatisfy({
        $0.isCapitalized || $0.isName || $0.tag == .quoteOpen || $0.tag == .quoteClose
      }),
      inside.contains(where: {
        $0.shape == .upper || ($0.isName && inside.count == 1) || $0.shape == .mixed
      }),
      scene.hits[index + 1].place == 0
    else { return nil }
    let words = inside.filter(\.isWord)
    guard let first = words.first, let last = words.last else { return nil }
    return (String(decoding: scene.bytes[first.start..<last.end], as: UTF8.self), close + 1)
  }

  /// *known as X*, *, X,*, *X* after a kind of organization.
  private func apposedName(_ index: Int) -> Range<Int>? {
    guard index < end else { return nil }
    var next = index
    if scene.words[next].tag == .comma { next += 1 }
    for namer in BodyBuilder.namers {
      let parts = namer.split(separator: " ")
      guard next + parts.count < end,
        zip(parts.indices, parts).allSatisfy({ scene.lower(next + $0) == $1 })
      else { continue }
      var start = next + parts.count
      if scene.lower(start) == "the" { start += 1 }
      return nameRun(start)
    }
    if next == index {
      guard index < end, scene.words[index].isName || scene.words[index].tag == .quoteOpen,
        scene.hits[index].place == 0
      else { return nil }
      return nameRun(index)
    }
    guard let run = nameRun(next), run.upperBound < end else { return nil }
    let after = scene.words[run.upperBound]
    let isBare =
      scene.hits[run.lowerBound].place == 0 && scene.hits[run.lowerBound].title == 0
      && scene.hits[run.lowerBound].demonym == 0
    return isBare && (after.tag == .comma || after.tag == .stop || after.tag == .quoteClose)
      ? run : nil
  }

  private func nameRun(_ start: Int) -> Range<Int>? {
    var index = start
    guard index < end else { return nil }
    if scene.words[index].tag == .quoteOpen {
      index += 1
      let first = index
      while index < min(end, start + 9), scene.words[index].tag != .quoteClose { index += 1 }
      guard index < end, scene.words[index].tag == .quoteClose, index > first else { return nil }
      return scene.lower(first) == "the" && index > first + 1 ? (first + 1)..<index : first..<index
    }
    while index < end, scene.words[index].isName { index += 1 }
    guard index > start else { return nil }
    if index + 1 < end, scene.lower(index) == "of", scene.words[index + 1].isName {
      index += 2
    }
    return start..<index
  }

  // MARK: The three kinds

  private func agency(_ facts: BodyFacts, _ drafts: [Draft]) -> [Draft]? {
    let isBare =
      facts.country == nil && facts.seat == nil && facts.names.isEmpty && !facts.right
      && !facts.hasBodyOwner && facts.nested.isEmpty
    let office = facts.kind.office
    if isBare {
      let mayStandAlone =
        office == "city government" && facts.head.words.count == 2
        || office == "police" || office == "authorities"
        || (facts.kind.isPlural && (office == "prosecutor" || office == "fire department"))
      guard !facts.context.isIndefinite, !facts.context.isOwned || mayStandAlone,
        mayStandAlone || facts.context.isDefinite || facts.isCapitalizedInside(scene, sentence)
      else { return [] }
    }
    var draft = base(facts, type: .agency, drafts)
    draft.kind = isBare ? .nominal : .name
    draft.confidence = isBare ? 0.75 : 0.9
    draft.isDefinite = facts.context.isDefinite
    return [draft] + nested(facts)
  }

  private func unit(_ facts: BodyFacts, _ drafts: [Draft]) -> [Draft]? {
    let isCapital = scene.words[facts.head.words.lowerBound].isName
    let hasName = !facts.names.isEmpty || facts.quoted != nil
    let words = facts.modifiers.map { scene.lowerText($0.words) }
    let isOfficial = words.contains { BodyBuilder.official.contains($0) }
    guard
      isCapital && (hasName || facts.right || !facts.modifiers.isEmpty)
        || hasName && facts.kind.office == "unit"
        || (isOfficial && (facts.hasBodyOwner || facts.country != nil || facts.context.isDefinite))
        || facts.hasBodyOwner && !facts.modifiers.isEmpty
    else { return hasName || !facts.nested.isEmpty ? nil : [] }
    var draft = base(facts, type: .agency, drafts)
    draft.attributes.office = "unit"
    draft.kind = hasName || isCapital ? .name : .nominal
    if facts.hasBodyOwner { draft.possessor = facts.context.owner }
    draft.isGuess = !isOfficial && !facts.hasBodyOwner
    return [draft] + nested(facts)
  }

  private static let official: Set<String> = [
    "police", "crime", "crimes", "intelligence", "investigation", "investigations", "homicide",
    "narcotics", "drug", "drugs", "fraud", "cybercrime", "cyber", "security", "anti-terrorism",
    "anti-corruption", "anti-drug", "anti-narcotics", "anti-kidnapping", "anti-trafficking",
    "terrorism",
    "counterterrorism", "counter-terrorism", "forensic", "border", "immigration", "tax", "customs",
    "smuggling", "trafficking", "vice", "detective", "criminal", "special", "elite", "corruption",
    "military", "army", "financial", "anti-money-laundering", "prison", "rescue", "bomb", "state",
    "federal", "national", "government", "prosecution", "justice", "organized", "organised",
  ]

  private func organization(_ facts: BodyFacts, _ drafts: [Draft]) -> [Draft]? {
    guard
      !facts.kind.isPlural
        || !facts.names.isEmpty && scene.words[facts.head.words.lowerBound].isName
    else {
      return nil
    }
    var draft = base(facts, type: .organization, drafts)
    draft.isDefinite = facts.context.isDefinite
    if let quoted = facts.quoted ?? facts.apposed {
      draft.kind = .name
      draft.name = scene.text(quoted)
      if facts.apposed != nil {
        draft.words = facts.context.start..<facts.apposedEnd(scene)
        draft.head = quoted.upperBound - 1
      }
      draft.isQuoted = true
      return [draft] + nested(facts)
    }
    let isCapital = scene.words[facts.head.words.lowerBound].isName
    let named = facts.modifiers.filter { $0.kind == .name || $0.kind == .known }
    if isCapital, !facts.modifiers.isEmpty || facts.right {
      draft.kind = .name
      return [draft] + nested(facts)
    }
    if !named.isEmpty {
      draft.kind = .name
      // "Harbour Trade syndicate": the name ends at the last capital.
      let first = named.first?.words.lowerBound ?? facts.head.words.lowerBound
      let start =
        facts.modifiers.first { scene.words[$0.words.lowerBound].isName }?.words.lowerBound ?? first
      draft.name = scene.text(start..<facts.head.words.upperBound)
      draft.isQuoted = true
      return [draft] + nested(facts)
    }
    guard
      facts.country != nil || facts.seat != nil || facts.context.isDefinite
        || facts.kind.office == "crime group" || facts.kind.office == "armed group"
        || isApposed(facts.context.start)
    else { return facts.nested.isEmpty ? [] : nil }
    guard !facts.context.isOwned else { return facts.nested.isEmpty ? [] : nil }
    // "a developer from Oslo" is as often a person.
    if facts.context.isIndefinite, facts.names.isEmpty,
      scene.lexicon.isTitle(scene.lower(facts.head.words.upperBound - 1))
    {
      return facts.nested.isEmpty ? [] : nil
    }
    draft.kind = .nominal
    draft.confidence = 0.6
    return [draft] + nested(facts)
  }

  /// True after a name and a comma: *X, a firm in Utopia*.
  private func isApposed(_ start: Int) -> Bool {
    start >= 2 && scene.words[start - 1].tag == .comma && scene.words[start - 2].isName
  }

  private func base(_ facts: BodyFacts, type: EntityType, _ drafts: [Draft]) -> Draft {
    let start = facts.nameStart(scene)
    let first =
      facts.hasPlaceOwner
      ? (facts.context.owner.map { drafts[$0].words.lowerBound } ?? facts.context.start)
      : facts.context.start
    var draft = Draft(
      words: first..<facts.wordsEnd, sentence: sentence, kind: .name, type: type,
      confidence: 0.9,
      name: scene.text(start..<max(start + 1, facts.nameEnd)), head: facts.head.words.upperBound - 1
    )
    if let atom = facts.names.first(where: { $0.words.contains { scene.words[$0].tag == .open } }),
      let open = atom.words.first(where: { scene.words[$0].tag == .open })
    {
      let tail =
        facts.head.words.upperBound > atom.words.upperBound
        ? " " + scene.text(atom.words.upperBound..<facts.head.words.upperBound) : ""
      draft.name = scene.text(atom.words.lowerBound..<open) + tail
      draft.aliases = [scene.text((open + 1)..<(open + 2))]
    }
    if facts.hasPlaceOwner, let owner = facts.context.owner {
      draft.name = drafts[owner].name + " " + draft.name
    }
    draft.attributes.office = facts.kind.office
    draft.attributes.country = facts.country
    draft.attributes.seat = facts.seat
    draft.aliases += facts.aliases
    draft.isPlural = facts.kind.isPlural
    draft.demonym = facts.demonym
    if facts.hasBodyOwner { draft.possessor = facts.context.owner }
    let isPlain =
      facts.names.isEmpty && !facts.isProper && facts.quoted == nil && facts.apposed == nil
    draft.key = isPlain && type == .agency && facts.kind.kind == .agency ? facts.kind.office : nil
    // A state has one police, but a high court and a court of appeals.
    if draft.key == "court", facts.head.words.count > 1 {
      draft.key = scene.lowerText(facts.head.words)
    }
    return draft
  }

  /// Places and bodies named inside; `outer` 0 is the body itself.
  private func nested(_ facts: BodyFacts) -> [Draft] {
    facts.nested.compactMap { atom in
      // "Oslo Trade Bank": part of a name, not a place beside it.
      if !facts.names.isEmpty, atom.words.lowerBound < facts.head.words.lowerBound,
        atom.kind == .place, facts.kind.kind == .organization
      {
        return nil
      }
      var draft: Draft
      if atom.kind == .place {
        let place = scene.lexicon.places[atom.index]
        draft = Draft(
          words: atom.words, sentence: sentence, kind: .name, type: .place, confidence: 0.9,
          name: place.name, head: atom.words.upperBound - 1)
        draft.attributes.country = place.country
      } else {
        let known = scene.lexicon.knownBodies[atom.index]
        draft = Draft(
          words: atom.words, sentence: sentence, kind: .name, type: known.type, confidence: 0.9,
          name: known.name, head: atom.words.upperBound - 1)
        draft.attributes.office = known.office
        draft.attributes.country = known.country
      }
      draft.outer = 0
      return draft
    }
  }
}

/// What a phrase says of a body.
struct BodyFacts {
  var kind: BodyKind
  var head: Atom
  var modifiers: ArraySlice<Atom>
  var context: PhraseContext
  var wordsEnd: Int
  var country: String?
  var seat: String?
  var demonym: Int?
  var names: [Atom] = []
  var nested: [Atom] = []
  var quoted: Range<Int>?
  var apposed: Range<Int>?
  var aliases: [String] = []
  var right = false
  /// True for *a gang from Utopia*.
  var fromPlace = false
  var isProper = false
  var hasPlaceOwner = false
  var hasBodyOwner = false
  /// Word after the brackets are left out of the name.
  var nameEnd: Int { aliases.isEmpty || right ? bracketless : head.words.upperBound }
  private var bracketless: Int {
    aliases.isEmpty ? wordsEnd : max(head.words.upperBound, wordsEnd - 3)
  }

  /// Embassies and the like stand in another country than their own.
  var isForeignPost: Bool {
    ["embassy", "consulate", "high commission", "mission"].contains(kind.office)
  }
  /// Kinds that are told apart by where they are.
  var takesSeat: Bool {
    isForeignPost
      || ["police", "court", "authorities", "prosecutor", "customs", "government"].contains(
        kind.office)
  }
  /// True when the phrase is plural officials of no office.
  var isGoverned: Bool { false }

  /// First word of the name: after determiners and adjectives of no account.
  func nameStart(_ scene: Scene) -> Int {
    for atom in modifiers {
      switch atom.kind {
      case .number, .determiner, .owner: continue
      case .quoted: return atom.words.lowerBound - 1
      default: return atom.words.lowerBound
      }
    }
    return head.words.lowerBound
  }

  func isCapitalizedInside(_ scene: Scene, _ sentence: Int) -> Bool {
    scene.words[head.words.lowerBound].isName && !scene.sentences[sentence].isTitleCase
  }

  /// Word after the apposed name and its closing quotation mark.
  func apposedEnd(_ scene: Scene) -> Int {
    guard let apposed else { return wordsEnd }
    let end = apposed.upperBound
    return end < scene.words.count && scene.words[end].tag == .quoteClose ? end + 1 : end
  }
}
