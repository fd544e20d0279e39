import DragnetText
import Testing

@testable import Dragnet

@Suite struct ConflictFinderTests {
  /// Texts of one case: each starts with a sentence that ties it to the others.
  private func draft(
    _ name: String, _ sentence: String, published: String? = nil
  ) -> ReadingDraft {
    var draft = ReadingDraft(
      name, ["Vega Corp met Orla Finn.", sentence],
      published: published.flatMap { CalendarDate($0) })
    draft.chain("Vega Corp", .organization)
    draft.chain("Orla Finn", .person)
    return draft
  }

  private func conflicts(_ drafts: [ReadingDraft]) -> [Conflict] {
    Investigation.makeNetwork(from: drafts.map(\.reading)).conflicts
  }

  private func counted(
    _ name: String, _ count: Int, _ event: String, published: String? = nil
  ) -> ReadingDraft {
    let words = "\(count) dockers"
    var draft = draft(name, "\(words) were \(event).", published: published)
    draft.chain(
      words, .group, named: false, attributes: Attributes(count: count, noun: "docker"))
    draft.quantity(
      .count, String(count), sentence: 1, number: Double(count), unit: "docker", event: event,
      subject: words)
    return draft
  }

  @Test func `two numbers for the same people are a conflict`() throws {
    let found = conflicts([
      counted("a", 31, "rescued"), counted("b", 30, "freed"), counted("c", 31, "rescued"),
    ])
    let conflict = try #require(found.first)
    #expect(found.count == 1)
    #expect(conflict.verdict == .conflict)
    #expect(conflict.values.map(\.value) == ["31", "30"])
    #expect(conflict.values[0].documents.map(\.rawValue) == ["d-a", "d-c"])
    #expect(conflict.about == "number of dockers rescued")
  }

  @Test func `one document that gives two numbers for one event contradicts itself`() {
    var torn = draft("a", "31 dockers were freed; later 30 dockers were freed.")
    torn.chain(
      "dockers", .group, ["31 dockers", "30 dockers"], named: false,
      attributes: Attributes(count: 31, noun: "docker"))
    for (words, number) in [("31 dockers", 31.0), ("30 dockers", 30.0)] {
      torn.quantity(
        .count, words, sentence: 1, number: number, unit: "docker", event: "freed",
        subject: "dockers")
    }
    #expect(conflicts([torn]).map(\.verdict) == [.internalConflict])
  }

  @Test func `equal numbers raise no question`() {
    #expect(conflicts([counted("a", 31, "rescued"), counted("b", 31, "freed")]).isEmpty)
  }

  @Test func `a toll that rises from day to day is a matter of time`() {
    let rising = [
      counted("a", 30, "killed", published: "2024-01-01"),
      counted("b", 34, "killed", published: "2024-01-02"),
    ]
    #expect(conflicts(rising).map(\.verdict) == [.otherTime])
    let falling = [
      counted("a", 34, "killed", published: "2024-01-01"),
      counted("b", 30, "killed", published: "2024-01-02"),
    ]
    #expect(conflicts(falling).map(\.verdict) == [.conflict])
  }

  @Test func `more than thirty leaves room for thirty-one`() {
    var vague = draft("b", "More than 30 dockers were rescued.")
    vague.chain(
      "30 dockers", .group, named: false, attributes: Attributes(count: 30, noun: "docker"))
    vague.quantity(
      .count, "More than 30", sentence: 1, number: 30, approximation: .atLeast, unit: "docker",
      event: "rescued", subject: "30 dockers")
    #expect(conflicts([counted("a", 31, "rescued"), vague]).map(\.verdict) == [.refines])
  }

