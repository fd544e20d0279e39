/// Improves a placement of boxes joined by straight lines: fewer crossings, no line behind a box, no
/// box or label on another, short lines, a landscape outline.
///
/// Local search after Davidson and Harel, "Drawing graphs nicely using simulated annealing" (1996),
/// with threshold accepting (Dueck and Scheuer, 1990) in place of a temperature. The number of steps
/// depends on the size of the graph alone and the random numbers on `seed`, so that equal input gives
/// equal output.
struct Refinement {
  /// The visible stretch of a line with its label in the middle.
  private struct Trace {
    var startX = 0.0
    var startY = 0.0
    var endX = 0.0
    var endY = 0.0
    var middleX = 0.0
    var middleY = 0.0
    var gap = 0.0
    /// Half the label's size; zero when there is none.
    var labelX: Double
    var labelY: Double
    /// What stretch and label cover together.
    var minX = 0.0
    var maxX = 0.0
    var minY = 0.0
    var maxY = 0.0
  }

  private var x: [Double]
  private var y: [Double]
  private let halfWidth: [Double]
  private let halfHeight: [Double]
  private let tails: [Int]
  private let heads: [Int]
  private let pull: [Double]
  private let incident: [[Int]]
  private let reach: (x: Double, y: Double)
  private var groups: Groups
  /// The node that belongs in the middle.
  private let middle: Int?
  /// The nodes that may move.
  private let free: [Int]
  /// Kept up to date as nodes move.
  private var traces: [Trace]
  private var random: UInt64
  // Costs of nodes while nothing moves.
  private var known: [Double]
  private var knownAt: [Int]
  private var moves = 0

  /// Starts from boxes as placed; fixed ones stay there. Lines from a box to itself are ignored.
  init(
    boxes: [Box], ends: [(from: Int, to: Int)], labels: [Box], pull strengths: [Double],
    groups clusterOf: [Int?], isFixed: [Bool]? = nil, middle: Int? = nil, seed: UInt64
  ) {
    self.middle = middle
    let proper = ends.indices.filter { ends[$0].from != ends[$0].to }
    x = boxes.map(\.center.x)
    y = boxes.map(\.center.y)
    halfWidth = boxes.map { $0.width / 2 }
    halfHeight = boxes.map { $0.height / 2 }
    tails = proper.map { ends[$0].from }
    heads = proper.map { ends[$0].to }
    traces = proper.map { line in
      let label = labels[line]
      return label.width == 0
        ? Trace(labelX: 0, labelY: 0)
        : Trace(labelX: label.width / 2 + 1, labelY: label.height / 2 + 1)
    }
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
    reach = ((room * 1.2).squareRoot() / 2, (room / 1.2).squareRoot() / 2)
    groups = Groups(of: clusterOf, boxes: boxes)
    free = boxes.indices.filter { isFixed?[$0] != true }
    known = [Double](repeating: 0, count: boxes.count)
    knownAt = [Int](repeating: -1, count: boxes.count)
    random = seed &+ 0x9E37_79B9_7F4A_7C15
    if free.count == boxes.count { turnLandscape() }
    groups.gather(x, y)
    for line in tails.indices { trace(line) }
  }

  /// The centers as they are now.
  var centers: [Point] { zip(x, y).map { Point(x: $0, y: $1) } }

  /// True when two boxes are nearer than `distance`.
  func hasBoxes(nearerThan distance: Double) -> Bool {
    x.indices.contains { a in
      x.indices.dropFirst(a + 1).contains { b in
        abs(x[a] - x[b]) < halfWidth[a] + halfWidth[b] + distance
          && abs(y[a] - y[b]) < halfHeight[a] + halfHeight[b] + distance
      }
    }
  }

  /// What the whole placement costs; lower is better.
  var cost: Double { x.indices.reduce(0) { $0 + cost(of: $1) } }

  /// Tries `steps` moves, wide ones first, and keeps those that pay.
  mutating func improve(steps: Int, from radius: Double = 300, patience: Double = 2.5) {
    guard x.count > 1, !free.isEmpty else { return }
    for step in 0..<steps {
      let rest = 1 - Double(step) / Double(steps)
      let node = free[Int(nextRandom() % UInt64(free.count))]
      let threshold = patience * rest * rest * nextFraction()
      if step % 8 == 0, rest > 0.3 {
        trySwap(
          node, free[Int(nextRandom() % UInt64(free.count))], threshold: threshold)
      } else {
        tryMove(node, radius: 6 + radius * rest * rest, threshold: threshold)
      }
    }
  }

