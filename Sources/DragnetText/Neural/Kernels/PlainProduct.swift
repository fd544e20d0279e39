internal import CNeuralKernels

/// `y = x · wᵀ + b` in numbers of 32 bits, added in the order of the inputs.
///
/// Gives the same bits on every processor. It multiplies what must not be rounded, and everything on
/// processors that are not of the x86-64 kind.
@safe final class PlainProduct: Sendable {
  let inputs: Int
  /// Outputs, rounded up to a multiple of 16; those beyond are zero.
  let outputs: Int
  private let weights: AlignedBuffer<Float>  // [inputs, outputs]
  private let bias: AlignedBuffer<Float>

  /// Takes row-major weights, [outputs, inputs]. `bias` is empty or has one number for each output.
  init(_ given: [Float], inputs: Int, bias: [Float] = []) {
    self.inputs = inputs
    let rows = given.count / inputs
    outputs = (rows + 15) / 16 * 16
    var turned = [Float](repeating: 0, count: inputs * outputs)
    for row in 0..<rows {
      for column in 0..<inputs { turned[column * outputs + row] = given[row * inputs + column] }
    }
    weights = AlignedBuffer(turned, count: turned.count, zero: 0)
    self.bias = AlignedBuffer(bias, count: outputs, zero: 0)
  }

  /// The weights of `rows`, each number multiplied by the scale of its row.
  convenience init(_ rows: WholeRows, bias: [Float] = []) {
    var numbers = [Float](repeating: 0, count: rows.numbers.count)
    for index in numbers.indices {
      numbers[index] = Float(rows.numbers[index]) * rows.scales[index / rows.columns]
    }
    self.init(numbers, inputs: rows.columns, bias: bias)
  }

  /// [count, inputs] to [count, outputs].
  func apply(
    _ x: UnsafePointer<Float>, count: Int, _ out: UnsafeMutablePointer<Float>, path: Int32
  ) {
    unsafe dragnet_product(
      path, x, Int64(inputs), weights.start, Int64(outputs), out, Int64(outputs), Int64(count),
      Int64(inputs), Int64(outputs))
    unsafe dragnet_add(path, out, Int64(count), Int64(outputs), bias.start)
  }

  /// [rows, inputs] to [rows, outputs].
  func apply(_ x: Matrix, path: Int32) -> Matrix {
    precondition(x.columns == inputs, "a row has as many numbers as the product has inputs")
    return unsafe Matrix(rows: x.rows, columns: outputs) { out in
      unsafe x.values.withUnsafeBufferPointer { x in
        guard let from = x.baseAddress, let to = out.baseAddress else { return }
        unsafe apply(from, count: x.count / inputs, to, path: path)
      }
    }
  }
}

extension Matrix {
  /// A matrix whose numbers are all written by `fill`.
  init(rows: Int, columns: Int, fill: (UnsafeMutableBufferPointer<Float>) -> Void) {
    let count = rows * columns
    let values = unsafe [Float](unsafeUninitializedCapacity: count) { buffer, made in
      unsafe fill(UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
      made = count
    }
    self.init(rows: rows, columns: columns, values: values)
  }
}
