/// The place, date and agency before the first sentence of a news text: *OSLO, May 3 (Wire) —*.
///
/// It takes no part in the grammar of the sentence it stands before; read with it, its place is easily
/// taken for the subject.
struct Dateline {
  private let bytes: [UInt8]
  private static let longest = 20

  init(_ text: String) { bytes = Array(text.utf8) }

  /// How many of the words that open a paragraph are a dateline; 0 where none is.
  func count(_ words: [TextRange]) -> Int {
    guard let dash = words.prefix(Dateline.longest).firstIndex(where: isDash), dash > 0,
      dash + 2 < words.count
    else { return 0 }
    let before = words[..<dash]
    let hasDate = before.contains { Glyph(bytes, at: $0.start).kind == .digit }
    guard isShouted(words[0]) || hasDate && Glyph(bytes, at: words[0].start).isUpper,
      before.allSatisfy(isPart), before.contains(where: isComma) || dash <= 4
    else { return 0 }
    return dash + 1
  }

  private func isDash(_ word: TextRange) -> Bool {
    ["-", "--", "–", "—"].contains { $0.utf8.elementsEqual(bytes[word.start..<word.end]) }
  }

  private func isComma(_ word: TextRange) -> Bool { bytes[word.start] == UInt8(ascii: ",") }

  /// True for what stands in a dateline: capitalized words, numbers, marks.
  private func isPart(_ word: TextRange) -> Bool {
    let first = Glyph(bytes, at: word.start)
    return first.kind != .letter || first.isUpper
  }

  /// True for a word of capitals alone.
  private func isShouted(_ word: TextRange) -> Bool {
    guard word.count > 1 else { return false }
    var at = word.start
    while at < word.end {
      let glyph = Glyph(bytes, at: at)
      guard glyph.kind == .letter, glyph.isUpper else { return false }
      at = glyph.end
    }
    return true
  }
}
