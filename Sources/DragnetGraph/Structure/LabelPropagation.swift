extension Graph {
  /// Communities by label propagation: every node takes the label that most of its neighbors have,
  /// until each has one of those.
  ///
  /// Very fast, and blind to size: in dense networks often nearly all nodes end with one label. Take
  /// `leidenCommunities` unless there is a reason. Among labels that are equally frequent one is
  /// drawn. The directions of edges do not count; two that point at each other count both.
  ///
  /// - Parameter useStrengths: true to count each neighbor by the strength of the edge.
  /// - Parameter seed: chooses the order of the nodes and what is drawn. The same graph and seed give
  ///   the same communities on every machine; another numbering of the nodes may give others.
  /// - Returns: communities numbered by their smallest node. An isolated node is one of its own.
  /// - Throws: `missingStrengths`.
  /// - Complexity: in practice some five passes over the edges, never more than a hundred looks for
  ///   each node on average. 25 bytes a node.
  /// - SeeAlso: Raghavan, Albert and Kumara, "Near linear time algorithm to detect community
  ///   structures in large-scale networks", *Physical Review E* 76 (2007); Traag and Šubelj, "Large
  ///   network community detection by fast label propagation", *Scientific Reports* 13 (2023).
  public func labelPropagationCommunities(
    useStrengths: Bool = false, seed: UInt64 = 1
  ) throws(GraphError) -> Partition {
    let rows = try strengthRows(useStrengths: useStrengths)
    var generator = SplitMix(seed: seed)
    var queue = generator.order(count: nodeCount)
    var labels = Array(0..<UInt32(nodeCount))
    var queued = [UInt8](repeating: 1, count: nodeCount)
    var sums = [Double](repeating: 0, count: nodeCount)
    var touched = labels + [0]
    var labelSpan = labels.mutableSpan
    var queueSpan = queue.mutableSpan
    var queuedSpan = queued.mutableSpan
    var sumSpan = sums.mutableSpan
    var touchedSpan = touched.mutableSpan
    spreadLabels(
      offsets: rows.offsets.span, targets: rows.targets.span, strengths: rows.strengths.span,
      limit: 100 * nodeCount, generator: &generator, labels: &labelSpan, queue: &queueSpan,
      isQueued: &queuedSpan, sums: &sumSpan, touched: &touchedSpan)
    return Partition(labels: labels.map(Int.init))
  }
}
