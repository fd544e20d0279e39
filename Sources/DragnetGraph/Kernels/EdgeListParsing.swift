extension FileBytes {
  /// The edges of a file.
  func edges(path: String, readsValues: Bool, wordsOnly: Bool) throws(GraphError) -> ParsedEdges {
    try unsafe withBytes { bytes throws(GraphError) in
      try unsafe parseEdgeList(
        bytes, path: path, readsValues: readsValues, wordsOnly: wordsOnly)
    }
  }
}

/// Reads the lines of an edge list: as numbers as long as all names are, else from the top as words.
private func parseEdgeList(
  _ bytes: UnsafeBufferPointer<UInt8>, path: String, readsValues: Bool, wordsOnly: Bool
) throws(GraphError) -> ParsedEdges {
  let layout = unsafe EdgeListLayout(bytes)
  if !wordsOnly, !layout.startsWithWords {
    let edges = try unsafe parseNumbers(
      bytes, layout: layout, path: path, readsValues: readsValues)
    if let edges { return edges }
  }
  return try unsafe parseWords(bytes, layout: layout, path: path, readsValues: readsValues)
}

let tab = UInt8(ascii: "\t")
let newline = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
let blank = UInt8(ascii: " ")
let doubleQuote = UInt8(ascii: "\"")

/// What the first lines of an edge list say about the others.
struct EdgeListLayout {
  /// What stands between two columns; a blank stands for any run of blanks and tabs.
  var separator = blank
  /// Where the edges begin: after a byte order mark, comments and a heading.
  var start = 0
  /// Number of the line at `start`, from 1.
  var line = 1
  /// True when the first edge has a name that is no number.
  var startsWithWords = false

  private static let headings: Set<[String]> = [
    ["source", "target"], ["from", "to"], ["src", "dst"], ["src", "dest"],
    ["node1", "node2"], ["fromnodeid", "tonodeid"], ["caller", "callee"], ["sender", "recipient"],
    ["sender", "receiver"], ["id1", "id2"],
  ]

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    if unsafe bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    while start < bytes.count {
      var end = start
      while end < bytes.count, unsafe bytes[end] != newline { end += 1 }
      let first = unsafe bytes[start..<end].first {
        $0 != blank && $0 != tab && $0 != carriageReturn
      }
      if first == nil || first == UInt8(ascii: "#") || first == UInt8(ascii: "%") {
        start = min(end + 1, bytes.count)
        line += 1
        continue
      }
      let text = unsafe bytes[start..<end]
      separator =
        [tab, UInt8(ascii: ","), UInt8(ascii: ";")].first { unsafe text.contains($0) } ?? blank
      var cursor = FieldCursor(position: start, separator: separator)
      let names = unsafe EdgeListLayout.names(&cursor, bytes)
      startsWithWords = !EdgeListLayout.areNumbers(names)
      if !startsWithWords { return }
      unsafe cursor.skipLine(bytes)
      let second = cursor.position
      let followers = unsafe EdgeListLayout.names(&cursor, bytes)
      // Words above numbers, or words known from headings.
      let isFollowedByNumbers = EdgeListLayout.areNumbers(followers)
      if isFollowedByNumbers || EdgeListLayout.headings.contains(names) {
        start = min(second, bytes.count)
        line += 1
        startsWithWords = !isFollowedByNumbers && !followers[0].isEmpty
      }
      return
    }
  }

  private static func names(
    _ cursor: inout FieldCursor, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [String] {
    unsafe [cursor.next(bytes), cursor.next(bytes)].map {
      $0.map { unsafe String(decoding: bytes[$0], as: UTF8.self).lowercased() } ?? ""
    }
  }

  private static func areNumbers(_ names: [String]) -> Bool {
    names.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
  }
}

/// Steps through the fields of a line. A field is a range of bytes without the quotes around it.
struct FieldCursor {
  var position: Int
  let separator: UInt8

  /// The next field of the line, or nil at its end. Stands behind the field's separator afterwards.
  mutating func next(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    let end = bytes.count
    while position < end,
      unsafe bytes[position] == blank
        || (separator == blank && bytes[position] == tab)
    { position += 1 }
    guard position < end, unsafe bytes[position] != newline,
      unsafe bytes[position] != carriageReturn
    else { return nil }
    if unsafe bytes[position] == doubleQuote {
      let start = position + 1
      var close = start
      // A doubled quote is one of the name's own, and stays doubled.
      while close < end, unsafe bytes[close] != newline {
        if unsafe bytes[close] == doubleQuote {
          guard close + 1 < end, unsafe bytes[close + 1] == doubleQuote else { break }
          close += 1
        }
        close += 1
      }
      position = close
      if close < end, unsafe bytes[close] == doubleQuote { position += 1 }
      while position < end, unsafe !isEnd(bytes[position]) { position += 1 }
      if position < end, unsafe bytes[position] == separator { position += 1 }
      return start..<close
    }
    let start = position
    while position < end, unsafe !isEnd(bytes[position]) { position += 1 }
    var close = position
    while close > start, unsafe bytes[close - 1] == blank { close -= 1 }
    if position < end, unsafe bytes[position] == separator { position += 1 }
    return start..<close
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == separator || byte == newline || byte == carriageReturn
      || (separator == blank && byte == tab)
  }

  /// Goes to the start of the next line.
  mutating func skipLine(_ bytes: UnsafeBufferPointer<UInt8>) {
    while position < bytes.count, unsafe bytes[position] != newline { position += 1 }
    position += 1
  }
}

/// Reads a value: a finite number, zero or more.
func parseValue(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Double? {
  // Up to 15 digits and no fraction are exact; the rest is left to the standard library.
  if unsafe bytes.count <= 15, unsafe bytes.allSatisfy({ $0 &- 48 < 10 }) {
    return unsafe Double(bytes.reduce(0) { $0 * 10 + Int($1 &- 48) })
  }
  guard let value = Double(unsafe String(decoding: bytes, as: UTF8.self)), value >= 0,
    value.isFinite
  else { return nil }
  return value
}
