/// Which labels can tie mentions of which types.
extension RelationFinder {
  /// A country acts as a state does.
  func isCountry(_ draft: Int) -> Bool {
    guard drafts[draft].type == .place, let code = drafts[draft].attributes.country else {
      return false
    }
    return scene.lexicon.countryNames[code] == drafts[draft].name
  }

  private static let stateLabels: Set<String> = [
    "accused", "sued", "met", "told", "paid", "financed", "supplies", "fought", "linked_to",
    "signed_with", "works_with", "lent_to", "sold_to", "appealed_to", "agreed_with", "targeted",
    "cooperates_with", "competes_with", "handed_to", "asked", "spoke_to", "defeated", "lost_to",
    "protested_against", "helped", "joined_with", "praised", "told", "investigates", "alerted",
    "represents", "supervise",
  ]

  private static let placeLabels: Set<String> = [
    "raided", "attacked", "visited", "based_in", "located_in", "born_in", "travelled_to", "left",
    "targeted", "taken_to", "deported_to",
    "repatriated_to", "extradited_to", "held_in", "taken_from", "operates_in", "lives_in",
    "escaped_from", "invested_in", "sanctioned", "criticized", "supports", "threatened", "warned",
    "leads", "works_for", "called", "born_in", "died_in", "based_in", "located_in", "moved_to",
    "extradited_from", "wanted_in", "educated_at", "transferred_to", "comes_from",
    "expelled_from", "shipped_to", "shipped_from", "seen_in", "surrendered_in", "reported_on",
    "found_in",
  ]
  private static let humanLabels: Set<String> = [
    "arrested", "charged", "sentenced", "interviewed", "extradited", "deported", "repatriated",
    "killed",
    "kidnapped", "trafficked", "held", "married", "met", "alerted", "defrauded",
  ]

  /// True where a verb's label may tie two mentions of such types.
  func isSensible(_ label: String, _ from: Int, _ to: Int) -> Bool {
    let type = drafts[to].type
    let isHuman = type == .person || type == .group
    // A city acts on nobody: where one seems to, the sentence names the actor elsewhere.
    if drafts[from].type == .place, !isCountry(from), type != .place { return false }
    if ["released", "produces"].contains(label) {
      return drafts[from].type != .place
        && (type == .other || label == "released" && isHuman && drafts[from].type == .agency)
    }
    if ["knows", "elected", "awarded", "helped"].contains(label) {
      return label == "helped" ? type != .place : isHuman && drafts[from].type != .place
    }
    if ["arrested_in", "killed_in"].contains(label) {
      return type == .place && (drafts[from].type == .person || drafts[from].type == .group)
    }
    if ["leads", "owns"].contains(label), type == .person { return false }
    // People are held captive; whoever holds a part of a body owns it.
    if label == "held", !isHuman { return false }
    if label == "hired" { return type == .person || type == .organization }
    if label == "educated_at" {
      return drafts[from].type == .person && (type == .organization || type == .agency)
    }
    if label == "located_in", drafts[from].type == .person || drafts[from].type == .group {
      return false
    }
    if ["born_in", "died_in", "wanted_in"].contains(label),
      ![.person, .group].contains(drafts[from].type)
    {
      return false
    }
    // A lodge or a mine that no table knows may be owned.
    if type == .place, ["owns", "acquired", "sold"].contains(label),
      drafts[to].attributes.country == nil, drafts[from].type != .place
    {
      return true
    }
    if type == .place {
      return RelationFinder.placeLabels.contains(label)
        || isCountry(to) && RelationFinder.stateLabels.contains(label)
    }
    if ["married"].contains(label) {
      return drafts[from].type == .person && type == .person
    }
    if [
      "operates_in", "travelled_to", "lives_in", "held_in", "left", "born_in", "died_in",
      "located_in", "moved_to", "extradited_from", "wanted_in", "based_in", "shipped_to",
      "shipped_from", "seen_in", "surrendered_in", "found_in",
    ].contains(label) {
      return false
    }
    if ["taken_to", "deported_to", "extradited_to", "repatriated_to"].contains(label) {
      return false
    }
    if label == "member_of" { return type == .organization || type == .agency }
    if label == "alerted" || label == "told" {
      // "told Le Monde" is an interview, no alarm.
      let office = chainOf[to].flatMap { chains[$0].attributes.office } ?? ""
      return !["newspaper", "news agency", "broadcaster"].contains(office)
    }
    if label == "escaped_from" { return true }
    if label == "seized" { return false }
    return type != .other || !RelationFinder.humanLabels.contains(label)
  }

  /// True where a role may tie two mentions of such types.
  func fitsRole(_ label: String, _ from: Int, _ to: Int) -> Bool {
    let bearer = drafts[from].type
    let target = drafts[to].type
    let isHuman = bearer == .person || bearer == .group
    let isBody = target == .organization || target == .agency
    switch label {
    case "leads":
      return bearer == .person && (isBody || target == .place)
    case "founded", "spokesperson_for": return isHuman && isBody
    case "works_for":
      return isHuman && (isBody || target == .person && bearer == .person)
    case "member_of": return bearer != .place && isBody
    case "educated_at": return isHuman && isBody
    case "owns": return bearer != .place && isBody
    case "neighbour_of", "spouse_of", "child_of", "parent_of", "sibling_of", "related_to":
      return bearer == .person && target == .person
    case "associate_of", "represents", "supports", "succeeded":
      return bearer != .place && target != .place && bearer != .group
        && (bearer == target || label != "succeeded") && target != .other
    case "subsidiary_of": return isBodyType(bearer) && isBody
    case "competes_with": return isBodyType(bearer) == isBodyType(target) && target != .place
    case "lives_in", "born_in", "citizen_of": return isHuman && target == .place
    case "located_in": return bearer == .place && target == .place
    default: return true
    }
  }

  private func isBodyType(_ type: EntityType) -> Bool { type == .organization || type == .agency }
}
