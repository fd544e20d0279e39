import DragnetText

/// Questions on how many people in all an event of a case befell, where the groups themselves could not
/// be told to be one: numbers too far apart, groups named too differently, or numbers without a noun.
struct HeadcountQuestions {
  private let view: CaseView

  init(_ view: CaseView) { self.view = view }

  /// For every event of a case: the number most documents give, and what the others give instead.
  ///
  /// - Parameter asked: events of a case whose numbers are listed already.
  func conflicts(_ answers: [Answer], asked: Set<EventOfCase>) -> [Conflict] {
    var byEvent: [EventOfCase: [Answer]] = [:]
    for answer in answers where answer.approximation == .exact || (answer.number ?? 0) >= 10 {
      guard let label = answer.event, EventClass.countingPeople.contains(EventClass.of(label))
      else { continue }
      let key = EventOfCase(event: EventClass.of(label), place: view.caseOf[answer.reading])
      byEvent[key, default: []].append(answer)
    }
    return byEvent.sorted { $0.key < $1.key }.flatMap { event, answers -> [Conflict] in
      let isAsked = asked.contains(event)
      return headlines(event, answers)
        + between(event, answers).filter { !isAsked || $0.verdict == .otherTime }
        + (isAsked ? [] : wholes(event, answers))
    } + stages(byEvent)
  }

  /// What befalls some of those arrested.
  private static let later = ["charged", "remanded", "released", "convicted", "sentenced"]

  /// *Five of them were charged*, where other texts count all who were arrested: a part of the whole.
  private func stages(_ byEvent: [EventOfCase: [Answer]]) -> [Conflict] {
    byEvent.filter { $0.key.event == "arrested" }.sorted { $0.key < $1.key }
      .flatMap { event, answers -> [Conflict] in
        let byNumber = Dictionary(grouping: answers) { $0.number ?? 0 }
        guard
          let (whole, all) = byNumber.max(by: { one, other in
            (Set(one.value.map(\.reading)).count, one.key)
              < (Set(other.value.map(\.reading)).count, other.key)
          })
        else { return [] }
        return HeadcountQuestions.later.compactMap { stage -> Conflict? in
          let parts = (byEvent[EventOfCase(event: stage, place: event.place)] ?? [])
            .filter { ($0.number ?? whole) < whole && isOfThem($0) }
          guard let part = parts.first, parts.allSatisfy({ $0.number == part.number }),
            Set((all + parts).map(\.reading)).count > 1
          else { return nil }
          return Question(
            about: "how many of those arrested were \(stage)", key: "stage|\(stage)",
            place: event.place, entities: [], answers: all + parts
          ).conflict(
            .partOfTotal, "\(part.text) of the \(NumberText.text(whole, .exact)) were \(stage)",
            in: view)
        }
      }
  }

  /// *five of them*, *seven of the suspects*.
  private func isOfThem(_ answer: Answer) -> Bool {
    let words = NameForm(answer.evidence.sentence).tokens
    return zip(words, words.dropFirst()).contains { one, next in
      one == "of" && ["them", "the", "those", "these", "whom"].contains(next)
    }
  }

  private func question(_ event: EventOfCase, _ key: String, _ answers: [Answer]) -> Question {
    Question(
      about: "number of people \(EventClass.words(event.event))", key: key, place: event.place,
      entities: Set(answers.compactMap(\.entity)).sorted(), answers: answers)
  }

  /// Documents none of whose numbers is another's, nor the sum of them.
  private func between(_ event: EventOfCase, _ answers: [Answer]) -> [Conflict] {
    let byReading = Dictionary(grouping: answers, by: \.reading)
    var numbers: [Int: Set<Double>] = [:]
    for (reading, own) in byReading {
      let each = Set(own.compactMap(\.number))
      numbers[reading] = each.union([each.reduce(0, +)])
    }
    let ordinals = Set(answers.filter(\.isOrdinal).compactMap(\.number))
    func isNext(_ small: Double, _ large: Double) -> Bool {
      large == small + 1 && ordinals.contains(large)
    }
    // What a document says of a larger whole is no rival of the number it shares with the rest.
    var givers: [Double: Int] = [:]
    for number in numbers.values.joined() { givers[number, default: 0] += 1 }
    let speaking = byReading.sorted { $0.key < $1.key }.compactMap { _, own -> Answer? in
      let common = own.filter { (givers[$0.number ?? 0] ?? 0) > 1 }
      return (common.isEmpty ? own : common).max { ($0.number ?? 0) < ($1.number ?? 0) }
    }
    var support: [Double: Int] = [:]
    for answer in speaking { support[answer.number ?? 0, default: 0] += 1 }
    // The number most documents give; each other one is judged by itself.
    guard let number = support.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key else {
      return []
    }
    let mains = speaking.filter { $0.number == number }
    let known = mains.reduce(into: Set<Double>()) { $0.formUnion(numbers[$1.reading] ?? []) }
    var later: [(Answer, String)] = []
    var against: [Answer] = []
    for rival in speaking {
      guard let own = rival.number, own != number, !known.contains(own),
        !isNear(rival, mains[0]),
        !(numbers[rival.reading] ?? []).contains(number), !isNext(own, number), !isNext(number, own)
      else { continue }
      if let reason = Statement.later(mains[0], rival, in: view) {
        later.append((rival, reason))
      } else {
        against.append(rival)
      }
    }
    var found: [Conflict] = []
    if let first = against.first {
      found.append(
        question(event, "total", mains + against).conflict(
          .conflict, "\(mains[0].text) and \(first.text) cannot both be the total", in: view))
    }
    if let (_, reason) = later.first {
      found.append(
        question(event, "later", mains + later.map(\.0)).conflict(.otherTime, reason, in: view))
    }
    return found
  }

