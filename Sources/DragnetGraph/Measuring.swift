/// What a path is measured by.
public enum Metric: String, Sendable, CaseIterable {
  /// Every edge counts one.
  case hops
  /// Every edge counts its length.
  case lengths
}

/// Called now and then during long work with the fraction done, 0...1; false asks to stop, and the
/// call throws `GraphError.cancelled`. Comes from any thread, one at a time.
public typealias ProgressHandler = @Sendable (_ fraction: Double) -> Bool

/// Nodes and edges to leave out of a search.
public struct Exclusion: Sendable, Equatable {
  /// Nodes that no path may visit.
  public var nodes: Set<Int>
  /// Edges that no path may use.
  public var edges: Set<Int>

  /// Leaves out some nodes and edges; by default none.
  public init(nodes: Set<Int> = [], edges: Set<Int> = []) {
    self.nodes = nodes
    self.edges = edges
  }

  /// Leaves out nothing.
  public static let none = Exclusion()
}

extension Graph {
  /// For each node and each edge whether a search may use it, or nil when all may be used.
  ///
  /// - Throws: `nodeOutOfRange`, `edgeOutOfRange` when the exclusion names what is not there.
  func allowed(by exclusion: Exclusion) throws(GraphError) -> (nodes: [Bool], edges: [Bool])? {
    if exclusion == .none { return nil }
    var nodes = [Bool](repeating: true, count: nodeCount)
    var edges = [Bool](repeating: true, count: edgeCount)
    for node in exclusion.nodes.sorted() {
      try check(node: node)
      nodes[node] = false
    }
    for edge in exclusion.edges.sorted() {
      guard edges.indices.contains(edge) else {
        throw .edgeOutOfRange(edge: edge, edgeCount: edgeCount)
      }
      edges[edge] = false
    }
    return (nodes, edges)
  }

  /// The lengths of the arcs out of each node, in the order of the arcs.
  func arcLengths() throws(GraphError) -> [Double] {
    try lengthRows(by: .lengths).lengths
  }

  /// The strengths of the arcs out of each node, in the order of the arcs.
  func arcStrengths() throws(GraphError) -> [Double] {
    guard let edgeStrengths else { throw .missingStrengths }
    return arcValues(edgeStrengths)
  }

  private func arcValues(_ values: [Double]) -> [Double] {
    isDirected ? values : edgeNumbers.arcEdges.map { values[Int($0)] }
  }
}
