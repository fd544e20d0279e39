extension Graph {
  /// Degree: the number of edges at each node. Self-loops do not count, parallel edges count once.
  ///
  /// - Returns: *n* numbers in 0...(*n* − 1); up to 2(*n* − 1) for `.all` in a directed graph.
  /// - Complexity: O(*n*), for `.in` and `.all` of a directed graph O(*m*).
  public func degrees(_ direction: Direction = .all) -> [Int] {
    var degrees = [Int](repeating: 0, count: nodeCount)
    if direction != .in || !isDirected {
      for node in 0..<nodeCount { degrees[node] = outArcs(of: node).count }
    }
    if direction != .out && isDirected {
      for target in targets { degrees[Int(target)] += 1 }
    }
    return degrees
  }

  /// The number of nodes of each degree: element *d* counts the nodes of degree *d*.
  ///
  /// - Returns: one number for each degree from 0 to the largest; empty for the empty graph.
  /// - Complexity: as `degrees(_:)`.
  public func degreeDistribution(_ direction: Direction = .all) -> [Int] {
    let degrees = degrees(direction)
    var counts = [Int](repeating: 0, count: (degrees.max() ?? -1) + 1)
    for degree in degrees { counts[degree] += 1 }
    return counts
  }

  /// Strength: the sum of the strengths of the edges at each node.
  ///
  /// - Returns: *n* sums. Added in the order of the neighbors, so the same graph gives the same bits.
  /// - Throws: `missingStrengths`.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: Barrat, Barthélemy, Pastor-Satorras and Vespignani, "The architecture of complex
  ///   weighted networks", *PNAS* 101 (2004).
  public func nodeStrengths(_ direction: Direction = .all) throws(GraphError) -> [Double] {
    let strengths = try arcStrengths()
    var sums = [Double](repeating: 0, count: nodeCount)
    if direction != .in || !isDirected {
      for node in 0..<nodeCount {
        sums[node] = strengths[outArcs(of: node)].reduce(0, +)
      }
    }
    if direction != .out && isDirected {
      for (arc, target) in targets.enumerated() { sums[Int(target)] += strengths[arc] }
    }
    return sums
  }
}
