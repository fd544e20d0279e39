extension Graph {
  /// How surprising each edge is, seen from the end where it surprises more: the probability that a
  /// node of *k* edges whose strength *s* falls on them at random gives one of them as much as *w*.
  ///
  ///     α(e) = min over both ends of (1 − w/s)^(k − 1)
  ///
  /// Edges with α below a threshold are the backbone. An end with one edge says nothing (1), nor one
  /// whose edges have no strength. In a directed graph the source looks at its edges out, the target
  /// at its edges in.
  ///
  /// - Returns: *m* probabilities, by edge.
  /// - Throws: `missingStrengths`.
  /// - Complexity: O(*n* + *m* log *k*).
  /// - SeeAlso: Serrano, Boguñá and Vespignani, "Extracting the multiscale backbone of complex weighted
  ///   networks", *PNAS* 106 (2009).
  public func disparities() throws(GraphError) -> [Double] {
    guard let strengths = edgeStrengths else { throw .missingStrengths }
    var counts = [[Int]](repeating: [Int](repeating: 0, count: nodeCount), count: 2)
    var sums = [[Double]](repeating: [Double](repeating: 0, count: nodeCount), count: 2)
    // An undirected edge counts at both ends alike.
    func side(_ isTarget: Bool) -> Int { isDirected && isTarget ? 1 : 0 }
    for edge in 0..<edgeCount {
      let (source, target) = ends(ofEdge: edge)
      for (node, isTarget) in [(source, false), (target, true)] {
        counts[side(isTarget)][node] += 1
        sums[side(isTarget)][node] += strengths[edge]
      }
    }
    return (0..<edgeCount).map { edge in
      let (source, target) = ends(ofEdge: edge)
      return [(source, false), (target, true)].map { node, isTarget in
        let (count, sum) = (counts[side(isTarget)][node], sums[side(isTarget)][node])
        guard count > 1, sum > 0 else { return 1 }
        let rest = max(0, 1 - strengths[edge] / sum)
        return power(rest, count - 1)
      }.min() ?? 1
    }
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, factor, rest) = (1.0, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= factor }
      factor *= factor
      rest >>= 1
    }
    return result
  }
}
