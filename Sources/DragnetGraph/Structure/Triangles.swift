extension Graph {
  /// The number of triangles at each node. In a directed graph edges count both ways.
  ///
  /// - Returns: *n* numbers; each triangle counts at all three of its nodes.
  /// - Complexity: O(*m*^1.5) at worst.
  /// - SeeAlso: Chiba and Nishizeki, "Arboricity and subgraph listing algorithms", *SIAM Journal on
  ///   Computing* 14 (1985).
  public func triangleCounts() -> [Int] {
    let graph = undirected()
    let oriented = OrientedRows(offsets: graph.offsets, targets: graph.targets, withArcs: false)
    return oriented.triangleCounts()
  }

  /// Local clustering: the share of pairs of a node's neighbors that are neighbors themselves.
  ///
  ///     C(v) = 2 t(v) / (k(v) (k(v) − 1))
  ///
  /// - Returns: *n* shares in 0...1; 0 for a node with fewer than two neighbors.
  /// - Complexity: as `triangleCounts`.
  /// - SeeAlso: Watts and Strogatz, "Collective dynamics of 'small-world' networks", *Nature* 393 (1998).
  public func clusteringCoefficients() -> [Double] {
    let graph = undirected()
    return graph.triangleCounts().enumerated().map { node, triangles in
      let degree = Double(graph.outDegree(of: node))
      return degree < 2 ? 0 : 2 * Double(triangles) / (degree * (degree - 1))
    }
  }

  /// Transitivity: the share of paths of two edges that close to a triangle.
  ///
  /// - Returns: a share in 0...1, or nil when there is no path of two edges.
  /// - Complexity: as `triangleCounts`.
  /// - SeeAlso: Newman, Watts and Strogatz, "Random graph models of social networks", *PNAS* 99 (2002).
  public func transitivity() -> Double? {
    let graph = undirected()
    let paths = graph.degrees().reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    return paths == 0 ? nil : Double(graph.triangleCounts().reduce(0, +)) / Double(paths)
  }
}
