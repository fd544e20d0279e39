import DragnetText

/// The words around a quotation, in its paragraph.
struct Passage {
  let before: String
  let after: String

  /// Nil when the bytes at the place are not the quotation.
  init?(_ evidence: Evidence, in text: [UInt8]) {
    guard 0 <= evidence.start, evidence.start <= evidence.end, evidence.end <= text.count,
      text[evidence.start..<evidence.end].elementsEqual(evidence.sentence.utf8)
    else { return nil }
    let reach = 220
    var start = evidence.start
    while start > 0, text[start - 1] != 10, evidence.start - start < reach { start -= 1 }
    let isCutBefore = start > 0 && text[start - 1] != 10
    if isCutBefore, let space = text[start..<evidence.start].firstIndex(of: 32) {
      start = space
    } else if isCutBefore {
      start = evidence.start
    }
    var end = evidence.end
    while end < text.count, text[end] != 10, end - evidence.end < reach { end += 1 }
    let isCutAfter = end < text.count && text[end] != 10
    if isCutAfter { end = text[evidence.end..<end].lastIndex(of: 32) ?? evidence.end }
    before =
      (isCutBefore ? "… " : "") + String(decoding: text[start..<evidence.start], as: UTF8.self)
    after = String(decoding: text[evidence.end..<end], as: UTF8.self) + (isCutAfter ? " …" : "")
  }
}
