/// Improves a placement of boxes joined by straight lines: fewer crossings, no line behind a box, no
/// box or label on another, short lines, a landscape outline.
///
/// Local search after Davidson and Harel, "Drawing graphs nicely using simulated annealing" (1996),
/// with threshold accepting (Dueck and Scheuer, 1990) in place of a temperature. The number of steps
/// depends on the size of the graph alone and the random numbers on `seed`, so that equal input gives
/// equal output.
struct Refinement {
  private var x: [Double]
  private var y: [Double]
  private let halfWidth: [Double]
  private let halfHeight: [Double]
  private let tails: [Int]
  private let heads: [Int]
  private let labelHalfWidth: [Double]
  private let labelHalfHeight: [Double]
  private let pull: [Double]
  private let incident: [[Int]]
  private let reach: (x: Double, y: Double)

  // The visible stretch of each line and its middle, kept up to date.
  private var startX: [Double]
  private var startY: [Double]
  private var endX: [Double]
  private var endY: [Double]
  private var middleX: [Double]
  private var middleY: [Double]
  private var gap: [Double]
  private var random: UInt64

  /// Starts from boxes as placed. Lines from a box to itself are ignored.
  init(
    boxes: [Box], ends: [(from: Int, to: Int)], labels: [Box], pull strengths: [Double],
    seed: UInt64
  ) {
    let proper = ends.indices.filter { ends[$0].from != ends[$0].to }
    x = boxes.map(\.center.x)
    y = boxes.map(\.center.y)
    halfWidth = boxes.map { $0.width / 2 }
    halfHeight = boxes.map { $0.height / 2 }
    tails = proper.map { ends[$0].from }
    heads = proper.map { ends[$0].to }
    labelHalfWidth = proper.map { labels[$0].width / 2 + 1 }
    labelHalfHeight = proper.map { labels[$0].height / 2 + 1 }
    pull = proper.map { strengths[$0] }
    var incident = [[Int]](repeating: [], count: boxes.count)
    for line in tails.indices {
      incident[tails[line]].append(line)
      incident[heads[line]].append(line)
    }
    self.incident = incident
    // Room for every box and label with air around them, in the proportions of a page on its side.
    let room =
      boxes.reduce(0) { $0 + ($1.width + 60) * ($1.height + 60) }
      + labels.reduce(0) { $0 + ($1.width + 40) * ($1.height + 30) }
    reach = ((room * 1.5).squareRoot() / 2, (room / 1.5).squareRoot() / 2)
    let none = [Double](repeating: 0, count: tails.count)
    startX = none
    startY = none
    endX = none
    endY = none
    middleX = none
    middleY = none
    gap = none
    random = seed &+ 0x9E37_79B9_7F4A_7C15
    turnLandscape()
    for line in tails.indices { trace(line) }
  }

  /// The centers as they are now.
  var centers: [Point] { zip(x, y).map { Point(x: $0, y: $1) } }

  /// True when two boxes share ground.
  var hasOverlaps: Bool {
    x.indices.contains { a in
      x.indices.dropFirst(a + 1).contains { b in
        abs(x[a] - x[b]) < halfWidth[a] + halfWidth[b]
          && abs(y[a] - y[b]) < halfHeight[a] + halfHeight[b]
      }
    }
  }

  /// What the whole placement costs; lower is better.
  var cost: Double { x.indices.reduce(0) { $0 + cost(of: $1) } }

  /// Tries `steps` moves, wide ones first, and keeps those that pay.
  mutating func improve(steps: Int, from radius: Double = 300, patience: Double = 1) {
    guard x.count > 1 else { return }
    for step in 0..<steps {
      let rest = 1 - Double(step) / Double(steps)
      let node = Int(nextRandom() % UInt64(x.count))
      let threshold = patience * rest * rest * nextFraction()
      if step % 8 == 0, rest > 0.3 {
        trySwap(node, Int(nextRandom() % UInt64(x.count)), threshold: threshold)
      } else {
        tryMove(node, radius: 6 + radius * rest * rest, threshold: threshold)
      }
    }
  }

  private mutating func tryMove(_ node: Int, radius: Double, threshold: Double) {
    let old = (x[node], y[node])
    let before = cost(of: node)
    var base = old
    if !incident[node].isEmpty, nextRandom() % 4 == 0 {
      base = neighborhood(of: node)
    }
    place(
      node, base.0 + (nextFraction() * 2 - 1) * radius * 1.3,
      base.1 + (nextFraction() * 2 - 1) * radius)
    if cost(of: node) > before + threshold { place(node, old.0, old.1) }
  }

