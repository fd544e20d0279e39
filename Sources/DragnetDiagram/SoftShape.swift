/// The soft outline round a few boxes, as an ink blot that flows round them and shuns others.
///
/// Members get a margin and are joined by bridges along a shortest tree (after Collins, Penn and
/// Carpendale, "Bubble Sets", 2009, with distances in place of energies); gaps between them are closed
/// by widening and narrowing the shape; what is near a foreign box is cut away, unless a member is there.
struct SoftShape {
  /// Closed curves, counter-clockwise round islands and clockwise round holes.
  private(set) var outlines: [Curve] = []
  /// Each island with its holes, joined by slits, to be filled.
  private(set) var fills: [Curve] = []
  /// What the islands cover.
  private(set) var box: Box?

  /// - Parameters:
  ///   - margin: kept round members, in points.
  ///   - closing: gaps up to twice as wide are filled.
  ///   - clearance: kept free round foreign boxes.
  ///   - keepsStrays: false leaves members out that stand far from most others, and builds no bridges.
  /// - Complexity: O(*k*² + *k* · *f*) for *k* members up to sixty and *f* foreign boxes, O(*k*²) above; a
  ///   grid of at most 160 × 160 samples bounds the rest.
  init(
    around members: [Box], avoiding foreign: [Box], margin: Double, closing: Double,
    clearance: Double, keepsStrays: Bool
  ) {
    guard let first = members.first else { return }
    let reach = margin + closing
    let whole = members.dropFirst().reduce(first) { $0.union($1) }
    let area = whole.inset(by: -(reach + margin + 8))
    let near = foreign.filter { $0.overlaps(area) }
    var own = DistanceField(over: area.inset(by: -4), cell: 4, finest: 160, value: 4 * reach)
    for box in members { own.lower(to: box, within: reach + 3 * own.cell) }
    let tight = own.values
    for stretch in keepsStrays ? SoftShape.bridges(between: members, avoiding: near) : [] {
      let count = max(1, Int(((stretch.1 - stretch.0).length / own.cell).rounded(.up)))
      for step in 0...count {
        let place = stretch.0 + (stretch.1 - stretch.0) * (Double(step) / Double(count))
        // Bridges are narrower than what they join.
        own.lower(
          to: Box(center: place, width: 0.1, height: 0.1), within: reach + 3 * own.cell)
      }
    }
    let outside = own.distances(from: own.values.map { $0 > reach })
    var foreignDistance = DistanceField(
      over: area.inset(by: -4), cell: 4, finest: 160, value: 4 * reach)
    let isExclusive = keepsStrays && members.count + near.count <= 400
    let sight = isExclusive ? 2 * margin : clearance
    for box in near { foreignDistance.lower(to: box, within: sight + 3 * own.cell) }
    var field = own
    for index in field.values.indices { field.values[index] = outside[index] - closing }
    field.blur()
    let hold = 3 + own.cell / 2
    for index in field.values.indices {
      let free = foreignDistance.values[index] - clearance
      // The ground between two boxes is shared evenly, so that shapes do not lie on each other.
      let share =
        isExclusive && foreignDistance.values[index] < sight
        ? (foreignDistance.values[index] - own.values[index]) / 2 - 1 : free
      field.values[index] = max(
        min(field.values[index], free, share), hold - tight[index])
    }
    for column in 0..<field.columns {
      field.values[column] = -1
      field.values[(field.rows - 1) * field.columns + column] = -1
    }
    for row in 0..<field.rows {
      field.values[row * field.columns] = -1
      field.values[(row + 1) * field.columns - 1] = -1
    }
    finish(field, members: members, foreign: near, keepsStrays: keepsStrays)
  }

  /// A box with round corners.
  init(box: Box, radius: Double) {
    let r = min(radius, box.width / 2, box.height / 2)
    let bend = r * 0.45
    var points: [Point] = []
    func add(_ x: Double, _ y: Double) { points.append(Point(x: x, y: y)) }
    func side(toX x: Double, _ y: Double) {
      guard let last = points.last else { return }
      let end = Point(x: x, y: y)
      points += [last + (end - last) * (1 / 3), last + (end - last) * (2 / 3), end]
    }
    add(box.minX + r, box.minY)
    side(toX: box.maxX - r, box.minY)
    add(box.maxX - bend, box.minY)
    add(box.maxX, box.minY + bend)
    add(box.maxX, box.minY + r)
    side(toX: box.maxX, box.maxY - r)
    add(box.maxX, box.maxY - bend)
    add(box.maxX - bend, box.maxY)
    add(box.maxX - r, box.maxY)
    side(toX: box.minX + r, box.maxY)
    add(box.minX + bend, box.maxY)
    add(box.minX, box.maxY - bend)
    add(box.minX, box.maxY - r)
    side(toX: box.minX, box.minY + r)
    add(box.minX, box.minY + bend)
    add(box.minX + bend, box.minY)
    add(box.minX + r, box.minY)
    outlines = [Curve(points: points)]
    fills = outlines
    self.box = box
  }

  private mutating func finish(
    _ field: DistanceField, members: [Box], foreign: [Box], keepsStrays: Bool
  ) {
    var islands: [(loop: [Point], holes: [[Point]])] = []
    var holes: [[Point]] = []
    for loop in field.contours() where loop.count > 3 {
      if signedArea(of: loop) > 0 {
        let held = members.filter { isInside($0.center, loop) }.count
        if held > 0, keepsStrays || held * 12 >= members.count { islands.append((loop, [])) }
      } else if foreign.contains(where: { isInside($0.center, loop) }) {
        // Other holes are accidents of the members' places and only confuse.
        holes.append(loop)
      }
    }
    for hole in holes {
      if let home = islands.firstIndex(where: { isInside(hole[0], $0.loop) }) {
        islands[home].holes.append(hole)
      }
    }
    for island in islands {
      let loops = ([island.loop] + island.holes).map {
        smoothed($0, spacing: max(9, 2.2 * field.cell))
      }
      outlines += loops
      fills.append(loops.dropFirst().reduce(loops[0], joined))
      let extent = extent(of: loops[0].points)
      box = box?.union(extent) ?? extent
    }
  }

