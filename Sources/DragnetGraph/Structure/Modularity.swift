extension Graph {
  /// Modularity: the share of edges inside parts, less the share that would lie there by chance.
  ///
  ///     Q = Σ (e(c) / m − γ (k(c) / 2m)²)      over parts c
  ///
  /// e(c) is the number of edges inside *c*, k(c) the sum of its degrees; with strengths, their sums. In a
  /// directed graph the chance term is γ k⁺(c) k⁻(c) / m².
  ///
  /// - Parameter partition: a part for each node.
  /// - Parameter resolution: γ; larger favors smaller parts.
  /// - Returns: a number in −1...1, or nil when the graph has no edges.
  /// - Throws: `missingStrengths`, `wrongCount`.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: Newman and Girvan, "Finding and evaluating community structure in networks", *Physical
  ///   Review E* 69 (2004); Leicht and Newman, *Physical Review Letters* 100 (2008), for directed graphs.
  public func modularity(
    of partition: Partition, resolution: Double = 1, useStrengths: Bool = false
  ) throws(GraphError) -> Double? {
    guard partition.labels.count == nodeCount else {
      throw .wrongCount(of: "labels", expected: nodeCount, found: partition.labels.count)
    }
    let strengths = useStrengths ? try arcStrengths() : nil
    var inside = [Double](repeating: 0, count: partition.count)
    var out = inside
    var into = inside
    var total = 0.0
    for node in 0..<nodeCount {
      let part = partition.labels[node]
      for arc in outArcs(of: node) {
        let other = partition.labels[Int(targets[arc])]
        let value = strengths?[arc] ?? 1
        total += value
        out[part] += value
        into[other] += value
        if part == other { inside[part] += value }
      }
    }
    guard total > 0 else { return nil }
    // An undirected edge has two arcs, in every sum: the formula is the same for both kinds.
    return inside.indices.reduce(0) {
      $0 + inside[$1] / total - resolution * (out[$1] / total) * (into[$1] / total)
    }
  }
}
