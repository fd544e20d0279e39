extension Graph {
  /// Closeness: how near a node is to those it can reach, after Wasserman and Faust.
  ///
  ///     C(v) = (r − 1) / Σ d(v, u) · (r − 1) / (n − 1)      over the r nodes in reach, v included
  ///
  /// The second factor keeps small pieces of a graph from outranking large ones; in a connected graph
  /// it is 1.
  ///
  /// - Parameter direction: `.out` measures from the node along the arcs, `.in` to the node.
  ///   `.all` is for undirected graphs only.
  /// - Returns: *n* scores in 0...1, indexed by node. A node that reaches no other scores 0.
  /// - Throws: `missingLengths`, `zeroLength`, `cancelled`, `invalidParameter`.
  /// - Complexity: O(*n* · *m*) time, divided by some 64 to 512 for hops as sources share their
  ///   searches; O(*n* + *m*) space for each thread.
  /// - SeeAlso: Wasserman and Faust, *Social Network Analysis* (1994), 5.2.2.
  public func closenessCentrality(
    by metric: Metric = .hops, _ direction: Direction = .out, threads: Int? = nil,
    progress: ProgressHandler? = nil
  ) throws(GraphError) -> [Double] {
    let sums = try distanceSums(by: metric, direction, threads: threads, progress: progress)
    return sums.sums.map { sum in
      sum.x > 0 ? sum.y / sum.x * sum.y / Double(nodeCount - 1) : 0
    }
  }

  /// The sums of all distances by a metric.
  func distanceSums(
    by metric: Metric, _ direction: Direction, threads: Int?, progress: ProgressHandler?
  ) throws(GraphError) -> DistanceSums {
    switch metric {
    case .hops:
      try DistanceSums(self, direction: direction, threads: threads, progress: progress)
    case .lengths:
      try DistanceSums(byLengths: self, direction: direction, threads: threads, progress: progress)
    }
  }
}
