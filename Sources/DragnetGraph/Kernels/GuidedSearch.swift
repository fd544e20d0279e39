/// Reusable memory of guided searches in one graph.
struct GuidedSearch {
  private var distances: [Double]
  private var parents: [UInt32]
  /// The search that last reached each node.
  private var stamps: [UInt32]
  private var round: UInt32 = 0
  private var heap = NearestHeap()

  init(nodeCount: Int) {
    distances = [Double](repeating: 0, count: nodeCount)
    parents = [UInt32](repeating: noParent, count: nodeCount)
    stamps = [UInt32](repeating: 0, count: nodeCount)
  }

  /// The shortest path from a node to the root of a tree, avoiding blocked nodes and some first
  /// steps; nil when there is none.
  ///
  /// `bounds` holds the distance from each node to the root when nothing is blocked, `next` the step
  /// that leads there. As the bounds never overrate, nodes are taken by distance + bound (Hart,
  /// Nilsson and Raphael, "A formal basis for the heuristic determination of minimum cost paths",
  /// *IEEE Transactions on Systems Science and Cybernetics* 4, 1968); and as they are exact where
  /// nothing is in the way, the search is over at the first node whose path in the tree is free.
  ///
  /// - Parameter blocked: true for the nodes to avoid, `source` among them.
  mutating func path(
    from source: Int, avoiding blocked: [Bool], firstSteps banned: [UInt32], rows: LengthRows,
    bounds: [Double], next: [UInt32]
  ) -> (nodes: [Int], length: Double)? {
    round += 1
    heap.removeAll()
    stamps[source] = round
    distances[source] = 0
    parents[source] = noParent
    heap.insert(UInt32(source), key: bounds[source])
    while !heap.isEmpty {
      let (key, taken) = heap.removeSmallest()
      let node = Int(taken)
      let near = distances[node]
      if near + bounds[node] < key { continue }
      if node != source, let tail = freePath(from: node, next: next, blocked: blocked) {
        return (pathBack(from: node).reversed() + tail, near + bounds[node])
      }
      for arc in rows.arcs(of: node) {
        let target = Int(rows.targets[arc])
        let far = near + rows.lengths[arc]
        guard !blocked[target], bounds[target] < .infinity, far < .infinity,
          stamps[target] != round || far < distances[target],
          node != source || !banned.contains(rows.targets[arc])
        else { continue }
        stamps[target] = round
        distances[target] = far
        parents[target] = taken
        heap.insert(UInt32(target), key: far + bounds[target])
      }
    }
    return nil
  }

  /// The nodes from the source to one that was reached, backwards.
  private func pathBack(from node: Int) -> [Int] {
    var nodes = [node]
    var node = node
    while parents[node] != noParent {
      node = Int(parents[node])
      nodes.append(node)
    }
    return nodes
  }
}

/// The nodes after one on its path to the root of a tree, or nil when a blocked one is among them.
func freePath(from node: Int, next: [UInt32], blocked: [Bool]) -> [Int]? {
  var nodes: [Int] = []
  var node = node
  while next[node] != noParent {
    node = Int(next[node])
    if blocked[node] { return nil }
    nodes.append(node)
  }
  return nodes
}
