import DragnetText

/// Questions on when: the day of an event that several documents date.
///
/// A date without a year is taken to be of the year in which all dated documents of its case were
/// published; of several such years, or none, it stays out.
struct DateQuestions {
  private let view: CaseView
  private let yearOfCase: [Int: Int]

  init(_ view: CaseView) {
    self.view = view
    var years: [Int: Set<Int>] = [:]
    for (index, reading) in view.readings.enumerated() {
      if let date = reading.document.published {
        years[view.caseOf[index], default: []].insert(date.year)
      }
    }
    yearOfCase = years.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  private func date(of quantity: Quantity, in index: Int) -> CalendarDate? {
    if let date = quantity.date { return date }
    guard let words = quantity.words, let partial = PartialDate(words),
      let year = yearOfCase[view.caseOf[index]]
    else { return nil }
    return partial.date(in: year)
  }

  struct Key: Hashable, Comparable {
    let event: String
    /// Whom it befell, or `nothing` where what it befell is no entity.
    let anchor: Int
    let place: Int
    /// Who did it, of what may happen often; -1 of what happens once.
    var actor = -1

    static let nothing = -1

    static func < (a: Key, b: Key) -> Bool {
      (a.event, a.anchor, a.place, a.actor) < (b.event, b.anchor, b.place, b.actor)
    }
  }

  /// A date as one document gives it for one event, however often.
  private struct Said: Hashable {
    let key: Key
    let reading: Int
    let date: CalendarDate?
    let entity: Int?
  }

  /// Every event that documents date differently.
  func conflicts() -> [Conflict] {
    var answers: [Key: [Answer]] = [:]
    var seen: Set<Said> = []
    func add(_ answer: Answer, _ key: Key) {
      let said = Said(key: key, reading: answer.reading, date: answer.date, entity: answer.entity)
      if seen.insert(said).inserted { answers[key, default: []].append(answer) }
    }
    for (index, reading) in view.readings.enumerated() {
      for finding in reading.findings where finding.polarity == .asserted {
        guard let date = finding.date, finding.modality != .planned,
          let from = view.entity(ofMention: finding.from, in: index),
          let to = view.entity(ofMention: finding.to, in: index), from != to
        else { continue }
        var event = EventClass.of(finding.label)
        guard !EventClass.light.contains(event), !isOpen(date, finding, reading) else { continue }
        // "X was killed in Y on Monday" dates what befell X.
        let base = EventClass.of(EventClass.ofCount(finding.label))
        let isThere = view.entities[to].type == .place && view.entities[from].type == .person
        if isThere, base != event, EventClass.happeningOnce.contains(base) {
          event = base
          add(
            Answer(
              reading: index, text: date.inWords, date: date, event: event,
              evidence: view.evidence(
                sentence: finding.sentence, in: index, speaker: finding.speaker)),
            Key(event: event, anchor: from, place: view.caseOf[index]))
          continue
        }
        let isOnce = EventClass.happeningOnce.contains(event)
        add(
          Answer(
            reading: index, text: date.inWords, date: date,
            entity: event == "arrived" ? from : nil, event: event,
            evidence: view.evidence(
              sentence: finding.sentence, in: index, speaker: finding.speaker)),
          Key(
            event: event, anchor: to, place: view.caseOf[index], actor: isOnce ? -1 : from))
      }
      for quantity in reading.quantities where quantity.property == .date {
        guard let date = date(of: quantity, in: index), let label = quantity.event else { continue }
        let event = EventClass.of(label)
        if EventClass.accidents.contains(event), quantity.subject == nil {
          add(
            Answer(
              reading: index, text: date.inWords, date: date, event: event,
              evidence: view.evidence(
                sentence: quantity.sentence, in: index, speaker: quantity.speaker)),
            Key(event: event, anchor: Key.nothing, place: view.caseOf[index]))
          continue
        }
        guard EventClass.happeningOnce.contains(event) else { continue }
        let subject = view.entity(ofMention: quantity.subject, in: index)
        let place = anchor(event, in: quantity.sentence, of: index)
        let anchors =
          (place ?? subject).map { [$0] } ?? namedBodies(in: quantity.sentence, of: index)
        for anchor in anchors {
          add(
            Answer(
              reading: index, text: date.inWords, date: date,
              entity: event == "arrived" ? subject : nil, event: event,
              evidence: view.evidence(
                sentence: quantity.sentence, in: index, speaker: quantity.speaker)),
            Key(event: event, anchor: anchor, place: view.caseOf[index]))
        }
      }
    }
    let told = DoneBefore(view).answers()
    return answers.sorted { $0.key < $1.key }.compactMap { key, answers in
      compare(key, answers) ?? late(key, answers, told[key] ?? [])
    }
  }

  /// What one document tells as done on the day it came out, and another dates later.
  private func late(_ key: Key, _ answers: [Answer], _ told: [Answer]) -> Conflict? {
    // Of those that tell it as done the two earliest speak for all.
    let earliest = told.sorted {
      ($0.date?.inOrder ?? .max, $0.reading) < ($1.date?.inOrder ?? .max, $1.reading)
    }.prefix(2)
    for answer in answers {
      guard let date = answer.date, let day = date.earliest,
        let early = earliest.first(where: {
          $0.reading != answer.reading && ($0.date ?? day) < day
        })
      else { continue }
      return Question(
        about: about(key), key: "date", place: key.place, entities: [key.anchor].filter { $0 >= 0 },
        answers: answers.filter { $0.text == answer.text } + [early]
      ).conflict(
        .conflict,
        "told as done in a text of \(early.date?.inWords ?? ""), dated \(answer.text) by another",
        in: view)
    }
    return nil
  }

  /// *since 2006*: the date from which something is told, not that of one event.
  private func isOpen(_ date: CalendarDate, _ finding: Finding, _ reading: Reading) -> Bool {
    let text = reading.document.quote(reading.sentences[finding.sentence].range).lowercased()
    return ["since", "until", "after", "before"].contains { text.contains("\($0) \(date.year)") }
  }

  /// The organizations and people that a sentence names: what it dates has to do with them.
  private func namedBodies(in sentence: Int, of index: Int) -> [Int] {
    let reading = view.readings[index]
    let range = reading.sentences[sentence].range
    let named = reading.mentions.filter {
      $0.kind == .name && range.contains($0.range)
        && ($0.type == .organization || $0.type == .person)
    }
    let found = Set(named.compactMap { view.entityOf[index][$0.chain] })
    return found.count <= 2 ? found.sorted() : []
  }

  /// What the event of a sentence is done to; for a journey, where it leads.
  private func anchor(_ event: String, in sentence: Int, of index: Int) -> Int? {
    let reading = view.readings[index]
    let places = view.placesOf[index]
    if let found = places.finding(of: event, in: sentence) {
      return view.entity(ofMention: reading.findings[found].to, in: index)
    }
    guard event == "arrived" else { return nil }
    // *arriving in Quito on 3 May* of someone the sentence does not name: the last place it gives.
    return view.entity(ofMention: places.placeName(in: sentence), in: index)
  }

  private func compare(_ key: Key, _ answers: [Answer]) -> Conflict? {
    let question = Question(
      about: about(key), key: "date", place: key.place,
      entities: [key.actor, key.anchor].filter { $0 >= 0 }, answers: answers)
    guard question.readingCount > 1, Set(answers.map(\.date)).count > 1 else { return nil }
    var verdicts: [(Verdict, String)] = []
    var seen: Set<[String]> = []
    let (distinct, note) = Question.compared(
      answers.filter { seen.insert([$0.text, $0.entity.map(String.init) ?? ""]).inserted })
    for (place, one) in distinct.enumerated() {
      for other in distinct[(place + 1)...] { verdicts.append(judge(one, other, key.event)) }
    }
    guard var worst = verdicts.min(by: { Gravity.of($0.0) < Gravity.of($1.0) }) else { return nil }
    let isFirst = answers.contains { NameForm($0.evidence.sentence).tokens.contains("first") }
    if worst.0 == .conflict, key.actor >= 0, !isFirst {
      worst = (.notComparable, worst.1 + ", unless it happened more than once")
    }
    return question.conflict(worst.0, worst.1 + note, in: view)
  }

  private func about(_ key: Key) -> String {
    let event = key.event
    guard key.anchor >= 0 else { return "when the \(EventClass.accidentNoun(event)) was" }
    let name = view.entities[key.anchor].name
    if key.actor >= 0 {
      return "when \(view.entities[key.actor].name) \(EventClass.words(event)) \(name)"
    }
    return switch event {
    case "stole": "when \(name) was robbed"
    case "arrived": "when people arrived in \(name)"
    case "left":
      view.entities[key.anchor].type == .person ? "when \(name) left" : "when people left \(name)"
    case "escaped", "escaped_from": "when people escaped from \(name)"
    case "born_in": "when someone was born in \(name)"
    case "died_in": "when someone died in \(name)"
    default:
      "when \(name) \(view.entities[key.anchor].type == .group ? "were" : "was") "
        + EventClass.words(event)
    }
  }

  private func judge(_ a: Answer, _ b: Answer, _ event: String) -> (Verdict, String) {
    guard let left = a.date, let right = b.date, left != right else {
      return (.same, "the same date")
    }
    if left.contains(right) || right.contains(left) {
      return (.refines, "\(max(left, right).inWords) lies within \(min(left, right).inWords)")
    }
    if let one = a.entity, let other = b.entity, one != other {
      return (
        .otherScope,
        "\(left.inWords) is said of \(view.entities[one].name), \(right.inWords) of "
          + view.entities[other].name
      )
    }
    if event == "arrived", (a.entity == nil) != (b.entity == nil) {
      let unnamed = a.entity == nil ? left : right
      return (.otherScope, "\(unnamed.inWords) is said of people the sentence does not name")
    }
    return (
      .conflict, "\(min(left, right).inWords) and \(max(left, right).inWords) exclude each other"
    )
  }
}

/// How much a verdict weighs when the pairs of one question differ: the gravest is the question's.
enum Gravity {
  static func of(_ verdict: Verdict) -> Int {
    switch verdict {
    case .conflict: 0
    case .internalConflict: 1
    case .notComparable: 2
    case .otherTime: 3
    case .otherScope: 4
    case .partOfTotal: 5
    case .restates: 6
    case .refines: 7
    case .same: 8
    }
  }
}
