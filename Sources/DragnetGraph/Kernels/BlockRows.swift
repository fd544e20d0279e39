/// Rows of a block of a graph, in numbers of its own.
struct BlockRows: Sendable {
  /// The node of the graph behind each number.
  var nodes: [UInt32] = []
  /// Rows of the arcs out of each node.
  var offsets: [UInt32] = [0]
  var targets: [UInt32] = []
  /// Rows of the arcs into each node; those out of it in an undirected graph.
  var inOffsets: [UInt32] = [0]
  var inTargets: [UInt32] = []
  /// For how many targets each node stands.
  var weights: [Double] = []
  /// For how many sources each node stands.
  var sourceWeights: [Double] = []
  /// Length of each arc; empty when hops count.
  var lengths: [Double] = []
  /// The edge of the graph behind each arc; empty when edges do not count.
  var edges: [UInt32] = []
}

/// A graph cut into pieces between which shortest paths need not be searched.
///
/// Undirected graphs are cut into biconnected blocks. Each node of a block stands for itself and all
/// that reaches the block through it, so pairs inside blocks stand for all pairs whose paths cross
/// them. What a cut node gains from pairs on different sides of it is known without any search.
/// Directed graphs are cut into weakly connected pieces only.
///
/// Sarıyüce, Kaya, Saule and Çatalyürek, "Graph manipulations for fast centrality computation", *ACM
/// TKDD* 11 (2017).
struct BlockPlan: Sendable {
  /// The blocks that need a search.
  private(set) var blocks: [BlockRows] = []
  /// What each node scores without a search, counted over ordered pairs.
  private(set) var nodeScores: [Double]
  /// What each edge scores without a search, counted over ordered pairs; empty when not asked for.
  private(set) var edgeScores: [Double] = []

  /// - Parameter sources: how much each node counts as the start of a path.
  /// - Parameter targets: how much each node counts as the end of a path.
  /// - Parameter withEdges: whether blocks know the edges behind their arcs.
  init(
    _ graph: Graph, sources: [Double], targets: [Double], withEdges: Bool, withLengths: Bool
  ) {
    nodeScores = Array(repeating: 0, count: graph.nodeCount)
    if withEdges { edgeScores = Array(repeating: 0, count: graph.edgeCount) }
    let rows = OrderedRows(graph)
    if graph.isDirected {
      for piece in rows.pieces where piece.count > 2 || withEdges && piece.count == 2 {
        blocks.append(BlockRows(piece: piece, of: rows, sources: sources, targets: targets))
      }
    } else {
      cut(
        rows, sources: sources, targets: targets, withEdges: withEdges, withLengths: withLengths,
        graph)
    }
    if withEdges || withLengths {
      for index in blocks.indices { blocks[index].findEdges(in: graph, withLengths: withLengths) }
    }
  }

  private mutating func cut(
    _ rows: OrderedRows, sources: [Double], targets: [Double], withEdges: Bool, withLengths: Bool,
    _ graph: Graph
  ) {
    let walk = BlockWalk(offsets: rows.offsets, targets: rows.targets)
    let given = (rows.order.map { sources[Int($0)] }, rows.order.map { targets[Int($0)] })
    let weights = BlockWeights(walk, sources: given.0, targets: given.1)
    for (node, score) in weights.cutScores.enumerated() {
      nodeScores[Int(rows.order[node])] = score
    }
    var local = [UInt32](repeating: 0, count: graph.nodeCount)
    for block in 0..<walk.count {
      let slots = walk.blockStarts[block]..<walk.blockStarts[block + 1]
      if slots.count == 2 && !withEdges { continue }
      let order = slots.sorted { walk.blockNodes[$0] < walk.blockNodes[$1] }
      var made = BlockRows(
        order.map { walk.blockNodes[$0] }, root: walk.blockNodes[slots.lowerBound],
        block: Int32(block), walk: walk, rows: rows, local: &local)
      made.sourceWeights = order.map { weights.sources[$0] }
      made.weights = order.map { weights.targets[$0] }
      made.nodes = made.nodes.map { rows.order[Int($0)] }
      // In a clique of hops every pair is one step apart, and so it is in a block of two.
      let isClique = made.targets.count == order.count * (order.count - 1)
      guard isClique && (!withLengths || order.count == 2) else {
        blocks.append(made)
        continue
      }
      if withEdges { addClique(made, graph) }
    }
  }

  private mutating func addClique(_ block: BlockRows, _ graph: Graph) {
    for a in block.nodes.indices {
      for b in block.nodes.indices.dropFirst(a + 1) {
        guard let edge = graph.edge(from: Int(block.nodes[a]), to: Int(block.nodes[b])) else {
          continue
        }
        edgeScores[edge] +=
          block.sourceWeights[a] * block.weights[b] + block.sourceWeights[b] * block.weights[a]
      }
    }
  }
}

