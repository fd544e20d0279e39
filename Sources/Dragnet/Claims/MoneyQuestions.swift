import DragnetText

/// Questions on how much: sums of one event, compared in the currencies the texts state.
///
/// No rate is invented. Two sums in different currencies are the same money only where some text
/// restates one in the other's currency (*£500 ($610)*), directly or through a third.
struct MoneyQuestions {
  private let view: CaseView

  init(_ view: CaseView) { self.view = view }

  /// Every question on which documents give more than one sum.
  func conflicts() -> [Conflict] {
    var byEvent: [EventOfCase: [Sum]] = [:]
    for (index, reading) in view.readings.enumerated() {
      for (place, quantity) in reading.quantities.enumerated() {
        guard quantity.property == .money, let amount = quantity.number,
          let currency = quantity.currency
        else { continue }
        let root = quantity.restates ?? place
        let whole = reading.quantities[root]
        guard let event = quantity.event ?? whole.event else { continue }
        let key = EventOfCase(event: EventClass.of(event), place: view.caseOf[index])
        byEvent[key, default: []].append(
          Sum(
            reading: index, item: root, place: place, amount: amount, currency: currency,
            approximation: quantity.approximation))
      }
    }
    return byEvent.sorted { $0.key < $1.key }.compactMap { compare($0.key.event, $0.value) }
  }

  private struct Sum {
    let reading: Int
    /// The value it restates, or itself: what is one item of its document.
    let item: Int
    let place: Int
    let amount: Double
    let currency: String
    let approximation: Quantity.Approximation

    /// Equal within two percent, or one at least a little less than the other (*over $500* and
    /// *$540*).
    func agrees(with other: Sum) -> Bool {
      guard currency == other.currency else { return false }
      let (small, large) = amount < other.amount ? (self, other) : (other, self)
      let isOpen = small.approximation == .atLeast || small.approximation == .about
      return large.amount - small.amount <= (isOpen ? 0.1 : 0.02) * large.amount
    }
  }

  private func compare(_ event: String, _ sums: [Sum]) -> Conflict? {
    guard Set(sums.map(\.reading)).count > 1, sums.count <= Question.answerLimit else { return nil }
    let texts = Set(sums.map { "\($0.amount)|\($0.currency)" })
    guard texts.count > 1 else { return nil }
    let question = Question(
      about: "money \(EventClass.words(event))", key: "money", entities: [],
      answers: sums.map(answer))
    let (verdict, reason) = judge(sums)
    return question.conflict(verdict, reason, in: view)
  }

  private func answer(_ sum: Sum) -> Answer {
    let reading = view.readings[sum.reading]
    let quantity = reading.quantities[sum.place]
    let words = reading.document.quote(quantity.range)
    let prefix =
      switch quantity.approximation {
      case .exact: ""
      case .about: "about "
      case .atLeast: "more than "
      case .atMost: "up to "
      }
    return Answer(
      reading: sum.reading,
      text: words.first?.isLetter == true && !prefix.isEmpty && words.lowercased().hasPrefix(prefix)
        ? words : prefix + words,
      number: sum.amount, approximation: quantity.approximation, currency: sum.currency,
      evidence: view.evidence(
        sentence: quantity.sentence, in: sum.reading, speaker: quantity.speaker))
  }

  private func judge(_ sums: [Sum]) -> (Verdict, String) {
    let items = items(of: sums)
    if let reason = clash(items) { return (.conflict, reason) }
    func readings(_ item: [Sum]) -> Int { Set(item.map(\.reading)).count }
    guard let widest = items.max(by: { readings($0) < readings($1) }), readings(widest) > 1 else {
      return (.notComparable, "no text states one sum in the currency of the other")
    }
    let common = widest[0]
    if let extra = items.first(where: {
      $0[0].item != common.item || $0[0].reading != common.reading
    }) {
      return (
        .partOfTotal,
        "\(shown(common)) is common; \(shown(extra[0])) is an item that some leave out"
      )
    }
    let currencies = Set(sums.map(\.currency)).sorted()
    return currencies.count > 1
      ? (.restates, "one sum stated in \(currencies.joined(separator: ", "))")
      : (.refines, "the sums agree as far as they are exact")
  }

  /// Two sums in one currency, given by different documents that have no sum in common.
  private func clash(_ items: [[Sum]]) -> String? {
    var shared: Set<[Int]> = []
    for item in items {
      let readings = Set(item.map(\.reading)).sorted()
      for (place, one) in readings.enumerated() {
        for other in readings[(place + 1)...] { shared.insert([one, other]) }
      }
    }
    for (place, one) in items.enumerated() {
      for other in items[(place + 1)...] {
        for left in one {
          for right in other
          where left.currency == right.currency && left.reading != right.reading
            && !shared.contains([left.reading, right.reading].sorted())
          {
            return "\(shown(left)) and \(shown(right)) differ"
          }
        }
      }
    }
    return nil
  }

  private func shown(_ sum: Sum) -> String {
    "\(NumberText.text(sum.amount, .exact)) \(sum.currency)"
  }

  /// Sums that are one item: restated in one document, or equal in one currency.
  private func items(of sums: [Sum]) -> [[Sum]] {
    var clusters = Clusters(count: sums.count)
    for (place, one) in sums.enumerated() {
      for (other, two) in sums.enumerated() where other > place {
        let isRestated = one.reading == two.reading && one.item == two.item
        if isRestated || one.agrees(with: two) { clusters.join(place, other) }
      }
    }
    return Dictionary(grouping: sums.indices) { clusters.root(of: $0) }.values
      .map { $0.sorted() }.sorted { $0[0] < $1[0] }.map { $0.map { sums[$0] } }
  }
}
