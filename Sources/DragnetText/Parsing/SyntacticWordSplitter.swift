/// Splits text into the words of Universal Dependencies: clitics, marks and the parts of hyphenated
/// words stand apart (*do n't*, *well - known*, *S$ 13,000*); abbreviations keep their period.
///
/// White space parts chunks, and every chunk is cut on its own, in time linear in its length: a
/// chunk longer than a kilobyte is no word and is read in pieces.
struct SyntacticWordSplitter {
  let bytes: [UInt8]
  private static let longestChunk = 1024

  /// Makes a splitter of a text in UTF-8.
  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Appends the words of a range of bytes.
  func split(_ range: Range<Int>, into words: inout [TextRange]) {
    var glyphs: [Glyph] = []
    var position = range.lowerBound
    func flush() {
      guard !glyphs.isEmpty else { return }
      var chunk = WordChunk(glyphs: glyphs)
      chunk.cut(into: &words)
      glyphs.removeAll(keepingCapacity: true)
    }
    while position < range.upperBound {
      let glyph = Glyph(bytes, at: position)
      position = glyph.end
      if glyph.kind == .space {
        flush()
      } else {
        glyphs.append(glyph)
        if glyph.end - glyphs[0].start >= Self.longestChunk { flush() }
      }
    }
    flush()
  }
}

/// What stands between two spaces, on its way to words.
struct WordChunk {
  let glyphs: [Glyph]
  private var words: [Range<Int>] = []

  /// Makes a chunk of glyphs without spaces.
  init(glyphs: [Glyph]) { self.glyphs = glyphs }

  /// Appends its words, as ranges of bytes.
  mutating func cut(into result: inout [TextRange]) {
    var index = 0
    while index < glyphs.count { index = next(index) }
    for word in words {
      result.append(TextRange(glyphs[word.lowerBound].start, glyphs[word.upperBound - 1].end))
    }
  }

  /// Cuts what begins at `start`; returns where it ends.
  private mutating func next(_ start: Int) -> Int {
    if let end = addressEnd(start) ?? emoticonEnd(start) ?? tagEnd(start) {
      return add(start, end)
    }
    let glyph = glyphs[start]
    switch glyph.kind {
    case .letter, .digit: return word(start)
    case .emoji, .joiner: return add(start, pictureEnd(start))
    case .currency: return add(start, runEnd(start))
    case .apostrophe: return apostrophe(start)
    case .hyphen, .mark, .space: return mark(start)
    }
  }

  private mutating func add(_ start: Int, _ end: Int) -> Int {
    if start < end { words.append(start..<end) }
    return end
  }

  // MARK: Words

  /// A run of letters and digits with the marks that belong to it, then cut into its parts.
  private mutating func word(_ start: Int) -> Int {
    var end = start
    while end < glyphs.count, continues(start, end) { end += 1 }
    if end < glyphs.count, glyphs[end].is("."), keepsPeriod(start, end) { end += 1 }
    if let dollar = currencyEnd(start, end) { return add(start, dollar) }
    if let cut = unitCut(start, end) {
      _ = add(start, cut)
      return add(cut, end)
    }
    if let cut = misspelling(start, end) {
      _ = add(start, cut)
      return add(cut, end)
    }
    if let cut = clitic(start, end) {
      _ = add(start, cut)
      return add(cut, end)
    }
    return add(start, end)
  }

  private func continues(_ start: Int, _ index: Int) -> Bool {
    let glyph = glyphs[index]
    if glyph.isWord || glyph.kind == .joiner || glyph.is("_") { return true }
    guard index > start, index + 1 < glyphs.count else { return false }
    let before = glyphs[index - 1]
    let after = glyphs[index + 1]
    if glyph.kind == .apostrophe { return joinsApostrophe(start, index) }
    if glyph.kind == .hyphen { return joinsHyphen(start, index) }
    switch glyph.scalar {
    case 0x2E: return joinsPeriod(start, index)
    case 0x2C: return before.kind == .digit && after.kind == .digit && isThousands(index)
    case 0x3A: return before.kind == .digit && after.kind == .digit
    case 0x2F: return joinsSlash(start, index)
    case 0x26: return joinsAmpersand(start, index)
    case 0xB7: return before.kind == .letter && after.kind == .letter
    default: return false
    }
  }

