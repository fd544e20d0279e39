/// Why a diagram could not be drawn.
public enum DrawingError: Error, Equatable, CustomStringConvertible {
  /// Two nodes, or two lines, have the same id.
  case duplicateID(String)
  /// A line, cluster or rank names a node that the diagram does not have.
  case unknownNode(id: String, namedBy: String)
  /// More nodes or lines than the layout draws in reasonable time and memory.
  case tooLarge(layout: Layout, nodes: Int, lines: Int, maximumNodes: Int, maximumLines: Int)
  /// Graphviz reported an error; its own words.
  case graphviz(String)

  /// What happened and what to do about it.
  public var description: String {
    switch self {
    case .duplicateID(let id):
      "two parts of the diagram have the id '\(id)'; give each its own"
    case .unknownNode(let id, let namedBy):
      "\(namedBy) names the node '\(id)', which is not in the diagram"
    case .tooLarge(let layout, let nodes, let lines, let maximumNodes, let maximumLines):
      "\(nodes) nodes and \(lines) lines are too many for the layout \(layout.rawValue), which draws "
        + "up to \(maximumNodes) and \(maximumLines); draw fewer, or choose another layout"
    case .graphviz(let words):
      "Graphviz: \(words)"
    }
  }
}
