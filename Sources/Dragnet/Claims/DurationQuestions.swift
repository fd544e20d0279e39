import DragnetText

/// Questions on how long something took that has no name: a raid, a theft, a trial.
///
/// Each is asked once in a case, of the sentences that begin with it (*The whole raid lasted an hour*).
struct DurationQuestions {
  private let view: CaseView

  init(_ view: CaseView) { self.view = view }

  /// Nouns of what takes time, by what the question calls it.
  private static let kinds: [String: String] = {
    var kinds: [String: String] = [:]
    for line in [
      "raid raids operation robbery heist theft burglary attack break-in transfers",
      "trial hearing hearings proceedings", "siege standoff stand-off", "fire blaze",
      "flight crossing voyage journey", "outage blackout",
    ] {
      let nouns = line.split(separator: " ").map(String.init)
      for noun in nouns { kinds[noun] = nouns[0] }
    }
    return kinds
  }()

  /// Everything that documents say took longer or shorter.
  func conflicts() -> [Conflict] {
    var answers: [EventOfCase: [Answer]] = [:]
    for (index, reading) in view.readings.enumerated() {
      for quantity in reading.quantities where quantity.property == .duration {
        guard let number = quantity.number, let unit = quantity.unit,
          ["last", "take"].contains(quantity.event ?? ""), quantity.subject == nil,
          let kind = kind(of: quantity, in: reading)
        else { continue }
        let text = NumberText.text(number, quantity.approximation)
        answers[EventOfCase(event: kind, place: view.caseOf[index]), default: []].append(
          Answer(
            reading: index, text: "\(text) \(number == 1 ? unit : NumberText.plural(unit))",
            number: number, approximation: quantity.approximation, unit: unit, event: kind,
            evidence: view.evidence(
              sentence: quantity.sentence, in: index, speaker: quantity.speaker)))
      }
    }
    return answers.sorted { $0.key < $1.key }.compactMap { compare($0.key, $0.value) }
  }

  /// What the sentence is about up to the verb: *The transfers themselves* of *took an hour*.
  private func kind(of quantity: Quantity, in reading: Reading) -> String? {
    let start = reading.sentences[quantity.sentence].range.start
    guard quantity.range.start > start, quantity.range.start - start < 120 else { return nil }
    let words = NameForm(reading.document.quote(TextRange(start, quantity.range.start))).tokens
    guard
      let verb = words.firstIndex(where: {
        ["lasted", "took", "lasts", "takes", "last", "take"].contains($0)
      }), verb <= 6
    else { return nil }
    return words[..<verb].lazy.compactMap { DurationQuestions.kinds[$0] }.first
  }

  private func compare(_ key: EventOfCase, _ answers: [Answer]) -> Conflict? {
    let question = Question(
      about: "how long the \(key.event) took", key: "duration|\(key.event)", place: key.place,
      entities: [], answers: answers)
    guard question.readingCount > 1, Set(answers.map(\.text)).count > 1 else { return nil }
    if let (one, other) = Rivals.firstPair(answers, agree: { Span($0).agrees(with: Span($1)) }) {
      return question.conflict(.conflict, "\(one.text) and \(other.text) differ", in: view)
    }
    return question.conflict(.refines, "they leave room for each other", in: view)
  }
}

/// A length of time in days; a month is 30, a year 365.
struct Span {
  let days: Double?
  let approximation: Quantity.Approximation

  init(_ answer: Answer) {
    let unit = [
      "minute": 1 / 1440.0, "hour": 1 / 24.0, "day": 1, "week": 7, "month": 30.4, "year": 365,
      "decade": 3650,
    ]
    days = answer.number.flatMap { number in
      answer.unit.flatMap { unit[$0] }.map { number * $0 }
    }
    approximation = answer.approximation
  }

  /// True for lengths within three days of a month's rounding: *90 days* and *three months*.
  func agrees(with other: Span) -> Bool {
    guard let days, let rival = other.days else { return true }
    if abs(days - rival) <= 0.05 * max(days, rival) { return true }
    let (small, large) = days < rival ? (self, other) : (other, self)
    return small.approximation == .atLeast || large.approximation == .atMost
      || small.approximation == .about && abs(days - rival) <= 0.25 * max(days, rival)
  }
}
