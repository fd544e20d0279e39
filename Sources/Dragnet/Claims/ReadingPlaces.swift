import DragnetText

/// What stands where in one reading, looked up instead of searched for. Made in one pass.
struct ReadingPlaces {
  private struct Event: Hashable {
    let sentence: Int
    let kind: String
  }

  private let sentences: [TextRange]
  private var lastFinding: [Event: Int] = [:]
  private var lastPlaceName: [Int: Int] = [:]
  private var firstDeed: [Int: String] = [:]
  private var sums: [Double: Set<String>] = [:]
  private var partsOf: [Double: Set<Double>] = [:]
  private var mentionAt: [TextRange: Int] = [:]
  /// Totals whose parts make another number, with the parts, by place in `Reading.quantities`.
  private(set) var faultySums: [(total: Int, parts: [Int])] = []

  init(_ reading: Reading) {
    sentences = reading.sentences.map(\.range)
    for (index, finding) in reading.findings.enumerated() {
      let event = Event(sentence: finding.sentence, kind: EventClass.of(finding.label))
      lastFinding[event] = index
      let chain = reading.mentions[finding.to].chain
      if firstDeed[chain] == nil { firstDeed[chain] = finding.label }
    }
    for (index, mention) in reading.mentions.enumerated() { mentionAt[mention.range] = index }
    for (index, mention) in reading.mentions.enumerated()
    where mention.type == .place && mention.kind == .name {
      if let sentence = sentence(holding: mention.range) { lastPlaceName[sentence] = index }
    }
    var parts: [Int: [Double]] = [:]
    var places: [Int: [Int]] = [:]
    for (place, quantity) in reading.quantities.enumerated() {
      guard let total = quantity.partOf, let number = quantity.number else { continue }
      parts[total, default: []].append(number)
      if let whole = reading.quantities[total].number {
        partsOf[whole, default: []].insert(number)
      }
      // What a later sentence says of some of them need not be all.
      if quantity.sentence == reading.quantities[total].sentence {
        places[total, default: []].append(place)
      }
    }
    for (total, parts) in places.sorted(by: { $0.key < $1.key }) where parts.count > 1 {
      let whole = reading.quantities[total]
      let numbers = parts.compactMap { reading.quantities[$0].number }
      guard whole.property == .count, whole.approximation == .exact, let number = whole.number,
        numbers.reduce(0, +) != number
      else { continue }
      faultySums.append((total, parts))
    }
    for (total, quantity) in reading.quantities.enumerated() where quantity.property == .count {
      guard let parts = parts[total], parts.count > 1, let number = quantity.number,
        parts.reduce(0, +) == number
      else { continue }
      let sum = parts.map { NumberText.text($0, .exact) }.joined(separator: " + ")
      sums[number, default: []].insert(sum)
    }
  }

  /// The sentence that holds a range, or nil when it crosses sentences. O(log n).
  func sentence(holding range: TextRange) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].end < range.end { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].contains(range) ? low : nil
  }

  /// The last finding of a kind of event in a sentence, by its place in `Reading.findings`.
  func finding(of kind: String, in sentence: Int) -> Int? {
    lastFinding[Event(sentence: sentence, kind: kind)]
  }

  /// The last place that a sentence names, by its place in `Reading.mentions`.
  func placeName(in sentence: Int) -> Int? { lastPlaceName[sentence] }

  /// The label of the first thing said to be done to a chain.
  func deed(to chain: Int) -> String? { firstDeed[chain] }

  /// The parts that add up to a number, as *8 + 4*, each way once, sorted.
  func sums(of number: Double) -> [String] { (sums[number] ?? []).sorted() }

  /// True when the document makes a number a part of another.
  func isPart(_ small: Double, of large: Double) -> Bool {
    partsOf[large]?.contains(small) ?? false
  }

  /// The mention that is these words, by its place in `Reading.mentions`.
  func mention(at range: TextRange) -> Int? { mentionAt[range] }
}
