import DragnetGraph
import TestSupport
import Testing

@Suite struct PathMeasuresTests {
  @Test(arguments: kinds, [Metric.hops, .lengths])
  func `betweenness equals its formula`(kind: (UInt64, Bool), metric: Metric) throws {
    let random = RandomGraph(seed: kind.0, directed: kind.1)
    let expected = Plain.betweenness(random.steps(metric)).map { kind.1 ? $0 : $0 / 2 }
    #expect(agree(try random.graph.betweennessCentrality(by: metric), expected))
  }

  @Test(arguments: kinds, [Metric.hops, .lengths])
  func `betweenness of edges equals its formula`(kind: (UInt64, Bool), metric: Metric) throws {
    let random = RandomGraph(seed: kind.0, directed: kind.1, largest: 12)
    let graph = try random.graph
    let steps = random.steps(metric)
    let expected = (0..<graph.edgeCount).map { edge in
      let (a, b) = graph.ends(ofEdge: edge)
      // Both directions, halved: unordered pairs.
      return kind.1
        ? Plain.edgeBetweenness(steps, a, b)
        : (Plain.edgeBetweenness(steps, a, b) + Plain.edgeBetweenness(steps, b, a)) / 2
    }
    #expect(agree(try graph.edgeBetweenness(by: metric), expected))
  }

  @Test(arguments: kinds, [Metric.hops, .lengths])
  func `betweenness of a subset equals its formula`(kind: (UInt64, Bool), metric: Metric) throws {
    let random = RandomGraph(seed: kind.0, directed: kind.1)
    let sources = Set((0..<random.nodeCount).filter { $0 % 3 != 0 })
    let targets = Set((0..<random.nodeCount).filter { $0 % 2 == 0 })
    let expected = Plain.betweenness(
      random.steps(metric), from: sources.contains, to: targets.contains
    ).map { kind.1 ? $0 : $0 / 2 }
    let scores = try random.graph.betweennessCentrality(from: sources, to: targets, by: metric)
    #expect(agree(scores, expected))
  }

  @Test(arguments: kinds, [Metric.hops, .lengths])
  func `closeness and harmonic centrality equal their formulas`(
    kind: (UInt64, Bool), metric: Metric
  ) throws {
    let random = RandomGraph(seed: kind.0, directed: kind.1)
    let graph = try random.graph
    let distance = Plain.paths(random.steps(metric)).distance
    for direction in [Direction.out, .in] {
      let rows = direction == .out ? distance : Plain.transposed(distance)
      let others = rows.enumerated().map { node, row in
        row.enumerated().filter { $0.offset != node && $0.element.isFinite }.map(\.element)
      }
      let closeness = others.map { found in
        let count = Double(found.count)
        return found.isEmpty
          ? 0 : count / found.reduce(0, +) * count / Double(random.nodeCount - 1)
      }
      #expect(agree(try graph.closenessCentrality(by: metric, direction), closeness))
      let harmonic = others.map { $0.reduce(0) { $0 + 1 / $1 } }
      #expect(agree(try graph.harmonicCentrality(by: metric, direction), harmonic))
    }
  }

  @Test(arguments: kinds)
  func `extent equals what the distances say`(kind: (UInt64, Bool)) throws {
    let random = RandomGraph(seed: kind.0, directed: kind.1)
    let distance = Plain.paths(random.steps(.hops)).distance
    let finite = distance.map { $0.filter(\.isFinite) }
    let extent = try random.graph.extent()
    let largest = finite.map { Int($0.max() ?? 0) }
    #expect(extent.eccentricities == largest)
    #expect(extent.diameter == largest.max())
    #expect(
      extent.radius == zip(finite, largest).filter { $0.0.count == random.nodeCount }.map(\.1).min()
    )
    let sums = finite.flatMap { $0 }.filter { $0 > 0 }
    #expect(extent.joinedPairs == sums.count)
    #expect(
      agree(
        [extent.meanPathLength ?? 0], [sums.isEmpty ? 0 : sums.reduce(0, +) / Double(sums.count)]))
  }

  /// Large enough for several batches of sources, with tails, pieces and blocks.
  static func large(seed: UInt64, directed: Bool) throws -> Graph {
    var random = SeededGenerator(seed: seed)
    var edges: [(Int, Int)] = []
    for node in 1..<1300 where node % 11 != 0 {
      edges.append((node, Int.random(in: max(0, node - 90)..<node, using: &random)))
      if node % 3 == 0 { edges.append((node, Int.random(in: 0..<node, using: &random))) }
    }
    return try Graph(
      nodeCount: 1300, edges: edges, directed: directed,
      lengths: edges.map { _ in Double(Int.random(in: 1...9, using: &random)) })
  }

  @Test(arguments: [false, true])
  func `results have the same bits for any number of threads`(directed: Bool) throws {
    let graph = try PathMeasuresTests.large(seed: 5, directed: directed)
    for metric in Metric.allCases {
      let one = try graph.betweennessCentrality(by: metric, threads: 1)
      #expect(try graph.betweennessCentrality(by: metric, threads: 3) == one)
    }
    #expect(
      try graph.harmonicCentrality(threads: 1) == graph.harmonicCentrality(threads: 3))
    #expect(try graph.edgeBetweenness(threads: 1) == graph.edgeBetweenness(threads: 3))
  }

  @Test(arguments: [false, true])
  func `blocks and batches agree with searches one by one`(directed: Bool) throws {
    let graph = try PathMeasuresTests.large(seed: 8, directed: directed)
    var harmonic = [Double](repeating: 0, count: graph.nodeCount)
    for node in 0..<graph.nodeCount {
      for distance in try graph.distances(from: node) where distance > 0 {
        harmonic[node] += 1 / Double(distance)
      }
    }
    #expect(agree(try graph.harmonicCentrality(), harmonic))
    let ones = try Graph(
      nodeCount: graph.nodeCount,
      edges: (0..<graph.edgeCount).map {
        let ends = graph.ends(ofEdge: $0)
        return (ends.source, ends.target)
      }, directed: directed, lengths: Array(repeating: 1, count: graph.edgeCount))
    #expect(
      agree(try ones.betweennessCentrality(by: .lengths), try graph.betweennessCentrality()))
    #expect(agree(try ones.edgeBetweenness(by: .lengths), try graph.edgeBetweenness()))
  }

  @Test func `a progress handler that says no stops the work`() throws {
    let graph = try PathMeasuresTests.large(seed: 3, directed: false)
    #expect(throws: GraphError.cancelled) {
      try graph.betweennessCentrality(threads: 2) { _ in false }
    }
    #expect(throws: GraphError.cancelled) { try graph.closenessCentrality { _ in false } }
  }

  @Test func `lengths of zero and no lengths at all are named`() throws {
    let zero = try Graph(nodeCount: 2, edges: [(0, 1)], lengths: [0])
    #expect(throws: GraphError.zeroLength(edge: 0)) {
      try zero.betweennessCentrality(by: .lengths)
    }
    let none = try Graph(nodeCount: 2, edges: [(0, 1)])
    #expect(throws: GraphError.missingLengths) { try none.closenessCentrality(by: .lengths) }
  }
}