  /// *More than 4,000* is near 4,100; two exact numbers are near none but themselves.
  private func isNear(_ a: Answer, _ b: Answer) -> Bool {
    guard a.approximation != .exact || b.approximation != .exact, let one = a.number,
      let other = b.number
    else { return false }
    return min(one, other) >= 0.8 * max(one, other)
  }

  /// A number most documents give, which one of them makes a part of a larger one: *eleven in two
  /// countries: seven in Kenya*; *a seventh surrendered*.
  private func wholes(_ event: EventOfCase, _ answers: [Answer]) -> [Conflict] {
    let byReading = Dictionary(grouping: answers, by: \.reading)
    for whole in answers {
      guard let large = whole.number else { continue }
      let own = (byReading[whole.reading] ?? []).filter { ($0.number ?? 0) < large }
      for part in own {
        guard let small = part.number, isPart(small, of: large, part, whole) else { continue }
        let others = answers.filter { $0.reading != whole.reading && $0.number == small }
        guard !others.isEmpty else { continue }
        let wholes = answers.filter { $0.number == large }
        return [
          question(event, "whole", others + wholes).conflict(
            .partOfTotal, "\(part.text) are part of \(whole.text)", in: view)
        ]
      }
    }
    return []
  }

  private func isPart(_ small: Double, of large: Double, _ part: Answer, _ whole: Answer) -> Bool {
    if large == small + 1, whole.isOrdinal { return true }
    return view.placesOf[whole.reading].isPart(small, of: large)
  }

  /// A headline that gives a number the text below it does not.
  private func headlines(_ event: EventOfCase, _ answers: [Answer]) -> [Conflict] {
    let byReading = Dictionary(grouping: answers, by: \.reading).sorted { $0.key < $1.key }
    return byReading.compactMap { index, own in
      guard let headline = own.first(where: { isHeadline($0, in: index) }),
        let said = headline.number
      else { return nil }
      var body = own.filter { $0.evidence.start > headline.evidence.end && !$0.isOrdinal }
      if body.isEmpty { body = together(after: headline, in: index) }
      let numbers = body.compactMap(\.number)
      guard let most = numbers.max(), !numbers.contains(said) else { return nil }
      let sum = numbers.reduce(0, +)
      guard sum != said else { return nil }
      let isOne = body.allSatisfy { $0.evidence == body[0].evidence }
      let total = isOne && body.count > 1 ? sum : most
      guard total > 0.5 * said, total < 2 * said else { return nil }
      let shown = NumberText.text(total, .exact)
      let below =
        isOne && body.count > 1
        ? [body[0].with(text: shown, number: total)] : body.filter { $0.number == most }
      return question(event, "headline|\(index)", [headline] + below).conflict(
        .internalConflict, "the headline says \(headline.text), the text \(shown)", in: view)
    }
  }

  private func isHeadline(_ answer: Answer, in index: Int) -> Bool {
    let reading = view.readings[index]
    guard answer.entity == nil,
      let sentence = reading.sentences.prefix(8).firstIndex(where: {
        $0.range.start == answer.evidence.start
      })
    else { return false }
    return reading.sentences[sentence].isHeadline || sentence < 4
      || answer.evidence.sentence == answer.evidence.sentence.uppercased()
  }

  /// The people a later sentence counts side by side, where no verb says what befell them: *eight men
  /// and two women*.
  private func together(after headline: Answer, in index: Int) -> [Answer] {
    let reading = view.readings[index]
    var bySentence: [Int: [Quantity]] = [:]
    for quantity in reading.quantities
    where quantity.property == .count && quantity.number != nil && quantity.partOf == nil
      && reading.sentences[quantity.sentence].range.start > headline.evidence.end
      && Unit(quantity.unit ?? "").kind == "person"
    {
      bySentence[quantity.sentence, default: []].append(quantity)
    }
    let first = bySentence.filter { $0.value.count > 1 }.min { $0.key < $1.key }
    return (first?.value ?? []).map { quantity in
      Answer(
        reading: index, text: NumberText.text(quantity.number ?? 0, .exact),
        number: quantity.number,
        evidence: view.evidence(
          sentence: quantity.sentence, in: index, speaker: quantity.speaker))
    }
  }
}
