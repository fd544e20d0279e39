/// A division of the nodes in two, and the edges between the halves.
public struct Cut: Sendable, Equatable {
  /// What the cut edges carry together: their number, or the sum of their strengths.
  public let value: Double
  /// The edges that lead from the first half to the other, ascending.
  public let edges: [Int]
  /// The nodes of the first half, ascending: the source's, where there is one.
  public let nodes: [Int]

  /// Makes a cut from its parts.
  public init(value: Double, edges: [Int], nodes: [Int]) {
    self.value = value
    self.edges = edges
    self.nodes = nodes
  }
}

extension Graph {
  /// The least that must be cut so that nothing leads from one node to another.
  ///
  /// By the theorem of Ford and Fulkerson that is as much as can flow. With strengths off it is the
  /// number of paths that share no edge (Menger).
  ///
  /// - Parameter useStrengths: true to add the strengths of edges, false to count edges.
  /// - Returns: the cut, of several the one nearest to the source. Value 0 and no edges when nothing
  ///   joins the two. A node that is left out counts as being on the other side.
  /// - Throws: `nodeOutOfRange`, `edgeOutOfRange`, `missingStrengths`, `invalidParameter` (source and
  ///   target are the same).
  /// - Complexity: O(*m* · min(√*m*, *n*^⅔)) when counting edges, O(*n*² · *m*) at worst with
  ///   strengths; in practice a few breadth-first searches. 1 byte an arc and 16 bytes a node when
  ///   counting, 8 bytes an arc with strengths; a directed graph takes 24 bytes an arc.
  /// - SeeAlso: Dinic, "Algorithm for solution of a problem of maximum flow in networks with power
  ///   estimation", *Soviet Mathematics Doklady* 11 (1970).
  public func minimumCut(
    from source: Int, to target: Int, useStrengths: Bool = false,
    excluding exclusion: Exclusion = .none
  ) throws(GraphError) -> Cut {
    let pipes = try pipes(from: source, to: target, useStrengths, excluding: exclusion)
    return try cut(
      aroundNodes: pipes.run(from: source, to: target, keepsRest: false).reached,
      useStrengths: useStrengths,
      excluding: exclusion)
  }

  /// Checks the ends of a flow, and prepares it.
  func pipes(
    from source: Int, to target: Int, _ useStrengths: Bool, excluding exclusion: Exclusion
  ) throws(GraphError) -> Pipes {
    try check(node: source)
    try check(node: target)
    guard source != target else {
      throw .invalidParameter(name: "target", reason: "a cut needs two different nodes")
    }
    return try pipes(useStrengths: useStrengths, excluding: exclusion)
  }

  /// The cut between some nodes and the others. The sum runs over edges in their order, so it does
  /// not carry the rounding of a flow.
  func cut(
    aroundNodes isInside: [Bool], useStrengths: Bool, excluding exclusion: Exclusion
  ) throws(GraphError) -> Cut {
    let allowed = try allowed(by: exclusion)
    let nodes = isInside.indices.filter { isInside[$0] }
    var edges: [Int] = []
    for node in nodes {
      for arc in outArcs(of: node) where !isInside[Int(targets[arc])] {
        let edge = edge(ofArc: arc)
        guard let allowed else {
          edges.append(edge)
          continue
        }
        if allowed.edges[edge], allowed.nodes[node], allowed.nodes[Int(targets[arc])] {
          edges.append(edge)
        }
      }
    }
    edges.sort()
    let strengths = useStrengths ? edgeStrengths : nil
    return Cut(
      value: edges.reduce(0) { $0 + (strengths?[$1] ?? 1) }, edges: edges, nodes: nodes)
  }
}
