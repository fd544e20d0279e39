/// The memory of one thread's sweeps.
///
/// For a block of *n* nodes 220 bytes a node, and 68 bytes for each level on which the eight sources
/// of a sweep meet a node: mostly two to four, at worst eight.
struct LaneScratch {
  let fresh: AlignedRows<SIMD8<Double>>
  let front: AlignedRows<SIMD8<Double>>
  let next: AlignedRows<SIMD8<Double>>
  /// For the worst case, but only what is written becomes memory.
  let entryRows: AlignedRows<SIMD8<Double>>
  let entryNodes: AlignedRows<UInt32>
  var isTouched: [UInt8]
  var open: [UInt32]
  var touched: [UInt32]
  var levelStarts: [UInt32]

  init(count: Int) {
    fresh = AlignedRows(count: count, zero: nil)
    front = AlignedRows(count: count, zero: SIMD8())
    next = AlignedRows(count: count, zero: SIMD8())
    entryRows = AlignedRows(count: 8 * count, zero: nil)
    entryNodes = AlignedRows(count: 8 * count, zero: nil)
    isTouched = Array(repeating: 0, count: count)
    open = Array(repeating: 0, count: count)
    touched = Array(repeating: 0, count: count + 1)
    levelStarts = Array(repeating: 0, count: count + 2)
  }
}

