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
    let holes = burt(
      OrientedRows(offsets: graph.offsets, targets: graph.targets, withArcs: true), graph,
      ties: ties.map { all in graph.edgeNumbers.arcEdges.map { all[Int($0)] } })
    return StructuralHoles(
      constraint: holes.constraint, effectiveSize: holes.size,
      efficiency: graph.degrees().enumerated().map { holes.size[$0] / Double($1) })
  }
}

/// Sums over triangles. `ties` has a value for each arc of the graph; nil where all are 1.
private func burt(
  _ rows: OrientedRows, _ graph: Graph, ties: [Double]?
) -> (constraint: [Double], size: [Double]) {
  let nodeCount = graph.nodeCount
  // Sum and largest of the ties of each node, by the numbers of the oriented rows.
  var total = [Double](repeating: 0, count: nodeCount)
  var strongest = total
  for (number, node) in rows.order.enumerated() {
    let arcs = graph.outArcs(of: Int(node))
    total[number] = ties.map { $0[arcs].reduce(0, +) } ?? Double(arcs.count)
    strongest[number] = ties.map { $0[arcs].max() ?? 0 } ?? 1
  }
  let inverse = total.map { $0 > 0 ? 1 / $0 : 0 }
  let tie = (0..<Int(rows.offsets[nodeCount])).map { ties?[Int(rows.arcs[$0])] ?? 1 }
  // For each edge Σ tie(i,q) tie(q,j) / total(q): the same seen from both ends.
  let shared = sharedTies(rows, tie: ties == nil ? nil : tie, inverse: inverse)
  var squares = [Double](repeating: 0, count: nodeCount)
  var redundancy = squares
  for node in 0..<nodeCount {
    for arc in Int(rows.offsets[node])..<Int(rows.offsets[node + 1]) {
      let other = Int(rows.targets[arc])
      let sum = tie[arc] + shared.edges[arc]
      squares[node] += sum * sum
      squares[other] += sum * sum
    }
  }
  if ties == nil {
    redundancy = shared.nodes
  } else {
    rows.forEachTriangle { uv, uw, vw, u, v, w in
      let (a, b, c) = (tie[uv], tie[uw], tie[vw])
      func part(_ x: Double, _ of: Int) -> Double { strongest[of] > 0 ? x / strongest[of] : 0 }
      redundancy[u] += b * part(c, v) + a * part(c, w)
      redundancy[v] += c * part(b, u) + a * part(b, w)
      redundancy[w] += c * part(a, u) + b * part(a, v)
    }
  }
  var constraint = [Double](repeating: .nan, count: nodeCount)
  var size = constraint
  for (number, node) in rows.order.enumerated() {
    let degree = graph.outDegree(of: Int(node))
    guard degree > 0, total[number] > 0 else { continue }
    constraint[Int(node)] = squares[number] * inverse[number] * inverse[number]
    size[Int(node)] = Double(degree) - redundancy[number] * inverse[number]
  }
  return (constraint, size)
}

/// For each edge the sum over its triangles, and for each node twice the number of its triangles.
private func sharedTies(
  _ rows: OrientedRows, tie: [Double]?, inverse: [Double]
) -> (edges: [Double], nodes: [Double]) {
  var edges = [Double](repeating: 0, count: Int(rows.offsets[rows.order.count]))
  var nodes = [Double](repeating: 0, count: tie == nil ? rows.order.count : 0)
  if let tie {
    rows.forEachTriangle { uv, uw, vw, u, v, w in
      edges[uv] += tie[uw] * tie[vw] * inverse[w]
      edges[uw] += tie[uv] * tie[vw] * inverse[v]
      edges[vw] += tie[uv] * tie[uw] * inverse[u]
    }
  } else {
    rows.forEachTriangle { uv, uw, vw, u, v, w in
      edges[uv] += inverse[w]
      edges[uw] += inverse[v]
      edges[vw] += inverse[u]
      nodes[u] += 2
      nodes[v] += 2
      nodes[w] += 2
    }
  }
  return (edges, nodes)
}
