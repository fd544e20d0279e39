/// What each pair of neighbors can carry, either way: the rows that a flow runs through.
///
/// Rows go both ways and are sorted. In a directed graph an arc against the direction of its edge
/// carries nothing of its own.
struct Pipes {
  let offsets: [UInt32]
  let targets: [UInt32]
  /// What each arc can carry; empty when it is 1 for all.
  let capacities: [Double]
}

extension Graph {
  /// The capacities of a flow: the strengths of edges, or 1 for each.
  func pipes(
    useStrengths: Bool, excluding exclusion: Exclusion
  ) throws(GraphError) -> Pipes {
    let allowed = try allowed(by: exclusion)
    if useStrengths && edgeStrengths == nil { throw .missingStrengths }
    let strengths = useStrengths ? edgeStrengths : nil
    if strengths == nil && allowed == nil && !isDirected {
      return Pipes(offsets: offsets, targets: targets, capacities: [])
    }
    let numbers = edgeNumbers
    func capacity(ofEdge edge: Int) -> Double {
      guard let allowed else { return strengths?[edge] ?? 1 }
      return allowed.edges[edge] && allowed.nodes[Int(numbers.sources[edge])]
        && allowed.nodes[Int(numbers.targets[edge])] ? strengths?[edge] ?? 1 : 0
    }
    guard isDirected else {
      return Pipes(
        offsets: offsets, targets: targets,
        capacities: numbers.arcEdges.map { capacity(ofEdge: Int($0)) })
    }
    let skeleton = undirected()
    var capacities = [Double](repeating: 0, count: skeleton.arcCount)
    for node in 0..<nodeCount {
      var slot = Int(skeleton.offsets[node])
      // Both rows are sorted, and the one is part of the other.
      for arc in outArcs(of: node) {
        while skeleton.targets[slot] != targets[arc] { slot += 1 }
        capacities[slot] = capacity(ofEdge: arc)
      }
    }
    return Pipes(offsets: skeleton.offsets, targets: skeleton.targets, capacities: capacities)
  }
}

extension Pipes {
  /// Runs as much flow as fits.
  ///
  /// - Returns: the nodes the source still reaches, and on request what is left on each arc.
  func run(from source: Int, to sink: Int, keepsRest: Bool) -> (reached: [Bool], left: [Double]) {
    guard capacities.isEmpty else { return run(from: source, to: sink, left: capacities) }
    // One byte an arc is enough: an arc has 0, 1 or 2 left.
    let (reached, left) = run(
      from: source, to: sink, left: [Int8](repeating: 1, count: targets.count))
    return (reached, keepsRest ? left.map(Double.init) : [])
  }

  private func run<Flow: Numeric & Comparable & Sendable>(
    from source: Int, to sink: Int, left: [Flow]
  ) -> (reached: [Bool], left: [Flow]) {
    let nodeCount = offsets.count - 1
    var left = left
    var levels = [Int32](repeating: -1, count: nodeCount)
    var next = [UInt32](repeating: 0, count: nodeCount)
    var queue = next
    var path = next
    var leftSpan = left.mutableSpan
    var levelSpan = levels.mutableSpan
    var nextSpan = next.mutableSpan
    var queueSpan = queue.mutableSpan
    var pathSpan = path.mutableSpan
    dinic(
      from: source, to: sink, offsets: offsets.span, targets: targets.span, left: &leftSpan,
      level: &levelSpan, next: &nextSpan, queue: &queueSpan, path: &pathSpan)
    return (levels.map { $0 >= 0 }, left)
  }
}
