/// Things in a text that are no words: addresses, handles, faces made of marks.
extension WordChunk {
  /// The end of a web or mail address that begins here, or nil.
  func addressEnd(_ start: Int) -> Int? {
    guard start == 0 || !glyphs[start - 1].isWord else { return nil }
    let head = lower(start, min(glyphs.count, start + 8))
    let starts = ["http://", "https://", "www.", "ftp://", "mailto:", "t.co/", "pic.twit"]
    if starts.contains(where: { head.hasPrefix($0) }) { return trimmed(start, glyphs.count) }
    return mailEnd(start) ?? siteEnd(start)
  }

  /// Takes closing marks off the end.
  private func trimmed(_ start: Int, _ limit: Int) -> Int {
    var end = start
    while end < limit,
      !"<>\"“”«»".unicodeScalars.contains(where: { $0.value == glyphs[end].scalar })
    { end += 1 }
    while end > start + 1 {
      let last = glyphs[end - 1]
      let closes = ".,;:!?'*]".unicodeScalars.contains { $0.value == last.scalar }
      let unpaired = last.is(")") && !glyphs[start..<end].contains { $0.is("(") }
      guard closes || unpaired || last.kind == .apostrophe else { break }
      end -= 1
    }
    return end
  }

  /// *name@place*, with at least a letter on both sides.
  private func mailEnd(_ start: Int) -> Int? {
    guard glyphs[start].isWord else { return nil }
    var end = start
    while end < min(glyphs.count, start + 64), isMailGlyph(end) { end += 1 }
    guard end < glyphs.count, end > start, glyphs[end].is("@"), end + 1 < glyphs.count,
      glyphs[end + 1].isWord
    else { return nil }
    end += 1
    while end < glyphs.count, isMailGlyph(end) { end += 1 }
    return trimmed(start, end)
  }

  private func isMailGlyph(_ index: Int) -> Bool {
    let glyph = glyphs[index]
    return glyph.isWord || glyph.is(".") || glyph.is("_") || glyph.is("%") || glyph.is("+")
      || glyph.is("-")
  }

  /// *example.com/page*.
  private func siteEnd(_ start: Int) -> Int? {
    guard glyphs[start].isWord else { return nil }
    var end = start
    var dot = 0
    while end < min(glyphs.count, start + 64),
      glyphs[end].isWord || glyphs[end].is(".") || glyphs[end].is("-")
    {
      if glyphs[end].is(".") { dot = end }
      end += 1
    }
    guard dot > start, dot + 1 < end, end < glyphs.count, glyphs[end].is("/"),
      WordTables.sites.contains(lower(dot + 1, end))
    else { return nil }
    return trimmed(start, glyphs.count)
  }

  /// The end of `@handle` or `#tag`, or nil.
  func tagEnd(_ start: Int) -> Int? {
    guard glyphs[start].is("@") || glyphs[start].is("#"), start == 0 || !glyphs[start - 1].isWord,
      start + 1 < glyphs.count, glyphs[start + 1].kind == .letter
    else { return nil }
    var end = start + 1
    while end < glyphs.count, glyphs[end].isWord || glyphs[end].is("_") { end += 1 }
    return end
  }

  /// The end of `:-)` and its like, or nil.
  func emoticonEnd(_ start: Int) -> Int? {
    let first = glyphs[start]
    guard
      first.is(":") || first.is(";") || first.is("=") || first.is("<") || first.is("^")
        || first.is("(") || first.is(">") || first.is("8")
    else { return nil }
    if first.is("<") { return matches(start, "<3", closed: true) }
    if first.is("^") { return matches(start, "^_^") ?? matches(start, "^^") }
    if first.is("(") { return matches(start, "(:", closed: true) }
    if first.is(">") { return matches(start, ">:(") }
    if first.is("8") { return matches(start, "8-)", closed: true) }
    var end = start + 1
    if end < glyphs.count, glyphs[end].is("-") || glyphs[end].is("'") || glyphs[end].is("o") {
      end += 1
    }
    guard end < glyphs.count else { return nil }
    let mouth = glyphs[end]
    if mouth.is(")") || (mouth.is("(") && (start == 0 || end + 1 == glyphs.count)) {
      // *(see above;)*: the bracket closes what was opened.
      if mouth.is(")"), start > 0, glyphs[..<start].contains(where: { $0.is("(") }) { return nil }
      let kind = mouth.scalar
      while end < glyphs.count, glyphs[end].scalar == kind { end += 1 }
      return end == glyphs.count || !glyphs[end].isWord ? end : nil
    }
    guard
      mouth.is("D") || mouth.is("P") || mouth.is("p") || mouth.is("/") || mouth.is("|")
        || mouth.is("O")
    else { return nil }
    end += 1
    return start == 0 && end == glyphs.count ? end : nil
  }

  private func matches(_ start: Int, _ text: String, closed: Bool = false) -> Int? {
    let scalars = Array(text.unicodeScalars)
    guard start + scalars.count <= glyphs.count,
      scalars.indices.allSatisfy({ glyphs[start + $0].scalar == scalars[$0].value })
    else { return nil }
    let end = start + scalars.count
    if closed, end < glyphs.count, glyphs[end].isWord { return nil }
    return end
  }
}
