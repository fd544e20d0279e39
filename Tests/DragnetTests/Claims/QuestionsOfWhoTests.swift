import DragnetText
import Testing

@testable import Dragnet

/// Questions on who, and on what someone is, asked of texts written for them.
@Suite struct QuestionsOfWhoTests {
  /// Texts of one case: each starts with a sentence that ties it to the others.
  private func draft(
    _ name: String, _ sentence: String, published: String? = nil
  ) -> ReadingDraft {
    var draft = ReadingDraft(
      name, ["Vega Corp met Orla Finn and Tom Reed.", sentence],
      published: published.flatMap { CalendarDate($0) })
    draft.chain("Vega Corp", .organization)
    draft.chain("Orla Finn", .person)
    draft.chain("Tom Reed", .person)
    return draft
  }

  private func conflicts(_ drafts: [ReadingDraft]) -> [Conflict] {
    Investigation.makeNetwork(from: drafts.map(\.reading)).conflicts
  }

  private func head(_ name: String, _ whoms: [String], of unit: String) -> ReadingDraft {
    var draft = draft(name, "The \(unit) was led by \(whoms.joined(separator: " and ")).")
    for whom in whoms { draft.quantity(.holder, "led", sentence: 1, unit: unit, subject: whom) }
    return draft
  }

  @Test func `two heads of one ring exclude each other`() throws {
    let found = conflicts([
      head("a", ["Orla Finn"], of: "ring"), head("b", ["Tom Reed"], of: "ring"),
    ])
    let conflict = try #require(found.first)
    #expect(found.count == 1)
    #expect(conflict.verdict == .conflict)
    #expect(conflict.about == "who led the ring")
    #expect(conflict.values.map(\.value).sorted() == ["Orla Finn", "Tom Reed"])
  }

