/// Edges in the order in which a graph numbers them: by source, then target, each once.
struct CanonicalEdges {
  private(set) var sources: [UInt32]
  private(set) var targets: [UInt32]
  private(set) var strengths: [Double]?
  private(set) var lengths: [Double]?
  private(set) var multiplicities: [UInt32]?
  private(set) var selfLoopCount = 0
  private(set) var parallelCount = 0

  /// Sorts, merges and checks edges as they were given.
  init(
    nodeCount: Int, sources: consuming [UInt32], targets: consuming [UInt32], directed: Bool,
    strengths: [Double]?, lengths: [Double]?
  ) throws(GraphError) {
    let count = sources.count
    guard nodeCount < Int(Int32.max) else {
      throw .tooLarge(what: "nodes", count: nodeCount, limit: Int(Int32.max) - 1)
    }
    guard count < Int(Int32.max) else {
      throw .tooLarge(what: "edges", count: count, limit: Int(Int32.max) - 1)
    }
    guard targets.count == count else {
      throw .wrongCount(of: "targets", expected: count, found: targets.count)
    }
    if let strengths {
      guard strengths.count == count else {
        throw .wrongCount(of: "strengths", expected: count, found: strengths.count)
      }
      if let bad = strengths.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
        throw .invalidStrength(edge: bad, value: strengths[bad])
      }
    }
    if let lengths {
      guard lengths.count == count else {
        throw .wrongCount(of: "lengths", expected: count, found: lengths.count)
      }
      if let bad = lengths.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
        throw .invalidLength(edge: bad, value: lengths[bad])
      }
    }
    self.sources = sources
    self.targets = targets
    self.strengths = strengths
    self.lengths = lengths
    let survey = try CanonicalEdges.orient(
      sources: &self.sources, targets: &self.targets, nodeCount: nodeCount, directed: directed)
    if survey.loops == 0 && survey.isAscending { return }
    if strengths == nil && lengths == nil {
      sortPairs(nodeCount: nodeCount, sources: &self.sources, targets: &self.targets)
      mergePairs()
    } else {
      mergeWithValues(nodeCount: nodeCount)
    }
  }

  /// Turns undirected edges from the smaller to the larger node, and says whether they already stand
  /// in order.
  private static func orient(
    sources: inout [UInt32], targets: inout [UInt32], nodeCount: Int, directed: Bool
  ) throws(GraphError) -> (loops: Int, isAscending: Bool) {
    var loops = 0
    var isAscending = true
    var previous: UInt64 = 0
    var source = sources.mutableSpan
    var target = targets.mutableSpan
    for index in source.indices {
      var (a, b) = (source[index], target[index])
      guard Int(max(a, b)) < nodeCount else {
        throw .nodeOutOfRange(node: Int(max(a, b)), nodeCount: nodeCount)
      }
      if !directed && a > b {
        swap(&a, &b)
        source[index] = a
        target[index] = b
      }
      if a == b { loops += 1 }
      // One more than the pair, so that the first edge (0, 0) still stands above nothing.
      let key = (UInt64(a) << 32 | UInt64(b)) + 1
      isAscending = isAscending && key > previous
      previous = key
    }
    return (loops, isAscending)
  }

  /// Drops self-loops and repeated pairs of a sorted list.
  private mutating func mergePairs() {
    var kept = 0
    var counts: [UInt32] = []
    for index in sources.indices {
      if sources[index] == targets[index] {
        selfLoopCount += 1
      } else if kept > 0 && sources[index] == sources[kept - 1]
        && targets[index] == targets[kept - 1]
      {
        if counts.isEmpty { counts = [UInt32](repeating: 1, count: sources.count) }
        counts[kept - 1] += 1
        parallelCount += 1
      } else {
        sources[kept] = sources[index]
        targets[kept] = targets[index]
        kept += 1
      }
    }
    sources.removeLast(sources.count - kept)
    targets.removeLast(targets.count - kept)
    if !counts.isEmpty { multiplicities = Array(counts.prefix(kept)) }
  }

  /// Sorts and merges edges that carry strengths or lengths.
  private mutating func mergeWithValues(nodeCount: Int) {
    let order = sortedOrder(nodeCount: nodeCount, sources: sources, targets: targets)
    var merged = (sources: [UInt32](), targets: [UInt32](), counts: [UInt32]())
    var newStrengths: [Double] = []
    var newLengths: [Double] = []
    var start = 0
    while start < order.count {
      let (source, target) = (sources[Int(order[start])], targets[Int(order[start])])
      var end = start + 1
      while end < order.count, sources[Int(order[end])] == source,
        targets[Int(order[end])] == target
      { end += 1 }
      let group = order[start..<end]
      start = end
      if source == target {
        selfLoopCount += group.count
        continue
      }
      parallelCount += group.count - 1
      merged.sources.append(source)
      merged.targets.append(target)
      merged.counts.append(UInt32(group.count))
      // Added from the smallest up: the sum must not depend on the order in which edges came.
      if let strengths {
        newStrengths.append(group.map { strengths[Int($0)] }.sorted().reduce(0, +))
      }
      if let lengths {
        newLengths.append(group.reduce(Double.infinity) { min($0, lengths[Int($1)]) })
      }
    }
    sources = merged.sources
    targets = merged.targets
    if parallelCount > 0 { multiplicities = merged.counts }
    if strengths != nil { strengths = newStrengths }
    if lengths != nil { lengths = newLengths }
  }
}
