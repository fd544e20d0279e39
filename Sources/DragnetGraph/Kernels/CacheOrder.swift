/// A graph whose nodes are renumbered so that nodes near each other stand near each other in memory:
/// in breadth-first order from the node of highest degree in each piece.
struct OrderedRows: Sendable {
  /// The old number of each node.
  let order: [UInt32]
  /// Rows of the arcs out of each node, in new numbers.
  let offsets: [UInt32]
  let targets: [UInt32]
  /// Rows of the arcs into each node; those out of it in an undirected graph.
  let inOffsets: [UInt32]
  let inTargets: [UInt32]
  /// The weakly connected pieces as ranges of new numbers.
  let pieces: [Range<Int>]

  init(_ graph: Graph) {
    let (incoming, sources) = graph.incoming
    let (order, pieces) = cacheOrder(
      offsets: graph.offsets, targets: graph.targets, inOffsets: incoming, inTargets: sources,
      isDirected: graph.isDirected)
    var numbers = [UInt32](repeating: 0, count: order.count)
    for (number, node) in order.enumerated() { numbers[Int(node)] = UInt32(number) }
    let rows = renumberedRows(
      offsets: graph.offsets.span, targets: graph.targets.span, order: order.span,
      numbers: numbers.span)
    let inRows =
      graph.isDirected
      ? renumberedRows(
        offsets: incoming.span, targets: sources.span, order: order.span, numbers: numbers.span)
      : rows
    (self.order, self.pieces) = (order, pieces)
    (offsets, targets) = rows
    (inOffsets, inTargets) = inRows
  }
}

/// Breadth-first order from hubs: Cuthill and McKee's idea, from the other end.
private func cacheOrder(
  offsets: [UInt32], targets: [UInt32], inOffsets: [UInt32], inTargets: [UInt32], isDirected: Bool
) -> (order: [UInt32], pieces: [Range<Int>]) {
  let nodeCount = offsets.count - 1
  var order: [UInt32] = []
  order.reserveCapacity(nodeCount)
  var pieces: [Range<Int>] = []
  var isPlaced = [Bool](repeating: false, count: nodeCount)
  for root in nodesByDegree(offsets: offsets.span) where !isPlaced[Int(root)] {
    let start = order.count
    isPlaced[Int(root)] = true
    order.append(root)
    var head = start
    while head < order.count {
      let node = Int(order[head])
      head += 1
      for arc in Int(offsets[node])..<Int(offsets[node + 1]) where !isPlaced[Int(targets[arc])] {
        isPlaced[Int(targets[arc])] = true
        order.append(targets[arc])
      }
      guard isDirected else { continue }
      for arc in Int(inOffsets[node])..<Int(inOffsets[node + 1])
      where !isPlaced[Int(inTargets[arc])] {
        isPlaced[Int(inTargets[arc])] = true
        order.append(inTargets[arc])
      }
    }
    pieces.append(start..<order.count)
  }
  return (order, pieces)
}

/// The nodes from the largest row to the smallest; equal ones by number.
func nodesByDegree(offsets: Span<UInt32>) -> [UInt32] {
  let nodeCount = offsets.count - 1
  var largest = 0
  for node in 0..<nodeCount { largest = max(largest, Int(offsets[node + 1] - offsets[node])) }
  var starts = [Int](repeating: 0, count: largest + 2)
  for node in 0..<nodeCount { starts[largest - Int(offsets[node + 1] - offsets[node]) + 1] += 1 }
  for rank in 1..<starts.count { starts[rank] += starts[rank - 1] }
  var nodes = [UInt32](repeating: 0, count: nodeCount)
  for node in 0..<nodeCount {
    let rank = largest - Int(offsets[node + 1] - offsets[node])
    nodes[starts[rank]] = UInt32(node)
    starts[rank] += 1
  }
  return nodes
}

/// The same rows under new numbers.
func renumberedRows(
  offsets: Span<UInt32>, targets: Span<UInt32>, order: Span<UInt32>, numbers: Span<UInt32>
) -> (offsets: [UInt32], targets: [UInt32]) {
  var newOffsets: [UInt32] = [0]
  newOffsets.reserveCapacity(order.count + 1)
  var newTargets: [UInt32] = []
  newTargets.reserveCapacity(targets.count)
  for number in order.indices {
    let node = Int(order[number])
    for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
      unsafe newTargets.append(numbers[unchecked: Int(targets[unchecked: arc])])
    }
    newOffsets.append(UInt32(newTargets.count))
  }
  return (newOffsets, newTargets)
}
