/// A diagram with everything in its place: render it in any format, or read the places.
public struct Drawing: Sendable {
  /// A node as placed.
  public struct Node: Sendable, Hashable, Codable {
    /// Id in the diagram.
    public let id: String
    /// Where its shape is.
    public let box: Box
  }

  /// A line as placed.
  public struct Line: Sendable, Hashable, Codable {
    /// Id in the diagram.
    public let id: String
    /// Its course; nil when the layout draws no lines.
    public let curve: Curve?
    /// Where its words are; nil when it has none or there was no room for them.
    public let label: Box?
  }

  /// A cluster as placed.
  public struct Cluster: Sendable, Hashable, Codable {
    /// Id in the diagram.
    public let id: String
    /// What its shape covers; nil when it is empty or too small to be drawn on a map.
    public let box: Box?
    /// Its rim as closed curves: islands counter-clockwise, holes clockwise.
    public let outline: [Curve]
    /// Where its heading is; nil when it has none or there was no room for it.
    public let label: Box?
    /// The islands with their holes, each as one curve.
    let fills: [Curve]
  }

  /// The engine that placed it.
  public let layout: Layout
  /// In the order of their ids.
  public let nodes: [Node]
  /// In the order of their ids.
  public let lines: [Line]
  /// In the order of their ids.
  public let clusters: [Cluster]
  /// Extent of nodes, lines and labels, without title and legend.
  public let extent: Box

  let diagram: Diagram
  let sketch: Sketch
  let furniture: [Furniture]
  let backdrop: [Furniture]
  let labelTexts: [TextBlock]
  let page: Box

  /// The cluster whose shape holds the whole label of a line.
  func ground(ofLabel line: Int) -> Int? {
    let (from, to) = sketch.ends[line]
    guard let box = lines[line].label, let cluster = sketch.clusterOf[from],
      sketch.clusterOf[to] == cluster
    else { return nil }
    let corners = [box.minX, box.maxX].flatMap { x in
      [box.minY, box.center.y, box.maxY].map { Point(x: x, y: $0) }
    }
    let loops = clusters[cluster].outline.map { $0.flattened(stepsPerPiece: 3) }
    let isHeld = corners.allSatisfy { corner in
      loops.count { isInside(corner, $0) } % 2 == 1
    }
    return isHeld ? cluster : nil
  }
}

extension Diagram {
  /// Places the diagram. The same diagram, in whatever order its parts are given, gives the same
  /// drawing, but for `Layout.fdp`.
  ///
  /// One drawing is made at a time in a process; callers wait for each other.
  ///
  /// - Complexity: set by the engine; `Layout.limits` bounds what is taken on.
  public func draw(
    layout: Layout = .automatic, theme: Theme = .light
  ) throws(DrawingError) -> Drawing {
    let engine = layout.resolved(for: self)
    let limits = isMap(as: engine) ? engine.limits : engine.limitsOfShapes
    guard nodes.count <= limits.nodes, lines.count <= limits.lines else {
      throw .tooLarge(
        layout: engine, nodes: nodes.count, lines: lines.count, maximumNodes: limits.nodes,
        maximumLines: limits.lines)
    }
    let sketch = try Sketch(self, theme: theme, layout: engine)
    let drawing = try Graphviz.run { Graphviz.draw(self, sketch: sketch, layout: engine) }
    guard let drawing else {
      throw .graphviz("the layout \(engine.rawValue) failed without a message")
    }
    return drawing
  }
}

