/// The rows of a matrix whose entry in row *v* and column *u* is the value of the arc between them, or 1
/// where there are no values.
struct Matrix: Sendable {
  let offsets: [UInt32]
  let targets: [UInt32]
  let values: [Double]?
}

/// `y = x` summed over each row: `y[v] = Σ value(arc) · x[target]`.
///
/// Four sums a row, so that additions need not wait for each other; the sum of a row is the same
/// whatever runs beside it.
func rowSums(of matrix: Matrix, _ x: Span<Double>, into y: inout MutableSpan<Double>) {
  let offsets = matrix.offsets.span
  let targets = matrix.targets.span
  if let values = matrix.values {
    let value = values.span
    for row in y.indices {
      var sum = 0.0
      for arc in unsafe Int(offsets[unchecked: row])..<Int(offsets[unchecked: row + 1]) {
        unsafe sum += value[unchecked: arc] * x[unchecked: Int(targets[unchecked: arc])]
      }
      unsafe y[unchecked: row] = sum
    }
    return
  }
  var arc = 0
  for row in y.indices {
    let end = unsafe Int(offsets[unchecked: row + 1])
    var sum = SIMD4<Double>()
    while arc + 4 <= end {
      unsafe sum += SIMD4(
        x[unchecked: Int(targets[unchecked: arc])], x[unchecked: Int(targets[unchecked: arc + 1])],
        x[unchecked: Int(targets[unchecked: arc + 2])],
        x[unchecked: Int(targets[unchecked: arc + 3])])
      arc += 4
    }
    var rest = (sum.x + sum.y) + (sum.z + sum.w)
    while arc < end {
      unsafe rest += x[unchecked: Int(targets[unchecked: arc])]
      arc += 1
    }
    unsafe y[unchecked: row] = rest
  }
}

/// Σ a · b, in eight sums, so that additions need not wait for each other.
func dot(_ a: Span<Double>, _ b: Span<Double>) -> Double {
  var sum = SIMD8<Double>()
  var index = 0
  while index + 8 <= a.count {
    for lane in 0..<8 {
      unsafe sum[lane] += a[unchecked: index + lane] * b[unchecked: index + lane]
    }
    index += 8
  }
  var rest = sum.sum()
  while index < a.count {
    unsafe rest += a[unchecked: index] * b[unchecked: index]
    index += 1
  }
  return rest
}

/// One sweep of Gauss and Seidel over `x = c + M (share · x)`: rows use what the rows before them got.
/// `passed` is share · x throughout.
///
/// - Returns: Σ |change of x|.
func gaussSeidelSweep(
  _ matrix: Matrix, constant: Span<Double>, share: Span<Double>,
  scores: inout MutableSpan<Double>, passed: inout MutableSpan<Double>
) -> Double {
  let offsets = matrix.offsets.span
  let targets = matrix.targets.span
  var change = 0.0
  for row in scores.indices {
    var sum = constant[row]
    let arcs = unsafe Int(offsets[unchecked: row])..<Int(offsets[unchecked: row + 1])
    if let values = matrix.values {
      for arc in arcs {
        unsafe sum += values[arc] * passed[unchecked: Int(targets[unchecked: arc])]
      }
    } else {
      for arc in arcs { unsafe sum += passed[unchecked: Int(targets[unchecked: arc])] }
    }
    change += abs(sum - scores[row])
    scores[row] = sum
    passed[row] = share[row] * sum
  }
  return change
}