  private func isThousands(_ comma: Int) -> Bool {
    // 1,000 and 30,5 but not [13,14].
    digits(after: comma) >= 3 || !glyphs[0].is("[")
  }

  private func digits(after index: Int) -> Int {
    var end = index + 1
    while end < glyphs.count, glyphs[end].kind == .digit { end += 1 }
    return end - index - 1
  }

  private func digits(before index: Int) -> Int {
    var start = index
    while start > 0, glyphs[start - 1].kind == .digit { start -= 1 }
    return index - start
  }

  private func letters(after index: Int) -> Int {
    var end = index + 1
    while end < glyphs.count, glyphs[end].kind == .letter { end += 1 }
    return end - index - 1
  }

  private func joinsPeriod(_ start: Int, _ index: Int) -> Bool {
    let before = glyphs[index - 1]
    let after = glyphs[index + 1]
    if before.kind == .digit && after.kind == .digit { return true }
    guard before.isWord, after.kind == .letter else { return false }
    if before.kind == .letter {
      // U.S, e.g, Ph.D: one or two letters, a dot, one letter.
      let tail = letters(after: index)
      if index - start == 1 && tail <= 2 { return true }
      if index - start >= 2, glyphs[index - 2].is("."), tail <= 2 { return true }
      if index - start == 2, tail == 1, lower(start, index) == "ph" { return true }
      if isNewsgroup(start, index) { return true }
    }
    return isSite(index)
  }

  /// True when a known ending of a site or file follows the dot.
  private func isSite(_ dot: Int) -> Bool {
    var end = dot + 1
    let limit = min(glyphs.count, dot + 64)
    while end < limit, glyphs[end].isWord || glyphs[end].is(".") || glyphs[end].is("_") {
      end += 1
    }
    while end > dot + 1, glyphs[end - 1].is(".") { end -= 1 }
    var last = end
    while last > dot + 1, !glyphs[last - 1].is(".") { last -= 1 }
    guard last < end, end - last <= 6, glyphs[last].isUpper == glyphs[end - 1].isUpper else {
      return false
    }
    return WordTables.sites.contains(lower(last, end))
  }

  /// *comp.sources.unix*: two dots or more between words in lower case.
  private func isNewsgroup(_ start: Int, _ dot: Int) -> Bool {
    var end = start
    var dots = 0
    let limit = min(glyphs.count, start + 64)
    while end < limit, glyphs[end].kind == .letter && !glyphs[end].isUpper || glyphs[end].is(".") {
      if glyphs[end].is("."), end + 1 < glyphs.count, glyphs[end + 1].kind == .letter { dots += 1 }
      end += 1
    }
    return end == glyphs.count && dots >= 2
  }

  private func joinsHyphen(_ start: Int, _ index: Int) -> Bool {
    let after = glyphs[index + 1]
    guard glyphs[index - 1].isWord, after.isWord else { return false }
    var first = index
    while first > start, glyphs[first - 1].kind != .hyphen { first -= 1 }
    if glyphs[first..<index].allSatisfy({ $0.kind == .digit }), after.kind == .digit {
      return isTelephone(index)
    }
    guard after.kind == .letter || glyphs[index - 1].kind == .letter, first == start else {
      return false
    }
    return WordTables.prefixes.contains(lower(first, index))
  }