extension BlockRows {
  /// A weakly connected piece.
  fileprivate init(
    piece: Range<Int>, of rows: OrderedRows, sources: [Double], targets given: [Double]
  ) {
    nodes = Array(rows.order[piece])
    weights = nodes.map { given[Int($0)] }
    sourceWeights = nodes.map { sources[Int($0)] }
    func cut(_ offsets: [UInt32], _ targets: [UInt32]) -> ([UInt32], [UInt32]) {
      let base = offsets[piece.lowerBound]
      let arcs = Int(base)..<Int(offsets[piece.upperBound])
      return (
        offsets[piece.lowerBound...piece.upperBound].map { $0 - base },
        targets[arcs].map { $0 - UInt32(piece.lowerBound) }
      )
    }
    (offsets, targets) = cut(rows.offsets, rows.targets)
    (inOffsets, inTargets) = cut(rows.inOffsets, rows.inTargets)
  }

  /// A biconnected block. Looks at the arcs of all its nodes but the root, so a node in many blocks
  /// costs nothing extra.
  fileprivate init(
    _ members: [UInt32], root: UInt32, block: Int32, walk: BlockWalk, rows: OrderedRows,
    local: inout [UInt32]
  ) {
    nodes = members
    for (number, node) in members.enumerated() { local[Int(node)] = UInt32(number) }
    var rootTargets: [UInt32] = []
    for (number, node) in members.enumerated() where node != root {
      let arcs = Int(rows.offsets[Int(node)])..<Int(rows.offsets[Int(node) + 1])
      if rows.targets[arcs].contains(root) { rootTargets.append(UInt32(number)) }
    }
    for node in members {
      if node == root {
        targets += rootTargets
      } else {
        for arc in Int(rows.offsets[Int(node)])..<Int(rows.offsets[Int(node) + 1]) {
          let target = rows.targets[arc]
          if target == root || walk.home[Int(target)] == block {
            targets.append(local[Int(target)])
          }
        }
      }
      offsets.append(UInt32(targets.count))
    }
    (inOffsets, inTargets) = (offsets, targets)
  }

  /// Looks up the edges behind the arcs.
  fileprivate mutating func findEdges(in graph: Graph, withLengths: Bool) {
    edges.reserveCapacity(targets.count)
    for node in nodes.indices {
      for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
        let edge = graph.edge(from: Int(nodes[node]), to: Int(nodes[Int(targets[arc])]))
        edges.append(UInt32(edge ?? 0))
      }
    }
    if withLengths, let all = graph.edgeLengths { lengths = edges.map { all[Int($0)] } }
  }
}

/// For each place in the blocks, how many sources and targets reach the block through it.
private struct BlockWeights {
  var sources: [Double]
  var targets: [Double]
  /// What each cut node scores from ordered pairs on different sides of it.
  var cutScores: [Double]

  init(_ walk: BlockWalk, sources given: [Double], targets givenTargets: [Double]) {
    var below = zip(given, givenTargets).map { SIMD2($0, $1) }
    var weights = [SIMD2<Double>](repeating: SIMD2(), count: walk.blockNodes.count)
    var hanging = [SIMD2<Double>](repeating: SIMD2(), count: walk.count)
    for block in 0..<walk.count {
      let slots = walk.blockStarts[block]..<walk.blockStarts[block + 1]
      for slot in slots.dropFirst() {
        weights[slot] = below[Int(walk.blockNodes[slot])]
        hanging[block] += weights[slot]
      }
      below[Int(walk.blockNodes[slots.lowerBound])] += hanging[block]
    }
    // Blocks come before those that hold their root, so backwards each root's total is known.
    var total = below
    for block in stride(from: walk.count - 1, through: 0, by: -1) {
      let slots = walk.blockStarts[block]..<walk.blockStarts[block + 1]
      let all = total[Int(walk.blockNodes[slots.lowerBound])]
      for slot in slots.dropFirst() { total[Int(walk.blockNodes[slot])] = all }
      weights[slots.lowerBound] = all - hanging[block]
    }
    var cutScores = [Double](repeating: 0, count: walk.home.count)
    var isCounted = [Bool](repeating: false, count: walk.home.count)
    for (slot, node) in walk.blockNodes.enumerated() where walk.isArticulation[Int(node)] {
      let node = Int(node)
      let own = SIMD2(given[node], givenTargets[node])
      if !isCounted[node] {
        isCounted[node] = true
        let others = total[node] - own
        cutScores[node] += others.x * others.y
      }
      // What lies behind this block, seen from the node.
      let branch = total[node] - weights[slot]
      cutScores[node] -= branch.x * branch.y
    }
    sources = weights.map(\.x)
    targets = weights.map(\.y)
    self.cutScores = cutScores
  }
}
