import Foundation

/// The letters and digits of a text in the form names are compared in: lower case, without accents,
/// full width as half width, each with the bytes it stands for.
struct FoldedText {
  struct Unit {
    let scalar: Unicode.Scalar
    /// UTF-8 offsets into the text.
    let start: Int
    var end: Int
    /// True where a word may start here: after space, marks, or a change from small letter to capital
    /// or between letters and digits.
    let startsWord: Bool
    /// True for a capital letter.
    let isCapital: Bool
  }

  private(set) var units: [Unit] = []

  init(_ text: String) {
    units.reserveCapacity(text.utf8.count)
    var offset = 0
    var last = Kind.other
    var escape = 0
    let bytes = Array(text.utf8)
    for scalar in text.unicodeScalars {
      let start = offset
      offset += UTF8.width(scalar)
      // In an address, %20 is a space.
      if scalar == "%", start + 2 < bytes.count, bytes[start + 1].isHexDigit,
        bytes[start + 2].isHexDigit
      {
        escape = 2
        last = .other
        continue
      }
      if escape > 0 {
        escape -= 1
        last = .other
        continue
      }
      let kind = Kind(scalar)
      switch kind {
      case .attached:
        if last != .other, !units.isEmpty { units[units.count - 1].end = offset }
      case .other: last = .other
      case .capital, .small, .digit:
        let isNewWord = last == .other || kind.startsWord(after: last)
        let folded = FoldedText.folded(scalar)
        for (index, part) in folded.enumerated() {
          units.append(
            Unit(
              scalar: part, start: start, end: offset, startsWord: isNewWord && index == 0,
              isCapital: kind == .capital))
        }
        if !folded.isEmpty { last = kind }
      }
    }
  }

  /// True where a word ends with a unit.
  func endsWord(at index: Int) -> Bool {
    guard index + 1 < units.count else { return true }
    return units[index + 1].startsWord
  }

  private enum Kind {
    case capital, small, digit
    /// Accents that combine, and marks without width.
    case attached
    case other

    init(_ scalar: Unicode.Scalar) {
      if scalar.isASCII {
        switch scalar {
        case "a"..."z": self = .small
        case "A"..."Z": self = .capital
        case "0"..."9": self = .digit
        default: self = .other
        }
        return
      }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .titlecaseLetter: self = .capital
      case .lowercaseLetter, .modifierLetter, .otherLetter: self = .small
      case .decimalNumber, .letterNumber, .otherNumber: self = .digit
      case .nonspacingMark, .spacingMark, .enclosingMark, .format: self = .attached
      default: self = .other
      }
    }

    func startsWord(after last: Kind) -> Bool {
      (last == .small && self == .capital) || (last == .digit) != (self == .digit)
    }
  }

  private static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar {
    case "a"..."z", "0"..."9": return [scalar]
    case "A"..."Z": return [Unicode.Scalar(UInt8(scalar.value + 32))]
    default:
      let text = String(scalar).folding(
        options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
      return text.unicodeScalars.filter {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      }
    }
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool {
    (48...57).contains(self) || (65...70).contains(self) || (97...102).contains(self)
  }
}
