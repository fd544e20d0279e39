/// How a word is written, as the encoder is told it: its vocabulary is in lower case.
public enum WordShape: Int, Sendable, Codable {
  /// Letters in lower case; the first a capital; all capitals; one letter, a capital; any other
  /// mixture. Numbers; digits with other characters. Neither letters nor digits.
  case lower, capitalized, upper, singleCapital, mixed, number, withDigits, other

  /// The shape of a word.
  init(_ word: String) {
    var letters = 0
    var upper = 0
    var digits = 0
    var others = 0
    var startsUpper = false
    for scalar in word.unicodeScalars {
      switch WordShape.role(scalar) {
      case .capital:
        if letters == 0 { startsUpper = true }
        letters += 1
        upper += 1
      case .letter: letters += 1
      case .digit: digits += 1
      case .point: break
      case .other: others += 1
      }
    }
    if digits > 0 {
      self = letters == 0 && others == 0 ? .number : .withDigits
    } else if letters == 0 {
      self = .other
    } else if upper == 0 {
      self = .lower
    } else if letters == 1 {
      self = .singleCapital
    } else if upper == letters {
      self = .upper
    } else {
      self = startsUpper && upper == 1 ? .capitalized : .mixed
    }
  }

  private enum Role { case capital, letter, digit, point, other }

  private static func role(_ scalar: Unicode.Scalar) -> Role {
    switch scalar.value {
    case 0x61...0x7A: return .letter
    case 0x41...0x5A: return .capital
    case 0x30...0x39: return .digit
    case 0x2C, 0x2E: return .point
    case 0..<0x80: return .other
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: return .capital
    case .lowercaseLetter, .modifierLetter, .otherLetter: return .letter
    case .decimalNumber: return .digit
    default: return .other
    }
  }

  /// Rows of the encoder's table of shapes for the words of a sentence: shape, plus 8 for the first
  /// word, plus 16 times how the sentence is written.
  static func rows(_ words: [String], _ shapes: [WordShape]) -> [Int32] {
    let manner = manner(words, shapes)
    return shapes.enumerated().map { Int32($1.rawValue + ($0 == 0 ? 8 : 0) + 16 * manner) }
  }

  /// 0 as usual, 1 in Title Case, 2 in CAPITALS, 3 without any capital.
  static func manner(_ words: [String], _ shapes: [WordShape]) -> Int {
    var long = 0
    var upper = 0
    var raised = 0
    var letters = 0
    var capitals = 0
    for (word, shape) in zip(words, shapes) where shape.rawValue < WordShape.number.rawValue {
      letters += 1
      if shape != .lower { capitals += 1 }
      guard word.unicodeScalars.count > 3 else { continue }
      long += 1
      if shape == .upper { upper += 1 }
      if shape != .lower { raised += 1 }
    }
    if long >= 3 {
      if 4 * upper > 3 * long { return 2 }
      if 4 * raised > 3 * long { return 1 }
    }
    return letters >= 3 && capitals == 0 ? 3 : 0
  }
}
