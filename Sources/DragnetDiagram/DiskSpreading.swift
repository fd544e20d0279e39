import Foundation

/// Moves disks apart until none lies on another, nor on a wall.
struct DiskSpreading {
  private(set) var centers: [Point]
  private let radii: [Double]
  private let gap: Double
  private let isFixed: [Bool]
  private let walls: [Box]
  /// Those that moved in the round before: only they can have come to lie on another.
  private var isAwake: [Bool]

  init(
    centers: [Point], radii: [Double], gap: Double, isFixed: [Bool]? = nil, walls: [Box] = []
  ) {
    self.centers = centers
    self.radii = radii
    self.gap = gap
    self.isFixed = isFixed ?? radii.map { _ in false }
    self.walls = walls
    isAwake = radii.map { _ in true }
  }

  /// - Complexity: O(*n* · *k*) a round for *k* disks in the neighborhood of each.
  mutating func spread(rounds: Int) {
    guard centers.count > 1 else { return }
    for round in 0..<rounds {
      if round % 8 == 7, !isFixed.contains(true) { centers = centers.map { $0 * 1.02 } }
      if !pushApart() { return }
    }
  }

  /// One round in a fixed order; false when none had to move by much.
  private mutating func pushApart() -> Bool {
    let left = centers.map(\.x).min() ?? 0
    let bottom = centers.map(\.y).min() ?? 0
    let width = (centers.map(\.x).max() ?? 0) - left
    let height = (centers.map(\.y).max() ?? 0) - bottom
    // Never more than a million cells, however far a disk stands off.
    let side = max(2 * (radii.max() ?? 1) + gap, width / 1_000, height / 1_000)
    let columns = Int(width / side) + 1
    let rows = Int(height / side) + 1
    let cells = centers.map {
      Int(($0.y - bottom) / side) * columns + Int(($0.x - left) / side)
    }
    var starts = [Int](repeating: 0, count: columns * rows + 1)
    for cell in cells { starts[cell + 1] += 1 }
    for cell in 1..<starts.count { starts[cell] += starts[cell - 1] }
    var filled = starts
    var order = [Int](repeating: 0, count: cells.count)
    for (disk, cell) in cells.enumerated() {
      order[filled[cell]] = disk
      filled[cell] += 1
    }
    var hasMoved = [Bool](repeating: false, count: cells.count)
    for wall in walls {
      let reach = side / 2 + gap
      let low = max(0, Int((wall.minY - reach - bottom) / side))
      let high = min(rows - 1, Int((wall.maxY + reach - bottom) / side))
      let from = max(0, Int((wall.minX - reach - left) / side))
      let to = min(columns - 1, Int((wall.maxX + reach - left) / side))
      guard low <= high, from <= to else { continue }
      for row in low...high {
        for place in starts[row * columns + from]..<starts[row * columns + to + 1] {
          guard clear(order[place], of: wall) else { continue }
          isAwake[order[place]] = true
          hasMoved[order[place]] = true
        }
      }
    }
    for a in centers.indices where isAwake[a] {
      let (row, column) = cells[a].quotientAndRemainder(dividingBy: columns)
      for near in max(0, row - 1)...min(rows - 1, row + 1) {
        let from = near * columns + max(0, column - 1)
        let to = near * columns + min(columns - 1, column + 1)
        for place in starts[from]..<starts[to + 1] {
          let b = order[place]
          // Two that are awake meet once.
          guard a < b || (b < a && !isAwake[b]) else { continue }
          if part(min(a, b), max(a, b)) {
            hasMoved[a] = true
            hasMoved[b] = true
          }
        }
      }
    }
    isAwake = hasMoved
    return hasMoved.contains(true)
  }

  /// Moves a disk off a wall by the shortest way, up or down if in doubt.
  private mutating func clear(_ disk: Int, of wall: Box) -> Bool {
    guard !isFixed[disk] else { return false }
    let (dx, dy) = (centers[disk].x - wall.center.x, centers[disk].y - wall.center.y)
    let lackX = wall.width / 2 + radii[disk] + gap - abs(dx)
    let lackY = wall.height / 2 + radii[disk] + gap - abs(dy)
    guard lackX > 0.05, lackY > 0.05 else { return false }
    if lackX < lackY {
      centers[disk].x += dx < 0 ? -lackX - 0.01 : lackX + 0.01
    } else {
      centers[disk].y += dy < 0 ? -lackY - 0.01 : lackY + 0.01
    }
    return true
  }

  /// Moves two disks apart if they overlap, the smaller one further.
  private mutating func part(_ a: Int, _ b: Int) -> Bool {
    let wanted = radii[a] + radii[b] + gap
    let (dx, dy) = (centers[b].x - centers[a].x, centers[b].y - centers[a].y)
    let square = dx * dx + dy * dy
    guard square < wanted * wanted else { return false }
    let distance = square.squareRoot()
    let lack = wanted - distance + 0.01
    guard lack > 0.05, !isFixed[a] || !isFixed[b] else { return false }
    // Twins on one spot part by index, so that the result does not depend on chance.
    let angle = Double(a % 16) * 0.4
    let (ux, uy) = distance > 1e-6 ? (dx / distance, dy / distance) : (cos(angle), sin(angle))
    let share =
      isFixed[a]
      ? 0 : isFixed[b] ? 1 : radii[b] * radii[b] / (radii[a] * radii[a] + radii[b] * radii[b])
    centers[a].x -= ux * lack * share
    centers[a].y -= uy * lack * share
    centers[b].x += ux * lack * (1 - share)
    centers[b].y += uy * lack * (1 - share)
    return true
  }
}
