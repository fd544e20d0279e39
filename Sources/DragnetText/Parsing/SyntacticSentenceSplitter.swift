/// Groups the words of a paragraph into sentences as Universal Dependencies cuts them.
struct SyntacticSentenceSplitter {
  let bytes: [UInt8]

  /// What a word is to the boundary rules.
  private enum Role { case ender, closer, opener, other }

  /// Ranges of indices into `words`, in order, together all of them.
  func sentences(_ words: ArraySlice<TextRange>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = words.startIndex
    var index = start
    var isQuoted = false
    while index < words.endIndex {
      if isPlainQuote(words[index]) { isQuoted.toggle() }
      guard isEnd(words, index, from: start) else {
        index += 1
        continue
      }
      var next = index + 1
      while let end = tailEnd(words, next, isQuoted) {
        if isPlainQuote(words[next]) { isQuoted.toggle() }
        next = end
      }
      if next == words.endIndex { break }
      if begins(words, next, after: index) {
        result.append(start..<next)
        start = next
      }
      index = next
    }
    if start < words.endIndex { result.append(start..<words.endIndex) }
    return result
  }

  private func isEnd(_ words: ArraySlice<TextRange>, _ index: Int, from start: Int) -> Bool {
    if role(words[index]) == .ender { return !isListNumber(words, index, from: start) }
    return isFace(words[index]) || endsByPeriod(words, index)
      || isAddress(words[index]) && index > start
  }

  private func isAddress(_ word: TextRange) -> Bool {
    word.count > 8 && bytes[word.start..<(word.start + 4)].elementsEqual("http".utf8)
  }

  /// *1.* at the beginning of a sentence.
  private func isListNumber(_ words: ArraySlice<TextRange>, _ index: Int, from start: Int) -> Bool {
    guard index == start + 1, words[index].count == 1, !isSpaced(words, index) else { return false }
    return words[start].count <= 3 && isDigits(words[start])
  }

