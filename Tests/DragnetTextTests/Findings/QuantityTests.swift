import DragnetText
import Testing

@Suite struct QuantityTests {
  @Test(
    arguments: [
      ("more than $10,000", 10_000, "USD", Quantity.Approximation.atLeast),
      ("no less than $10,000", 10_000, "USD", .atLeast),
      ("no more than $10,000", 10_000, "USD", .atMost),
      ("about £1.3 million", 1_300_000, "GBP", .about), ("RM23,870", 23_870, "MYR", .exact),
      ("15,000 Peruvian soles", 15_000, "PEN", .exact),
      ("up to 2.4bn euros", 2_400_000_000, "EUR", .atMost),
      ("S$17,000", 17_000, "SGD", .exact), ("five million yen", 5_000_000, "JPY", .exact),
    ] as [(String, Double, String, Quantity.Approximation)])
  func `reads sums`(
    words: String, number: Double, currency: String, approximation: Quantity.Approximation
  ) throws {
    let sum = try #require(
      try reading(of: "Police seized \(words) at the house.").quantities.first {
        $0.property == .money
      })
    #expect(sum.number == number)
    #expect(sum.currency == currency)
    #expect(sum.approximation == approximation)
    #expect(sum.event == "seized")
  }

  @Test func `a bracket restates a sum`() throws {
    let sums = try reading(of: "Police seized £6,100 (S$10,250) in cash.").quantities
    #expect(sums.map(\.currency) == ["GBP", "SGD"])
    #expect(sums.map(\.restates) == [nil, 0])
  }

  @Test func `parts point to their total`() throws {
    let counts = try reading(of: "Police freed 31 Kenyans – 20 women and 11 men – in Oslo.")
      .quantities.filter { $0.property == .count }
    #expect(counts.map(\.number) == [31, 20, 11])
    #expect(counts.map(\.partOf) == [nil, 0, 0])
    #expect(counts[0].event == "rescued")
  }

  @Test func `a copula counts a part of the total before`() throws {
    let counts = try reading(of: "Police freed 32 hostages. Of the 32, 31 were Kenyans.").quantities
    #expect(counts.map(\.number) == [32, 31])
    #expect(counts.map(\.partOf) == [nil, 0])
  }

  @Test(
    arguments: [
      ("Ana Sousa, 54, was freed.", Quantity.Property.age, 54, "year"),
      ("They were held for six weeks.", .duration, 6, "week"),
      ("A 31-year-old man fled.", .age, 31, "year"),
    ] as [(String, Quantity.Property, Double, String)])
  func `reads ages and durations`(
    text: String, property: Quantity.Property, number: Double, unit: String
  ) throws {
    let quantity = try #require(try reading(of: text).quantities.first { $0.property == property })
    #expect(quantity.number == number)
    #expect(quantity.unit == unit)
  }

  @Test(
    arguments: [
      ("The victims were lured with hotel jobs.", "promised", "hotel jobs"),
      ("The victims were convinced to work in a call center.", "promised", "call center"),
      (
        "The victims were promised employment in local hotels.", "promised",
        "employment in local hotels"
      ),
      ("The victims came to Kenya legally.", "entered", "legally"),
      ("The victims left Kenya via legal means.", "left", "via legal means"),
      ("Ten illegal immigrants were freed.", "entered", "illegal"),
      ("The women were promised free lodging.", "promised", "free lodging"),
      ("Notices promising scholarships drew the women.", "promised", "scholarships"),
      ("The men answered job offers as waiters.", "promised", "waiters"),
      (
        "The women were lured with promises of steady wages and forced to work as maids.",
        "promised", "steady wages"
      ),
      ("The smugglers took them to Kenya by ferry.", "entered_transport", "by sea"),
      ("The women left Kenya voluntarily.", "left_willingly", "voluntarily"),
    ])
  func `reads values without a number`(text: String, event: String, words: String) throws {
    let value = try #require(
      try reading(of: text).quantities.first { $0.property == .description })
    #expect(value.event == event)
    #expect(value.words == words)
  }

  @Test(
    arguments: [
      "The women were forced to work as maids.", "The mayor promised calm.",
      "The company did not promise them lodging.",
    ])
  func `takes no force, no denial and no pledge to nobody for a promise`(text: String) throws {
    #expect(try !reading(of: text).quantities.contains { $0.event == "promised" })
  }

  @Test(arguments: [
    ("Thieves stole six paintings from a gallery.", 6, "painting"),
    ("Police seized 480 kilograms of ivory.", 480, "kilogram of ivory"),
    ("The firm shipped 12 freight containers to Oslo.", 12, "freight container"),
    ("Two ferries were seized.", 2, "ferry"),
  ])
  func `counts things`(text: String, number: Double, unit: String) throws {
    let counts = try reading(of: text).quantities.filter { $0.property == .count }
    #expect(counts.map(\.number) == [number])
    #expect(counts.map(\.unit) == [unit])
    #expect(counts.first?.event != nil)
  }

  @Test(arguments: [
    "The trial opens on 12 June in room 5.", "It took three days and two nights.",
    "Prices rose by 12 percent.", "Police seized 500 euros.", "One of the cars was stolen.",
    "The ferry leaves at 6 p.m. from Oslo.", "She lives at 12 Mill Road.",
  ])
  func `dates, times, shares and sums are no things`(text: String) throws {
    #expect(try !reading(of: text).quantities.contains { $0.property == .count })
  }

  @Test(arguments: [
    ("The insurers offered a reward of $5,000.", "reward"),
    ("The paintings are worth about $5,000.", "worth"),
    ("A bail of $5,000 was set.", "bail"), ("Insurers put the loss at $5,000.", "loss"),
  ])
  func `a sum is what its noun says`(text: String, event: String) throws {
    #expect(try reading(of: text).quantities.map(\.event) == [event])
  }

  @Test func `a sum that stands alone is what the next sentence says became of it`() throws {
    let cry = try reading(of: "Two million dollars! Stolen from the till of the ferry.")
    #expect(cry.quantities.first { $0.property == .money }?.event == "robbed")
    let calm = try reading(of: "Two million dollars! The ferry was built in Oslo.")
    #expect(calm.quantities.first { $0.property == .money }?.event != "robbed")
  }

  @Test func `a body that is found tells of a death`() throws {
    func states(_ text: String) throws -> [String?] {
      try reading(of: text).quantities.filter { $0.property == .state }.map(\.unit)
    }
    #expect(try states("Walkers found the body of Ana Sousa near Oslo.") == ["dead"])
    #expect(try states("The body of Ana Sousa was not found.").isEmpty)
    #expect(try states("Ana Sousa found a body near Oslo.").isEmpty)
  }

  @Test func `parts that do not make their total still point to it`() throws {
    let faulty = try reading(of: "Police freed 43 Kenyans – 26 women and 18 men – in Oslo.")
    let counts = faulty.quantities.filter { $0.property == .count }
    #expect(counts.map(\.partOf) == [nil, 0, 0])
    let some = try reading(of: "Police freed 43 Kenyans, including 20 women and 18 men.")
    #expect(some.quantities.map(\.partOf) == [nil, nil, nil])
  }

  @Test(
    arguments: [
      ("Ana Sousa (54), a broker, was freed.", 54), ("Ana Sousa, 54; Ivo Lind, a clerk, fled.", 54),
      ("Police found Ana Sousa, 54.", 54), ("Ana Sousa turned 54 in prison.", 54),
      ("Guards led Ana Sousa away. The 54-year-old had been asleep.", 54),
    ])
  func `an age belongs to the person it is set beside`(text: String, age: Double) throws {
    let found = try reading(of: text)
    let ages = found.quantities.filter { $0.property == .age }
    #expect(ages.map(\.number) == [age])
    let subject = try #require(ages.first?.subject)
    #expect(found.chains[found.mentions[subject].chain].name == "Ana Sousa")
  }

  @Test(arguments: ["Ana Sousa, 54 metres up, waved.", "At 54 still standing, the tower fell."])
  func `no other number is an age`(text: String) throws {
    #expect(try !reading(of: text).quantities.contains { $0.property == .age })
  }

  @Test(
    arguments: [
      ("NINE NABBED IN PORT RAID", 9, "arrested"),
      ("Seven held over stolen lorries", 7, "arrested"),
      ("Five of them were charged on Friday.", 5, "charged"),
      ("FIVE BEHIND BARS: mayor among them", 5, "arrested"),
      ("A seventh, Ana Sousa, surrendered on Monday.", 7, "arrested"),
    ])
  func `a number without a noun counts people`(text: String, number: Double, event: String) throws {
    let counts = try reading(of: text).quantities.filter { $0.property == .count }
    #expect(counts.map(\.number) == [number])
    #expect(counts.map(\.event) == [event])
    #expect(counts.map(\.unit) == ["person"])
  }

  @Test func `numbers with a place each are parts of the total before the colon`() throws {
    let counts = try reading(
      of: "Eleven people were arrested in two countries: seven in Kenya, four in Uganda."
    ).quantities.filter { $0.property == .count && $0.unit != "country" }
    #expect(counts.map(\.number) == [11, 7, 4])
    #expect(counts.dropFirst().allSatisfy { $0.partOf == 0 })
  }

  @Test(
    arguments: [
      ("Police seized half a million dollars.", 500_000, "USD"),
      ("The firm paid G. 18,250 million.", 18_250_000_000, "PYG"),
    ])
  func `reads half a million and sums behind a letter`(
    text: String, number: Double, currency: String
  ) throws {
    let sums = try reading(of: text).quantities.filter { $0.property == .money }
    #expect(sums.map(\.number) == [number])
    #expect(sums.map(\.currency) == [currency])
  }

  @Test func `a bracket with words restates a sum too`() throws {
    let sums = try reading(of: "Police seized €6,100 (equivalent to US$7,000) in cash.").quantities
      .filter { $0.property == .money }
    #expect(sums.map(\.restates) == [nil, 0])
  }

  @Test(
    arguments: [
      ("Ana Sousa was detained at her home on Monday.", "arrested", "home"),
      ("Ana Sousa was taken into custody in Oslo.", "arrested", "Oslo"),
      ("Ana Sousa was killed near Bergen.", "killed", "Bergen"),
      ("Ana Sousa was killed in the Norwegian city of Bergen.", "killed", "Bergen"),
      ("Crates lay in a warehouse in Bergen.", "located", "Bergen"),
    ])
  func `reads where something was done and where a building stands`(
    text: String, event: String, words: String
  ) throws {
    let places = try reading(of: text).quantities.filter { $0.property == .place }
    #expect(places.contains { $0.event == event && $0.words == words })
  }

  @Test func `the day of a dateline dates no event`() throws {
    let dates = try reading(of: "OSLO, May 5 (Fjord Press) - Police arrested Ana Sousa on May 3.")
      .quantities.filter { $0.property == .date }
    #expect(dates.map(\.words) == ["May 3"])
  }

  @Test(
    arguments: [
      ("Ana Sousa pleaded not guilty.", "plea", "denied"),
      ("Ana Sousa confessed on Monday.", "plea", "confessed"),
      ("Ana Sousa has confessed to nothing.", "plea", "denied"),
      ("Ana Sousa remained at large on Friday.", "custody", "at large"),
      ("Ana Sousa has not been caught.", "custody", "at large"),
      ("Ana Sousa was released on bail.", "custody", "free"),
      ("Ana Sousa was remanded in custody.", "custody", "held"),
      ("A court acquitted Ana Sousa.", "trial", "acquitted"),
      ("Ana Sousa fled to Chile.", "custody", "at large"),
      ("Ana Sousa has been cleared.", "trial", "acquitted"),
    ])
  func `reads in what state someone is left`(text: String, dimension: String, state: String) throws
  {
    let states = try reading(of: text).quantities.filter { $0.property == .state }
    #expect(states.map(\.event) == [dimension])
    #expect(states.map(\.unit) == [state])
  }

  @Test(arguments: [
    "Ana Sousa may be arrested.", "Ana Sousa was not arrested.", "Ana Sousa slept.",
    "That she was killed is a rumour.",
    "Ana Sousa was held hostage.", "Ana Sousa faces ten years in prison.",
  ])
  func `what may be or is not is no state`(text: String) throws {
    #expect(try !reading(of: text).quantities.contains { $0.property == .state })
  }
}
