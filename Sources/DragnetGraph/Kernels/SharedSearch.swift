/// Up to 512 breadth-first searches at once, one bit each: Then, Kaufmann, Chirigati, Hoang-Vu, Pham,
/// Kemper, Neumann and Vo, "The More the Merrier: Efficient Multi-Source Graph Traversal", *PVLDB* 8
/// (2014).
///
/// The searches run against the arcs, from the sources to all who reach them; so each node learns its
/// own distances *to* the sources, and no search has sums of its own. Adds to `sums`, for each node,
/// for the sources it reaches at a distance *d* ≥ 1: (Σ *d*, their number, Σ 1/*d*), and puts the
/// largest *d* in the last lane.
///
/// `first` is the node that local number 0 stands for; all arcs of a node of the range stay in it. A
/// level is pushed from the nodes just reached, or pulled to all that are not done, whichever touches
/// fewer arcs (Beamer, Asanović and Patterson, "Direction-Optimizing Breadth-First Search", 2012).
func sharedSearch(
  sources: Range<Int>, first: Int, out: ([UInt32], [UInt32]), back: ([UInt32], [UInt32]),
  seen: AlignedRows<SIMD8<UInt64>>, front: AlignedRows<SIMD8<UInt64>>,
  next: AlignedRows<SIMD8<UInt64>>, queue: inout [UInt32], touched: inout [UInt32],
  sums: inout [SIMD4<Double>]
) {
  let seenBuffer = unsafe seen.rows
  var seen = unsafe seenBuffer.mutableSpan
  let frontBuffer = unsafe front.rows
  var front = unsafe frontBuffer.mutableSpan
  let nextBuffer = unsafe next.rows
  var next = unsafe nextBuffer.mutableSpan
  var queueSpan = queue.mutableSpan
  var touchedSpan = touched.mutableSpan
  var sumSpan = sums.mutableSpan
  sharedSearch(
    sources: sources, first: first, offsets: out.0.span, targets: out.1.span,
    inOffsets: back.0.span, inTargets: back.1.span, seen: &seen, front: &front, next: &next,
    queue: &queueSpan, touched: &touchedSpan, sums: &sumSpan)
}

private func sharedSearch(
  sources: Range<Int>, first: Int, offsets: Span<UInt32>, targets: Span<UInt32>,
  inOffsets: Span<UInt32>, inTargets: Span<UInt32>, seen: inout MutableSpan<SIMD8<UInt64>>,
  front: inout MutableSpan<SIMD8<UInt64>>, next: inout MutableSpan<SIMD8<UInt64>>,
  queue: inout MutableSpan<UInt32>, touched: inout MutableSpan<UInt32>,
  sums: inout MutableSpan<SIMD4<Double>>
) {
  let zero = SIMD8<UInt64>()
  let count = sums.count
  for node in 0..<count {
    seen[node] = zero
    front[node] = zero
    next[node] = zero
  }
  var full = zero
  var queued = 0
  for (bit, source) in sources.enumerated() {
    let node = source - first
    full[bit / 64] |= 1 << UInt64(bit % 64)
    seen[node][bit / 64] |= 1 << UInt64(bit % 64)
    front[node] = seen[node]
    queue[queued] = UInt32(node)
    queued += 1
  }
  let arcCount = Int(offsets[first + count]) - Int(offsets[first])
  var level = 0.0
  while queued > 0 {
    level += 1
    let term = SIMD4(level, 1, 1 / level, 0)
    var frontArcs = 0
    for index in 0..<queued {
      let node = Int(queue[index]) + first
      frontArcs += Int(inOffsets[node + 1] - inOffsets[node])
    }
    if frontArcs * 6 < arcCount {
      var touchedCount = 0
      for index in 0..<queued {
        let node = unsafe Int(queue[unchecked: index])
        let bits = unsafe front[unchecked: node]
        unsafe front[unchecked: node] = zero
        let row = unsafe inOffsets[unchecked: node + first]..<inOffsets[unchecked: node + first + 1]
        for arc in Int(row.lowerBound)..<Int(row.upperBound) {
          let other = unsafe Int(inTargets[unchecked: arc]) - first
          let before = unsafe next[unchecked: other]
          if before == zero {
            unsafe touched[unchecked: touchedCount] = UInt32(other)
            touchedCount += 1
          }
          unsafe next[unchecked: other] = before | bits
        }
      }
      queued = 0
      for index in 0..<touchedCount {
        let node = unsafe Int(touched[unchecked: index])
        let new = unsafe next[unchecked: node] & ~seen[unchecked: node]
        unsafe next[unchecked: node] = zero
        if new == zero { continue }
        unsafe seen[unchecked: node] |= new
        unsafe front[unchecked: node] = new
        unsafe queue[unchecked: queued] = UInt32(node)
        queued += 1
        unsafe sums[unchecked: node] += term * bitCount(new)
        unsafe sums[unchecked: node].w = level
      }
      continue
    }
    var reached = 0
    for node in 0..<count {
      let old = unsafe seen[unchecked: node]
      if old == full { continue }
      var bits = zero
      let row = unsafe offsets[unchecked: node + first]..<offsets[unchecked: node + first + 1]
      for arc in Int(row.lowerBound)..<Int(row.upperBound) {
        unsafe bits |= front[unchecked: Int(targets[unchecked: arc]) - first]
      }
      let new = bits & ~old
      if new == zero { continue }
      unsafe next[unchecked: node] = new
      unsafe touched[unchecked: reached] = UInt32(node)
      reached += 1
      unsafe sums[unchecked: node] += term * bitCount(new)
      unsafe sums[unchecked: node].w = level
    }
    for index in 0..<queued { unsafe front[unchecked: Int(queue[unchecked: index])] = zero }
    for index in 0..<reached {
      let node = unsafe Int(touched[unchecked: index])
      let new = unsafe next[unchecked: node]
      unsafe next[unchecked: node] = zero
      unsafe front[unchecked: node] = new
      unsafe seen[unchecked: node] |= new
      unsafe queue[unchecked: index] = UInt32(node)
    }
    queued = reached
  }
}

/// Number of ones in 512 bits. All eight words go through the first steps together, as the baseline
/// of x86-64 has no instruction for it.
private func bitCount(_ words: SIMD8<UInt64>) -> Double {
  let pairs = words &- ((words &>> 1) & 0x5555_5555_5555_5555)
  let fours = (pairs & 0x3333_3333_3333_3333) &+ ((pairs &>> 2) & 0x3333_3333_3333_3333)
  let bytes = (fours &+ (fours &>> 4)) & 0x0F0F_0F0F_0F0F_0F0F
  let sum = bytes.lowHalf &+ bytes.highHalf
  let half = sum.lowHalf &+ sum.highHalf
  // Each byte is at most 64 now; their sum may need more than eight bits.
  let last = half.x &+ half.y
  let wide = (last & 0x00FF_00FF_00FF_00FF) &+ ((last &>> 8) & 0x00FF_00FF_00FF_00FF)
  return Double((wide &* 0x0001_0001_0001_0001) &>> 48)
}
