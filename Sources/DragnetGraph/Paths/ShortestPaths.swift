/// A walk from node to node along edges.
public struct Path: Sendable, Equatable {
  /// The nodes from source to target.
  public let nodes: [Int]
  /// The edges between them, one fewer.
  public let edges: [Int]

  /// Makes a path from its nodes and the edges between them.
  public init(nodes: [Int], edges: [Int]) {
    self.nodes = nodes
    self.edges = edges
  }
}

extension Graph {
  /// How many different shortest paths (by hops) lead from one node to another.
  ///
  /// - Returns: 0 when there is no path, 1 from a node to itself. Counted in floating point: exact up
  ///   to 2⁵³, and rounded, not wrapped, above.
  /// - Throws: `nodeOutOfRange`, `edgeOutOfRange`.
  /// - Complexity: O(*n* + *m*).
  public func shortestPathCount(
    from source: Int, to target: Int, excluding exclusion: Exclusion = .none
  ) throws(GraphError) -> Double {
    if exclusion == .none {
      try check(node: source)
      try check(node: target)
      return countPaths(from: source, to: target, in: self)
    }
    guard let search = try shortestPathSearch(from: source, to: target, excluding: exclusion) else {
      return 0
    }
    var counts = [Double](repeating: 0, count: nodeCount)
    counts[source] = 1
    for node in search.order.dropFirst() {
      for arc in search.arcs(into: node, of: self) { counts[node] += counts[arc.node] }
    }
    return counts[target]
  }

  /// The shortest paths (by hops) from one node to another, up to a limit.
  ///
  /// - Returns: paths in ascending order of their nodes, read from the target backwards; empty when
  ///   there is none.
  /// - Throws: `nodeOutOfRange`, `edgeOutOfRange`.
  /// - Complexity: O(*n* + *m*) and the size of what is returned.
  public func shortestPaths(
    from source: Int, to target: Int, limit: Int = 1000, excluding exclusion: Exclusion = .none
  ) throws(GraphError) -> [Path] {
    guard let search = try shortestPathSearch(from: source, to: target, excluding: exclusion) else {
      return []
    }
    var paths: [Path] = []
    var nodes = [target]
    var edges: [Int] = []
    var choices = [search.arcs(into: target, of: self)]
    while paths.count < limit, !choices.isEmpty {
      if nodes[nodes.count - 1] == source {
        paths.append(Path(nodes: nodes.reversed(), edges: edges.reversed()))
      } else if let arc = choices[choices.count - 1].first {
        choices[choices.count - 1].removeFirst()
        nodes.append(arc.node)
        edges.append(arc.edge)
        choices.append(search.arcs(into: arc.node, of: self))
        continue
      }
      choices.removeLast()
      nodes.removeLast()
      _ = edges.popLast()
    }
    return paths
  }

  private func shortestPathSearch(
    from source: Int, to target: Int, excluding exclusion: Exclusion
  ) throws(GraphError) -> ShortestPathSearch? {
    try check(node: target)
    let distances = try self.distances(from: source, excluding: exclusion)
    guard distances[target] >= 0 else { return nil }
    return ShortestPathSearch(
      distances: distances, last: distances[target], allowedEdges: try allowed(by: exclusion)?.edges
    )
  }
}

private func countPaths(from source: Int, to target: Int, in graph: Graph) -> Double {
  var distances = [Int32](repeating: -1, count: graph.nodeCount)
  var counts = [Double](repeating: 0, count: graph.nodeCount)
  var queue = [UInt32](repeating: 0, count: graph.nodeCount)
  var distanceSpan = distances.mutableSpan
  var countSpan = counts.mutableSpan
  var queueSpan = queue.mutableSpan
  return countPaths(
    from: source, to: target, offsets: graph.offsets.span, targets: graph.targets.span,
    distance: &distanceSpan, count: &countSpan, queue: &queueSpan)
}

/// Distances from a source, and from them the arcs that lie on shortest paths.
private struct ShortestPathSearch {
  let distances: [Int]
  /// The reached nodes up to the target's distance, nearest first.
  let order: [Int]
  let allowedEdges: [Bool]?

  init(distances: [Int], last: Int, allowedEdges: [Bool]?) {
    self.distances = distances
    self.allowedEdges = allowedEdges
    var layers = [[Int]](repeating: [], count: last + 1)
    for (node, distance) in distances.enumerated() where distance >= 0 && distance <= last {
      layers[distance].append(node)
    }
    order = layers.flatMap { $0 }
  }

  func arcs(into node: Int, of graph: Graph) -> ArraySlice<(node: Int, edge: Int)> {
    var arcs: ArraySlice<(node: Int, edge: Int)> = []
    guard distances[node] > 0 else { return arcs }
    for arc in graph.inArcs(of: node) {
      let source = graph.source(ofInArc: arc)
      guard distances[source] == distances[node] - 1 else { continue }
      let edge = graph.edge(ofInArc: arc)
      if allowedEdges?[edge] ?? true { arcs.append((source, edge)) }
    }
    return arcs
  }
}
