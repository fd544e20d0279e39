extension Graph {
  /// Betweenness of edges: how many shortest paths lead over an edge. Ends count here, as every path of
  /// one edge leads over it.
  ///
  /// - Returns: *m* scores, indexed by edge; pairs are unordered in an undirected graph.
  /// - Throws: as `betweennessCentrality`.
  /// - Complexity: as `betweennessCentrality`.
  /// - SeeAlso: Girvan and Newman, "Community structure in social and biological networks", *PNAS* 99
  ///   (2002); Brandes, "On variants of shortest-path betweenness centrality", *Social Networks* 30 (2008).
  public func edgeBetweenness(
    by metric: Metric = .hops, threads: Int? = nil, progress: ProgressHandler? = nil
  ) throws(GraphError) -> [Double] {
    let ones = [Double](repeating: 1, count: nodeCount)
    return try betweenness(
      by: metric, sources: ones, targets: ones, withEdges: true, threads: threads,
      progress: progress
    ).edges
  }

  /// Betweenness that counts only the paths from some nodes to some others.
  ///
  ///     B(v) = Σ σ(s, t | v) / σ(s, t)      over s in sources, t in targets, s ≠ v ≠ t
  ///
  /// In an undirected graph the sum over ordered pairs is halved, so that all nodes as sources and as
  /// targets give betweenness.
  ///
  /// - Returns: *n* scores, indexed by node.
  /// - Throws: `nodeOutOfRange`, and as `betweennessCentrality`.
  /// - Complexity: as `betweennessCentrality`, with the sources in place of *n*.
  /// - SeeAlso: Brandes, "On variants of shortest-path betweenness centrality", *Social Networks* 30 (2008).
  public func betweennessCentrality(
    from sources: Set<Int>, to targets: Set<Int>, by metric: Metric = .hops, threads: Int? = nil,
    progress: ProgressHandler? = nil
  ) throws(GraphError) -> [Double] {
    for node in sources.union(targets).sorted() { try check(node: node) }
    return try betweenness(
      by: metric, sources: (0..<nodeCount).map { sources.contains($0) ? 1 : 0 },
      targets: (0..<nodeCount).map { targets.contains($0) ? 1 : 0 }, withEdges: false,
      threads: threads, progress: progress
    ).nodes
  }
}
