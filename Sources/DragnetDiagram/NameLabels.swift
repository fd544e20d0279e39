/// The names on a map of points: all of them where there is room for all, else the most important ones,
/// each cluster's first, none on another. A cluster named after one of its points has no heading of its
/// own: the name of that point is set as one.
struct NameLabels {
  /// Maps up to this size name every point, and make room for the names.
  static let mostNamedInFull = 300

  /// The names in their places.
  private(set) var furniture: [Furniture] = []

  /// Names that are written at most, and those that are tried.
  private static let limits = (written: 60, tried: 200)

  private let sketch: Sketch
  private let boxes: [Box]
  private let importance: [Double]
  private var taken: [Box]
  private var cells: [Int: [Int]] = [:]
  private let side = 32.0
  /// Type size of the least important name.
  private let base: Double

  /// Use only inside `Graphviz.run`.
  ///
  /// - Complexity: O(*n*) and what some hundred names touch.
  init(_ sketch: Sketch, boxes: [Box]) {
    self.sketch = sketch
    self.boxes = boxes
    importance = sketch.importance
    taken = []
    let width = (boxes.map(\.maxX).max() ?? 0) - (boxes.map(\.minX).min() ?? 0)
    // Many points are small, and names must not outweigh them.
    let share = min(Double(boxes.count) / 20_000, 1)
    base = sketch.nameSizes.isEmpty ? max(width / (90 + 60 * share), 8) : 9
    for (node, box) in boxes.enumerated() {
      cells[cell(box.center.x, box.center.y), default: []].append(node)
    }
    guard sketch.nameSizes.isEmpty else {
      placeAll()
      placeHeadings()
      return
    }
    placeHeadings()
    let headings = furniture.count
    let order = NameLabels.order(sketch).prefix(NameLabels.limits.tried)
    let texts = order.map { NameLabels.text(of: $0, in: sketch, base: base) }
    let sizes = Graphviz.measure(texts, font: sketch.theme.font)
    for ((node, text), size) in zip(zip(order, texts), sizes) where !text.isEmpty {
      guard furniture.count < headings + NameLabels.limits.written else { break }
      if let box = place(node, size) {
        taken.append(box)
        furniture.append(.name(text, box, node: node, cluster: sketch.cluster(ledBy: node)))
      }
    }
  }

  /// The name of a point; bold where it matters, in the color of its cluster where it leads one.
  static func text(of node: Int, in sketch: Sketch, base: Double) -> TextBlock {
    let importance = sketch.importance[node]
    let cluster = sketch.cluster(ledBy: node)
    let size = Int((base * (1 + 0.8 * importance) * (cluster == nil ? 1 : 1.2)).rounded())
    let color = cluster.map {
      sketch.theme.legible(sketch.theme.color(of: sketch.clusters[$0], at: $0))
    }
    let rows = Wording.wrap(sketch.nodes[node].label, width: 28, lines: 2)
    return TextBlock(
      rows: rows.map {
        [
          .init(
            text: $0, size: size, color: color ?? sketch.theme.ink,
            isBold: cluster != nil || importance > 0.35)
        ]
      })
  }

  /// The places of the points once those without a name have made room for the names. A name for which
  /// there is no room in the crowd is given up, and the points go back to where they were; headings and
  /// names that stand for a cluster stay all the same.
  mutating func cleared() -> [Point] {
    while true {
      var named: Set<Int> = []
      for case .name(_, _, let node, _) in furniture { named.insert(node) }
      var disks = DiskSpreading(
        centers: boxes.map(\.center), radii: boxes.map { $0.width / 2 }, gap: 1,
        isFixed: boxes.indices.map(named.contains), walls: furniture.map(\.box))
      disks.spread(rounds: 250)
      let places = zip(boxes, disks.centers).map {
        Box(center: $1, width: $0.width, height: $0.height).inset(by: 0.5)
      }
      // Names stay off each other, so that few can touch one point.
      let crowded = furniture.indices.filter { index in
        guard case .name(_, _, _, cluster: nil) = furniture[index] else { return false }
        let name = furniture[index].box.inset(by: 0.5)
        return places.contains { $0.overlaps(name) }
      }
      if crowded.isEmpty { return disks.centers }
      for index in crowded.reversed() { furniture.remove(at: index) }
    }
  }

  /// Every name below its point, where room was left for it.
  private mutating func placeAll() {
    for (node, box) in boxes.enumerated() {
      let text = NameLabels.text(of: node, in: sketch, base: base)
      guard !text.isEmpty else { continue }
      let size = sketch.nameSizes[node]
      let center = Point(x: box.center.x, y: box.minY - size.height / 2)
      let place = Box(center: center, width: size.width, height: size.height)
      taken.append(place)
      furniture.append(.name(text, place, node: node, cluster: sketch.cluster(ledBy: node)))
    }
  }

