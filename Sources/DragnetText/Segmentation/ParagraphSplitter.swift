/// Finds the paragraphs of a text: what is furniture is left out, wrapped lines are joined.
struct ParagraphSplitter {
  let bytes: [UInt8]
  /// In order, not overlapping, inside the text.
  let furniture: [TextRange]

  /// The paragraphs in order, without white space around them.
  func paragraphs() -> [Range<Int>] {
    let lines = self.lines()
    let width = wrapWidth(lines)
    var result: [Range<Int>] = []
    var open: Range<Int>?
    for (number, line) in lines.enumerated() {
      if let current = open {
        if continues(lines[number - 1], line, width) {
          open = current.lowerBound..<line.upperBound
          continue
        }
        result.append(current)
      }
      open = line
    }
    if let open { result.append(open) }
    return result
  }

  /// Lines that hold something, trimmed, cut at furniture.
  private func lines() -> [Range<Int>] {
    var result: [Range<Int>] = []
    var next = 0
    var start = 0
    var index = 0
    func close(_ end: Int) {
      var low = start
      var high = end
      while low < high, bytes[low] <= 0x20 { low += 1 }
      while high > low, bytes[high - 1] <= 0x20 { high -= 1 }
      if low < high { result.append(low..<high) }
    }
    while index < bytes.count {
      if next < furniture.count, index >= furniture[next].start {
        close(min(index, furniture[next].start))
        index = max(index, min(bytes.count, furniture[next].end))
        start = index
        next += 1
        continue
      }
      if bytes[index] == 0x0A || bytes[index] == 0x0D {
        close(index)
        start = index + 1
      }
      index += 1
    }
    close(bytes.count)
    return result
  }

  /// The width at which lines are wrapped, or nil when every line is a paragraph.
  private func wrapWidth(_ lines: [Range<Int>]) -> Int? {
    var lengths: [Int] = []
    var flowing = 0
    for (first, second) in zip(lines, lines.dropFirst()) where isAdjacent(first, second) {
      lengths.append(first.count)
      if startsLower(second) { flowing += 1 }
    }
    guard lengths.count >= 4, flowing * 3 >= lengths.count, let longest = lengths.max(),
      longest <= 130
    else { return nil }
    return longest
  }

  private func continues(_ first: Range<Int>, _ second: Range<Int>, _ width: Int?) -> Bool {
    guard isAdjacent(first, second) else { return false }
    let last = bytes[first.upperBound - 1]
    let ends = last == 0x2E || last == 0x21 || last == 0x3F || last == 0x3A
    if startsLower(second) { return !ends }
    if let width { return first.count * 10 >= width * 7 }
    return false
  }

  /// True when only one line end parts the two.
  private func isAdjacent(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    let gap = second.lowerBound - first.upperBound
    guard gap <= 64 else { return false }
    var feeds = 0
    for index in first.upperBound..<second.lowerBound {
      if bytes[index] == 0x0A { feeds += 1 }
      if bytes[index] > 0x20 { return false }
    }
    return feeds <= 1
  }

  private func startsLower(_ line: Range<Int>) -> Bool {
    bytes[line.lowerBound] >= 0x61 && bytes[line.lowerBound] <= 0x7A
  }
}
