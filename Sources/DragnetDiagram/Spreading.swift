/// Moves boxes apart until none lies on another, and keeps their order as far as it can.
///
/// Graphviz's own removal of overlaps (prism) visits its triangles in the order of memory addresses,
/// so its result differs from call to call; this one always gives the same.
enum Spreading {
  /// New centers with `margin` points between all boxes.
  ///
  /// First everything is scaled up until lines are long enough for the boxes, then boxes that still
  /// overlap push each other away, fixed ones excepted; in rare crowds some overlap may remain after the last round.
  ///
  /// - Complexity: O(*n* log *n* + *k*) a round for *k* pairs that share a vertical strip; 200 rounds at
  ///   most.
  static func spread(
    _ boxes: [Box], ends: [(from: Int, to: Int)], margin: Double, scaling: Bool,
    isFixed: [Bool]? = nil
  ) -> [Point] {
    var centers = boxes.map(\.center)
    if scaling { stretch(&centers, boxes: boxes, ends: ends) }
    for round in 0..<200 {
      // Grow a little now and then, so that crowds dissolve outwards.
      if round % 20 == 19, isFixed == nil { centers = centers.map { $0 * 1.06 } }
      if !pushApart(&centers, boxes: boxes, margin: margin, isFixed: isFixed) { break }
    }
    return centers
  }

  private static func stretch(
    _ centers: inout [Point], boxes: [Box], ends: [(from: Int, to: Int)]
  ) {
    guard !ends.isEmpty, !boxes.isEmpty else { return }
    let lengths = ends.map { (centers[$0.from] - centers[$0.to]).length }.reduce(0, +)
    let sizes = boxes.map { $0.width + $0.height }.reduce(0, +)
    let length = lengths / Double(ends.count)
    let wanted = 1.3 * sizes / Double(boxes.count)
    guard length > 0, length < wanted else { return }
    centers = centers.map { $0 * (wanted / length) }
  }

  /// One round over the boxes from left to right; false when none had to move.
  private static func pushApart(
    _ centers: inout [Point], boxes: [Box], margin: Double, isFixed: [Bool]?
  ) -> Bool {
    let order = boxes.indices.sorted { a, b in
      (centers[a].x - boxes[a].width / 2, a) < (centers[b].x - boxes[b].width / 2, b)
    }
    var hasMoved = false
    for (place, a) in order.enumerated() {
      for b in order[(place + 1)...] {
        let reachX = (boxes[a].width + boxes[b].width) / 2 + margin
        if centers[b].x - boxes[b].width / 2 > centers[a].x + boxes[a].width / 2 + margin { break }
        let reachY = (boxes[a].height + boxes[b].height) / 2 + margin
        let apart = centers[b] - centers[a]
        let (lackX, lackY) = (reachX - abs(apart.x), reachY - abs(apart.y))
        guard lackX > 0.01, lackY > 0.01 else { continue }
        let (holdsA, holdsB) = (isFixed?[a] ?? false, isFixed?[b] ?? false)
        if holdsA, holdsB { continue }
        hasMoved = true
        // One that stays leaves the whole way to the other.
        let (shareA, shareB) = (holdsA ? 0.0 : holdsB ? 2 : 1, holdsB ? 0.0 : holdsA ? 2 : 1)
        // Twins on one spot part by index, so that the result does not depend on chance.
        if lackX < lackY {
          let step = (apart.x > 0 || (apart.x == 0 && a < b) ? lackX : -lackX) / 2
          centers[a].x -= step * shareA
          centers[b].x += step * shareB
        } else {
          let step = (apart.y > 0 || (apart.y == 0 && a < b) ? lackY : -lackY) / 2
          centers[a].y -= step * shareA
          centers[b].y += step * shareB
        }
      }
    }
    return hasMoved
  }
}