  /// The headings of the largest clusters that are not named after a point, each over its cluster where
  /// it hides least.
  private mutating func placeHeadings() {
    let least = max(5, sketch.nodes.count / 80)
    let chosen = sketch.clusters.indices.filter {
      sketch.clusterMembers[$0].count >= least && sketch.leader(ofCluster: $0) == nil
    }.sorted { (sketch.clusterMembers[$1].count, $0) < (sketch.clusterMembers[$0].count, $1) }
      .prefix(24)
    let texts = chosen.map { sketch.heading(of: $0, size: Int(1.4 * base)) ?? TextBlock(rows: []) }
    let sizes = Graphviz.measure(texts, font: sketch.theme.font)
    for ((cluster, text), size) in zip(zip(chosen, texts), sizes) where !text.isEmpty {
      let area = middle(of: sketch.clusterMembers[cluster])
      let members = sketch.clusterMembers[cluster]
      let sum = members.reduce(Point(x: 0, y: 0)) { $0 + boxes[$1].center }
      let middle = sum * (1 / Double(members.count))
      var best: (box: Box, cost: Double)?
      for row in 0...12 {
        for column in 0...12 {
          let center = Point(
            x: area.minX + area.width * (0.08 + 0.07 * Double(column)),
            y: area.minY + area.height * (0.08 + 0.07 * Double(row)))
          let box = Box(center: center, width: size.width, height: size.height)
          guard !taken.contains(where: { $0.gap(to: box) < 6 }),
            let hidden = hidden(by: box, importance: 0.6)
          else { continue }
          // Towards the rim there is room, towards the middle the eye finds it.
          let cost = hidden + 0.8 * (center - middle).length
          if best.map({ cost < $0.cost }) ?? true { best = (box, cost) }
        }
      }
      guard let box = best?.box else { continue }
      taken.append(box)
      furniture.append(.heading(text, box, cluster: cluster))
    }
  }

  /// What covers all but the outermost members of a cluster.
  private func middle(of members: [Int]) -> Box {
    let (x, y) = (
      members.map { boxes[$0].center.x }.sorted(), members.map { boxes[$0].center.y }.sorted()
    )
    let few = members.count / 12
    return Box(
      minX: x[few], minY: y[few], maxX: x[x.count - 1 - few], maxY: y[y.count - 1 - few])
  }

  /// The most important node of every cluster, then all by importance.
  private static func order(_ sketch: Sketch) -> [Int] {
    let leaders = Set(
      sketch.clusterMembers.filter { $0.count > 2 }.compactMap { members in
        members.max { (sketch.importance[$0], $1) < (sketch.importance[$1], $0) }
      })
    return sketch.nodes.indices.sorted { a, b in
      let first = sketch.importance[a] + (leaders.contains(a) ? 0.5 : 0)
      let second = sketch.importance[b] + (leaders.contains(b) ? 0.5 : 0)
      return (second, a) < (first, b)
    }
  }

  /// Beside, above or below the point, where it hides least; nil when every place is taken or would
  /// hide something more important.
  private func place(_ node: Int, _ size: Box) -> Box? {
    let own = boxes[node]
    let (dx, dy) = (own.width / 2 + size.width / 2 + 1, own.height / 2 + size.height / 2)
    let shifts = [
      (dx, 0.0), (-dx, 0), (0, dy), (0, -dy), (dx * 0.8, dy * 0.8), (-dx * 0.8, dy * 0.8),
      (dx * 0.8, -dy * 0.8), (-dx * 0.8, -dy * 0.8),
    ]
    var best: (box: Box, cost: Double)?
    for (index, shift) in shifts.enumerated() {
      let center = Point(x: own.center.x + shift.0, y: own.center.y + shift.1)
      let box = Box(center: center, width: size.width, height: size.height)
      guard !taken.contains(where: { $0.gap(to: box) < 2 }) else { continue }
      guard let hidden = hidden(by: box, of: node, importance: importance[node]) else { continue }
      let cost = hidden + 2 * Double(index)
      if best.map({ cost < $0.cost }) ?? true { best = (box, cost) }
    }
    return best?.box
  }

  /// The area of points that a name would hide; nil where one of them matters more.
  private func hidden(by box: Box, of node: Int? = nil, importance own: Double) -> Double? {
    var area = 0.0
    let reach = 20.0
    for row in Int((box.minY - reach) / side) - 1...Int((box.maxY + reach) / side) + 1 {
      for column in Int((box.minX - reach) / side) - 1...Int((box.maxX + reach) / side) + 1 {
        for other in cells[row << 32 ^ (column & 0xFFFF_FFFF)] ?? [] where other != node {
          guard boxes[other].overlaps(box) else { continue }
          if importance[other] > 0.35, importance[other] >= own * 0.8 { return nil }
          area += boxes[other].width * boxes[other].height
        }
      }
    }
    return area
  }

  private func cell(_ x: Double, _ y: Double) -> Int {
    Int((y / side).rounded(.down)) << 32 ^ (Int((x / side).rounded(.down)) & 0xFFFF_FFFF)
  }
}
