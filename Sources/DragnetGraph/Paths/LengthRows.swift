/// Arcs by row, in one direction or both, with a length each: what a search by length runs on. An arc
/// that is left out has infinite length.
struct LengthRows: Sendable {
  /// The arcs of node *v* are `offsets[v]..<offsets[v + 1]`.
  let offsets: [UInt32]
  /// Where each arc leads, as the search goes.
  let targets: [UInt32]
  /// The edge of each arc; empty where the arc has the number of its edge.
  let edges: [UInt32]
  let lengths: [Double]
  /// Bounds on the finite lengths.
  let range: ClosedRange<Double>

  init(_ rows: ReverseArcs, edgeLengths: [Double], range: ClosedRange<Double>) {
    offsets = rows.offsets
    targets = rows.sources
    edges = rows.edges
    self.range = range
    lengths = edges.isEmpty ? edgeLengths : edges.map { edgeLengths[Int($0)] }
  }

  init(
    offsets: [UInt32], targets: [UInt32], edges: [UInt32], lengths: [Double],
    range: ClosedRange<Double>
  ) {
    self.offsets = offsets
    self.targets = targets
    self.edges = edges
    self.lengths = lengths
    self.range = range
  }

  func edge(ofArc arc: Int) -> Int { edges.isEmpty ? arc : Int(edges[arc]) }

  func arcs(of node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }

  /// Shortest distances from one node (or the nearest of several), infinite where none leads, and for
  /// each node the one before it.
  func search(
    from sources: [Int], until stop: Int = -1
  ) -> (distances: [Double], parents: [UInt32]) {
    var distances = [Double](repeating: .infinity, count: offsets.count - 1)
    var parents = [UInt32](repeating: noParent, count: offsets.count - 1)
    for source in sources { distances[source] = 0 }
    var distance = distances.mutableSpan
    var parent = parents.mutableSpan
    dijkstra(
      from: sources, until: stop, offsets: offsets.span, targets: targets.span,
      lengths: lengths.span, range: range, distance: &distance, parent: &parent)
    return (distances, parents)
  }
}

extension Graph {
  /// The rows of arcs that a search in some direction follows.
  func rows(_ direction: Direction) -> ReverseArcs {
    guard isDirected else { return reverseArcs }
    return switch direction {
    case .out: ReverseArcs(offsets: offsets, sources: targets, edges: [])
    case .in: reverseArcs
    case .all: ReverseArcs(outward: offsets, targets: targets, inward: reverseArcs)
    }
  }

  /// The rows of arcs in some direction with their lengths, 1 for each when counting hops.
  ///
  /// - Throws: `missingLengths`, `nodeOutOfRange`, `edgeOutOfRange`.
  func lengthRows(
    by metric: Metric, _ direction: Direction = .out, excluding exclusion: Exclusion = .none
  ) throws(GraphError) -> LengthRows {
    let allowed = try allowed(by: exclusion)
    guard metric == .lengths else {
      return lengthRows(
        of: [Double](repeating: 1, count: edgeCount), direction, allowed: allowed, range: 1...1)
    }
    guard let edgeLengths else { throw .missingLengths }
    if allowed == nil && (direction == .out || !isDirected) {
      return keptLengthRows.value {
        LengthRows(rows(.out), edgeLengths: edgeLengths, range: bounds(of: edgeLengths))
      }
    }
    return lengthRows(of: edgeLengths, direction, allowed: allowed, range: bounds(of: edgeLengths))
  }

  /// The rows of arcs in some direction with a length for each edge. Infinite ones are left out.
  func lengthRows(
    of edgeLengths: [Double], _ direction: Direction,
    allowed: (nodes: [Bool], edges: [Bool])?, range: ClosedRange<Double>
  ) -> LengthRows {
    var lengths = edgeLengths
    if let allowed {
      let numbers = edgeNumbers
      for edge in lengths.indices
      where
        !(allowed.edges[edge] && allowed.nodes[Int(numbers.sources[edge])]
        && allowed.nodes[Int(numbers.targets[edge])])
      {
        lengths[edge] = .infinity
      }
    }
    return LengthRows(rows(direction), edgeLengths: lengths, range: range)
  }

  func bounds(of lengths: [Double]) -> ClosedRange<Double> {
    var (smallest, largest) = (Double.infinity, 0.0)
    for length in lengths where length < .infinity {
      smallest = min(smallest, length)
      largest = max(largest, length)
    }
    return min(smallest, largest)...largest
  }
}

extension ReverseArcs {
  /// For each node of a directed graph the arcs out of it, then those into it.
  init(outward offsets: [UInt32], targets: [UInt32], inward: ReverseArcs) {
    var joined: [UInt32] = [0]
    var ends: [UInt32] = []
    var edges: [UInt32] = []
    joined.reserveCapacity(offsets.count)
    ends.reserveCapacity(2 * targets.count)
    edges.reserveCapacity(2 * targets.count)
    for node in 0..<(offsets.count - 1) {
      for arc in offsets[node]..<offsets[node + 1] {
        ends.append(targets[Int(arc)])
        edges.append(arc)
      }
      for arc in Int(inward.offsets[node])..<Int(inward.offsets[node + 1]) {
        ends.append(inward.sources[arc])
        edges.append(inward.edges[arc])
      }
      joined.append(UInt32(ends.count))
    }
    self.init(offsets: joined, sources: ends, edges: edges)
  }
}