  @Test func `parts that add up to the total of another are part of it`() {
    var parts = draft("a", "Police arrested six Danes and two Finns.")
    parts.chain("Police", .agency, named: false, attributes: Attributes(office: "police"))
    for (words, count, country) in [("six Danes", 6, "DK"), ("two Finns", 2, "FI")] {
      parts.chain(
        words, .group, named: false,
        attributes: Attributes(country: country, count: count, noun: "person"))
      parts.finding("Police", "arrested", words, sentence: 1)
    }
    var total = draft("b", "Police arrested eight people.")
    total.chain("Police", .agency, named: false, attributes: Attributes(office: "police"))
    total.chain(
      "eight people", .group, named: false, attributes: Attributes(count: 8, noun: "person"))
    total.finding("Police", "arrested", "eight people", sentence: 1)
    let found = conflicts([parts, total])
    #expect(found.map(\.verdict) == [.partOfTotal])
    #expect(found.first?.reason == "the parts make the total: 6 + 2 = 8")
  }

  private func seized(_ name: String, _ sums: [(String, Double, String, Int?)]) -> ReadingDraft {
    var draft = draft(name, "They seized \(sums.map(\.0).joined(separator: " and ")).")
    for (words, amount, currency, restates) in sums {
      draft.quantity(
        .money, words, sentence: 1, number: amount, currency: currency, event: "seized",
        restates: restates)
    }
    return draft
  }

