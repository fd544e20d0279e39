/// The names on a map of points: the most important ones, each cluster's first, none on another.
struct NameLabels {
  /// The names in their places.
  private(set) var furniture: [Furniture] = []

  /// Names that are written at most, and those that are tried.
  private static let limits = (written: 70, tried: 220)

  private let boxes: [Box]
  private let importance: [Double]
  private var taken: [Box]
  private var cells: [Int: [Int]] = [:]
  private let side = 32.0

  /// Use only inside `Graphviz.run`.
  ///
  /// - Complexity: O(*n*) and what some hundred names touch.
  init(_ sketch: Sketch, boxes: [Box], shapes: [SoftShape?]) {
    self.boxes = boxes
    importance = sketch.importance
    taken = []
    for (node, box) in boxes.enumerated() {
      cells[cell(box.center.x, box.center.y), default: []].append(node)
    }
    placeHeadings(sketch, shapes)
    let headings = furniture.count
    let order = NameLabels.order(sketch).prefix(NameLabels.limits.tried)
    let width = (boxes.map(\.maxX).max() ?? 0) - (boxes.map(\.minX).min() ?? 0)
    let base = min(max(width / 95, 8), 12)
    let texts = order.map { node -> TextBlock in
      let size = Int((base * (1 + 0.8 * importance[node])).rounded())
      let rows = Wording.wrap(sketch.nodes[node].label, width: 28, lines: 2)
      return TextBlock(
        rows: rows.map {
          [.init(text: $0, size: size, color: sketch.theme.ink, isBold: importance[node] > 0.35)]
        })
    }
    let sizes = Graphviz.measure(texts, font: sketch.theme.font)
    for ((node, text), size) in zip(zip(order, texts), sizes) where !text.isEmpty {
      guard furniture.count < headings + NameLabels.limits.written else { break }
      if let box = place(node, size) {
        taken.append(box)
        furniture.append(.name(text, box, node: node))
      }
    }
  }

  /// The headings of the largest clusters, each over its cluster where it hides least.
  private mutating func placeHeadings(_ sketch: Sketch, _ shapes: [SoftShape?]) {
    let least = max(5, sketch.nodes.count / 80)
    let chosen = sketch.clusters.indices.filter {
      sketch.clusterMembers[$0].count >= least && shapes[$0] != nil
    }.sorted { (sketch.clusterMembers[$1].count, $0) < (sketch.clusterMembers[$0].count, $1) }
      .prefix(24)
    let texts = chosen.map { sketch.heading(of: $0) ?? TextBlock(rows: []) }
    let sizes = Graphviz.measure(texts, font: sketch.theme.font)
    for ((cluster, text), size) in zip(zip(chosen, texts), sizes) where !text.isEmpty {
      guard let area = shapes[cluster]?.box else { continue }
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