  /// A curve with a hole in it, entered and left along one slit.
  private func joined(_ outer: Curve, _ hole: Curve) -> Curve {
    var best = (outer: 0, hole: 0, length: Double.infinity)
    for a in stride(from: 0, to: outer.points.count, by: 3) {
      for b in stride(from: 0, to: hole.points.count, by: 3) {
        let length = (outer.points[a] - hole.points[b]).length
        if length < best.length { best = (a, b, length) }
      }
    }
    let (from, to) = (outer.points[best.outer], hole.points[best.hole])
    let slit = [from + (to - from) * (1 / 3), from + (to - from) * (2 / 3), to]
    let turned = Array(hole.points[best.hole...] + hole.points[..<best.hole].dropFirst())
    let round = turned.dropFirst() + (best.hole == 0 ? [] : [to])
    let back = [to + (from - to) * (1 / 3), to + (from - to) * (2 / 3), from]
    return Curve(
      points: Array(outer.points[...best.outer]) + slit + round + back
        + outer.points[(best.outer + 1)...])
  }

  /// The straight stretches that join all members in a shortest tree, bent or left out where a foreign
  /// box is in the way.
  private static func bridges(between members: [Box], avoiding foreign: [Box]) -> [(Point, Point)] {
    guard (2...600).contains(members.count) else { return [] }
    let isCareful = members.count <= 60
    func obstacles(_ a: Point, _ b: Point) -> Int {
      foreign.count { $0.inset(by: -4).meets(a, b) }
    }
    var cost = [Double](repeating: .infinity, count: members.count)
    var parent = [Int](repeating: 0, count: members.count)
    var isJoined = [Bool](repeating: false, count: members.count)
    var stretches: [(Point, Point)] = []
    var latest = 0
    for _ in 1..<members.count {
      isJoined[latest] = true
      for other in members.indices where !isJoined[other] {
        var length = max(0, members[latest].gap(to: members[other]))
        guard length < cost[other] else { continue }
        if isCareful {
          let count = obstacles(members[latest].center, members[other].center)
          length = (length + 20) * Double(1 + 2 * count)
        }
        if length < cost[other] {
          cost[other] = length
          parent[other] = latest
        }
      }
      guard let nearest = members.indices.filter({ !isJoined[$0] }).min(by: { cost[$0] < cost[$1] })
      else { break }
      let (a, b) = (members[parent[nearest]].center, members[nearest].center)
      if obstacles(a, b) == 0 {
        stretches.append((a, b))
      } else if let bend = detour(a, b, obstacles) {
        stretches += [(a, bend), (bend, b)]
      }
      latest = nearest
    }
    return stretches
  }

  /// A place beside the straight way from which both ends can be reached freely.
  private static func detour(
    _ a: Point, _ b: Point, _ obstacles: (Point, Point) -> Int
  ) -> Point? {
    let course = b - a
    guard course.length > 1 else { return nil }
    let normal = Point(x: -course.y, y: course.x) * (1 / course.length)
    for distance in [25.0, 50, 80, 120] {
      for side in [distance, -distance] {
        let bend = a + course * 0.5 + normal * side
        if obstacles(a, bend) == 0, obstacles(bend, b) == 0 { return bend }
      }
    }
    return nil
  }
}

/// Twice the area would be enough for its sign; positive when the loop runs counter-clockwise.
private func signedArea(of loop: [Point]) -> Double {
  var sum = 0.0
  for (a, b) in zip(loop, loop.dropFirst() + loop.prefix(1)) { sum += a.x * b.y - b.x * a.y }
  return sum / 2
}

/// True when a point lies inside a closed chain of stretches.
func isInside(_ point: Point, _ loop: [Point]) -> Bool {
  var isInside = false
  for (a, b) in zip(loop, loop.dropFirst() + loop.prefix(1))
  where (a.y > point.y) != (b.y > point.y) {
    if point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y) { isInside.toggle() }
  }
  return isInside
}

private func extent(of points: [Point]) -> Box {
  let (x, y) = (points.map(\.x), points.map(\.y))
  return Box(
    minX: x.min() ?? 0, minY: y.min() ?? 0, maxX: x.max() ?? 0, maxY: y.max() ?? 0)
}

/// A closed curve through points of a loop, evenly spaced (Catmull and Rom's splines).
private func smoothed(_ loop: [Point], spacing: Double) -> Curve {
  let steps = zip(loop, loop.dropFirst() + loop.prefix(1)).map { ($1 - $0).length }
  let total = steps.reduce(0, +)
  let count = max(8, Int(total / spacing))
  var knots: [Point] = []
  var index = 0
  var passed = 0.0
  for knot in 0..<count {
    let target = total * Double(knot) / Double(count)
    while index < steps.count - 1, passed + steps[index] < target {
      passed += steps[index]
      index += 1
    }
    let share = steps[index] == 0 ? 0 : (target - passed) / steps[index]
    knots.append(loop[index] + (loop[(index + 1) % loop.count] - loop[index]) * share)
  }
  var points = [knots[0]]
  for index in knots.indices {
    let before = knots[(index + count - 1) % count]
    let (a, b) = (knots[index], knots[(index + 1) % count])
    let after = knots[(index + 2) % count]
    points += [a + (b - before) * (1 / 6), b - (after - a) * (1 / 6), b]
  }
  return Curve(points: points)
}
