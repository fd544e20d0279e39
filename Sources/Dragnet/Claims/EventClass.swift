import DragnetText

/// Labels that name one kind of event, so that values of *rescued* and *freed* can be compared.
enum EventClass {
  private static let classes: [String: String] = {
    var classes: [String: String] = [:]
    for line in [
      "rescued freed saved found find liberated evacuated released",
      "arrested detained captured apprehended nab nabbed grab bust haul handcuff surrendered_to",
      "held held_captive kidnapped abducted imprisoned confined trapped",
      "killed died die crush crushed bury buried murdered shot_dead executed dead perish drown",
      "injured wounded hurt",
      "seized confiscated recovered impounded",
      "arrived arrived_in come taken_to came_to travelled_to traveled_to entered lured_to brought_to "
        + "flown_to moved_to smuggled_to transported_to flew_to went_to trafficked_to",
      "left departed left_from fled_from",
      "promised lured offered tricked recruited",
      "escaped escape escaped_from fled flee", "paid bribed", "stole stolen robbed embezzled",
      "charged", "sentenced", "extorted extorted_from demanded", "defrauded", "laundered",
      "alerted warned warn warning_to alert notify notified tipped_off",
      "suspended suspend ban banned",
      "dismissed sacked fired ousted", "resigned resign_from stepped_down quit",
      "expelled expel", "elected elect", "appointed appoint", "evicted evict",
      "remanded remand", "evacuated evacuate", "extradited extradite",
      "missing", "displaced", "infected", "hospitalized",
    ] {
      let labels = line.split(separator: " ").map(String.init)
      for label in labels { classes[label] = labels[0] }
    }
    return classes
  }()

  /// Classes that hold of things only: people are found and taken otherwise.
  private static let thingClasses: [String: String] = {
    var classes: [String: String] = [:]
    for line in [
      "stole steal stolen rob robbed take taken took loot burgle",
      "seized found find discovered discover recovered recover confiscated confiscate uncover",
      "shipped ship send sent export transport deliver smuggle smuggled",
      "destroyed destroy burn damage damaged wreck",
    ] {
      let labels = line.split(separator: " ").map(String.init)
      for label in labels { classes[label] = labels[0] }
    }
    return classes
  }()

  /// Nouns and verbs that say what a sum is.
  private static let sumClasses: [String: String] = {
    var classes: [String: String] = [:]
    for line in [
      "worth value valued estimate estimated cost costs",
      "loss losses damage damages defrauded cheated swindled conned lose lost",
      "paid pay payment payments bribe bribes receive received transfer transferred received_from "
        + "pocket accept hand give slip price get got",
      "stole stolen steal robbed rob take taken theft haul",
      "ransom demand demanded want extort extorted ask", "reward", "bail",
      "fine fined sanctioned penalty",
      "seized found recovered",
      "profit profits earn earned rake rak make raked earnings gain gains net reap gross",
      "damages compensation", "debt debts owe owed", "budget", "salary wage wages",
    ] {
      let labels = line.split(separator: " ").map(String.init)
      for label in labels { classes[label] = labels[0] }
    }
    return classes
  }()

  /// What a sum is, one word for all of its kind.
  static func ofSum(_ label: String) -> String { sumClasses[label] ?? of(label) }

  /// The kind of event that befell things.
  static func ofThings(_ label: String) -> String { thingClasses[label] ?? of(label) }

  /// Events that a case counts people in.
  static let countingPeople: Set<String> = [
    "rescued", "arrested", "held", "killed", "injured", "charged", "sentenced", "escaped",
    "defrauded", "missing", "displaced", "infected", "hospitalized", "accused", "convicted",
    "remanded", "evacuated", "evicted", "suspended", "extradited",
  ]

  /// Events that happen once to one thing; two dates for one cannot both be right.
  static let happeningOnce: Set<String> = [
    "rescued", "arrested", "killed", "arrived", "raided", "born", "born_in", "died_in", "founded",
    "charged", "sentenced", "convicted", "left", "escaped", "escaped_from", "launched", "seized",
    "stole", "robbed", "attacked", "signed", "married", "opened", "released", "extradited",
    "acquitted", "convicted", "destroyed", "bombed", "murdered", "found", "dismissed", "expelled",
    "resigned",
    "elected", "appointed", "hired", "evicted", "born_in", "sanctioned", "suspended", "kidnapped",
  ]

  /// Accidents: of a thing without a name, and once in a case.
  static let accidents: Set<String> = [
    "collapse", "explode", "sink", "crash", "derail", "capsize", "erupt", "burst", "ignite",
  ]

  /// *explosion* for *explode*.
  static func accidentNoun(_ event: String) -> String {
    let nouns = [
      "explode": "explosion", "sink": "sinking", "derail": "derailment", "capsize": "capsizing",
      "erupt": "eruption", "ignite": "fire",
    ]
    return nouns[event] ?? event
  }

  /// Events that move money once in a case, so that sums need no subject to be compared.
  static let movingMoney: Set<String> = [
    "seized", "stole", "paid", "extorted", "defrauded", "laundered", "sentenced", "charged",
    "worth", "loss", "ransom", "reward",
  ]

  /// Events whose numbers grow from day to day.
  static let growing: Set<String> = [
    "killed", "injured", "missing", "displaced", "infected", "hospitalized",
  ]

  /// The event of a count: *21 died in March* are dead, wherever it was.
  static func ofCount(_ label: String) -> String {
    guard label.hasSuffix("_in"), let base = classes[String(label.dropLast(3))] else {
      return label
    }
    return countingPeople.contains(base) ? base : label
  }

