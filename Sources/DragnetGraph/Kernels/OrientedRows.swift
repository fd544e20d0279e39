/// An undirected graph with every edge pointing from the node of smaller degree to that of larger, and
/// the nodes numbered by degree: no row is longer than √(2*m*), so triangles are found in O(*m*^1.5)
/// however large the hubs are, and the marks that are looked up most stand together.
struct OrientedRows {
  /// The old number of each node, smallest degree first.
  let order: [UInt32]
  /// Rows of the arcs to nodes of larger degree.
  let offsets: [UInt32]
  let targets: [UInt32]
  /// The arc of the graph behind each arc, when asked for.
  let arcs: [UInt32]

  init(offsets given: [UInt32], targets givenTargets: [UInt32], withArcs: Bool) {
    order = nodesByDegree(offsets: given.span).reversed()
    let nodeCount = order.count
    var ranks = [UInt32](repeating: 0, count: nodeCount)
    for (rank, node) in order.enumerated() { ranks[Int(node)] = UInt32(truncatingIfNeeded: rank) }
    var newOffsets = [UInt32](repeating: 0, count: nodeCount + 1)
    var newTargets = [UInt32](repeating: 0, count: givenTargets.count / 2 + 1)
    var newArcs = [UInt32](repeating: 0, count: withArcs ? givenTargets.count / 2 + 1 : 0)
    let oldOffsets = given.span
    let oldTargets = givenTargets.span
    let rank = ranks.span
    var offset = newOffsets.mutableSpan
    var target = newTargets.mutableSpan
    var arcSpan = newArcs.mutableSpan
    var count = 0
    for number in 0..<nodeCount {
      let node = Int(order[number])
      for arc in unsafe Int(oldOffsets[unchecked: node])..<Int(oldOffsets[unchecked: node + 1]) {
        let other = unsafe rank[unchecked: Int(oldTargets[unchecked: arc])]
        unsafe target[unchecked: count] = other
        if other > number {
          if withArcs { unsafe arcSpan[unchecked: count] = UInt32(truncatingIfNeeded: arc) }
          count += 1
        }
      }
      unsafe offset[unchecked: number + 1] = UInt32(truncatingIfNeeded: count)
    }
    self.offsets = newOffsets
    self.targets = newTargets
    self.arcs = newArcs
  }

  /// Triangles at each node, by old numbers.
  func triangleCounts() -> [Int] {
    var markList = [UInt32](repeating: 0, count: order.count)
    var countList = [UInt32](repeating: 0, count: order.count)
    var mark = markList.mutableSpan
    var count = countList.mutableSpan
    let offset = offsets.span
    let target = targets.span
    for node in 0..<order.count {
      let row = unsafe Int(offset[unchecked: node])..<Int(offset[unchecked: node + 1])
      if row.count < 2 { continue }
      for arc in row { unsafe mark[unchecked: Int(target[unchecked: arc])] = 1 }
      var own: UInt32 = 0
      for arc in row {
        let middle = unsafe Int(target[unchecked: arc])
        var shared: UInt32 = 0
        for far in unsafe Int(offset[unchecked: middle])..<Int(offset[unchecked: middle + 1]) {
          let last = unsafe Int(target[unchecked: far])
          let isShared = unsafe mark[unchecked: last]
          shared &+= isShared
          unsafe count[unchecked: last] &+= isShared
        }
        unsafe count[unchecked: middle] &+= shared
        own &+= shared
      }
      unsafe count[unchecked: node] &+= own
      for arc in row { unsafe mark[unchecked: Int(target[unchecked: arc])] = 0 }
    }
    var result = [Int](repeating: 0, count: order.count)
    for (number, node) in order.enumerated() { result[Int(node)] = Int(countList[number]) }
    return result
  }

  /// Calls `visit` with the arcs (of these rows) u→v, u→w, v→w of each triangle and its nodes u < v < w.
  @inline(__always)
  func forEachTriangle(
    _ visit: (_ uv: Int, _ uw: Int, _ vw: Int, _ u: Int, _ v: Int, _ w: Int) -> Void
  ) {
    var markList = [UInt32](repeating: 0, count: order.count)
    var mark = markList.mutableSpan
    let offset = offsets.span
    let target = targets.span
    for node in 0..<order.count {
      let row = unsafe Int(offset[unchecked: node])..<Int(offset[unchecked: node + 1])
      if row.count < 2 { continue }
      for arc in row {
        unsafe mark[unchecked: Int(target[unchecked: arc])] = UInt32(truncatingIfNeeded: arc &+ 1)
      }
      for arc in row {
        let middle = unsafe Int(target[unchecked: arc])
        for far in unsafe Int(offset[unchecked: middle])..<Int(offset[unchecked: middle + 1]) {
          let last = unsafe Int(target[unchecked: far])
          let found = unsafe Int(mark[unchecked: last])
          if found != 0 { visit(arc, found - 1, far, node, middle, last) }
        }
      }
      for arc in row { unsafe mark[unchecked: Int(target[unchecked: arc])] = 0 }
    }
  }

  /// For each arc Σ `value` of the third node over its triangles, and for each node twice the number of
  /// its triangles.
  func sharedValues(
    _ value: Span<Double>, arcSums: inout MutableSpan<Double>, nodes: inout MutableSpan<Double>
  ) {
    var markList = [UInt32](repeating: 0, count: order.count)
    var mark = markList.mutableSpan
    let offset = offsets.span
    let target = targets.span
    for node in 0..<order.count {
      let row = unsafe Int(offset[unchecked: node])..<Int(offset[unchecked: node + 1])
      if row.count < 2 { continue }
      for arc in row {
        unsafe mark[unchecked: Int(target[unchecked: arc])] = UInt32(truncatingIfNeeded: arc &+ 1)
      }
      let own = unsafe value[unchecked: node]
      var all = 0.0
      for arc in row {
        let middle = unsafe Int(target[unchecked: arc])
        let between = unsafe value[unchecked: middle]
        var sum = 0.0
        var count = 0.0
        for far in unsafe Int(offset[unchecked: middle])..<Int(offset[unchecked: middle + 1]) {
          let last = unsafe Int(target[unchecked: far])
          let found = unsafe Int(mark[unchecked: last])
          if found == 0 { continue }
          unsafe sum += value[unchecked: last]
          unsafe arcSums[unchecked: found &- 1] += between
          unsafe arcSums[unchecked: far] += own
          unsafe nodes[unchecked: last] += 2
          count += 2
        }
        unsafe arcSums[unchecked: arc] += sum
        unsafe nodes[unchecked: middle] += count
        all += count
      }
      unsafe nodes[unchecked: node] += all
      for arc in row { unsafe mark[unchecked: Int(target[unchecked: arc])] = 0 }
    }
  }

  /// For each node Σ (1 + sum)² over its arcs, out and in.
  func squaredSums(_ arcSums: Span<Double>, into squares: inout MutableSpan<Double>) {
    let offset = offsets.span
    let target = targets.span
    for node in 0..<order.count {
      var own = 0.0
      for arc in unsafe Int(offset[unchecked: node])..<Int(offset[unchecked: node + 1]) {
        let sum = unsafe 1 + arcSums[unchecked: arc]
        own += sum * sum
        unsafe squares[unchecked: Int(target[unchecked: arc])] += sum * sum
      }
      unsafe squares[unchecked: node] += own
    }
  }
}
