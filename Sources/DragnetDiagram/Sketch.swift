/// A diagram in canonical order with every size known: what the engines place.
///
/// Nodes, lines and clusters stand in the order of their ids, so that the order in which they were
/// given leaves no trace in the drawing. Lines name their ends by index.
struct Sketch: Sendable {
  var nodes: [Diagram.Node]
  var lines: [Diagram.Line]
  var clusters: [Diagram.Cluster]
  var ends: [(from: Int, to: Int)]
  var clusterMembers: [[Int]]
  var ranks: [[Int]]
  var flow: Diagram.Flow
  var theme: Theme
  /// True when nodes are points, not shapes.
  var isMap: Bool
  /// By node: the first cluster that names it.
  var clusterOf: [Int?]
  /// By node, 0...1.
  var importance: [Double]
  /// The words of every node, empty on a map and as long as nothing is measured.
  var texts: [TextBlock] = []
  /// What is known of the size of words.
  var typesetting: Typesetting
  /// Node sizes; their centers mean nothing yet.
  var boxes: [Box] = []
  /// On a map small enough to name every point: the sizes of the names; else none.
  var nameSizes: [Box] = []
  /// Sizes of the labels in full; zero where a line has none.
  var labels: [Box] = []
  /// The forms a line's label may take, the fullest first; none where a line has none.
  var labelForms: [[LabelForm]] = []

  /// Checks that ids are unique and that lines, clusters and ranks name nodes of the diagram.
  init(_ diagram: Diagram, theme: Theme, layout: Layout) throws(DrawingError) {
    self.theme = theme
    typesetting = Typesetting(font: theme.font)
    flow = diagram.flow
    isMap = diagram.isMap(as: layout)
    nodes = diagram.nodes.sorted { $0.id < $1.id }
    lines = diagram.lines.sorted { $0.id < $1.id }
    clusters = diagram.clusters.sorted { $0.id < $1.id }
    for ids in [nodes.map(\.id), lines.map(\.id), clusters.map(\.id)] {
      if let twin = zip(ids, ids.dropFirst()).first(where: { $0 == $1 }) {
        throw .duplicateID(twin.0)
      }
    }
    var places: [String: Int] = [:]
    for (place, node) in nodes.enumerated() { places[node.id] = place }
    func place(_ id: String, namedBy part: String) throws(DrawingError) -> Int {
      guard let place = places[id] else { throw .unknownNode(id: id, namedBy: part) }
      return place
    }
    ends = []
    clusterMembers = []
    ranks = []
    clusterOf = nodes.map { _ in nil }
    importance = nodes.map(\.importance)
    for line in lines {
      let part = "the line '\(line.id)'"
      ends.append((try place(line.from, namedBy: part), try place(line.to, namedBy: part)))
    }
    for cluster in clusters {
      var members: [Int] = []
      for id in cluster.nodes {
        members.append(try place(id, namedBy: "the cluster '\(cluster.id)'"))
      }
      members = members.filter { clusterOf[$0] == nil }
      for member in members { clusterOf[member] = clusterMembers.count }
      clusterMembers.append(Array(Set(members)).sorted())
    }
    for rank in diagram.ranks {
      var members: [Int] = []
      for id in rank { members.append(try place(id, namedBy: "a rank")) }
      ranks.append(members.sorted())
    }
    if isMap, importance.allSatisfy({ $0 == 0 }) { rateByLines() }
  }

  /// Some of the nodes as a sketch of its own, with the lines between them or those chosen.
  func part(_ members: [Int], lines chosen: [Int]? = nil) -> Sketch {
    var places: [Int: Int] = [:]
    for (place, node) in members.enumerated() { places[node] = place }
    var part = self
    part.nodes = members.map { nodes[$0] }
    part.texts = []
    part.importance = members.map { importance[$0] }
    part.boxes = members.map { boxes[$0] }
    part.clusterOf = members.map { clusterOf[$0] }
    part.clusterMembers = clusterMembers.map { $0.compactMap { places[$0] } }
    part.ranks = []
    let own =
      chosen
      ?? lines.indices.filter { places[ends[$0].from] != nil && places[ends[$0].to] != nil }
    part.lines = own.map { lines[$0] }
    part.ends = own.map { (places[ends[$0].from] ?? 0, places[ends[$0].to] ?? 0) }
    part.labels = own.map { labels[$0] }
    part.labelForms = own.map { labelForms[$0] }
    return part
  }

  /// Where nobody said how much a node matters, its lines do.
  private mutating func rateByLines() {
    let degrees = degrees
    let most = Double(max(degrees.max() ?? 1, 1))
    importance = degrees.map { (Double($0) / most).squareRoot() }
  }

  /// How many lines end at each node.
  var degrees: [Int] {
    var degrees = [Int](repeating: 0, count: nodes.count)
    for end in ends {
      degrees[end.from] += 1
      degrees[end.to] += 1
    }
    return degrees
  }

  /// The color of a point: its cluster's, else its kind's.
  func color(ofPoint node: Int) -> String {
    if let cluster = clusterOf[node] { return theme.color(of: clusters[cluster], at: cluster) }
    return theme.style(ofKind: nodes[node].kind).stroke
  }

