import DragnetText

/// What a group of people is known by: number, origin, sex or age, and its part in an event.
struct GroupProfile: Hashable {
  /// The part people play.
  enum Part: Hashable {
    /// Rescued, held, trafficked, wounded.
    case victim
    /// Arrested, accused, charged.
    case suspect
    /// Those who got away.
    case escapee
    /// A trade or bond of its own: *police officer*, *relative*.
    case other(String)
  }

  let reading: Int
  let country: String?
  let count: Int?
  let part: Part?
  /// *woman*, *man*, *child*.
  let sort: String?
  let noun: String?
  let key: String

  private static let victimNouns: Set<String> = [
    "victim", "hostage", "captive", "survivor", "migrant", "immigrant", "refugee", "evacuee",
    "casualty", "kidnap victim", "trafficking victim", "deportee", "abductee",
  ]
  private static let suspectNouns: Set<String> = [
    "suspect", "defendant", "detainee", "arrestee", "accused", "culprit", "gang member",
    "gangster", "trafficker", "smuggler", "scammer", "fraudster", "hacker", "kidnapper", "robber",
    "thief", "bandit", "perpetrator", "accomplice", "criminal", "convict",
  ]
  private static let neutralNouns: Set<String> = [
    "person", "people", "individual", "citizen", "national", "foreigner", "other", "resident",
    "human", "adult", "member", "prisoner", "inmate", "worker", "compatriot",
  ]
  private static let sorts: [String: String] = [
    "woman": "woman", "girl": "woman", "female": "woman", "man": "man", "boy": "man",
    "male": "man", "child": "child", "minor": "child", "teenager": "child",
  ]
  private static let harming: Set<String> = [
    "rescued", "held", "trafficked", "kidnapped", "killed", "attacked", "threatened", "defrauded",
    "robbed", "repatriated", "held_in", "taken_from", "sold_to", "injured", "freed", "found",
    "forced", "lured", "promised", "missing",
  ]
  private static let charging: Set<String> = [
    "arrested", "charged", "accused", "sentenced", "extradited", "extradited_to", "acquitted",
    "investigates", "sanctioned", "targeted", "ordered_detention_of",
  ]

  /// Reads a group's profile off its chain and off what the document says happened to it.
  init(_ record: ChainRecord, in reading: Reading, suffered: Set<String>, did: Set<String>) {
    self.reading = record.reading
    country = record.attributes.country
    count = record.attributes.count
    noun = record.attributes.noun.map { NameForm($0).key }
    sort = noun.flatMap { GroupProfile.sorts[$0] }
    key = record.form.key
    part = GroupProfile.part(noun: noun, sort: sort, suffered: suffered, did: did)
  }

  private static func part(
    noun: String?, sort: String?, suffered: Set<String>, did: Set<String>
  ) -> Part? {
    if did.contains(where: { $0.hasPrefix("escape") || $0 == "fled" }) { return .escapee }
    if let noun, sort == nil, !neutralNouns.contains(noun) {
      if victimNouns.contains(noun) { return .victim }
      if suspectNouns.contains(noun) { return .suspect }
      // A bare origin (*six Norwegians*) carries the demonym as its noun; its part is the event's.
      if suffered.isDisjoint(with: harming), suffered.isDisjoint(with: charging) {
        return .other(noun)
      }
    }
    let isHarmed = !suffered.isDisjoint(with: harming)
    let isCharged = !suffered.isDisjoint(with: charging)
    if isCharged, !isHarmed { return .suspect }
    return isHarmed && !isCharged ? .victim : nil
  }

  /// Judges two groups of two documents of one case.
  func judge(_ other: GroupProfile) -> Judgement {
    if let country, let second = other.country, country != second {
      return .different("of two nationalities")
    }
    if let part, let second = other.part, part != second { return .different("two parts played") }
    if let sort, let second = other.sort, sort != second {
      return .different("not the same people")
    }
    guard GroupProfile.areNear(count, other.count) else { return .different("numbers far apart") }
    let hasSameCount = count != nil && count == other.count
    guard part != nil, part == other.part else {
      if hasSameCount, (count ?? 0) > 3, (country == nil) != (other.country == nil) {
        return .ifUnique(0.55, "the same number, one without origin")
      }
      if country != nil, country == other.country, count != nil, other.count != nil, !hasSameCount {
        return .ifUnique(0.6, "the same origin, numbers near")
      }
      return country == other.country && hasSameCount
        && (country != nil || (noun != nil && noun == other.noun))
        ? .same(0.7, "the same number and origin") : .unsure("no event in common")
    }
    if sort != other.sort, !hasSameCount { return .unsure("only one says whether men or women") }
    if country == other.country {
      if count != nil, other.count != nil {
        return .same(hasSameCount ? 0.9 : 0.8, "the same part in the event, numbers near")
      }
      return .ifUnique(0.7, "the same part in the event, one without a number")
    }
    return hasSameCount
      ? .ifUnique(0.6, "the same part and number, one without origin")
      : .unsure("only one says where they are from")
  }

  /// Numbers that two texts may give for the same people: within a quarter, or one apart.
  static func areNear(_ a: Int?, _ b: Int?) -> Bool {
    guard let a, let b else { return true }
    let small = min(a, b), large = max(a, b)
    return large - small <= 1 || Double(small) >= 0.75 * Double(large)
  }
}
