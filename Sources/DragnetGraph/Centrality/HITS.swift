extension Graph {
  /// Hubs and authorities: a good hub points at good authorities, a good authority is pointed at by
  /// good hubs.
  ///
  ///     a = Aᵀ h / ‖Aᵀ h‖,  h = A a / ‖A a‖
  ///
  /// In an undirected graph both are the eigenvector centrality.
  ///
  /// - Returns: *n* hub scores and *n* authority scores, each of Euclidean length 1, indexed by node; 0
  ///   everywhere in a graph without edges.
  /// - Throws: `missingStrengths`, `notConverged` (two groups with nearly the same eigenvalue).
  /// - Complexity: O(*m*) a step.
  /// - SeeAlso: Kleinberg, "Authoritative sources in a hyperlinked environment", *JACM* 46 (1999).
  public func hubsAndAuthorities(
    useStrengths: Bool = false
  ) throws(GraphError) -> (hubs: [Double], authorities: [Double]) {
    guard isDirected else {
      let scores = try eigenvectorCentrality(useStrengths: useStrengths)
      return (scores, scores)
    }
    guard arcCount > 0 else {
      let zeros = [Double](repeating: 0, count: nodeCount)
      return (zeros, zeros)
    }
    let strengths = useStrengths ? try arcStrengths() : nil
    let reverse = reverseArcs
    let outgoing = Matrix(offsets: offsets, targets: targets, values: strengths)
    let incoming = Matrix(
      offsets: reverse.offsets, targets: reverse.sources,
      values: strengths.map { all in reverse.edges.map { all[Int($0)] } })
    var hubs = [Double](repeating: 0, count: nodeCount)
    let authorities = try principalVector("HITS", count: nodeCount) { x, y in
      multiply(outgoing, x, into: &hubs)
      multiply(incoming, hubs, into: &y)
    }
    multiply(outgoing, authorities, into: &hubs)
    let length = dot(hubs.span, hubs.span).squareRoot()
    return (hubs.map { $0 / length }, authorities)
  }
}
