/// Where an engine put everything.
struct Arrangement: Sendable {
  /// By node.
  var boxes: [Box]
  /// By line; nil where the engine draws none.
  var curves: [Curve?]
  /// By cluster; nil where it is empty.
  var clusters: [SoftShape?]
  /// By cluster: where its heading stands; nil where there is none or no room.
  var headings: [Box?]

  init(boxes: [Box], curves: [Curve?], clusters: [SoftShape?] = [], headings: [Box?] = []) {
    self.boxes = boxes
    self.curves = curves
    self.clusters = clusters
    self.headings = headings
  }
}

extension Graphviz {
  /// Places a sketch with an engine. Use only inside `Graphviz.run`.
  static func arrange(_ sketch: Sketch, layout: Layout) -> Arrangement? {
    let count = sketch.nodes.count
    guard count > 0 else {
      return Arrangement(
        boxes: [], curves: [], clusters: sketch.clusters.map { _ in nil },
        headings: sketch.clusters.map { _ in nil })
    }
    if sketch.nodes.allSatisfy({ $0.position != nil }) {
      return connect(sketch, centers: sketch.nodes.compactMap(\.position))
    }
    let ranked: [Layout] = [.dot, .osage, .patchwork]
    if !ranked.contains(layout), sketch.nodes.contains(where: { $0.position != nil }) {
      return fitIn(sketch)
    }
    if sketch.isMap { return PointMap.arrange(sketch, engine: layout) }
    switch layout {
    case .automatic, .neato: return arrangeByDistance(sketch)
    case .dot: return arrangeInLevels(sketch)
    case .patchwork: return place(sketch, engine: "patchwork", graph: [])
    case .osage:
      return place(
        sketch, engine: "osage", graph: [.init("splines", mayRoute(sketch) ? "true" : "line")])
    case .twopi, .circo, .fdp, .sfdp: return arrangeThenSpread(sketch, engine: layout.rawValue)
    }
  }

  /// The engine places points; boxes are moved apart, and lines drawn, afterwards.
  private static func arrangeThenSpread(_ sketch: Sketch, engine: String) -> Arrangement? {
    let isLarge = sketch.nodes.count > 5_000
    let attributes: [GraphvizAttribute] = [
      .init("overlap", "true"), .init("splines", "false"), .init("start", "1"),
      .init("ranksep", "1.6"), .init("quadtree", isLarge ? "fast" : "normal"),
    ]
    guard let first = place(sketch, engine: engine, graph: attributes, withHubs: true) else {
      return nil
    }
    let centers =
      isLarge
      ? first.boxes.map(\.center)
      : Spreading.spread(first.boxes, ends: sketch.ends, margin: 12, scaling: true)
    return connect(sketch, centers: centers)
  }

  /// Distances by path length, from several starting points; the best is refined and its lines
  /// routed round the boxes.
  private static func arrangeByDistance(_ sketch: Sketch) -> Arrangement? {
    let pieces = sketch.nodes.count > mostTogether ? PointMap.components(of: sketch) : []
    guard pieces.count > 1 else {
      return centersByDistance(sketch).flatMap { connect(sketch, centers: $0) }
    }
    var centers = sketch.boxes.map(\.center)
    var grounds: [[Box]] = []
    for nodes in pieces {
      let part = sketch.part(nodes)
      guard let own = centersByDistance(part) else { return nil }
      for (node, center) in zip(nodes, own) { centers[node] = center }
      grounds.append(ground(of: part, centers: own))
    }
    for (nodes, shift) in zip(pieces, Packing.shifts(of: grounds)) {
      for node in nodes { centers[node] = centers[node] + shift }
    }
    return connect(sketch, centers: centers)
  }

  /// More nodes than this are laid out piece by piece, if the graph falls into pieces.
  private static let mostTogether = 150

  /// What nodes and lines cover with air around them.
  private static func ground(of sketch: Sketch, centers: [Point]) -> [Box] {
    var ground = zip(sketch.boxes, centers).map {
      Box(center: $1, width: $0.width + 44, height: $0.height + 44)
    }
    for (from, to) in sketch.ends {
      let course = centers[to] - centers[from]
      let count = max(1, Int(course.length / 20))
      for step in 0...count {
        let place = centers[from] + course * (Double(step) / Double(count))
        ground.append(Box(center: place, width: 16, height: 16))
      }
    }
    return ground
  }

