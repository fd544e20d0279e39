/// How a node stands among its neighbors, after Burt.
public struct StructuralHoles: Sendable, Equatable {
  /// Burt's constraint: how far the neighbors are tied to each other. NaN for a node without
  /// neighbors, who is neither constrained nor free.
  public let constraint: [Double]
  /// Number of neighbors, less what is redundant among them. NaN for a node without neighbors.
  public let effectiveSize: [Double]
  /// Effective size as a share of the number of neighbors. NaN for a node without neighbors.
  public let efficiency: [Double]
}

extension Graph {
  /// Burt's measures of structural holes.
  ///
  ///     constraint(i) = Σ (p(i,j) + Σ p(i,q) p(q,j))²      over the neighbors j of i, and all q
  ///     effective size(i) = Σ (1 − Σ p(i,q) m(j,q))        over the neighbors j of i, and q ≠ i, j
  ///
  /// p(i,j) is the share of *i*'s ties that goes to *j*, m(j,q) the tie of *j* to *q* relative to *j*'s
  /// strongest. In a directed graph ties add up both ways. Without strengths all edges tie alike, and
  /// effective size is *k* − 2*t*/*k* (Borgatti).
  ///
  /// - Parameter useStrengths: true to let edges tie by their strengths.
  /// - Throws: `missingStrengths`.
  /// - Complexity: O(*m*^1.5) at worst, as all is summed over triangles.
  /// - SeeAlso: Burt, *Structural Holes* (1992), chapter 2; Borgatti, "Structural Holes: Unpacking
  ///   Burt's Redundancy Measures", *Connections* 20 (1997).
  public func structuralHoles(useStrengths: Bool = false) throws(GraphError) -> StructuralHoles {
    if useStrengths && edgeStrengths == nil { throw .missingStrengths }
    let graph = undirected()
    // Two arcs that point at each other are a tie of two.
    let ties =
      useStrengths
      ? graph.edgeStrengths
      : isDirected ? graph.edgeMultiplicities?.map(Double.init) : nil
    let values = ties.map { all in graph.edgeNumbers.arcEdges.map { all[Int($0)] } }
    let rows = OrientedRows(
      offsets: graph.offsets, targets: graph.targets, withArcs: values != nil)
    let sums = values.map { tiedSums(rows, graph, ties: $0) } ?? plainSums(rows, graph)
    var constraint = [Double](repeating: .nan, count: nodeCount)
    var size = constraint
    var efficiency = constraint
    for number in 0..<nodeCount where sums.total[number] > 0 {
      let node = Int(rows.order[number])
      let degree = Double(graph.outDegree(of: node))
      let inverse = 1 / sums.total[number]
      constraint[node] = sums.squares[number] * inverse * inverse
      size[node] = degree - sums.redundancy[number] * inverse
      efficiency[node] = size[node] / degree
    }
    return StructuralHoles(constraint: constraint, effectiveSize: size, efficiency: efficiency)
  }
}

/// What Burt's measures are made of, by the numbers of the oriented rows.
private struct BurtSums {
  /// Sum of the ties of each node.
  var total: [Double]
  /// Σ (tie + Σ tie(i,q) tie(q,j) / total(q))² over the neighbors of each node.
  var squares: [Double]
  /// Σ tie(i,q) m(j,q) over pairs of neighbors j, q of each node *i*.
  var redundancy: [Double]
}

/// All ties are 1.
private func plainSums(_ rows: OrientedRows, _ graph: Graph) -> BurtSums {
  let total = rows.order.map { Double(graph.outDegree(of: Int($0))) }
  let inverse = total.map { 1 / $0 }
  var arcSums = [Double](repeating: 0, count: Int(rows.offsets[graph.nodeCount]))
  var squares = [Double](repeating: 0, count: graph.nodeCount)
  var redundancy = squares
  var arcSpan = arcSums.mutableSpan
  var redundancySpan = redundancy.mutableSpan
  rows.sharedValues(inverse.span, arcSums: &arcSpan, nodes: &redundancySpan)
  var squareSpan = squares.mutableSpan
  rows.squaredSums(arcSums.span, into: &squareSpan)
  return BurtSums(total: total, squares: squares, redundancy: redundancy)
}

/// `ties` has a value for each arc of the graph.
private func tiedSums(_ rows: OrientedRows, _ graph: Graph, ties: [Double]) -> BurtSums {
  let nodes = rows.order.indices
  let total = rows.order.map { ties[graph.outArcs(of: Int($0))].reduce(0, +) }
  let strongest = rows.order.map { ties[graph.outArcs(of: Int($0))].max() ?? 0 }
  let inverse = total.map { $0 > 0 ? 1 / $0 : 0 }
  let tie = (0..<Int(rows.offsets[graph.nodeCount])).map { ties[Int(rows.arcs[$0])] }
  var shared = tie
  var redundancy = [Double](repeating: 0, count: graph.nodeCount)
  rows.forEachTriangle { uv, uw, vw, u, v, w in
    let (a, b, c) = (tie[uv], tie[uw], tie[vw])
    shared[uv] += b * c * inverse[w]
    shared[uw] += a * c * inverse[v]
    shared[vw] += a * b * inverse[u]
    func part(_ x: Double, _ of: Int) -> Double { strongest[of] > 0 ? x / strongest[of] : 0 }
    redundancy[u] += b * part(c, v) + a * part(c, w)
    redundancy[v] += c * part(b, u) + a * part(b, w)
    redundancy[w] += c * part(a, u) + b * part(a, v)
  }
  var squares = [Double](repeating: 0, count: graph.nodeCount)
  for node in nodes {
    for arc in Int(rows.offsets[node])..<Int(rows.offsets[node + 1]) {
      squares[node] += shared[arc] * shared[arc]
      squares[Int(rows.targets[arc])] += shared[arc] * shared[arc]
    }
  }
  return BurtSums(total: total, squares: squares, redundancy: redundancy)
}
