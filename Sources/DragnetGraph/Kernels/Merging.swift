/// Rows of arcs that carry strengths. Rows need not be sorted.
struct StrengthRows: Sendable {
  /// The arcs of node *v* are `offsets[v]..<offsets[v + 1]`.
  var offsets: [UInt32]
  var targets: [UInt32]
  /// Strength of each arc; empty when it is 1 for all.
  var strengths: [Double]

  var nodeCount: Int { offsets.count - 1 }
}

/// The graph between groups of nodes: nodes with the same label become one, arcs between the same two
/// groups become one, and their strengths add up.
///
/// - Parameter labels: the group of each node, 0..<`count`.
/// - Returns: the rows, without arcs from a group to itself, and for each group what those carried.
func merged(
  _ rows: StrengthRows, labels: [UInt32], count: Int
) -> (rows: StrengthRows, inner: [Double]) {
  let order = groupedNodes(labels: labels.span, count: count)
  var sums = [Double](repeating: 0, count: count)
  var inner = sums
  var touched = [UInt32](repeating: 0, count: count + 1)
  var offsets = [UInt32](repeating: 0, count: count + 1)
  var strengths: [Double] = []
  var sumSpan = sums.mutableSpan
  var innerSpan = inner.mutableSpan
  var touchedSpan = touched.mutableSpan
  var offsetSpan = offsets.mutableSpan
  let targets = unsafe [UInt32](unsafeUninitializedCapacity: rows.targets.count) { buffer, filled in
    unsafe strengths = [Double](unsafeUninitializedCapacity: rows.targets.count) { other, size in
      unsafe size = fillMerged(
        order: order.nodes.span, starts: order.starts.span, labels: labels.span,
        offsets: rows.offsets.span, targets: rows.targets.span, strengths: rows.strengths.span,
        sums: &sumSpan, inner: &innerSpan, touched: &touchedSpan, newOffsets: &offsetSpan,
        newTargets: buffer, newStrengths: other)
    }
    filled = strengths.count
  }
  return (StrengthRows(offsets: offsets, targets: targets, strengths: strengths), inner)
}

/// Nodes by label, ascending within one, and where each label starts.
func groupedNodes(labels: Span<UInt32>, count: Int) -> (nodes: [UInt32], starts: [UInt32]) {
  var starts = [UInt32](repeating: 0, count: count + 1)
  var nodes = [UInt32](repeating: 0, count: labels.count)
  var start = starts.mutableSpan
  for node in labels.indices { start[Int(labels[node]) + 1] += 1 }
  for label in 0..<count { start[label + 1] += start[label] }
  var slots = Array(starts.dropLast())
  var slot = slots.mutableSpan
  var node = nodes.mutableSpan
  for index in labels.indices {
    let label = Int(labels[index])
    node[Int(slot[label])] = UInt32(index)
    slot[label] += 1
  }
  return (nodes, starts)
}

/// Adds up the arcs of each group in a table by target group, then writes its row.
private func fillMerged(
  order: Span<UInt32>, starts: Span<UInt32>, labels: Span<UInt32>, offsets: Span<UInt32>,
  targets: Span<UInt32>, strengths: Span<Double>, sums: inout MutableSpan<Double>,
  inner: inout MutableSpan<Double>, touched: inout MutableSpan<UInt32>,
  newOffsets: inout MutableSpan<UInt32>, newTargets: UnsafeMutableBufferPointer<UInt32>,
  newStrengths: UnsafeMutableBufferPointer<Double>
) -> Int {
  var written = 0
  let isPlain = strengths.isEmpty
  for group in 0..<(starts.count - 1) {
    var touchedCount = 0
    for index in Int(starts[group])..<Int(starts[group + 1]) {
      let node = unsafe Int(order[unchecked: index])
      for arc in unsafe Int(offsets[unchecked: node])..<Int(offsets[unchecked: node + 1]) {
        let label = unsafe labels[unchecked: Int(targets[unchecked: arc])]
        let old = unsafe sums[unchecked: Int(label)]
        let strength = unsafe isPlain ? 1 : strengths[unchecked: arc]
        unsafe sums[unchecked: Int(label)] = old + strength
        unsafe touched[unchecked: touchedCount] = label
        touchedCount += (old == 0 ? 1 : 0) & (strength > 0 ? 1 : 0)
      }
    }
    for index in 0..<touchedCount {
      let label = unsafe Int(touched[unchecked: index])
      let sum = unsafe sums[unchecked: label]
      unsafe sums[unchecked: label] = 0
      if label == group {
        inner[group] += sum
      } else {
        unsafe newTargets[written] = UInt32(truncatingIfNeeded: label)
        unsafe newStrengths[written] = sum
        written += 1
      }
    }
    newOffsets[group + 1] = UInt32(truncatingIfNeeded: written)
  }
  return written
}
