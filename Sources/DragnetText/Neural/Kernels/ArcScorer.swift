internal import CNeuralKernels

/// Scores each word of a sentence as the head of each other.
struct ArcScorer: Sendable {
  private let biaffine: Biaffine

  init(_ biaffine: Biaffine) {
    precondition(biaffine.classes == 1, "arcs have one class")
    self.biaffine = biaffine
  }

  /// Scores [words, 1 + words] of each sentence, column 0 the root.
  ///
  /// - Parameter dependents: [words of all sentences, size]; `heads` as well, and `root` is [1, size].
  func scores(
    dependents: Matrix, heads: Matrix, root: Matrix, sentences: [Range<Int>],
    _ workspace: Workspace, asLogProbabilities: Bool
  ) -> [[Float]] {
    let left = biaffine.left(dependents, workspace)
    return sentences.map { words in
      var all = root
      all.append(heads.rows(words))
      let right = biaffine.right(all, workspace)
      let width = right.columns.columns
      var scores = [Float](repeating: 0, count: words.count * width)
      unsafe scores.withUnsafeMutableBufferPointer { scores in
        unsafe left.products.values.withUnsafeBufferPointer { a in
          unsafe right.columns.values.withUnsafeBufferPointer { b in
            guard let a = a.baseAddress, let b = b.baseAddress, let c = scores.baseAddress
            else { return }
            let size = Int64(biaffine.size)
            unsafe dragnet_product(
              workspace.path, a + words.lowerBound * biaffine.size, size, b, Int64(width), c,
              Int64(width), Int64(words.count), size, Int64(width))
          }
        }
      }
      for row in 0..<words.count {
        let own = left.sums[words.lowerBound + row, 0]
        for column in 0...words.count {
          scores[row * width + column] += own + right.sums[0, column]
        }
      }
      if asLogProbabilities {
        scores.makeLogSoftmax(rows: words.count, count: 1 + words.count, path: workspace.path)
      }
      var made: [Float] = []
      made.reserveCapacity(words.count * (1 + words.count))
      for row in 0..<words.count { made += scores[row * width...row * width + words.count] }
      return made
    }
  }
}
