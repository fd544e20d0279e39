/// Pairs of mentions that may mean the same, and what is known of each pair.
struct ReferentPairs {
  private let tables: CoreferenceTables
  private let found: [Referent]
  private var places: [Int32: [Int]] = [:]
  private static let nearPronoun = 25
  private static let near = 50
  private static let far = 20

  /// Pairs of some consecutive later mentions.
  struct Block {
    /// Index of the later mention of each pair.
    var later: [Int32] = []
    /// Index of the earlier one. Pairs are ordered by both.
    var earlier: [Int32] = []
    /// Ten rows of the scorer's table for each pair.
    var rows: [Int32] = []
  }

  /// Makes the pairs of the mentions of a document, in their order.
  init(_ found: [Referent], tables: CoreferenceTables) {
    self.found = found
    self.tables = tables
  }

  /// The pairs whose later mention is in `range`. Ranges are asked for in order, without gaps.
  ///
  /// - Complexity: at most 70 pairs for a mention.
  mutating func block(_ range: Range<Int>) -> Block {
    var block = Block()
    for x in range {
      let first = max(0, x - (found[x].pronoun > 0 ? Self.nearPronoun : Self.near))
      for y in distant(x, before: first) { append(x, y, &block) }
      for y in first..<x { append(x, y, &block) }
      guard found[x].pronoun == 0 else { continue }
      for word in found[x].coreSet { places[word, default: []].append(x) }
    }
    return block
  }

  /// The latest mentions before `first` that share a word with `x`, ascending.
  private func distant(_ x: Int, before first: Int) -> [Int] {
    guard found[x].pronoun == 0, first > 0 else { return [] }
    var result: Set<Int> = []
    for word in found[x].coreSet {
      guard let all = places[word] else { continue }
      let end = all.partitioningIndex { $0 >= first }
      result.formUnion(all[max(0, end - Self.far)..<end])
    }
    return result.sorted().suffix(Self.far)
  }

  private func append(_ x: Int, _ y: Int, _ block: inout Block) {
    block.later.append(Int32(x))
    block.earlier.append(Int32(y))
    appendRows(found[x], found[y], apart: x - y, &block.rows)
  }

  /// What the scorer knows of a pair: the rows of its table for mention `i` and an earlier `j`.
  private func appendRows(_ i: Referent, _ j: Referent, apart: Int, _ rows: inout [Int32]) {
    let agree = i.gender == 0 || j.gender == 0 ? 0 : i.gender == j.gender ? 1 : 2
    let areNames = i.kind == 0 && j.kind == 0
    let values = [
      tables.bucket(i.sentence - j.sentence), tables.bucket(apart), i.type * 11 + j.type,
      (i.kind * 3 + j.kind) * 3 + agree, ReferentPairs.match(i, j) * 2 + (areNames ? 1 : 0),
      i.pronoun * 11 + j.pronoun,
      (i.isPlural ? 8 : 0) + (j.isPlural ? 4 : 0) + i.opening, nesting(i, j),
      i.role * 11 + j.role, speech(i, j),
    ]
    for (value, offset) in zip(values, tables.offsets) { rows.append(offset + Int32(value)) }
  }

  private func nesting(_ i: Referent, _ j: Referent) -> Int {
    if j.start <= i.start && i.end <= j.end { return 1 }
    if i.start == j.end + 2 && i.followsPause { return 2 }
    if i.start == j.end + 1 { return 3 }
    return i.start == j.end + 2 ? 4 : 0
  }

  private func speech(_ i: Referent, _ j: Referent) -> Int {
    let speech = (i.isQuoted ? 2 : 0) + (j.isQuoted ? 1 : 0)
    guard i.pronoun > 0, j.pronoun > 0 else { return speech }
    return i.words == j.words ? speech + 4 : 8
  }

  /// How alike the words of two mentions are, 0 nothing in common … 7.
  static func match(_ i: Referent, _ j: Referent) -> Int {
    if i.pronoun > 0 || j.pronoun > 0 { return 0 }
    if !i.core.isEmpty, i.core == j.core { return 1 }
    let areHeadsEqual = i.headWord == j.headWord
    if !i.core.isEmpty, isSubset(i.coreSet, j.coreSet) { return areHeadsEqual ? 2 : 3 }
    if !j.core.isEmpty, isSubset(j.coreSet, i.coreSet) { return areHeadsEqual ? 4 : 5 }
    if areHeadsEqual { return 6 }
    return isAcronym(i, j) || isAcronym(j, i) ? 7 : 0
  }

  private static func isAcronym(_ i: Referent, _ j: Referent) -> Bool {
    i.joined.unicodeScalars.count > 1 && i.joined == j.initials
  }

  /// True when every element of `a` is in `b`; both ascend.
  private static func isSubset(_ a: [Int32], _ b: [Int32]) -> Bool {
    guard a.count <= b.count else { return false }
    var index = 0
    for element in a {
      while index < b.count, b[index] < element { index += 1 }
      guard index < b.count, b[index] == element else { return false }
    }
    return true
  }
}

extension Array {
  /// The first index from which on a condition holds, in an array that holds it from there to its
  /// end.
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Joins mentions to the best of their antecedents.
struct ReferentChains {
  private var best: [Int: (score: Float, earlier: Int)] = [:]

  /// Takes in the scores of some pairs, later mentions in ascending order. A mention is joined to
  /// its best pair that beats having none; the earliest among equals.
  mutating func add(_ block: ReferentPairs.Block, scores: [Float], none: [Float]) {
    for (pair, score) in scores.enumerated() {
      let x = Int(block.later[pair])
      guard score > none[x], score > best[x]?.score ?? -.infinity else { continue }
      best[x] = (score, Int(block.earlier[pair]))
    }
  }

  /// The number of each mention's chain; chains are numbered by their first mention.
  func numbers(count: Int) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(count)
    var next = 0
    for x in 0..<count {
      if let pair = best[x] {
        result.append(result[pair.earlier])
      } else {
        result.append(next)
        next += 1
      }
    }
    return result
  }
}
