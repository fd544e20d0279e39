/// What all breadth-first searches of a graph say about each node.
struct DistanceSums: Sendable {
  /// For each node, over the nodes it reaches at a distance *d* ≥ 1: Σ *d*, their number, Σ 1/*d*, and
  /// the largest *d*.
  var sums: [SIMD4<Double>]

  /// Searches from (`.out`) or to (`.in`) every node of a graph.
  init(
    _ graph: Graph, direction: Direction, threads: Int?, progress: ProgressHandler?
  ) throws(GraphError) {
    try DistanceSums.check(direction, graph)
    let rows = OrderedRows(graph)
    let batches = DistanceSums.batches(of: rows.pieces)
    let isReversed = direction == .in
    let zeros = [SIMD4<Double>](repeating: SIMD4(), count: graph.nodeCount)
    let largest = batches.map(\.nodes.count).max() ?? 0
    sums = try inOrder(jobs: batches.count, threads: threads, progress: progress, initial: zeros) {
      var scratch = SharedSearchScratch(count: largest)
      return { job in
        scratch.run(batches[job], rows: rows, isReversed: isReversed)
      }
    } commit: { total, job, partial in
      for (index, part) in partial.enumerated() {
        let node = Int(rows.order[batches[job].nodes.lowerBound + index])
        let farthest = max(total[node].w, part.w)
        total[node] += part
        total[node].w = farthest
      }
    }
  }

  /// Searches over lengths from (`.out`) or to (`.in`) every node of a graph, one by one.
  init(
    byLengths graph: Graph, direction: Direction, threads: Int?, progress: ProgressHandler?
  ) throws(GraphError) {
    try DistanceSums.check(direction, graph)
    try graph.checkLengthsAreAboveZero()
    var lengths = try graph.arcLengths()
    var matrix = Matrix(offsets: graph.offsets, targets: graph.targets, values: nil)
    if direction == .in && graph.isDirected {
      let reverse = graph.reverseArcs
      matrix = Matrix(offsets: reverse.offsets, targets: reverse.sources, values: nil)
      lengths = reverse.edges.map { lengths[Int($0)] }
    }
    let jobs = stride(from: 0, to: graph.nodeCount, by: 64).map {
      $0..<min($0 + 64, graph.nodeCount)
    }
    let (rows, arcLengths) = (matrix, lengths)
    sums = try inOrder(
      jobs: jobs.count, threads: threads, progress: progress, initial: [SIMD4<Double>]()
    ) {
      var sweep = LengthSweep(largest: graph.nodeCount, lengths: arcLengths)
      return { job in jobs[job].map { sweep.distanceSum(from: $0, rows, arcLengths) } }
    } commit: { total, _, partial in
      total += partial
    }
  }

  private static func check(_ direction: Direction, _ graph: Graph) throws(GraphError) {
    guard direction != .all || !graph.isDirected else {
      throw .invalidParameter(
        name: "direction", reason: "distances either way are those of the undirected graph")
    }
  }

  /// Sources that search together, and the nodes that they can meet.
  struct Batch: Sendable {
    var sources: Range<Int>
    var nodes: Range<Int>
  }

  /// Up to 512 sources of one piece, or several small pieces.
  private static func batches(of pieces: [Range<Int>]) -> [Batch] {
    var batches: [Batch] = []
    for piece in pieces {
      if let last = batches.last, piece.upperBound - last.nodes.lowerBound <= 512 {
        let joined = last.nodes.lowerBound..<piece.upperBound
        batches[batches.count - 1] = Batch(sources: joined, nodes: joined)
        continue
      }
      for start in stride(from: piece.lowerBound, to: piece.upperBound, by: 512) {
        batches.append(
          Batch(sources: start..<min(start + 512, piece.upperBound), nodes: piece))
      }
    }
    return batches
  }
}

/// The memory of one thread's searches: 200 bytes a node.
private struct SharedSearchScratch {
  private let seen: AlignedRows<SIMD8<UInt64>>
  private let front: AlignedRows<SIMD8<UInt64>>
  private let next: AlignedRows<SIMD8<UInt64>>
  private var queue: [UInt32]
  private var touched: [UInt32]

  init(count: Int) {
    seen = AlignedRows(count: count, zero: SIMD8())
    front = AlignedRows(count: count, zero: SIMD8())
    next = AlignedRows(count: count, zero: SIMD8())
    queue = Array(repeating: 0, count: count)
    touched = queue
  }

  mutating func run(
    _ batch: DistanceSums.Batch, rows: OrderedRows, isReversed: Bool
  ) -> [SIMD4<Double>] {
    var sums = [SIMD4<Double>](repeating: SIMD4(), count: batch.nodes.count)
    let out = isReversed ? (rows.inOffsets, rows.inTargets) : (rows.offsets, rows.targets)
    let back = isReversed ? (rows.offsets, rows.targets) : (rows.inOffsets, rows.inTargets)
    sharedSearch(
      sources: batch.sources, first: batch.nodes.lowerBound, out: out, back: back, seen: seen,
      front: front, next: next, queue: &queue, touched: &touched, sums: &sums)
    return sums
  }
}
