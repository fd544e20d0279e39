/// A character of the text as the word rules see it.
struct Glyph {
  /// What it does in a word.
  enum Kind: UInt8 {
    case space, letter, digit, mark, currency, apostrophe, hyphen, emoji, joiner
  }

  /// The scalar; U+FFFD where bytes are no UTF-8.
  let scalar: UInt32
  /// Offset of its first byte.
  let start: Int
  /// Offset after its last byte.
  let end: Int
  /// What it does in a word.
  let kind: Kind

  /// True for A–Z and other capitals.
  var isUpper: Bool {
    scalar < 0x80 ? scalar >= 0x41 && scalar <= 0x5A : Glyph.properties(scalar).isUppercase
  }

  /// True for letters and digits.
  var isWord: Bool { kind == .letter || kind == .digit }

  /// True for this ASCII character.
  func `is`(_ character: Unicode.Scalar) -> Bool { scalar == character.value }

  /// Reads the glyph at a byte offset below `bytes.count`.
  init(_ bytes: [UInt8], at start: Int) {
    let first = bytes[start]
    self.start = start
    if first < 0x80 {
      scalar = UInt32(first)
      end = start + 1
      kind = Glyph.asciiKind(first)
      return
    }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard length > 1, start + length <= bytes.count else {
      scalar = 0xFFFD
      end = start + 1
      kind = .letter
      return
    }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for byte in bytes[(start + 1)..<(start + length)] { value = value << 6 | UInt32(byte & 0x3F) }
    scalar = value
    end = start + length
    kind = Glyph.wideKind(value)
  }

  private static func asciiKind(_ byte: UInt8) -> Kind {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A: .letter
    case 0x30...0x39: .digit
    case 0...0x20, 0x7F: .space
    case 0x24: .currency
    case 0x27, 0x60: .apostrophe
    case 0x2D: .hyphen
    default: .mark
    }
  }

  private static func properties(_ value: UInt32) -> Unicode.Scalar.Properties {
    (Unicode.Scalar(value) ?? "\u{FFFD}").properties
  }

  private static func wideKind(_ value: UInt32) -> Kind {
    switch value {
    case 0x2018, 0x2019, 0x02BC, 0xB4: return .apostrophe
    case 0x2010, 0x2011: return .hyphen
    // No-break space, the widths of space, line and paragraph separator, zero-width space, marks of
    // direction, byte order mark.
    case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x200E, 0x200F, 0x2028...0x202F, 0x205F...0x2064,
      0x2066...0x2069, 0x3000, 0xFEFF:
      return .space
    // A soft hyphen, joiners, variation selectors and skin tones belong to what they stand in.
    case 0xAD: return .letter
    case 0x200C, 0x200D, 0xFE00...0xFE0F, 0x20E3, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F:
      return .joiner
    case 0x1F000...0x1FAFF, 0x2600...0x27BF, 0x2B50, 0x2B55, 0x231A, 0x231B, 0x23E9...0x23FA:
      return .emoji
    default: break
    }
    switch properties(value).generalCategory {
    case .decimalNumber: return .digit
    case .currencySymbol: return .currency
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: return .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .otherSymbol,
      .modifierSymbol:
      return .mark
    default: return .letter
    }
  }
}
