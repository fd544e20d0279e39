import DragnetText

/// Questions on how many things and how much of something: numbers of one noun or one kind of measure
/// that `ValueAlignment` holds to answer one question.
struct AmountQuestions {
  let view: CaseView
  /// By group: the numbers that texts give it.
  private let numbersOf: [Int: Set<Double>]

  init(_ view: CaseView) {
    self.view = view
    var numbers: [Int: Set<Double>] = [:]
    for (index, reading) in view.readings.enumerated() {
      for quantity in reading.quantities where quantity.property == .count {
        guard let number = quantity.number,
          let entity = view.entity(ofMention: quantity.subject, in: index)
        else { continue }
        numbers[entity, default: []].insert(number)
      }
    }
    numbersOf = numbers
  }

  /// True for people by what they do; *suspects* and *victims* are counted by what befell them.
  private static func isTrade(_ noun: String) -> Bool { !roles.contains(noun) && noun != "person" }

  private static let roles: Set<String> = [
    "suspect", "accused", "victim", "defendant", "detainee", "prisoner", "hostage", "child",
    "brother", "sister", "family", "household", "national", "citizen", "other", "member", "friend",
    "relative", "partner", "party", "body", "group", "agency", "fugitive", "captive", "inmate",
  ]

  private struct Key: Hashable, Comparable {
    let place: Int
    let dimension: String

    static func < (a: Key, b: Key) -> Bool { (a.place, a.dimension) < (b.place, b.dimension) }
  }

  /// Every question on which documents give more than one number.
  func conflicts() -> [Conflict] {
    let collector = StatedValueCollector(view)
    var byKey: [Key: [StatedValue]] = [:]
    for index in view.readings.indices {
      for value in collector.values(of: index, dimension: dimension) {
        guard !isGroup(value) else { continue }
        byKey[Key(place: view.caseOf[index], dimension: value.dimension), default: []]
          .append(value)
      }
    }
    return byKey.sorted { $0.key < $1.key }.flatMap { key, values -> [Conflict] in
      guard Set(values.map(\.reading)).count > 1 else { return [] }
      return ValueAlignment(values).groups().flatMap { group in
        questions(group.map { values[$0] }, key.place)
      }
    }
  }

  private func dimension(_ quantity: Quantity) -> (kind: String, factor: Double)? {
    guard quantity.property == .count, let unit = quantity.unit else { return nil }
    let measure = Unit(unit)
    // People of the events that a case counts people in are asked about by `HeadcountQuestions`.
    guard
      !EventClass.counts(quantity)
        || !(quantity.event.map {
          EventClass.countingPeople.contains(EventClass.of(EventClass.ofCount($0)))
        } ?? false)
    else { return nil }
    guard EventClass.ofArrests(measure.kind) == nil else { return nil }
    // *employs 300 people* and *has 450 employees* are one count.
    if measure.kind == "person", ["employ", "hired"].contains(quantity.event) {
      return ("worker", 1)
    }
    if let event = EventClass.ofRaids(measure.kind, quantity.event) { return (event, 1) }
    return (measure.kind, measure.factor)
  }

  /// People that are an entity are counted by `CountQuestions`, unless only their trade tells who they
  /// are: *five players* and *six players* of two texts were hardly taken for one group.
  private func isGroup(_ value: StatedValue) -> Bool {
    let quantity = view.readings[value.reading].quantities[value.place]
    if let entity = view.entity(ofMention: quantity.subject, in: value.reading),
      AmountQuestions.isTrade(value.dimension), (numbersOf[entity] ?? []).count < 2,
      !(quantity.event.map { EventClass.countingPeople.contains(EventClass.of($0)) } ?? false)
    {
      return false
    }
    // Crowds and households are no groups that act in a case.
    return view.entity(ofMention: quantity.subject, in: value.reading) != nil
      && !households.contains(value.dimension)
      && !(value.dimension == "person" && value.number >= 100 && value.event != nil)
  }

  /// Most different numbers of one question of which the scope is asked.
  private static let scopeLimit = 40

  private let households: Set<String> = ["household", "family"]

  // MARK: verdicts

  func answer(_ value: StatedValue) -> Answer {
    let quantity = view.readings[value.reading].quantities[value.place]
    let unit = quantity.unit ?? ""
    var text = NumberText.text(quantity.number ?? 0, quantity.approximation)
    if Unit(unit).isMeasure {
      // As written: *2.14 million square metres*.
      let words = view.readings[value.reading].document.quote(quantity.range)
      let written = words.range(of: " of ").map { String(words[..<$0.lowerBound]) } ?? words
      text = NumberText.prefix(quantity.approximation) + written
    }
    return Answer(
      reading: value.reading, text: text,
      number: value.number, approximation: value.approximation, unit: unit, event: value.event,
      evidence: view.evidence(
        sentence: quantity.sentence, in: value.reading, speaker: quantity.speaker))
  }