extension Graphviz {
  /// Measures, places, words and frames a diagram. Use only inside `Graphviz.run`.
  fileprivate static func draw(_ diagram: Diagram, sketch: Sketch, layout: Layout) -> Drawing? {
    var sketch = sketch
    sketch.measure()
    guard var arrangement = arrange(sketch, layout: layout) else { return nil }
    if layout == .patchwork { arrangement.settleTiles(of: &sketch) }
    arrangement.holdPlaces(of: sketch)
    let names = names(of: sketch, in: &arrangement)
    let order = sketch.lines.indices.sorted { a, b in
      (sketch.lines[a].strokeWidth, b) > (sketch.lines[b].strokeWidth, a)
    }
    let headings = headings(of: sketch, in: &arrangement)
    let places =
      sketch.isMap
      ? sketch.lines.map { _ in nil }
      : LabelPlacement(
        boxes: arrangement.boxes + arrangement.headings.compactMap(\.self),
        curves: arrangement.curves,
        forms: sketch.labelForms.map { $0.map(\.size) }, order: order
      ).places()
    let labels = places.map { $0?.box }
    let texts = sketch.lines.indices.map { line -> TextBlock in
      guard let place = places[line] else { return TextBlock(rows: []) }
      return sketch.text(ofLine: line, as: sketch.labelForms[line][place.form]) { isForward in
        arrow(along: arrangement.curves[line], isForward: isForward)
      }
    }
    let backdrop = Backdrop.furniture(of: diagram.backdrop, theme: sketch.theme)
    let covered = arrangement.extent(with: labels + names.map(\.box))
    let extent = backdrop.reduce(covered) { $0.union($1.box) }
    var diagram = diagram
    let silent = sketch.lines.indices.filter {
      !sketch.labelForms[$0].isEmpty && arrangement.curves[$0] != nil && labels[$0] == nil
    }.count
    if silent > 0 {
      diagram.notes.append(
        "\(silent) \(silent == 1 ? "line" : "lines") without a label, for want of room: see the "
          + "tooltip or the table.")
    }
    if sketch.isMap {
      let drawn = arrangement.curves.count { $0 != nil }
      if drawn < sketch.lines.count {
        diagram.notes.append(
          "\(drawn) of \(sketch.lines.count) lines are drawn, those that matter most.")
      }
    }
    let (frame, page) = Furniture.arrange(
      diagram, theme: sketch.theme, around: extent, isMap: sketch.isMap)
    let furniture = names + headings + frame
    return Drawing(
      layout: layout,
      nodes: zip(sketch.nodes, arrangement.boxes).map { Drawing.Node(id: $0.id, box: $1) },
      lines: sketch.lines.indices.map {
        Drawing.Line(id: sketch.lines[$0].id, curve: arrangement.curves[$0], label: labels[$0])
      },
      clusters: sketch.clusters.indices.map {
        let shape = arrangement.clusters[$0]
        return Drawing.Cluster(
          id: sketch.clusters[$0].id, box: shape?.box, outline: shape?.outlines ?? [],
          label: arrangement.headings[$0], fills: shape?.fills ?? [])
      }, extent: extent, diagram: diagram, sketch: sketch, furniture: furniture,
      backdrop: backdrop, labelTexts: texts, page: page)
  }

  /// The names on a map. Unless the caller has placed them, points make room for names.
  private static func names(
    of sketch: Sketch, in arrangement: inout Arrangement
  ) -> [Furniture] {
    guard sketch.isMap else { return [] }
    var names = NameLabels(sketch, boxes: arrangement.boxes)
    if sketch.nameSizes.isEmpty, sketch.nodes.allSatisfy({ $0.position == nil }) {
      arrangement = PointMap.connect(sketch, centers: names.cleared())
    }
    return names.furniture
  }

  /// Gives clusters their shapes, where the engine drew none, and their headings.
  private static func headings(
    of sketch: Sketch, in arrangement: inout Arrangement
  ) -> [Furniture] {
    let texts = sketch.clusters.indices.map { sketch.heading(of: $0) }
    if arrangement.clusters.isEmpty {
      arrangement.clusters = sketch.clusterShapes(around: arrangement.boxes)
    }
    if arrangement.headings.isEmpty {
      arrangement.headings = sketch.clusters.map { _ in nil }
      guard !sketch.isMap else { return [] }
      let sizes = measure(texts.map { $0 ?? TextBlock(rows: []) }, font: sketch.theme.font)
      var placement = HeadingPlacement(
        nodes: arrangement.boxes, curves: arrangement.curves, shapes: arrangement.clusters)
      for cluster in sketch.clusters.indices {
        arrangement.headings[cluster] = placement.place(cluster, size: sizes[cluster])
      }
    }
    return sketch.clusters.indices.compactMap { cluster in
      guard let text = texts[cluster], let box = arrangement.headings[cluster] else { return nil }
      return .heading(text, box, cluster: cluster)
    }
  }

  /// The sign that points the way a line runs on the page.
  private static func arrow(along curve: Curve?, isForward: Bool) -> String {
    guard let first = curve?.points.first, let last = curve?.points.last else { return "→" }
    let course = isForward ? last - first : first - last
    if abs(course.x) >= abs(course.y) { return course.x >= 0 ? "→" : "←" }
    return course.y >= 0 ? "↑" : "↓"
  }
}

extension Arrangement {
  /// What nodes, lines, labels and clusters cover together.
  fileprivate func extent(with labels: [Box?]) -> Box {
    var parts = boxes + labels.compactMap(\.self) + headings.compactMap(\.self)
    parts += clusters.compactMap { $0?.box }
    // A straight line between two nodes covers nothing that they do not span.
    for curve in curves where curve?.points.count != 4 || boxes.count <= 400 {
      parts += (curve?.flattened() ?? []).map { Box(center: $0, width: 1, height: 1) }
    }
    guard let first = parts.first else {
      return Box(center: Point(x: 0, y: 0), width: 0, height: 0)
    }
    return parts.dropFirst().reduce(first) { $0.union($1) }
  }

  /// Moves everything.
  mutating func move(by shift: Point) {
    boxes = boxes.map { Box(center: $0.center + shift, width: $0.width, height: $0.height) }
    curves = curves.map { curve in
      curve.map {
        Curve(
          points: $0.points.map { $0 + shift }, startTip: $0.startTip.map { $0 + shift },
          endTip: $0.endTip.map { $0 + shift })
      }
    }
  }
}
