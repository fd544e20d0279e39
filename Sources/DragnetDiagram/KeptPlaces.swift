import Foundation

extension Drawing {
  /// Where the nodes are, by id: give them to `Diagram.placed(at:)` to draw a changed diagram so that
  /// what stayed is found where it was.
  public var positions: [String: Point] {
    Dictionary(nodes.map { ($0.id, $0.box.center) }, uniquingKeysWith: { first, _ in first })
  }

  /// Where the nodes are, read from a drawing written as `Format.json`.
  ///
  /// - Throws: `DrawingError.unreadablePositions` with what is wrong.
  public static func positions(fromJSON bytes: [UInt8]) throws(DrawingError) -> [String: Point] {
    struct Page: Decodable {
      struct Node: Decodable {
        var id: String
        var box: Box
      }
      var nodes: [Node]
    }
    do {
      let page = try JSONDecoder().decode(Page.self, from: Data(bytes))
      return Dictionary(
        page.nodes.map { ($0.id, $0.box.center) }, uniquingKeysWith: { first, _ in first })
    } catch {
      throw .unreadablePositions(Wording.clean("\(error)", limit: 300))
    }
  }
}

extension Diagram {
  /// The diagram with nodes in their places, by id. The others are fitted in between when it is drawn.
  public func placed(at positions: [String: Point]) -> Diagram {
    var diagram = self
    for index in diagram.nodes.indices {
      if let place = positions[diagram.nodes[index].id] { diagram.nodes[index].position = place }
    }
    return diagram
  }
}

extension Graphviz {
  /// Fits the nodes without a place in between those that have one, which stay. Use only inside
  /// `Graphviz.run`.
  static func fitIn(_ sketch: Sketch) -> Arrangement? {
    let isFixed = sketch.nodes.map { $0.position != nil }
    var centers = startingPlaces(of: sketch)
    if sketch.isMap {
      var disks = DiskSpreading(
        centers: centers, radii: sketch.boxes.map { $0.width / 2 }, gap: 1, isFixed: isFixed)
      disks.spread(rounds: 80)
      return connect(sketch, centers: disks.centers)
    }
    // The search pulls towards zero, so the middle of what is there goes there first.
    let fixed = centers.indices.filter { isFixed[$0] }.map { centers[$0] }
    let middle = fixed.reduce(Point(x: 0, y: 0), +) * (1 / Double(max(fixed.count, 1)))
    centers = centers.map { $0 - middle }
    func boxes() -> [Box] {
      zip(sketch.boxes, centers).map { Box(center: $1, width: $0.width, height: $0.height) }
    }
    if sketch.nodes.count <= 600 {
      let effort = RefinementEffort(nodes: sketch.nodes.count, lines: sketch.lines.count)
      var search = Refinement(
        boxes: boxes(), ends: sketch.ends, labels: sketch.labels,
        pull: sketch.lines.map { _ in 1 }, groups: sketch.clusterOf, isFixed: isFixed, seed: 1)
      search.improve(steps: effort.polishing / 2)
      centers = search.centers
    }
    centers = Spreading.spread(
      boxes(), ends: sketch.ends, margin: 8, scaling: false, isFixed: isFixed)
    return connect(sketch, centers: centers.map { $0 + middle })
  }

  /// Fixed nodes in their places, the others in the middle of their neighbors, each a little aside.
  private static func startingPlaces(of sketch: Sketch) -> [Point] {
    var centers = sketch.nodes.map { $0.position?.bounded }
    var neighbors = [[Int]](repeating: [], count: centers.count)
    for (from, to) in sketch.ends where from != to {
      neighbors[from].append(to)
      neighbors[to].append(from)
    }
    let known = centers.compactMap(\.self)
    let middle = known.reduce(Point(x: 0, y: 0), +) * (1 / Double(max(known.count, 1)))
    var waiting = centers.indices.filter { centers[$0] == nil }
    while !waiting.isEmpty {
      var found: [(node: Int, place: Point)] = []
      for node in waiting {
        let places = neighbors[node].compactMap { centers[$0] }
        guard !places.isEmpty else { continue }
        let mean = places.reduce(Point(x: 0, y: 0), +) * (1 / Double(places.count))
        // Each in another direction, by the golden angle.
        let turn = 2.399_963 * Double(node)
        let step = sketch.isMap ? 12.0 : 60
        found.append((node, mean + Point(x: cos(turn), y: sin(turn)) * step))
      }
      for (node, place) in found { centers[node] = place }
      let left = waiting.filter { centers[$0] == nil }
      if left.count == waiting.count {
        for node in left { centers[node] = middle + Point(x: Double(node % 97), y: 0) }
        break
      }
      waiting = left
    }
    return centers.map { $0 ?? middle }
  }
}
