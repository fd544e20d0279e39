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
  /// Node sizes; their centers mean nothing yet.
  var boxes: [Box] = []
  /// Label sizes; zero where a line has none.
  var labels: [Box] = []

  /// Checks that ids are unique and that lines, clusters and ranks name nodes of the diagram.
  init(_ diagram: Diagram, theme: Theme) throws(DrawingError) {
    self.theme = theme
    flow = diagram.flow
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
    for line in lines {
      let part = "the line '\(line.id)'"
      ends.append((try place(line.from, namedBy: part), try place(line.to, namedBy: part)))
    }
    for cluster in clusters {
      var members: [Int] = []
      for id in cluster.nodes {
        members.append(try place(id, namedBy: "the cluster '\(cluster.id)'"))
      }
      clusterMembers.append(members.sorted())
    }
    for rank in diagram.ranks {
      var members: [Int] = []
      for id in rank { members.append(try place(id, namedBy: "a rank")) }
      ranks.append(members.sorted())
    }
  }

  /// What a node's double border adds to its size.
  func rim(of node: Int) -> Double { theme.style(ofKind: nodes[node].kind).shape.rim }

  /// The words of every node.
  func nodeTexts() -> [TextBlock] {
    nodes.map { theme.text(of: $0, dense: nodes.count > 25) }
  }

  /// The words of every line. `arrows` gives the sign of the way a label reads, in a line's course.
  func lineTexts(arrow: (_ line: Int, _ isForward: Bool) -> String) -> [TextBlock] {
    lines.indices.map { index in
      let arrows = lines[index].labels.map { label in
        switch label.direction {
        case .forward: arrow(index, true)
        case .backward: arrow(index, false)
        case .both: "↔"
        case .none: ""
        }
      }
      return theme.text(of: lines[index], arrows: arrows)
    }
  }

  /// Measures all words and sets the sizes of nodes and labels. Use only inside `Graphviz.run`.
  mutating func measure() {
    let texts = nodeTexts() + lineTexts { _, _ in "→" }
    let sizes = Graphviz.measure(texts, font: theme.font)
    boxes = nodes.indices.map {
      theme.size(of: theme.style(ofKind: nodes[$0].kind).shape, around: sizes[$0])
    }
    labels = sizes[nodes.count...].map { size in
      size.width == 0
        ? size : Box(center: size.center, width: size.width + 2, height: size.height)
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
      .init("arrowsize", number(0.5 + 0.07 * strokeWidth)),
    ]
  }
}