  private mutating func trySwap(_ a: Int, _ b: Int, threshold: Double) {
    guard a != b else { return }
    let (placeA, placeB) = ((x[a], y[a]), (x[b], y[b]))
    let before = cost(of: a) + cost(of: b)
    place(a, placeB.0, placeB.1)
    place(b, placeA.0, placeA.1)
    if cost(of: a) + cost(of: b) > before + threshold {
      place(a, placeA.0, placeA.1)
      place(b, placeB.0, placeB.1)
    }
  }

  /// The middle of a node's neighbors.
  private func neighborhood(of node: Int) -> (Double, Double) {
    var sum = (0.0, 0.0)
    for line in incident[node] {
      let other = tails[line] == node ? heads[line] : tails[line]
      sum = (sum.0 + x[other], sum.1 + y[other])
    }
    let count = Double(incident[node].count)
    return (sum.0 / count, sum.1 / count)
  }

  private mutating func place(_ node: Int, _ newX: Double, _ newY: Double) {
    x[node] = newX
    y[node] = newY
    for line in incident[node] { trace(line) }
  }

  /// Finds the stretch of a line between the borders of its boxes.
  private mutating func trace(_ line: Int) {
    let (a, b) = (tails[line], heads[line])
    let dx = x[b] - x[a]
    let dy = y[b] - y[a]
    func share(_ node: Int) -> Double {
      min(
        dx == 0 ? 1 : halfWidth[node] / abs(dx), dy == 0 ? 1 : halfHeight[node] / abs(dy), 1)
    }
    let start = share(a)
    let end = max(start, 1 - share(b))
    startX[line] = x[a] + dx * start
    startY[line] = y[a] + dy * start
    endX[line] = x[a] + dx * end
    endY[line] = y[a] + dy * end
    middleX[line] = (startX[line] + endX[line]) / 2
    middleY[line] = (startY[line] + endY[line]) / 2
    gap[line] = (end - start) * (dx * dx + dy * dy).squareRoot()
  }

  /// What a node and its lines cost where they are.
  private func cost(of node: Int) -> Double {
    let (px, py) = (x[node] / reach.x, y[node] / reach.y)
    var total = 0.6 * (px * px + py * py)
    for other in x.indices where other != node { total += crowding(node, other) }
    let own = incident[node]
    for line in tails.indices where tails[line] != node && heads[line] != node {
      if passes(line, node) { total += 3 }
      if isLabel(of: line, on: node) { total += 2 }
    }
    for (index, line) in own.enumerated() {
      total += stretch(line)
      for other in x.indices where other != tails[line] && other != heads[line] {
        if passes(line, other) { total += 3 }
        if isLabel(of: line, on: other) { total += 2 }
      }
      for other in tails.indices where tails[other] != node && heads[other] != node {
        if crosses(line, other) { total += 1.3 }
        if areLabelsClose(line, other) { total += 1.5 }
        if isLabel(of: line, onLine: other) { total += 0.5 }
        if isLabel(of: other, onLine: line) { total += 0.5 }
      }
      for other in own.dropFirst(index + 1) {
        if areLabelsClose(line, other) { total += 1.5 }
        total += narrowness(at: node, line, other)
      }
      let far = tails[line] == node ? heads[line] : tails[line]
      for other in incident[far] where other != line { total += narrowness(at: far, line, other) }
    }
    return total
  }

  private func crowding(_ a: Int, _ b: Int) -> Double {
    let dx = abs(x[a] - x[b]) - halfWidth[a] - halfWidth[b]
    let dy = abs(y[a] - y[b]) - halfHeight[a] - halfHeight[b]
    if dx < 0 && dy < 0 { return 25 + 0.5 * min(-dx, -dy) }
    let apart = max(dx, dy)
    guard apart < 34 else { return 0 }
    let share = (34 - apart) / 34
    return 2.2 * share * share
  }

  private func stretch(_ line: Int) -> Double {
    let ideal = max(58, labelHalfWidth[line] * 2 + 40)
    if gap[line] < ideal {
      let share = (ideal - gap[line]) / ideal
      return 3.5 * share * share
    }
    return 0.9 * pull[line] * (gap[line] - ideal) / 200
  }

  /// True when a line runs behind a box or too near it.
  private func passes(_ line: Int, _ node: Int) -> Bool {
    let w = halfWidth[node] + 7
    let h = halfHeight[node] + 7
    let (ax, ay) = (startX[line] - x[node], startY[line] - y[node])
    let (bx, by) = (endX[line] - x[node], endY[line] - y[node])
    return stretchMeets(ax, ay, bx, by, w, h)
  }