  /// True for 713-853-3989 and 345-9945, also 11-20-2000; false for 1969-1970 and 3-2.
  private func isTelephone(_ hyphen: Int) -> Bool {
    let before = digits(before: hyphen)
    let after = digits(after: hyphen)
    func isDigitRun(_ index: Int) -> Bool {
      index > 0 && index + 1 < glyphs.count && glyphs[index].kind == .hyphen
        && glyphs[index - 1].kind == .digit && glyphs[index + 1].kind == .digit
    }
    if isDigitRun(hyphen + after + 1) || isDigitRun(hyphen - before - 1) { return true }
    return before == 3 && after == 4
  }

  private func joinsSlash(_ start: Int, _ index: Int) -> Bool {
    let before = glyphs[index - 1]
    let after = glyphs[index + 1]
    if before.kind == .digit && after.kind == .digit { return true }
    var end = index + 1
    while end < glyphs.count, glyphs[end].kind == .letter { end += 1 }
    return WordTables.slashed.contains(lower(start, end))
  }

  private func joinsAmpersand(_ start: Int, _ index: Int) -> Bool {
    guard glyphs[index - 1].kind == .letter, glyphs[index + 1].kind == .letter else { return false }
    return index - start <= 2 && letters(after: index) <= 2
  }

  private func joinsApostrophe(_ start: Int, _ index: Int) -> Bool {
    guard glyphs[index - 1].isWord, glyphs[index + 1].isWord,
      !glyphs[index].is("`") || letters(after: index) == 1
    else { return false }
    return true
  }

  private func keepsPeriod(_ start: Int, _ end: Int) -> Bool {
    let count = end - start
    guard glyphs[start].kind == .letter, count <= 12 else { return false }
    // What a mark or letter follows is the end of a chunk's sentence, except a comma and the like.
    if end + 1 < glyphs.count {
      let after = glyphs[end + 1]
      if after.is(".") { return false }
      if after.isWord { return count == 1 && glyphs[start].isUpper }
    }
    if count == 1 { return glyphs[start].isUpper || end + 1 == glyphs.count }
    let form = lower(start, end)
    if form.utf8.contains(0x2E) { return glyphs[end - 2].is(".") || form == "ph.d" }
    guard WordTables.abbreviations.contains(form) else { return false }
    return !WordTables.capitalized.contains(form) || glyphs[start].isUpper
  }

  // MARK: Parts of words

  /// *US$*, *S$*: where the sign ends.
  private func currencyEnd(_ start: Int, _ end: Int) -> Int? {
    guard end < glyphs.count, glyphs[end].kind == .currency, end - start <= 3,
      glyphs[start..<end].allSatisfy({ $0.isUpper }),
      end + 1 == glyphs.count || glyphs[end + 1].kind == .digit
    else { return nil }
    return end + 1
  }

  /// Where *10* ends in *10km*, or *RM* in *RM500*.
  private func unitCut(_ start: Int, _ end: Int) -> Int? {
    var cut = start
    if glyphs[start].kind == .digit {
      while cut < end,
        glyphs[cut].kind == .digit || glyphs[cut].is(".") || glyphs[cut].is(",")
          || glyphs[cut].is(":")
      {
        cut += 1
      }
      guard cut < end, end - cut <= 6 else { return nil }
      return WordTables.units.contains(lower(cut, end)) ? cut : nil
    }
    while cut < end, glyphs[cut].kind == .letter, cut - start < 4 { cut += 1 }
    guard cut < end, glyphs[cut].kind == .digit, WordTables.moneys.contains(form(start, cut)) else {
      return nil
    }
    return cut
  }

  /// *dont*, *cannot*, *gonna*: where the second word begins.
  private func misspelling(_ start: Int, _ end: Int) -> Int? {
    guard end - start >= 2, end - start <= 8 else { return nil }
    return WordTables.glued[lower(start, end)].map { start + $0 }
  }

