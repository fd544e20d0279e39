/// Leiden's refinement: starts every community anew from single nodes, and lets each node that is
/// still alone join the part of its community where modularity gains most, if node and part both
/// hang well together with the rest of the community. Parts so made are connected.
///
/// - Parameter labels: the community of each node. `totals`: the sum of degrees of each community.
/// - Parameter parts: each node on its own on entry; the part of each node, named by a node, on
///   return.
/// - Parameter partTotals: the degree of each node on entry, the sum of degrees of each part on
///   return. `outward`: scratch, −1 for each node. `isMerged`: 0 for each node.
/// - Parameter sums: scratch, a 0 for each node. `touched`: scratch, one
///   longer, as the last write may be one too many.
func refine(
  order: Span<UInt32>, offsets: Span<UInt32>, targets: Span<UInt32>, strengths: Span<Double>,
  degrees: Span<Double>, scale: Double, labels: Span<UInt32>, totals: Span<Double>,
  parts: inout MutableSpan<UInt32>, partTotals: inout MutableSpan<Double>,
  outward: inout MutableSpan<Double>, isMerged: inout MutableSpan<UInt8>,
  sums: inout MutableSpan<Double>, touched: inout MutableSpan<UInt32>
) {
  let isPlain = strengths.isEmpty
  for index in order.indices {
    let node = unsafe Int(order[unchecked: index])
    if unsafe isMerged[unchecked: node] != 0 { continue }
    let own = unsafe labels[unchecked: node]
    let degree = unsafe degrees[unchecked: node]
    let push = scale * degree
    let total = unsafe totals[unchecked: Int(own)]
    var ties = 0.0
    var touchedCount = 0
    for arc in unsafe Int(offsets[unchecked: node])..<Int(offsets[unchecked: node + 1]) {
      let target = unsafe Int(targets[unchecked: arc])
      if unsafe labels[unchecked: target] != own { continue }
      let part = unsafe parts[unchecked: target]
      let strength = unsafe isPlain ? 1 : strengths[unchecked: arc]
      ties += strength
      let old = unsafe sums[unchecked: Int(part)]
      unsafe sums[unchecked: Int(part)] = old + strength
      unsafe touched[unchecked: touchedCount] = part
      touchedCount += (old == 0 ? 1 : 0) & (strength > 0 ? 1 : 0)
    }
    unsafe outward[unchecked: node] = ties
    let isTied = ties >= push * (total - degree)
    var best = node
    var bestGain = 0.0
    var bestSum = 0.0
    for index in 0..<touchedCount {
      let part = unsafe Int(touched[unchecked: index])
      let sum = unsafe sums[unchecked: part]
      unsafe sums[unchecked: part] = 0
      let partTotal = unsafe partTotals[unchecked: part]
      let gain = sum - push * partTotal
      guard isTied, gain > bestGain else { continue }
      if unsafe outward[unchecked: part] < 0 {
        unsafe outward[unchecked: part] = strengthInside(
          own, of: part, offsets: offsets, targets: targets, strengths: strengths, labels: labels)
      }
      guard unsafe outward[unchecked: part] >= scale * partTotal * (total - partTotal)
      else { continue }
      (best, bestGain, bestSum) = (part, gain, sum)
    }
    if best == node { continue }
    unsafe parts[unchecked: node] = UInt32(truncatingIfNeeded: best)
    unsafe partTotals[unchecked: best] += degree
    unsafe partTotals[unchecked: node] = 0
    unsafe outward[unchecked: best] += ties - 2 * bestSum
    unsafe isMerged[unchecked: best] = 1
    unsafe isMerged[unchecked: node] = 1
  }
}

/// What ties a node to its community.
private func strengthInside(
  _ community: UInt32, of node: Int, offsets: Span<UInt32>, targets: Span<UInt32>,
  strengths: Span<Double>, labels: Span<UInt32>
) -> Double {
  var sum = 0.0
  for arc in unsafe Int(offsets[unchecked: node])..<Int(offsets[unchecked: node + 1]) {
    if unsafe labels[unchecked: Int(targets[unchecked: arc])] == community {
      sum += unsafe strengths.isEmpty ? 1 : strengths[unchecked: arc]
    }
  }
  return sum
}
