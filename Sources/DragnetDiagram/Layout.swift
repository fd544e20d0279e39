/// The engine that places the nodes.
public enum Layout: String, Sendable, Codable, CaseIterable {
  /// dot where the diagram has ranks, else neato up to 400 nodes and sfdp above.
  case automatic
  /// Levels; for hierarchies, flows and paths.
  case dot
  /// Springs by distance, refined for few crossings; for networks up to some hundred nodes.
  case neato
  /// Springs by force, with clusters. Graphviz's own state makes it differ from call to call in one
  /// process, alone among the layouts; the first drawing of a process is always the same.
  case fdp
  /// Springs by force over many scales; for thousands of nodes, which it draws as a map of points.
  case sfdp
  /// Circles; for rings and small components.
  case circo
  /// Rings around a center.
  case twopi
  /// Clusters packed as boxes.
  case osage
  /// A map of rectangles whose areas follow the sizes; lines are left out.
  case patchwork

  /// The engine for a diagram.
  func resolved(for diagram: Diagram) -> Layout {
    guard self == .automatic else { return self }
    if !diagram.ranks.isEmpty { return .dot }
    return diagram.isMap(as: .sfdp) || diagram.nodes.count > 400 || diagram.lines.count > 1_200
      ? .sfdp : .neato
  }

  /// The most nodes and lines it takes as points. There is no way to stop an engine at work within the
  /// process, so a diagram beyond these is refused before it starts.
  public var limits: (nodes: Int, lines: Int) {
    switch self {
    case .automatic, .sfdp, .twopi: (60_000, 400_000)
    case .neato: (1_000, 8_000)
    case .fdp: (5_000, 20_000)
    case .dot, .circo, .osage, .patchwork: limitsOfShapes
    }
  }

  /// The most it takes as shapes with names.
  public var limitsOfShapes: (nodes: Int, lines: Int) {
    switch self {
    case .automatic, .sfdp, .osage, .patchwork, .twopi: (5_000, 15_000)
    case .dot: (400, 1_200)
    case .neato: (600, 2_400)
    case .fdp: (2_000, 6_000)
    case .circo: (60, 240)
    }
  }
}