  /// Where *'s*, *n't*, *'ll* … begins at the end of a word.
  private func clitic(_ start: Int, _ end: Int) -> Int? {
    var index = end - 1
    while index > start, end - index <= 4, glyphs[index].kind != .apostrophe { index -= 1 }
    guard index > start, glyphs[index].kind == .apostrophe, index + 1 < end else { return nil }
    let tail = lower(index + 1, end)
    if tail == "t", index - 1 > start, lower(index - 1, index) == "n" { return index - 1 }
    guard ["s", "m", "d", "re", "ve", "ll"].contains(tail) else { return nil }
    // The 1960's.
    if tail == "s", glyphs[index - 1].kind == .digit, index - start == 4 || index - start == 2,
      glyphs[start..<index].allSatisfy({ $0.kind == .digit })
    {
      return nil
    }
    return index
  }

  private mutating func apostrophe(_ start: Int) -> Int {
    var end = start + 1
    if end < glyphs.count, glyphs[end].scalar == glyphs[start].scalar, !glyphs[start].is("´") {
      while end < glyphs.count, glyphs[end].scalar == glyphs[start].scalar { end += 1 }
      return add(start, end)
    }
    while end < glyphs.count, glyphs[end].isWord { end += 1 }
    let tail = lower(start + 1, end)
    let opensWord = start == 0 || !glyphs[start - 1].isWord
    if WordTables.clitics.contains(tail)
      || (opensWord && (WordTables.clipped.contains(tail) || isDecade(start + 1, end)))
    {
      return add(start, end)
    }
    return add(start, start + 1)
  }

  /// *'60s*, *'72*.
  private func isDecade(_ start: Int, _ end: Int) -> Bool {
    guard end - start >= 2, glyphs[start].kind == .digit, glyphs[start + 1].kind == .digit else {
      return false
    }
    return end - start == 2 || (end - start == 3 && glyphs[end - 1].is("s"))
  }

  // MARK: Marks

  private mutating func mark(_ start: Int) -> Int {
    let glyph = glyphs[start]
    var end = start + 1
    // .5 and +44: the sign belongs to the number.
    if glyph.is(".") || glyph.is("+"), start == 0 || !glyphs[start - 1].isWord,
      end < glyphs.count, glyphs[end].kind == .digit
    {
      while end < glyphs.count, glyphs[end].kind == .digit || (end > start && continues(start, end))
      { end += 1 }
      return add(start, end)
    }
    if WordTables.repeatable.contains(glyph.scalar) {
      end = runEnd(start)
    } else if WordTables.enders.contains(glyph.scalar) {
      end = runEnd(start)
      guard end == start + 1 || !glyph.is(".") else { return add(start, end) }
      while end < glyphs.count, WordTables.enders.contains(glyphs[end].scalar) { end += 1 }
    }
    return add(start, end)
  }

  /// The end of a run of the same glyph.
  private func runEnd(_ start: Int) -> Int {
    var end = start + 1
    while end < glyphs.count, glyphs[end].scalar == glyphs[start].scalar { end += 1 }
    return end
  }

  private func pictureEnd(_ start: Int) -> Int {
    var end = start + 1
    while end < glyphs.count {
      if glyphs[end].kind == .joiner {
        end += 1
      } else if glyphs[end].kind == .emoji, glyphs[end - 1].scalar == 0x200D {
        end += 1
      } else if isFlag(end - 1), isFlag(end), end - start == 1 {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  private func isFlag(_ index: Int) -> Bool {
    glyphs[index].scalar >= 0x1F1E6 && glyphs[index].scalar <= 0x1F1FF
  }

  // MARK: Text of glyphs

  /// ASCII in lower case; other scalars as they are, apostrophes straight.
  func lower(_ start: Int, _ end: Int) -> String { form(start, end, lowered: true) }

  /// The glyphs as a string, apostrophes straight. At most 32: what is longer is in no table.
  private func form(_ start: Int, _ end: Int, lowered: Bool = false) -> String {
    var text = String.UnicodeScalarView()
    for glyph in glyphs[start..<min(end, start + 32)] {
      var value = glyph.kind == .apostrophe ? 0x27 : glyph.scalar
      if lowered, value >= 0x41, value <= 0x5A { value |= 0x20 }
      text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return String(text)
  }
}
