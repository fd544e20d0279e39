import Foundation

/// A name taken apart for comparison: case, accents, quotes, possessives and points folded away.
struct NameForm: Hashable {
  /// The words left, in order; what comes after the first `limit` words is no part of a name.
  let tokens: [String]

  /// Most words of a name.
  static let limit = 32

  /// The words joined by spaces; equal keys are equal names.
  var key: String { tokens.joined(separator: " ") }

  /// Takes a name apart: `“The Ámbar’s”` gives `the`, `ambar`.
  init(_ name: some StringProtocol) {
    tokens = Array(NameForm.tokens(of: name.prefix(1000)).prefix(NameForm.limit))
  }

  /// Wraps words that are folded already.
  init(tokens: [String]) { self.tokens = tokens }

  /// The form without a leading article; alone, an article stays.
  var withoutArticle: NameForm {
    guard tokens.count > 1, NameForm.articles.contains(tokens[0]) else { return self }
    return NameForm(tokens: Array(tokens.dropFirst()))
  }

  /// The form without article and without the words that only tell a company's legal form.
  var withoutLegalForm: NameForm {
    var rest = withoutArticle.tokens
    while rest.count > 1, let last = rest.last, NameForm.legalForms.contains(last) {
      rest.removeLast()
    }
    return NameForm(tokens: rest)
  }

  /// First letters of the words that carry an acronym: *of*, *and*, *for*, *the* do not.
  var initials: String {
    String(tokens.filter { !NameForm.linkWords.contains($0) }.compactMap(\.first))
  }

  static let articles: Set<String> = [
    "the", "a", "an", "el", "la", "los", "las", "le", "les", "il", "lo", "der", "die", "das",
  ]
  static let linkWords: Set<String> = ["of", "and", "for", "the", "in", "on", "to", "de", "del"]
  static let legalForms: Set<String> = [
    "ltd", "limited", "inc", "incorporated", "corp", "corporation", "co", "company", "llc", "llp",
    "lp", "plc", "gmbh", "mbh", "ag", "kg", "kgaa", "se", "sa", "sas", "sarl", "srl", "spa", "bv",
    "nv", "ab", "as", "asa", "aps", "oy", "oyj", "sdn", "bhd", "berhad", "pte", "pty", "pvt", "kk",
    "pt", "tbk", "ooo", "oao", "zao", "pao", "jsc", "pjsc", "ltda", "eood", "doo", "sro", "zrt",
    "kft", "ou", "sia", "uab", "fze", "fzco", "fzc", "lda", "eurl", "tov", "sal", "cv", "rl",
  ]

  private static func tokens(of name: some StringProtocol) -> [String] {
    var words: [String] = []
    var word = ""
    let scalars = Array(folded(name))
    func isWordScalar(_ index: Int) -> Bool {
      scalars.indices.contains(index) && scalars[index].isOfWord
    }
    for (index, scalar) in scalars.enumerated() {
      if scalar.isOfWord {
        word.unicodeScalars.append(scalar)
      } else if scalar == "'" || scalar == "." {
        // Inside a word they join: O'Neil, U.S.; a possessive ends it.
        if scalar == "'", isWordScalar(index + 1), scalars[index + 1] == "s",
          !isWordScalar(index + 2)
        {
          words.append(word)
          word = "'"
        } else if !(isWordScalar(index - 1) && isWordScalar(index + 1)) {
          words.append(word)
          word = ""
        }
      } else {
        words.append(word)
        word = scalar == "&" ? "and" : ""
        if scalar == "&" {
          words.append(word)
          word = ""
        }
      }
    }
    words.append(word)
    return words.filter { !$0.isEmpty && $0 != "'s" }
  }

  /// Lower case, accents removed, curly apostrophes straight.
  private static func folded(_ name: some StringProtocol) -> String.UnicodeScalarView {
    let lower = name.lowercased()
    if lower.utf8.allSatisfy({ $0 < 0x80 }) { return lower.unicodeScalars }
    var result = String.UnicodeScalarView()
    for scalar in lower.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar {
      case "\u{2018}", "\u{2019}", "\u{02BC}", "\u{0060}", "\u{00B4}": result.append("'")
      case "\u{00AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}": continue
      case "ł": result.append("l")
      case "ø": result.append("o")
      case "đ", "ð": result.append("d")
      case "ı": result.append("i")
      case "ß": result.append(contentsOf: "ss".unicodeScalars)
      case "æ": result.append(contentsOf: "ae".unicodeScalars)
      case "œ": result.append(contentsOf: "oe".unicodeScalars)
      case "þ": result.append(contentsOf: "th".unicodeScalars)
      default:
        if scalar.properties.canonicalCombiningClass == .notReordered { result.append(scalar) }
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// True for letters, digits and the vowel signs that follow letters.
  fileprivate var isOfWord: Bool {
    if isASCII { return (48...57).contains(value) || (97...122).contains(value | 32) }
    if properties.isAlphabetic || properties.numericType != nil { return true }
    let category = properties.generalCategory
    return category == .spacingMark || category == .nonspacingMark
  }
}