  /// True for a number of people: said so, or counted in what befalls only people (*twelve crooks were
  /// arrested*).
  static func counts(_ quantity: Quantity) -> Bool {
    let unit = Unit(quantity.unit ?? "")
    if unit.kind == "person" { return true }
    guard let event = quantity.event.map({ of(ofCount($0)) }), !unit.isMeasure else { return false }
    return onlyOfPeople.contains(event)
      || event == "killed" && !animals.contains(unit.kind) && !raidedPlaces.contains(unit.kind)
  }

  private static let onlyOfPeople: Set<String> = [
    "arrested", "charged", "sentenced", "convicted", "accused", "remanded", "extradited",
    "hospitalized",
  ]
  private static let animals: Set<String> = [
    "animal", "elephant", "rhino", "rhinoceros", "dog", "cat", "horse", "cow", "cattle", "sheep",
    "goat", "pig", "fish", "bird", "pangolin", "tiger", "lion", "whale", "dolphin", "turtle",
    "bear",
    "wolf", "camel", "chicken", "seal", "shark", "monkey", "gorilla", "bee", "tree", "job",
    "project", "deal",
  ]

  /// Nouns that count people by what befell them: *four arrests*.
  static func ofArrests(_ noun: String) -> String? {
    ["arrest": "arrested", "detention": "arrested", "conviction": "convicted", "death": "killed"][
      noun]
  }

  /// Raids and what was raided are one count: *eleven searches*, *searched nine properties*.
  static func ofRaids(_ noun: String, _ event: String?) -> String? {
    if ["search", "raid"].contains(noun) { return "search" }
    guard let event, of(event) == "raided", raidedPlaces.contains(noun) else { return nil }
    return "search"
  }

  private static let raidedPlaces: Set<String> = [
    "property", "house", "home", "address", "location", "site", "premise", "building", "office",
    "place", "flat", "apartment", "warehouse",
  ]

  /// True for a word that says what a sum is.
  static func tellsSums(_ event: String) -> Bool {
    isTelling(event) || sumClasses[event] == event
  }

  /// True for what happens to money many times in a case.
  static func isPayment(_ event: String) -> Bool {
    ["paid", "charged", "laundered", "extorted", "sold", "acquired"].contains(event)
  }

  /// True for a kind of event that alone tells what a number is of.
  static func isTelling(_ event: String) -> Bool {
    countingPeople.contains(event) || movingMoney.contains(event) || happeningOnce.contains(event)
  }

  /// Stays by force, one word for all: *held*, *remanded*, *detained*.
  static func ofStays(_ label: String) -> String {
    [
      "held", "held_in", "arrested", "remanded", "remand", "detention", "imprisoned", "keep",
      "spend",
    ]
    .contains(label) || of(label) == "held" ? "held" : of(label)
  }

  /// The label that stands for the kind of event.
  static func of(_ label: String) -> String { classes[label] ?? label }

  /// True for a label of the lists above.
  static func isKnown(_ label: String) -> Bool { classes[label] != nil }

  /// Verbs that say nothing of what happened.
  static let light: Set<String> = [
    "have", "be", "say", "come", "get", "make", "do", "give", "put", "set", "include", "add",
    "tell",
    "go", "know", "see", "use", "need", "want", "show", "call", "follow", "start", "begin",
    "say_in", "amount", "sum", "total", "equivalent", "number", "lie", "count", "need", "remain",
    "live", "stand", "weigh", "contain", "consist", "involve", "cover", "become", "begin", "last",
  ]

  private static let irregular: [String: String] = [
    "stole": "stolen", "take": "taken", "give": "given", "find": "found", "hold": "held",
    "send": "sent", "buy": "bought", "sell": "sold", "bring": "brought", "lose": "lost",
    "win": "won", "spend": "spent", "build": "built", "keep": "kept", "leave": "left",
    "break": "broken", "hide": "hidden", "write": "written", "tie": "tied up", "die": "killed",
    "hit": "hit", "set": "set", "put": "put", "cut": "cut", "pay": "paid", "see": "seen",
  ]

  /// Labels in the present: what holds, not what happened.
  private static let standing: [String: String] = [
    "owns": "owned", "leads": "led", "controls": "controlled", "represents": "represented",
    "investigates": "investigated", "works_for": "working for", "represent": "represented",
    "member_of": "a member of", "associated_with": "linked to", "met": "met",
  ]

  /// The label as what someone does to someone: *owns*, *arrested*.
  static func verb(_ label: String) -> String {
    ["owns", "leads", "controls", "represents", "investigates"].contains(label)
      ? label
      : label == "works_for" ? "works for" : label == "member_of" ? "is a member of" : words(label)
  }

  /// The label in words, as they follow *was* and *were*.
  static func words(_ label: String) -> String {
    if let known = irregular[label] ?? standing[label] { return known }
    let text = label.replacing("_", with: " ")
    guard !isKnown(label), !label.contains("_"), !label.hasSuffix("ed"),
      let last = label.last, let before = label.dropLast().last
    else { return text }
    if last == "e" { return text + "d" }
    if last == "y", !"aeiou".contains(before) { return text.dropLast() + "ied" }
    return text + "ed"
  }
}

/// A kind of event in one case: what is asked of it is asked of the documents of that case.
struct EventOfCase: Hashable, Comparable {
  let event: String
  let place: Int

  static func < (a: EventOfCase, b: EventOfCase) -> Bool { (a.place, a.event) < (b.place, b.event) }
}
