/// What one depth-first walk of an undirected graph finds: where it falls apart when a node goes.
///
/// Tarjan, "Depth-first search and linear graph algorithms", *SIAM Journal on Computing* 1 (1972),
/// without recursion.
struct BlockWalk {
  /// The nodes of each block one after the other, each block's root (the node nearest the start of the
  /// walk) first. A block comes before the block that holds its root as another node.
  private(set) var blockNodes: [UInt32] = []
  /// Block *b* is `blockNodes[blockStarts[b]..<blockStarts[b + 1]]`.
  private(set) var blockStarts: [Int] = [0]
  /// The block in which each node is not the root; −1 for the start of a walk.
  private(set) var home: [Int32]
  /// True for each node whose removal cuts its component in two or more.
  private(set) var isArticulation: [Bool]

  init(offsets: [UInt32], targets: [UInt32]) {
    let nodeCount = offsets.count - 1
    home = Array(repeating: -1, count: nodeCount)
    isArticulation = Array(repeating: false, count: nodeCount)
    var number = [UInt32](repeating: 0, count: nodeCount)
    var low = number
    var next = number
    var path: [UInt32] = []
    var waiting: [UInt32] = []
    var clock: UInt32 = 0
    let offsets = offsets.span
    let targets = targets.span
    var numbers = number.mutableSpan
    var lows = low.mutableSpan
    var nexts = next.mutableSpan
    for root in 0..<nodeCount where numbers[root] == 0 {
      clock += 1
      numbers[root] = clock
      lows[root] = clock
      nexts[root] = offsets[root]
      path.append(UInt32(root))
      var rootBlocks = 0
      while let top = path.last {
        let node = Int(top)
        let arc = unsafe nexts[unchecked: node]
        if unsafe arc < offsets[unchecked: node + 1] {
          unsafe nexts[unchecked: node] = arc + 1
          let target = unsafe Int(targets[unchecked: Int(arc)])
          let seen = unsafe numbers[unchecked: target]
          if seen == 0 {
            clock += 1
            unsafe numbers[unchecked: target] = clock
            unsafe lows[unchecked: target] = clock
            unsafe nexts[unchecked: target] = offsets[unchecked: target]
            path.append(UInt32(truncatingIfNeeded: target))
            waiting.append(UInt32(truncatingIfNeeded: target))
          } else if unsafe seen < lows[unchecked: node] {
            // The arc back to the parent does no harm: low(v) ≥ number(parent) still marks a block.
            unsafe lows[unchecked: node] = seen
          }
          continue
        }
        path.removeLast()
        guard let above = path.last else { break }
        let parent = Int(above)
        let reach = unsafe lows[unchecked: node]
        if unsafe reach >= numbers[unchecked: parent] {
          if parent == root { rootBlocks += 1 } else { isArticulation[parent] = true }
          closeBlock(root: above, through: top, waiting: &waiting)
        } else if unsafe reach < lows[unchecked: parent] {
          unsafe lows[unchecked: parent] = reach
        }
      }
      if rootBlocks > 1 { isArticulation[root] = true }
    }
  }

  private mutating func closeBlock(root: UInt32, through node: UInt32, waiting: inout [UInt32]) {
    let block = Int32(blockStarts.count - 1)
    blockNodes.append(root)
    while let last = waiting.popLast() {
      blockNodes.append(last)
      home[Int(last)] = block
      if last == node { break }
    }
    blockStarts.append(blockNodes.count)
  }

  /// Number of blocks.
  var count: Int { blockStarts.count - 1 }

  /// The nodes of a block, its root first.
  func nodes(of block: Int) -> ArraySlice<UInt32> {
    blockNodes[blockStarts[block]..<blockStarts[block + 1]]
  }
}
