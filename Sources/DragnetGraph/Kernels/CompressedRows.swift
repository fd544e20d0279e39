/// Compressed sparse rows of edges that stand by source, then target: `offsets` (*n* + 1) and the
/// target of each arc, ascending within a row.
///
/// Both ways, each edge must lead from the smaller node to the larger: then the arcs back to smaller
/// nodes come before those to larger ones, and each row is sorted without sorting.
func compressedRows(
  nodeCount: Int, sources: [UInt32], targets: [UInt32], bothWays: Bool
) -> (offsets: [UInt32], targets: [UInt32]) {
  // One slot to spare: during filling, `offsets[v + 1]` is the next free slot of row v, and in the
  // end its end.
  var offsets = [UInt32](repeating: 0, count: nodeCount + 2)
  let source = sources.span
  let target = targets.span
  var offset = offsets.mutableSpan
  for index in source.indices {
    unsafe offset[unchecked: Int(source[unchecked: index]) + 2] += 1
    if bothWays { unsafe offset[unchecked: Int(target[unchecked: index]) + 2] += 1 }
  }
  for node in 0..<nodeCount { offset[node + 2] += offset[node + 1] }
  guard bothWays else {
    offsets.removeFirst()
    return (offsets, targets)
  }
  let rows = unsafe [UInt32](unsafeUninitializedCapacity: 2 * sources.count) { buffer, count in
    for index in source.indices {
      let (a, b) = unsafe (source[unchecked: index], target[unchecked: index])
      let forward = unsafe offset[unchecked: Int(a) + 1]
      unsafe offset[unchecked: Int(a) + 1] = forward + 1
      unsafe buffer[Int(forward)] = b
      let backward = unsafe offset[unchecked: Int(b) + 1]
      unsafe offset[unchecked: Int(b) + 1] = backward + 1
      unsafe buffer[Int(backward)] = a
    }
    count = 2 * sources.count
  }
  offsets.removeLast()
  return (offsets, rows)
}

/// Sorts pairs by source, then target, by counting: two stable passes.
func sortPairs(nodeCount: Int, sources: inout [UInt32], targets: inout [UInt32]) {
  var otherSources = [UInt32](repeating: 0, count: sources.count)
  var otherTargets = otherSources
  countingPass(
    nodeCount: nodeCount, key: targets.span, value: sources.span,
    sortedKey: &otherTargets, sortedValue: &otherSources)
  countingPass(
    nodeCount: nodeCount, key: otherSources.span, value: otherTargets.span,
    sortedKey: &sources, sortedValue: &targets)
}

private func countingPass(
  nodeCount: Int, key: Span<UInt32>, value: Span<UInt32>, sortedKey: inout [UInt32],
  sortedValue: inout [UInt32]
) {
  var nextSlots = [UInt32](repeating: 0, count: nodeCount + 1)
  var next = nextSlots.mutableSpan
  for index in key.indices { unsafe next[unchecked: Int(key[unchecked: index]) + 1] += 1 }
  for node in 0..<nodeCount { next[node + 1] += next[node] }
  var newKey = sortedKey.mutableSpan
  var newValue = sortedValue.mutableSpan
  for index in key.indices {
    let item = unsafe key[unchecked: index]
    let slot = unsafe Int(next[unchecked: Int(item)])
    unsafe next[unchecked: Int(item)] += 1
    unsafe newKey[unchecked: slot] = item
    unsafe newValue[unchecked: slot] = value[unchecked: index]
  }
}

/// The order that sorts pairs by source, then target; equal pairs keep theirs.
func sortedOrder(nodeCount: Int, sources: [UInt32], targets: [UInt32]) -> [UInt32] {
  var byTarget = [UInt32](repeating: 0, count: sources.count)
  var keys = byTarget
  let identity = Array(0..<UInt32(sources.count))
  countingPass(
    nodeCount: nodeCount, key: targets.span, value: identity.span, sortedKey: &keys,
    sortedValue: &byTarget)
  let sourcesByTarget = byTarget.map { sources[Int($0)] }
  var order = byTarget
  countingPass(
    nodeCount: nodeCount, key: sourcesByTarget.span, value: byTarget.span, sortedKey: &keys,
    sortedValue: &order)
  return order
}
