/// What is near a line: the nodes, and the stretches of other lines with what each covers.
struct LabelGround {
  private struct Stretch {
    var start: Point
    var end: Point
    var low: Point
    var high: Point
  }

  private let nodes: [Box]
  private var stretches: [Stretch] = []
  /// Where the stretches of each line end.
  private var ends: [Int] = []

  /// Gathers what meets an area.
  init(of line: Int, in area: Box, chains: [Chain], nodes: [Box]) {
    self.nodes = nodes.filter { $0.overlaps(area) }
    for (other, chain) in chains.enumerated() where other != line && chain.bounds.overlaps(area) {
      let first = stretches.count
      for (a, b) in zip(chain.points, chain.points.dropFirst()) {
        let stretch = Stretch(
          start: a, end: b, low: Point(x: min(a.x, b.x), y: min(a.y, b.y)),
          high: Point(x: max(a.x, b.x), y: max(a.y, b.y)))
        if stretch.high.x > area.minX, stretch.low.x < area.maxX, stretch.high.y > area.minY,
          stretch.low.y < area.maxY
        {
          stretches.append(stretch)
        }
      }
      if stretches.count > first { ends.append(stretches.count) }
    }
  }

  /// True when a node shares ground with a box.
  func hasNode(on box: Box) -> Bool { nodes.contains { $0.overlaps(box) } }

  /// How far each line nearer than `limit` is from a box, in multiples of three points.
  func gaps(around box: Box, atMost limit: Double) -> [Double] {
    let (left, right, bottom, top) = (box.minX, box.maxX, box.minY, box.maxY)
    var gaps: [Double] = []
    var start = 0
    for end in ends {
      var gap = limit
      for index in start..<end where gap > 0 {
        let stretch = stretches[index]
        if stretch.high.x <= left - gap || stretch.low.x >= right + gap
          || stretch.high.y <= bottom - gap || stretch.low.y >= top + gap
        {
          continue
        }
        var distance = 0.0
        while distance < gap, !box.inset(by: -distance).meets(stretch.start, stretch.end) {
          distance += 3
        }
        gap = min(gap, distance)
      }
      if gap < limit { gaps.append(gap) }
      start = end
    }
    return gaps
  }
}
