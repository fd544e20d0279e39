/// Labels that name one kind of event, so that values of *rescued* and *freed* can be compared.
enum EventClass {
  private static let classes: [String: String] = {
    var classes: [String: String] = [:]
    for line in [
      "rescued freed saved found liberated evacuated released",
      "arrested detained captured apprehended",
      "held held_captive kidnapped abducted imprisoned confined trapped",
      "killed died murdered shot_dead executed",
      "injured wounded hurt",
      "seized confiscated recovered impounded",
      "arrived arrived_in taken_to came_to travelled_to traveled_to entered lured_to brought_to "
        + "flown_to moved_to smuggled_to transported_to flew_to went_to trafficked_to",
      "left departed left_from fled_from",
      "promised lured offered tricked recruited",
      "paid bribed", "stole stolen robbed embezzled",
    ] {
      let labels = line.split(separator: " ").map(String.init)
      for label in labels { classes[label] = labels[0] }
    }
    return classes
  }()

  /// Events that happen once to one thing; two dates for one cannot both be right.
  static let happeningOnce: Set<String> = [
    "rescued", "arrested", "killed", "arrived", "raided", "born", "born_in", "died_in", "founded",
    "charged", "sentenced", "convicted", "left", "escaped", "escaped_from", "launched", "seized",
  ]

  /// Events whose numbers grow from day to day.
  static let growing: Set<String> = [
    "killed", "injured", "missing", "displaced", "infected", "hospitalized",
  ]

  /// The label that stands for the kind of event.
  static func of(_ label: String) -> String { classes[label] ?? label }

  /// The label in words.
  static func words(_ label: String) -> String { label.replacing("_", with: " ") }
}

/// A kind of event in one case: what is asked of it is asked of the documents of that case.
struct EventOfCase: Hashable, Comparable {
  let event: String
  let place: Int

  static func < (a: EventOfCase, b: EventOfCase) -> Bool { (a.place, a.event) < (b.place, b.event) }
}
