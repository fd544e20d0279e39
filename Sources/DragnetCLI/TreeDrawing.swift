/// The tree of a sentence in box characters, one line for each word, the root at the left.
///
/// A line runs from the left into every word. Where it meets a vertical, the words that hang on it
/// branch off above and below; `┼` where lines cross, in a tree that is not projective.
struct TreeDrawing {
  /// A line of the drawing for each word, all equally wide.
  let lines: [String]

  /// Draws a tree.
  ///
  /// - Parameter heads: for each word the index of its head, nil for the root; it must be a tree.
  init(heads: [Int?]) {
    var rows = [[Character]](repeating: [], count: heads.count)
    var isReached = [Bool](repeating: false, count: heads.count)
    var children = [[Int]](repeating: [], count: heads.count)
    for (word, head) in heads.enumerated() {
      if let head { children[head].append(word) }
    }
    var waiting = heads.indices.filter { heads[$0] == nil }
    for root in waiting {
      rows[root].append("─")
      isReached[root] = true
    }
    while let word = waiting.popLast() {
      guard let first = children[word].first, let last = children[word].last else { continue }
      let span = min(first, word)...max(last, word)
      let column = span.reduce(0) { max($0, rows[$1].count) }
      for row in span {
        TreeDrawing.pad(&rows[row], to: column, isReached[row])
        let isChild = heads[row] == word
        let hasAbove = row > span.lowerBound
        let hasBelow = row < span.upperBound
        let glyph: Character
        if row == word {
          glyph = hasAbove ? hasBelow ? "┼" : "┴" : "┬"
        } else if isChild {
          glyph = hasAbove ? hasBelow ? "├" : "╰" : "╭"
        } else {
          glyph = isReached[row] ? "┼" : "│"
        }
        rows[row].append(glyph)
        if isChild {
          isReached[row] = true
          rows[row].append("─")
        }
      }
      waiting += children[word]
    }
    let width = rows.reduce(0) { max($0, $1.count) }
    lines = rows.map { row in
      var row = row
      TreeDrawing.pad(&row, to: width, true)
      return String(row)
    }
  }

  private static func pad(_ row: inout [Character], to width: Int, _ isReached: Bool) {
    while row.count < width { row.append(isReached && row.last != nil ? "─" : " ") }
  }
}
