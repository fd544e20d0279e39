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
    var centers = [Point](repeating: Point(x: 0, y: 0), count: sketch.nodes.count)
    var pieces: [(nodes: [Int], box: Box)] = []
    for nodes in components(of: sketch) {
      guard let places = place(nodes, of: sketch, engine: layout) else { return nil }
      let own =
        sketch.nameSizes.isEmpty
        ? disks(nodes, at: places, of: sketch) : footprints(nodes, at: places, of: sketch)
      guard let first = own.first else { continue }
      for (node, box) in zip(nodes, own) {
        centers[node] = Point(x: box.center.x, y: box.maxY - sketch.boxes[node].height / 2)
      }
      pieces.append((nodes, own.dropFirst().reduce(first) { $0.union($1) }.inset(by: -2)))
    }
    for (piece, shift) in zip(pieces, shelves(pieces.map(\.box))) {
      for node in piece.nodes { centers[node] = centers[node] + shift }
    }
    return connect(sketch, centers: centers)
  }

  /// What points cover, none on another.
  private static func disks(_ nodes: [Int], at places: [Point], of sketch: Sketch) -> [Box] {
    let radii = nodes.map { sketch.boxes[$0].width / 2 }
    let room = radii.reduce(0) { $0 + (2 * $1 + 3) * (2 * $1 + 3) }
    var disks = DiskSpreading(centers: fitted(places, room: room), radii: radii, gap: 1)
    disks.spread(rounds: 80)
    return zip(disks.centers, radii).map { Box(center: $0, width: 2 * $1, height: 2 * $1) }
  }

  /// What points with their names below them cover, none on another.
  private static func footprints(_ nodes: [Int], at places: [Point], of sketch: Sketch) -> [Box] {
    let sizes = nodes.map { node -> Box in
      let (point, name) = (sketch.boxes[node], sketch.nameSizes[node])
      return Box(
        center: Point(x: 0, y: 0), width: max(point.width, name.width),
        height: point.height + name.height)
    }
    let room = sizes.reduce(0) { $0 + ($1.width + 14) * ($1.height + 14) }
    let boxes = zip(sizes, fitted(places, room: room)).map {
      Box(center: $1, width: $0.width, height: $0.height)
    }
    let centers = Spreading.spread(boxes, ends: [], margin: 4, scaling: false)
    return zip(sizes, centers).map { Box(center: $1, width: $0.width, height: $0.height) }
  }

  /// Lines between points in their places: straight, or from cluster to cluster in bundles.
  static func connect(_ sketch: Sketch, centers: [Point]) -> Arrangement {
    let isDrawn = drawnLines(of: sketch)
    let middles = bundles(sketch) ? self.middles(of: sketch, centers) : [:]
    return Arrangement(
      boxes: zip(sketch.boxes, centers).map {
        Box(center: $1, width: $0.width, height: $0.height)
      },
      curves: sketch.ends.indices.map { line in
        let (from, to) = sketch.ends[line]
        guard isDrawn[line], from != to else { return nil }
        let (start, end) = (centers[from], centers[to])
        guard let a = sketch.clusterOf[from], let b = sketch.clusterOf[to], a != b,
          let first = middles[a], let second = middles[b]
        else { return Curve(from: start, to: end) }
        return Curve(points: [
          start, start + (first - start) * bundling, end + (second - end) * bundling, end,
        ])
      })
  }

  /// How far lines between clusters bend towards the middles of these: of one and the same pair they
  /// share the way (after Holten, "Hierarchical edge bundles", 2006, with one level).
  private static let bundling = 0.85

  /// Few lines need no bundles, and too many are drawn straight for the size of the file.
  private static func bundles(_ sketch: Sketch) -> Bool {
    sketch.nodes.count >= 150 && sketch.lines.count <= mostLivingLines
  }

  private static func middles(of sketch: Sketch, _ centers: [Point]) -> [Int: Point] {
    var middles: [Int: Point] = [:]
    for (cluster, members) in sketch.clusterMembers.enumerated() where members.count > 2 {
      let sum = members.reduce(Point(x: 0, y: 0)) { $0 + centers[$1] }
      middles[cluster] = sum * (1 / Double(members.count))
    }
    return middles
  }

  /// More lines than this are not drawn.
  private static func mostDrawn(of sketch: Sketch) -> Int {
    max(12_000, sketch.nodes.count * 6 / 5)
  }

  /// The lines that are drawn: all, or where there are too many for the eye, for each node the one
  /// that matters most to it and then those that matter most of all.
  static func drawnLines(of sketch: Sketch) -> [Bool] {
    let limit = mostDrawn(of: sketch)
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

  /// How a line of a map is drawn.
  struct Stroke: Hashable {
    var color: String
    /// 0...255.
    var alpha: Int
    var width: Double
  }

  /// How a line of a map is drawn: in the color of the cluster it stays in, else pale; the more lines
  /// there are, the lighter.
  static func stroke(ofLine line: Int, in sketch: Sketch) -> Stroke {
    let (from, to) = sketch.ends[line]
    let count = min(sketch.lines.count, mostDrawn(of: sketch))
    let fade = min(max(pow(600 / Double(max(count, 1)), 0.3), 0.3), 1)
    let width = 0.2 + 0.3 * fade + 0.12 * min(sketch.lines[line].strokeWidth, 4)
    func faded(_ alpha: Double) -> Int { Int(alpha * fade) }
    if sketch.lines[line].emphasis == .faint {
      return Stroke(color: sketch.theme.faint, alpha: faded(200), width: width)
    }
    guard !sketch.clusters.isEmpty else {
      return Stroke(
        color: sketch.theme.color(ofFamily: sketch.lines[line].family), alpha: faded(150),
        width: width)
    }
    if let cluster = sketch.clusterOf[from], cluster == sketch.clusterOf[to] {
      return Stroke(color: sketch.color(ofPoint: from), alpha: faded(190), width: width)
    }
    return Stroke(color: sketch.theme.secondary, alpha: faded(120), width: width)
  }

  /// The pieces of the graph, largest first.
  static func components(of sketch: Sketch) -> [[Int]] {
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
      // Any force but the default costs twice as much in all.
      .init("repulsiveforce", nodes.count > 1_000 ? "1" : "1.8"),
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
    return gathered(made.map { graph.box(of: $0).center }, nodes, of: sketch)
  }

  /// On a large map a node in the middle of each cluster, tied to every third of its members, keeps them
  /// together. Tied to all it would pack them into a disk whose inner order is lost.
  private static func addHubs(
    _ nodes: [Int], of sketch: Sketch, made: [GraphvizGraph.Node],
    to graph: borrowing GraphvizGraph
  ) {
    guard sketch.nodes.count > NameLabels.mostNamedInFull else { return }
    var hubs: [Int: GraphvizGraph.Node] = [:]
    for (place, node) in nodes.enumerated() where place % 3 == 0 {
      guard let cluster = sketch.clusterOf[node] else { continue }
      if hubs[cluster] == nil { hubs[cluster] = graph.addNode("h\(cluster)", []) }
      guard let hub = hubs[cluster] else { return }
      _ = graph.addEdge("h\(node)", from: hub, to: made[place], [])
    }
  }

  /// Draws the members of each cluster together by a third, and so clusters apart.
  private static func gathered(
    _ places: [Point], _ nodes: [Int], of sketch: Sketch
  ) -> [Point] {
    var sums: [Int: (sum: Point, count: Double)] = [:]
    for (place, node) in zip(places, nodes) {
      guard let cluster = sketch.clusterOf[node] else { continue }
      let known = sums[cluster] ?? (Point(x: 0, y: 0), 0)
      sums[cluster] = (known.sum + place, known.count + 1)
    }
    return zip(places, nodes).map { place, node in
      guard let cluster = sketch.clusterOf[node], let known = sums[cluster] else { return place }
      let middle = known.sum * (1 / known.count)
      return place + (middle - place) * 0.35
    }
  }

  /// Scales a piece until it has `room` square points for what stands on it and as much again between,
  /// its longest extent across.
  ///
  /// Springs crowd the middle and throw long arms: each point goes half of the way, by proportion,
  /// to where it would stand if all were spread evenly over a disk in the order of their distances.
  private static func fitted(_ places: [Point], room: Double) -> [Point] {
    let count = Double(places.count)
    guard count > 1 else { return places }
    let mean = places.reduce(Point(x: 0, y: 0), +) * (1 / count)
    let places = places.map { $0 - mean }
    let xx = places.reduce(0) { $0 + $1.x * $1.x }
    let yy = places.reduce(0) { $0 + $1.y * $1.y }
    let xy = places.reduce(0) { $0 + $1.x * $1.y }
    let spread = ((xx + yy) / count).squareRoot()
    guard spread > 0 else { return places }
    var axis = Point(x: 1, y: 0)
    let root = ((xx - yy) * (xx - yy) / 4 + xy * xy).squareRoot()
    let candidate =
      xx >= yy ? Point(x: (xx - yy) / 2 + root, y: xy) : Point(x: xy, y: (yy - xx) / 2 + root)
    if candidate.length > 0 { axis = candidate * (1 / candidate.length) }
    // A disk over which points are spread evenly has √2 of their root mean square as its radius.
    let radius = (room / 0.42 / .pi).squareRoot()
    let distances = places.map { $0.length * radius / (1.414 * spread) }
    let order = places.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }
    var even = [Double](repeating: 0, count: places.count)
    for (rank, place) in order.enumerated() {
      even[place] = radius * ((Double(rank) + 0.5) / count).squareRoot()
    }
    return places.indices.map { index in
      let place = places[index]
      guard distances[index] > 0 else { return Point(x: 0, y: 0) }
      let scale = (distances[index] * even[index]).squareRoot() / place.length
      return Point(
        x: place.x * axis.x + place.y * axis.y, y: place.y * axis.x - place.x * axis.y) * scale
    }
  }

  /// How far each box moves so that they stand in rows below the first, the tallest first.
  private static func shelves(_ boxes: [Box]) -> [Point] {
    guard let first = boxes.first else { return [] }
    let room = boxes.reduce(0) { $0 + ($1.width + 6) * ($1.height + 6) }
    // A piece that outweighs the rest sets the width alone.
    let isMost = 2 * first.width * first.height > room
    let width = isMost ? first.width : max(first.width, (1.5 * room).squareRoot())
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
