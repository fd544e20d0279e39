#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Betweenness estimated from a sample, with what is known of its error.
public struct ApproximateBetweenness: Sendable, Equatable {
  /// Share of ordered pairs of nodes whose shortest paths lead through each node, 0...1: betweenness
  /// divided by *n*(*n* − 1), twice that in an undirected graph.
  public let shares: [Double]
  /// No share is further than this from the truth, with probability `confidence`, for all nodes at once.
  public let error: Double
  /// See `error`.
  public let confidence: Double
  /// Number of pairs that were drawn.
  public let sampleCount: Int
}

extension Graph {
  /// Betweenness of graphs too large for the exact one: draws pairs of nodes, draws one of the shortest
  /// paths of each pair, and counts who stands on it.
  ///
  /// The number of draws follows from the error, the confidence and the longest shortest path, not from
  /// the number of nodes: (½ / ε²) (⌊log₂(D − 2)⌋ + 1 + ln(1/δ)) for at most D nodes on a path.
  ///
  /// - Parameter error: ε, above 0 and below 1.
  /// - Parameter confidence: 1 − δ, above 0 and below 1.
  /// - Parameter seed: the same seed gives the same bits, for any number of threads.
  /// - Throws: `invalidParameter`, `cancelled`.
  /// - Complexity: a search from both ends for each draw; O(*n* + *m*) at worst, far less where hubs are
  ///   near.
  /// - SeeAlso: Riondato and Kornaropoulos, "Fast approximation of betweenness centrality through
  ///   sampling", *Data Mining and Knowledge Discovery* 30 (2016).
  public func approximateBetweenness(
    error: Double = 0.01, confidence: Double = 0.9, seed: UInt64 = 1, threads: Int? = nil,
    progress: ProgressHandler? = nil
  ) throws(GraphError) -> ApproximateBetweenness {
    guard error > 0, error < 1 else {
      throw .invalidParameter(name: "error", reason: "\(error) is not between 0 and 1")
    }
    guard confidence > 0, confidence < 1 else {
      throw .invalidParameter(name: "confidence", reason: "\(confidence) is not between 0 and 1")
    }
    let rows = OrderedRows(self)
    let longest = try longestPathBound(rows)
    let dimension = longest > 2 ? log2(Double(longest - 2)).rounded(.down) + 1 : 0
    let needed = 0.5 / (error * error) * (dimension + log(1 / (1 - confidence)))
    guard needed < 1e12 else {
      throw .invalidParameter(name: "error", reason: "\(error) needs \(needed) draws")
    }
    let sampleCount = nodeCount > 2 ? Int(needed.rounded(.up)) : 0
    let batch = 256
    let counts = try inOrder(
      jobs: (sampleCount + batch - 1) / batch, threads: threads, progress: progress,
      initial: [UInt32](repeating: 0, count: nodeCount)
    ) {
      var search = TwoEndedSearch(rows)
      return { job in
        var random = SamplingGenerator(state: seed &+ UInt64(job) &* 0xD1B5_4A32_D192_ED03)
        var met: [UInt32] = []
        for _ in 0..<min(batch, sampleCount - job * batch) {
          search.drawPath(random: &random, into: &met)
        }
        return met
      }
    } commit: { counts, _, met in
      for node in met { counts[Int(rows.order[Int(node)])] += 1 }
    }
    return ApproximateBetweenness(
      shares: counts.map { sampleCount == 0 ? 0 : Double($0) / Double(sampleCount) },
      error: error, confidence: confidence, sampleCount: sampleCount)
  }

  /// A bound on the number of nodes of any shortest path. In an undirected piece no path is longer than
  /// twice the eccentricity of any node; in a directed one only its size bounds it.
  private func longestPathBound(_ rows: OrderedRows) throws(GraphError) -> Int {
    if isDirected { return rows.pieces.map(\.count).max() ?? 0 }
    var longest = 0
    for piece in rows.pieces where piece.count > longest {
      let farthest = try distances(from: Int(rows.order[piece.lowerBound])).max() ?? 0
      longest = max(longest, min(piece.count, 2 * farthest + 1))
    }
    return longest
  }
}
