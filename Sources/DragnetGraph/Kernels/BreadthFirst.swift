/// Breadth-first search. `distance` must be −1 everywhere; the queue holds the reached nodes in order
/// of distance.
///
/// - Returns: how many nodes were reached, the source included.
func breadthFirst(
  from source: Int, offsets: Span<UInt32>, targets: Span<UInt32>,
  distance: inout MutableSpan<Int32>, queue: inout MutableSpan<UInt32>
) -> Int {
  queue[0] = UInt32(source)
  distance[source] = 0
  var head = 0
  var tail = 1
  while head < tail {
    let node = unsafe Int(queue[unchecked: head])
    head += 1
    let next = unsafe distance[unchecked: node] + 1
    let (start, end) = unsafe (offsets[unchecked: node], offsets[unchecked: node + 1])
    for arc in Int(start)..<Int(end) {
      let neighbor = unsafe targets[unchecked: arc]
      guard unsafe distance[unchecked: Int(neighbor)] < 0 else { continue }
      unsafe distance[unchecked: Int(neighbor)] = next
      unsafe queue[unchecked: tail] = neighbor
      tail += 1
    }
  }
  return tail
}
