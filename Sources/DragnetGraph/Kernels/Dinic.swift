/// Pushes as much flow as fits from one node to another, through what is left on each arc.
///
/// Rows must be sorted and go both ways: to each arc there is one back, which gains what the arc
/// loses. Only arcs that carry flow need their opposite, so it is looked up and not stored.
///
/// Dinic, "Algorithm for solution of a problem of maximum flow in networks with power estimation",
/// *Soviet Mathematics Doklady* 11 (1970).
///
/// - Parameter level: on return, not negative exactly for the nodes the source still reaches: the
///   smallest source side of a minimum cut.
/// - Parameter next: scratch, a position for each node. `queue`, `path`: scratch, a node for each.
func dinic<Flow: Numeric & Comparable>(
  from source: Int, to sink: Int, offsets: Span<UInt32>, targets: Span<UInt32>,
  left: inout MutableSpan<Flow>, level: inout MutableSpan<Int32>,
  next: inout MutableSpan<UInt32>, queue: inout MutableSpan<UInt32>,
  path: inout MutableSpan<UInt32>
) {
  while levels(
    from: source, to: sink, offsets: offsets, targets: targets, left: left, level: &level,
    queue: &queue)
  {
    for node in next.indices { unsafe next[unchecked: node] = offsets[unchecked: node] }
    // A walk down the levels: `path` holds the arcs from the source to `node`.
    var node = source
    var depth = 0
    while true {
      if node == sink {
        push(
          depth: depth, source: source, offsets: offsets, targets: targets, left: &left,
          path: path)
        // Back to the start of the first arc that is full now.
        depth = (0..<depth).first { left[Int(path[$0])] == 0 } ?? 0
        node = depth == 0 ? source : Int(targets[Int(path[depth - 1])])
      }
      var arc = unsafe Int(next[unchecked: node])
      let end = unsafe Int(offsets[unchecked: node + 1])
      let below = unsafe level[unchecked: node] + 1
      if below == level[sink] {
        // One level above the sink no other node leads on, so the row need not be searched.
        arc = position(of: UInt32(sink), in: node, offsets: offsets, targets: targets)
        if arc == end || targets[arc] != UInt32(sink) || left[arc] == 0 { arc = end }
      }
      while arc < end {
        let target = unsafe Int(targets[unchecked: arc])
        if unsafe level[unchecked: target] == below, unsafe left[unchecked: arc] != 0 { break }
        arc += 1
      }
      unsafe next[unchecked: node] = UInt32(truncatingIfNeeded: arc)
      if arc < end {
        path[depth] = UInt32(truncatingIfNeeded: arc)
        depth += 1
        node = unsafe Int(targets[unchecked: arc])
      } else {
        if depth == 0 { break }
        // A dead end: no later walk needs to come here.
        level[node] = .max
        depth -= 1
        node = depth == 0 ? source : Int(targets[Int(path[depth - 1])])
        next[node] += 1
      }
    }
  }
}

/// Breadth-first levels over arcs that have something left, up to that of the sink; nodes of its level
/// count as out of reach. False when it cannot be reached.
private func levels<Flow: Numeric & Comparable>(
  from source: Int, to sink: Int, offsets: Span<UInt32>, targets: Span<UInt32>,
  left: borrowing MutableSpan<Flow>, level: inout MutableSpan<Int32>,
  queue: inout MutableSpan<UInt32>
) -> Bool {
  for node in level.indices { unsafe level[unchecked: node] = -1 }
  level[source] = 0
  queue[0] = UInt32(source)
  var head = 0
  var tail = 1
  while head < tail {
    let node = unsafe Int(queue[unchecked: head])
    head += 1
    let below = unsafe level[unchecked: node] + 1
    if level[sink] >= 0 && below >= level[sink] { return true }
    let (start, end) = unsafe (offsets[unchecked: node], offsets[unchecked: node + 1])
    for arc in Int(start)..<Int(end) {
      let target = unsafe Int(targets[unchecked: arc])
      guard unsafe level[unchecked: target] < 0, unsafe left[unchecked: arc] != 0 else { continue }
      unsafe level[unchecked: target] = below
      unsafe queue[unchecked: tail] = UInt32(truncatingIfNeeded: target)
      tail += 1
    }
  }
  return level[sink] >= 0
}

/// Moves what the narrowest arc of a path allows along it.
private func push<Flow: Numeric & Comparable>(
  depth: Int, source: Int, offsets: Span<UInt32>, targets: Span<UInt32>,
  left: inout MutableSpan<Flow>, path: borrowing MutableSpan<UInt32>
) {
  var amount = left[Int(path[0])]
  for step in 0..<depth { amount = min(amount, left[Int(path[step])]) }
  var node = source
  for step in 0..<depth {
    let arc = Int(path[step])
    let target = Int(targets[arc])
    left[arc] -= amount
    left[position(of: UInt32(node), in: target, offsets: offsets, targets: targets)] += amount
    node = target
  }
}

/// Where a node stands in the sorted row of another.
private func position(
  of wanted: UInt32, in node: Int, offsets: Span<UInt32>, targets: Span<UInt32>
) -> Int {
  var low = Int(offsets[node])
  var high = Int(offsets[node + 1])
  while high - low > 1 {
    let middle = (low + high) / 2
    if targets[middle] <= wanted { low = middle } else { high = middle }
  }
  return low
}
