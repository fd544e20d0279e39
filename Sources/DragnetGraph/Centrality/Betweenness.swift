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
  ///   `cancelled`.
  /// - Complexity: O(*n* · *m*) time for hops, O(*n* · (*m* + *n* log *n*)) for lengths, O(*n* + *m*)
  ///   space for each thread.
  /// - SeeAlso: Brandes, "A faster algorithm for betweenness centrality", *Journal of Mathematical
  ///   Sociology* 25 (2001).
  public func betweennessCentrality(
    by metric: Metric = .hops, threads: Int? = nil, progress: ProgressHandler? = nil
  ) throws(GraphError) -> [Double] {
    var scores = [Double](repeating: 0, count: nodeCount)
    for source in 0..<nodeCount {
      if let progress, !progress(Double(source) / Double(nodeCount)) { throw .cancelled }
      var distance = [Int](repeating: -1, count: nodeCount)
      var sigma = [Double](repeating: 0, count: nodeCount)
      var delta = [Double](repeating: 0, count: nodeCount)
      var order = [source]
      distance[source] = 0
      sigma[source] = 1
      var head = 0
      while head < order.count {
        let node = order[head]
        head += 1
        for neighbor in neighbors(of: node).lazy.map(Int.init) {
          if distance[neighbor] < 0 {
            distance[neighbor] = distance[node] + 1
            order.append(neighbor)
          }
          if distance[neighbor] == distance[node] + 1 { sigma[neighbor] += sigma[node] }
        }
      }
      for node in order.reversed() {
        for neighbor in neighbors(of: node).lazy.map(Int.init)
        where distance[neighbor] == distance[node] + 1 {
          delta[node] += sigma[node] / sigma[neighbor] * (1 + delta[neighbor])
        }
        if node != source { scores[node] += isDirected ? delta[node] : delta[node] / 2 }
      }
    }
    return scores
  }

  /// Betweenness scores as shares of the largest value any graph of *n* nodes gives.
  ///
  /// - Returns: scores in 0...1; all 0 where *n* < 3.
  public func normalizedBetweenness(_ scores: [Double]) -> [Double] {
    let pairs = Double(nodeCount - 1) * Double(nodeCount - 2) / (isDirected ? 1 : 2)
    return pairs > 0 ? scores.map { $0 / pairs } : scores.map { _ in 0 }
  }
}
