/// Where a graph falls apart when a node or an edge is taken away.
public struct CutStructure: Sendable, Equatable {
  /// The nodes whose removal cuts their component in two or more, ascending.
  public let articulationPoints: [Int]
  /// The edges whose removal cuts their component in two, ascending.
  public let bridges: [Int]
}

extension Graph {
  /// Articulation points and bridges, in one walk. In a directed graph edges count both ways, and the
  /// edges that a bridge of the undirected graph stands for are all listed.
  ///
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: Tarjan, "Depth-first search and linear graph algorithms", *SIAM Journal on Computing* 1
  ///   (1972); Hopcroft and Tarjan, "Efficient algorithms for graph manipulation", *CACM* 16 (1973).
  public func cutStructure() -> CutStructure {
    let graph = undirected()
    let walk = BlockWalk(offsets: graph.offsets, targets: graph.targets)
    var bridges: [Int] = []
    for block in 0..<walk.count where walk.blockStarts[block + 1] - walk.blockStarts[block] == 2 {
      let ends = walk.nodes(of: block).map(Int.init)
      for (a, b) in isDirected ? [(0, 1), (1, 0)] : [(0, 1)] {
        if let edge = edge(from: ends[a], to: ends[b]) { bridges.append(edge) }
      }
    }
    return CutStructure(
      articulationPoints: walk.isArticulation.indices.filter { walk.isArticulation[$0] },
      bridges: bridges.sorted())
  }

  /// The biconnected blocks: the largest sets of nodes that hold together when any one node goes, and
  /// each bridge with its two ends. Blocks share articulation points; an isolated node is in none. In a
  /// directed graph edges count both ways.
  ///
  /// - Returns: the nodes of each block, ascending; blocks in ascending order.
  /// - Complexity: O(*n* + *m*), and a sort of what is returned.
  public func biconnectedBlocks() -> [[Int]] {
    let graph = undirected()
    let walk = BlockWalk(offsets: graph.offsets, targets: graph.targets)
    return (0..<walk.count).map { walk.nodes(of: $0).map(Int.init).sorted() }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }
}
