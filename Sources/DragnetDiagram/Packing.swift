/// Puts the pieces of a drawing beside each other: the largest in the middle, each of the others where it
/// fits nearest to it, in bays of the others if there is room.
///
/// Pieces are compared by the cells of a grid that they touch (Freivalds, Doğrusöz and Kikusts,
/// "Disconnected graph layout and the polyomino packing approach", 2002).
struct Packing {
  private struct Cell: Hashable {
    var column: Int
    var row: Int
  }

  private static let side = 22.0
  private var taken: Set<Cell> = []

  /// How far each piece moves.
  ///
  /// - Parameter pieces: what each covers, as boxes.
  /// - Complexity: O(*p* · *t* · *c*) for *p* pieces of *c* cells each and *t* places tried for each.
  static func shifts(of pieces: [[Box]]) -> [Point] {
    var packing = Packing()
    var shifts = pieces.map { _ in Point(x: 0, y: 0) }
    let cells = pieces.map { piece in Set(piece.flatMap(Packing.cells)).sorted(by: before) }
    let order = pieces.indices.sorted { (cells[$1].count, $0) < (cells[$0].count, $1) }
    for index in order { shifts[index] = packing.place(cells[index]) }
    return shifts
  }

  private static func before(_ a: Cell, _ b: Cell) -> Bool {
    (a.row, a.column) < (b.row, b.column)
  }

  private static func cells(of box: Box) -> [Cell] {
    func cell(_ value: Double) -> Int { Int((value / side).rounded(.down)) }
    return (cell(box.minY)...cell(box.maxY)).flatMap { row in
      (cell(box.minX)...cell(box.maxX)).map { Cell(column: $0, row: row) }
    }
  }

  private mutating func place(_ cells: [Cell]) -> Point {
    guard let first = cells.first else { return Point(x: 0, y: 0) }
    let columns = cells.map(\.column)
    let middle = Cell(
      column: ((columns.min() ?? 0) + (columns.max() ?? 0)) / 2,
      row: (first.row + (cells.last?.row ?? 0)) / 2)
    // Rings of growing width, each a fifth wider than high, its places by their distance.
    var ring = 0
    while true {
      for step in Packing.ring(ring) {
        let shift = Cell(column: step.column - middle.column, row: step.row - middle.row)
        let moved = cells.lazy.map {
          Cell(column: $0.column + shift.column, row: $0.row + shift.row)
        }
        if moved.contains(where: taken.contains) { continue }
        taken.formUnion(moved)
        return Point(x: Double(shift.column), y: Double(shift.row)) * Packing.side
      }
      ring += 1
    }
  }

  /// The places of a ring round the middle.
  private static func ring(_ number: Int) -> [Cell] {
    guard number > 0 else { return [Cell(column: 0, row: 0)] }
    let (width, height) = (number + number / 4, number)
    let narrow = (number - 1) + (number - 1) / 4
    var places: [Cell] = []
    for row in -height...height {
      for column in -width...width where abs(row) == height || abs(column) > narrow {
        places.append(Cell(column: column, row: row))
      }
    }
    func distance(_ cell: Cell) -> Int { 16 * cell.column * cell.column + 25 * cell.row * cell.row }
    return places.sorted { (distance($0), $0.row, $0.column) < (distance($1), $1.row, $1.column) }
  }
}
