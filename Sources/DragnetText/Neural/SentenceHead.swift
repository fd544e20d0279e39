/// Says where sentences begin, of words that rules cut into sentences before the encoder read them.
///
/// Windows hold sentences without marks between them, so how a word stands in the encoder tells whether
/// one begins with it. A word is scored by itself, the two words before it and the one after it, as far as
/// they are in its window, and by the signs of its seam.
struct SentenceHead: Sendable {
  private let reduce: Linear  // [4 · hidden, 2 · width]: a part for each of the four words
  private let bias: [Float]  // [4 · hidden]: what a word outside the window counts
  private let table: Matrix  // [signs, hidden]
  private let weights: [Float]  // [hidden]
  private let constant: Float
  private static let hidden = 64
  /// Places, from the scored word, of the words that are looked at.
  private static let around = -2..<2

  init(
    _ file: WeightsFile, _ arithmetic: Arithmetic, _ room: inout WorkspaceSize
  ) throws(ReadingError) {
    let hidden = SentenceHead.hidden
    let outputs = SentenceHead.around.count * hidden
    reduce = try file.linear(
      "boundaries.reduce", [outputs, 2 * file.header.sizes.width], arithmetic, &room)
    let rows = SentenceSeam.signs
    table = Matrix(
      rows: rows, columns: hidden, values: try file.floats("boundaries.table", [rows, hidden]))
    weights = try file.floats("boundaries.score", [hidden])
    constant = try file.floats("boundaries.constant", [1])[0]
    bias = try file.floats("boundaries.reduce.bias", [outputs])
  }

  /// The sentences of the windows, as ranges of the words of the batch.
  func sentences(
    _ windows: [ReadingWindow], _ vectors: WordVectors, _ workspace: Workspace
  ) -> [Range<Int>] {
    let scores = scores(windows, vectors, workspace)
    var made: [Range<Int>] = []
    var first = 0
    for window in windows {
      var start = first
      for (number, seam) in window.seams.enumerated().dropFirst() {
        let begins =
          switch seam {
          case .begins: true
          case .continues: false
          case .open: scores[first + number] > 0
          }
        guard begins else { continue }
        made.append(start..<first + number)
        start = first + number
      }
      first += window.seams.count
      made.append(start..<first)
    }
    return made
  }

  /// For each word of the batch whose seam is open, a number above 0 where a sentence begins with it;
  /// 0 for the others and the first of each window.
  func scores(
    _ windows: [ReadingWindow], _ vectors: WordVectors, _ workspace: Workspace
  ) -> [Float] {
    var scores = [Float](repeating: 0, count: vectors.tags.rows)
    guard windows.contains(where: \.hasOpenSeams) else { return scores }
    let parts = reduce.apply(vectors.tags.beside(vectors.trees), workspace)
    let hidden = SentenceHead.hidden
    var first = 0
    for window in windows {
      let words = first..<first + window.seams.count
      var open: [Int] = []
      var values: [Float] = []
      for (number, seam) in window.seams.enumerated().dropFirst() {
        guard case .open(let signs) = seam else { continue }
        open.append(first + number)
        values += sum(around: first + number, in: words, signs: signs, parts)
      }
      first = words.upperBound
      guard !open.isEmpty else { continue }
      var made = Matrix(rows: open.count, columns: hidden, values: values)
      made.applyGelu(path: workspace.path)
      for (row, word) in open.enumerated() {
        scores[word] = zip(made.row(row), weights).reduce(constant) { $0 + $1.0 * $1.1 }
      }
    }
    return scores
  }

  private func sum(
    around word: Int, in words: Range<Int>, signs: UInt16, _ parts: Matrix
  ) -> [Float] {
    let hidden = SentenceHead.hidden
    var made = [Float](repeating: 0, count: hidden)
    for sign in 0..<SentenceSeam.signs where signs >> UInt16(sign) & 1 == 1 {
      for index in 0..<hidden { made[index] += table.values[sign * hidden + index] }
    }
    for (part, step) in SentenceHead.around.enumerated() {
      let row = word + step
      let start = part * hidden
      if words.contains(row) {
        let base = row * parts.columns + start
        for index in 0..<hidden { made[index] += parts.values[base + index] }
      } else {
        for index in 0..<hidden { made[index] += bias[start + index] }
      }
    }
    return made
  }
}