  private func questions(_ values: [StatedValue], _ place: Int) -> [Conflict] {
    let about = about(values)
    func question(_ some: [StatedValue], _ key: String = "amount") -> Question {
      Question(
        about: about, key: "\(key)|\(some[0].dimension)", place: place, entities: [],
        answers: some.map(answer))
    }
    var found: [Conflict] = []
    // What is said of another place, or of all together, is no rival of the rest.
    var rest = values
    var seen: Set<Double> = []
    let distinct = values.filter { seen.insert($0.number).inserted }
    for value in distinct.prefix(AmountQuestions.scopeLimit) where rest.count > 1 {
      let others = rest.filter { $0.number != value.number }
      guard !others.isEmpty, let other = scope(of: value, among: others) else { continue }
      rest.removeAll { $0.number == value.number }
      found.append(
        question(
          others.filter { agree(answer($0), answer(other.value)) } + [value],
          "scope|\(value.number)"
        )
        .conflict(other.verdict, other.reason, in: view))
    }
    let asked = question(rest)
    if asked.readingCount > 1, let (verdict, reason) = judge(rest, asked) {
      found.insert(asked.conflict(verdict, reason, in: view), at: 0)
    }
    return found
  }

  private func judge(_ values: [StatedValue], _ question: Question) -> (Verdict, String)? {
    let answers = question.answers
    guard Set(answers.map(\.text)).count > 1 else { return nil }
    var rivals: (Answer, Answer)?
    // Of the documents that give the same value, two speak for all.
    var given: [String: Int] = [:]
    let speakers = answers.filter { answer in
      given[answer.text, default: 0] += 1
      return (given[answer.text] ?? 0) <= 2
    }.prefix(Question.comparedLimit)
    for (place, one) in speakers.enumerated() where rivals == nil {
      for other in speakers.dropFirst(place + 1) where one.reading != other.reading {
        if !agree(one, other) {
          rivals = (one, other)
          break
        }
      }
    }
    guard let (one, other) = rivals else {
      let isMeasured = Unit(values[0].dimension).isMeasure
      let measures =
        !isMeasured
        ? []
        : Set(
          values.map { view.readings[$0.reading].quantities[$0.place].unit ?? "" }
            .map(NumberText.measure))
      return measures.count > 1
        ? (.restates, "the same in other units")
        : (.refines, "the numbers agree as far as they are exact")
    }
    if let sum = sum(values) { return (.partOfTotal, "the parts make the total: \(sum)") }
    if let part = partSaid(answers) { return (.partOfTotal, part) }
    if let reason = Statement.later(one, other, in: view) { return (.otherTime, reason) }
    let parts = Set(
      answers.flatMap { answer in
        (answer.number.map { view.placesOf[answer.reading].sums(of: $0) } ?? []).map {
          "; \($0) = \(answer.text) supports \(answer.text)"
        }
      }
    ).sorted().joined()
    return (.conflict, "\(one.text) and \(other.text) differ\(parts)")
  }

  func agree(_ a: Answer, _ b: Answer) -> Bool {
    guard let left = a.number, let right = b.number else { return true }
    let share = Unit(a.unit ?? "").isMeasure ? 0.03 : 0.01
    if NumberText.isRounding(left, right, within: share) { return true }
    guard a.approximation != .exact || b.approximation != .exact else { return false }
    // Two bounds on one side exclude each other no more than they agree.
    if a.approximation == b.approximation, a.approximation == .atLeast || a.approximation == .atMost
    {
      return abs(left - right) <= 0.2 * max(abs(left), abs(right))
    }
    // *At least 180* leaves room for 181, not for 240.
    return (a.approximation == .exact || NumberText.allows(a, right))
      && (b.approximation == .exact || NumberText.allows(b, left))
      && abs(left - right) <= 0.2 * max(abs(left), abs(right))
  }

  private func about(_ values: [StatedValue]) -> String {
    let first = view.readings[values[0].reading].quantities[values[0].place]
    let measure = Unit(first.unit ?? "")
    var counts: [String: Int] = [:]
    var raw: [String: [String]] = [:]
    for value in values {
      guard let event = value.event else { continue }
      counts[event, default: 0] += 1
      let said = view.readings[value.reading].quantities[value.place].event ?? event
      raw[event, default: []].append(said)
    }
    let event = counts.filter { $0.value > 1 || values.count == 1 }
      .max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    // *found* is one class with *seized*; where all texts say *found*, so does the question.
    let happened =
      event.map { event in
        let said = Set(raw[event] ?? [])
        return " \(EventClass.words(said.count == 1 ? said.first ?? event : event))"
      } ?? ""
    guard measure.isMeasure else {
      if values[0].dimension == "worker", measure.kind == "person" { return "number of employees" }
      if measure.kind == "person" {
        return event.map { "number of people who \(EventClass.words($0))" } ?? "number of people"
      }
      let nouns = values.compactMap { view.readings[$0.reading].quantities[$0.place].unit }
      let noun = nouns.min { ($0.count, $0) < ($1.count, $1) } ?? measure.kind
      return "number of \(NumberText.plural(noun))\(happened)"
    }
    let named = values.compactMap { value -> String? in
      let unit = view.readings[value.reading].quantities[value.place].unit ?? ""
      return unit.range(of: " of ").map { String(unit[$0.upperBound...]) }
    }.first
    let size =
      switch measure.kind {
      case "kilogram": "weight"
      case "hectare": "area"
      case "litre": "volume"
      default: "distance"
      }
    return "\(size)\(named.map { " of \($0)" } ?? "")\(happened)"
  }
}
