extension Graph {
  /// Katz centrality: counts the walks that end at a node, longer ones for less.
  ///
  ///     x(v) = α Σ x(u) + β      over all u with an arc to v, with β = 1, scaled to length 1
  ///
  /// - Parameter alpha: what a step costs, above 0 and below 1/λ for the largest eigenvalue λ. By default
  ///   1 / (largest in-degree + 1), which is always small enough; with strengths, 1 / (1 + the largest
  ///   sum of strengths).
  /// - Returns: *n* scores of Euclidean length 1, indexed by node.
  /// - Throws: `invalidParameter`, `missingStrengths`, `notConverged` (α is too large).
  /// - Complexity: O(*m*) a step.
  /// - SeeAlso: Katz, "A new status index derived from sociometric analysis", *Psychometrika* 18 (1953).
  public func katzCentrality(
    alpha: Double? = nil, useStrengths: Bool = false
  ) throws(GraphError) -> [Double] {
    guard nodeCount > 0 else { return [] }
    let strengths = useStrengths ? try arcStrengths() : nil
    let largest =
      useStrengths ? try nodeStrengths(.in).max() ?? 0 : Double(degrees(.in).max() ?? 0)
    let alpha = alpha ?? 1 / (largest + 1)
    guard alpha > 0, alpha.isFinite else {
      throw .invalidParameter(name: "alpha", reason: "\(alpha) is not above zero")
    }
    var scores = [Double](repeating: 1, count: nodeCount)
    let limit = 10_000
    if isDirected {
      let reverse = reverseArcs
      let values = strengths.map { all in reverse.edges.map { all[Int($0)] } }
      let matrix = Matrix(offsets: reverse.offsets, targets: reverse.sources, values: values)
      var sums = scores
      var change = Double.infinity
      for _ in 1...limit where !(change <= 1e-13) {
        multiply(matrix, scores, into: &sums)
        var (difference, size) = (0.0, 0.0)
        for node in 0..<nodeCount {
          let score = alpha * sums[node] + 1
          difference += abs(score - scores[node])
          size += score
          scores[node] = score
        }
        change = difference / size
      }
      guard change <= 1e-13 else {
        throw .notConverged(measure: "Katz centrality", iterations: limit, residual: change)
      }
    } else {
      let ones = [Double](repeating: 1, count: nodeCount)
      let matrix = Matrix(offsets: offsets, targets: targets, values: strengths)
      let result = solve(
        matrix, factor: alpha, scale: ones, rightSide: ones, norm: ones,
        tolerance: 1e-13 * Double(nodeCount), solution: &scores)
      guard result.residual <= 1e-10 * Double(nodeCount), scores.allSatisfy({ $0 >= 1 }) else {
        throw .notConverged(
          measure: "Katz centrality", iterations: result.steps, residual: result.residual)
      }
    }
    let length = dot(scores.span, scores.span).squareRoot()
    return scores.map { $0 / length }
  }
}