/// Brandes' algorithm for up to eight sources at once, one in each lane.
///
/// Going forward, a node's row holds the number of shortest paths σ to it from each source that meets
/// it on this level, zero in the other lanes; the rows of a level are kept. Going backward, they turn
/// into G = (w + δ) / σ on their lanes, and δ = σ Σ G over the arcs out needs no look at distances: G
/// is zero in a lane that is not on the level below. `fresh` has 1 in the lanes that have not met a
/// node. Each level is pushed or pulled, whichever touches fewer arcs.
///
/// Adds to `scores` what the sources give each node, Σ w(s) δ(v), and to `arcScores` (unless it is
/// empty) what they give each arc. The rows `front` and `next` and the flags `isTouched` are zero
/// before and after.
///
/// - Returns: the largest number of paths met.
/// - SeeAlso: Brandes (2001); Sarıyüce, Saule, Kaya and Çatalyürek, "Regularizing Graph Centrality
///   Computations", *JPDC* 76 (2015), for many sources at once.
func sweepLanes(
  sources: Span<UInt32>, sourceWeights: Span<Double>, offsets: Span<UInt32>, targets: Span<UInt32>,
  inOffsets: Span<UInt32>,
  inTargets: Span<UInt32>, weights: Span<Double>, fresh: inout MutableSpan<SIMD8<Double>>,
  front: inout MutableSpan<SIMD8<Double>>, next: inout MutableSpan<SIMD8<Double>>,
  isTouched: inout MutableSpan<UInt8>, open: inout MutableSpan<UInt32>,
  touched: inout MutableSpan<UInt32>, nodes: inout MutableSpan<UInt32>,
  rows: inout MutableSpan<SIMD8<Double>>, levelStarts: inout MutableSpan<UInt32>,
  scores: inout MutableSpan<Double>, arcScores: inout MutableSpan<Double>
) -> Double {
  let zero = SIMD8<Double>()
  let count = weights.count
  let arcCount = targets.count
  var used = zero
  var weight = zero
  var largest = zero
  for lane in sources.indices {
    used[lane] = 1
    weight[lane] = sourceWeights[lane]
  }
  for node in 0..<count {
    unsafe fresh[unchecked: node] = used
    unsafe open[unchecked: node] = UInt32(truncatingIfNeeded: node)
  }
  var entries = 0
  for lane in sources.indices {
    let node = Int(sources[lane])
    var row = zero
    row[lane] = 1
    fresh[node][lane] = 0
    front[node] = row
    nodes[entries] = UInt32(node)
    rows[entries] = row
    entries += 1
  }
  var openArcs = arcCount
  var openCount = count
  var levels = 0
  levelStarts[0] = 0
  while true {
    let start = Int(levelStarts[levels])
    let end = entries
    levelStarts[levels + 1] = UInt32(end)
    if start == end { break }
    var frontArcs = 0
    for entry in start..<end {
      let node = unsafe Int(nodes[unchecked: entry])
      frontArcs += unsafe Int(offsets[unchecked: node + 1] &- offsets[unchecked: node])
    }
    if frontArcs <= openArcs {
      var touchedCount = 0
      for entry in start..<end {
        let node = unsafe Int(nodes[unchecked: entry])
        let row = unsafe rows[unchecked: entry]
        unsafe front[unchecked: node] = zero
        let (first, last) = unsafe (offsets[unchecked: node], offsets[unchecked: node + 1])
        for arc in Int(first)..<Int(last) {
          let other = unsafe targets[unchecked: arc]
          unsafe touched[unchecked: touchedCount] = other
          touchedCount &+= unsafe 1 &- Int(isTouched[unchecked: Int(other)])
          unsafe isTouched[unchecked: Int(other)] = 1
          unsafe next[unchecked: Int(other)] += row
        }
      }
      for index in 0..<touchedCount {
        let node = unsafe Int(touched[unchecked: index])
        unsafe isTouched[unchecked: node] = 0
        let old = unsafe fresh[unchecked: node]
        // Not a product: σ may have overflowed, and ∞ · 0 would be no number.
        let row = unsafe zero.replacing(with: next[unchecked: node], where: old .> zero)
        unsafe next[unchecked: node] = zero
        if sum(row) == 0 { continue }
        let left = old.replacing(with: 0, where: row .> zero)
        unsafe fresh[unchecked: node] = left
        if sum(left) == 0 {
          openArcs -= unsafe Int(inOffsets[unchecked: node + 1] &- inOffsets[unchecked: node])
        }
        largest = pointwiseMax(largest, row)
        unsafe front[unchecked: node] = row
        unsafe nodes[unchecked: entries] = UInt32(truncatingIfNeeded: node)
        unsafe rows[unchecked: entries] = row
        entries += 1
      }
    } else {
      var kept = 0
      openArcs = 0
      for index in 0..<openCount {
        let node = unsafe Int(open[unchecked: index])
        let old = unsafe fresh[unchecked: node]
        if sum(old) == 0 { continue }
        unsafe open[unchecked: kept] = UInt32(truncatingIfNeeded: node)
        kept += 1
        let (first, last) = unsafe (inOffsets[unchecked: node], inOffsets[unchecked: node + 1])
        openArcs += Int(last &- first)
        var row = zero
        for arc in Int(first)..<Int(last) {
          unsafe row += front[unchecked: Int(inTargets[unchecked: arc])]
        }
        row.replace(with: zero, where: old .<= zero)
        if sum(row) == 0 { continue }
        let left = old.replacing(with: 0, where: row .> zero)
        unsafe fresh[unchecked: node] = left
        if sum(left) == 0 { openArcs -= Int(last &- first) }
        largest = pointwiseMax(largest, row)
        unsafe nodes[unchecked: entries] = UInt32(truncatingIfNeeded: node)
        unsafe rows[unchecked: entries] = row
        entries += 1
      }
      openCount = kept
      for entry in start..<end { unsafe front[unchecked: Int(nodes[unchecked: entry])] = zero }
      for entry in end..<entries {
        unsafe front[unchecked: Int(nodes[unchecked: entry])] = rows[unchecked: entry]
      }
    }
    levels += 1
  }
  for entry in Int(levelStarts[max(levels - 1, 0)])..<entries {
    let node = unsafe Int(nodes[unchecked: entry])
    let sigma = unsafe rows[unchecked: entry]
    let part = unsafe weights[unchecked: node] / sigma
    unsafe front[unchecked: node] = zero.replacing(with: part, where: sigma .> zero)
  }
  var level = levels - 1
  while level >= 1 {
    let (start, end) = (Int(levelStarts[level]), Int(levelStarts[level + 1]))
    let above = Int(levelStarts[level - 1])
    var downArcs = 0
    var upArcs = 0
    for entry in start..<end {
      let node = unsafe Int(nodes[unchecked: entry])
      downArcs += unsafe Int(inOffsets[unchecked: node + 1] &- inOffsets[unchecked: node])
    }
    for entry in above..<start {
      let node = unsafe Int(nodes[unchecked: entry])
      upArcs += unsafe Int(offsets[unchecked: node + 1] &- offsets[unchecked: node])
    }
    let isPushed = arcScores.isEmpty && downArcs < upArcs
    var touchedCount = 0
    if isPushed {
      for entry in start..<end {
        let node = unsafe Int(nodes[unchecked: entry])
        let row = unsafe front[unchecked: node]
        let (first, last) = unsafe (inOffsets[unchecked: node], inOffsets[unchecked: node + 1])
        for arc in Int(first)..<Int(last) {
          let other = unsafe inTargets[unchecked: arc]
          unsafe touched[unchecked: touchedCount] = other
          touchedCount &+= unsafe 1 &- Int(isTouched[unchecked: Int(other)])
          unsafe isTouched[unchecked: Int(other)] = 1
          unsafe next[unchecked: Int(other)] += row
        }
      }
    }
    for entry in above..<start {
      let node = unsafe Int(nodes[unchecked: entry])
      let sigma = unsafe rows[unchecked: entry]
      var total = zero
      let (first, last) = unsafe (offsets[unchecked: node], offsets[unchecked: node + 1])
      if isPushed {
        total = unsafe next[unchecked: node]
      } else if arcScores.isEmpty {
        for arc in Int(first)..<Int(last) {
          unsafe total += front[unchecked: Int(targets[unchecked: arc])]
        }
      } else {
        let scaled = sigma * weight
        for arc in Int(first)..<Int(last) {
          let part = unsafe front[unchecked: Int(targets[unchecked: arc])]
          total += part
          unsafe arcScores[unchecked: arc] += sum(part * scaled)
        }
      }
      let delta = sigma * total
      let part = unsafe (delta + weights[unchecked: node]) / sigma
      unsafe rows[unchecked: entry] = zero.replacing(with: part, where: sigma .> zero)
      if level > 1 { unsafe scores[unchecked: node] += sum(delta * weight) }
    }
    for entry in start..<end { unsafe front[unchecked: Int(nodes[unchecked: entry])] = zero }
    for index in 0..<touchedCount {
      let node = unsafe Int(touched[unchecked: index])
      unsafe next[unchecked: node] = zero
      unsafe isTouched[unchecked: node] = 0
    }
    if level > 1 {
      for entry in above..<start {
        unsafe front[unchecked: Int(nodes[unchecked: entry])] = rows[unchecked: entry]
      }
    }
    level -= 1
  }
  if levels == 1 {
    for entry in 0..<entries { unsafe front[unchecked: Int(nodes[unchecked: entry])] = zero }
  }
  return largest.max()
}

/// Adds eight lanes: halves on halves, as the wide path does.
private func sum(_ row: SIMD8<Double>) -> Double {
  let four = row.lowHalf + row.highHalf
  let two = four.lowHalf + four.highHalf
  return two.x + two.y
}
