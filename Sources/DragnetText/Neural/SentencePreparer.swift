/// A sentence on its way into a window.
struct PreparedSentence {
  var ranges: [TextRange]
  var words: [String]
  var pieces: [[Int32]]
  var shapes: [WordShape]
  /// Rows of the encoder's table of shapes.
  var rows: [Int32] { WordShape.rows(words, shapes) }
}

/// Cuts the words of sentences into pieces, and sentences that are too long for a window into parts.
struct SentencePreparer {
  private let bytes: [UInt8]
  private let pieces: WordPieces
  /// The pieces of words that were cut before.
  private var known: [String: [Int32]] = [:]
  private static let mostKnown = 1 << 15
  private static let pauses: Set<String> = [",", ";", ":", "–", "—", "-", "."]

  /// Prepares the sentences of a document.
  init(_ document: Document, pieces: WordPieces) {
    bytes = Array(document.text.utf8)
    self.pieces = pieces
  }

  /// The parts of a sentence; most have one.
  mutating func prepare(_ ranges: [TextRange]) -> [PreparedSentence] {
    let words = ranges.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
    let cut = words.map { pieces(of: $0) }
    let shapes = words.map { WordShape($0) }
    let parts = ReadingWindow.cuts(cut) { SentencePreparer.pauses.contains(words[$0]) }
    return parts.map { part in
      PreparedSentence(
        ranges: Array(ranges[part]), words: Array(words[part]), pieces: Array(cut[part]),
        shapes: Array(shapes[part]))
    }
  }

  private mutating func pieces(of word: String) -> [Int32] {
    if let some = known[word] { return some }
    let some = pieces.pieces(of: word)
    if known.count < SentencePreparer.mostKnown { known[word] = some }
    return some
  }
}
