import DragnetText

extension SentenceParse {
  /// A sentence as the neural reader reads it.
  ///
  /// - Parameter number: from 1, in the order of the parse.
  public init(
    _ parse: Parse, of document: Document, sentence number: Int
  ) throws(ParseFileError) {
    guard parse.sentences.indices.contains(number - 1) else {
      throw .noSuchSentence(file: document.name, wanted: number, count: parse.sentences.count)
    }
    let places = parse.sentences[number - 1].words
    let words = parse.words[places]
    self.init(
      words: words.map { document.quote($0.range) },
      heads: words.map { $0.head.map { $0 - places.lowerBound } ?? -1 },
      labels: words.map(\.label), tags: words.map(\.upos))
  }
}
