/// Cuts a text into sentences of syntactic words, furniture left out, in time linear in the text.
struct TextCutter {
  let bytes: [UInt8]
  /// In order, not overlapping, inside the text.
  let furniture: [TextRange]

  /// The words of each sentence, in order. No sentence is empty.
  func sentences() -> [[TextRange]] {
    let splitter = SyntacticWordSplitter(bytes: bytes)
    let sentences = SyntacticSentenceSplitter(bytes: bytes)
    var result: [[TextRange]] = []
    var words: [TextRange] = []
    for paragraph in ParagraphSplitter(bytes: bytes, furniture: furniture).paragraphs() {
      words.removeAll(keepingCapacity: true)
      splitter.split(paragraph, into: &words)
      for range in sentences.sentences(words[...]) { result.append(finished(words[range])) }
    }
    return result
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
