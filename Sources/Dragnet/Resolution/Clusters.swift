/// Things joined into sets.
struct Clusters {
  private var parents: [Int]
  private var sets: [Int: [Int]] = [:]

  init(count: Int) { parents = Array(0..<count) }

  /// The one that stands for the set that holds `index`. O(log n): the larger set keeps its root.
  func root(of index: Int) -> Int {
    var root = index
    while parents[root] != root { root = parents[root] }
    return root
  }

  /// All that is in the set of a root, in no order.
  func members(ofRoot root: Int) -> [Int] { sets[root] ?? [root] }

  /// Joins two sets.
  mutating func join(_ a: Int, _ b: Int) {
    let left = root(of: a), right = root(of: b)
    guard left != right else { return }
    let one = members(ofRoot: left), other = members(ofRoot: right)
    let (kept, gone) =
      one.count > other.count || (one.count == other.count && left < right)
      ? (left, right) : (right, left)
    sets[gone] = nil
    sets[kept, default: [kept]].append(contentsOf: kept == left ? other : one)
    parents[gone] = kept
  }
}
