/// What kind of tie a relation is: sets the color of its line.
enum RelationFamily: String, CaseIterable {
  /// Who leads, belongs to, works for or owns whom.
  case command
  /// What was done to people and property.
  case harm
  /// What police, courts and other bodies do.
  case enforcement
  /// Where someone or something is, comes from or goes to.
  case place
  /// Money and goods that change hands.
  case money
  /// Meetings, kinship, help.
  case contact
  /// Who told or published what.
  case reporting
  /// Any other tie.
  case other

  /// The family of a relation label in snake_case. Labels are looked up whole, then by the first word
  /// that is no auxiliary, as a past form or a lemma.
  init(label: String) {
    if let family = RelationFamily.byLabel[label] {
      self = family
      return
    }
    let auxiliaries: Set<String> = ["will", "to", "be", "was", "were", "has", "had", "have", "not"]
    let verb = label.split(separator: "_").map(String.init).first { !auxiliaries.contains($0) }
    self = verb.flatMap(RelationFamily.find) ?? .other
  }

  /// Its name in a legend.
  var title: String {
    switch self {
    case .command: "Command, membership, ownership"
    case .harm: "Harm and exploitation"
    case .enforcement: "Enforcement and diplomacy"
    case .place: "Location and travel"
    case .money: "Money and goods"
    case .contact: "Contact and kinship"
    case .reporting: "Reporting"
    case .other: "Other relation"
    }
  }

  private static func find(_ verb: String) -> RelationFamily? {
    var forms = [verb]
    if verb.hasSuffix("ed") {
      forms += [String(verb.dropLast()), String(verb.dropLast(2)), String(verb.dropLast(3))]
    } else if verb.hasSuffix("s") {
      forms.append(String(verb.dropLast()))
    }
    if verb.hasSuffix("ied") { forms.append(verb.dropLast(3) + "y") }
    return forms.lazy.compactMap { byVerb[$0] }.first
  }

  private static let byLabel: [String: RelationFamily] = [
    "member_of": .command, "part_of": .command, "unit_of": .command, "subsidiary_of": .command,
    "works_for": .command, "subordinate_of": .command, "linked_to": .contact,
    "associated_with": .contact, "related_to": .contact, "sibling_of": .contact,
    "parent_of": .contact, "child_of": .contact, "spouse_of": .contact, "ally_of": .contact,
    "located_in": .place, "based_in": .place, "citizen_of": .place, "capital_of": .place,
    "taken_to": .place, "held_in": .place, "held_at": .place, "native_of": .place,
    "operates_in": .place, "works_in": .place, "killed_in": .harm, "victim_of": .harm,
    "suspect_in": .enforcement, "took_part_in": .contact, "complained_to": .reporting,
    "paid_to": .money, "sold_to": .money, "stole_from": .harm, "charged_with": .enforcement,
    "wanted_by": .enforcement, "wanted_in": .enforcement,
    "ordered_detention_of": .enforcement, "ordered_arrest_of": .enforcement,
    "has_account_at": .money,
    "took_place_at": .place, "took_place_in": .place,
    "born_in": .place, "died_in": .place,
  ]

  private static let byVerb: [String: RelationFamily] = {
    let verbs: [(RelationFamily, String)] = [
      (
        .command,
        """
        lead head found command control own run direct manage employ appoint oversee supervise form \
        join operate chair own order acquire set establish create hire name promote replace succeed work led ran found belong govern rule
        """
      ),
      (
        .harm,
        """
        hold held traffic kill attack kidnap abduct exploit extort threaten recruit lure force deceive \
        defraud target rob murder assault torture hack smuggle blackmail shoot shot bomb injure scam \
        beat beaten rape wound harass poison imprison enslave trick steal stole stab intimidate coerce \
        confiscate infect breach encrypt sabotage destroy damage burn stalk cheat
        """
      ),
      (
        .enforcement,
        """
        arrest detain raid rescue free accuse charge convict sentence sanction investigate prosecute \
        extradite deport seize question interview search fine indict suspend ban sue acquit release \
        alert warn repatriate jail pursue interrogate subpoena freeze froze dismantle inspect summon blame \
        testify try tried approve authorize designate blacklist expel intercept assist protect monitor \
        suspect allege
        """
      ),
      (
        .place,
        """
        visit escape flee fled travel arrive move leave left live reside locate base enter return fly \
        flew sail transport cross dock reach send sent transfer stay born
        """
      ),
      (
        .money,
        """
        pay paid buy bought sell sold fund finance launder invest donate bribe owe lend lent receive \
        rent lease supply deliver won win gave give took ship trade award contract import export
        """
      ),
      (
        .contact,
        """
        meet met call contact marry know knew negotiate cooperate represent help support befriend \
        partner join contradict write wrote thank advise defend
        """
      ),
      (
        .reporting,
        """
        report say said tell told quote announce confirm deny publish describe state post interview \
        cite claim comment reveal disclose
        """
      ),
    ]
    var table: [String: RelationFamily] = [:]
    for (family, list) in verbs {
      for verb in list.split(separator: " ") where table[String(verb)] == nil {
        table[String(verb)] = family
      }
    }
    return table
  }()
}
