internal import CNeuralKernels

/// How the reader multiplies.
enum Arithmetic: Sendable {
  /// In whole numbers of 8 and 7 bits, through oneDNN.
  case whole
  /// In numbers of 32 bits: slower, everywhere the same.
  case plain

  /// What this processor is best at.
  static var preferred: Arithmetic {
    #if arch(x86_64)
      .whole
    #else
      .plain
    #endif
  }
}

/// `y = x · wᵀ + b`, from [rows, inputs] to [rows, outputs], in either arithmetic.
enum Linear: Sendable {
  case whole(WholeProduct)
  case plain(PlainProduct)

  init(_ rows: WholeRows, bias: [Float] = [], _ arithmetic: Arithmetic) {
    switch arithmetic {
    case .whole: self = .whole(WholeProduct(rows, bias: bias))
    case .plain: self = .plain(PlainProduct(rows, bias: bias))
    }
  }

  /// Width of the rows that go in.
  var inputs: Int {
    switch self {
    case .whole(let product): product.inputs
    case .plain(let product): product.inputs
    }
  }

  /// Width of the rows that come out, a multiple of 16.
  var outputs: Int {
    switch self {
    case .whole(let product): product.outputs
    case .plain(let product): product.outputs
    }
  }

  /// Bytes that oneDNN wants to work in.
  var scratchSize: Int {
    switch self {
    case .whole(let product): product.scratchSize
    case .plain: 0
    }
  }

  /// All rows of a matrix.
  func apply(_ x: Matrix, _ workspace: Workspace) -> Matrix {
    switch self {
    case .plain(let product): return product.apply(x, path: workspace.path)
    case .whole(let product):
      precondition(x.columns == inputs, "a row has as many numbers as the product has inputs")
      return unsafe Matrix(rows: x.rows, columns: outputs) { out in
        guard let to = out.baseAddress else { return }
        unsafe x.forEachBlock(workspace) { start, count, bytes, steps in
          let sums = unsafe product.sums(bytes, steps, count: count, workspace)
          unsafe dragnet_from_sums(
            workspace.path, sums, to + start * outputs, Int64(outputs))
        }
      }
    }
  }
}

extension Matrix {
  /// Runs `work` on blocks of rows that were turned into bytes: the first row, how many there are, their
  /// bytes and their steps.
  func forEachBlock(
    _ workspace: Workspace,
    _ work: (Int, Int, UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<Float>) -> Void
  ) {
    let bytes = unsafe workspace.blockBytes.start
    let steps = unsafe workspace.blockSteps.start
    unsafe values.withUnsafeBufferPointer { values in
      guard let from = values.baseAddress else { return }
      for start in stride(from: 0, to: rows, by: WholeProduct.block) {
        let count = min(WholeProduct.block, rows - start)
        unsafe dragnet_to_bytes(
          workspace.path, from + start * columns, Int64(count), Int64(columns), bytes, steps)
        unsafe work(start, count, bytes, steps)
      }
    }
  }
}