  private mutating func tryMove(_ node: Int, radius: Double, threshold: Double) {
    let old = (x[node], y[node])
    let limit = knownCost(of: node) + threshold
    var base = old
    if !incident[node].isEmpty, nextRandom() % 4 == 0 {
      base = neighborhood(of: node)
    }
    place(
      node, base.0 + (nextFraction() * 2 - 1) * radius * 1.3,
      base.1 + (nextFraction() * 2 - 1) * radius)
    if cost(of: node, limit: limit) > limit {
      place(node, old.0, old.1)
    } else {
      moves += 1
    }
  }

  private mutating func knownCost(of node: Int) -> Double {
    if knownAt[node] != moves {
      known[node] = cost(of: node)
      knownAt[node] = moves
    }
    return known[node]
  }

  private mutating func trySwap(_ a: Int, _ b: Int, threshold: Double) {
    guard a != b else { return }
    let (placeA, placeB) = ((x[a], y[a]), (x[b], y[b]))
    let limit = knownCost(of: a) + knownCost(of: b) + threshold
    place(a, placeB.0, placeB.1)
    place(b, placeA.0, placeA.1)
    let first = cost(of: a, limit: limit)
    if first > limit || first + cost(of: b, limit: limit - first) > limit {
      place(a, placeA.0, placeA.1)
      place(b, placeB.0, placeB.1)
    } else {
      moves += 1
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
    groups.move(node, by: newX - x[node], newY - y[node])
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
    var trace = traces[line]
    trace.startX = x[a] + dx * start
    trace.startY = y[a] + dy * start
    trace.endX = x[a] + dx * end
    trace.endY = y[a] + dy * end
    trace.middleX = (trace.startX + trace.endX) / 2
    trace.middleY = (trace.startY + trace.endY) / 2
    trace.gap = (end - start) * (dx * dx + dy * dy).squareRoot()
    let reachX = max(abs(trace.endX - trace.startX) / 2, trace.labelX)
    let reachY = max(abs(trace.endY - trace.startY) / 2, trace.labelY)
    trace.minX = trace.middleX - reachX
    trace.maxX = trace.middleX + reachX
    trace.minY = trace.middleY - reachY
    trace.maxY = trace.middleY + reachY
    traces[line] = trace
  }

  /// What a node and its lines cost where they are; some number over `limit` once that is passed.
  private func cost(of node: Int, limit: Double = .infinity) -> Double {
    let (px, py) = (x[node] / reach.x, y[node] / reach.y)
    // Gentle near the middle, steep towards the edge: nothing shall stand far off.
    let spread = px * px + py * py
    var total = 0.8 * spread + 0.7 * spread * spread + groups.cost(of: node, x[node], y[node])
    if node == middle { total += 40 * spread }
    for other in x.indices where other != node { total += crowding(node, other) }
    let own = incident[node]
    for line in traces.indices where tails[line] != node && heads[line] != node {
      total += intrusion(of: traces[line], on: node)
    }
    for line in own { total += stretch(line) }
    for (index, line) in own.enumerated() {
      if total > limit { return total }
      let trace = traces[line]
      for other in x.indices where other != tails[line] && other != heads[line] {
        total += intrusion(of: trace, on: other)
      }
      for other in traces.indices where tails[other] != node && heads[other] != node {
        total += entanglement(trace, traces[other])
      }
      for other in own.dropFirst(index + 1) {
        if areLabelsClose(trace, traces[other]) { total += 1.5 }
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
    return apart < 12 ? 6 + 2.2 * share * share : 2.2 * share * share
  }

  private func stretch(_ line: Int) -> Double {
    let gap = traces[line].gap
    let ideal = max(46, traces[line].labelX * 2 + 30)
    if gap < ideal {
      let share = (ideal - gap) / ideal
      return 3.5 * share * share
    }
    return 0.9 * pull[line] * (gap - ideal) / 200
  }

  /// A line that runs behind a box or too near it, or a label on it.
  private func intrusion(of line: Trace, on node: Int) -> Double {
    let w = halfWidth[node] + 5
    let h = halfHeight[node] + 5
    let (cx, cy) = (x[node], y[node])
    if line.minX > cx + w || line.maxX < cx - w || line.minY > cy + h || line.maxY < cy - h {
      return 0
    }
    var cost = 0.0
    if stretchMeets(
      line.startX - cx, line.startY - cy, line.endX - cx, line.endY - cy, w, h)
    {
      cost += 5
    }
    if line.labelX > 0, abs(line.middleX - cx) < line.labelX + halfWidth[node],
      abs(line.middleY - cy) < line.labelY + halfHeight[node]
    {
      cost += 2
    }
    return cost
  }

  /// Two lines that cross, or whose labels lie on each other or on the other line.
  private func entanglement(_ a: Trace, _ b: Trace) -> Double {
    if a.maxX < b.minX || b.maxX < a.minX || a.maxY < b.minY || b.maxY < a.minY { return 0 }
    var cost = 0.0
    if crosses(a, b) { cost += 2.5 }
    if areLabelsClose(a, b) { cost += 1.5 }
    if isLabel(of: a, on: b) { cost += 0.5 }
    if isLabel(of: b, on: a) { cost += 0.5 }
    return cost
  }

  private func isLabel(of a: Trace, on b: Trace) -> Bool {
    a.labelX > 0
      && stretchMeets(
        b.startX - a.middleX, b.startY - a.middleY, b.endX - a.middleX, b.endY - a.middleY,
        a.labelX, a.labelY)
  }

  private func areLabelsClose(_ a: Trace, _ b: Trace) -> Bool {
    a.labelX > 0 && b.labelX > 0 && abs(a.middleX - b.middleX) < a.labelX + b.labelX
      && abs(a.middleY - b.middleY) < a.labelY + b.labelY
  }

  private func crosses(_ a: Trace, _ b: Trace) -> Bool {
    let (dx, dy) = (a.endX - a.startX, a.endY - a.startY)
    let first = dx * (b.startY - a.startY) - dy * (b.startX - a.startX)
    let second = dx * (b.endY - a.startY) - dy * (b.endX - a.startX)
    guard first * second < 0 else { return false }
    let (ex, ey) = (b.endX - b.startX, b.endY - b.startY)
    let third = ex * (a.startY - b.startY) - ey * (a.startX - b.startX)
    let fourth = ex * (a.endY - b.startY) - ey * (a.endX - b.startX)
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

/// What clusters ask of a placement: members near each other, others away.
private struct Groups {
  private let groupOf: [Int]
  private let counts: [Double]
  /// Of a disk that holds the members with air around them.
  private let radii: [Double]
  private var sumX: [Double]
  private var sumY: [Double]

  init(of clusterOf: [Int?], boxes: [Box]) {
    let count = (clusterOf.compactMap(\.self).max() ?? -1) + 1
    var room = [Double](repeating: 0, count: count)
    var counts = room
    for (node, group) in clusterOf.enumerated() {
      guard let group else { continue }
      counts[group] += 1
      room[group] += (boxes[node].width + 50) * (boxes[node].height + 50)
    }
    groupOf = clusterOf.map { $0 ?? -1 }
    self.counts = counts
    radii = room.map { (1.3 * $0 / .pi).squareRoot() }
    sumX = room
    sumY = room
  }

  mutating func gather(_ x: [Double], _ y: [Double]) {
    for group in counts.indices { (sumX[group], sumY[group]) = (0, 0) }
    for (node, group) in groupOf.enumerated() where group >= 0 {
      sumX[group] += x[node]
      sumY[group] += y[node]
    }
  }

  mutating func move(_ node: Int, by dx: Double, _ dy: Double) {
    let group = groupOf[node]
    guard group >= 0 else { return }
    sumX[group] += dx
    sumY[group] += dy
  }

  func cost(of node: Int, _ x: Double, _ y: Double) -> Double {
    var total = 0.0
    for group in counts.indices where counts[group] > 1 {
      let dx = sumX[group] / counts[group] - x
      let dy = sumY[group] / counts[group] - y
      let share = (dx * dx + dy * dy).squareRoot() / radii[group]
      if group == groupOf[node] {
        if share > 0.8 { total += 9 * (share - 0.8) }
      } else if share < 1.15 {
        total += 12 * (1.15 - share)
      }
    }
    return total
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
