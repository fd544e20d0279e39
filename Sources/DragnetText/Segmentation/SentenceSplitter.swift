/// Splits paragraphs into sentences and tells headlines from running text.
struct SentenceSplitter {
  let bytes: [UInt8]
  let lexicon: Lexicon
  /// A sentence is cut at this many words, so that no text makes the rules slow.
  private static let longest = 300

  /// Words and sentences of the paragraphs.
  func split(_ paragraphs: [Range<Int>]) -> (words: [Word], sentences: [SentenceDraft]) {
    let splitter = WordSplitter(bytes: bytes, lexicon: lexicon)
    var words: [Word] = []
    var sentences: [SentenceDraft] = []
    for paragraph in paragraphs {
      let first = words.count
      splitter.split(paragraph, into: &words)
      guard words.count > first else { continue }
      let cuts = self.cuts(words, first..<words.count)
      let isHeadline = cuts.count == 1 && isHeadline(words[first..<words.count])
      for (number, cut) in cuts.enumerated() {
        let isTitleCase = isTitleCase(words[cut])
        sentences.append(
          SentenceDraft(
            words: cut, isHeadline: isHeadline || (cuts.count == 1 && isTitleCase),
            isTitleCase: isTitleCase, opensParagraph: number == 0))
      }
    }
    return (words, sentences)
  }

  private func cuts(_ words: [Word], _ range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      if index - start >= SentenceSplitter.longest {
        result.append(start..<index)
        start = index
      }
      guard isEnd(words[index]) else {
        if breaksAfterAbbreviation(words, index, range) {
          result.append(start..<(index + 1))
          start = index + 1
        }
        index += 1
        continue
      }
      var next = index + 1
      while next < range.upperBound, next - start < SentenceSplitter.longest,
        isEnd(words[next]) || isClosing(words, next)
      {
        next += 1
      }
      if next == range.upperBound || opens(words[next]) {
        result.append(start..<next)
        start = next
      }
      index = next
    }
    if start < range.upperBound { result.append(start..<range.upperBound) }
    return result
  }

  private func isEnd(_ word: Word) -> Bool {
    word.shape == .mark && (word.lower == "." || word.lower == "!" || word.lower == "?")
  }

  private func isClosing(_ words: [Word], _ index: Int) -> Bool {
    guard words[index].shape == .mark, !words[index].isSpaced else { return false }
    return ["\"", "”", "'", ")", "]", "»"].contains(words[index].lower)
  }

  private func opens(_ word: Word) -> Bool {
    switch word.shape {
    case .capitalized, .upper, .mixed, .number, .ordinal, .symbol, .address: true
    case .lower: false
    case .mark: ["\"", "“", "‘", "'", "(", "[", "«", "-", "–", "—", "•"].contains(word.lower)
    }
  }

  /// *… in the U.S. The minister …*: an abbreviation that ends a sentence.
  private func breaksAfterAbbreviation(_ words: [Word], _ index: Int, _ range: Range<Int>) -> Bool {
    guard index + 1 < range.upperBound, bytes[words[index].end - 1] == UInt8(ascii: "."),
      words[index].isWord, words[index + 1].shape == .capitalized,
      !lexicon.isTitle(words[index].lower)
    else { return false }
    let next = lexicon.classes(words[index + 1].lower)
    return !next.isDisjoint(with: [.determiner, .pronoun, .subordinator, .preposition])
  }

  private func isHeadline(_ words: ArraySlice<Word>) -> Bool {
    guard words.count <= 30, let last = words.last,
      bytes[last.end - 1] != UInt8(ascii: ".") || last.lower == "..."
    else { return false }
    return last.isWord || last.lower == "..." || last.lower == "…" || last.lower == "?"
  }

  private func isTitleCase(_ words: ArraySlice<Word>) -> Bool {
    var capitals = 0
    var long = 0
    var uppers = 0
    for word in words where word.isWord && word.end - word.start >= 4 && word.shape != .number {
      long += 1
      if word.isCapitalized { capitals += 1 }
      if word.shape == .upper { uppers += 1 }
    }
    if long >= 3 && uppers * 10 >= long * 8 { return true }
    // "WHO IS THE BOSS?"
    let lettered = words.filter { $0.isWord && $0.shape != .number && $0.shape != .ordinal }
    if lettered.count >= 3, lettered.allSatisfy({ $0.shape == .upper }) { return true }
    return long >= 4 && capitals * 10 >= long * 8
  }
}
