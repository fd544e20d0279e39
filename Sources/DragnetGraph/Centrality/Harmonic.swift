extension Graph {
  /// Harmonic centrality: how near a node is to everyone it can reach.
  ///
  ///     H(v) = Σ 1 / d(v, u)      over all u ≠ v
  ///
  /// A node out of reach adds nothing, so the measure holds on a network in pieces.
  ///
  /// - Parameter direction: `.out` measures from the node along the arcs, `.in` to the node.
  ///   `.all` is for undirected graphs only.
  /// - Returns: *n* scores, for hops in 0...(*n* − 1), indexed by node. An isolated node scores 0.
  /// - Throws: `missingLengths`, `zeroLength`, `cancelled`, `invalidParameter`.
  /// - Complexity: as `closenessCentrality`.
  /// - SeeAlso: Boldi and Vigna, "Axioms for Centrality", *Internet Mathematics* 10 (2014).
  public func harmonicCentrality(
    by metric: Metric = .hops, _ direction: Direction = .out, threads: Int? = nil,
    progress: ProgressHandler? = nil
  ) throws(GraphError) -> [Double] {
    let sums = try distanceSums(by: metric, direction, threads: threads, progress: progress)
    return sums.sums.map(\.z)
  }
}
