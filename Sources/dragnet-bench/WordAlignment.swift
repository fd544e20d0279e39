import DragnetText

/// Pairs the words of a treebank with the words that were found, as the CoNLL 2018 shared task does.
///
/// Words with the same characters are the same word. Where several words were written as one, the
/// longest common subsequence of their forms counts.
///
/// - SeeAlso: Zeman and others, "CoNLL 2018 Shared Task: Multilingual Parsing from Raw Text to
///   Universal Dependencies" (2018), section 5.
struct WordAlignment {
  /// A word that was found: its span in characters that are no white space, and its form.
  struct Found {
    var span: Range<Int>
    var form: String
  }

  /// For each word of the treebank the number of the found word, or nil.
  private(set) var foundOf: [Int?]
  /// How many pairs there are.
  var count: Int { foundOf.count { $0 != nil } }

  /// Aligns words in order.
  init(gold: [Treebank.Word], found: [Found]) {
    foundOf = [Int?](repeating: nil, count: gold.count)
    var g = 0
    var f = 0
    while g < gold.count, f < found.count {
      if gold[g].isFused {
        let end = gold[g].span.upperBound
        while f < found.count, found[f].span.lowerBound < gold[g].span.lowerBound { f += 1 }
        let (firstGold, firstFound) = (g, f)
        while g < gold.count, gold[g].span.lowerBound < end { g += 1 }
        while f < found.count, found[f].span.lowerBound < end { f += 1 }
        pair(gold, firstGold..<g, found, firstFound..<f)
      } else if gold[g].span == found[f].span {
        foundOf[g] = f
        g += 1
        f += 1
      } else if gold[g].span.lowerBound <= found[f].span.lowerBound {
        g += 1
      } else {
        f += 1
      }
    }
  }

  /// Pairs words of two ranges along the longest common subsequence of their forms.
  private mutating func pair(
    _ gold: [Treebank.Word], _ golds: Range<Int>, _ found: [Found], _ founds: Range<Int>
  ) {
    let a = golds.map { gold[$0].form.lowercased() }
    let b = founds.map { found[$0].form.lowercased() }
    var lengths = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in a.indices.reversed() {
      for j in b.indices.reversed() {
        lengths[i][j] =
          a[i] == b[j] ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
      }
    }
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        foundOf[golds.lowerBound + i] = founds.lowerBound + j
        i += 1
        j += 1
      } else if lengths[i + 1][j] >= lengths[i][j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
  }
}

/// Turns byte offsets of a text into counts of characters that are no white space.
struct CharacterCounts {
  private let before: [Int32]

  /// Counts a text once.
  init(_ text: String) {
    var before: [Int32] = []
    before.reserveCapacity(text.utf8.count + 1)
    var count: Int32 = 0
    for scalar in text.unicodeScalars {
      for _ in 0..<UTF8.width(scalar) { before.append(count) }
      if !scalar.properties.isWhitespace { count += 1 }
    }
    before.append(count)
    self.before = before
  }

  /// The span of a range of bytes.
  func span(_ range: TextRange) -> Range<Int> { Int(before[range.start])..<Int(before[range.end]) }
}

/// Right, found and true, added up over files.
struct Score {
  var right = 0
  var found = 0
  var gold = 0

  var precision: Double { 100 * Double(right) / Double(max(1, found)) }
  var recall: Double { 100 * Double(right) / Double(max(1, gold)) }
  /// The harmonic mean of precision and recall, 0...100.
  var f1: Double { 200 * Double(right) / Double(max(1, found + gold)) }

  /// Adds another.
  static func += (a: inout Score, b: Score) {
    a.right += b.right
    a.found += b.found
    a.gold += b.gold
  }
}
