internal import CNeuralKernels

/// Scores spans of words by where they start and end and how long they are.
struct SpanScorer: Sendable {
  private let biaffine: Biaffine
  /// What the length adds to each class, [classes, 16 + lengths + 16]; column 16 is length 1. The columns
  /// around are read with blocks of sixteen, and what they add is never looked at.
  private let widths: Matrix

  /// - Parameter table: [lengths, classes]; longer spans score as the longest.
  /// - Parameter longest: how many words a sentence can have.
  init(_ biaffine: Biaffine, widths table: [Float], longest: Int) {
    self.biaffine = biaffine
    let classes = biaffine.classes
    let columns = 32 + (longest + 15) / 16 * 16
    var widths = Matrix(rows: classes, columns: columns)
    for number in 0..<classes {
      for column in 0..<columns {
        let length = min(max(0, column - 16), table.count / classes - 1)
        widths.values[number * columns + column] = table[length * classes + number]
      }
    }
    self.widths = widths
  }

  /// Calls `found` for all spans of a sentence in which some class scores more than class 0 less `least`:
  /// the first word, the last, and the log probabilities of the classes, filled up to sixteen.
  ///
  /// - Parameter longest: how many words a span may have.
  func forEachSpan(
    starts: Matrix, ends: Matrix, sentences: [Range<Int>], longest: Int = .max, least: Float,
    _ workspace: Workspace, found: (_ sentence: Int, _ start: Int, _ end: Int, [Float]) -> Void
  ) {
    let left = biaffine.left(starts, workspace)
    var some = SpanRow(classes: biaffine.classes, words: sentences.map(\.count).max() ?? 0)
    for (number, words) in sentences.enumerated() {
      let right = biaffine.right(ends.rows(words), workspace)
      for start in 0..<words.count {
        let last = longest < words.count - start ? start + longest - 1 : words.count - 1
        score(words.lowerBound + start, start...last, left, right, &some, workspace.path)
        let origin = start / 16 * 16
        for end in start...last where some.margins[end - origin] > least {
          found(number, start, end, some.logProbabilities(end - origin, path: workspace.path))
        }
      }
    }
  }

  /// Scores the spans from word `row` of the batch to each of `ends`, words of the sentence.
  private func score(
    _ row: Int, _ ends: ClosedRange<Int>, _ left: (products: Matrix, sums: Matrix),
    _ right: (columns: Matrix, sums: Matrix), _ some: inout SpanRow, _ path: Int32
  ) {
    let size = biaffine.size
    let classes = Int64(biaffine.classes)
    let origin = ends.lowerBound / 16 * 16
    let columns = Int64((ends.upperBound - origin) / 16 * 16 + 16)
    let stride = Int64(right.columns.columns)
    unsafe some.withPointers { scores, margins in
      unsafe left.products.values.withUnsafeBufferPointer { a in
        unsafe right.columns.values.withUnsafeBufferPointer { b in
          guard let a = a.baseAddress, let b = b.baseAddress else { return }
          unsafe dragnet_product(
            path, a + row * left.products.columns, Int64(size), b + origin, stride, scores,
            stride, classes, Int64(size), columns)
        }
      }
      unsafe left.sums.values.withUnsafeBufferPointer { u in
        unsafe right.sums.values.withUnsafeBufferPointer { v in
          unsafe widths.values.withUnsafeBufferPointer { widths in
            guard let u = u.baseAddress, let v = v.baseAddress, let w = widths.baseAddress
            else { return }
            unsafe dragnet_spans(
              path, scores, stride, classes, columns, u + row * left.sums.columns, v + origin,
              stride, w + 16 - (ends.lowerBound - origin), Int64(self.widths.columns), margins)
          }
        }
      }
    }
    some.stride = right.columns.columns
  }
}

/// Scores of the spans that start at one word.
private struct SpanRow {
  let classes: Int
  var stride = 0
  private var scores: [Float]
  private(set) var margins: [Float]

  init(classes: Int, words: Int) {
    self.classes = classes
    let width = (words + 15) / 16 * 16
    scores = Array(repeating: 0, count: classes * width)
    margins = Array(repeating: 0, count: width)
  }

  mutating func withPointers(
    _ work: (UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>) -> Void
  ) {
    unsafe scores.withUnsafeMutableBufferPointer { scores in
      unsafe margins.withUnsafeMutableBufferPointer { margins in
        guard let scores = scores.baseAddress, let margins = margins.baseAddress else { return }
        unsafe work(scores, margins)
      }
    }
  }

  /// Log probabilities of the classes for one end.
  func logProbabilities(_ column: Int, path: Int32) -> [Float] {
    var row = [Float](repeating: 0, count: 16)
    for number in 0..<classes { row[number] = scores[number * stride + column] }
    row.makeLogSoftmax(rows: 1, count: classes, path: path)
    return row
  }
}

extension [Float] {
  /// Natural logarithms of the softmax of the first `count` numbers of each row. Rows are a multiple of 16
  /// wide.
  mutating func makeLogSoftmax(rows: Int, count: Int, path: Int32) {
    let stride = Int64(self.count / Swift.max(1, rows))
    unsafe withUnsafeMutableBufferPointer {
      guard let start = $0.baseAddress else { return }
      unsafe dragnet_log_softmax(path, start, Int64(rows), stride, Int64(count))
    }
  }
}
