import Foundation

/// Places thousands of nodes as points: pieces one by one, without overlaps, the small ones below.
enum PointMap {
  /// Lines beyond this are not drawn one by one but in strokes of one color.
  static let mostLivingLines = 10_000

  /// Of a point, in points. The page stays about the same size, so more nodes are smaller ones.
  static func radius(ofImportance importance: Double, among count: Int) -> Double {
    let ratio = 2_000 / Double(max(count, 1))
    let least = min(max(2.4 * pow(ratio, 0.3), 0.9), 4)
    let most = min(max(14 * pow(ratio, 0.12), 8), 16)
    return least + (most - least) * importance
  }

  /// Runs an engine over every piece of the graph and packs the pieces. Use only inside
  /// `Graphviz.run`.
  static func arrange(_ sketch: Sketch, engine layout: Layout) -> Arrangement? {
    let radii = sketch.boxes.map { $0.width / 2 }
    var centers = [Point](repeating: Point(x: 0, y: 0), count: radii.count)
    var pieces: [(nodes: [Int], box: Box)] = []
    for nodes in components(of: sketch) {
      guard var places = place(nodes, of: sketch, engine: layout) else { return nil }
      let own = nodes.map { radii[$0] }
      fit(&places, radii: own)
      var disks = DiskSpreading(centers: places, radii: own, gap: 1)
      disks.spread(rounds: 80)
      var box = Box(center: disks.centers[0], width: 0, height: 0)
      for (index, node) in nodes.enumerated() {
        centers[node] = disks.centers[index]
        let width = 2 * own[index] + 4
        box = box.union(Box(center: disks.centers[index], width: width, height: width))
      }
      pieces.append((nodes, box))
    }
    for (piece, shift) in zip(pieces, shelves(pieces.map(\.box))) {
      for node in piece.nodes { centers[node] = centers[node] + shift }
    }
    return connect(sketch, centers: centers)
  }

  /// Straight lines between points in their places.
  static func connect(_ sketch: Sketch, centers: [Point]) -> Arrangement {
    let isDrawn = drawnLines(of: sketch)
    return Arrangement(
      boxes: zip(sketch.boxes, centers).map {
        Box(center: $1, width: $0.width, height: $0.height)
      },
      curves: sketch.ends.indices.map { line in
        let (from, to) = sketch.ends[line]
        return isDrawn[line] && from != to ? Curve(from: centers[from], to: centers[to]) : nil
      })
  }

  /// The lines that are drawn: all, or where there are too many for the eye, for each node the one
  /// that matters most to it and then those that matter most of all.
  static func drawnLines(of sketch: Sketch) -> [Bool] {
    let limit = max(12_000, sketch.nodes.count * 6 / 5)
    guard sketch.lines.count > limit else { return sketch.lines.map { _ in true } }
    let rank = sketch.ends.indices.map { line in
      let (from, to) = sketch.ends[line]
      return sketch.lines[line].strokeWidth + sketch.importance[from] + sketch.importance[to]
    }
    let order = rank.indices.sorted { (rank[$1], $0) < (rank[$0], $1) }
    var isDrawn = sketch.lines.map { _ in false }
    var isTied = sketch.nodes.map { _ in false }
    var room = limit
    for line in order {
      let (from, to) = sketch.ends[line]
      guard !isTied[from] || !isTied[to] else { continue }
      isTied[from] = true
      isTied[to] = true
      isDrawn[line] = true
      room -= 1
    }
    for line in order where !isDrawn[line] && room > 0 {
      isDrawn[line] = true
      room -= 1
    }
    return isDrawn
  }

  /// How a line of a map is drawn: in the color of the cluster it stays in, else pale.
  static func stroke(ofLine line: Int, in sketch: Sketch) -> (
    color: String, alpha: Int, width: Double
  ) {
    let (from, to) = sketch.ends[line]
    let crowd = sketch.lines.count > mostLivingLines
    let width = (crowd ? 0.25 : 0.4) + 0.1 * min(sketch.lines[line].strokeWidth, 4)
    if sketch.lines[line].emphasis == .faint { return (sketch.theme.faint, 90, width) }
    guard !sketch.clusters.isEmpty else {
      return (sketch.theme.color(ofFamily: sketch.lines[line].family), crowd ? 60 : 95, width)
    }
    if let cluster = sketch.clusterOf[from], cluster == sketch.clusterOf[to] {
      return (sketch.color(ofPoint: from), crowd ? 70 : 105, width)
    }
    return (sketch.theme.secondary, crowd ? 36 : 56, width)
  }

  /// The pieces of the graph, largest first.
  private static func components(of sketch: Sketch) -> [[Int]] {
    var parent = Array(sketch.nodes.indices)
    func root(_ node: Int) -> Int {
      var node = node
      while parent[node] != node {
        parent[node] = parent[parent[node]]
        node = parent[node]
      }
      return node
    }
    for (from, to) in sketch.ends {
      let (a, b) = (root(from), root(to))
      if a != b { parent[max(a, b)] = min(a, b) }
    }
    var pieces: [Int: [Int]] = [:]
    for node in sketch.nodes.indices { pieces[root(node), default: []].append(node) }
    return pieces.values.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }

