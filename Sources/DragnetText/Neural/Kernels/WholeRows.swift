internal import CNeuralKernels

/// A matrix in whole numbers with a scale for every row.
struct WholeRows: Sendable {
  let rows, columns: Int
  /// Row-major.
  let numbers: [Int8]
  /// One for each row.
  let scales: [Float]

  /// The sum of the numbers of each row.
  var sums: [Int32] {
    unsafe [Int32](unsafeUninitializedCapacity: rows) { sums, made in
      if let start = sums.baseAddress {
        unsafe dragnet_row_sums(numbers, Int64(rows), Int64(columns), start)
      }
      made = rows
    }
  }
}

extension [Int8] {
  /// The largest number, signs left out.
  var largestMagnitude: Int { unsafe Int(dragnet_largest(self, Int64(count))) }
}
