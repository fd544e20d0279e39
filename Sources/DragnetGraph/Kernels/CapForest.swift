/// One scan of a graph that finds pairs of neighbors which no cut smaller than `bound` parts, and cuts
/// on the way.
///
/// Nodes are scanned in the order of their strength r(v) towards the scanned ones, the strongest
/// first. An arc that lifts r(v) to the bound or above joins two nodes that at least `bound` connects
/// (Nagamochi, Ono and Ibaraki, "Implementing an efficient minimum capacity cut algorithm",
/// *Mathematical Programming* 67, 1994). Beyond the bound the order does not matter, so such nodes
/// wait in a plain list (Henzinger, Noe and Schulz, "Shared-memory exact minimum cuts", 2019).
///
/// - Parameter join: called with two nodes that no smaller cut parts.
/// - Returns: the order of scanning; how many nodes of it make the smallest cut met, and its value.
///   When the graph is in pieces that is a whole piece, and the value 0.
func capForest(
  _ rows: StrengthRows, degrees: [Double], bound: Double, join: (Int, Int) -> Void
) -> (order: [UInt32], prefix: Int, value: Double) {
  let nodeCount = rows.nodeCount
  var reach = [Double](repeating: 0, count: nodeCount)
  var isScanned = [Bool](repeating: false, count: nodeCount)
  var order: [UInt32] = []
  var strong: [UInt32] = []
  var heap = NearestHeap()
  var best = (prefix: 0, value: Double.infinity)
  var crossing = 0.0
  // Sums in another order may fall short of the bound by their rounding.
  let enough = bound * (1 - 1e-12)
  order.reserveCapacity(nodeCount)
  heap.insert(0, key: 0)
  while true {
    let node: Int
    if let last = strong.popLast() {
      node = Int(last)
    } else if !heap.isEmpty {
      node = Int(heap.removeSmallest().node)
    } else {
      break
    }
    if isScanned[node] { continue }
    isScanned[node] = true
    order.append(UInt32(node))
    crossing += degrees[node] - 2 * reach[node]
    if order.count < nodeCount, crossing < best.value { best = (order.count, crossing) }
    for arc in Int(rows.offsets[node])..<Int(rows.offsets[node + 1]) {
      let target = Int(rows.targets[arc])
      if isScanned[target] { continue }
      let before = reach[target]
      let after = before + (rows.strengths.isEmpty ? 1 : rows.strengths[arc])
      reach[target] = after
      if after >= enough {
        join(node, target)
        if before < enough { strong.append(UInt32(target)) }
      } else if after > before {
        heap.insert(UInt32(target), key: -after)
      }
    }
  }
  return order.count < nodeCount
    ? (order, order.count, 0) : (order, best.prefix, max(0, best.value))
}
