extension Graph {
  /// Density: the share of possible edges that are there.
  ///
  /// - Returns: a share in 0...1, or nil with fewer than two nodes.
  public func density() -> Double? {
    guard nodeCount > 1 else { return nil }
    let pairs = Double(nodeCount) * Double(nodeCount - 1) / (isDirected ? 1 : 2)
    return Double(edgeCount) / pairs
  }

  /// Degree assortativity: the correlation of the degrees at the two ends of an edge. In a directed
  /// graph of the out-degree at the source with the in-degree at the target.
  ///
  /// - Returns: Pearson's correlation in −1...1, or nil when there are no edges or all ends have the same
  ///   degree.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: Newman, "Mixing patterns in networks", *Physical Review E* 67 (2003).
  public func degreeAssortativity() -> Double? {
    assortativity(
      sources: degrees(.out).map(Double.init), targets: degrees(.in).map(Double.init))
  }

  /// Assortativity by a number known of each node.
  ///
  /// - Parameter values: *n* numbers.
  /// - Returns: Pearson's correlation of the values at the two ends of an edge, or nil when there are no
  ///   edges or all ends have the same value.
  /// - Throws: `wrongCount`.
  public func assortativity(by values: [Double]) throws(GraphError) -> Double? {
    guard values.count == nodeCount else {
      throw .wrongCount(of: "values", expected: nodeCount, found: values.count)
    }
    return assortativity(sources: values, targets: values)
  }

  private func assortativity(sources: [Double], targets values: [Double]) -> Double? {
    let count = Double(arcCount)
    var (meanX, meanY) = (0.0, 0.0)
    for node in 0..<nodeCount {
      for target in neighbors(of: node) {
        meanX += sources[node] / count
        meanY += values[Int(target)] / count
      }
    }
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for node in 0..<nodeCount {
      for target in neighbors(of: node) {
        let (x, y) = (sources[node] - meanX, values[Int(target)] - meanY)
        xx += x * x
        yy += y * y
        xy += x * y
      }
    }
    // Rounding leaves a trace of variance where all values are equal.
    let smallest = 1e-12 * count * (meanX * meanX + meanY * meanY)
    return xx > smallest && yy > smallest ? xy / (xx * yy).squareRoot() : nil
  }
}
