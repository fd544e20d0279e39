extension Graph {
  /// Betweenness: how many shortest paths between others lead through a node.
  ///
  ///     B(v) = Σ σ(s, t | v) / σ(s, t)      over all pairs s ≠ v ≠ t
  ///
  /// σ(s, t) is the number of shortest paths, σ(s, t | v) that of those through *v*. Pairs are
  /// unordered in an undirected graph and ordered in a directed one; ends do not count; pairs that no
  /// path joins add nothing. Divide by (*n* − 1)(*n* − 2)/2, or twice that when directed, for a share
  /// in 0...1 (`normalizedBetweenness`).
  ///
  /// - Parameter metric: hops, or lengths. Two lengths of paths count as equal when they differ by
  ///   less than 10⁻¹⁰ of their size.
  /// - Parameter threads: how many threads; nil for one on each processor. The result has the same
  ///   bits for any number.
  /// - Returns: *n* scores, indexed by node.
  /// - Throws: `missingLengths`, `zeroLength` (with lengths, every edge must have one above zero),
  ///   `tooManyPaths`, `cancelled`.
  /// - Complexity: O(*n* · *m*) time for hops, O(*n* · (*m* + *n* log *n*)) for lengths, O(*n* + *m*)
  ///   space for each thread.
  /// - SeeAlso: Brandes, "A faster algorithm for betweenness centrality", *Journal of Mathematical
  ///   Sociology* 25 (2001).
  public func betweennessCentrality(
    by metric: Metric = .hops, threads: Int? = nil, progress: ProgressHandler? = nil
  ) throws(GraphError) -> [Double] {
    let ones = [Double](repeating: 1, count: nodeCount)
    return try betweenness(
      by: metric, sources: ones, targets: ones, withEdges: false, threads: threads,
      progress: progress
    ).nodes
  }

  /// Betweenness scores as shares of the largest value any graph of *n* nodes gives.
  ///
  /// - Returns: scores in 0...1; all 0 where *n* < 3.
  public func normalizedBetweenness(_ scores: [Double]) -> [Double] {
    let pairs = Double(nodeCount - 1) * Double(nodeCount - 2) / (isDirected ? 1 : 2)
    return pairs > 0 ? scores.map { $0 / pairs } : scores.map { _ in 0 }
  }
}

extension Graph {
  /// What nodes and edges score, where each node counts as a source and as a target so and so often.
  func betweenness(
    by metric: Metric, sources: [Double], targets: [Double], withEdges: Bool, threads: Int?,
    progress: ProgressHandler?
  ) throws(GraphError) -> (nodes: [Double], edges: [Double]) {
    let withLengths = metric == .lengths
    if withLengths { try checkLengthsAreAboveZero() }
    let plan = BlockPlan(
      self, sources: sources, targets: targets, withEdges: withEdges, withLengths: withLengths)
    let blocks = plan.blocks
    let jobs = blocks.indices.flatMap { block in
      stride(from: 0, to: blocks[block].nodes.count, by: 64).map { start in
        (block: block, sources: start..<min(start + 64, blocks[block].nodes.count))
      }
    }
    let largest = blocks.map(\.nodes.count).max() ?? 0
    let scores = try inOrder(
      jobs: jobs.count, threads: threads, progress: progress,
      initial: BetweennessSums(nodes: plan.nodeScores, edges: plan.edgeScores)
    ) {
      if withLengths {
        var sweep = LengthSweep(largest: largest, lengths: edgeLengths ?? [])
        return { job in
          sweep.run(blocks[jobs[job].block], sources: jobs[job].sources, withArcs: withEdges)
        }
      }
      var sweep = BlockSweep(largest: largest)
      return { job in
        sweep.run(blocks[jobs[job].block], sources: jobs[job].sources, withArcs: withEdges)
      }
    } commit: { total, job, partial in
      let block = blocks[jobs[job].block]
      for (node, score) in zip(block.nodes, partial.nodes) { total.nodes[Int(node)] += score }
      total.mostPaths = max(total.mostPaths, partial.mostPaths)
      guard withEdges else { return }
      for (edge, score) in zip(block.edges, partial.arcs) { total.edges[Int(edge)] += score }
    }
    // Past this, (w + δ) / σ would lose digits, and soon be 0.
    guard scores.mostPaths < 1e300 else { throw .tooManyPaths }
    guard !isDirected else { return (scores.nodes, scores.edges) }
    return (scores.nodes.map { $0 / 2 }, scores.edges.map { $0 / 2 })
  }
}

extension Graph {
  /// Checks that the graph has lengths, and none of zero: those make paths without end.
  func checkLengthsAreAboveZero() throws(GraphError) {
    guard let edgeLengths else { throw .missingLengths }
    if let edge = edgeLengths.firstIndex(of: 0) { throw .zeroLength(edge: edge) }
  }
}

private struct BetweennessSums: Sendable {
  var mostPaths = 0.0
  var nodes: [Double]
  var edges: [Double]
}
