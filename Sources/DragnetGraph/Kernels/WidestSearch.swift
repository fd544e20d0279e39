/// The width of the widest path from one node to another: the largest strength that every arc on some
/// path has. Zero when there is none.
///
/// Dijkstra's search with the narrowest arc of a path in place of its length (Pollack, "The maximum
/// capacity through a network", *Operations Research* 8, 1960).
///
/// - Parameter width: scratch, a value for each node.
func widestWidth(
  from source: Int, to target: Int, offsets: Span<UInt32>, targets: Span<UInt32>,
  strengths: Span<Double>, width: inout MutableSpan<Double>
) -> Double {
  for node in width.indices { width[node] = 0 }
  width[source] = .infinity
  var heap = NearestHeap()
  heap.insert(UInt32(source), key: -.infinity)
  while !heap.isEmpty {
    let (key, taken) = heap.removeSmallest()
    let node = Int(taken)
    if -key < width[node] { continue }
    if node == target { return width[node] }
    for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
      let neighbor = unsafe targets[unchecked: arc]
      let narrowest = unsafe min(width[node], strengths[unchecked: arc])
      guard narrowest > width[Int(neighbor)] else { continue }
      width[Int(neighbor)] = narrowest
      heap.insert(neighbor, key: -narrowest)
    }
  }
  return 0
}
