extension Graph {
  /// Communities by the Leiden method: groups of nodes with more between them than chance would put
  /// there, each of which hangs together.
  ///
  /// It makes the same modularity large as `louvainCommunities`. Nodes move to the community where it
  /// gains most; each community is then taken apart and put together anew from the inside; and the
  /// parts, not the communities, become the nodes of a smaller graph on which the same is done. So a
  /// community that has come to consist of two comes apart.
  ///
  /// The directions of edges do not count; two that point at each other count both. Of the parts a
  /// node may join, it joins the best, as leidenalg does; the paper draws among the good ones.
  ///
  /// - Parameter resolution: larger makes more and smaller communities; 1 is plain modularity.
  /// - Parameter useStrengths: true to count each edge by its strength.
  /// - Parameter seed: chooses the orders in which nodes are looked at. The same graph, seed and
  ///   number of iterations give the same communities on every machine, whatever the number of
  ///   threads or the order of a file; another numbering of the nodes may give others.
  /// - Parameter iterations: how many times all is done; it ends before when nothing changes.
  /// - Returns: connected communities, numbered by their smallest node. An isolated node is one of its
  ///   own.
  /// - Throws: `missingStrengths`, `invalidParameter`, `cancelled`.
  /// - Complexity: in practice some thirty passes over the edges. 60 bytes a node and up to 12 bytes
  ///   an arc.
  /// - SeeAlso: Traag, Waltman and van Eck, "From Louvain to Leiden: guaranteeing well-connected
  ///   communities", *Scientific Reports* 9 (2019).
  public func leidenCommunities(
    resolution: Double = 1, useStrengths: Bool = false, seed: UInt64 = 1, iterations: Int = 4,
    progress: ProgressHandler? = nil
  ) throws(GraphError) -> Partition {
    guard iterations > 0 else {
      throw .invalidParameter(name: "iterations", reason: "at least one is needed")
    }
    var base = try communityLevel(resolution: resolution, useStrengths: useStrengths)
    var generator = SplitMix(seed: seed)
    for iteration in 0..<iterations {
      if let progress, !progress(Double(iteration) / Double(iterations)) { throw .cancelled }
      let before = base.labels
      base.improve(generator: &generator)
      if base.labels == before { break }
    }
    return Partition(labels: base.labels.map(Int.init))
  }
}

extension CommunityLevel {
  /// One iteration: move, refine, aggregate, until every community is one node.
  fileprivate mutating func improve(generator: inout SplitMix) {
    var level = self
    // The node of the level that each node is part of.
    var places = Array(0..<UInt32(rows.nodeCount))
    while true {
      _ = level.move(order: generator.order(count: level.rows.nodeCount))
      if level.communityCount == level.rows.nodeCount { break }
      let parts = level.refined(order: generator.order(count: level.rows.nodeCount))
      if parts.count == level.rows.nodeCount { break }
      places = places.map { parts.labels[Int($0)] }
      level = level.aggregated(parts.labels, count: parts.count)
    }
    // Nodes of a level are connected; what they form together is checked.
    let connected = level.connectedLabels()
    regroup(places.map { connected[Int($0)] })
  }

  /// The connected pieces of the communities.
  private func connectedLabels() -> [UInt32] {
    var sets = DisjointSets(count: rows.nodeCount)
    for node in 0..<rows.nodeCount {
      for arc in Int(rows.offsets[node])..<Int(rows.offsets[node + 1])
      where labels[node] == labels[Int(rows.targets[arc])] {
        if rows.strengths.isEmpty || rows.strengths[arc] > 0 {
          sets.join(node, Int(rows.targets[arc]))
        }
      }
    }
    return sets.labels().labels
  }
}
