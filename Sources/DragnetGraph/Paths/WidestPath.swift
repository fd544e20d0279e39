extension Graph {
  /// The path whose weakest edge is strongest.
  ///
  /// Of all such paths one with the fewest hops is returned. Edges of strength 0 are no way to go.
  ///
  /// - Returns: the path and the strength of its weakest edge (infinite from a node to itself), or nil
  ///   where there is none.
  /// - Throws: `missingStrengths`, `nodeOutOfRange`, `edgeOutOfRange`.
  /// - Complexity: O(*m* log *n*); 20 bytes an arc.
  /// - SeeAlso: Pollack, "The maximum capacity through a network", *Operations Research* 8 (1960).
  public func widestPath(
    from source: Int, to target: Int, excluding exclusion: Exclusion = .none
  ) throws(GraphError) -> (path: Path, width: Double)? {
    try check(node: source)
    try check(node: target)
    guard let edgeStrengths else { throw .missingStrengths }
    let allowed = try allowed(by: exclusion)
    guard allowed?.nodes[source] ?? true, allowed?.nodes[target] ?? true else { return nil }
    let usable = lengthRows(
      of: [Double](repeating: 1, count: edgeCount), .out, allowed: allowed, range: 1...1)
    let strengths = zip(try arcStrengths(), usable.lengths).map { $1 < .infinity ? $0 : 0 }
    var widths = [Double](repeating: 0, count: nodeCount)
    var width = widths.mutableSpan
    let widest = widestWidth(
      from: source, to: target, offsets: offsets.span, targets: targets.span,
      strengths: strengths.span, width: &width)
    guard widest > 0 else { return nil }
    let wide = lengthRows(
      of: edgeStrengths.map { $0 >= widest || source == target ? 1 : .infinity }, .out,
      allowed: allowed, range: 1...1)
    return wide.path(from: source, to: target).map { ($0, widest) }
  }
}

extension LengthRows {
  /// A shortest path, or nil where there is none.
  func path(from source: Int, to target: Int) -> Path? {
    let (distances, parents) = search(from: [source], until: target)
    guard distances[target] < .infinity else { return nil }
    return path(to: target, distances: distances, parents: parents)
  }
}
