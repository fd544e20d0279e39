import DragnetText

/// Whether two names can be one organization's, agency's, place's or thing's.
enum BodyNames {
  /// Words that say what kind of body it is; they may be there or not: *Ámbar*, *the Ámbar gang*.
  static let kindWords: Set<String> = [
    "group", "gang", "syndicate", "cartel", "clan", "network", "ring", "mafia", "crime", "criminal",
    "organization", "organisation", "party", "movement", "front", "newspaper", "news", "magazine",
    "agency", "service", "website", "portal", "channel", "company", "firm", "bank", "foundation",
    "club", "association", "union", "international", "national", "holding", "holdings", "unit",
    "specialised", "specialized", "football", "soccer", "sports", "athletics", "basketball",
  ]

  /// What tells a body from the one it is named after.
  static let memorials: Set<String> = [
    "foundation", "institute", "center", "centre", "university", "school", "college", "library",
    "museum", "prize", "award", "hospital", "airport", "stadium", "street", "family", "clan",
    "brothers", "trust", "associates", "partners", "law", "committee", "campaign", "case", "park",
    "bridge", "square", "district", "province", "county", "city", "government", "police",
    "authority", "council", "court", "times", "post", "press", "union", "asia", "europe", "africa",
    "america", "north", "south", "east", "west", "division", "unit", "branch", "department",
  ]

  /// Words of many languages that open a body's name and tell its kind: *Banco*, *FK*.
  private static let openers: Set<String> = [
    "fk", "fc", "ac", "sc", "sk", "hc", "bk", "cf", "cd", "ca", "sv", "nk", "afc", "vfb", "vfl",
    "tsg",
    "banco", "banque", "banca", "banka", "grupo", "groupe", "gruppo", "inversiones", "constructora",
    "construtora", "empresa", "empresas", "compania", "companhia", "sociedad", "transportes",
    "industrias", "minera", "fundacion", "corporacion", "energia", "hotel", "cooperativa", "club",
  ]

  /// True where `short` is `long` without the word that opens it: *Norte*, *Banco Norte*.
  static func isCore(_ short: [String], of long: [String]) -> Bool {
    guard let first = long.first, openers.contains(first) else { return false }
    return long.count == short.count + 1 && Array(long.dropFirst()) == short
      && short.contains { $0.count > 3 }
  }

  /// A name without the word that opens it; nil where none does.
  static func core(of name: NameForm) -> NameForm? {
    guard let first = name.tokens.first, name.tokens.count > 1, openers.contains(first) else {
      return nil
    }
    return NameForm(tokens: Array(name.tokens.dropFirst()))
  }

  /// Judges two names of organizations or things.
  static func judge(_ a: ChainRecord, _ b: ChainRecord) -> Judgement {
    if a.form == b.form { return .same(0.95, "the same name") }
    if a.aliases.contains(b.form) || b.aliases.contains(a.form)
      || a.aliases.contains(where: b.aliases.contains)
    {
      return .same(0.9, "a document gives both names")
    }
    if isAcronym(a.form, of: b.form) || isAcronym(b.form, of: a.form) {
      return .ifUnique(0.8, "the one is the other's acronym")
    }
    if isCore(a.form.tokens, of: b.form.tokens) || isCore(b.form.tokens, of: a.form.tokens) {
      return .ifUnique(0.75, "the one name adds only the kind of body")
    }
    let country = CountryWords.of(a.attributes.country ?? b.attributes.country)
    let judgement = judgeWords(a.form.tokens, b.form.tokens, country: country)
    return judgement.decision == .unsure && a.type == .organization && b.type == .organization
      ? judgeBeginning(a.form.tokens, b.form.tokens) : judgement
  }

  /// True when `short` is made of the first letters of at least three words of `long`.
  static func isAcronym(_ short: NameForm, of long: NameForm) -> Bool {
    guard short.tokens.count == 1, long.tokens.count > 2 else { return false }
    let letters = short.tokens[0]
    guard letters.count > 2 else { return false }
    return letters == long.initials || letters == String(long.tokens.compactMap(\.first))
  }

  private static let offices: Set<String> = [
    "bank", "university", "church", "college", "ministry", "department", "court", "republic",
    "house", "board", "institute", "school", "academy", "museum", "council", "parliament", "office",
    "party", "union", "front", "army", "federation", "association", "society", "state",
  ]

  /// *Silver Heron* and *Silver Heron Trading*.
  private static func judgeBeginning(_ a: [String], _ b: [String]) -> Judgement {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    let extra = long.dropFirst(short.count)
    // "Nordic Fund of Oslo" adds where it is; "Bank of Oslo" says what it is.
    if short.count > 1, extra.count == 2, long.starts(with: short), extra.first == "of",
      let last = short.last, !offices.contains(last)
    {
      return .ifUnique(0.65, "the one name adds only a place")
    }
    guard short.count > 1, !extra.isEmpty, long.starts(with: short),
      memorials.isDisjoint(with: extra), extra.allSatisfy({ $0.count > 3 }),
      !NameForm.linkWords.contains(long[short.count])
    else { return .unsure("other names") }
    return .ifUnique(0.65, "the one name begins the other")
  }

  private static func judgeWords(
    _ a: [String], _ b: [String], country: Set<String>
  ) -> Judgement {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    let extra = long.filter { !short.contains($0) }
    // "Norway Football Association", "Football Association of Norway"
    let bare = [short, long].map { $0.filter { !NameForm.linkWords.contains($0) }.sorted() }
    if bare[0].count > 2, bare[0] == bare[1] {
      return .ifUnique(0.85, "the same words in another order")
    }
    let isPart = short.allSatisfy(long.contains)
    if isPart, !extra.isEmpty {
      if extra.allSatisfy({ kindWords.contains($0) || NameForm.linkWords.contains($0) }) {
        return .ifUnique(0.85, "the one name adds only the kind of body")
      }
      if extra.allSatisfy({ country.contains($0) || NameForm.linkWords.contains($0) }),
        !short.allSatisfy({ kindWords.contains($0) || country.contains($0) })
      {
        return .ifUnique(0.8, "the one name adds only the country")
      }
    }
    if short.count == long.count {
      let unequal = short.indices.filter { short[$0] != long[$0] }
      if unequal.count == 1, let place = unequal.first, short[place].count > 5,
        Spelling.areAlike(short[place], long[place])
      {
        return .ifUnique(0.7, "one word is spelled otherwise")
      }
    }
    return .unsure("other names")
  }
}
