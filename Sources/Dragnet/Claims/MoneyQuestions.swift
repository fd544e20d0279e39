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
    let collector = StatedValueCollector(view)
    var byCase: [Int: [StatedValue]] = [:]
    for index in view.readings.indices {
      byCase[view.caseOf[index], default: []] += collector.values(of: index) { quantity in
        guard quantity.property == .money, quantity.currency != nil,
          !isShare(quantity, of: view.readings[index])
        else { return nil }
        return ("money", 1)
      }
    }
    return byCase.sorted { $0.key < $1.key }.flatMap { place, values -> [Conflict] in
      guard Set(values.map(\.reading)).count > 1 else { return [] }
      return ValueAlignment(values).groups().compactMap { group in
        compare(group.map { values[$0] }, place)
      }
    }
  }

  /// *Of the cash, €500 lay in a drawer*: a part of a sum told before, no rival of it.
  private func isShare(_ quantity: Quantity, of reading: Reading) -> Bool {
    let start = reading.sentences[quantity.sentence].range.start
    guard quantity.range.start > start, quantity.range.start - start < 60 else { return false }
    let words = reading.document.quote(TextRange(start, quantity.range.start))
      .split(separator: " ").map { $0.lowercased() }
    guard words.first == "of", words.count > 2, let last = words.last, last.hasSuffix(",") else {
      return false
    }
    return StatedValueCollector.isMoneyNoun(String(last.dropLast()))
  }

  private struct Sum {
    let reading: Int
    /// The value it restates, or itself: what is one item of its document.
    var item: Int
    let place: Int
    let amount: Double
    let currency: String
    let approximation: Quantity.Approximation

    /// Equal within two percent, or one at least a little less than the other (*over $500* and
    /// *$540*).
    func agrees(with other: Sum) -> Bool {
      guard currency == other.currency else { return false }
      if NumberText.isRounding(amount, other.amount, within: 0.03) { return true }
      let (small, large) = amount < other.amount ? (self, other) : (other, self)
      let isOpen = small.approximation == .atLeast || small.approximation == .about
      return large.amount - small.amount <= (isOpen ? 0.1 : 0.02) * large.amount
    }
  }

  private func compare(_ values: [StatedValue], _ place: Int) -> Conflict? {
    // What stands in brackets behind a sum belongs to it.
    var seen: Set<[Int]> = []
    var sums: [Sum] = []
    for value in values {
      let reading = view.readings[value.reading]
      let root = reading.quantities[value.place].restates ?? value.place
      for (place, quantity) in reading.quantities.enumerated()
      where place == root || quantity.restates == root {
        guard seen.insert([value.reading, place]).inserted, let amount = quantity.number,
          let currency = quantity.currency
        else { continue }
        sums.append(
          Sum(
            reading: value.reading, item: root, place: place, amount: amount, currency: currency,
            approximation: quantity.approximation))
      }
    }
    guard Set(sums.map(\.reading)).count > 1,
      Set(sums.map { "\($0.amount)|\($0.currency)" }).count > 1
    else { return nil }
    let entities = values.dropFirst().reduce(values[0].entities) { $0.intersection($1.entities) }
    let question = Question(
      about: about(values), key: "money", place: place, entities: entities.sorted(),
      answers: sums.map(answer))
    let distinct = distinct(sums)
    let (verdict, reason) = judge(distinct)
    if verdict == .notComparable, !isTied(values) { return nil }
    return question.conflict(verdict, reason + restated(distinct), in: view)
  }

  /// True where two documents say more in common of sums that cannot be compared than what kind they are.
  private func isTied(_ values: [StatedValue]) -> Bool {
    let empty: Set<String> = ["worth", "valu", "value", "pay", "estimat", "transfer", "total"]
    let values = values.prefix(40)
    for (place, one) in values.enumerated() {
      for other in values.dropFirst(place + 1) where one.reading != other.reading {
        if !one.words.intersection(other.words).isSubset(of: empty)
          || !one.entities.isDisjoint(with: other.entities)
        {
          return true
        }
      }
    }
    return false
  }

  private func about(_ values: [StatedValue]) -> String {
    var counts: [String: Int] = [:]
    for value in values { value.event.map { counts[$0, default: 0] += 1 } }
    let event = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "named"
    let stuff = values.dropFirst().reduce(values[0].stuff) { $0.intersection($1.stuff) }.min()
    let what = stuff.map { " (\($0))" } ?? ""
    return switch event {
    case "stole": "how much money was stolen"
    case "defrauded": "how much money was taken by fraud"
    case "charged": "how much money the charges are about"
    case "sentenced": "how much money the sentences are about"
    case "worth": "what it is worth in money"
    case "loss": "how much money was lost"
    case "ransom", "reward", "bail", "fine": "how much money the \(event) is"
    case _ where StatedValueCollector.isMoneyNoun(event): "how much money: \(event)"
    default: "how much money was \(EventClass.words(event))\(what)"
    }
  }

  /// Sums without those that a document only repeats; what restates a repeated sum restates the
  /// first.
  private func distinct(_ sums: [Sum]) -> [Sum] {
    var firstOf: [Said: Int] = [:]
    var itemOf: [[Int]: Int] = [:]
    for sum in sums where sum.item == sum.place {
      let first = firstOf[Said(sum, item: nil)] ?? sum.item
      firstOf[Said(sum, item: nil)] = first
      itemOf[[sum.reading, sum.item]] = first
    }
    var seen: Set<Said> = []
    return sums.map { sum in
      var sum = sum
      sum.item = itemOf[[sum.reading, sum.item]] ?? sum.item
      return sum
    }.filter { seen.insert(Said($0, item: $0.item)).inserted }
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
    let rest = items.filter { $0[0].item != common.item || $0[0].reading != common.reading }
    // A document that gives only the other sum may mean the same money in its own currency.
    let givers = Set(widest.map(\.reading))
    if let alone = rest.first(where: { !Set($0.map(\.reading)).isSubset(of: givers) }) {
      return (
        .notComparable,
        "no text states \(shown(alone[0])) in the currency of \(shown(common))"
      )
    }
    if let extra = rest.first {
      return (
        .partOfTotal,
        "\(shown(common)) is given by \(share(widest, of: sums)); "
          + "\(shown(extra[0])) only by \(share(extra, of: sums))"
      )
    }
    return Set(sums.map(\.currency)).count > 1
      ? (.restates, "one sum in several currencies")
      : (.refines, "the sums agree as far as they are exact")
  }

  /// How many of the documents that answer give one of these sums: *all five*, *two*.
  private func share(_ item: [Sum], of sums: [Sum]) -> String {
    let count = Set(item.map(\.reading)).count
    let all = Set(sums.map(\.reading)).count
    return count == all
      ? count == 2 ? "both" : "all \(NumberText.spelled(count))" : NumberText.spelled(count)
  }

  /// What each sum in brackets restates: *; $610 restates €500*.
  private func restated(_ sums: [Sum]) -> String {
    var seen: Set<String> = []
    return sums.filter { $0.item != $0.place }.map { sum in
      let whole = view.readings[sum.reading].quantities[sum.item]
      let words = view.readings[sum.reading].document.quote(whole.range)
      return "; \(shown(sum)) restates \(words)"
    }.filter { seen.insert($0).inserted }.joined()
  }

  /// Two sums in one currency, given by different documents that have no sum in common.
  private func clash(_ items: [[Sum]]) -> String? {
    var itemsOf: [Int: [Int]] = [:]
    for (place, item) in items.enumerated() {
      for reading in Set(item.map(\.reading)) { itemsOf[reading, default: []].append(place) }
    }
    // Of the documents that give the same items, one speaks for all.
    let speakers = items.map { item in
      var seen: Set<Speaker> = []
      return item.filter {
        let items = itemsOf[$0.reading] ?? []
        return seen.insert(Speaker(currency: $0.currency, items: items)).inserted
      }
    }
    for (place, one) in speakers.enumerated() {
      for other in speakers[(place + 1)...] {
        for left in one {
          for right in other where left.currency == right.currency {
            let shared = Set(itemsOf[left.reading] ?? [])
            if shared.isDisjoint(with: itemsOf[right.reading] ?? []) {
              return "\(shown(left)) and \(shown(right)) differ"
            }
          }
        }
      }
    }
    return nil
  }

  private struct Speaker: Hashable {
    let currency: String
    let items: [Int]
  }

  /// The sum as its text writes it.
  private func shown(_ sum: Sum) -> String {
    answer(sum).text
  }

  /// A sum as one document gives it, however often.
  private struct Said: Hashable {
    let reading: Int
    let amount: Double
    let currency: String
    let approximation: Quantity.Approximation
    let item: Int?

    init(_ sum: Sum, item: Int?, reading: Int? = nil) {
      self.reading = reading ?? sum.reading
      amount = sum.amount
      currency = sum.currency
      approximation = sum.approximation
      self.item = item
    }
  }

  /// Sums that are one item: restated in one document, or equal in one currency.
  private func items(of sums: [Sum]) -> [[Sum]] {
    var clusters = Clusters(count: sums.count)
    var firstOfItem: [[Int]: Int] = [:]
    var firstOfAmount: [Said: Int] = [:]
    var distinct: [Int] = []
    for (place, sum) in sums.enumerated() {
      let item = [sum.reading, sum.item]
      if let first = firstOfItem[item] { clusters.join(first, place) }
      firstOfItem[item] = firstOfItem[item] ?? place
      let amount = Said(sum, item: nil, reading: -1)
      if let first = firstOfAmount[amount] {
        clusters.join(first, place)
      } else {
        firstOfAmount[amount] = place
        distinct.append(place)
      }
    }
    for (place, one) in distinct.enumerated() {
      for other in distinct[(place + 1)...] where sums[one].agrees(with: sums[other]) {
        clusters.join(one, other)
      }
    }
    return Dictionary(grouping: sums.indices) { clusters.root(of: $0) }.values
      .map { $0.sorted() }.sorted { $0[0] < $1[0] }.map { $0.map { sums[$0] } }
  }
}
