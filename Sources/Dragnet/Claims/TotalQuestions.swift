import DragnetText

/// Questions on how many people in all, where the groups themselves could not be told to be one:
/// numbers too far apart, or groups named too differently.
struct TotalQuestions {
  private let view: CaseView

  init(_ view: CaseView) { self.view = view }

  /// For every event of a case: documents none of whose numbers is another's, nor the sum of them.
  ///
  /// - Parameter asked: events of a case whose numbers are listed already.
  func conflicts(_ answers: [Answer], asked: Set<EventOfCase>) -> [Conflict] {
    var byEvent: [EventOfCase: [Answer]] = [:]
    for answer in answers where answer.entity != nil && answer.approximation == .exact {
      guard let label = answer.event, EventClass.countingPeople.contains(EventClass.of(label))
      else { continue }
      let key = EventOfCase(event: EventClass.of(label), place: view.caseOf[answer.reading])
      byEvent[key, default: []].append(answer)
    }
    return byEvent.filter { !asked.contains($0.key) }.sorted { $0.key < $1.key }
      .compactMap { compare($0.key, $0.value) }
  }

  private func compare(_ event: EventOfCase, _ answers: [Answer]) -> Conflict? {
    let byReading = Dictionary(grouping: answers, by: \.reading)
    var numbers: [Int: Set<Double>] = [:]
    for (reading, own) in byReading {
      let each = own.compactMap(\.number)
      numbers[reading] = Set(each).union([Set(each).reduce(0, +)])
    }
    // Of each document the largest number stands for it.
    let largest = byReading.sorted { $0.key < $1.key }.compactMap { _, own in
      own.max { ($0.number ?? 0) < ($1.number ?? 0) }
    }
    let pair = Rivals.firstPair(largest) { one, other in
      let left = numbers[one.reading] ?? [], right = numbers[other.reading] ?? []
      return !left.isDisjoint(with: right)
    }
    guard let (one, other) = pair else { return nil }
    let question = Question(
      about: "number of people \(EventClass.words(event.event))", key: "total",
      place: event.place, entities: Set(largest.compactMap(\.entity)).sorted(), answers: largest)
    if let reason = Statement.later(one, other, in: view) {
      return question.conflict(.otherTime, reason, in: view)
    }
    return question.conflict(
      .conflict, "\(one.text) and \(other.text) cannot both be the total", in: view)
  }
}

/// When something was said, and whether it was said to hold only then.
enum Statement {
  private static let passing: Set<String> = [
    "initially", "earlier", "previously", "originally", "updated", "revised", "rose", "risen",
    "climbed", "increased", "grew", "grown",
  ]

  /// Why two numbers may both have been right when they were said: the later is published later, and
  /// one of the two says that it holds for the time being. Nil when nothing tells.
  static func later(_ a: Answer, _ b: Answer, in view: CaseView) -> String? {
    guard let left = view.readings[a.reading].document.published,
      let right = view.readings[b.reading].document.published, left != right
    else { return nil }
    let (early, late) = left < right ? (a, b) : (b, a)
    guard isPassing(early) || isPassing(late) else { return nil }
    return "\(early.text) was said on \(min(left, right)), \(late.text) on \(max(left, right)), "
      + "and the number was still changing"
  }

  private static func isPassing(_ answer: Answer) -> Bool {
    let words = NameForm(answer.evidence.sentence).tokens
    if words.contains(where: passing.contains) { return true }
    return zip(words, words.dropFirst()).contains { one, next in
      (one == "so" && next == "far") || (one == "as" && next == "of")
        || (one == "at" && next == "first")
    }
  }
}
