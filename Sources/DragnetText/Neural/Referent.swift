/// A mention as the scorer of antecedents sees it.
struct Referent: Sendable {
  /// First word, counted in the document.
  var start: Int
  /// Last word; it belongs to the mention.
  var end: Int
  /// The word that the rest of the mention hangs on.
  var head: Int
  /// Number of its sentence.
  var sentence: Int
  /// Index of its type; 10 for a type the scorer does not know.
  var type: Int
  /// Class of the pronoun it is, 1...10, or 0.
  var pronoun: Int
  /// 0 name, 1 noun, 2 pronoun.
  var kind: Int
  /// True for more than one.
  var isPlural: Bool
  /// 0 nothing, 1 *the*, 2 *a*, 3 *her* or *…'s*.
  var opening: Int
  /// 0 unknown, 1 male, 2 female, 3 neither.
  var gender: Int
  /// Number of its role in the sentence.
  var role: Int
  /// True where it begins inside quotation marks.
  var isQuoted: Bool
  /// Its words in lower case that tell it from others, as numbers, in order.
  var core: [Int32]
  /// The same, ascending, each once.
  var coreSet: [Int32]
  /// Number of the head in lower case.
  var headWord: Int32
  /// Capitals its words begin with.
  var initials: String
  /// Its words without spaces.
  var joined: String
  /// The word before it is a comma, a dash or an opening bracket.
  var followsPause: Bool
}

/// A sentence as coreference sees it.
struct ReferringSentence {
  var words: [String]
  var upos: [String]
  var xpos: [String]
  var heads: [Int]
  var labels: [String]
  /// Mentions: first word, last word, type.
  var mentions: [(start: Int, end: Int, type: String)]
}

/// Describes the mentions of a document.
struct ReferentMaker {
  private let tables: CoreferenceTables
  private var numbers: [String: Int32] = [:]
  private var isInQuotes = false
  private var sentenceNumber = 0
  private var offset = 0
  private static let types: [String: Int] = [
    "person": 0, "place": 1, "organization": 2, "object": 3, "event": 4, "time": 5, "substance": 6,
    "animal": 7, "plant": 8, "abstract": 9,
  ]

  /// Makes a describer for one document.
  init(tables: CoreferenceTables) { self.tables = tables }

  /// The mentions of the document's next sentence.
  mutating func referents(_ sentence: ReferringSentence) -> [Referent] {
    var quoted: [Bool] = []
    quoted.reserveCapacity(sentence.words.count)
    for word in sentence.words {
      switch word {
      case "“", "``": isInQuotes = true
      case "”", "''": isInQuotes = false
      case "\"": isInQuotes.toggle()
      default: break
      }
      quoted.append(isInQuotes)
    }
    let result = sentence.mentions.map { describe(sentence, $0, quoted[$0.start]) }
    offset += sentence.words.count
    sentenceNumber += 1
    return result
  }

  /// The order of mentions in a document: by first word, longer ones first.
  static func isBefore(_ a: Referent, _ b: Referent) -> Bool {
    (a.start, -a.end) < (b.start, -b.end)
  }

  /// The word of a span whose head lies outside.
  static func head(_ heads: [Int], _ start: Int, _ end: Int) -> Int {
    (start...end).first { !(start...end).contains(heads[$0] - 1) } ?? end
  }

  private mutating func describe(
    _ sentence: ReferringSentence, _ mention: (start: Int, end: Int, type: String), _ isQuoted: Bool
  ) -> Referent {
    let words = Array(sentence.words[mention.start...mention.end])
    let low = words.map { $0.lowercased() }
    let head = ReferentMaker.head(sentence.heads, mention.start, mention.end)
    let headWord = low[head - mention.start]
    let pronoun = low.count == 1 ? tables.pronouns[low[0]] ?? 0 : 0
    let upos = sentence.upos[head]
    let tag = sentence.xpos[head]
    let kind = pronoun > 0 || upos == "PRON" ? 2 : upos == "PROPN" ? 0 : 1
    let core = low.filter { !tables.stop.contains($0) }.map { number($0) }
    return Referent(
      start: offset + mention.start, end: offset + mention.end, head: offset + head,
      sentence: sentenceNumber, type: ReferentMaker.types[mention.type] ?? 10, pronoun: pronoun,
      kind: kind,
      isPlural: tag == "NNS" || tag == "NNPS" || pronoun == 2 || pronoun == 7
        || headWord == "these" || headWord == "those",
      opening: opening(low), gender: gender(low, kind, pronoun),
      role: tables.roles[sentence.labels[head]] ?? 10, isQuoted: isQuoted,
      core: core, coreSet: Set(core).sorted(), headWord: number(headWord),
      initials: initials(words), joined: words.joined(),
      followsPause: mention.start > 0
        && [",", "-", "–", "—", "("].contains(sentence.words[mention.start - 1]))
  }

  private func opening(_ low: [String]) -> Int {
    switch low[0] {
    case "the", "this", "that", "these", "those": return 1
    case "a", "an", "some": return 2
    default: break
    }
    guard low.count > 1 else { return 0 }
    let isOwned =
      ["my", "our", "your", "his", "her", "its", "their"].contains(low[0]) || low.contains("'s")
      || low.contains("’s")
    return isOwned ? 3 : 0
  }

  private func gender(_ low: [String], _ kind: Int, _ pronoun: Int) -> Int {
    if kind == 2 { return (4...6).contains(pronoun) ? pronoun - 3 : 0 }
    if low.contains(where: tables.male.contains) { return 1 }
    return low.contains(where: tables.female.contains) ? 2 : 0
  }

  private func initials(_ words: [String]) -> String {
    var result = String.UnicodeScalarView()
    for word in words {
      if let first = word.unicodeScalars.first, first.properties.isUppercase {
        result.append(first)
      }
    }
    return String(result)
  }

  private mutating func number(_ word: String) -> Int32 {
    if let known = numbers[word] { return known }
    let number = Int32(numbers.count)
    numbers[word] = number
    return number
  }
}
