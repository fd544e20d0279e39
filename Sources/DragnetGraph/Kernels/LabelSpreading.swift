/// Lets each node take the label that most of its neighbors have, by strength, until all have it.
///
/// Among the most frequent labels a node draws one. After a change the neighbors with another label
/// are looked at again, no others: Traag and Šubelj, "Large network community detection by fast label
/// propagation", *Scientific Reports* 13 (2023).
///
/// - Parameter labels: a label for each node, 0..<`nodes`. `queue`: the nodes in the order to look at
///   them. `isQueued`: 1 for each. `sums`: scratch, a 0 for each. `touched`: scratch,
///   one longer.
/// - Parameter limit: how many looks are taken at most; labels could chase each other for ever.
func spreadLabels(
  offsets: Span<UInt32>, targets: Span<UInt32>, strengths: Span<Double>, limit: Int,
  generator: inout SplitMix, labels: inout MutableSpan<UInt32>, queue: inout MutableSpan<UInt32>,
  isQueued: inout MutableSpan<UInt8>, sums: inout MutableSpan<Double>,
  touched: inout MutableSpan<UInt32>
) {
  let isPlain = strengths.isEmpty
  let count = queue.count
  var waiting = count
  var head = 0
  var tail = 0
  var looks = 0
  while waiting > 0 && looks < limit {
    looks += 1
    let node = unsafe Int(queue[unchecked: head])
    head = head + 1 == count ? 0 : head + 1
    waiting -= 1
    unsafe isQueued[unchecked: node] = 0
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
    let own = unsafe labels[unchecked: node]
    var best = own
    var bestSum = 0.0
    var ties = 1
    for index in 0..<touchedCount {
      let label = unsafe touched[unchecked: index]
      let sum = unsafe sums[unchecked: Int(label)]
      unsafe sums[unchecked: Int(label)] = 0
      if sum > bestSum {
        (best, bestSum, ties) = (label, sum, 1)
      } else if sum == bestSum {
        ties += 1
        if generator.next(below: ties) == 0 { best = label }
      }
    }
    if best == own { continue }
    unsafe labels[unchecked: node] = best
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
}
