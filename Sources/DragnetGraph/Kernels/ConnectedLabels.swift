/// Joins the two ends of every arc in a forest where each node points at a smaller one or itself, the
/// root is the smallest node of its tree; then numbers the roots in order.
///
/// Union by smallest root with path halving: Tarjan and van Leeuwen, "Worst-case analysis of set
/// union algorithms", *Journal of the ACM* 31 (1984). Where every arc has one that leads back, the
/// nodes that the first two arcs of each already tie to the largest tree need no look at their others:
/// Sutton, Ben-Nun and Barak, "Optimizing Parallel Graph Connectivity Computation via Subgraph
/// Sampling", *IPDPS* (2018).
func connectedLabels(
  offsets: Span<UInt32>, targets: Span<UInt32>, isSymmetric: Bool
) -> (labels: [Int], count: Int) {
  let nodeCount = offsets.count - 1
  var parents = Array(0..<UInt32(nodeCount))
  var parent = parents.mutableSpan
  let early: UInt32 = isSymmetric ? 2 : 0
  for node in 0..<nodeCount where isSymmetric {
    let first = unsafe offsets[unchecked: node]
    let last = unsafe min(first &+ early, offsets[unchecked: node + 1])
    join(node, Int(first)..<Int(last), targets: targets, parent: &parent)
  }
  var largest = isSymmetric ? frequentRoot(&parent) : -1
  for node in 0..<nodeCount {
    let last = unsafe offsets[unchecked: node + 1]
    let first = unsafe min(offsets[unchecked: node] &+ early, last)
    if first == last { continue }
    if largest >= 0 {
      largest = findRoot(of: largest, parent: &parent)
      if findRoot(of: node, parent: &parent) == largest { continue }
    }
    join(node, Int(first)..<Int(last), targets: targets, parent: &parent)
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

@inline(__always)
private func join(
  _ node: Int, _ arcs: Range<Int>, targets: Span<UInt32>, parent: inout MutableSpan<UInt32>
) {
  var root = findRoot(of: node, parent: &parent)
  for arc in arcs {
    let target = unsafe Int(targets[unchecked: arc])
    if unsafe parent[unchecked: target] == UInt32(truncatingIfNeeded: root) { continue }
    let other = findRoot(of: target, parent: &parent)
    if other == root { continue }
    unsafe parent[unchecked: max(root, other)] = UInt32(truncatingIfNeeded: min(root, other))
    root = min(root, other)
  }
}

/// The root that most of a hundred nodes, evenly spread, have. Any root would give the same labels; this
/// one saves the most work.
private func frequentRoot(_ parent: inout MutableSpan<UInt32>) -> Int {
  var counts: [Int: Int] = [:]
  for node in stride(from: 0, to: parent.count, by: max(1, parent.count / 100)) {
    counts[findRoot(of: node, parent: &parent), default: 0] += 1
  }
  return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? -1
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
