/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
struct SamplingGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

/// Breadth-first searches from both ends of a pair that meet in the middle, with numbers of paths. 32
/// bytes a node; what a search touched is cleared after it, so a draw costs what it looks at.
struct TwoEndedSearch {
  private let rows: OrderedRows
  private var ends: [End]

  /// One of the two searches.
  private struct End {
    var level: [Int32]
    var paths: [Double]
    var queue: [UInt32] = []
    var frontStart = 0
    var depth: Int32 = 0

    init(count: Int) {
      level = Array(repeating: -1, count: count)
      paths = Array(repeating: 0, count: count)
    }

    mutating func start(at node: Int) {
      queue = [UInt32(node)]
      (frontStart, depth) = (0, 0)
      level[node] = 0
      paths[node] = 1
    }

    mutating func clear() {
      for node in queue {
        level[Int(node)] = -1
        paths[Int(node)] = 0
      }
    }

    /// Number of arcs out of the last level.
    func frontArcs(_ offsets: [UInt32]) -> Int {
      queue[frontStart...].reduce(0) { $0 + Int(offsets[Int($1) + 1] - offsets[Int($1)]) }
    }

    /// Goes one level further.
    mutating func advance(_ offsets: [UInt32], _ targets: [UInt32]) {
      let front = frontStart..<queue.count
      frontStart = front.upperBound
      depth += 1
      for index in front {
        let node = Int(queue[index])
        let count = paths[node]
        for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
          let target = Int(targets[arc])
          if level[target] < 0 {
            level[target] = depth
            queue.append(UInt32(target))
          }
          if level[target] == depth { paths[target] += count }
        }
      }
    }

    /// Walks back to the start, each step as likely as the number of paths through it.
    func walkBack(
      from middle: Int, _ offsets: [UInt32], _ targets: [UInt32],
      random: inout SamplingGenerator, into met: inout [UInt32]
    ) {
      var node = middle
      while level[node] > 1 {
        var left = Double.random(in: 0..<paths[node], using: &random)
        var chosen = node
        for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
          let before = Int(targets[arc])
          guard level[before] == level[node] - 1 else { continue }
          chosen = before
          left -= paths[before]
          if left < 0 { break }
        }
        node = chosen
        met.append(UInt32(node))
      }
    }
  }

  init(_ rows: OrderedRows) {
    self.rows = rows
    ends = [End(count: rows.order.count), End(count: rows.order.count)]
  }

  /// Draws a pair of different nodes and one of its shortest paths, all alike, and adds the nodes between
  /// the ends to `met`; none when no path joins them.
  mutating func drawPath(random: inout SamplingGenerator, into met: inout [UInt32]) {
    let count = rows.order.count
    let source = Int.random(in: 0..<count, using: &random)
    var target = Int.random(in: 0..<(count - 1), using: &random)
    if target >= source { target += 1 }
    ends[0].start(at: source)
    ends[1].start(at: target)
    defer {
      ends[0].clear()
      ends[1].clear()
    }
    var meeting: [UInt32] = []
    while meeting.isEmpty {
      guard ends[0].frontStart < ends[0].queue.count, ends[1].frontStart < ends[1].queue.count
      else { return }
      let side =
        ends[0].frontArcs(rows.offsets) <= ends[1].frontArcs(rows.inOffsets) ? 0 : 1
      if side == 0 {
        ends[0].advance(rows.offsets, rows.targets)
      } else {
        ends[1].advance(rows.inOffsets, rows.inTargets)
      }
      // All nodes of this level that the other search knows lie on its last level, and every shortest
      // path runs through exactly one of them.
      meeting = ends[side].queue[ends[side].frontStart...].filter {
        ends[1 - side].level[Int($0)] >= 0
      }
    }
    let weights = meeting.map { ends[0].paths[Int($0)] * ends[1].paths[Int($0)] }
    var left = Double.random(in: 0..<weights.reduce(0, +), using: &random)
    var middle = meeting.count - 1
    for index in meeting.indices {
      left -= weights[index]
      if left < 0 {
        middle = index
        break
      }
    }
    let node = Int(meeting[middle])
    if node != source && node != target { met.append(UInt32(node)) }
    ends[0].walkBack(from: node, rows.inOffsets, rows.inTargets, random: &random, into: &met)
    ends[1].walkBack(from: node, rows.offsets, rows.targets, random: &random, into: &met)
  }
}
