/// A sentence on its way into a window.
struct PreparedSentence {
  var ranges: [TextRange]
  var words: [String]
  var pieces: [[Int32]]
  var shapes: [WordShape]
  /// What is known of the place before each word.
  var seams: [SentenceSeam]
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
  private var before = ""
  private static let pauses: Set<String> = [",", ";", ":", "–", "—", "-", "."]

  /// Prepares the sentences of a document.
  init(_ document: Document, pieces: WordPieces) {
    bytes = Array(document.text.utf8)
    self.pieces = pieces
  }

  /// The parts of a sentence; most have one.
  mutating func prepare(_ sentence: CutSentence) -> [PreparedSentence] {
    let ranges = sentence.words
    let words = ranges.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
    let cut = words.map { pieces(of: $0) }
    let shapes = words.map { WordShape($0) }
    let parts = ReadingWindow.cuts(cut) { SentencePreparer.pauses.contains(words[$0]) }
    let seams = seams(sentence, words)
    return parts.map { part in
      PreparedSentence(
        ranges: Array(ranges[part]), words: Array(words[part]), pieces: Array(cut[part]),
        shapes: Array(shapes[part]), seams: Array(seams[part]))
    }
  }

  private mutating func seams(_ sentence: CutSentence, _ words: [String]) -> [SentenceSeam] {
    guard let opening = sentence.opening else { return SentenceSeam.given(words.count) }
    var seams: [SentenceSeam] = []
    seams.reserveCapacity(words.count)
    for (index, word) in words.enumerated() {
      let isFirst = index == 0
      if isFirst, opening == .paragraph {
        seams.append(.begins)
      } else {
        let start = sentence.words[index].start
        seams.append(
          .between(before, word, isCut: isFirst, isSpaced: start == 0 || bytes[start - 1] <= 0x20))
      }
      before = word
    }
    return seams
  }

  private mutating func pieces(of word: String) -> [Int32] {
    if let some = known[word] { return some }
    let some = pieces.pieces(of: word)
    if known.count < SentencePreparer.mostKnown { known[word] = some }
    return some
  }
}
