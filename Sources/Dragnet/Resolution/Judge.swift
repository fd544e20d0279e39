import DragnetText

/// Judges two chains of named things by type, name, country, office and seat.
///
/// Groups are judged by `GroupJudge`, which needs to know what happened to them.
enum Judge {
  /// Same, different or unsure, with reasons.
  static func judge(_ a: ChainRecord, _ b: ChainRecord) -> Judgement {
    guard a.type == b.type else { return judgeAcrossTypes(a, b) }
    return switch a.type {
    case .person: judgePersons(a, b)
    case .place: judgePlaces(a, b)
    case .agency: judgeAgencies(a, b)
    case .organization, .other: judgeBodies(a, b)
    case .group:
      a.isNamed && b.isNamed && a.form == b.form
        ? .ifUnique(0.8, "the same family name") : .unsure("groups are judged by event")
    }
  }

  /// A name read as two types is one thing when it is written alike and not a mere word.
  private static func judgeAcrossTypes(_ a: ChainRecord, _ b: ChainRecord) -> Judgement {
    guard a.isNamed, b.isNamed, a.type != .group, b.type != .group else {
      return .unsure("other types")
    }
    let types = Set([a.type, b.type])
    guard a.form == b.form else {
      if types.isSubset(of: [.organization, .agency]), !Set(a.names).isDisjoint(with: b.names) {
        return .ifUnique(0.8, "a document gives both names")
      }
      return judgeShortName(a, b)
    }
    // A known place has a country, and a known person a title: a bare name was guessed.
    guard !types.contains(.place) || isBare(a) && isBare(b) else {
      return .unsure("a place and something else")
    }
    return .ifUnique(
      a.form.tokens.count > 1 ? 0.75 : 0.6, "the same name, read as two types")
  }

  /// True where nothing but the name told the type.
  private static func isBare(_ record: ChainRecord) -> Bool {
    guard record.attributes.country == nil else { return false }
    return record.form.tokens.count > 1
      || record.attributes.honorific == nil && record.attributes.role == nil
        && (record.type != .person || record.aliases.isEmpty)
  }

  /// *Silver Heron* and *Silver Heron Trading*: two words of a company's name, read as a person's or a
  /// place's.
  private static func judgeShortName(_ a: ChainRecord, _ b: ChainRecord) -> Judgement {
    let (short, long) = a.form.tokens.count < b.form.tokens.count ? (a, b) : (b, a)
    let names = short.form.tokens, all = long.form.tokens
    if long.type == .organization, isBare(short), BodyNames.isCore(names, of: all) {
      return .ifUnique(0.6, "the name without the kind of body, read as another type")
    }
    guard long.type == .organization, short.type == .person || short.type == .place,
      names.count == 2, all.count > 2, all.starts(with: names),
      BodyNames.memorials.isDisjoint(with: all.dropFirst(2)), short.attributes.country == nil,
      short.attributes.honorific == nil, short.attributes.role == nil
    else { return .unsure("other types") }
    return .ifUnique(0.6, "the beginning of a company's name, read as another type")
  }

  private static func judgePersons(_ a: ChainRecord, _ b: ChainRecord) -> Judgement {
    guard a.isNamed, b.isNamed else { return .unsure("not named") }
    if let left = gender(of: a), let right = gender(of: b), left != right {
      return .different("a man and a woman by their titles")
    }
    let judgement = PersonNames.judge(PersonNames.parts(of: a.form), PersonNames.parts(of: b.form))
    if judgement.decision != .same, a.aliases.contains(b.form) || b.aliases.contains(a.form) {
      return .same(0.9, "a document gives both names")
    }
    return judgement
  }

  private static func gender(of record: ChainRecord) -> String? {
    switch record.attributes.honorific.map({ NameForm($0).key }) {
    case "mr", "sir", "lord", "baron", "count": "man"
    case "mrs", "ms", "miss", "dame", "lady", "baroness", "countess": "woman"
    default: nil
    }
  }

  private static func judgePlaces(_ a: ChainRecord, _ b: ChainRecord) -> Judgement {
    guard a.isNamed, b.isNamed else { return .unsure("not named") }
    if let left = a.attributes.country, let right = b.attributes.country, left != right {
      return .different("in two countries")
    }
    if a.form == b.form { return .same(0.95, "the same name") }
    if let left = CountryWords.code(named: a.form), left == CountryWords.code(named: b.form) {
      return .same(0.95, "two names of one country")
    }
    if !Set(a.names).isDisjoint(with: b.names) {
      return .same(0.9, "a document gives both names")
    }
    let left = a.form.tokens, right = b.form.tokens
    // A known town has more than its prison.
    if isSite(left, of: right) && b.attributes.country == nil
      || isSite(right, of: left) && a.attributes.country == nil
    {
      return .ifUnique(0.6, "the one name adds only the kind of site")
    }
    guard left.count == right.count else { return .unsure("other names") }
    let unequal = left.indices.filter { left[$0] != right[$0] }
    guard unequal.count == 1, let place = unequal.first else { return .unsure("other names") }
    return Spelling.areAlike(left[place], right[place], allowsEnding: true)
      ? .ifUnique(0.6, "spelled alike") : .unsure("other names")
  }

