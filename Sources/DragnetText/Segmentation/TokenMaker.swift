/// Makes the tokens of a reading: as words, but hyphenated ones in pieces, as Universal Dependencies
/// writes them.
struct TokenMaker {
  let scene: Scene

  /// Tokens, and the range of them for each sentence.
  func tokens() -> (Tokens, [Range<Int>]) {
    var tokens = Tokens()
    tokens.reserveCapacity(scene.words.count)
    var ranges: [Range<Int>] = []
    for sentence in scene.sentences {
      let first = tokens.count
      for word in scene.words[sentence.words] { append(word, &tokens) }
      ranges.append(first..<tokens.count)
    }
    return (tokens, ranges)
  }

  private func append(_ word: Word, _ tokens: inout Tokens) {
    guard word.isWord, word.shape != .address, word.shape != .number else {
      tokens.append(Token(range: word.range))
      return
    }
    var start = word.start
    for index in word.start..<word.end where scene.bytes[index] == UInt8(ascii: "-") {
      if index > start { tokens.append(Token(range: TextRange(start, index))) }
      tokens.append(Token(range: TextRange(index, index + 1)))
      start = index + 1
    }
    if start < word.end { tokens.append(Token(range: TextRange(start, word.end))) }
  }
}
