/// Rows of numbers.
struct Matrix: Sendable, Equatable {
  private(set) var rows: Int
  let columns: Int
  /// Row-major.
  var values: [Float]

  /// A matrix of zeros.
  init(rows: Int, columns: Int) {
    self.init(rows: rows, columns: columns, values: Array(repeating: 0, count: rows * columns))
  }

  /// The matrix of row-major `values`.
  init(rows: Int, columns: Int, values: [Float]) {
    precondition(values.count == rows * columns, "a matrix has rows times columns values")
    self.rows = rows
    self.columns = columns
    self.values = values
  }

  /// One number.
  subscript(row: Int, column: Int) -> Float {
    values[row * columns + column]
  }

  /// One row.
  func row(_ row: Int) -> ArraySlice<Float> {
    values[row * columns..<(row + 1) * columns]
  }

  /// Puts the rows of another matrix, as wide as this one, below the rows of this.
  mutating func append(_ other: Matrix) {
    precondition(other.columns == columns, "rows of one matrix are equally wide")
    values.append(contentsOf: other.values)
    rows += other.rows
  }

  /// Some of the rows.
  func rows(_ range: Range<Int>) -> Matrix {
    let part = values[range.lowerBound * columns..<range.upperBound * columns]
    return Matrix(rows: range.count, columns: columns, values: Array(part))
  }

  /// The rows with these numbers, in their order.
  func gathered(_ numbers: [Int]) -> Matrix {
    var made: [Float] = []
    made.reserveCapacity(numbers.count * columns)
    for number in numbers { made.append(contentsOf: row(number)) }
    return Matrix(rows: numbers.count, columns: columns, values: made)
  }

  /// The columns of another matrix with as many rows after those of this.
  func beside(_ other: Matrix) -> Matrix {
    precondition(other.rows == rows, "matrices side by side have as many rows")
    var made: [Float] = []
    made.reserveCapacity(values.count + other.values.count)
    for row in 0..<rows {
      made += self.row(row)
      made += other.row(row)
    }
    return Matrix(rows: rows, columns: columns + other.columns, values: made)
  }

  /// Columns `range` of all rows.
  func columns(_ range: Range<Int>) -> Matrix {
    var part: [Float] = []
    part.reserveCapacity(rows * range.count)
    for row in 0..<rows {
      let start = row * columns
      part.append(contentsOf: values[start + range.lowerBound..<start + range.upperBound])
    }
    return Matrix(rows: rows, columns: range.count, values: part)
  }
}
