extension Graphviz {
  /// Draws the lines between nodes that have their places, and leaves the nodes exactly there.
  static func connect(_ sketch: Sketch, centers: [Point]) -> Arrangement? {
    let centers = centers.map(\.bounded)
    if sketch.isMap { return PointMap.connect(sketch, centers: centers) }
    guard var arrangement = route(sketch, centers: centers, style: "line") else { return nil }
    guard mayRoute(sketch) else { return arrangement }
    let blocked = blockedLines(of: sketch, centers: centers)
    guard !blocked.isEmpty else { return arrangement }
    guard let curves = waysRound(blocked, in: sketch, centers: centers) else {
      return route(sketch, centers: centers, style: "true")
    }
    for (line, curve) in zip(blocked, curves) { arrangement.curves[line] = curve }
    return arrangement
  }

  /// Whether ways round the boxes can be had in time: the search for them takes time with the cube of
  /// the number of boxes. Where the caller has set every course there is nothing to search.
  static func mayRoute(_ sketch: Sketch) -> Bool {
    let isSettled = sketch.lines.allSatisfy { $0.course != nil }
    return !isSettled && sketch.nodes.count <= 120 && sketch.lines.count <= 400
  }

  private static func route(_ sketch: Sketch, centers: [Point], style: String) -> Arrangement? {
    let attributes: [GraphvizAttribute] = [
      .init("overlap", "true"), .init("esep", "+3"), .init("splines", style),
    ]
    guard var made = place(sketch, engine: "nop1", graph: attributes, centers: centers),
      let first = made.boxes.first
    else { return nil }
    made.move(by: centers[0] - first.center)
    return made
  }

  /// The lines whose straight way runs behind a box of another, or hardly past it.
  private static func blockedLines(of sketch: Sketch, centers: [Point]) -> [Int] {
    let walls = zip(sketch.boxes, centers).map {
      Box(center: $1, width: $0.width + 6, height: $0.height + 6)
    }
    return sketch.lines.indices.filter { line in
      let (from, to) = sketch.ends[line]
      return walls.indices.contains {
        $0 != from && $0 != to && walls[$0].meets(centers[from], centers[to])
      }
    }
  }

  /// The ways of some lines round the boxes near them; nil where one runs behind a box further off.
  private static func waysRound(
    _ blocked: [Int], in sketch: Sketch, centers: [Point]
  ) -> [Curve?]? {
    let boxes = zip(sketch.boxes, centers).map {
      Box(center: $1, width: $0.width, height: $0.height)
    }
    let grounds = blocked.map { line in
      let (a, b) = (boxes[sketch.ends[line].from], boxes[sketch.ends[line].to])
      return a.union(b).inset(by: -40)
    }
    let near = boxes.indices.filter { node in grounds.contains { $0.overlaps(boxes[node]) } }
    guard
      let made = route(
        sketch.part(near, lines: blocked), centers: near.map { centers[$0] }, style: "true")
    else { return nil }
    let isFar = Set(boxes.indices).subtracting(near)
    for curve in made.curves.compactMap(\.self) {
      let points = curve.flattened()
      for node in isFar
      where zip(points, points.dropFirst()).contains(where: { boxes[node].meets($0, $1) }) {
        return nil
      }
    }
    return made.curves
  }
}
