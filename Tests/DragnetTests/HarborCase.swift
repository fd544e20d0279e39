import DragnetText

/// An invented case in three texts: a gang, its leader, the police and the people found.
enum HarborCase {
  static var readings: [Reading] { [daily, herald, wire] }

  static var daily: Reading {
    var draft = ReadingDraft(
      "daily.txt",
      [
        "The Norwegian police rescued 31 Filipino seamen in Bergen on 3 May.",
        "Police arrested Ivar Moen, leader of the Black Anchor gang.",
        "Ivar denied that he paid the harbour master.",
      ], source: "Daily", published: CalendarDate("2024-05-06"))
    draft.chain(
      "Norwegian police", .agency, ["The Norwegian police", "Police"], named: false,
      attributes: Attributes(country: "NO", office: "police"))
    draft.chain(
      "31 Filipino seamen", .group, named: false,
      attributes: Attributes(country: "PH", count: 31, noun: "seaman"))
    draft.chain("Bergen", .place, attributes: Attributes(country: "NO"))
    draft.chain("Ivar Moen", .person, ["Ivar Moen", "Ivar"])
    draft.chain("Black Anchor", .organization, ["the Black Anchor gang"])
    draft.finding(
      "Norwegian police", "rescued", "31 Filipino seamen", date: CalendarDate("2024-05-03"),
      confidence: 0.9)
    draft.finding("Norwegian police", "arrested", "Ivar Moen", sentence: 1)
    draft.finding("Ivar Moen", "leads", "Black Anchor", sentence: 1)
    draft.quantity(
      .count, "31", number: 31, unit: "seaman", event: "rescued", subject: "31 Filipino seamen")
    return draft.reading
  }

  static var herald: Reading {
    var draft = ReadingDraft(
      "herald.txt",
      [
        "Norway's national police rescued 30 Filipinos in Bergen.",
        "“Black Anchor” held the 30 Filipinos, prosecutor Kari Lie said.",
        "I. Moen was arrested by the police.",
      ], source: "Herald", published: CalendarDate("2024-05-07"))
    draft.chain(
      "national police", .agency, ["Norway's national police", "the police"], named: false,
      attributes: Attributes(country: "NO", office: "police"))
    draft.chain(
      "30 Filipinos", .group, ["30 Filipinos", "the 30 Filipinos"], named: false,
      attributes: Attributes(country: "PH", count: 30, noun: "filipino"))
    draft.chain("Bergen", .place)
    draft.chain("Black Anchor", .organization)
    draft.chain("Kari Lie", .person)
    draft.chain("I. Moen", .person)
    draft.finding("national police", "rescued", "30 Filipinos", confidence: 0.7)
    draft.finding("Black Anchor", "held", "30 Filipinos", sentence: 1, speaker: "Kari Lie")
    draft.finding("national police", "arrested", "I. Moen", sentence: 2, confidence: 0.5)
    draft.quantity(
      .count, "30", number: 30, unit: "person", event: "rescued", subject: "30 Filipinos")
    return draft.reading
  }

  static var wire: Reading {
    var draft = ReadingDraft(
      "wire.txt",
      [
        "According to the Daily, police in Norway arrested Mr Moen in Bergen.",
        "Kari Lie accused Black Anchor.",
      ], source: "Wire")
    draft.chain("Daily", .organization)
    draft.chain(
      "police in Norway", .agency, named: false,
      attributes: Attributes(country: "NO", office: "police"))
    draft.chain("Moen", .person, ["Mr Moen"], attributes: Attributes(honorific: "Mr"))
    draft.chain("Bergen", .place)
    draft.chain("Kari Lie", .person)
    draft.chain("Black Anchor", .organization)
    draft.finding("police in Norway", "arrested", "Moen")
    draft.finding("Kari Lie", "accused", "Black Anchor", sentence: 1, modality: .alleged)
    draft.attribution("Daily")
    return draft.reading
  }
}
