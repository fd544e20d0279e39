/// Takes nodes away from the smallest degree up. `order` holds the nodes by what is left of their
/// degree, `starts[d]` the first place of degree *d* or more.
func coreNumbers(offsets: Span<UInt32>, targets: Span<UInt32>) -> [Int] {
  let nodeCount = offsets.count - 1
  var degrees = [UInt32](repeating: 0, count: nodeCount)
  var degree = degrees.mutableSpan
  var largest = 0
  for node in 0..<nodeCount {
    degree[node] = offsets[node + 1] - offsets[node]
    largest = max(largest, Int(degree[node]))
  }
  var startList = [UInt32](repeating: 0, count: largest + 2)
  var start = startList.mutableSpan
  for node in 0..<nodeCount { unsafe start[unchecked: Int(degree[unchecked: node]) + 1] += 1 }
  for rank in 0..<(largest + 1) { start[rank + 1] += start[rank] }
  var orderList = [UInt32](repeating: 0, count: nodeCount)
  var placeList = orderList
  var order = orderList.mutableSpan
  var place = placeList.mutableSpan
  for node in 0..<nodeCount {
    let rank = unsafe Int(degree[unchecked: node])
    let slot = unsafe start[unchecked: rank]
    unsafe start[unchecked: rank] = slot + 1
    unsafe order[unchecked: Int(slot)] = UInt32(truncatingIfNeeded: node)
    unsafe place[unchecked: node] = slot
  }
  for rank in stride(from: largest + 1, to: 0, by: -1) { start[rank] = start[rank - 1] }
  start[0] = 0
  for index in 0..<nodeCount {
    let node = unsafe Int(order[unchecked: index])
    let core = unsafe degree[unchecked: node]
    for arc in unsafe Int(offsets[unchecked: node])..<Int(offsets[unchecked: node + 1]) {
      let neighbor = unsafe Int(targets[unchecked: arc])
      let rank = unsafe degree[unchecked: neighbor]
      if rank <= core { continue }
      // Swap it with the first of its degree, and let that degree start one later.
      let from = unsafe place[unchecked: neighbor]
      let to = unsafe start[unchecked: Int(rank)]
      if from != to {
        let first = unsafe order[unchecked: Int(to)]
        unsafe order[unchecked: Int(from)] = first
        unsafe place[unchecked: Int(first)] = from
        unsafe order[unchecked: Int(to)] = UInt32(truncatingIfNeeded: neighbor)
        unsafe place[unchecked: neighbor] = to
      }
      unsafe start[unchecked: Int(rank)] = to + 1
      unsafe degree[unchecked: neighbor] = rank - 1
    }
  }
  return degrees.map(Int.init)
}
