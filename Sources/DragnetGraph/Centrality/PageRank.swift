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
  /// - Returns: *n* scores that sum to 1, indexed by node; ‖x − f(x)‖₁ is below 10⁻¹⁰.
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
    let strengths = useStrengths ? try arcStrengths() : nil
    let scores =
      isDirected
      ? try directedPageRank(damping: damping, jumps: jumps, strengths: strengths)
      : try undirectedPageRank(damping: damping, jumps: jumps, strengths: strengths)
    // Who jumps always only adds to the jumps of all, so they scale the scores and no more.
    let sum = scores.reduce(0, +)
    return scores.map { $0 / sum }
  }

  /// Solves z = p + d A D⁻¹ z. With z = D^½ w the matrix is symmetric, and conjugate gradients take
  /// half the steps of any sweep.
  private func undirectedPageRank(
    damping: Double, jumps: [Double], strengths: [Double]?
  ) throws(GraphError) -> [Double] {
    var total = [Double](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      let arcs = outArcs(of: node)
      total[node] = strengths.map { $0[arcs].reduce(0, +) } ?? Double(arcs.count)
    }
    let all = total.reduce(0, +)
    let root = total.map { $0 > 0 ? $0.squareRoot() : 1 }
    let scale = root.map { 1 / $0 }
    let rightSide = zip(jumps, scale).map { $0 * $1 }
    // Without memory of where it started, a walker stands in proportion to the degree.
    var solution = (0..<nodeCount).map {
      (jumps[$0] + (all > 0 ? damping / (1 - damping) * total[$0] / all : 0)) * scale[$0]
    }
    let result = solve(
      Matrix(offsets: offsets, targets: targets, values: strengths), factor: damping, scale: scale,
      rightSide: rightSide, norm: root, tolerance: 2e-11, solution: &solution)
    guard result.residual <= 1e-10 else {
      throw .notConverged(
        measure: "PageRank", iterations: result.steps, residual: result.residual)
    }
    return zip(solution, root).map { $0 * $1 }
  }

  /// Solves z = p + d Aᵀ D⁻¹ z by Gauss and Seidel's sweeps.
  private func directedPageRank(
    damping: Double, jumps: [Double], strengths: [Double]?
  ) throws(GraphError) -> [Double] {
    var share = [Double](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      let arcs = outArcs(of: node)
      let total = strengths.map { $0[arcs].reduce(0, +) } ?? Double(arcs.count)
      share[node] = total > 0 ? damping / total : 0
    }
    let reverse = reverseArcs
    let values = strengths.map { all in reverse.edges.map { all[Int($0)] } }
    let matrix = Matrix(offsets: reverse.offsets, targets: reverse.sources, values: values)
    var passed = zip(jumps, share).map { $0 * $1 }
    var scores = jumps
    let limit = 10_000 + Int(30 / (1 - damping))
    var change = Double.infinity
    for _ in 1...limit {
      change = sweep(matrix, jumps: jumps, share: share, scores: &scores, passed: &passed)
      if change <= 2e-11 * scores.reduce(0, +) { return scores }
    }
    throw .notConverged(measure: "PageRank", iterations: limit, residual: change)
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

/// One sweep; returns the sum of all changes.
private func sweep(
  _ matrix: Matrix, jumps: [Double], share: [Double], scores: inout [Double],
  passed: inout [Double]
) -> Double {
  var scoreSpan = scores.mutableSpan
  var passedSpan = passed.mutableSpan
  return gaussSeidelSweep(
    matrix, constant: jumps.span, share: share.span, scores: &scoreSpan, passed: &passedSpan)
}
