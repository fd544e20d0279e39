/// What is known, before the encoder reads, of the place before a word: does a sentence begin there?
enum SentenceSeam: Sendable, Equatable {
  /// One does: a paragraph begins, or the sentences were given.
  case begins
  /// None does: the sentences were given.
  case continues
  /// The encoder is asked. Bit n is set when sign n is seen.
  case open(signs: UInt16)

  /// Signs that the scorer of sentences knows.
  static let signs = 16

  /// The seams of a sentence of `count` words that was given as one.
  static func given(_ count: Int) -> [SentenceSeam] {
    [.begins] + repeatElement(.continues, count: max(0, count - 1))
  }

  /// The seam of a word.
  ///
  /// - Parameters:
  ///   - before: the word before it in the paragraph.
  ///   - isCut: whether rules begin a sentence there.
  ///   - isSpaced: whether white space stands before the word.
  static func between(_ before: String, _ word: String, isCut: Bool, isSpaced: Bool)
    -> SentenceSeam
  {
    let opening = Opening(before.unicodeScalars.first)
    let first = word.unicodeScalars.first
    let start = Opening(first)
    let last = before.unicodeScalars.last
    let answers = [
      isCut, isSpaced, enders.contains(before), isIn(last, ".!?"), isIn(last, ":;"),
      isIn(last, "\"”’)]'"), before == ",", start == .upper,
      word.unicodeScalars.count > 1 && word.unicodeScalars.allSatisfy { Opening($0) == .upper },
      start == .digit, start == .lower, isIn(first, "\"“‘(["), opening == .upper,
      opening == .digit, opening == .mark, start == .mark,
    ]
    return .open(
      signs: answers.enumerated().reduce(0) { $1.element ? $0 | 1 << UInt16($1.offset) : $0 })
  }

  private static let enders: Set<String> = [".", "!", "?", "…"]

  private static func isIn(_ scalar: Unicode.Scalar?, _ set: String) -> Bool {
    guard let scalar else { return false }
    return set.unicodeScalars.contains(scalar)
  }
}

/// How a word opens, by the general category of its first scalar.
private enum Opening {
  case upper, lower, digit
  /// Another letter or number.
  case other
  /// Neither letter nor number.
  case mark

  init(_ scalar: Unicode.Scalar?) {
    switch scalar?.properties.generalCategory {
    case .uppercaseLetter: self = .upper
    case .lowercaseLetter: self = .lower
    case .decimalNumber: self = .digit
    case .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber, .otherNumber: self = .other
    default: self = .mark
    }
  }
}
