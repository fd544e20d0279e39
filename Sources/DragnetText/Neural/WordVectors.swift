/// What the encoder makes of the words of a batch of windows, for each kind of head.
struct WordVectors: Sendable {
  /// The words of every sentence, in the order of the windows.
  let sentences: [Range<Int>]
  /// [words, width], for tags.
  var tags: Matrix
  /// [words, width], for trees.
  var trees: Matrix
  /// [words, width], for mentions, names and coreference.
  var spans: Matrix

  /// Zeros for the words of the windows.
  init(_ windows: [ReadingWindow], words: Int, width: Int) {
    var sentences: [Range<Int>] = []
    var start = 0
    for window in windows {
      for place in window.places {
        sentences.append(start..<start + place.first.count)
        start += place.first.count
      }
    }
    self.sentences = sentences
    tags = Matrix(rows: words, columns: width)
    trees = tags
    spans = tags
  }
}
