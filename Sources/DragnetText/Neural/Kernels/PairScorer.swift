internal import CNeuralKernels

/// Scores of antecedents for the mentions of one document.
struct Antecedents: Sendable {
  /// For every mention, the score of having no antecedent.
  let none: [Float]
  private let bilinear, earlierVectors: Matrix  // [mentions, size]
  private let later, earlier: Matrix  // [mentions, hidden]
  private let weights: AntecedentWeights
  private let path: Int32

  /// - Parameter mentions: [mentions, 2 · size]: each as the later one of a pair, then as the earlier.
  init(_ weights: AntecedentWeights, _ mentions: Matrix, _ workspace: Workspace) {
    let size = weights.none.count - 1
    let a = mentions.columns(0..<size)
    let b = mentions.columns(size..<2 * size)
    self.weights = weights
    path = workspace.path
    earlierVectors = b
    bilinear = weights.bilinear.apply(a, workspace)
    later = weights.later.apply(a, workspace)
    earlier = weights.earlier.apply(b, workspace)
    none = (0..<a.rows).map { row in
      zip(a.row(row), weights.none).reduce(weights.none[size]) { $0 + $1.0 * $1.1 }
    }
  }

  /// The scores of pairs of mentions.
  ///
  /// - Parameter rows: for each pair, the rows of the table of pairs that hold for it.
  func scores(later first: [Int32], earlier second: [Int32], rows: [Int32]) -> [Float] {
    let count = first.count
    precondition(second.count == count, "pairs have two mentions")
    precondition(rows.count == count * weights.fields, "pairs have one row for each field")
    precondition(
      (first + second).allSatisfy { none.indices.contains(Int($0)) }
        && rows.allSatisfy { 0 <= $0 && Int($0) < weights.table.rows },
      "mentions and rows are there")
    return unsafe [Float](unsafeUninitializedCapacity: count) { out, made in
      if let out = out.baseAddress { unsafe score(first, second, rows, out) }
      made = count
    }
  }

  private func score(
    _ first: [Int32], _ second: [Int32], _ rows: [Int32], _ out: UnsafeMutablePointer<Float>
  ) {
    unsafe bilinear.values.withUnsafeBufferPointer { bilinear in
      unsafe earlierVectors.values.withUnsafeBufferPointer { vectors in
        unsafe later.values.withUnsafeBufferPointer { later in
          unsafe earlier.values.withUnsafeBufferPointer { earlier in
            unsafe weights.table.values.withUnsafeBufferPointer { table in
              unsafe weights.score.withUnsafeBufferPointer { score in
                guard let bilinear = bilinear.baseAddress, let vectors = vectors.baseAddress,
                  let later = later.baseAddress, let earlier = earlier.baseAddress,
                  let table = table.baseAddress, let score = score.baseAddress
                else { return }
                let mentions = unsafe dragnet_mentions(
                  bilinear: bilinear, earlierVectors: vectors, later: later, earlier: earlier,
                  table: table, score: score, size: Int64(earlierVectors.columns),
                  hidden: Int64(self.later.columns), fields: Int64(weights.fields))
                unsafe dragnet_pairs(
                  path, mentions, first, second, rows, Int64(first.count), out)
              }
            }
          }
        }
      }
    }
  }
}

/// The scorer of antecedents, as it was trained.
struct AntecedentWeights: Sendable {
  let reduce: Linear  // [2 · size, 3 · width]
  let bilinear: Linear  // [size, size]
  let later, earlier: Linear  // [hidden, size]
  let table: Matrix  // [rows, hidden]
  let score: [Float]  // [hidden]
  let none: [Float]  // [size + 1]
  let fields: Int
}
