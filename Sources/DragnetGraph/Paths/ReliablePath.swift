#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Graph {
  /// The path that most probably holds, when each edge holds with its own probability and they do so
  /// independently: the one with the largest product of confidences.
  ///
  /// Of several such paths (up to 10⁻¹⁰ of the logarithm) one with the fewest hops is returned. Edges
  /// of confidence 0 are no way to go.
  ///
  /// - Parameter confidences: a probability 0...1 for each edge.
  /// - Returns: the path and the product along it (1 from a node to itself), or nil where there is
  ///   none. The product of a long path may round to 0; the path is right all the same.
  /// - Throws: `wrongCount`, `invalidParameter` (a confidence outside 0...1), `nodeOutOfRange`,
  ///   `edgeOutOfRange`.
  /// - Complexity: that of two `shortestPathTree`s; 24 bytes an arc.
  public func mostReliablePath(
    from source: Int, to target: Int, confidences: [Double],
    excluding exclusion: Exclusion = .none
  ) throws(GraphError) -> (path: Path, confidence: Double)? {
    try check(node: source)
    try check(node: target)
    guard confidences.count == edgeCount else {
      throw .wrongCount(of: "confidences", expected: edgeCount, found: confidences.count)
    }
    if let edge = confidences.firstIndex(where: { !(0...1).contains($0) }) {
      throw .invalidParameter(
        name: "confidences",
        reason: "edge \(edge) has \(confidences[edge]); a confidence is a number 0...1")
    }
    let allowed = try allowed(by: exclusion)
    guard allowed?.nodes[source] ?? true, allowed?.nodes[target] ?? true else { return nil }
    // A product is largest where the sum of negative logarithms is smallest. `0 -` avoids −0.
    let doubts = confidences.map { 0 - log($0) }
    let rows = lengthRows(of: doubts, .out, allowed: allowed, range: bounds(of: doubts))
    let distances = rows.search(from: [source]).distances
    guard distances[target] < .infinity else { return nil }
    guard let path = rows.onlyShortest(distances).path(from: source, to: target) else { return nil }
    return (path, path.edges.reduce(1) { $0 * confidences[$1] })
  }
}

extension LengthRows {
  /// The same rows with length 1 for each arc that lies on a shortest path from the source of a
  /// search, up to rounding, and none for the others.
  fileprivate func onlyShortest(_ distances: [Double]) -> LengthRows {
    var tight = [Double](repeating: .infinity, count: targets.count)
    for node in 0..<(offsets.count - 1) where distances[node] < .infinity {
      for arc in arcs(of: node)
      where distances[node] + lengths[arc] <= distances[Int(targets[arc])] * (1 + lengthTolerance) {
        tight[arc] = 1
      }
    }
    return LengthRows(
      offsets: offsets, targets: targets, edges: edges, lengths: tight, range: 1...1)
  }
}
