/// A chain in the making.
struct ChainDraft {
  var type: EntityType
  /// Names in lower case, without article.
  private(set) var names: Set<String> = []
  /// The first names of the chain, at most `comparedCount`: those other names are compared with.
  private(set) var compared: [ComparedName] = []
  /// True when one of the compared names has several words.
  private(set) var isFull = false
  /// Indices of drafts: the first `sortedCount` in the order of the text, then those that joined
  /// since, in the order of the text too.
  var drafts: [Int]
  var sortedCount = 0
  var attributes: Attributes
  /// For bodies without a name of their own: what tells them from others.
  var key: String?
  var groupClass: GroupNoun.Class?
  /// True when a name, and not only a noun, is known.
  var isNamed: Bool
  /// True when one of its drafts stands in quotation marks.
  var isQuoted: Bool
  /// True when one of its drafts follows a verb of rescue or captivity.
  var hasRescued: Bool
  /// First word of the first draft when the chain was opened.
  var first: Int
  /// First word of the first draft.
  var start: Int
  /// First word of the last draft, for nearness.
  var last: Int

  /// So many names of a chain are compared, so that a text of ever new names stays linear.
  static let comparedCount = 40

  /// Adds a name in lower case.
  mutating func add(_ name: String) {
    guard names.insert(name).inserted, compared.count < ChainDraft.comparedCount else { return }
    let words = name.split(separator: " ")
    compared.append(ComparedName(text: name, words: words))
    isFull = isFull || words.count > 1
  }

  /// Drops all names.
  mutating func forgetNames() {
    names = []
    compared = []
    isFull = false
  }
}

/// A name and its words, in lower case.
struct ComparedName {
  let text: String
  let words: [Substring]
}

/// Comparisons of names within one document.
enum NameForm {
  private static let linkWords: Set<String> = ["of", "and", "the", "for", "in", "on", "to"]
  private static let articles = ["the ", "a ", "an "]

  /// Lower case, straight apostrophes, no article, no quotation marks.
  static func fold(_ name: String) -> String {
    var text = name.lowercased()
    if text.utf8.contains(where: { $0 >= 0x80 }) {
      text = String(
        String.UnicodeScalarView(
          text.unicodeScalars.compactMap { scalar in
            switch scalar {
            case "\u{2018}", "\u{2019}": "'"
            case "\u{201C}", "\u{201D}", "\u{AD}": nil
            default: scalar
            }
          }))
    }
    for article in articles
    where text.hasPrefix(article) && text.utf8.count > article.utf8.count + 1 {
      text.removeFirst(article.count)
    }
    return text
  }

  /// True when `short` is the acronym of `long`: *CID*, *Criminal Investigation Department*.
  static func isAcronym(_ short: String, of long: String) -> Bool {
    let letters = short.unicodeScalars.filter { $0 != "." }
    guard letters.count >= 2, letters.count <= 8,
      letters.allSatisfy({ $0.properties.isUppercase })
    else { return false }
    let words = long.split { $0 == " " || $0 == "-" }
    guard words.count >= letters.count else { return false }
    let isShouted = long == long.uppercased()
    let initials = words.filter { !isShouted || !linkWords.contains($0.lowercased()) }
      .compactMap { $0.unicodeScalars.first }.filter { $0.properties.isUppercase }
    return initials.elementsEqual(letters)
  }

  /// True when the words of `short` stand in order inside `long`.
  static func isPart(_ short: [Substring], of long: [Substring]) -> Bool {
    var index = 0
    for word in long where index < short.count && word == short[index] { index += 1 }
    return index == short.count
  }
}

extension NameForm {
  /// The name as written, without *the* or *a*.
  static func withoutArticle(_ name: String) -> String {
    for article in ["the ", "a ", "an "] where name.hasPrefix(article) {
      return String(name.dropFirst(article.count))
    }
    return name
  }
}
