/// Nodes by key, the smallest key first; of equal keys the smaller node. A node may stand in it more
/// than once: whoever takes one out asks whether the entry is still current.
///
/// Four children to a parent: half as many levels as with two, and four entries fill one cache line
/// (LaMarca and Ladner, "The influence of caches on the performance of heaps", 1996).
struct NearestHeap {
  struct Entry {
    let key: Double
    let node: UInt32

    static func < (one: Entry, other: Entry) -> Bool {
      one.key < other.key || (one.key == other.key && one.node < other.node)
    }
  }

  private var entries: [Entry] = []

  var isEmpty: Bool { entries.isEmpty }
  var smallestKey: Double? { entries.first?.key }

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  mutating func insert(_ node: UInt32, key: Double) {
    let entry = Entry(key: key, node: node)
    entries.append(entry)
    var position = entries.count - 1
    var entries = entries.mutableSpan
    while position > 0 {
      let parent = (position - 1) / 4
      let above = unsafe entries[unchecked: parent]
      if above < entry { break }
      unsafe entries[unchecked: position] = above
      position = parent
    }
    unsafe entries[unchecked: position] = entry
  }

  /// Takes out the entry with the smallest key. The heap must hold one.
  mutating func removeSmallest() -> (key: Double, node: UInt32) {
    let smallest = (key: entries[0].key, node: entries[0].node)
    let entry = entries.removeLast()
    let count = entries.count
    if count == 0 { return smallest }
    var entries = entries.mutableSpan
    var position = 0
    while true {
      let first = 4 * position + 1
      if first >= count { break }
      var child = first
      var least = unsafe entries[unchecked: first]
      var other = first + 1
      while other < min(first + 4, count) {
        let candidate = unsafe entries[unchecked: other]
        if candidate < least { (child, least) = (other, candidate) }
        other += 1
      }
      if entry < least { break }
      unsafe entries[unchecked: position] = least
      position = child
    }
    unsafe entries[unchecked: position] = entry
    return smallest
  }
}
