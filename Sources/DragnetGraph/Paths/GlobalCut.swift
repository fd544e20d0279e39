extension Graph {
  /// The least that must be cut so that the graph falls in two, whichever nodes are parted.
  ///
  /// The directions of edges do not count here; two that point at each other count both. The answer
  /// is exact, but for strengths that differ in the twelfth digit. It is small wherever one node
  /// hangs by a thread: 1 as soon as there is a leaf.
  ///
  /// - Parameter useStrengths: true to add the strengths of edges, false to count edges.
  /// - Returns: a smallest cut with its smaller half, or nil where fewer than two nodes are left to
  ///   part. Value 0 and no edges when the graph is in pieces.
  /// - Throws: `nodeOutOfRange`, `edgeOutOfRange`, `missingStrengths`.
  /// - Complexity: O(*n* · *m* log *n*) at worst, in practice a few rounds of O(*m* log *n*), each on
  ///   a smaller graph. 24 bytes an arc.
  /// - SeeAlso: Nagamochi, Ono and Ibaraki, "Implementing an efficient minimum capacity cut
  ///   algorithm", *Mathematical Programming* 67 (1994); Padberg and Rinaldi, "An efficient algorithm
  ///   for the minimum capacity cut problem", *Mathematical Programming* 47 (1990).
  public func globalMinimumCut(
    useStrengths: Bool = false, excluding exclusion: Exclusion = .none
  ) throws(GraphError) -> Cut? {
    if useStrengths && edgeStrengths == nil { throw .missingStrengths }
    let allowed = try allowed(by: exclusion)
    let numbers = edgeNumbers
    // Numbers the nodes that stay, and makes the graph between them.
    let kept = (0..<nodeCount).filter { allowed?.nodes[$0] ?? true }
    guard kept.count > 1 else { return nil }
    var names = [UInt32](repeating: 0, count: nodeCount)
    for (name, node) in kept.enumerated() { names[node] = UInt32(name) }
    let edges = (0..<edgeCount).filter { edge in
      guard let allowed else { return true }
      return allowed.edges[edge] && allowed.nodes[Int(numbers.sources[edge])]
        && allowed.nodes[Int(numbers.targets[edge])]
    }
    let strengths = useStrengths ? edgeStrengths : nil
    let graph = try Graph(
      nodeCount: kept.count, sources: edges.map { names[Int(numbers.sources[$0])] },
      targets: edges.map { names[Int(numbers.targets[$0])] },
      strengths: edges.map { strengths?[$0] ?? 1 })
    var search = CutSearch(
      StrengthRows(
        offsets: graph.offsets, targets: graph.targets, strengths: try graph.arcStrengths()))
    let side = search.smallerHalf()
    var isInside = [Bool](repeating: false, count: nodeCount)
    for (name, node) in kept.enumerated() { isInside[node] = side[name] }
    var edgesCut: [Int] = []
    for edge in edges
    where isInside[Int(numbers.sources[edge])] != isInside[Int(numbers.targets[edge])] {
      edgesCut.append(edge)
    }
    return Cut(
      value: edgesCut.reduce(0) { $0 + (strengths?[$1] ?? 1) }, edges: edgesCut,
      nodes: kept.filter { isInside[$0] })
  }
}

/// Shrinks a graph, joining only nodes that no smaller cut than the best known parts, until one node
/// is left.
private struct CutSearch {
  private var rows: StrengthRows
  /// For each node of the whole graph the one it is part of now.
  private var labels: [UInt32]
  private var bestValue = Double.infinity
  private var bestSide: [Bool] = []

  init(_ rows: StrengthRows) {
    self.rows = rows
    labels = Array(0..<UInt32(rows.nodeCount))
  }

  /// True for the nodes of the smaller half of a smallest cut; of equal halves, the one with the
  /// first node.
  mutating func smallerHalf() -> [Bool] {
    while rows.nodeCount > 1 && bestValue > 0 { shrink() }
    let size = bestSide.count { $0 }
    let isLarger = 2 * size > bestSide.count || (2 * size == bestSide.count && !bestSide[0])
    return isLarger ? bestSide.map { !$0 } : bestSide
  }

  private mutating func shrink() {
    let degrees = (0..<rows.nodeCount).map { node in
      (rows.offsets[node]..<rows.offsets[node + 1]).reduce(0.0) { $0 + rows.strengths[Int($1)] }
    }
    if let least = degrees.indices.min(by: { degrees[$0] < degrees[$1] }) {
      keep(value: degrees[least]) { $0 == UInt32(least) }
    }
    var sets = DisjointSets(count: rows.nodeCount)
    joinDependents(degrees: degrees, sets: &sets)
    let scan = capForest(rows, degrees: degrees, bound: bestValue) { sets.join($0, $1) }
    if scan.value < bestValue {
      var isPrefix = [Bool](repeating: false, count: rows.nodeCount)
      for node in scan.order.prefix(scan.prefix) { isPrefix[Int(node)] = true }
      keep(value: scan.value) { isPrefix[Int($0)] }
    }
    var groups = sets.labels()
    if groups.count == rows.nodeCount, let last = scan.order.last {
      // Only rounding can bring it here: all of the last node's strength reaches back.
      let arcs = Int(rows.offsets[Int(last)])..<Int(rows.offsets[Int(last) + 1])
      for arc in arcs { sets.join(Int(last), Int(rows.targets[arc])) }
      groups = sets.labels()
    }
    rows = merged(rows, labels: groups.labels, count: groups.count).rows
    labels = labels.map { groups.labels[Int($0)] }
  }

  private mutating func keep(value: Double, side: (UInt32) -> Bool) {
    guard value < bestValue else { return }
    bestValue = value
    bestSide = labels.map(side)
  }

  /// A node that one arc holds with half its strength or more goes where that arc leads, unless it
  /// is cut off alone, which is known already (Padberg and Rinaldi's second test).
  private func joinDependents(degrees: [Double], sets: inout DisjointSets) {
    var isJoined = [Bool](repeating: false, count: rows.nodeCount)
    for node in 0..<rows.nodeCount where !isJoined[node] {
      let arcs = Int(rows.offsets[node])..<Int(rows.offsets[node + 1])
      guard let arc = arcs.first(where: { 2 * rows.strengths[$0] >= degrees[node] }) else {
        continue
      }
      isJoined[node] = true
      isJoined[Int(rows.targets[arc])] = true
      sets.join(node, Int(rows.targets[arc]))
    }
  }
}