  /// What a node's double border adds to its size.
  func rim(of node: Int) -> Double { isMap ? 0 : theme.style(ofKind: nodes[node].kind).shape.rim }

  /// False on a map with too many lines to give each a name and a tooltip.
  var drawsLinesSingly: Bool { !isMap || lines.count <= PointMap.mostLivingLines }

  /// The words of every node.
  func nodeTexts() -> [TextBlock] {
    texts.count == nodes.count
      ? texts : nodes.map { theme.text(of: $0, width: nodes.count > 25 ? 24 : 26) }
  }

  /// A line in words: *A – met – B*.
  func sentence(ofLine line: Int) -> String {
    let words = lines[line].labels.map(\.text).joined(separator: ", ")
    return [nodes[ends[line].from].label, words, nodes[ends[line].to].label]
      .filter { !$0.isEmpty }.joined(separator: " – ")
  }

  /// The words of a line in one of its forms. `arrow` gives the sign of the way a label reads, in the
  /// line's course.
  func text(
    ofLine line: Int, as form: LabelForm, arrow: (_ isForward: Bool) -> String
  ) -> TextBlock {
    let arrows = lines[line].labels.map { label in
      switch label.direction {
      case .forward: arrow(true)
      case .backward: arrow(false)
      case .both: "↔"
      case .none: ""
      }
    }
    return theme.text(of: lines[line], as: form, arrows: arrows)
  }

  /// Measures all words and sets the sizes of nodes and labels. Use only inside `Graphviz.run`.
  mutating func measure() {
    guard !isMap else {
      labelForms = lines.map { _ in [] }
      labels = lines.map { _ in Box(center: Point(x: 0, y: 0), width: 0, height: 0) }
      boxes = importance.map {
        let width = 2 * PointMap.radius(ofImportance: $0, among: nodes.count)
        return Box(center: Point(x: 0, y: 0), width: width, height: width)
      }
      // Points in places of their own leave no choice of room for their names.
      if nodes.count <= NameLabels.mostNamedInFull, !nodes.contains(where: { $0.position != nil }) {
        nameSizes = Graphviz.measure(
          nodes.indices.map { NameLabels.text(of: $0, in: self, base: 9) }, font: theme.font)
      }
      return
    }
    labelForms = lines.map(LabelForm.all)
    let labelTexts = lines.indices.flatMap { line in
      labelForms[line].map { text(ofLine: line, as: $0) { _ in "→" } }
    }
    texts = nodeTexts()
    var sizes = typesetting.measure(texts + labelTexts)[...]
    boxes = nodes.map {
      theme.size(of: theme.style(ofKind: $0.kind).shape, around: sizes.removeFirst())
    }
    for line in lines.indices {
      for form in labelForms[line].indices {
        let size = sizes.removeFirst()
        labelForms[line][form].size = Box(
          center: size.center, width: size.width + 2, height: size.height)
      }
    }
    labels = labelForms.map {
      $0.first?.size ?? Box(center: Point(x: 0, y: 0), width: 0, height: 0)
    }
  }
}

extension Theme.Shape {
  /// What the outer border of a double one adds to width and height, in points.
  var rim: Double {
    switch self {
    case .doubleBox, .doubleRounded: 8
    default: 0
    }
  }

  /// Its name and style in Graphviz.
  var attributes: [GraphvizAttribute] {
    switch self {
    case .rounded: [.init("shape", "box"), .init("style", "rounded,filled")]
    case .doubleRounded:
      [.init("shape", "box"), .init("style", "rounded,filled"), .init("peripheries", "2")]
    case .box: [.init("shape", "box"), .init("style", "filled")]
    case .doubleBox:
      [.init("shape", "box"), .init("style", "filled"), .init("peripheries", "2")]
    case .ellipse: [.init("shape", "ellipse"), .init("style", "filled")]
    case .note: [.init("shape", "note"), .init("style", "filled")]
    case .plaque: [.init("shape", "box"), .init("style", "diagonals,filled")]
    case .plain: [.init("shape", "box"), .init("style", ""), .init("peripheries", "0")]
    }
  }
}

extension Diagram {
  /// True when its nodes are drawn as points.
  func isMap(as layout: Layout) -> Bool {
    switch form {
    case .points: ![.osage, .patchwork].contains(layout)
    case .shapes: false
    case .automatic:
      (nodes.count > 400 || lines.count > 1_200) && ![.dot, .osage, .patchwork].contains(layout)
    }
  }
}

extension Diagram.Node {
  /// Its size, brought into 0...1.
  var importance: Double { size.isFinite ? min(max(size, 0), 1) : 0 }
}

extension Diagram.Line {
  /// Its width as drawn.
  var strokeWidth: Double { width.isFinite ? min(max(width, 0.25), 8) : 1 }

  /// Arrows and stroke in Graphviz.
  var attributes: [GraphvizAttribute] {
    let arrows =
      switch direction {
      case .forward: "forward"
      case .backward: "back"
      case .both: "both"
      case .none: "none"
      }
    return [
      .init("dir", arrows), .init("penwidth", number(strokeWidth)),
      .init("arrowsize", number(arrowSize)),
    ]
  }
}