  private static let sites: Set<String> = [
    "prison", "jail", "penitentiary", "terminal", "neighborhood", "neighbourhood",
  ]

  private static func isSite(_ long: [String], of short: [String]) -> Bool {
    long.count == short.count + 1 && long.starts(with: short)
      && long.last.map { sites.contains($0) } ?? false
  }

  private static func judgeBodies(_ a: ChainRecord, _ b: ChainRecord) -> Judgement {
    guard a.isNamed, b.isNamed else { return .unsure("not named") }
    let judgement = BodyNames.judge(a, b)
    if let left = a.attributes.country, let right = b.attributes.country, left != right,
      judgement.isOnlyIfUnique
    {
      return .different("of two countries")
    }
    return judgement
  }

  private static func judgeAgencies(_ a: ChainRecord, _ b: ChainRecord) -> Judgement {
    if let left = a.attributes.country, let right = b.attributes.country, left != right {
      return .different("of two states")
    }
    if let left = a.attributes.seat, let right = b.attributes.seat,
      NameForm(left).key != NameForm(right).key
    {
      return .different("seated in two places")
    }
    let hasCountries = a.attributes.country != nil && b.attributes.country != nil
    if a.form == b.form, hasCountries || (a.isNamed && b.isNamed) {
      return .same(0.95, "the same name")
    }
    if a.isNamed, b.isNamed, !names(a, without: b).isDisjoint(with: names(b, without: a)) {
      return .same(0.9, "a document gives both names")
    }
    guard let office = a.attributes.office, let other = b.attributes.office else {
      return a.isNamed && b.isNamed ? BodyNames.judge(a, b) : .unsure("no office said")
    }
    guard office == other else {
      let names = a.isNamed && b.isNamed ? BodyNames.judge(a, b) : .unsure("two offices")
      return names.decision == .same ? names : .different("two offices")
    }
    return judgeSameOffice(a, b, hasCountries: hasCountries)
  }

  /// The names of a body; where another has none of its own state, also those without the state.
  private static func names(_ a: ChainRecord, without b: ChainRecord) -> Set<NameForm> {
    let state = CountryWords.of(a.attributes.country ?? b.attributes.country)
    let bare = a.names.compactMap { name -> NameForm? in
      let rest = name.tokens.filter { !state.contains($0) }
      return rest.count > 2 && rest.count < name.tokens.count ? NameForm(tokens: rest) : nil
    }
    return Set(a.names + bare)
  }

  /// Two bodies of one office: *the Norwegian police*, *Norway’s National Police*, *the police*.
  private static func judgeSameOffice(
    _ a: ChainRecord, _ b: ChainRecord, hasCountries: Bool
  ) -> Judgement {
    let left = OwnWords.of(a), right = OwnWords.of(b)
    if left == right, a.attributes.seat != nil, b.attributes.seat != nil {
      return .same(0.85, "the same office of the same place")
    }
    if let office = a.attributes.office, OwnWords.manifold.contains(office),
      left != right || left.isEmpty
    {
      return office == "prosecutor" && (left.isEmpty || right.isEmpty)
        ? .ifUnique(0.5, "prosecutors, once without a name of their own")
        : .unsure("one of many such offices")
    }
    if !left.isEmpty, !right.isEmpty, left != right {
      let names = BodyNames.judge(a, b)
      if names.decision == .same { return names }
      return left.isDisjoint(with: right)
        ? .different("two names for one office") : .unsure("names that share a word")
    }
    if hasCountries {
      return left == right
        ? .same(0.9, "the same office of the same state")
        : .ifUnique(0.75, "the same office of the same state, once without its name")
    }
    if left != right, let office = a.attributes.office, OwnWords.sole.contains(office) {
      return .ifUnique(0.5, "an office of which there is one, once without its name")
    }
    return left == right
      ? .ifUnique(0.65, "the same office, the state not said by both")
      : .unsure("the state not said by both, and only one has a name of its own")
  }
}

/// The words of an agency's name that are its own: not the office, the state or the seat.
enum OwnWords {
  private static let common: Set<String> = [
    "national", "royal", "state", "republic", "government", "authorities", "authority", "office",
    "department", "ministry", "force", "staff", "officials", "officers", "representatives",
    "minister", "service", "services", "police", "directorate", "local", "hall", "municipality",
    "said", "same", "city", "town", "municipal", "county",
  ]

  /// Offices of which a state has many.
  static let manifold: Set<String> = [
    "unit", "agency", "ministry", "court", "prosecutor", "commission", "regulator", "mission",
    "united nations body", "staff", "prison service", "fire department",
  ]

  /// Offices of which a town or a state has one.
  static let sole: Set<String> = [
    "parliament", "council", "city government", "land registry", "audit office",
  ]

  /// The words left, or none for *the foreign ministry*.
  static func of(_ record: ChainRecord) -> Set<String> {
    var taken = common
    taken.formUnion(CountryWords.of(record.attributes.country))
    taken.formUnion(NameForm(record.attributes.office ?? "").tokens)
    taken.formUnion(NameForm(record.attributes.seat ?? "").tokens)
    return Set(
      record.form.tokens.filter { !taken.contains($0) && !NameForm.linkWords.contains($0) })
  }
}
