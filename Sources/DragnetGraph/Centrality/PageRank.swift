extension Graph {
  /// PageRank: how often a walker comes by who follows arcs at random and now and then jumps.
  ///
  ///     x(v) = (1 − d) p(v) + d (Σ x(u) / out(u) + D p(v))      over all u with an arc to v
  ///
  /// *d* is the damping, *p* the jump distribution, D the score of nodes without outgoing arcs, who
  /// jump always. An undirected edge can be walked both ways.
  ///
  /// - Parameter personalization: *n* numbers, not negative, not all zero: where jumps land; scaled to
  ///   sum 1. nil for anywhere alike.
  /// - Parameter useStrengths: true to choose arcs in proportion to their strengths, false alike.
  /// - Returns: *n* scores that sum to 1, indexed by node; the residual ‖x − f(x)‖₁ is below 10⁻¹⁰.
  /// - Throws: `invalidParameter`, `wrongCount`, `missingStrengths`, `notConverged`.
  /// - Complexity: O(*m*) a step, some 60 steps at *d* = 0.85.
  /// - SeeAlso: Page, Brin, Motwani and Winograd, "The PageRank Citation Ranking" (1999).
  public func pageRank(
    damping: Double = 0.85, personalization: [Double]? = nil, useStrengths: Bool = false
  ) throws(GraphError) -> [Double] {
    guard damping >= 0 && damping < 1 else {
      throw .invalidParameter(name: "damping", reason: "\(damping) is not in 0..<1")
    }
    guard nodeCount > 0 else { return [] }
    let jumps = try jumpDistribution(personalization)
    let strengths = useStrengths ? try arcStrengths() : [Double](repeating: 1, count: arcCount)
    var total = [Double](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount { total[node] = strengths[outArcs(of: node)].reduce(0, +) }
    var scores = jumps
    let limit = 10_000
    for step in 1...limit {
      let idle = (0..<nodeCount).reduce(0) { $0 + (total[$1] > 0 ? 0 : scores[$1]) }
      var next = jumps.map { (1 - damping + damping * idle) * $0 }
      for node in 0..<nodeCount where total[node] > 0 {
        for arc in outArcs(of: node) {
          next[Int(targets[arc])] += damping * scores[node] * strengths[arc] / total[node]
        }
      }
      let change = zip(scores, next).reduce(0) { $0 + abs($1.0 - $1.1) }
      scores = next
      if change < 1e-11 { break }
      if step == limit {
        throw .notConverged(measure: "PageRank", iterations: limit, residual: change)
      }
    }
    let sum = scores.reduce(0, +)
    return scores.map { $0 / sum }
  }

  /// Where jumps land, summing to 1.
  private func jumpDistribution(_ given: [Double]?) throws(GraphError) -> [Double] {
    guard let given else {
      return [Double](repeating: 1 / Double(nodeCount), count: nodeCount)
    }
    guard given.count == nodeCount else {
      throw .wrongCount(of: "personalization values", expected: nodeCount, found: given.count)
    }
    let sum = given.reduce(0, +)
    guard given.allSatisfy({ $0 >= 0 }), sum > 0, sum.isFinite else {
      throw .invalidParameter(
        name: "personalization", reason: "values must be finite, not negative and not all zero")
    }
    return given.map { $0 / sum }
  }
}
