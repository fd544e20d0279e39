import DragnetText

/// One value that one document gives, ready to be listed under a question.
struct Answer {
  let reading: Int
  /// As shown.
  let text: String
  var number: Double?
  var approximation: Quantity.Approximation = .exact
  var unit: String?
  var currency: String?
  var date: CalendarDate?
  /// The entity the value is of, or is.
  var entity: Int?
  /// Label of the event the value is of.
  var event: String?
  /// True for *a seventh*, which says that six were before.
  var isOrdinal = false
  let evidence: Evidence

  /// The same answer in other words.
  func with(text: String) -> Answer { with(text: text, number: number) }

  /// The same answer with another value.
  func with(text: String, number: Double?) -> Answer {
    Answer(
      reading: reading, text: text, number: number, approximation: approximation, unit: unit,
      currency: currency, date: date, entity: entity, event: event, isOrdinal: isOrdinal,
      evidence: evidence)
  }
}

/// A question with its answers, turned into what the network lists.
struct Question {
  let about: String
  /// What tells it from other questions, for its id.
  let key: String
  /// The case it is asked of, where its entities do not tell.
  var place: Int?
  let entities: [Int]
  let answers: [Answer]

  /// Most values of one question that are compared pair by pair.
  static let comparedLimit = 400

  /// The values to compare, and what to add to the reason where some are left out.
  static func compared<Value>(_ values: [Value]) -> (values: [Value], note: String) {
    guard values.count > comparedLimit else { return (values, "") }
    return (
      Array(values.prefix(comparedLimit)),
      " (only the first \(comparedLimit) of \(values.count) values were compared)"
    )
  }

  /// How many documents answer.
  var readingCount: Int { Set(answers.map(\.reading)).count }

  /// The listed conflict: equal values folded, most widely given first.
  func conflict(_ verdict: Verdict, _ reason: String, in view: CaseView) -> Conflict {
    var order: [String] = []
    var byText: [String: [Answer]] = [:]
    for answer in answers {
      if byText[answer.text] == nil { order.append(answer.text) }
      byText[answer.text, default: []].append(answer)
    }
    let values = order.compactMap { byText[$0].map { value($0, in: view) } }
    let documentCounts = values.map(\.documents.count)
    let sorted = values.indices.sorted {
      (-documentCounts[$0], values[$0].value) < (-documentCounts[$1], values[$1].value)
    }
    var id = ContentID()
    id.add(about)
    id.add(key)
    if let place { id.add(view.name(ofCase: place)) }
    for entity in entities { id.add(view.entities[entity].id) }
    return Conflict(
      id: id.text("c"), about: about, entities: entities.map { view.entities[$0].id },
      verdict: verdict, reason: reason, values: sorted.map { values[$0] })
  }

  private func value(_ answers: [Answer], in view: CaseView) -> Conflict.Value {
    let first = answers[0]
    let readings = Set(answers.map(\.reading)).sorted()
    var evidence: [Evidence] = []
    var seen: Set<Evidence> = []
    for answer in answers.sorted(by: {
      ($0.reading, $0.evidence.start) < ($1.reading, $1.evidence.start)
    }) where seen.insert(answer.evidence).inserted {
      evidence.append(answer.evidence)
    }
    return Conflict.Value(
      value: first.text, number: first.number, unit: first.unit, currency: first.currency,
      date: first.date, documents: readings.map { view.readings[$0].document.id },
      evidence: evidence)
  }
}
