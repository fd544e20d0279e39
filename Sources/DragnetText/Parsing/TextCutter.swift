/// The words of a sentence as rules cut it, or as it was given.
struct CutSentence {
  /// What a sentence begins with, besides itself.
  enum Opening { case paragraph, sentence }

  /// Ranges of bytes.
  var words: [TextRange]
  /// nil for a sentence that was given.
  var opening: Opening?
}

/// Cuts a document into sentences of syntactic words, as Universal Dependencies has them.
///
/// A clitic, a mark, a part of a hyphenated word is a word of its own: *do n't*, *well - known*,
/// *S$ 13,000*. Furniture is left out. Takes time linear in the text.
public struct TextCutter: Sendable {
  private let bytes: [UInt8]
  private let furniture: [TextRange]

  /// Makes a cutter of a document.
  public init(_ document: Document) {
    let bytes = Array(document.text.utf8)
    self.init(bytes: bytes, furniture: TextRange.tidied(document.furniture, length: bytes.count))
  }

  /// Makes a cutter of a text; the furniture is in order, does not overlap, and lies inside.
  init(bytes: [UInt8], furniture: [TextRange]) {
    self.bytes = bytes
    self.furniture = furniture
  }

  /// The words of each sentence, in order: ranges of bytes that do not overlap and leave only white
  /// space and furniture out. No sentence is empty.
  public func sentences() -> [[TextRange]] { paragraphs().flatMap { sentences(of: $0) } }

  /// The paragraphs, in order: ranges of bytes.
  func paragraphs() -> [Range<Int>] {
    ParagraphSplitter(bytes: bytes, furniture: furniture).paragraphs()
  }

  /// The words of each sentence of a paragraph.
  func sentences(of paragraph: Range<Int>) -> [[TextRange]] {
    var words: [TextRange] = []
    SyntacticWordSplitter(bytes: bytes).split(paragraph, into: &words)
    return SyntacticSentenceSplitter(bytes: bytes).sentences(words[...]).map { finished(words[$0]) }
  }

  /// The words of a sentence; a period that only ends it stands apart: *… V.*, *… etc.*
  private func finished(_ words: ArraySlice<TextRange>) -> [TextRange] {
    guard let last = words.last, last.count > 1, last.count <= 6,
      bytes[last.end - 1] == UInt8(ascii: "."), Glyph(bytes, at: last.start).kind == .letter
    else { return Array(words) }
    let base = bytes[last.start..<(last.end - 1)].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    let form = String(decoding: base, as: UTF8.self)
    guard base.count == 1 || form == "etc" || WordTables.capitalized.contains(form) else {
      return Array(words)
    }
    return words.dropLast() + [
      TextRange(last.start, last.end - 1), TextRange(last.end - 1, last.end),
    ]
  }
}
