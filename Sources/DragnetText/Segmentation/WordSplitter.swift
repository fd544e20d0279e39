/// Splits a range of UTF-8 bytes into words and marks, in linear time.
struct WordSplitter {
  let bytes: [UInt8]
  let lexicon: Lexicon
  private static let longest = 1024

  /// What a byte sequence is to the splitter.
  private enum Kind { case space, letter, digit, mark, symbol }

  /// Appends the words of `range`.
  func split(_ range: Range<Int>, into words: inout [Word]) {
    var position = range.lowerBound
    var spaced = true
    while position < range.upperBound {
      let (kind, length) = kind(at: position, limit: range.upperBound)
      switch kind {
      case .space:
        position += length
        spaced = true
        continue
      case .letter, .digit:
        position = splitWord(at: position, limit: range.upperBound, spaced: spaced, into: &words)
      case .mark, .symbol:
        let end = runEnd(at: position, length: length, limit: range.upperBound)
        if let address = handleEnd(at: position, limit: range.upperBound) {
          append(position, address, .address, spaced, &words)
          position = address
        } else {
          append(position, end, kind == .symbol ? .symbol : .mark, spaced, &words)
          position = end
        }
      }
      spaced = false
    }
  }

  /// The end of `@handle` or `#tag`, or nil.
  private func handleEnd(at start: Int, limit: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "@") || bytes[start] == UInt8(ascii: "#") else { return nil }
    var end = start + 1
    while end < limit, isAlphanumeric(bytes[end]) || bytes[end] == UInt8(ascii: "_") { end += 1 }
    return end > start + 1 ? end : nil
  }

  /// Dots and dashes in a row are one mark.
  private func runEnd(at start: Int, length: Int, limit: Int) -> Int {
    var end = start + length
    guard length == 1, bytes[start] == UInt8(ascii: ".") || bytes[start] == UInt8(ascii: "-") else {
      return end
    }
    while end < limit, bytes[end] == bytes[start] { end += 1 }
    return end
  }

  private func splitWord(at start: Int, limit: Int, spaced: Bool, into words: inout [Word]) -> Int {
    if let end = addressEnd(at: start, limit: limit) {
      append(start, end, .address, spaced, &words)
      return end
    }
    var end = start
    let stop = min(limit, start + WordSplitter.longest)
    scan: while end < stop {
      let (kind, length) = kind(at: end, limit: limit)
      switch kind {
      case .letter, .digit: end += length
      case .space: break scan
      case .mark, .symbol:
        guard joins(at: end, length: length, start: start, limit: limit) else { break scan }
        end += length
      }
    }
    if end == start { end = min(limit, start + 1) }
    // A period that belongs to an abbreviation or an initial.
    if end < limit, bytes[end] == UInt8(ascii: "."), takesPeriod(start, end) { end += 1 }
    // US$ before an amount.
    if end < limit, bytes[end] == UInt8(ascii: "$"), end - start <= 3, bytes[start] < 0x60,
      end + 1 < limit, isDigit(bytes[end + 1])
    {
      append(start, end + 1, .symbol, spaced, &words)
      return end + 1
    }
    if let cut = currencyCut(start, end) {
      append(start, cut, .symbol, spaced, &words)
      append(cut, end, .number, false, &words)
      return end
    }
    appendClitics(start, end, spaced, &words)
    return end
  }

  /// Where the digits of *RM500* start, when the letters before are a currency.
  private func currencyCut(_ start: Int, _ end: Int) -> Int? {
    var cut = start
    while cut < end, cut - start < 4, isLetter(bytes[cut]) { cut += 1 }
    guard cut > start, cut < end, isDigit(bytes[cut]), isDigit(bytes[end - 1]) || end - cut < 9
    else {
      return nil
    }
    return lexicon.currencySymbols[text(start, cut)] == nil ? nil : cut
  }

  /// Splits *'s*, *n't*, *'ll* … off the end of a word.
  private func appendClitics(_ start: Int, _ end: Int, _ spaced: Bool, _ words: inout [Word]) {
    var index = end - 1
    let floor = max(start + 1, end - 6)
    while index >= floor {
      if bytes[index] == 0x27
        || (bytes[index] == 0xE2 && index + 2 < end && bytes[index + 2] == 0x99)
      {
        let width = bytes[index] == 0x27 ? 1 : 3
        let tail = String(decoding: bytes[(index + width)..<end], as: UTF8.self).lowercased()
        if tail == "t", index > start + 1, bytes[index - 1] | 0x20 == UInt8(ascii: "n") {
          append(start, index - 1, nil, spaced, &words)
          append(index - 1, end, nil, false, &words)
          return
        }
        if ["s", "re", "ve", "ll", "d", "m"].contains(tail) {
          append(start, index, nil, spaced, &words)
          append(index, end, nil, false, &words)
          return
        }
        break
      }
      index -= 1
    }
    append(start, end, nil, spaced, &words)
  }

  private func append(
    _ start: Int, _ end: Int, _ shape: Word.Shape?, _ spaced: Bool, _ words: inout [Word]
  ) {
    guard end > start else { return }
    let lower = end - start > 96 ? "" : folded(start, end)
    words.append(
      Word(
        start: start, end: end, lower: lower, shape: shape ?? self.shape(start, end),
        isSpaced: spaced))
  }

  /// Lower case, straight apostrophes, no soft hyphens.
  private func folded(_ start: Int, _ end: Int) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(end - start)
    var isASCII = true
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte == 0xE2, index + 2 < end, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x99 || bytes[index + 2] == 0x98
      {
        out.append(0x27)
        index += 3
      } else if byte == 0xC2, index + 1 < end, bytes[index + 1] == 0xAD {
        index += 2
      } else {
        out.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        if byte >= 0x80 { isASCII = false }
        index += 1
      }
    }
    let text = String(decoding: out, as: UTF8.self)
    return isASCII ? text : text.lowercased()
  }

  private func shape(_ start: Int, _ end: Int) -> Word.Shape {
    let first = bytes[start]
    if isDigit(first) {
      var index = start
      while index < end,
        isDigit(bytes[index]) || bytes[index] == UInt8(ascii: ",")
          || bytes[index] == UInt8(ascii: ".")
      {
        index += 1
      }
      if index == end { return .number }
      let tail = String(decoding: bytes[index..<end], as: UTF8.self).lowercased()
      return ["st", "nd", "rd", "th"].contains(tail) ? .ordinal : .mixed
    }
    var upper = 0
    var lower = 0
    for byte in bytes[start..<min(end, start + 64)] {
      if byte >= 0x41 && byte <= 0x5A {
        upper += 1
      } else if byte >= 0x61 && byte <= 0x7A {
        lower += 1
      }
    }
    if first >= 0x80 || first == 0x27 {
      let text = String(decoding: bytes[start..<min(end, start + 8)], as: UTF8.self)
      guard let scalar = text.unicodeScalars.first, scalar.properties.isUppercase else {
        return .lower
      }
      return lower == 0 && upper > 0 ? .upper : .capitalized
    }
    guard first >= 0x41 && first <= 0x5A else {
      return upper > 0 && lower < upper ? .mixed : .lower
    }
    if lower == 0 { return upper > 1 || end - start > 1 ? .upper : .capitalized }
    return .capitalized
  }

  /// True when the mark at `index` is inside a word: *U.S*, *1,000*, *o'clock*, *well-known*.
  private func joins(at index: Int, length: Int, start: Int, limit: Int) -> Bool {
    let next = index + length
    guard next < limit else { return false }
    let before = bytes[index - 1]
    let after = bytes[next]
    switch bytes[index] {
    case UInt8(ascii: "."):
      if isDigit(before) { return isDigit(after) }
      // Letters and dots: e.g, U.S, D.C; also site names such as news.example.
      return isLetter(before) && isLetter(after)
        && (index - start == 1 || (index >= 2 && bytes[index - 2] == UInt8(ascii: "."))
          || (after >= 0x61 && before >= 0x61))
    case UInt8(ascii: ","):
      return isDigit(before) && isDigit(after) && next + 2 < limit && isDigit(bytes[next + 1])
        && isDigit(bytes[next + 2])
    case UInt8(ascii: "-"):
      return isWordByte(before) && isWordByte(after)
    case UInt8(ascii: "'"), 0xE2:
      guard bytes[index] == 0x27 || (length == 3 && bytes[index + 2] == 0x99) else { return false }
      return isLetterByte(before) && isLetterByte(after)
    case UInt8(ascii: "&"):
      return isLetter(before) && isLetter(after) && after < 0x60
    case UInt8(ascii: "_"): return true
    case 0xC2: return length == 2 && bytes[index + 1] == 0xAD
    default: return false
    }
  }

  private func takesPeriod(_ start: Int, _ end: Int) -> Bool {
    if end - start == 1 { return bytes[start] >= 0x41 && bytes[start] <= 0x5A }
    guard end - start <= 6 else { return false }
    if bytes[start..<end].contains(UInt8(ascii: ".")) {
      return bytes[start..<end].allSatisfy { !isDigit($0) }
    }
    return lexicon.classes(folded(start, end)).contains(.abbreviation)
      && bytes[start] < 0x60
  }

  private func addressEnd(at start: Int, limit: Int) -> Int? {
    func has(_ prefix: StaticString) -> Bool {
      let text = prefix.description.utf8
      guard start + text.count < limit else { return false }
      return zip(bytes[start...], text).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
    guard
      has("http://") || has("https://") || has("www.") || has("pic.twitter.com/") || has("t.co/")
    else { return mailEnd(at: start, limit: limit) }
    var end = start
    while end < limit, bytes[end] > 0x20, bytes[end] < 0x7F, bytes[end] != UInt8(ascii: ")") {
      end += 1
    }
    while end > start, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: ",") {
      end -= 1
    }
    return end
  }

  private func mailEnd(at start: Int, limit: Int) -> Int? {
    var end = start
    while end < min(limit, start + 64), isAlphanumeric(bytes[end]) || bytes[end] == 0x2E {
      end += 1
    }
    guard end < limit, end > start, bytes[end] == UInt8(ascii: "@") else { return nil }
    end += 1
    while end < limit, isAlphanumeric(bytes[end]) || bytes[end] == 0x2E || bytes[end] == 0x2D {
      end += 1
    }
    return end
  }

  private func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }
  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
  private func isLetterByte(_ byte: UInt8) -> Bool { isLetter(byte) || byte >= 0x80 }
  private func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
  private func isWordByte(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || byte >= 0x80 }

  /// Class and length of the character at `index`.
  private func kind(at index: Int, limit: Int) -> (Kind, Int) {
    let byte = bytes[index]
    if byte < 0x80 {
      if isLetter(byte) { return (.letter, 1) }
      if isDigit(byte) { return (.digit, 1) }
      if byte <= 0x20 || byte == 0x7F { return (.space, 1) }
      return (byte == UInt8(ascii: "$") ? .symbol : .mark, 1)
    }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
    guard index + length <= limit else { return (.letter, limit - index) }
    switch byte {
    case 0xC2:
      switch bytes[index + 1] {
      case 0xA0: return (.space, 2)
      case 0xA3, 0xA5: return (.symbol, 2)
      case 0xAD: return (.mark, 2)
      case 0xAA, 0xBA, 0xB5: return (.letter, 2)
      default: return (.mark, 2)
      }
    case 0xE2:
      let second = bytes[index + 1]
      let third = bytes[index + 2]
      if second == 0x80 {
        return (third <= 0x8F || third == 0xA8 || third == 0xAF ? .space : .mark, 3)
      }
      if second == 0x82 { return (.symbol, 3) }
      return (second <= 0x81 || second >= 0x84 ? .mark : .letter, 3)
    case 0xE3: return (bytes[index + 1] == 0x80 && bytes[index + 2] < 0xC0 ? .mark : .letter, 3)
    case 0xEF: return (bytes[index + 1] == 0xBB ? .space : .letter, 3)
    default: return (.letter, length)
    }
  }
}
