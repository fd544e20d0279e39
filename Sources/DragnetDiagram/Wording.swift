/// Makes text from outside fit to be drawn: what it may hold, how long it may be, how it is wrapped.
enum Wording {
  /// Without what harms: control characters and non-characters become U+FFFD, bidirectional
  /// overrides vanish, every white space becomes one space. At most `limit` scalars; the last is
  /// *…* where text was cut.
  static func clean(_ text: String, limit: Int) -> String {
    if isPlain(text), text.utf8.count < limit { return text }
    var result = String.UnicodeScalarView()
    var count = 0
    var isSpacePending = false
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        isSpacePending = count > 0
        continue
      }
      if isDirectionControl(scalar) { continue }
      if isSpacePending {
        result.append(" ")
        count += 1
        isSpacePending = false
      }
      if count >= limit - 1 {
        result.append("…")
        break
      }
      result.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
      count += 1
    }
    return String(result)
  }

  /// Unicode's white space. Asking the scalar takes many times as long.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// True for letters and signs of ASCII with single spaces between words: nothing to clean.
  private static func isPlain(_ text: String) -> Bool {
    var last: UInt8 = 32
    for byte in text.utf8 {
      guard (32..<127).contains(byte), byte != 32 || last != 32 else { return false }
      last = byte
    }
    return last != 32 || text.isEmpty
  }

  /// Control characters, non-characters and what XML 1.0 does not allow.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    return value < 0x20 || (0x7F...0x9F).contains(value) || value & 0xFFFE == 0xFFFE
      || (0xFDD0...0xFDEF).contains(value)
  }

  /// Marks, embeddings, overrides and isolates: they can make a name read as another.
  private static func isDirectionControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB: true
    case 0xE0000...0xE007F: true
    default: false
    }
  }

  /// Cuts text into at most `lines` lines of about equal length, `width` characters where words
  /// allow it; longer words are cut, and a *…* ends what did not fit.
  static func wrap(_ text: String, width: Int, lines maximum: Int) -> [String] {
    let text = clean(text, limit: (width + 1) * maximum)
    // Bytes are counted faster than characters, and are never fewer.
    guard text.utf8.count > width, text.count > width else { return [text] }
    let words = text.split(separator: " ").flatMap { pieces(of: $0, width: width) }
    for count in 2...max(2, maximum) {
      if let rows = balanced(words, rows: count, width: width) { return rows }
    }
    var rows = greedy(words, width: width)
    if rows.count > maximum {
      rows = Array(rows.prefix(maximum))
      rows[maximum - 1] = String(rows[maximum - 1].prefix(width - 1)) + "…"
    }
    return rows
  }

  private static func pieces(of word: Substring, width: Int) -> [String] {
    var rest = word
    var pieces: [String] = []
    while rest.count > width {
      pieces.append(String(rest.prefix(width)))
      rest = rest.dropFirst(width)
    }
    return pieces + [String(rest)]
  }

  /// The fewest characters per row that still give `rows` rows; nil when that is more than `width`.
  private static func balanced(_ words: [String], rows: Int, width: Int) -> [String]? {
    let total = words.reduce(0) { $0 + $1.count + 1 } - 1
    var limit = max((total + rows - 1) / rows, words.map(\.count).max() ?? 0)
    while limit <= width {
      let filled = greedy(words, width: limit)
      if filled.count <= rows { return filled }
      limit += 1
    }
    return nil
  }

  private static func greedy(_ words: [String], width: Int) -> [String] {
    var rows: [String] = []
    for word in words {
      if let last = rows.last, last.count + 1 + word.count <= width {
        rows[rows.count - 1] = last + " " + word
      } else {
        rows.append(word)
      }
    }
    return rows
  }

  /// True for what may have to be escaped.
  private static func isSignOfMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), UInt8(ascii: "\\"):
      true
    default: false
    }
  }

  /// Literal text for an HTML-like label, which reads XML and backslash escapes both.
  static func markup(_ text: String) -> String {
    guard text.utf8.contains(where: isSignOfMarkup) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Literal text for XML, in content and in quoted attributes.
  static func xml(_ text: String) -> String {
    guard text.utf8.contains(where: isSignOfMarkup) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Only letters, digits, `_` and `-`, at most 80, for ids and classes.
  static func identifier(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.prefix(80).map { scalar in
          switch scalar {
          case "a"..."z", "A"..."Z", "0"..."9", "_", "-": scalar
          default: "-"
          }
        }))
  }
}
