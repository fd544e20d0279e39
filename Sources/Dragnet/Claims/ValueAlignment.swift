/// Finds which numbers of different documents answer one question.
///
/// Two numbers of one dimension are held against each other when their sentences speak of the same
/// thing: the event, what is measured, the names, rare words, and how near the numbers are add up. No
/// list says which questions there are; numbers that one document tells apart are never one question.
struct ValueAlignment {
  /// Values that answer one question: of one dimension, by place in the list given.
  typealias Group = [Int]

  private let values: [StatedValue]
  /// How telling a word is, 0...1: rare among the values of its dimension.
  private let telling: [String: Double]
  /// What one document tells apart.
  private let apart: Set<[String]>

  /// Documents that give but one number of the dimension.
  private let single: Set<Int>

  /// Values alike in all that counts; the first stands for them.
  private struct Node: Hashable {
    let number: Double
    let currency: String?
    let approximation: String
    let event: String?
    let stuff: Set<String>
  }

  /// Prepares values of one case and one dimension.
  init(_ values: [StatedValue]) {
    self.values = values
    var counts: [String: Int] = [:]
    var apart: Set<[String]> = []
    var stuffOf: [Int: [Set<String>]] = [:]
    for value in values {
      for word in value.words { counts[word, default: 0] += 1 }
      if !value.stuff.isEmpty, !(stuffOf[value.reading] ?? []).contains(value.stuff) {
        for other in stuffOf[value.reading] ?? [] where other.isDisjoint(with: value.stuff) {
          for one in other.sorted() {
            for two in value.stuff.sorted() { apart.insert([min(one, two), max(one, two)]) }
          }
        }
        if (stuffOf[value.reading] ?? []).count < 12 {
          stuffOf[value.reading, default: []].append(value.stuff)
        }
      }
    }
    self.apart = apart
    var numbers: [Int: Set<Double>] = [:]
    for value in values { numbers[value.reading, default: []].insert(value.number) }
    single = Set(numbers.filter { $0.value.count == 1 }.keys)
    telling = counts.mapValues { min(1, 2 / Double($0)) }
  }