  /// Centers of a piece's nodes from an engine; up to three nodes are put side by side.
  private static func place(
    _ nodes: [Int], of sketch: Sketch, engine layout: Layout
  ) -> [Point]? {
    guard nodes.count > 3 else { return nodes.indices.map { Point(x: Double($0) * 9, y: 0) } }
    var places: [Int: Int] = [:]
    for (place, node) in nodes.enumerated() { places[node] = place }
    let engine = layout == .automatic ? "sfdp" : layout.rawValue
    let isLarge = nodes.count > 5_000
    let attributes: [GraphvizAttribute] = [
      .init("overlap", "true"), .init("splines", "false"), .init("start", "1"), .init("K", "0.4"),
      .init("quadtree", isLarge ? "fast" : "normal"), .init("ranksep", "1"),
      .init("maxiter", "200"),
      // Any force but the default costs three times as much.
      .init("repulsiveforce", isLarge ? "1" : "1.8"),
    ]
    let nodeDefaults: [GraphvizAttribute] = [
      .init("label", ""), .init("shape", "point"), .init("width", "0.05"), .init("height", "0.05"),
    ]
    guard
      var graph = GraphvizGraph(graph: attributes, node: nodeDefaults, edge: [.init("dir", "none")])
    else { return nil }
    let made = nodes.compactMap { graph.addNode("n\($0)", []) }
    guard made.count == nodes.count else { return nil }
    var joined: Set<Int> = []
    for (from, to) in sketch.ends where from != to {
      guard let a = places[from], let b = places[to] else { continue }
      if joined.insert(min(a, b) * nodes.count + max(a, b)).inserted {
        _ = graph.addEdge("l\(joined.count)", from: made[a], to: made[b], [])
      }
    }
    addHubs(nodes, of: sketch, made: made, to: graph)
    guard graph.layOut(engine) else { return nil }
    return made.map { graph.box(of: $0).center }
  }

  /// A node in the middle of each cluster, tied to its members, keeps them together.
  private static func addHubs(
    _ nodes: [Int], of sketch: Sketch, made: [GraphvizGraph.Node],
    to graph: borrowing GraphvizGraph
  ) {
    var hubs: [Int: GraphvizGraph.Node] = [:]
    for (place, node) in nodes.enumerated() {
      guard let cluster = sketch.clusterOf[node] else { continue }
      if hubs[cluster] == nil { hubs[cluster] = graph.addNode("h\(cluster)", []) }
      guard let hub = hubs[cluster] else { return }
      _ = graph.addEdge("h\(node)", from: hub, to: made[place], [])
    }
  }

  /// Scales a piece until its points cover a fair share of the page, its longest extent across.
  private static func fit(_ places: inout [Point], radii: [Double]) {
    let count = Double(places.count)
    guard count > 1 else { return }
    let mean = places.reduce(Point(x: 0, y: 0), +) * (1 / count)
    places = places.map { $0 - mean }
    let xx = places.reduce(0) { $0 + $1.x * $1.x }
    let yy = places.reduce(0) { $0 + $1.y * $1.y }
    let xy = places.reduce(0) { $0 + $1.x * $1.y }
    let spread = ((xx + yy) / count).squareRoot()
    guard spread > 0 else { return }
    let room = radii.reduce(0) { $0 + (2 * $1 + 3) * (2 * $1 + 3) }
    let wanted = (room / 0.42 / .pi / 2).squareRoot()
    var axis = Point(x: 1, y: 0)
    let root = ((xx - yy) * (xx - yy) / 4 + xy * xy).squareRoot()
    let candidate =
      xx >= yy ? Point(x: (xx - yy) / 2 + root, y: xy) : Point(x: xy, y: (yy - xx) / 2 + root)
    if candidate.length > 0 { axis = candidate * (1 / candidate.length) }
    let scale = max(wanted / spread, 0)
    places = places.map { place in
      let turned = Point(
        x: place.x * axis.x + place.y * axis.y, y: place.y * axis.x - place.x * axis.y)
      // Springs crowd the middle and leave the rim thin: the one is widened, the other drawn in.
      let share = max(turned.length / (2 * spread), 1e-9)
      return turned * (scale * pow(share, -0.25))
    }
  }

  /// How far each box moves so that they stand in rows below the first, the tallest first.
  private static func shelves(_ boxes: [Box]) -> [Point] {
    guard let first = boxes.first else { return [] }
    let room = boxes.reduce(0) { $0 + ($1.width + 6) * ($1.height + 6) }
    let width = max(first.width, (1.5 * room).squareRoot())
    var shifts = boxes.map { _ in Point(x: 0, y: 0) }
    var (x, ceiling, height) = (0.0, 0.0, 0.0)
    let order = boxes.indices.sorted { (boxes[$1].height, $0) < (boxes[$0].height, $1) }
    for index in order {
      let box = boxes[index]
      if x > 0, x + box.width > width {
        ceiling -= height + 6
        (x, height) = (0, 0)
      }
      shifts[index] = Point(x: x - box.minX, y: ceiling - box.maxY)
      x += box.width + 6
      height = max(height, box.height)
    }
    return shifts
  }
}
