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
  /// How many different shortest paths lead from one node to another.
  ///
  /// - Parameter metric: hops, or lengths. Two lengths of paths count as equal when they differ by
  ///   less than 10⁻¹⁰ of their size.
  /// - Returns: 0 when there is no path, 1 from a node to itself. Counted in floating point: exact up
  ///   to 2⁵³, and rounded, not wrapped, above.
  /// - Throws: `nodeOutOfRange`, `edgeOutOfRange`, `missingLengths`; `zeroLength` for lengths where
  ///   an edge has none, because paths through such edges can be lengthened at no cost.
  /// - Complexity: that of one breadth-first search for hops, of one `shortestPathTree` for lengths.
  public func shortestPathCount(
    from source: Int, to target: Int, by metric: Metric = .hops,
    excluding exclusion: Exclusion = .none
  ) throws(GraphError) -> Double {
    if metric == .hops && exclusion == .none {
      try check(node: source)
      try check(node: target)
      return countPaths(from: source, to: target, in: self)
    }
    guard
      let search = try shortestPathArcs(
        from: source, to: target, by: metric, excluding: exclusion)
    else { return 0 }
    var counts = [Double](repeating: 0, count: nodeCount)
    counts[target] = 1
    for node in search.nodesBetween(source, target) {
      for arc in search.arcs(into: node) { counts[Int(search.sources[arc])] += counts[node] }
    }
    return counts[source]
  }

  /// The shortest paths from one node to another, up to a limit.
  ///
  /// - Parameter metric: hops, or lengths. Two lengths of paths count as equal when they differ by
  ///   less than 10⁻¹⁰ of their size.
  /// - Returns: paths in ascending order of their nodes, read from the target backwards; empty when
  ///   there is none.
  /// - Throws: `nodeOutOfRange`, `edgeOutOfRange`, `missingLengths`, `zeroLength` (as
  ///   `shortestPathCount`).
  /// - Complexity: that of one search, and the size of what is returned.
  public func shortestPaths(
    from source: Int, to target: Int, by metric: Metric = .hops, limit: Int = 1000,
    excluding exclusion: Exclusion = .none
  ) throws(GraphError) -> [Path] {
    guard
      let search = try shortestPathArcs(
        from: source, to: target, by: metric, excluding: exclusion)
    else { return [] }
    var paths: [Path] = []
    var nodes = [target]
    var choices = [search.arcs(into: target)[...]]
    while paths.count < limit, !choices.isEmpty {
      if nodes[nodes.count - 1] == source {
        paths.append(path(along: nodes.reversed()))
      } else if let arc = choices[choices.count - 1].popFirst() {
        let before = Int(search.sources[arc])
        nodes.append(before)
        choices.append(search.arcs(into: before)[...])
        continue
      }
      choices.removeLast()
      nodes.removeLast()
    }
    return paths
  }

  /// The path through nodes of which each is joined to the next.
  func path(along nodes: [Int]) -> Path {
    Path(nodes: nodes, edges: zip(nodes, nodes.dropFirst()).compactMap { edge(from: $0, to: $1) })
  }

  private func shortestPathArcs(
    from source: Int, to target: Int, by metric: Metric, excluding exclusion: Exclusion
  ) throws(GraphError) -> ShortestPathArcs? {
    try check(node: source)
    try check(node: target)
    let search: ShortestPathArcs
    if metric == .hops && exclusion == .none {
      let arcs = incoming
      search = ShortestPathArcs(
        distances: try distances(from: source).map { $0 < 0 ? .infinity : Double($0) },
        offsets: arcs.offsets, sources: arcs.sources, lengths: [])
    } else {
      let arcs = try lengthRows(by: metric, .in, excluding: exclusion)
      if let arc = arcs.lengths.firstIndex(of: 0) { throw .zeroLength(edge: arcs.edge(ofArc: arc)) }
      let tree = try shortestPathTree(from: source, by: metric, excluding: exclusion)
      search = ShortestPathArcs(
        distances: tree.distances, offsets: arcs.offsets, sources: arcs.targets,
        lengths: arcs.lengths)
    }
    return search.distances[target] < .infinity ? search : nil
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
private struct ShortestPathArcs {
  let distances: [Double]
  /// The arcs into node *v* are `offsets[v]..<offsets[v + 1]`.
  let offsets: [UInt32]
  let sources: [UInt32]
  /// Length of each arc, infinite when left out; empty when all are 1.
  let lengths: [Double]

  /// The arcs over which the shortest paths to a node come.
  func arcs(into node: Int) -> [Int] {
    let distance = distances[node]
    let reach = distance * (1 + lengthTolerance)
    return (Int(offsets[node])..<Int(offsets[node + 1])).filter { arc in
      let before = distances[Int(sources[arc])]
      return before < distance && before + (lengths.isEmpty ? 1 : lengths[arc]) <= reach
    }
  }

  /// The nodes on shortest paths, the farthest first, without the source.
  func nodesBetween(_ source: Int, _ target: Int) -> [Int] {
    var nodes = [target]
    var isKnown = [Bool](repeating: false, count: distances.count)
    isKnown[target] = true
    var head = 0
    while head < nodes.count {
      for arc in arcs(into: nodes[head]) where !isKnown[Int(sources[arc])] {
        isKnown[Int(sources[arc])] = true
        nodes.append(Int(sources[arc]))
      }
      head += 1
    }
    nodes.removeAll { $0 == source }
    return nodes.sorted { (distances[$1], $0) < (distances[$0], $1) }
  }
}
