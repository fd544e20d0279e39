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

/// Breadth-first search that counts shortest paths, up to the level of a target. `distance` must be −1
/// and `count` 0 everywhere.
///
/// - Returns: the number of shortest paths to the target; 0 when it is out of reach.
func countPaths(
  from source: Int, to target: Int, offsets: Span<UInt32>, targets: Span<UInt32>,
  distance: inout MutableSpan<Int32>, count: inout MutableSpan<Double>,
  queue: inout MutableSpan<UInt32>
) -> Double {
  queue[0] = UInt32(source)
  distance[source] = 0
  count[source] = 1
  var head = 0
  var tail = 1
  while head < tail {
    let node = unsafe Int(queue[unchecked: head])
    // All nodes of the level before the target's have been visited when the target comes up.
    if node == target { break }
    head += 1
    let next = unsafe distance[unchecked: node] + 1
    let paths = unsafe count[unchecked: node]
    for arc in unsafe Int(offsets[unchecked: node])..<Int(offsets[unchecked: node + 1]) {
      let neighbor = unsafe targets[unchecked: arc]
      let found = unsafe distance[unchecked: Int(neighbor)]
      if found < 0 {
        unsafe distance[unchecked: Int(neighbor)] = next
        unsafe count[unchecked: Int(neighbor)] = paths
        unsafe queue[unchecked: tail] = neighbor
        tail += 1
      } else if found == next {
        unsafe count[unchecked: Int(neighbor)] += paths
      }
    }
  }
  return count[target]
}
