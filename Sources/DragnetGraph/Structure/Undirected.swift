extension Graph {
  /// The same nodes with every edge going both ways.
  ///
  /// Two edges that point at each other become one, with the sum of their strengths and the smaller of
  /// their lengths. An undirected graph gives itself.
  ///
  /// - Complexity: O(*n* + *m*).
  public func undirected() -> Graph {
    guard isDirected else { return self }
    let numbers = edgeNumbers
    // What was checked once needs no second look: ends lie in range, values are finite.
    guard
      let graph = try? Graph(
        nodeCount: nodeCount, sources: numbers.sources, targets: numbers.targets, directed: false,
        strengths: edgeStrengths, lengths: edgeLengths)
    else { preconditionFailure("the edges of a graph make a graph") }
    return graph
  }
}
