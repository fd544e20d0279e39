/// The parent of a node that no search has reached, and of the one it started from.
let noParent = UInt32.max

/// Shortest distances from the nodes whose `distance` is 0 to all others, where it must be infinite.
/// An arc of infinite length is never used. `parent` must be `noParent` everywhere.
///
/// Dijkstra, "A note on two problems in connexion with graphs", *Numerische Mathematik* 1 (1959).
/// Where the longest arc is at most some 4,000 times as long as the shortest, nodes queue in buckets
/// as wide as the shortest arc; else in a heap.
///
/// - Parameter stop: the search ends when the distance of this node is final; −1 to go on.
/// - Parameter range: bounds on the lengths that are not infinite.
func dijkstra(
  from sources: [Int], until stop: Int = -1, offsets: Span<UInt32>, targets: Span<UInt32>,
  lengths: Span<Double>, range: ClosedRange<Double>, distance: inout MutableSpan<Double>,
  parent: inout MutableSpan<UInt32>
) {
  if range.lowerBound > 0, range.upperBound / range.lowerBound < 4000 {
    // A shade narrower, so that rounding never puts an arc's two ends into one bucket.
    dijkstraInBuckets(
      from: sources, until: stop, scale: (1 + 1e-6) / range.lowerBound, offsets: offsets,
      targets: targets, lengths: lengths, distance: &distance, parent: &parent)
  } else {
    dijkstraInHeap(
      from: sources, until: stop, offsets: offsets, targets: targets, lengths: lengths,
      distance: &distance, parent: &parent)
  }
}

private func dijkstraInBuckets(
  from sources: [Int], until stop: Int, scale: Double, offsets: Span<UInt32>,
  targets: Span<UInt32>, lengths: Span<Double>, distance: inout MutableSpan<Double>,
  parent: inout MutableSpan<UInt32>
) {
  var queue = RingQueue()
  for source in sources { queue.insert(UInt32(source), bucket: 0) }
  while let node = queue.removeLowest() {
    let near = unsafe distance[unchecked: Int(node)]
    // An entry left over from before the node came nearer.
    if Int(near * scale) != queue.current { continue }
    if Int(node) == stop { return }
    let (start, end) = unsafe (
      offsets[unchecked: Int(node)], offsets[unchecked: Int(node) + 1]
    )
    for arc in Int(start)..<Int(end) {
      let target = unsafe targets[unchecked: arc]
      let far = unsafe near + lengths[unchecked: arc]
      let old = unsafe distance[unchecked: Int(target)]
      guard far < old else { continue }
      unsafe distance[unchecked: Int(target)] = far
      unsafe parent[unchecked: Int(target)] = node
      let bucket = Int(far * scale)
      if old == .infinity || Int(old * scale) != bucket { queue.insert(target, bucket: bucket) }
    }
  }
}

private func dijkstraInHeap(
  from sources: [Int], until stop: Int, offsets: Span<UInt32>, targets: Span<UInt32>,
  lengths: Span<Double>, distance: inout MutableSpan<Double>, parent: inout MutableSpan<UInt32>
) {
  var heap = NearestHeap()
  for source in sources { heap.insert(UInt32(source), key: 0) }
  while !heap.isEmpty {
    let (near, node) = heap.removeSmallest()
    if unsafe distance[unchecked: Int(node)] < near { continue }
    if Int(node) == stop { return }
    let (start, end) = unsafe (
      offsets[unchecked: Int(node)], offsets[unchecked: Int(node) + 1]
    )
    for arc in Int(start)..<Int(end) {
      let target = unsafe targets[unchecked: arc]
      let far = unsafe near + lengths[unchecked: arc]
      guard unsafe far < distance[unchecked: Int(target)] else { continue }
      unsafe distance[unchecked: Int(target)] = far
      unsafe parent[unchecked: Int(target)] = node
      heap.insert(target, key: far)
    }
  }
}
