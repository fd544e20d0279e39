extension Graph {
  /// Communities by the Louvain method: groups of nodes with more between them than chance would put
  /// there.
  ///
  ///     Q = Σ [ s(c) / S − resolution · (d(c) / S)² ]      over the communities c
  ///
  /// The modularity Q is what the method makes large: s(c) is the strength of the arcs inside a
  /// community, d(c) the sum of its degrees, S that of all degrees. Nodes move one at a time to the
  /// community where Q gains most; then communities become nodes, and it begins again. The best of
  /// several attempts, each with the nodes in another order, goes through one more round. Such communities need not
  /// hang together: `leidenCommunities` sees to that, and finds better ones.
  ///
  /// The directions of edges do not count; two that point at each other count both.
  ///
  /// - Parameter resolution: larger makes more and smaller communities; 1 is plain modularity.
  /// - Parameter useStrengths: true to count each edge by its strength.
  /// - Parameter seed: chooses the orders. The same graph, seed and number of attempts give the same
  ///   communities on every machine; another numbering of the nodes may give others.
  /// - Parameter attempts: how many orders are tried, at least one.
  /// - Returns: communities numbered by their smallest node. An isolated node is one of its own.
  /// - Throws: `missingStrengths`, `invalidParameter`, `cancelled`.
  /// - Complexity: in practice some ten passes over the edges for each attempt and the last round. 40 bytes a node and
  ///   up to 12 bytes an arc.
  /// - SeeAlso: Blondel, Guillaume, Lambiotte and Lefebvre, "Fast unfolding of communities in large
  ///   networks", *Journal of Statistical Mechanics* (2008).
  public func louvainCommunities(
    resolution: Double = 1, useStrengths: Bool = false, seed: UInt64 = 1, attempts: Int = 2,
    progress: ProgressHandler? = nil
  ) throws(GraphError) -> Partition {
    guard attempts > 0 else {
      throw .invalidParameter(name: "attempts", reason: "at least one is needed")
    }
    var level = try communityLevel(resolution: resolution, useStrengths: useStrengths)
    var generator = SplitMix(seed: seed)
    try level.improveByLouvain(attempts: attempts, generator: &generator, progress: progress)
    return Partition(labels: level.labels.map(Int.init))
  }

  /// The graph as methods for communities see it: without directions, every node on its own.
  func communityLevel(
    resolution: Double, useStrengths: Bool
  ) throws(GraphError) -> CommunityLevel {
    guard resolution >= 0, resolution.isFinite else {
      throw .invalidParameter(
        name: "resolution", reason: "\(resolution) is not a number of zero or more")
    }
    return CommunityLevel(
      rows: try strengthRows(useStrengths: useStrengths), resolution: resolution)
  }

  /// The rows of the graph without directions, with strengths where they are asked for or edges that
  /// point at each other count twice.
  func strengthRows(useStrengths: Bool) throws(GraphError) -> StrengthRows {
    if useStrengths && edgeStrengths == nil { throw .missingStrengths }
    let strengths = useStrengths ? edgeStrengths : nil
    guard isDirected else {
      return StrengthRows(
        offsets: offsets, targets: targets,
        strengths: strengths == nil ? [] : try arcStrengths())
    }
    let numbers = edgeNumbers
    let graph = try Graph(
      nodeCount: nodeCount, sources: numbers.sources, targets: numbers.targets,
      strengths: strengths ?? [Double](repeating: 1, count: edgeCount))
    return StrengthRows(
      offsets: graph.offsets, targets: graph.targets, strengths: try graph.arcStrengths())
  }
}

extension CommunityLevel {
  /// The best of several attempts, from every node on its own, and then one more round from there.
  fileprivate mutating func improveByLouvain(
    attempts: Int, generator: inout SplitMix, progress: ProgressHandler?
  ) throws(GraphError) {
    var best = (labels: labels, quality: -Double.infinity)
    for attempt in 0..<attempts {
      if let progress, !progress(Double(attempt) / Double(attempts)) { throw .cancelled }
      let found = louvain(generator: &generator)
      if found.quality > best.quality { best = found }
    }
    regroup(best.labels)
    regroup(louvain(generator: &generator).labels)
  }

  /// Moves nodes, then communities, then communities of those, until none moves.
  private func louvain(generator: inout SplitMix) -> (labels: [UInt32], quality: Double) {
    var level = self
    _ = level.move(order: generator.order(count: rows.nodeCount))
    var labels = level.labels
    while true {
      level = level.aggregated(level.labels, count: level.communityCount)
      guard level.move(order: generator.order(count: level.rows.nodeCount)) else { break }
      let found = level.labels
      labels = labels.map { found[Int($0)] }
    }
    return (labels, level.quality)
  }
}