  private func isDigits(_ word: TextRange) -> Bool {
    bytes[word.start..<word.end].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private func isPlainQuote(_ word: TextRange) -> Bool { bytes[word.start] == 0x22 }

  /// Where what closes at `next` ends: a bracket or quotation mark, more marks, *[7]*; nil when
  /// nothing does.
  private func tailEnd(_ words: ArraySlice<TextRange>, _ next: Int, _ isQuoted: Bool) -> Int? {
    guard next < words.endIndex else { return nil }
    let role = role(words[next])
    if role == .ender || isFace(words[next]) { return next + 1 }
    if role == .closer {
      let standsOff = next + 1 == words.endIndex || isSpaced(words, next + 1)
      if isSpaced(words, next) {
        return isPlainQuote(words[next]) && isQuoted && standsOff ? next + 1 : nil
      }
      return isPlainQuote(words[next]) && !isQuoted && !standsOff ? nil : next + 1
    }
    if bytes[words[next].start] == UInt8(ascii: "["), next + 2 < words.endIndex,
      bytes[words[next + 2].start] == UInt8(ascii: "]"), isDigits(words[next + 1])
    {
      return next + 3
    }
    return nil
  }

  private func isSpaced(_ words: ArraySlice<TextRange>, _ index: Int) -> Bool {
    index == words.startIndex || words[index - 1].end < words[index].start
  }

  private func role(_ word: TextRange) -> Role {
    let glyph = Glyph(bytes, at: word.start)
    switch glyph.scalar {
    case 0x2E, 0x21, 0x3F, 0x2026: return isNumber(word) ? .other : .ender
    case 0x22, 0x27, 0x201D, 0x2019, 0x29, 0x5D, 0xBB: return .closer
    case 0x201C, 0x2018, 0x28, 0x5B, 0xAB, 0x60: return .opener
    default: return .other
    }
  }

  private func isNumber(_ word: TextRange) -> Bool {
    word.count > 1 && bytes[word.end - 1] >= 0x30 && bytes[word.end - 1] <= 0x39
  }

  private func isFace(_ word: TextRange) -> Bool {
    guard word.count >= 2 else { return false }
    let first = Glyph(bytes, at: word.start)
    if first.kind == .emoji { return true }
    let last = bytes[word.end - 1]
    return (first.is(":") || first.is(";") || first.is("=")) && last != first.scalar
  }

  /// True for an abbreviation that may end a sentence.
  private func endsByPeriod(_ words: ArraySlice<TextRange>, _ index: Int) -> Bool {
    let word = words[index]
    guard word.count > 1, bytes[word.end - 1] == UInt8(ascii: "."), index + 1 < words.endIndex
    else { return false }
    let form = text(word)
    if SentenceTables.neverLast.contains(form) { return false }
    let next = text(words[index + 1])
    let first = Glyph(bytes, at: words[index + 1].start)
    guard first.isUpper else { return false }
    if form == "no." { return true }
    if SentenceTables.oftenLast.contains(form) { return true }
    // An initial ends a sentence only where a word follows that begins one.
    return SentenceTables.openers.contains(next)
  }

  /// True when a sentence may begin at `next`, the last one having ended at `end`.
  private func begins(_ words: ArraySlice<TextRange>, _ next: Int, after end: Int) -> Bool {
    let first = Glyph(bytes, at: words[next].start)
    let ender = bytes[words[end].start]
    let isDots = words[end].count > 1 && ender == UInt8(ascii: ".") || ender == 0xE2
    if first.isUpper || first.kind == .digit || first.kind == .currency { return true }
    switch role(words[next]) {
    case .opener: return !isDots || isUpper(words, next + 1)
    case .closer: return first.is("\"") || first.is("'") ? isUpper(words, next + 1) : false
    case .ender: return false
    case .other: break
    }
    if first.kind == .letter {
      // No capital: a mark still parts sentences in what is written without capitals.
      return next == end + 1 && role(words[end]) == .ender && isSpaced(words, next) && !isDots
    }
    if first.kind == .emoji { return false }
    return first.is("•") || first.is("*") || first.is("@") || first.is("#") || first.is("<")
      || isDash(words[next]) && !isDots && (isUpper(words, next + 1) || words[next].count > 4)
  }

  private func isDash(_ word: TextRange) -> Bool {
    let glyph = Glyph(bytes, at: word.start)
    return glyph.kind == .hyphen || glyph.scalar == 0x2013 || glyph.scalar == 0x2014
  }

  private func isUpper(_ words: ArraySlice<TextRange>, _ index: Int) -> Bool {
    guard index < words.endIndex else { return false }
    let glyph = Glyph(bytes, at: words[index].start)
    return glyph.isUpper || glyph.kind == .digit
  }

  private func text(_ word: TextRange) -> String {
    guard word.count <= 16 else { return "" }
    return String(
      decoding: bytes[word.start..<word.end].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 },
      as: UTF8.self)
  }
}

/// Words that tell where sentences end and begin.
enum SentenceTables {
  /// Abbreviations after which a name goes on.
  static let neverLast: Set<String> = words(
    """
    mr. mrs. ms. dr. prof. rev. hon. st. mt. ft. messrs. mme. mlle. gen. lt. col. sgt. capt. cpl. pvt.
    maj. adm. cmdr. brig. gov. sen. rep. pres. supt. insp. det. vs. e.g. i.e. cf. viz. approx. nos.
    vol. pp. fig. al. p.
    """)

  /// Abbreviations that a capital follows mostly in a new sentence.
  static let oftenLast: Set<String> = words("etc. p.m. a.m.")

  /// Words that begin sentences, with a capital.
  static let openers: Set<String> = words(
    """
    the a an this that these those it he she they we i you there here in on at for from by with as but
    and or so if when while after before since although though because however his her their its our my
    what who why how where which then now yes no not all some many most one two also according please
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
