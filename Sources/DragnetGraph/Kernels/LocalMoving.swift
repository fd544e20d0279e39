/// Moves nodes one at a time to the neighboring community where modularity gains most, until none
/// gains.
///
/// A node whose neighbor has moved elsewhere is looked at again, no other: Ozaki, Tezuka and Inaba,
/// "A simple acceleration method for the Louvain algorithm", *IJCEE* 8 (2016), as in Leiden's fast
/// local moving.
///
/// - Parameter scale: the resolution over the sum of all degrees.
/// - Parameter labels: the community of each node. `totals`: the sum of degrees of each community.
/// - Parameter queue: the nodes in the order to look at them. `isQueued`: 1 for each.
/// - Parameter sums: scratch, a 0 for each community. `touched`: scratch, one
///   longer, as the last write may be one too many.
/// - Returns: how many moves were made.
func moveLocally(
  offsets: Span<UInt32>, targets: Span<UInt32>, strengths: Span<Double>, degrees: Span<Double>,
  scale: Double, labels: inout MutableSpan<UInt32>, totals: inout MutableSpan<Double>,
  queue: inout MutableSpan<UInt32>, isQueued: inout MutableSpan<UInt8>,
  sums: inout MutableSpan<Double>, touched: inout MutableSpan<UInt32>
) -> Int {
  let isPlain = strengths.isEmpty
  let count = queue.count
  var waiting = count
  var head = 0
  var tail = 0
  var moves = 0
  while waiting > 0 {
    let node = unsafe Int(queue[unchecked: head])
    head = head + 1 == count ? 0 : head + 1
    waiting -= 1
    unsafe isQueued[unchecked: node] = 0
    let own = unsafe labels[unchecked: node]
    let (start, end) = unsafe (
      Int(offsets[unchecked: node]), Int(offsets[unchecked: node + 1])
    )
    var touchedCount = 0
    for arc in start..<end {
      let label = unsafe labels[unchecked: Int(targets[unchecked: arc])]
      let strength = unsafe isPlain ? 1 : strengths[unchecked: arc]
      let old = unsafe sums[unchecked: Int(label)]
      unsafe sums[unchecked: Int(label)] = old + strength
      unsafe touched[unchecked: touchedCount] = label
      touchedCount += (old == 0 ? 1 : 0) & (strength > 0 ? 1 : 0)
    }
    let degree = unsafe degrees[unchecked: node]
    let push = scale * degree
    var best = own
    var bestGain = unsafe sums[unchecked: Int(own)] - push * (totals[unchecked: Int(own)] - degree)
    // What rounding can feign must not keep nodes moving in circles.
    bestGain += 1e-12 * degree
    for index in 0..<touchedCount {
      let label = unsafe touched[unchecked: index]
      let gain = unsafe sums[unchecked: Int(label)] - push * totals[unchecked: Int(label)]
      unsafe sums[unchecked: Int(label)] = 0
      if gain > bestGain && label != own {
        bestGain = gain
        best = label
      }
    }
    if best == own { continue }
    moves += 1
    unsafe labels[unchecked: node] = best
    unsafe totals[unchecked: Int(own)] -= degree
    unsafe totals[unchecked: Int(best)] += degree
    for arc in start..<end {
      let target = unsafe Int(targets[unchecked: arc])
      guard unsafe isQueued[unchecked: target] == 0, unsafe labels[unchecked: target] != best
      else { continue }
      unsafe isQueued[unchecked: target] = 1
      unsafe queue[unchecked: tail] = UInt32(truncatingIfNeeded: target)
      tail = tail + 1 == count ? 0 : tail + 1
      waiting += 1
    }
  }
  return moves
}
