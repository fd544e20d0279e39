/// A line as straight stretches.
struct Chain {
  struct Spot {
    var center: Point
    /// From the label's border to the line; zero on it.
    var distance: Double
    var cost: Double
  }

  let points: [Point]
  let bounds: Box

  init(_ points: [Point]) {
    self.points = points
    var (low, high) = (points.first ?? Point(x: 0, y: 0), points.first ?? Point(x: 0, y: 0))
    for point in points {
      low = Point(x: min(low.x, point.x), y: min(low.y, point.y))
      high = Point(x: max(high.x, point.x), y: max(high.y, point.y))
    }
    bounds =
      points.isEmpty
      ? Box(center: low, width: -1e9, height: -1e9)
      : Box(minX: low.x, minY: low.y, maxX: high.x + 0.1, maxY: high.y + 0.1)
  }

  /// Without the points that lie on the way between their neighbors.
  var simplified: Chain {
    var kept: [Point] = []
    for point in points {
      if kept.count > 1, Chain.isStraight(kept[kept.count - 2], kept[kept.count - 1], point) {
        kept.removeLast()
      }
      kept.append(point)
    }
    return Chain(kept)
  }

  /// True when `b` is less than a quarter of a point off the way from `a` to `c`.
  private static func isStraight(_ a: Point, _ b: Point, _ c: Point) -> Bool {
    let way = c - a
    let off = (b.x - a.x) * way.y - (b.y - a.y) * way.x
    return off * off < 0.0625 * (way.x * way.x + way.y * way.y)
  }

  /// True when two lines cross.
  func crosses(_ other: Chain) -> Bool {
    guard bounds.overlaps(other.bounds) else { return false }
    return zip(points, points.dropFirst()).contains { first in
      zip(other.points, other.points.dropFirst()).contains {
        segmentsCross(first.0, first.1, $0, $1)
      }
    }
  }

  /// Places for a label: on the line, and beside it at a small cost.
  func spots(for size: Box, _ isThorough: Bool, isFar: Bool) -> [Spot] {
    let steps = zip(points, points.dropFirst()).map { ($1 - $0).length }
    let total = steps.reduce(0, +)
    guard total > 0 else { return [] }
    var spots: [Spot] = []
    // A place every few points; in a short line there are few.
    let count = isThorough ? Int(min(max(total / 14, 4), 14)) : 4
    for step in -count...count {
      let share = 0.5 + 0.42 * Double(step) / Double(count)
      var rest = share * total
      var index = 0
      while index < steps.count - 1, rest > steps[index] {
        rest -= steps[index]
        index += 1
      }
      let direction = (points[index + 1] - points[index]) * (1 / max(steps[index], 1e-9))
      let middle = points[index] + direction * rest
      let cost = 8 * abs(share - 0.5)
      if !isFar {
        // One that covers most of its line hides where this begins and ends.
        let covered = min(
          size.width / max(abs(direction.x), 1e-9), size.height / max(abs(direction.y), 1e-9))
        let extra = covered > 0.6 * total ? 10.0 : 0
        spots.append(Spot(center: middle, distance: 0, cost: cost + extra))
      }
      guard isThorough else { continue }
      let reach = (abs(direction.y) * size.width + abs(direction.x) * size.height) / 2
      for (distance, extra) in isFar ? [(9.0, 8), (14, 11), (20, 15)] : [(2.0, 3.5), (5.0, 6.0)] {
        for side in [-1.0, 1] {
          let normal = Point(x: -direction.y * side, y: direction.x * side)
          spots.append(
            Spot(
              center: middle + normal * (reach + distance), distance: distance,
              cost: cost + extra))
        }
      }
    }
    return spots
  }
}

extension Arrangement {
  /// Pairs of lines that cross.
  var crossings: Int {
    let chains = curves.map { Chain($0?.flattened() ?? []) }
    return chains.indices.reduce(0) { sum, a in
      sum + chains[(a + 1)...].count { $0.crosses(chains[a]) }
    }
  }
}