  private static func centersByDistance(_ sketch: Sketch) -> [Point]? {
    let count = sketch.nodes.count
    if count <= 2 { return sideBySide(sketch) }
    let focused = sketch.nodes.indices.filter { sketch.nodes[$0].emphasis == .focus }
    let effort = RefinementEffort(nodes: count, lines: sketch.lines.count)
    let pull = sketch.lines.map { $0.emphasis == .faint ? 0.4 : 0.8 + 0.2 * $0.strokeWidth }
    var best: Refinement?
    for seed in 1...effort.seeds {
      guard let start = startingPoints(sketch, seed: seed) else { return nil }
      var candidate = Refinement(
        boxes: zip(sketch.boxes, start).map {
          Box(center: $1, width: $0.width, height: $0.height)
        }, ends: sketch.ends, labels: sketch.labels, pull: pull, groups: sketch.clusterOf,
        middle: focused.count == 1 ? focused[0] : nil, seed: UInt64(seed))
      candidate.improve(steps: effort.screening)
      if let current = best, current.cost <= candidate.cost { continue }
      best = candidate
    }
    guard var refined = best else { return nil }
    refined.improve(steps: effort.polishing, from: 300)
    var centers = refined.centers
    if refined.hasBoxes(nearerThan: 7) {
      let boxes = zip(sketch.boxes, centers).map {
        Box(center: $1, width: $0.width, height: $0.height)
      }
      centers = Spreading.spread(boxes, ends: sketch.ends, margin: 8, scaling: false)
    }
    return centers
  }

  private static func sideBySide(_ sketch: Sketch) -> [Point] {
    let gap = 40 + max(20, sketch.labels.map(\.width).max() ?? 0)
    let distance = sketch.boxes.map { $0.width / 2 }.reduce(gap, +)
    return sketch.nodes.indices.map { Point(x: Double($0) * distance, y: 0) }
  }

  private static func startingPoints(_ sketch: Sketch, seed: Int) -> [Point]? {
    let attributes: [GraphvizAttribute] = [
      .init("mode", "major"), .init("model", "shortpath"), .init("maxiter", "200"),
      .init("epsilon", "0.001"), .init("overlap", "true"), .init("splines", "false"),
      .init("start", String(seed)),
    ]
    return place(sketch, engine: "neato", graph: attributes, withHubs: true)?.boxes.map(\.center)
  }

  /// Levels, from several orders of telling where that takes little time: the drawing with the fewest
  /// crossings counts, and the first of equals. Clusters cost dot more than all else.
  private static func arrangeInLevels(_ sketch: Sketch) -> Arrangement? {
    let size = sketch.clusters.isEmpty ? sketch.nodes.count + sketch.lines.count : 1_000
    let orders: [TellingOrder] =
      size <= 60 ? [.breadth, .depth, .ids] : size <= 190 ? [.breadth, .depth] : [.breadth]
    var best: (arrangement: Arrangement, crossings: Int)?
    for order in orders {
      let made = place(
        sketch, engine: "dot",
        graph: [
          .init("rankdir", sketch.flow == .right ? "LR" : "TB"), .init("newrank", "true"),
          .init("ranksep", sketch.flow == .right ? "0.55" : "1"),
          .init("nodesep", sketch.flow == .right ? "0.3" : "0.22"),
          .init("splines", "spline"), .init("mclimit", "2"),
        ], withLabels: true, told: order)
      guard let made else { return nil }
      let crossings = made.crossings
      if best.map({ crossings < $0.crossings }) ?? true { best = (made, crossings) }
      if crossings == 0 { break }
    }
    return best?.arrangement
  }

