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
  /// The drawing took more than a limit allows; the limit, with its unit.
  case limitReached(String)
  /// A limit was set, and the program that keeps limits is not where it was looked for.
  case programMissing(path: String)
  /// The program that keeps limits failed; how.
  case programFailed(String)

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
    case .limitReached(let limit):
      "the drawing was ended at its limit of \(limit); draw less, or allow more"
    case .programMissing(let path):
      "there is no program '\(path)', which drawings with a limit need; install dragnet-draw there, or "
        + "name its place in DRAGNET_DRAW"
    case .programFailed(let words):
      "the drawing program failed: \(words)"
    }
  }
}
