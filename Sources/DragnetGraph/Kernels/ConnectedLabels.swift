/// Joins the two ends of every arc in a forest where each node points at a smaller one or itself, the
/// root is the smallest node of its tree; then numbers the roots in order.
///
/// Union by smallest root with path halving: Tarjan and van Leeuwen, "Worst-case analysis of set
/// union algorithms", *Journal of the ACM* 31 (1984).
func connectedLabels(
  offsets: Span<UInt32>, targets: Span<UInt32>
) -> (labels: [Int], count: Int) {
  let nodeCount = offsets.count - 1
  var parents = Array(0..<UInt32(nodeCount))
  var parent = parents.mutableSpan
  for node in 0..<nodeCount {
    var root = findRoot(of: node, parent: &parent)
    for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
      let target = unsafe Int(targets[unchecked: arc])
      if unsafe parent[unchecked: target] == UInt32(root) { continue }
      let other = findRoot(of: target, parent: &parent)
      if other == root { continue }
      unsafe parent[unchecked: max(root, other)] = UInt32(min(root, other))
      root = min(root, other)
    }
  }
  var labels = [Int](repeating: 0, count: nodeCount)
  var count = 0
  for node in 0..<nodeCount {
    let up = Int(parent[node])
    // A parent is smaller than its child, so its label stands already.
    if up == node {
      labels[node] = count
      count += 1
    } else {
      labels[node] = labels[up]
    }
  }
  return (labels, count)
}

private func findRoot(of node: Int, parent: inout MutableSpan<UInt32>) -> Int {
  var node = node
  while true {
    let up = unsafe Int(parent[unchecked: node])
    if up == node { return node }
    let above = unsafe parent[unchecked: up]
    unsafe parent[unchecked: node] = above
    node = Int(above)
  }
}