  /// Runs an engine over the sketch as fixed boxes.
  static func place(
    _ sketch: Sketch, engine: String, graph attributes: [GraphvizAttribute],
    centers: [Point]? = nil, withLabels: Bool = false, withHubs: Bool = false,
    told tellingOrder: TellingOrder = .ids
  ) -> Arrangement? {
    let nodeDefaults: [GraphvizAttribute] = [
      .init("label", ""), .init("fixedsize", "true"), .init("shape", "box"), .init("style", ""),
      .init("width", "1"), .init("height", "0.5"), .init("peripheries", "1"), .init("pos", ""),
      .init("area", "1"),
    ]
    let edgeDefaults: [GraphvizAttribute] = [
      .init("dir", "forward"), .init("penwidth", "1"), .init("arrowsize", "0.6"),
      .init("label", ""), .init("len", "1.6"), .init("weight", "1"),
      .init("fontname", sketch.theme.font),
    ]
    guard
      var graph = GraphvizGraph(graph: attributes, node: nodeDefaults, edge: edgeDefaults)
    else { return nil }
    let order = sketch.told(tellingOrder)
    let made = order.nodes.compactMap { index -> (Int, GraphvizGraph.Node)? in
      let box = sketch.boxes[index]
      let shape = sketch.theme.style(ofKind: sketch.nodes[index].kind).shape
      // A map of rectangles has no room between them: its shapes go inside, borders and all.
      let isTile = engine == "patchwork"
      // One border as large as the outer of two: lines end there.
      var own = isTile ? [.init("fixedsize", "false")] : shape.attributes.filter { $0.value != "2" }
      own += [
        .init("width", isTile ? "0.01" : inches(box.width)),
        .init("height", isTile ? "0.01" : inches(box.height)),
        .init(
          "area", inches(box.width * box.height / 72 * (1.6 + 2 * sketch.nodes[index].importance))),
      ]
      if let centers { own.append(.init("pos", position(centers[index]))) }
      return graph.addNode("n\(index)", own).map { (index, $0) }
    }
    guard made.count == sketch.nodes.count else { return nil }
    let nodes = made.sorted { $0.0 < $1.0 }.map(\.1)
    let degree = sketch.degrees
    if withHubs { addHubs(for: sketch, nodes: nodes, to: graph) }
    let edges = order.lines.compactMap { index -> (Int, GraphvizGraph.Edge)? in
      let (from, to) = sketch.ends[index]
      var own = sketch.lines[index].attributes
      if withLabels, let form = sketch.labelForms[index].first {
        own.append(.init("label", markup: blank(form.size)))
      }
      if withLabels, sketch.lines[index].emphasis == .strong { own.append(.init("weight", "8")) }
      let busiest = max(degree[from], degree[to])
      let isLeaf = min(degree[from], degree[to]) == 1
      own.append(.init("len", isLeaf ? "1.25" : busiest >= 10 ? "2" : "1.6"))
      return graph.addEdge("l\(index)", from: nodes[from], to: nodes[to], own).map { (index, $0) }
    }.sorted { $0.0 < $1.0 }.map(\.1)
    let drawsClusters = ["dot", "osage", "patchwork"].contains(engine)
    let parts = sketch.clusters.indices.map { index -> GraphvizGraph.Part? in
      guard drawsClusters || engine == "fdp" else { return nil }
      var own: [GraphvizAttribute] = []
      if drawsClusters, engine != "patchwork", let heading = sketch.heading(of: index) {
        own = [
          .init("label", markup: heading.markup), .init("labeljust", "l"), .init("margin", "12"),
        ]
      }
      return graph.addPart(
        "cluster\(index)", nodes: sketch.clusterMembers[index].map { nodes[$0] }, own)
    }
    for (index, rank) in sketch.ranks.enumerated() where engine == "dot" {
      _ = graph.addPart("rank\(index)", nodes: rank.map { nodes[$0] }, [.init("rank", "same")])
    }
    guard graph.layOut(engine) else { return nil }
    var arrangement = Arrangement(
      boxes: nodes.map { graph.box(of: $0, isTile: engine == "patchwork") },
      curves: edges.map { graph.curve(of: $0) })
    if drawsClusters {
      arrangement.clusters = sketch.clusters.indices.map { index in
        guard let part = parts[index], !sketch.clusterMembers[index].isEmpty else { return nil }
        return SoftShape(box: graph.box(of: part), radius: engine == "patchwork" ? 3 : 16)
      }
      arrangement.headings = parts.map { $0.flatMap { graph.headingBox(of: $0) } }
    }
    return arrangement
  }

  /// A label of a size without words, which are set later.
  private static func blank(_ size: Box) -> String {
    let (width, height) = (Int(max(1, size.width - 2)), Int(max(1, size.height)))
    return "<TABLE FIXEDSIZE=\"TRUE\" WIDTH=\"\(width)\" HEIGHT=\"\(height)\" BORDER=\"0\""
      + " CELLBORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"0\"><TR><TD></TD></TR></TABLE>"
  }

  /// A node without words in each cluster, tied to all its members, keeps them together.
  private static func addHubs(
    for sketch: Sketch, nodes: [GraphvizGraph.Node], to graph: borrowing GraphvizGraph
  ) {
    for (index, members) in sketch.clusterMembers.enumerated() where members.count > 1 {
      let name = "h\(index)"
      guard let hub = graph.addNode(name, [.init("width", "0.1"), .init("height", "0.1")]) else {
        return
      }
      for member in members {
        _ = graph.addEdge("\(name)-\(member)", from: hub, to: nodes[member], [.init("len", "0.9")])
      }
    }
  }

  /// With four decimals: a hundredth of a point.
  static func inches(_ points: Double) -> String {
    let bounded = points.isFinite ? min(max(points, 0), 1e7) : 0
    let text = String(Int((bounded / 72 * 10_000).rounded()))
    let padded = String(repeating: "0", count: max(0, 5 - text.count)) + text
    return padded.dropLast(4) + "." + padded.suffix(4)
  }
  static func position(_ point: Point) -> String { number(point.x) + "," + number(point.y) }
}

/// How much work goes into a placement: set by the size of the graph, never by the clock.
struct RefinementEffort {
  /// Starting points that are tried.
  let seeds: Int
  /// Steps of refinement for each of them.
  let screening: Int
  /// Steps for the best.
  let polishing: Int

  /// A step costs about in proportion to nodes and lines together, and more where lines are dense.
  init(nodes: Int, lines: Int) {
    let degree = 2 * Double(lines) / Double(max(nodes, 1))
    let stepCost = (degree + 1) * Double(nodes + lines + 8)
    let budget = 3.2e7
    let affordable = Int(budget / stepCost)
    polishing = min(1_100 * nodes, affordable)
    screening = min(180 * nodes, affordable / 8)
    seeds = nodes <= 3 ? 1 : nodes <= 80 ? 4 : nodes <= 200 ? 2 : 1
  }
}
