internal import CNeuralKernels

/// A score for pairs of rows, for each of several classes:
///
///     score(a, b)[o] = a · W[o] · b + U[o] · a + V[o] · b + c[o]
struct Biaffine: Sendable {
  let classes, size: Int
  private let w: Linear  // [classes · size, size]
  private let u, v: PlainProduct  // [classes, size], `u` with c as its bias

  /// - Parameter w: row `o · size + q` holds W[o] for b's number q.
  init(
    w: WholeRows, u: [Float], v: [Float], c: [Float], _ arithmetic: Arithmetic,
    _ room: inout WorkspaceSize
  ) {
    classes = c.count
    size = w.columns
    self.w = Linear(w, arithmetic)
    self.u = PlainProduct(u, inputs: w.columns, bias: c)
    self.v = PlainProduct(v, inputs: w.columns)
    room.fit(self.w)
  }

  /// What is known of each a before b is: `a · W`, [rows, classes · size], and `U · a + c`.
  func left(_ a: Matrix, _ workspace: Workspace) -> (products: Matrix, sums: Matrix) {
    (w.apply(a, workspace), u.apply(a, path: workspace.path))
  }

  /// What is known of each b before a is: b with a column for each row, and `V · b` with a row for each
  /// class. The columns are filled up with zeros to a multiple of 16.
  func right(_ b: Matrix, _ workspace: Workspace) -> (columns: Matrix, sums: Matrix) {
    (b.turned(), v.apply(b, path: workspace.path).turned())
  }

  /// The class that scores best for each pair of rows, the lowest of equals; `isOpen` tells which
  /// classes a pair may have.
  func best(
    _ a: Matrix, _ b: Matrix, _ workspace: Workspace, isOpen: (_ row: Int, _ class: Int) -> Bool
  ) -> [Int] {
    let scores = pairs(a, b, workspace)
    return (0..<a.rows).map { row in
      var best = -1
      for number in 0..<classes where isOpen(row, number) {
        if best < 0 || scores[row, number] > scores[row, best] { best = number }
      }
      return best
    }
  }

  /// The scores of each row of `a` with the same row of `b`, [rows, classes].
  func pairs(_ a: Matrix, _ b: Matrix, _ workspace: Workspace) -> Matrix {
    let fromLeft = u.apply(a, path: workspace.path)
    let fromRight = v.apply(b, path: workspace.path)
    var scores = products(a, b, workspace)
    for row in 0..<a.rows {
      for number in 0..<classes {
        scores.values[row * classes + number] += fromLeft[row, number] + fromRight[row, number]
      }
    }
    return scores
  }

  /// `a · W[o] · b` of each row of `a` with the same row of `b`. In whole numbers, the wide rows of `a · W`
  /// are never written down as numbers: labels would spend more time on that than on the product.
  private func products(_ a: Matrix, _ b: Matrix, _ workspace: Workspace) -> Matrix {
    switch w {
    case .plain(let product):
      let left = product.apply(a, path: workspace.path)
      var scores = Matrix(rows: a.rows, columns: classes)
      for row in 0..<a.rows {
        for number in 0..<classes {
          var sum: Float = 0
          for index in 0..<size { sum += left[row, number * size + index] * b[row, index] }
          scores.values[row * classes + number] = sum
        }
      }
      return scores
    case .whole(let product):
      return unsafe Matrix(rows: a.rows, columns: classes) { out in
        unsafe b.values.withUnsafeBufferPointer { right in
          guard let right = right.baseAddress, let out = out.baseAddress else { return }
          unsafe a.forEachBlock(workspace) { start, count, bytes, steps in
            let sums = unsafe product.sums(bytes, steps, count: count, workspace)
            for row in 0..<count {
              unsafe dragnet_dots(
                workspace.path, sums, Int64(row), right + (start + row) * size, Int64(classes),
                Int64(size), out + (start + row) * classes)
            }
          }
        }
      }
    }
  }
}

extension Matrix {
  /// Rows as columns, filled up with zeros to a multiple of 16 columns.
  func turned() -> Matrix {
    let width = (rows + 15) / 16 * 16
    return unsafe Matrix(rows: columns, columns: width) { out in
      unsafe out.initialize(repeating: 0)
      for row in 0..<rows {
        for column in 0..<columns { unsafe out[column * width + row] = values[row * columns + column] }
      }
    }
  }

  /// `x/2 · (1 + erf(x/√2))` of every number. Rows are a multiple of 16 wide.
  mutating func applyGelu(path: Int32) {
    unsafe values.withUnsafeMutableBufferPointer {
      guard let start = $0.baseAddress else { return }
      unsafe dragnet_gelu(path, start, Int64($0.count))
    }
  }
}
