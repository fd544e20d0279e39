/// Runs searches over lengths on one thread, with memory for the largest block: 45 bytes a node.
struct LengthSweep {
  private var isSettled: [Bool]
  private var distance: [Double]
  private var sigma: [Double]
  private var share: [Double]
  private var order: [UInt32]
  private var heap = HeapQueue()
  private var buckets: BucketQueue?

  /// - Parameter lengths: all that will be met.
  init(largest: Int, lengths: [Double]) {
    isSettled = Array(repeating: false, count: largest)
    distance = Array(repeating: .infinity, count: largest)
    sigma = Array(repeating: 0, count: largest)
    share = sigma
    order = Array(repeating: 0, count: largest)
    if fitBuckets(lengths) { buckets = BucketQueue(largestLength: Int(lengths.max() ?? 0)) }
  }

  /// What the sources give the nodes of a block and, if asked, its arcs.
  mutating func run(
    _ block: BlockRows, sources: Range<Int>, withArcs: Bool
  ) -> (nodes: [Double], arcs: [Double], mostPaths: Double) {
    var nodes = [Double](repeating: 0, count: block.nodes.count)
    var arcs = [Double](repeating: 0, count: withArcs ? block.targets.count : 0)
    let mostPaths: Double
    if var queue = buckets {
      buckets = nil
      mostPaths = sweep(
        block, sources, &queue, &isSettled, &distance, &sigma, &share, &order, &nodes, &arcs)
      buckets = queue
    } else {
      mostPaths = sweep(
        block, sources, &heap, &isSettled, &distance, &sigma, &share, &order, &nodes, &arcs)
    }
    return (nodes, arcs, mostPaths)
  }

  /// Σ d, the number, Σ 1/d and the largest *d* over the nodes that a source reaches.
  mutating func distanceSum(from source: Int, _ matrix: Matrix, _ lengths: [Double]) -> SIMD4<
    Double
  > {
    if var queue = buckets {
      buckets = nil
      defer { buckets = queue }
      return sum(source, matrix, lengths, &queue, &isSettled, &distance, &order)
    }
    return sum(source, matrix, lengths, &heap, &isSettled, &distance, &order)
  }
}

private func sweep<Queue: NodeQueue>(
  _ block: BlockRows, _ sources: Range<Int>, _ queue: inout Queue, _ isSettled: inout [Bool],
  _ distance: inout [Double], _ sigma: inout [Double], _ share: inout [Double],
  _ order: inout [UInt32], _ nodes: inout [Double], _ arcs: inout [Double]
) -> Double {
  var mostPaths = 0.0
  var settledSpan = isSettled.mutableSpan
  var distanceSpan = distance.mutableSpan
  var sigmaSpan = sigma.mutableSpan
  var shareSpan = share.mutableSpan
  var orderSpan = order.mutableSpan
  var nodeSpan = nodes.mutableSpan
  var arcSpan = arcs.mutableSpan
  for source in sources where block.sourceWeights[source] > 0 {
    let paths = sweepLengths(
      from: source, weight: block.sourceWeights[source], offsets: block.offsets.span,
      targets: block.targets.span, lengths: block.lengths.span, weights: block.weights.span,
      queue: &queue, isSettled: &settledSpan, distance: &distanceSpan, sigma: &sigmaSpan,
      share: &shareSpan, order: &orderSpan, scores: &nodeSpan, arcScores: &arcSpan)
    mostPaths = max(mostPaths, paths)
  }
  return mostPaths
}

private func sum<Queue: NodeQueue>(
  _ source: Int, _ matrix: Matrix, _ lengths: [Double], _ queue: inout Queue,
  _ isSettled: inout [Bool], _ distance: inout [Double], _ order: inout [UInt32]
) -> SIMD4<Double> {
  var settledSpan = isSettled.mutableSpan
  var distanceSpan = distance.mutableSpan
  var orderSpan = order.mutableSpan
  let reached = lengthSearch(
    from: source, offsets: matrix.offsets.span, targets: matrix.targets.span,
    lengths: lengths.span, queue: &queue, isSettled: &settledSpan, distance: &distanceSpan,
    order: &orderSpan)
  var sum = SIMD4<Double>()
  for place in 0..<reached {
    let node = Int(orderSpan[place])
    if place > 0 {
      sum += SIMD4(distanceSpan[node], 1, 1 / distanceSpan[node], 0)
      sum.w = distanceSpan[node]
    }
    settledSpan[node] = false
    distanceSpan[node] = .infinity
  }
  return sum
}
