extension Graph {
  /// Breadth-first distances: the smallest number of hops from one node to each other.
  ///
  /// - Parameter direction: `.out` follows arcs, `.in` goes against them (the distance *to* the
  ///   node), `.all` goes either way.
  /// - Returns: *n* numbers; −1 for a node out of reach or left out.
  /// - Throws: `nodeOutOfRange`, `edgeOutOfRange`.
  /// - Complexity: O(*n* + *m*).
  public func distances(
    from source: Int, _ direction: Direction = .out, excluding exclusion: Exclusion = .none
  ) throws(GraphError) -> [Int] {
    try check(node: source)
    var distances = [Int32](repeating: -1, count: nodeCount)
    guard direction != .all || !isDirected else {
      return try self.distances(fromEitherWay: source, excluding: exclusion)
    }
    if let allowed = try allowed(by: exclusion) {
      guard allowed.nodes[source] else { return distances.map(Int.init) }
      let arcs =
        direction == .in && isDirected
        ? reverseArcs : ReverseArcs(offsets: offsets, sources: targets, edges: edgeNumbers.arcEdges)
      distances[source] = 0
      var queue = [source]
      var head = 0
      while head < queue.count {
        let node = queue[head]
        head += 1
        for arc in Int(arcs.offsets[node])..<Int(arcs.offsets[node + 1]) {
          let neighbor = Int(arcs.sources[arc])
          let edge = arcs.edges.isEmpty ? arc : Int(arcs.edges[arc])
          guard distances[neighbor] < 0, allowed.nodes[neighbor], allowed.edges[edge] else {
            continue
          }
          distances[neighbor] = distances[node] + 1
          queue.append(neighbor)
        }
      }
      return distances.map(Int.init)
    }
    var queue = [UInt32](repeating: 0, count: nodeCount)
    let rows = direction == .in ? incoming : (offsets, targets)
    var distance = distances.mutableSpan
    var queued = queue.mutableSpan
    _ = breadthFirst(
      from: source, offsets: rows.0.span, targets: rows.1.span, distance: &distance, queue: &queued)
    return distances.map(Int.init)
  }

  private func distances(
    fromEitherWay source: Int, excluding exclusion: Exclusion
  ) throws(GraphError) -> [Int] {
    let allowed = try allowed(by: exclusion)
    var distances = [Int](repeating: -1, count: nodeCount)
    guard allowed?.nodes[source] ?? true else { return distances }
    distances[source] = 0
    var queue = [source]
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      func visit(_ neighbor: Int, edge: Int) {
        guard distances[neighbor] < 0, allowed?.nodes[neighbor] ?? true,
          allowed?.edges[edge] ?? true
        else { return }
        distances[neighbor] = distances[node] + 1
        queue.append(neighbor)
      }
      for arc in outArcs(of: node) { visit(target(ofArc: arc), edge: arc) }
      for arc in inArcs(of: node) { visit(self.source(ofInArc: arc), edge: edge(ofInArc: arc)) }
    }
    return distances
  }
}
