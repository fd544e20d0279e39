extension Graph {
  /// Eigenvector centrality: a node counts as much as the sum of those tied to it.
  ///
  ///     λ x(v) = Σ x(u)      over all u with an arc to v, for the largest λ
  ///
  /// Found by power iteration on A + I, which settles on bipartite graphs too, where A alone
  /// swings to and fro.
  ///
  /// - Parameter useStrengths: true to multiply each tie by its strength.
  /// - Returns: *n* scores of Euclidean length 1, indexed by node, with ‖Ax − λx‖₂ ≤ 10⁻¹⁰ λ. In a graph in
  ///   pieces nodes outside the piece with the largest λ score 0. A graph without edges scores 0 everywhere.
  /// - Throws: `missingStrengths`, `notConverged` (a directed graph without cycles, or two pieces with
  ///   nearly the same λ).
  /// - Complexity: O(*m*) a step; the number of steps grows with λ₂/λ.
  /// - SeeAlso: Bonacich, "Factoring and weighting approaches to status scores and clique
  ///   identification", *Journal of Mathematical Sociology* 2 (1972).
  public func eigenvectorCentrality(useStrengths: Bool = false) throws(GraphError) -> [Double] {
    guard arcCount > 0 else { return [Double](repeating: 0, count: nodeCount) }
    let strengths = useStrengths ? try arcStrengths() : [Double](repeating: 1, count: arcCount)
    var scores = [Double](repeating: 1 / Double(nodeCount).squareRoot(), count: nodeCount)
    let limit = 100_000
    var residual = Double.infinity
    for _ in 1...limit {
      var next = [Double](repeating: 0, count: nodeCount)
      for node in 0..<nodeCount {
        for arc in outArcs(of: node) { next[Int(targets[arc])] += scores[node] * strengths[arc] }
      }
      let lambda = zip(scores, next).reduce(0) { $0 + $1.0 * $1.1 }
      residual = zip(scores, next).reduce(0) {
        $0 + ($1.1 - lambda * $1.0) * ($1.1 - lambda * $1.0)
      }
      .squareRoot()
      if lambda > 0, residual <= 1e-12 * lambda { return scores }
      for node in 0..<nodeCount { next[node] += scores[node] }
      let norm = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
      scores = next.map { $0 / norm }
    }
    throw .notConverged(measure: "eigenvector centrality", iterations: limit, residual: residual)
  }
}