  /// Groups of two values and more, in the order of their first. O(k²) in the number of unlike values,
  /// of which at most `Question.comparedLimit` are compared.
  func groups() -> [Group] {
    var members: [Node: Int] = [:]
    var nodes: [[Int]] = []
    for (index, value) in values.enumerated() {
      let node = Node(
        number: value.number, currency: value.currency,
        approximation: value.approximation.rawValue, event: value.event, stuff: value.stuff)
      if let known = members[node] {
        nodes[known].append(index)
      } else {
        members[node] = nodes.count
        nodes.append([index])
      }
    }
    let compared = min(nodes.count, Question.comparedLimit)
    var pairs: [(score: Double, one: Int, other: Int)] = []
    for one in 0..<compared {
      for other in (one + 1)..<max(one + 1, compared) {
        let score = best(nodes[one], nodes[other])
        if score >= ValueAlignment.least { pairs.append((score, one, other)) }
      }
    }
    pairs.sort { ($1.score, $0.one, $0.other) < ($0.score, $1.one, $1.other) }
    var clusterOf = Array(nodes.indices)
    var clusters = nodes
    for (_, one, other) in pairs {
      let left = clusterOf[one], right = clusterOf[other]
      guard left != right, !areToldApart(clusters[left], clusters[right]),
        mean(clusters[left], clusters[right]) >= ValueAlignment.leastMean
      else { continue }
      clusters[left] += clusters[right]
      clusters[right] = []
      for index in clusterOf.indices where clusterOf[index] == right { clusterOf[index] = left }
    }
    return clusters.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// What every text counts for reasons of its own.
  private static let common: Set<String> = [
    "person", "country", "city", "place", "step", "side", "word", "question", "thing", "part",
    "reason", "example", "case", "town", "village", "state", "nation", "page", "seat", "vote",
  ]

  private static let least = 2.0
  private static let leastMean = 1.4

  private func best(_ one: [Int], _ other: [Int]) -> Double {
    var best = -Double.infinity
    for left in one.prefix(4) {
      for right in other.prefix(4) where values[left].reading != values[right].reading {
        best = max(best, score(values[left], values[right]))
      }
    }
    return best
  }

  private func mean(_ one: [Int], _ other: [Int]) -> Double {
    var sum = 0.0
    var count = 0.0
    for left in one.prefix(12) {
      for right in other.prefix(12)
      where values[left].reading != values[right].reading
        && nearness(values[left], values[right]) != nil
      {
        sum += score(values[left], values[right])
        count += 1
      }
    }
    return count == 0 ? ValueAlignment.leastMean : sum / count
  }

  /// True when a document gives two numbers of the two groups in one currency or unit, unless it lists
  /// them side by side as what one event came to.
  private func areToldApart(_ one: [Int], _ other: [Int]) -> Bool {
    let byReading = Dictionary(grouping: one) { values[$0].reading }
    return other.contains { index in
      let value = values[index]
      return (byReading[value.reading] ?? []).contains { place in
        let own = values[place]
        if own.sentence == value.sentence, own.event != nil, own.event == value.event,
          own.dimension == "money", own.currency != value.currency
        {
          return false
        }
        return own.forms.contains { form in
          value.forms.contains {
            $0.currency == form.currency
              && !NumberText.isRounding($0.number, form.number, within: 0.03)
          }
        }
      }
    }
  }

  /// How much speaks for one question. Chosen by hand, on invented cases.
  private func score(_ a: StatedValue, _ b: StatedValue) -> Double {
    var score = 0.0
    if let one = a.event, let other = b.event {
      if one == other {
        score +=
          a.dimension == "money" && EventClass.isPayment(one)
          ? 1
          : EventClass.isTelling(one) ? 2 : 1.2
      } else if a.dimension == "money", EventClass.tellsSums(one), EventClass.tellsSums(other) {
        score -= 0.8
      }
    }
    if a.dimension != "money" { score += a.isMeasured ? 1.2 : 1.4 }
    if !a.stuff.isEmpty, !b.stuff.isEmpty {
      if a.stuff.isDisjoint(with: b.stuff) {
        let isApart = a.stuff.contains { one in
          b.stuff.contains { apart.contains([min(one, $0), max(one, $0)]) }
        }
        score -= isApart ? 4 : 0.5
      } else {
        score += 1.6
      }
    }
    let shared = a.words.intersection(b.words).reduce(0.0) { $0 + (telling[$1] ?? 0) }
    score += min(2, 0.7 * shared)
    let common = a.entities.intersection(b.entities).count
    score += min(1.2, 0.6 * Double(common))
    if common == 0, !a.entities.isEmpty, !b.entities.isEmpty { score -= 0.3 }
    let near = nearness(a, b)
    // The only number of its noun in both texts.
    if a.dimension != "money", !a.isMeasured, let near, near >= 0.33, min(a.number, b.number) >= 4,
      single.contains(a.reading), single.contains(b.reading),
      !ValueAlignment.common.contains(a.dimension)
    {
      score += 0.6
    }
    // Nine of a kind and two hundred are seldom one count.
    if a.dimension != "money", let near, near < 0.1 { score -= 0.5 }
    score += near ?? (EventClass.isPayment(a.event ?? "") ? -0.5 : 0)
    if !a.places.isEmpty, !b.places.isEmpty, a.places.isDisjoint(with: b.places) { score -= 0.3 }
    return score
  }

  /// How near two numbers are in the currency or unit in which they are nearest; nil where none is common.
  private func nearness(_ a: StatedValue, _ b: StatedValue) -> Double? {
    var best: Double?
    for (currency, number) in a.forms {
      for (other, rival) in b.forms where currency == other {
        if NumberText.isRounding(number, rival, within: 0.03) {
          best = max(best ?? 0, NumberText.isTelling(number) ? 2 : 0.6)
        } else {
          let ratio = min(abs(number), abs(rival)) / max(abs(number), abs(rival), 1e-9)
          best = max(best ?? 0, ratio)
        }
      }
    }
    return best
  }
}

extension StatedValue {
  /// The number in every currency the text gives it in; in no currency for what is no sum.
  fileprivate var forms: [(currency: String?, number: Double)] {
    [(currency, number)] + restated.map { ($0.currency, $0.number) }
  }

  /// True for a measure, whose dimension alone tells little.
  fileprivate var isMeasured: Bool { Unit(dimension).isMeasure }
}
