extension Sketch {
  /// The most clusters of a map that are drawn as shapes: smaller ones are told by color alone.
  private static let mostShapes = 60

  /// The node a cluster is named after: the most important of its members with the same name.
  func leader(ofCluster cluster: Int) -> Int? {
    clusterMembers[cluster].filter { nodes[$0].label == clusters[cluster].label }
      .max { (importance[$0], $1) < (importance[$1], $0) }
  }

  /// The cluster named after a node.
  func cluster(ledBy node: Int) -> Int? {
    guard let cluster = clusterOf[node], nodes[node].label == clusters[cluster].label,
      leader(ofCluster: cluster) == node
    else { return nil }
    return cluster
  }

  /// The words over a cluster, larger on a larger page; nil when it has none.
  func heading(of cluster: Int, size: Int? = nil) -> TextBlock? {
    let words = Wording.wrap(clusters[cluster].label, width: 34, lines: 2)
    guard words.contains(where: { !$0.isEmpty }) else { return nil }
    let color = theme.legible(theme.color(of: clusters[cluster], at: cluster))
    let size = size ?? 10 + Int(min(Double(nodes.count).squareRoot() / 2, 10))
    return TextBlock(
      rows: words.map { [.init(text: $0, size: size, color: color, isBold: true)] })
  }

  /// The soft shapes of all clusters round nodes in their places.
  func clusterShapes(around boxes: [Box]) -> [SoftShape?] {
    let bySize = clusters.indices.sorted { a, b in
      (clusterMembers[b].count, a) < (clusterMembers[a].count, b)
    }
    // On a map with all names a node stands on its name, too.
    let grounds = boxes.indices.map { node -> Box in
      guard isMap, !nameSizes.isEmpty else { return boxes[node] }
      let name = nameSizes[node]
      return Box(
        minX: boxes[node].center.x - max(boxes[node].width, name.width) / 2,
        minY: boxes[node].minY - name.height,
        maxX: boxes[node].center.x + max(boxes[node].width, name.width) / 2,
        maxY: boxes[node].maxY)
    }
    let chosen = Set(isMap ? bySize.prefix(Sketch.mostShapes) : bySize[...])
    return clusters.indices.map { cluster in
      guard chosen.contains(cluster), !clusterMembers[cluster].isEmpty else { return nil }
      let members = clusterMembers[cluster].map { grounds[$0] }
      let foreign = grounds.indices.filter { clusterOf[$0] != cluster }.map { grounds[$0] }
      let shape =
        isMap && nameSizes.isEmpty
        ? SoftShape(
          around: members, avoiding: foreign, margin: 8, closing: 22, clearance: 1,
          keepsStrays: false)
        : SoftShape(
          around: members, avoiding: foreign, margin: isMap ? 7 : 14, closing: 44,
          clearance: isMap ? 3 : 7, keepsStrays: true)
      return shape.box == nil ? nil : shape
    }
  }
}

/// Finds places for the headings of clusters: at the upper rim of the shape, off nodes and each other.
struct HeadingPlacement {
  private let nodes: [Box]
  private let chains: [[Point]]
  private let shapes: [SoftShape?]
  private var taken: [Box] = []

  init(nodes: [Box], curves: [Curve?], shapes: [SoftShape?]) {
    self.nodes = nodes
    chains = curves.map { $0?.flattened(stepsPerPiece: 4) ?? [] }
    self.shapes = shapes
  }

  /// The place of a heading of a size; nil when nodes leave no room near the shape.
  mutating func place(_ cluster: Int, size: Box) -> Box? {
    guard size.width > 0, let shape = shapes[cluster], let whole = shape.box else { return nil }
    let area = whole.inset(by: -size.height - 6)
    let near = nodes.filter { $0.overlaps(area.inset(by: -max(size.width, size.height))) }
    let rim = shape.outlines.map { $0.flattened(stepsPerPiece: 3) }
    let others = shapes.enumerated().compactMap { $0.offset == cluster ? nil : $0.element }
      .filter { $0.box?.overlaps(area.inset(by: -20)) == true }
      .flatMap { $0.outlines.map { $0.flattened(stepsPerPiece: 3) } }
    var best: (box: Box, cost: Double)?
    var y = area.maxY - size.height / 2
    while y > area.minY {
      var x = area.minX + size.width / 2
      repeat {
        let box = Box(center: Point(x: x, y: y), width: size.width, height: size.height)
        x += 10
        let grown = box.inset(by: -3)
        guard !near.contains(where: { $0.overlaps(grown) }),
          !taken.contains(where: { $0.overlaps(grown) })
        else { continue }
        var cost = distance(from: box, to: rim) + 0.12 * (whole.maxY - box.maxY)
        cost += 0.05 * abs(box.center.x - whole.center.x)
        if best.map({ cost >= $0.cost }) == true { continue }
        cost += 30 * Double(others.count { HeadingPlacement.touches($0, grown) })
        cost +=
          14
          * Double(
            chains.count { chain in
              zip(chain, chain.dropFirst()).contains { box.meets($0, $1) }
            })
        if best.map({ cost < $0.cost }) ?? true { best = (box, cost) }
      } while x < area.maxX - size.width / 2
      y -= 6
    }
    if let box = best?.box { taken.append(box) }
    return best?.box
  }

  /// True when a box is in a shape or at its rim.
  private static func touches(_ rim: [Point], _ box: Box) -> Bool {
    isInside(box.center, rim) || rim.contains(where: box.contains)
      || [box.minX, box.maxX].contains { isInside(Point(x: $0, y: box.center.y), rim) }
  }

  /// From a box inside or near a shape to the shape's rim.
  private func distance(from box: Box, to rim: [[Point]]) -> Double {
    var least = Double.infinity
    for loop in rim {
      for point in loop {
        let dx = max(0, abs(point.x - box.center.x) - box.width / 2)
        let dy = max(0, abs(point.y - box.center.y) - box.height / 2)
        least = min(least, dx * dx + dy * dy)
      }
    }
    let isWithin = rim.contains { isInside(box.center, $0) }
    return least.squareRoot() * (isWithin ? 0.7 : 1.6)
  }
}
