/// Nodes waiting to be visited, nearest first. A node may wait several times; the searches skip all but
/// the first of its visits.
protocol NodeQueue: Sendable {
  /// Adds a node. No key is smaller than the last one taken.
  mutating func push(_ node: UInt32, at key: Double)
  /// Takes a node with the smallest key, or nil when none waits.
  mutating func pop() -> UInt32?
}

/// A heap of four children a node, for any keys.
struct HeapQueue: NodeQueue {
  private var entries: [(key: Double, node: UInt32)] = []

  @inline(__always)
  mutating func push(_ node: UInt32, at key: Double) {
    var hole = entries.count
    entries.append((key, node))
    while hole > 0 {
      let parent = (hole - 1) / 4
      if entries[parent].key <= key { break }
      entries[hole] = entries[parent]
      hole = parent
    }
    entries[hole] = (key, node)
  }

  @inline(__always)
  mutating func pop() -> UInt32? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    let count = entries.count
    guard count > 0 else { return first.node }
    var hole = 0
    while true {
      let children = 4 * hole + 1
      if children >= count { break }
      var least = children
      for child in children..<min(children + 4, count) where entries[child].key < entries[least].key
      {
        least = child
      }
      if last.key <= entries[least].key { break }
      entries[hole] = entries[least]
      hole = least
    }
    entries[hole] = last
    return first.node
  }
}

/// A ring of buckets, for whole lengths up to `largestLength`: Dial, "Algorithm 360: Shortest-path
/// forest with topological ordering", *CACM* 12 (1969).
struct BucketQueue: NodeQueue {
  private var buckets: [[UInt32]]
  /// The ring has a power of two of buckets, so that a mask finds one.
  private let mask: Int
  private var current = 0
  private var waiting = 0

  /// The longest lengths for which buckets are used: a search looks at each bucket on its way.
  static let limit = 256.0

  init(largestLength: Int) {
    var size = 1
    while size <= largestLength { size *= 2 }
    buckets = Array(repeating: [], count: size)
    mask = size - 1
  }

  @inline(__always)
  mutating func push(_ node: UInt32, at key: Double) {
    waiting &+= 1
    buckets[Int(truncatingIfNeeded: Int64(key)) & mask].append(node)
  }

  @inline(__always)
  mutating func pop() -> UInt32? {
    guard waiting > 0 else { return nil }
    waiting &-= 1
    while true {
      if let node = buckets[current & mask].popLast() { return node }
      current &+= 1
    }
  }
}

/// True when buckets can hold all sums of these lengths.
func fitBuckets(_ lengths: [Double]) -> Bool {
  lengths.allSatisfy { $0 <= BucketQueue.limit && $0 == $0.rounded() }
}
