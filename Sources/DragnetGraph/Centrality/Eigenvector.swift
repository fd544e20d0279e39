extension Graph {
  /// Eigenvector centrality: a node counts as much as the sum of those tied to it.
  ///
  ///     λ x(v) = Σ x(u)      over all u with an arc to v, for the largest λ
  ///
  /// Found by locally optimal conjugate gradients; in a directed graph by power iteration on A + I,
  /// which settles where A alone swings to and fro.
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
    let strengths = useStrengths ? try arcStrengths() : nil
    guard isDirected else {
      let matrix = Matrix(offsets: offsets, targets: targets, values: strengths)
      return try principalVector("eigenvector centrality", count: nodeCount) { x, y in
        multiply(matrix, x, into: &y)
      }
    }
    let reverse = reverseArcs
    let values = strengths.map { all in reverse.edges.map { all[Int($0)] } }
    return try directedEigenvector(
      Matrix(offsets: reverse.offsets, targets: reverse.sources, values: values))
  }

  /// Power iteration on A + I.
  private func directedEigenvector(_ matrix: Matrix) throws(GraphError) -> [Double] {
    var scores = [Double](repeating: 1 / Double(nodeCount).squareRoot(), count: nodeCount)
    var next = scores
    let limit = 100_000
    var residual = Double.infinity
    for _ in 1...limit {
      multiply(matrix, scores, into: &next)
      let lambda = dot(scores.span, next.span)
      var square = 0.0
      var length = 0.0
      for node in 0..<nodeCount {
        let rest = next[node] - lambda * scores[node]
        square += rest * rest
        next[node] += scores[node]
        length += next[node] * next[node]
      }
      residual = square.squareRoot() / lambda
      if residual <= 1e-12 { return scores }
      // Nothing comes back to any node: the only eigenvalue is 0.
      if lambda == 0 { break }
      length = length.squareRoot()
      for node in 0..<nodeCount { scores[node] = next[node] / length }
    }
    throw .notConverged(measure: "eigenvector centrality", iterations: limit, residual: residual)
  }
}

/// The eigenvector of the largest eigenvalue of a symmetric matrix without negative entries, of length 1,
/// with a residual of at most 10⁻¹¹.
func principalVector(
  _ measure: String, count: Int, multiply: (_ x: [Double], _ y: inout [Double]) -> Void
) throws(GraphError) -> [Double] {
  // The guess leans on the degrees, which every product with the matrix would do first.
  var guess = [Double](repeating: 1, count: count)
  multiply([Double](repeating: 1, count: count), &guess)
  guard guess.contains(where: { $0 > 0 }) else { return guess }
  let result = largestEigenvector(
    from: guess, tolerance: 1e-11, limit: 10_000, multiply: multiply)
  guard result.residual <= 1e-10 else {
    throw .notConverged(measure: measure, iterations: result.steps, residual: result.residual)
  }
  return result.vector.map(abs)
}

/// `y = matrix · x`.
func multiply(_ matrix: Matrix, _ x: [Double], into y: inout [Double]) {
  var span = y.mutableSpan
  rowSums(of: matrix, x.span, into: &span)
}
