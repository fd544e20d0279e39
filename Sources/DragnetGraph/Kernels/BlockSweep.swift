internal import CGraphKernels

/// Runs sweeps over the blocks of a plan, on one thread, with memory for the largest.
struct BlockSweep {
  private var scratch: LaneScratch
  private let isWide: Bool

  init(largest: Int) {
    scratch = LaneScratch(count: largest)
    isWide = !VectorPath.isPortableOnly && dragnet_has_lanes() != 0
  }

  /// What the sources give the nodes of a block and, if asked, its arcs.
  mutating func run(
    _ block: BlockRows, sources: Range<Int>, withArcs: Bool
  ) -> (nodes: [Double], arcs: [Double], mostPaths: Double) {
    var nodes = [Double](repeating: 0, count: block.nodes.count)
    var arcs = [Double](repeating: 0, count: withArcs ? block.targets.count : 0)
    var mostPaths = 0.0
    let chosen = sources.filter { block.sourceWeights[$0] > 0 }.map { UInt32($0) }
    for start in stride(from: 0, to: chosen.count, by: 8) {
      let lanes = Array(chosen[start..<min(start + 8, chosen.count)])
      let weights = lanes.map { block.sourceWeights[Int($0)] }
      let paths =
        isWide
        ? sweepWide(block, lanes, weights, &scratch, &nodes, &arcs)
        : sweepPortable(
          block, lanes, weights, scratch, &scratch.isTouched, &scratch.open, &scratch.touched,
          &scratch.levelStarts, &nodes, &arcs)
      mostPaths = max(mostPaths, paths)
    }
    return (nodes, arcs, mostPaths)
  }
}

private func sweepPortable(
  _ block: BlockRows, _ sources: [UInt32], _ sourceWeights: [Double], _ scratch: LaneScratch,
  _ isTouched: inout [UInt8], _ open: inout [UInt32], _ touched: inout [UInt32],
  _ levelStarts: inout [UInt32], _ scores: inout [Double], _ arcScores: inout [Double]
) -> Double {
  let freshBuffer = unsafe scratch.fresh.rows
  var fresh = unsafe freshBuffer.mutableSpan
  let frontBuffer = unsafe scratch.front.rows
  var front = unsafe frontBuffer.mutableSpan
  let nextBuffer = unsafe scratch.next.rows
  var next = unsafe nextBuffer.mutableSpan
  let entryNodesBuffer = unsafe scratch.entryNodes.rows
  var nodes = unsafe entryNodesBuffer.mutableSpan
  let entryRowsBuffer = unsafe scratch.entryRows.rows
  var rows = unsafe entryRowsBuffer.mutableSpan
  var touchedFlags = isTouched.mutableSpan
  var openSpan = open.mutableSpan
  var touchedSpan = touched.mutableSpan
  var levelSpan = levelStarts.mutableSpan
  var scoreSpan = scores.mutableSpan
  var arcSpan = arcScores.mutableSpan
  return sweepLanes(
    sources: sources.span, sourceWeights: sourceWeights.span, offsets: block.offsets.span,
    targets: block.targets.span, inOffsets: block.inOffsets.span,
    inTargets: block.inTargets.span, weights: block.weights.span, fresh: &fresh, front: &front,
    next: &next, isTouched: &touchedFlags, open: &openSpan, touched: &touchedSpan, nodes: &nodes,
    rows: &rows, levelStarts: &levelSpan, scores: &scoreSpan, arcScores: &arcSpan)
}

private func sweepWide(
  _ block: BlockRows, _ sources: [UInt32], _ sourceWeights: [Double],
  _ scratch: inout LaneScratch, _ scores: inout [Double], _ arcScores: inout [Double]
) -> Double {
  unsafe dragnet_sweep_lanes(
    UInt32(block.nodes.count), block.offsets, block.targets, block.inOffsets, block.inTargets,
    block.weights, scratch.fresh.rows.baseAddress, scratch.front.rows.baseAddress,
    scratch.next.rows.baseAddress, &scratch.isTouched, &scratch.open, &scratch.touched,
    scratch.entryNodes.rows.baseAddress, scratch.entryRows.rows.baseAddress, &scratch.levelStarts,
    sources, sourceWeights, Int32(sources.count), &scores, &arcScores, arcScores.isEmpty ? 0 : 1)
}
