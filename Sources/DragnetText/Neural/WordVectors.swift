/// What the encoder makes of the words of a batch of windows, for each kind of head.
struct WordVectors: Sendable {
  /// [words, width], for tags.
  var tags: Matrix
  /// [words, width], for trees.
  var trees: Matrix
  /// [words, width], for mentions, names and coreference.
  var spans: Matrix

  /// Zeros for a number of words.
  init(words: Int, width: Int) {
    tags = Matrix(rows: words, columns: width)
    trees = tags
    spans = tags
  }
}
