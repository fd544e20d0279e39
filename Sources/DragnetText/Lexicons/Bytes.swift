/// Text compared and cut by its bytes: the tables are large, and their separators are ASCII.
extension StringProtocol {
  /// The parts between separators, empty ones left out.
  func parts(_ separator: Unicode.Scalar) -> [SubSequence] {
    let byte = UInt8(ascii: separator)
    var result: [SubSequence] = []
    var start = utf8.startIndex
    var index = start
    while index < utf8.endIndex {
      if utf8[index] == byte {
        if start < index { result.append(self[start..<index]) }
        start = utf8.index(after: index)
        index = start
      } else {
        index = utf8.index(after: index)
      }
    }
    if start < index { result.append(self[start..<index]) }
    return result
  }

  /// True when the last bytes are those of `ending`.
  func ends(in ending: String) -> Bool {
    let count = ending.utf8.count
    return utf8.count >= count && utf8.suffix(count).elementsEqual(ending.utf8)
  }
}