  @Test func `one sum in three currencies is restated through the bracket both give`() {
    let found = conflicts([
      seized("a", [("€500", 500, "EUR", nil), ("$610", 610, "USD", 0)]),
      seized("b", [("£430", 430, "GBP", nil), ("$612", 612, "USD", 0)]),
    ])
    #expect(found.map(\.verdict) == [.restates])
    #expect(found.first?.values.count == 4)
    #expect(found.first?.about == "how much money was seized")
    #expect(
      found.first?.reason
        == "one sum in several currencies; $610 restates €500; $612 restates £430")
  }

  @Test func `an item that one text omits is a part of the total`() {
    let found = conflicts([
      seized("a", [("$500", 500, "USD", nil)]),
      seized("b", [("$500", 500, "USD", nil), ("€90", 90, "EUR", nil)]),
    ])
    #expect(found.map(\.verdict) == [.partOfTotal])
    #expect(found.first?.reason == "$500 is given by both; €90 only by one")
  }

  @Test func `sums without a common currency are not compared, sums in one are`() {
    #expect(
      conflicts([seized("a", [("$500", 500, "USD", nil)]), seized("b", [("€90", 90, "EUR", nil)])])
        .map(\.verdict) == [.notComparable])
    #expect(
      conflicts([
        seized("a", [("$500", 500, "USD", nil)]), seized("b", [("$900", 900, "USD", nil)]),
      ])
      .map(\.verdict) == [.conflict])
  }

  private func raided(_ name: String, _ date: String) -> ReadingDraft {
    var draft = draft(name, "Agents raided Pier Nine on \(date).")
    draft.chain("Agents", .organization, named: false)
    draft.chain("Pier Nine", .place)
    draft.finding("Agents", "raided", "Pier Nine", sentence: 1, date: CalendarDate(date))
    return draft
  }

  @Test func `a day refines its month, two days exclude each other`() {
    #expect(
      conflicts([raided("a", "2024-03"), raided("b", "2024-03-05")]).map(\.verdict) == [.refines])
    #expect(
      conflicts([raided("a", "2024-03-04"), raided("b", "2024-03-05")]).map(\.verdict)
        == [.conflict])
  }

  @Test func `arrivals of different people differ in scope`() {
    func arrived(_ name: String, _ who: String, _ date: String) -> ReadingDraft {
      var draft = draft(name, "\(who) came to Quito on \(date).")
      draft.chain(who, .person)
      draft.chain("Quito", .place)
      draft.finding(who, "came_to", "Quito", sentence: 1, date: CalendarDate(date))
      return draft
    }
    let found = conflicts([
      arrived("a", "Ada Roth", "2024-03-04"), arrived("b", "Ben Okri", "2024-03-09"),
    ])
    #expect(found.map(\.verdict) == [.otherScope])
  }

  @Test func `an embassy is part of its foreign ministry`() {
    func visited(_ name: String, _ office: String) -> ReadingDraft {
      var draft = draft(name, "The Danish \(office) visited Ada Roth.")
      draft.chain(
        "Danish \(office)", .agency, named: false,
        attributes: Attributes(country: "DK", office: office))
      draft.chain("Ada Roth", .person)
      draft.finding("Danish \(office)", "visited", "Ada Roth", sentence: 1)
      return draft
    }
    #expect(
      conflicts([visited("a", "embassy"), visited("b", "foreign ministry")]).map(\.verdict)
        == [.refines])
    // Two bodies may both have been there.
    #expect(conflicts([visited("a", "police"), visited("b", "foreign ministry")]).isEmpty)
  }

  @Test func `two spellings of one name are told as the same`() {
    func named(_ name: String, _ who: String) -> ReadingDraft {
      var draft = draft(name, "\(who) spoke.")
      draft.chain(who, .person)
      return draft
    }
    let found = conflicts([named("a", "Rajendran Pillai"), named("b", "Rajendren Pillai")])
    #expect(found.map(\.verdict) == [.same])
    #expect(found.first?.values.map(\.value).sorted() == ["Rajendran Pillai", "Rajendren Pillai"])
  }

  @Test func `legal and illegal exclude each other, a bank job and a job do not`() {
    func described(_ name: String, _ words: String, _ event: String) -> ReadingDraft {
      var draft = draft(name, "They were \(event): \(words).")
      draft.quantity(.description, words, sentence: 1, event: event)
      return draft
    }
    #expect(
      conflicts([described("a", "legally", "entered"), described("b", "illegal", "entered")])
        .map(\.verdict) == [.conflict])
    #expect(
      conflicts([described("a", "a bank job", "promised"), described("b", "a job", "promised")])
        .map(\.verdict) == [.refines])
  }

  @Test func `a date without a year is of the year its case was published in`() {
    func dated(_ name: String, _ words: String, published: String?) -> ReadingDraft {
      var draft = draft(name, "Agents raided Pier Nine on \(words).", published: published)
      draft.chain("Agents", .organization, named: false)
      draft.chain("Pier Nine", .place)
      draft.finding("Agents", "raided", "Pier Nine", sentence: 1)
      draft.quantity(.date, words, sentence: 1, event: "raided", subject: "Pier Nine")
      return draft
    }
    let found = conflicts([
      dated("a", "7 March", published: nil), dated("b", "March", published: "2024-03-09"),
    ])
    #expect(found.map(\.verdict) == [.refines])
    #expect(found.first?.values.map(\.value).sorted() == ["March 2024", "Thursday 7 March 2024"])
  }

  @Test(
    arguments: [
      ("7 October", 10, 7), ("Oct. 7", 10, 7), ("September 26th", 9, 26), ("the 9th of May", 5, 9),
      ("September", 9, nil),
    ] as [(String, Int, Int?)])
  func `reads a month and a day`(words: String, month: Int, day: Int?) {
    #expect(PartialDate(words)?.month == month)
    #expect(PartialDate(words)?.day == day)
  }

  @Test(arguments: ["today", "2009", "7", "May 2009", "31 32 May", ""])
  func `reads nothing else as a month and a day`(words: String) {
    #expect(PartialDate(words) == nil)
  }

  @Test func `documents of one topic but of other years are of other cases`() {
    func seizedIn(_ name: String, _ year: String, _ amount: Double) -> ReadingDraft {
      var draft = draft(name, "They seized $\(Int(amount)).", published: year)
      draft.quantity(
        .money, "$\(Int(amount))", sentence: 1, number: amount, currency: "USD", event: "seized")
      return draft
    }
    #expect(
      conflicts([seizedIn("a", "2020-01-01", 500), seizedIn("b", "2020-01-20", 900)]).count == 1)
    #expect(
      conflicts([seizedIn("a", "2020-01-01", 500), seizedIn("b", "2023-01-20", 900)]).isEmpty)
  }

  @Test func `documents of different cases are not held against each other`() {
    var other = ReadingDraft("b", ["They seized $900."])
    other.quantity(.money, "$900", number: 900, currency: "USD", event: "seized")
    #expect(conflicts([seized("a", [("$500", 500, "USD", nil)]), other]).isEmpty)
  }

  @Test func `conflicts come before what dissolves`() {
    let found = conflicts([
      counted("a", 31, "rescued"), counted("b", 30, "rescued"), raided("c", "2024-03"),
      raided("d", "2024-03-05"),
    ])
    #expect(found.map(\.verdict) == [.conflict, .refines])
  }

  @Test func `a name cut short and the acronym in brackets behind it are one owner`() {
    func owned(_ name: String, _ owner: String, _ sentence: String) -> ReadingDraft {
      var draft = draft(name, sentence)
      draft.chain(owner, .organization)
      draft.chain("Quay Two", .organization)
      draft.finding(owner, "owns", "Quay Two", sentence: 1)
      return draft
    }
    let sentence = "Nordic Ocean Bulk and Terminals (NOBT) owns Quay Two."
    let cut = owned("a", "Nordic Ocean Bulk", sentence)
    let found = conflicts([cut, owned("b", "NOBT", sentence)])
    #expect(found.map(\.verdict) == [.same])
    #expect(found.first?.reason == "NOBT is the acronym of Nordic Ocean Bulk")
    #expect(
      conflicts([cut, owned("b", "NOXT", "NOXT owns Quay Two.")]).map(\.verdict) == [.conflict])
  }

  @Test func `parts that add up say which number they support`() {
    var parts = draft("b", "8 cooks and 4 pilots, 12 dockers, were rescued.")
    parts.chain(
      "12 dockers", .group, named: false, attributes: Attributes(count: 12, noun: "docker"))
    parts.quantity(
      .count, "12 dockers", sentence: 1, number: 12, unit: "docker", event: "rescued",
      subject: "12 dockers")
    parts.quantity(.count, "8 cooks", sentence: 1, number: 8, unit: "cook", partOf: 0)
    parts.quantity(.count, "4 pilots", sentence: 1, number: 4, unit: "pilot", partOf: 0)
    let found = conflicts([counted("a", 11, "rescued"), parts])
    #expect(
      found.map(\.reason) == ["11 and 12 cannot all be right; 8 + 4 = 12 supports 12"])
  }

  @Test func `a question with a thousand answers is still asked`() {
    let many = (0..<1000).map {
      seized("d\($0)", [($0 % 2 == 0 ? "$500" : "$900", $0 % 2 == 0 ? 500 : 900, "USD", nil)])
    }
    let found = conflicts(many)
    #expect(found.map(\.verdict) == [.conflict])
    #expect(found.first?.values.map(\.documents.count) == [500, 500])
  }

  // MARK: cases

  /// Two documents of a case, which differ on people, on things and on money.
  private func documents(ofCase number: Int) -> [ReadingDraft] {
    ["x", "y"].enumerated().map { place, name in
      let people = "\(20 + place) dockers", lorries = "\(5 + place) lorries"
      let sum = "$\(500 + 400 * place)"
      var draft = ReadingDraft(
        "\(name)\(number)",
        [
          "Firm\(number) Ltd met Boss\(number) Finn.",
          "\(people), \(lorries) and \(sum) were seized.",
        ])
      draft.chain("Firm\(number) Ltd", .organization)
      draft.chain("Boss\(number) Finn", .person)
      draft.chain(
        people, .group, named: false, attributes: Attributes(count: 20 + place, noun: "docker"))
      draft.quantity(
        .count, people, sentence: 1, number: Double(20 + place), unit: "docker", event: "seized",
        subject: people)
      draft.quantity(
        .count, lorries, sentence: 1, number: Double(5 + place), unit: "lorry", event: "seized")
      draft.quantity(
        .money, sum, sentence: 1, number: Double(500 + 400 * place), currency: "USD",
        event: "seized")
      return draft
    }
  }

  @Test func `documents of three cases give the same bytes in any order`() throws {
    let readings = (1...3).flatMap(documents).map(\.reading)
    let first = try Investigation.makeNetwork(from: readings).jsonData()
    for turn in 1..<readings.count {
      let turned = Array(readings[turn...] + readings[..<turn])
      #expect(try Investigation.makeNetwork(from: turned).jsonData() == first)
      #expect(try Investigation.makeNetwork(from: turned.reversed()).jsonData() == first)
    }
  }

  @Test func `an unrelated document changes no id`() {
    let drafts = (1...3).flatMap(documents)
    let ids = conflicts(drafts).map(\.id)
    #expect(ids.count == 9)
    #expect(!ids.contains { $0.contains("-") })
    var other = ReadingDraft("a-first", ["Ada Roth met Ben Okri.", "They seized 3 lorries."])
    other.chain("Ada Roth", .person)
    other.chain("Ben Okri", .person)
    other.quantity(.count, "3 lorries", sentence: 1, number: 3, unit: "lorry", event: "seized")
    #expect(Set(conflicts(drafts + [other]).map(\.id)) == Set(ids))
  }

  // MARK: things, sums, parts

  private func things(
    _ name: String, _ words: String, _ number: Double, _ unit: String, _ event: String,
    published: String? = nil, tail: String = ""
  ) -> ReadingDraft {
    var draft = draft(name, "Officers \(event) \(words)\(tail).", published: published)
    draft.quantity(.count, words, sentence: 1, number: number, unit: unit, event: event)
    return draft
  }

  @Test func `numbers of things differ by event and noun`() throws {
    let found = conflicts([
      things("a", "six paintings", 6, "oil painting", "stole"),
      things("b", "five paintings", 5, "painting", "take"),
      things("c", "nine chairs", 9, "chair", "stole"),
    ])
    #expect(found.map(\.about) == ["number of paintings stolen"])
    #expect(found.map(\.verdict) == [.conflict])
  }

  @Test func `measures are compared in one unit`() {
    let half = things("a", "half a tonne", 0.5, "tonne of ivory", "seized")
    let same = things("b", "500 kilograms", 500, "kilogram of tusks", "found")
    #expect(conflicts([half, same]).map(\.verdict) == [.restates])
    let other = things("b", "480 kilograms", 480, "kilogram of ivory", "seized")
    #expect(conflicts([half, other]).map(\.verdict) == [.conflict])
  }

  @Test func `a number that both documents give is no question, whatever else one counts`() {
    var both = things("a", "six paintings", 6, "painting", "stole", tail: " and two paintings")
    both.quantity(.count, "two paintings", sentence: 1, number: 2, unit: "painting", event: "stole")
    #expect(conflicts([both, things("b", "two paintings", 2, "painting", "stole")]).isEmpty)
  }

  @Test func `a number said to be still changing is a matter of time`() {
    let early = things(
      "a", "six cars", 6, "car", "found", published: "2024-01-01", tail: " so far")
    let late = things("b", "nine cars", 9, "car", "found", published: "2024-01-03")
    #expect(conflicts([early, late]).map(\.verdict) == [.otherTime])
    let undated = things("b", "nine cars", 9, "car", "found")
    #expect(conflicts([early, undated]).map(\.verdict) == [.conflict])
  }

  @Test func `parts that do not make their total contradict it within the document`() {
    var draft = draft("a", "31 dockers: 20 women and 12 men were freed.")
    draft.chain(
      "31 dockers", .group, named: false, attributes: Attributes(count: 31, noun: "docker"))
    draft.quantity(
      .count, "31", sentence: 1, number: 31, unit: "docker", event: "freed", subject: "31 dockers")
    let total = draft.reading.quantities.count - 1
    draft.quantity(
      .count, "20 women", sentence: 1, number: 20, unit: "woman", event: "freed", partOf: total)
    draft.quantity(
      .count, "12 men", sentence: 1, number: 12, unit: "man", event: "freed", partOf: total)
    let found = conflicts([draft])
    #expect(found.map(\.verdict) == [.internalConflict])
    #expect(found.first?.reason == "20 + 12 = 32, not 31")
  }

  @Test func `groups too far apart to be one are compared by event`() {
    let found = conflicts([counted("a", 31, "arrested"), counted("b", 12, "detained")])
    #expect(found.map(\.verdict) == [.conflict])
    #expect(found.first?.about == "number of people arrested")
  }

  // MARK: what someone is, where, whether

  @Test(arguments: [
    (34.0, 43.0, [Verdict.conflict]), (34, 35, [.otherTime]), (34, 34, []),
  ])
  func `ages a birthday apart agree`(first: Double, second: Double, verdicts: [Verdict]) {
    let drafts = [first, second].enumerated().map { index, age in
      var draft = draft("\(index)", "Orla Finn, \(Int(age)), left.")
      draft.quantity(
        .age, "\(Int(age))", sentence: 1, number: age, unit: "year", subject: "Orla Finn")
      return draft
    }
    #expect(conflicts(drafts).map(\.verdict) == verdicts)
  }

  @Test func `two terms for one person differ, for two people they do not`() {
    func sentenced(_ name: String, _ whom: String, _ years: Int) -> ReadingDraft {
      var draft = draft(name, "\(whom) got \(years) years.")
      draft.quantity(
        .duration, "\(years) years", sentence: 1, number: Double(years), unit: "year",
        event: "sentenced", subject: whom)
      return draft
    }
    let one = conflicts([sentenced("a", "Orla Finn", 6), sentenced("b", "Orla Finn", 9)])
    #expect(one.map(\.about) == ["how long Orla Finn was sentenced"])
    #expect(conflicts([sentenced("a", "Orla Finn", 6), sentenced("b", "Vega Corp", 9)]).isEmpty)
  }

  private func arrested(
    _ name: String, in town: String, country: String? = nil, within whole: String = "Iberia"
  ) -> ReadingDraft {
    var draft = draft(name, "Officers arrested Orla Finn in \(town), a part of \(whole).")
    draft.chain("Officers", .agency, named: false, attributes: Attributes(office: "police"))
    draft.chain(town, .place, attributes: Attributes(country: country))
    draft.finding("Officers", "arrested", "Orla Finn", sentence: 1)
    return draft
  }

  @Test func `two places of one event are a conflict`() throws {
    let found = conflicts([arrested("a", in: "Porto"), arrested("b", in: "Braga")])
    let conflict = try #require(found.first)
    #expect(found.count == 1 && conflict.verdict == .conflict)
    #expect(conflict.about == "where Orla Finn was arrested")
  }

  @Test func `a place within another dissolves`() {
    let inside = conflicts([
      arrested("a", in: "Porto", country: "PT"), arrested("b", in: "Portugal", country: "PT"),
    ])
    #expect(inside.map(\.verdict) == [.refines])
    var told = arrested("a", in: "Hillside", within: "Braga")
    told.chain("Braga", .place)
    told.finding("Hillside", "located_in", "Braga", sentence: 1)
    let found = conflicts([told, arrested("b", in: "Braga")])
    #expect(!found.contains { $0.verdict == .conflict })
  }

  @Test func `what one says and another denies is a conflict`() throws {
    var said = draft("a", "Vega Corp paid Orla Finn.")
    said.finding("Vega Corp", "paid", "Orla Finn", sentence: 1)
    var denied = draft("b", "Vega Corp denied paying Orla Finn.")
    denied.finding(
      "Vega Corp", "paid", "Orla Finn", sentence: 1, polarity: .denied, speaker: "Vega Corp")
    let conflict = try #require(conflicts([said, denied]).first)
    #expect(conflict.about == "whether Vega Corp paid Orla Finn")
    #expect(conflict.reason == "one text says so, Vega Corp denies it")
    #expect(conflict.verdict == .conflict)
  }

  @Test func `a trial months after the deed is of its case`() {
    let found = conflicts([
      counted("a", 31, "rescued", published: "2024-01-01"),
      counted("b", 30, "rescued", published: "2024-09-01"),
    ])
    #expect(found.map(\.verdict) == [.conflict])
  }

  // MARK: which numbers answer one question

  @Test
  func `numbers of one noun are one question where they are near, not where all else differs`() {
    let near = conflicts([
      things("a", "40 crates", 40, "crate", "shipped"),
      things("b", "44 boxes", 44, "crate", "lost"),
    ])
    #expect(near.map(\.about) == ["number of crates"])
    let far = conflicts([
      things("a", "9 crates", 9, "crate", "shipped"),
      things("b", "200 crates", 200, "crate", "lost"),
    ])
    #expect(far.isEmpty)
  }

  @Test func `what one document tells apart is never one question`() {
    var both = things(
      "a", "40 kilograms of tea", 40, "kilogram of tea", "seized", tail: " and more")
    both.quantity(
      .count, "more", sentence: 1, number: 55, unit: "kilogram of sugar", event: "seized")
    let tea = things("b", "41 kilograms of tea", 41, "kilogram of tea", "seized")
    let sugar = things("c", "70 kilograms of sugar", 70, "kilogram of sugar", "seized")
    let found = conflicts([both, tea, sugar])
    #expect(found.map(\.about).sorted() == ["weight of sugar seized", "weight of tea seized"])
  }

  @Test func `a rounded measure agrees, a number too far from its bound does not`() {
    let exact = things("a", "1,784 kilograms", 1784, "kilogram of tea", "seized")
    let rounded = things("b", "1.8 tonnes of tea", 1.8, "tonne of tea", "seized")
    #expect(conflicts([exact, rounded]).map(\.verdict) == [.restates])
    #expect(NumberText.isRounding(18_200, 18_250, within: 0.03))
    #expect(!NumberText.isRounding(43, 44, within: 0.03))
    #expect(!NumberText.isRounding(40, 43, within: 0.03))
  }

  @Test func `what one document counts beside it makes the total of another`() {
    var parts = things("a", "12 lorries", 12, "lorry", "seized", tail: " and 2 boats")
    parts.quantity(.count, "2 boats", sentence: 1, number: 2, unit: "boat", event: "seized")
    let found = conflicts([parts, things("b", "14 lorries", 14, "lorry", "seized")])
    #expect(found.map(\.verdict) == [.partOfTotal])
    #expect(found.first?.reason == "the parts make the total: 12 + 2 = 14")
  }

  @Test func `what is said of all together is no rival of a part`() {
    let part = things("a", "640 kilograms of tea", 640, "kilogram of tea", "seized")
    let all = things(
      "b", "900 kilograms of tea", 900, "kilogram of tea", "seized", tail: " in both ports")
    #expect(conflicts([part, all]).map(\.verdict) == [.partOfTotal])
  }

  // MARK: headlines, heads, states

  private func heads(
    _ name: String, _ sentences: [(words: String, number: Double)], published: String? = nil
  ) -> ReadingDraft {
    var draft = ReadingDraft(
      name, sentences.map { "\($0.words) arrested" } + ["Vega Corp met Orla Finn."],
      published: published.flatMap { CalendarDate($0) })
    draft.chain("Vega Corp", .organization)
    draft.chain("Orla Finn", .person)
    for (place, sentence) in sentences.enumerated() {
      draft.quantity(
        .count, sentence.words, sentence: place, number: sentence.number, unit: "person",
        event: "arrested")
    }
    return draft
  }

  @Test func `a headline that differs from its text contradicts it`() throws {
    let found = conflicts([heads("a", [("NINE", 9), ("10", 10)])])
    #expect(found.map(\.verdict) == [.internalConflict])
    #expect(found.first?.reason == "the headline says 9, the text 10")
  }

  @Test func `one more who came later makes the number before a part`() {
    let found = conflicts([
      heads("a", [("Six people", 6), ("seventh", 7)]), heads("b", [("Seven people", 7)]),
      heads("c", [("Six people", 6)]),
    ])
    #expect(found.map(\.verdict) == [.partOfTotal])
  }

  private func state(
    _ name: String, _ dimension: String, _ value: String, published: String?
  ) -> ReadingDraft {
    var draft = draft(name, "Orla Finn was \(value).", published: published)
    draft.state("was \(value)", dimension: dimension, value: value, of: "Orla Finn", sentence: 1)
    return draft
  }

  @Test(
    arguments: [
      ("custody", "at large", "held", Verdict.otherTime),
      ("plea", "denied", "confessed", .conflict),
      ("life", "alive", "dead", .otherTime), ("life", "dead", "alive", .conflict),
    ])
  func `a state may follow another in time, or exclude it`(
    dimension: String, first: String, second: String, verdict: Verdict
  ) {
    let found = conflicts([
      state("a", dimension, first, published: "2024-03-01"),
      state("b", dimension, second, published: "2024-03-09"),
    ])
    #expect(found.map(\.verdict) == [verdict])
    #expect(
      conflicts([
        state("a", dimension, first, published: "2024-03-01"),
        state("b", dimension, first, published: "2024-03-09"),
      ]).isEmpty)
  }

  @Test func `states of one day exclude each other`() {
    let found = conflicts([
      state("a", "custody", "at large", published: "2024-03-01"),
      state("b", "custody", "held", published: "2024-03-01"),
    ])
    #expect(found.map(\.verdict) == [.conflict])
  }

  @Test func `who is at large in one text and dead in a later one has met an end`() {
    let loose = state("a", "custody", "at large", published: "2024-03-01")
    let found = conflicts([loose, state("b", "life", "dead", published: "2024-03-09")])
    #expect(found.map(\.verdict) == [.otherTime])
    #expect(found.map(\.about) == ["what became of Orla Finn"])
    #expect(conflicts([loose, state("b", "life", "dead", published: "2024-02-01")]).isEmpty)
    #expect(conflicts([loose, state("b", "life", "alive", published: "2024-03-09")]).isEmpty)
  }

  private func promised(_ name: String, _ words: String) -> ReadingDraft {
    var draft = draft(name, "They were promised \(words).")
    draft.quantity(.description, words, sentence: 1, event: "promised")
    return draft
  }

  @Test(
    arguments: [
      ("wages", "a bakery job", false), ("free lodging", "wages", false),
      ("lodging", "a bakery job", false), ("monthly wages", "weekly wages", true),
      ("a bakery job", "work on a farm", true),
    ])
  func `a post, its pay and a bed do not exclude each other`(
    one: String, other: String, isTold: Bool
  ) {
    let found = conflicts([promised("a", one), promised("b", other)])
    #expect(found.map(\.verdict) == (isTold ? [.conflict] : []))
  }

  @Test(
    arguments: [
      ("The whole raid lasted", 40.0, "The raid took", 300.0, Verdict.conflict),
      ("The whole raid lasted", 40.0, "The raid took", 41.0, .refines),
    ])
  func `how long a raid took is asked of all texts`(
    one: String, minutes: Double, other: String, more: Double, verdict: Verdict
  ) {
    func took(_ name: String, _ words: String, _ minutes: Double) -> ReadingDraft {
      var draft = draft(name, "\(words) \(Int(minutes)) minutes.")
      draft.quantity(
        .duration, "\(Int(minutes)) minutes", sentence: 1, number: minutes, unit: "minute",
        event: "take")
      return draft
    }
    let found = conflicts([took("a", one, minutes), took("b", other, more)])
    #expect(found.map(\.verdict) == [verdict])
    #expect(found.map(\.about) == ["how long the raid took"])
    #expect(conflicts([took("a", one, minutes), took("b", "The trial took", more)]).isEmpty)
    #expect(conflicts([took("a", one, minutes), took("b", "She took", more)]).isEmpty)
  }

  @Test func `a share of the cash is no rival of the cash`() {
    func cash(_ name: String, _ before: String, _ number: Double) -> ReadingDraft {
      let sum = "\(Int(number)) euros"
      var draft = draft(name, "\(before) \(sum) lay in a drawer in cash.")
      draft.quantity(
        .money, sum, sentence: 1, number: number, currency: "EUR", event: "found")
      return draft
    }
    let all = cash("a", "Officers say that", 90_000)
    #expect(conflicts([all, cash("b", "Customs say that", 5000)]).map(\.verdict) == [.conflict])
    #expect(conflicts([all, cash("b", "Of the said cash,", 5000)]).isEmpty)
  }
}
