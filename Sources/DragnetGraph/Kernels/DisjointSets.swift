/// Sets of nodes that share none, joined two at a time; each is known by its smallest node.
///
/// Path halving: Tarjan and van Leeuwen, "Worst-case analysis of set union algorithms", *Journal of
/// the ACM* 31 (1984).
struct DisjointSets {
  private var parents: [UInt32]

  init(count: Int) { parents = Array(0..<UInt32(count)) }

  mutating func root(of node: Int) -> Int {
    var node = node
    while Int(parents[node]) != node {
      parents[node] = parents[Int(parents[node])]
      node = Int(parents[node])
    }
    return node
  }

  /// Joins two sets; false when they were one already.
  @discardableResult mutating func join(_ one: Int, _ other: Int) -> Bool {
    let (one, other) = (root(of: one), root(of: other))
    if one == other { return false }
    parents[max(one, other)] = UInt32(min(one, other))
    return true
  }

  /// The set of each node, numbered by smallest nodes.
  mutating func labels() -> (labels: [UInt32], count: Int) {
    var labels = [UInt32](repeating: 0, count: parents.count)
    var count = 0
    for node in parents.indices {
      let root = root(of: node)
      if root == node {
        labels[node] = UInt32(count)
        count += 1
      } else {
        labels[node] = labels[root]
      }
    }
    return (labels, count)
  }
}
