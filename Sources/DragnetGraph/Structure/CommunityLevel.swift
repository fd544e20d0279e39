/// A graph whose nodes may stand for groups of nodes, and a division of them into communities.
struct CommunityLevel {
  let rows: StrengthRows
  /// Sum of the strengths at each node; arcs inside the group it stands for count too.
  let degrees: [Double]
  /// The resolution over the sum of all degrees.
  let scale: Double
  /// The community of each node.
  private(set) var labels: [UInt32]
  /// The sum of degrees of each community.
  private var totals: [Double]
  /// Number of communities, once numbered.
  private(set) var communityCount: Int

  /// Every node on its own.
  init(rows: StrengthRows, resolution: Double) {
    self.rows = rows
    degrees = (0..<rows.nodeCount).map { node in
      let arcs = Int(rows.offsets[node])..<Int(rows.offsets[node + 1])
      return rows.strengths.isEmpty
        ? Double(arcs.count) : arcs.reduce(0) { $0 + rows.strengths[$1] }
    }
    let total = degrees.reduce(0, +)
    scale = total > 0 ? resolution / total : 0
    labels = Array(0..<UInt32(rows.nodeCount))
    totals = degrees
    communityCount = rows.nodeCount
  }

  private init(
    rows: StrengthRows, degrees: [Double], scale: Double, labels: [UInt32], totals: [Double]
  ) {
    self.rows = rows
    self.degrees = degrees
    self.scale = scale
    self.labels = labels
    self.totals = totals
    communityCount = totals.count
  }

  /// Puts nodes into communities, and numbers them. A label may be any number below that of nodes.
  mutating func regroup(_ given: [UInt32]) {
    let names = numbered(given, below: max(given.count, totals.count))
    labels = names.labels
    communityCount = names.count
    totals = [Double](repeating: 0, count: names.count)
    for (node, label) in labels.enumerated() { totals[Int(label)] += degrees[node] }
  }

  /// The modularity of the communities.
  var quality: Double {
    let all = degrees.reduce(0, +)
    guard all > 0 else { return 0 }
    // Degrees count what lies inside a node of this level; so what lies inside communities is all
    // but what crosses.
    var crossing = 0.0
    for node in 0..<rows.nodeCount {
      for arc in Int(rows.offsets[node])..<Int(rows.offsets[node + 1])
      where labels[node] != labels[Int(rows.targets[arc])] {
        crossing += rows.strengths.isEmpty ? 1 : rows.strengths[arc]
      }
    }
    return 1 - crossing / all - totals.reduce(0) { $0 + scale * $1 * ($1 / all) }
  }

  /// Moves nodes as long as modularity gains, then numbers the communities that are left.
  ///
  /// - Returns: whether any node moved.
  mutating func move(order: [UInt32]) -> Bool {
    var queue = order
    var queued = [UInt8](repeating: 1, count: rows.nodeCount)
    var sums = [Double](repeating: 0, count: totals.count)
    var touched = [UInt32](repeating: 0, count: totals.count + 1)
    var labels = labels
    var totals = totals
    var labelSpan = labels.mutableSpan
    var totalSpan = totals.mutableSpan
    var queueSpan = queue.mutableSpan
    var queuedSpan = queued.mutableSpan
    var sumSpan = sums.mutableSpan
    var touchedSpan = touched.mutableSpan
    let moves = moveLocally(
      offsets: rows.offsets.span, targets: rows.targets.span, strengths: rows.strengths.span,
      degrees: degrees.span, scale: scale, labels: &labelSpan, totals: &totalSpan,
      queue: &queueSpan, isQueued: &queuedSpan, sums: &sumSpan, touched: &touchedSpan)
    regroup(labels)
    return moves > 0
  }

  /// The connected parts of communities by Leiden's refinement, numbered.
  func refined(order: [UInt32]) -> (labels: [UInt32], count: Int) {
    let count = rows.nodeCount
    var parts = Array(0..<UInt32(count))
    var partTotals = degrees
    var outward = [Double](repeating: -1, count: count)
    var merged = [UInt8](repeating: 0, count: count)
    var sums = [Double](repeating: 0, count: count)
    var touched = parts + [0]
    var partSpan = parts.mutableSpan
    var totalSpan = partTotals.mutableSpan
    var outwardSpan = outward.mutableSpan
    var mergedSpan = merged.mutableSpan
    var sumSpan = sums.mutableSpan
    var touchedSpan = touched.mutableSpan
    refine(
      order: order.span, offsets: rows.offsets.span, targets: rows.targets.span,
      strengths: rows.strengths.span, degrees: degrees.span, scale: scale, labels: labels.span,
      totals: totals.span, parts: &partSpan, partTotals: &totalSpan, outward: &outwardSpan,
      isMerged: &mergedSpan, sums: &sumSpan, touched: &touchedSpan)
    return numbered(parts, below: count)
  }

  /// The graph between groups of nodes, in the communities that the nodes were in. All nodes of a
  /// group must share one.
  func aggregated(_ groups: [UInt32], count: Int) -> CommunityLevel {
    let merged = merged(rows, labels: groups, count: count)
    var sums = [Double](repeating: 0, count: count)
    var communities = [UInt32](repeating: 0, count: count)
    for (node, group) in groups.enumerated() {
      sums[Int(group)] += degrees[node]
      communities[Int(group)] = labels[node]
    }
    return CommunityLevel(
      rows: merged.rows, degrees: sums, scale: scale, labels: communities, totals: totals)
  }
}

/// Labels numbered in the order in which they come.
func numbered(_ labels: [UInt32], below bound: Int) -> (labels: [UInt32], count: Int) {
  var names = [UInt32](repeating: .max, count: bound)
  var count = 0
  let numbered = labels.map { label in
    if names[Int(label)] == .max {
      names[Int(label)] = UInt32(count)
      count += 1
    }
    return names[Int(label)]
  }
  return (numbered, count)
}
