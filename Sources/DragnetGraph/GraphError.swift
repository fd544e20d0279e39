/// Why a graph could not be made or a question about it not answered.
public enum GraphError: Error, Equatable, CustomStringConvertible {
  /// An edge or a question names a node outside `0..<nodeCount`.
  case nodeOutOfRange(node: Int, nodeCount: Int)
  /// A question names an edge outside `0..<edgeCount`.
  case edgeOutOfRange(edge: Int, edgeCount: Int)
  /// More nodes or edges than 32-bit numbers can count.
  case tooLarge(what: String, count: Int, limit: Int)
  /// A list that must have one value for each node or edge has another number of them.
  case wrongCount(of: String, expected: Int, found: Int)
  /// A length is negative, infinite or not a number. `edge` counts the edges as they were given.
  case invalidLength(edge: Int, value: Double)
  /// A strength is negative, infinite or not a number. `edge` counts the edges as they were given.
  case invalidStrength(edge: Int, value: Double)
  /// The measure needs every length to be above zero; `edge` is a number in the graph.
  case zeroLength(edge: Int)
  /// The measure was asked to use lengths, and the graph has none.
  case missingLengths
  /// The measure was asked to use strengths, and the graph has none.
  case missingStrengths
  /// A parameter lies outside the range in which the measure is defined.
  case invalidParameter(name: String, reason: String)
  /// An iteration did not settle; `residual` is what was left after the last step.
  case notConverged(measure: String, iterations: Int, residual: Double)
  /// Two nodes have more shortest paths between them than floating point counts.
  case tooManyPaths
  /// The caller's progress handler asked to stop.
  case cancelled
  /// A file could not be opened, read or unpacked.
  case unreadableFile(path: String, reason: String)
  /// A line of a file cannot be understood. Lines count from 1.
  case badLine(path: String, line: Int, reason: String)

  /// What happened and what to do about it.
  public var description: String {
    switch self {
    case .nodeOutOfRange(let node, let count):
      count == 0
        ? "there is no node \(node): the graph has no nodes"
        : "there is no node \(node): the graph has nodes 0 to \(count - 1)"
    case .edgeOutOfRange(let edge, let count):
      count == 0
        ? "there is no edge \(edge): the graph has no edges"
        : "there is no edge \(edge): the graph has edges 0 to \(count - 1)"
    case .tooLarge(let what, let count, let limit):
      "\(count) \(what) are more than this library counts (\(limit)); split the graph"
    case .wrongCount(let what, let expected, let found):
      "expected \(expected) \(what), found \(found)"
    case .invalidLength(let edge, let value):
      "edge \(edge) has length \(value); a length is a finite number, zero or more"
    case .invalidStrength(let edge, let value):
      "edge \(edge) has strength \(value); a strength is a finite number, zero or more"
    case .zeroLength(let edge):
      "edge \(edge) has length 0; this measure needs lengths above zero (merge the two ends)"
    case .missingLengths:
      "the graph has no lengths; read them with the edges or count hops instead"
    case .missingStrengths:
      "the graph has no strengths; read them with the edges or leave them out"
    case .invalidParameter(let name, let reason):
      "\(name): \(reason)"
    case .notConverged(let measure, let iterations, let residual):
      "\(measure) did not settle in \(iterations) steps (residual \(residual))"
    case .tooManyPaths:
      "two nodes have more than 10^300 shortest paths between them; estimate betweenness instead"
    case .cancelled:
      "stopped before the end"
    case .unreadableFile(let path, let reason):
      "\(path): \(reason)"
    case .badLine(let path, let line, let reason):
      "\(path):\(line): \(reason)"
    }
  }
}