  @Test func `who heads the raids is asked apart from who heads the ring`() {
    #expect(
      conflicts([head("a", ["Orla Finn"], of: "ring"), head("b", ["Tom Reed"], of: "raid")])
        .isEmpty)
  }

  @Test func `a text that names both heads agrees with one that names one`() {
    #expect(
      conflicts([
        head("a", ["Orla Finn"], of: "ring"), head("b", ["Orla Finn", "Tom Reed"], of: "ring"),
      ]).isEmpty)
  }

  private func ranked(_ name: String, _ words: String, _ number: Double, _ unit: String)
    -> ReadingDraft
  {
    var draft = draft(name, "Vega Corp is the \(words) here.")
    draft.quantity(.rank, words, sentence: 1, number: number, unit: unit, subject: "Vega Corp")
    return draft
  }

  @Test func `a place among lenders is one among banks`() {
    let found = conflicts([
      ranked("a", "third-largest bank", 3, "largest bank"),
      ranked("b", "fifth-largest lender", 5, "largest lender"),
    ])
    #expect(found.map(\.verdict) == [.conflict])
    #expect(found.map(\.about) == ["which place Vega Corp has as largest bank"])
    #expect(
      conflicts([
        ranked("a", "third-largest bank", 3, "largest bank"),
        ranked("b", "fifth-oldest bank", 5, "oldest bank"),
      ]).isEmpty)
  }

  private func origin(_ name: String, _ adjective: String, _ country: String) -> ReadingDraft {
    var draft = draft(name, "Orla Finn is a \(adjective) sailor.")
    draft.origin(adjective, country: country, of: "Orla Finn", sentence: 1)
    return draft
  }

  @Test func `two countries of one person exclude each other`() {
    let found = conflicts([origin("a", "Danish", "Denmark"), origin("b", "Finnish", "Finland")])
    #expect(found.map(\.verdict) == [.conflict])
    #expect(found.first?.values.map(\.value).sorted() == ["Danish", "Finnish"])
    #expect(
      conflicts([origin("a", "Danish", "Denmark"), origin("b", "Danish", "Denmark")]).isEmpty)
  }

  private func kin(_ name: String, _ label: String, _ word: String) -> ReadingDraft {
    var draft = draft(name, "Orla Finn came with her \(word), Tom Reed.")
    draft.finding("Orla Finn", label, "Tom Reed", sentence: 1, isDirected: false)
    return draft
  }

  @Test(
    arguments: [
      ("sibling_of", "brother", "related_to", "cousin", true),
      ("spouse_of", "husband", "spouse_of", "spouse", false),
      ("related_to", "partner", "related_to", "fiancé", false),
      ("parent_of", "son", "child_of", "father", false),
    ])
  func `two ties between the same two exclude each other unless they are one`(
    label: String, word: String, other: String, rival: String, isTold: Bool
  ) {
    let found = conflicts([kin("a", label, word), kin("b", other, rival)])
    #expect(found.contains { $0.about == "how Orla Finn and Tom Reed are related" } == isTold)
  }

  // MARK: What was done, and when

  private func dismissed(_ name: String, published: String, date: String? = nil) -> ReadingDraft {
    var draft = draft(name, "Vega Corp dismissed Orla Finn.", published: published)
    draft.finding(
      "Vega Corp", "dismissed", "Orla Finn", sentence: 1, date: date.flatMap { CalendarDate($0) })
    return draft
  }

  @Test func `what one text tells as done cannot be dated later by another`() throws {
    let found = conflicts([
      dismissed("a", published: "2024-03-05"),
      dismissed("b", published: "2024-07-01", date: "2024-04"),
    ])
    let conflict = try #require(found.first)
    #expect(conflict.verdict == .conflict)
    #expect(conflict.about == "when Orla Finn was dismissed")
    #expect(conflict.values.map(\.value).sorted() == ["April 2024", "by Tuesday 5 March 2024"])
    #expect(
      conflicts([
        dismissed("a", published: "2024-03-05"),
        dismissed("b", published: "2024-07-01", date: "2024-03"),
      ]).isEmpty)
  }

  @Test(arguments: [
    ("2024-03-01", "2024-05-01", Verdict.otherTime), ("2024-05-01", "2024-03-01", .conflict),
  ])
  func `nobody charged and someone charged`(none: String, some: String, verdict: Verdict) {
    var nobody = draft("a", "None has been charged.", published: none)
    nobody.quantity(.state, "None has been charged", sentence: 1, unit: "nobody", event: "charged")
    var somebody = draft("b", "Orla Finn was charged on Monday.", published: some)
    somebody.quantity(
      .date, "Monday", sentence: 1, date: CalendarDate("2024-02-05"), event: "charged",
      subject: "Orla Finn")
    let found = conflicts([nobody, somebody])
    #expect(found.map(\.verdict) == [verdict])
    #expect(found.first?.about == "whether anyone was charged")
  }

  @Test(
    arguments: [
      ("2025-02-05", "Wednesday 5 February 2025"), ("2000-02-29", "Tuesday 29 February 2000"),
      ("1999-12-31", "Friday 31 December 1999"), ("2024-01-01", "Monday 1 January 2024"),
      ("2024-03", "March 2024"), ("2019", "2019"),
    ])
  func `a day is shown with its weekday`(date: String, words: String) throws {
    #expect(try #require(CalendarDate(date)).inWords == words)
  }

  @Test func `held in one text and acquitted in another is a matter of time`() {
    var held = draft("a", "Orla Finn was detained.")
    held.state("was detained", dimension: "custody", value: "held", of: "Orla Finn", sentence: 1)
    var cleared = draft("b", "Orla Finn was acquitted.")
    cleared.state(
      "was acquitted", dimension: "trial", value: "acquitted", of: "Orla Finn", sentence: 1)
    #expect(conflicts([held, cleared]).map(\.verdict) == [.otherTime])
    #expect(conflicts([held, held]).isEmpty)
  }

  @Test func `one is held before one is released, whenever that was written`() {
    var held = draft("a", "Orla Finn was detained.", published: "2024-03-01")
    held.state("was detained", dimension: "custody", value: "held", of: "Orla Finn", sentence: 1)
    var free = draft("b", "Orla Finn was released.")
    free.state("was released", dimension: "custody", value: "free", of: "Orla Finn", sentence: 1)
    #expect(conflicts([held, free]).map(\.verdict) == [.otherTime])
  }

  // MARK: How many, how long

  private func counted(
    _ name: String, _ count: Int, _ noun: String, _ event: String, published: String? = nil,
    saying sentence: String? = nil
  ) -> ReadingDraft {
    var draft = draft(
      name, sentence ?? "In all \(count) \(noun)s were \(event).", published: published)
    draft.quantity(
      .count, String(count), sentence: 1, number: Double(count), unit: noun, event: event)
    return draft
  }

  @Test func `people that no group noun names are counted by what befell them`() {
    let found = conflicts([
      counted("a", 9, "crook", "arrested"), counted("b", 12, "villain", "arrested"),
    ])
    #expect(found.map(\.verdict) == [.conflict])
    #expect(found.map(\.about) == ["number of people arrested"])
  }

  @Test func `searches are counted with what was searched`() {
    let found = conflicts([
      counted("a", 9, "house", "raided"),
      counted(
        "b", 11, "search", "carry", saying: "They carried out 11 searches, 9 of them at night."),
    ])
    #expect(found.map(\.verdict) == [.partOfTotal])
    #expect(found.first?.reason == "9 are part of 11")
  }

  @Test func `a number in the perfect may have grown, if the text came out much later`() {
    func charged(_ name: String, _ count: Int, _ published: String) -> ReadingDraft {
      counted(
        name, count, "person", "charged", published: published,
        saying: "So many as \(count) persons have been charged.")
    }
    #expect(
      conflicts([charged("a", 7, "2024-03-01"), charged("b", 11, "2024-05-01")]).map(\.verdict)
        == [.otherTime])
    #expect(
      conflicts([charged("a", 7, "2024-03-01"), charged("b", 11, "2024-03-02")]).map(\.verdict)
        == [.conflict])
  }

  @Test func `at least four thousand is far from ten thousand and near four thousand one hundred`()
  {
    func robbed(_ name: String, _ count: Int, isOpen: Bool) -> ReadingDraft {
      var draft = draft(name, "They cheated \(count) persons.")
      draft.quantity(
        .count, String(count), sentence: 1, number: Double(count),
        approximation: isOpen ? .atLeast : .exact, unit: "person", event: "defrauded")
      return draft
    }
    let far = [robbed("a", 4000, isOpen: true), robbed("b", 10_000, isOpen: false)]
    #expect(conflicts(far).map(\.verdict) == [.conflict])
    let near = [robbed("a", 4000, isOpen: true), robbed("b", 4100, isOpen: false)]
    #expect(conflicts(near).isEmpty)
  }

  @Test func `people employed are counted with employees`() {
    let found = conflicts([
      counted("a", 300, "person", "employ"), counted("b", 450, "employee", "have"),
    ])
    #expect(found.map(\.about) == ["number of employees"])
    #expect(found.map(\.verdict) == [.conflict])
  }

  @Test func `an accident of a nameless thing has one day in a case`() {
    func fell(_ name: String, _ day: String) -> ReadingDraft {
      var draft = draft(name, "The bridge collapsed on \(day).")
      draft.quantity(
        .date, day, sentence: 1, date: CalendarDate(day), event: "collapse")
      return draft
    }
    let found = conflicts([fell("a", "2024-03-05"), fell("b", "2024-03-06")])
    #expect(found.map(\.about) == ["when the collapse was"])
    #expect(found.map(\.verdict) == [.conflict])
    #expect(conflicts([fell("a", "2024-03-05"), fell("b", "2024-03-05")]).isEmpty)
  }

  @Test func `texts that share three telling numbers are of one case, two numbers do not do`() {
    func text(_ name: String, _ numbers: [Int], _ crates: Int) -> ReadingDraft {
      let nouns = ["lamp", "rope", "barge"]
      let told = zip(numbers, nouns).map { "\($0) \($1)s" }
      var draft = ReadingDraft(
        name, ["\(told.joined(separator: ", ")) and \(crates) crates were seized."],
        published: CalendarDate("2024-03-05"))
      for (number, noun) in zip(numbers + [crates], nouns + ["crate"]) {
        draft.quantity(
          .count, "\(number) \(noun)s", number: Double(number), unit: noun, event: "seized")
      }
      return draft
    }
    let one = conflicts([text("a", [28, 140, 53], 14), text("b", [28, 140, 53], 20)])
    #expect(one.map(\.about) == ["number of crates seized"])
    #expect(conflicts([text("a", [28, 140, 53], 14), text("b", [28, 140, 77], 20)]).isEmpty)
  }

  @Test(arguments: [(90.0, "day", 3.0, "month", false), (90, "day", 6, "month", true)])
  func `lengths of time are compared in days`(
    one: Double, unit: String, other: Double, rival: String, isTold: Bool
  ) {
    func held(_ name: String, _ number: Double, _ unit: String) -> ReadingDraft {
      var draft = draft(name, "Orla Finn is held for \(Int(number)) \(unit)s.")
      draft.quantity(
        .duration, "\(Int(number)) \(unit)s", sentence: 1, number: number, unit: unit,
        event: "held", subject: "Orla Finn")
      return draft
    }
    let found = conflicts([held("a", one, unit), held("b", other, rival)])
    #expect(found.isEmpty != isTold)
  }

  @Test func `those charged are a part of those arrested, if the text says of whom`() {
    let all = counted("a", 9, "person", "arrested")
    let some = counted("b", 4, "person", "charged", saying: "Just 4 of them were charged.")
    let found = conflicts([all, some])
    #expect(found.map(\.verdict) == [.partOfTotal])
    #expect(found.first?.reason == "4 of the 9 were charged")
    #expect(conflicts([all, counted("b", 4, "person", "charged")]).isEmpty)
  }

  @Test func `what the accused are held for is compared with what one of them is`() {
    var all = draft("a", "The court ordered the detention of the accused for six months.")
    all.quantity(
      .duration, "six months", sentence: 1, number: 6, unit: "month", event: "ordered")
    var one = draft("b", "Orla Finn is held for 90 days.")
    one.quantity(
      .duration, "90 days", sentence: 1, number: 90, unit: "day", event: "held",
      subject: "Orla Finn")
    #expect(conflicts([all, one]).map(\.about) == ["how long Orla Finn was held"])
    var lease = draft("a", "The court ordered a lease of six months.")
    lease.quantity(
      .duration, "six months", sentence: 1, number: 6, unit: "month", event: "ordered")
    #expect(conflicts([lease, one]).isEmpty)
  }

  @Test func `sums in two currencies are listed only where the texts speak of one thing`() {
    func worth(_ name: String, _ sum: String, _ currency: String, _ thing: String) -> ReadingDraft {
      var draft = ReadingDraft(
        name, ["Vega Corp met Orla Finn and Tom Reed.", "\(thing) is worth \(sum)."])
      for (known, type) in [("Vega Corp", EntityType.organization), ("Orla Finn", .person)] {
        draft.chain(known, type)
      }
      draft.quantity(
        .money, sum, sentence: 1, number: 900_000, currency: currency, event: "worth")
      return draft
    }
    #expect(
      conflicts([
        worth("a", "900000 euros", "EUR", "The altar"),
        worth("b", "900000 pounds", "GBP", "An altar"),
      ]).map(\.verdict) == [.notComparable])
    #expect(
      conflicts([
        worth("a", "900000 euros", "EUR", "The altar"),
        worth("b", "900000 pounds", "GBP", "A boat"),
      ]).isEmpty)
  }

  @Test func `a notice that names everyone once belongs to the case of those it names`() {
    let people = ["Ada Lind", "Bo Karr", "Cy Moen"]
    func text(_ name: String, _ others: [String], _ count: Int) -> ReadingDraft {
      // Ten others of each text's own are named more often than the three it shares.
      let own = others.map { "\($0) met \($0) and \($0)." }
      var draft = ReadingDraft(
        name, ["\(people.joined(separator: ", ")) left.", "Police seized \(count) crates."] + own)
      for person in people { draft.chain(person, .person) }
      for other in others { draft.chain(other, .person, [other, other, other]) }
      draft.quantity(
        .count, "\(count) crates", sentence: 1, number: Double(count), unit: "crate",
        event: "seized")
      return draft
    }
    let first = ["Al", "Be", "Ce", "De", "Ed", "Fe", "Ge", "Ha", "Ia", "Jo"].map { "\($0)x Noor" }
    let second = ["Ka", "La", "Ma", "Na", "Oa", "Pa", "Qa", "Ra", "Sa", "Ta"].map { "\($0)z Ruud" }
    let found = conflicts([text("a", first, 14), text("b", second, 20)])
    #expect(found.contains { $0.about == "number of crates seized" })
  }
}
