/// Distances to shapes, sampled at the corners of a square grid over a part of the page.
struct DistanceField {
  /// Of the first sample.
  let origin: Point
  /// Between neighboring samples, in points.
  let cell: Double
  /// Samples across.
  let columns: Int
  /// Samples upwards.
  let rows: Int
  /// Row by row from the bottom.
  var values: [Double]

  /// A field over an area, at most `finest` samples to a side and none nearer than `cell`.
  init(over area: Box, cell least: Double, finest: Int, value: Double) {
    cell = max(least, max(area.width, area.height) / Double(finest))
    origin = Point(x: area.minX, y: area.minY)
    columns = Int((area.width / cell).rounded(.up)) + 1
    rows = Int((area.height / cell).rounded(.up)) + 1
    values = [Double](repeating: value, count: columns * rows)
  }

  /// Where a sample lies.
  func place(_ column: Int, _ row: Int) -> Point {
    Point(x: origin.x + Double(column) * cell, y: origin.y + Double(row) * cell)
  }

  /// Lowers every sample within `reach` of a box to its distance from the box.
  mutating func lower(to box: Box, within reach: Double) {
    let left = max(0, Int(((box.minX - reach - origin.x) / cell).rounded(.up)))
    let right = min(columns - 1, Int(((box.maxX + reach - origin.x) / cell).rounded(.down)))
    let bottom = max(0, Int(((box.minY - reach - origin.y) / cell).rounded(.up)))
    let top = min(rows - 1, Int(((box.maxY + reach - origin.y) / cell).rounded(.down)))
    guard left <= right, bottom <= top else { return }
    for row in bottom...top {
      let dy = max(0, abs(origin.y + Double(row) * cell - box.center.y) - box.height / 2)
      for column in left...right {
        let dx = max(0, abs(origin.x + Double(column) * cell - box.center.x) - box.width / 2)
        let distance = dx == 0 ? dy : dy == 0 ? dx : (dx * dx + dy * dy).squareRoot()
        let index = row * columns + column
        if distance < values[index] { values[index] = distance }
      }
    }
  }

  /// The distance of every sample from the nearest sample that is `true`, exact to a cell.
  ///
  /// Felzenszwalb and Huttenlocher, "Distance transforms of sampled functions", *Theory of Computing* 8
  /// (2012): linear in the number of samples.
  func distances(from seeds: [Bool]) -> [Double] {
    let far = Double(columns + rows) * Double(columns + rows) * 4
    var squares = seeds.map { $0 ? 0 : far }
    var line = [Double](repeating: 0, count: max(columns, rows))
    for column in 0..<columns {
      for row in 0..<rows { line[row] = squares[row * columns + column] }
      for (row, value) in lowerEnvelope(line[..<rows]).enumerated() {
        squares[row * columns + column] = value
      }
    }
    for row in 0..<rows {
      let span = row * columns..<(row + 1) * columns
      squares.replaceSubrange(span, with: lowerEnvelope(squares[span]))
    }
    return squares.map { $0.squareRoot() * cell }
  }

  /// The lowest of the parabolas that stand on the values, at every place.
  private func lowerEnvelope(_ slice: ArraySlice<Double>) -> [Double] {
    let f = Array(slice)
    var stands = [0]
    var starts = [-Double.infinity]
    for q in f.indices.dropFirst() {
      while true {
        let v = stands[stands.count - 1]
        let cut = (f[q] + Double(q * q) - f[v] - Double(v * v)) / Double(2 * q - 2 * v)
        if cut > starts[starts.count - 1] {
          stands.append(q)
          starts.append(cut)
          break
        }
        stands.removeLast()
        starts.removeLast()
      }
    }
    var place = 0
    return f.indices.map { q in
      while place + 1 < starts.count, starts[place + 1] < Double(q) { place += 1 }
      let v = stands[place]
      return Double((q - v) * (q - v)) + f[v]
    }
  }

  /// Evens out steps between neighbors.
  mutating func blur() {
    let old = values
    for row in 1..<max(rows - 1, 1) {
      for column in 1..<max(columns - 1, 1) {
        let index = row * columns + column
        values[index] =
          (4 * old[index] + 2
            * (old[index - 1] + old[index + 1] + old[index - columns] + old[index + columns])
            + old[index - columns - 1] + old[index - columns + 1] + old[index + columns - 1]
            + old[index + columns + 1]) / 16
      }
    }
  }

  /// The closed lines along which the values are zero, positive values on their left: counter-clockwise
  /// round islands, clockwise round holes. The outermost samples must be negative.
  ///
  /// Marching squares; a cell with two positive corners opposite each other keeps them apart.
  func contours() -> [[Point]] {
    // An edge of the grid is named by its lower or left sample: even across, odd upwards.
    var next: [Int: Int] = [:]
    func isInside(_ column: Int, _ row: Int) -> Bool { values[row * columns + column] > 0 }
    for row in 0..<rows - 1 {
      for column in 0..<columns - 1 {
        let corner = row * columns + column
        let (bottom, left) = (2 * corner, 2 * corner + 1)
        let (top, right) = (2 * (corner + columns), 2 * (corner + 1) + 1)
        let shape =
          (isInside(column, row) ? 1 : 0) + (isInside(column + 1, row) ? 2 : 0)
          + (isInside(column + 1, row + 1) ? 4 : 0) + (isInside(column, row + 1) ? 8 : 0)
        let steps: [(Int, Int)] =
          switch shape {
          case 1: [(bottom, left)]
          case 2: [(right, bottom)]
          case 3: [(right, left)]
          case 4: [(top, right)]
          case 5: [(bottom, left), (top, right)]
          case 6: [(top, bottom)]
          case 7: [(top, left)]
          case 8: [(left, top)]
          case 9: [(bottom, top)]
          case 10: [(right, bottom), (left, top)]
          case 11: [(right, top)]
          case 12: [(left, right)]
          case 13: [(bottom, right)]
          case 14: [(left, bottom)]
          default: []
          }
        for (from, to) in steps { next[from] = to }
      }
    }
    var loops: [[Point]] = []
    for start in next.keys.sorted() where next[start] != nil {
      var loop: [Point] = []
      var edge = start
      while let following = next.removeValue(forKey: edge) {
        loop.append(crossing(edge))
        edge = following
      }
      loops.append(loop)
    }
    return loops
  }

  /// Where the value is zero on an edge of the grid.
  private func crossing(_ edge: Int) -> Point {
    let first = edge / 2
    let second = edge % 2 == 0 ? first + 1 : first + columns
    let (a, b) = (values[first], values[second])
    let share = a == b ? 0.5 : min(max(a / (a - b), 0), 1)
    let from = place(first % columns, first / columns)
    let to = place(second % columns, second / columns)
    return from + (to - from) * share
  }
}
