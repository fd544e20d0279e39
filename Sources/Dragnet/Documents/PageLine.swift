import DragnetText

/// A line of a page that is not blank, with what the rules for page furniture look at.
struct PageLine {
  /// Where it stands, without the white space around it.
  let range: TextRange
  /// The line with curly quotes straight, soft hyphens dropped and one space between words.
  /// Cut after `longest` bytes: what is longer is prose.
  let text: String
  /// `text` at its spaces.
  let tokens: [Substring]
  /// The tokens in lower case without the punctuation around them; *'s* and inner marks stay.
  let words: [String]
  /// True when no line is blank between this one and the one before.
  let followsDirectly: Bool
  /// True when the line ends as a sentence does, closing quotes and brackets aside.
  let endsSentence: Bool

  /// Lines with more bytes are not looked at beyond this.
  static let longest = 1200

  /// True for a line that can be a headline, a teaser or a menu entry: short, not a sentence.
  var isHeadlineLike: Bool { !endsSentence && (3...32).contains(words.count) }
  /// True for a line that reads as prose.
  var isSentence: Bool { endsSentence && words.count >= 6 || words.count > 40 }
  /// The words with one space between them.
  var key: String { words.joined(separator: " ") }

  /// The lines of a text that are not blank, in order.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func lines(of text: String) -> [PageLine] {
    var lines: [PageLine] = []
    var isBlankBefore = true
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(where: isLineEnd) ?? bytes.count
      if let line = PageLine(bytes[start..<end], followsDirectly: !isBlankBefore) {
        lines.append(line)
        isBlankBefore = false
      } else {
        isBlankBefore = true
      }
      let isCRLF = end + 1 < bytes.count && bytes[end] == 13 && bytes[end + 1] == 10
      start = end + (isCRLF ? 2 : 1)
    }
    return lines
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 || byte == 12 }

  private init?(_ bytes: ArraySlice<UInt8>, followsDirectly: Bool) {
    let line = String(decoding: bytes.prefix(Self.longest), as: UTF8.self)
    guard let first = line.unicodeScalars.firstIndex(where: { !$0.properties.isWhitespace }) else {
      return nil
    }
    let leading = line.utf8.distance(from: line.startIndex, to: first)
    var end = bytes.count
    if end <= Self.longest, let last = line.unicodeScalars.lastIndex(where: { !$0.isSpace }) {
      end = line.utf8.distance(
        from: line.startIndex, to: line.unicodeScalars.index(after: last))
    }
    range = TextRange(bytes.startIndex + leading, bytes.startIndex + max(leading, end))
    text = Self.plain(line)
    tokens = text.split(separator: " ")
    words = tokens.compactMap(Self.word)
    self.followsDirectly = followsDirectly
    let closing = text.reversed().first { !"\"')]»*_".contains($0) }
    endsSentence = bytes.count > Self.longest || closing.map { ".!?…".contains($0) } ?? false
  }

  private static func plain(_ line: String) -> String {
    var plain = String.UnicodeScalarView()
    var isAfterSpace = true
    for scalar in line.unicodeScalars {
      if scalar.isSpace {
        if !isAfterSpace { plain.append(" ") }
        isAfterSpace = true
        continue
      }
      switch scalar {
      case "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{FEFF}", "\u{FE0F}": continue
      case "\u{2018}", "\u{2019}", "\u{2BC}": plain.append("'")
      case "\u{201C}", "\u{201D}", "\u{201E}": plain.append("\"")
      default: plain.append(scalar)
      }
      isAfterSpace = false
    }
    if plain.last == " " { plain.removeLast() }
    return String(plain)
  }

  private static func word(_ token: Substring) -> String? {
    let scalars = token.unicodeScalars
    guard let first = scalars.firstIndex(where: { $0.isWordLike }),
      let last = scalars.lastIndex(where: { $0.isWordLike })
    else { return nil }
    return String(scalars[first...last]).lowercased()
  }
}

extension Unicode.Scalar {
  fileprivate var isSpace: Bool { properties.isWhitespace || value < 32 }
  fileprivate var isWordLike: Bool {
    isASCII
      ? ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self)
      : properties.isAlphabetic || properties.numericType != nil
  }
}

extension StringProtocol {
  /// True when the first letter is a capital.
  var startsWithCapital: Bool {
    unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isUppercase ?? false
  }
}