  private func isLabel(of line: Int, onLine other: Int) -> Bool {
    guard labelHalfWidth[line] > 1 else { return false }
    let (cx, cy) = (middleX[line], middleY[line])
    return stretchMeets(
      startX[other] - cx, startY[other] - cy, endX[other] - cx, endY[other] - cy,
      labelHalfWidth[line], labelHalfHeight[line])
  }

  private func isLabel(of line: Int, on node: Int) -> Bool {
    labelHalfWidth[line] > 1
      && abs(middleX[line] - x[node]) < labelHalfWidth[line] + halfWidth[node]
      && abs(middleY[line] - y[node]) < labelHalfHeight[line] + halfHeight[node]
  }

  private func areLabelsClose(_ a: Int, _ b: Int) -> Bool {
    labelHalfWidth[a] > 1 && labelHalfWidth[b] > 1
      && abs(middleX[a] - middleX[b]) < labelHalfWidth[a] + labelHalfWidth[b]
      && abs(middleY[a] - middleY[b]) < labelHalfHeight[a] + labelHalfHeight[b]
  }

  private func crosses(_ a: Int, _ b: Int) -> Bool {
    if max(startX[a], endX[a]) < min(startX[b], endX[b])
      || max(startX[b], endX[b]) < min(startX[a], endX[a])
      || max(startY[a], endY[a]) < min(startY[b], endY[b])
      || max(startY[b], endY[b]) < min(startY[a], endY[a])
    {
      return false
    }
    let (dx, dy) = (endX[a] - startX[a], endY[a] - startY[a])
    let (ex, ey) = (endX[b] - startX[b], endY[b] - startY[b])
    let first = dx * (startY[b] - startY[a]) - dy * (startX[b] - startX[a])
    let second = dx * (endY[b] - startY[a]) - dy * (endX[b] - startX[a])
    guard first * second < 0 else { return false }
    let third = ex * (startY[a] - startY[b]) - ey * (startX[a] - startX[b])
    let fourth = ex * (endY[a] - startY[b]) - ey * (endX[a] - startX[b])
    return third * fourth < 0
  }

  /// Two lines of a node that leave it in nearly the same direction are hard to tell apart.
  private func narrowness(at node: Int, _ a: Int, _ b: Int) -> Double {
    let first = tails[a] == node ? heads[a] : tails[a]
    let second = tails[b] == node ? heads[b] : tails[b]
    let (ax, ay) = (x[first] - x[node], y[first] - y[node])
    let (bx, by) = (x[second] - x[node], y[second] - y[node])
    let dot = ax * bx + ay * by
    guard dot > 0 else { return 0 }
    let lengths = (ax * ax + ay * ay) * (bx * bx + by * by)
    guard dot * dot > 0.9 * lengths else { return 0 }
    return (dot * dot / lengths - 0.9) * 10
  }

  /// Turns the placement so that its longest extent lies across the page, its middle at zero.
  private mutating func turnLandscape() {
    guard x.count > 1 else { return }
    let count = Double(x.count)
    let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    for node in x.indices {
      x[node] -= meanX
      y[node] -= meanY
    }
    let xx = x.reduce(0) { $0 + $1 * $1 }
    let yy = y.reduce(0) { $0 + $1 * $1 }
    let xy = zip(x, y).reduce(0) { $0 + $1.0 * $1.1 }
    let root = ((xx - yy) * (xx - yy) / 4 + xy * xy).squareRoot()
    var axis = (x: xy, y: (yy - xx) / 2 + root)
    if xx >= yy { axis = ((xx - yy) / 2 + root, xy) }
    let length = (axis.x * axis.x + axis.y * axis.y).squareRoot()
    guard length > 0 else { return }
    axis = (axis.x / length, axis.y / length)
    for node in x.indices {
      (x[node], y[node]) = (
        x[node] * axis.x + y[node] * axis.y, y[node] * axis.x - x[node] * axis.y
      )
    }
  }

  /// SplitMix64.
  private mutating func nextRandom() -> UInt64 {
    random &+= 0x9E37_79B9_7F4A_7C15
    var bits = random
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  private mutating func nextFraction() -> Double {
    Double(nextRandom() >> 11) * 0x1p-53
  }
}

/// True when a stretch meets the box of half size `w`, `h` around the origin.
private func stretchMeets(
  _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ w: Double, _ h: Double
) -> Bool {
  if (ax > w && bx > w) || (ax < -w && bx < -w) || (ay > h && by > h) || (ay < -h && by < -h) {
    return false
  }
  // The stretch meets the box unless all corners lie on one side of its line.
  let (dx, dy) = (bx - ax, by - ay)
  let offset = dx * ay - dy * ax
  let spread = abs(dx) * h + abs(dy) * w
  return abs(offset) < spread
}
