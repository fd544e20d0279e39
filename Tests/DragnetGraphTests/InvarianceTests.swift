import DragnetGraph
import TestSupport
import Testing

@Suite struct InvarianceTests {
  /// All measures of nodes, one after the other.
  static func scores(_ graph: Graph) throws -> [[Double]] {
    var all = [
      try graph.betweennessCentrality(), try graph.betweennessCentrality(by: .lengths),
      try graph.closenessCentrality(), try graph.harmonicCentrality(by: .lengths),
      try graph.pageRank(useStrengths: true), try graph.katzCentrality(),
      graph.clusteringCoefficients(), graph.coreNumbers().map(Double.init),
      try graph.structuralHoles(useStrengths: true).constraint, try graph.nodeStrengths(),
    ]
    // Pieces of a random graph can share their largest eigenvalue but for rounding.
    if graph.connectedComponents().count == 1 && !graph.isDirected {
      all.append(try graph.eigenvectorCentrality())
    }
    return all
  }

  @Test(arguments: kinds)
  func `scores do not depend on how nodes are numbered`(kind: (UInt64, Bool)) throws {
    let random = RandomGraph(seed: kind.0, directed: kind.1)
    var generator = SeededGenerator(seed: kind.0)
    let numbers = (0..<random.nodeCount).shuffled(using: &generator)
    let renumbered = try Graph(
      nodeCount: random.nodeCount, edges: random.pairs.map { (numbers[$0.0], numbers[$0.1]) },
      directed: kind.1, strengths: random.strengths, lengths: random.lengths)
    for (a, b) in zip(
      try InvarianceTests.scores(random.graph), try InvarianceTests.scores(renumbered))
    {
      #expect(agree(numbers.map { b[$0] }, a))
    }
  }

  @Test(arguments: kinds)
  func `scores have the same bits in whatever order edges come`(kind: (UInt64, Bool)) throws {
    let random = RandomGraph(seed: kind.0, directed: kind.1)
    var generator = SeededGenerator(seed: kind.0)
    let order = random.pairs.indices.shuffled(using: &generator)
    let shuffled = try Graph(
      nodeCount: random.nodeCount, edges: order.map { random.pairs[$0] }, directed: kind.1,
      strengths: order.map { random.strengths[$0] }, lengths: order.map { random.lengths[$0] })
    let graph = try random.graph
    for (a, b) in zip(try InvarianceTests.scores(graph), try InvarianceTests.scores(shuffled)) {
      #expect(a.map(\.bitPattern) == b.map(\.bitPattern))
    }
    #expect(graph.selfLoopCount == shuffled.selfLoopCount)
    #expect(graph.parallelEdgeCount == shuffled.parallelEdgeCount)
    #expect(graph.edgeMultiplicities == shuffled.edgeMultiplicities)
  }

  @Test(arguments: [false, true])
  func `the wide path gives the bits of the portable one`(directed: Bool) throws {
    let graph = try PathMeasuresTests.large(seed: 21, directed: directed)
    let wide = (try graph.betweennessCentrality(), try graph.edgeBetweenness())
    VectorPath.isPortableOnly = true
    defer { VectorPath.isPortableOnly = false }
    #expect(try graph.betweennessCentrality() == wide.0)
    #expect(try graph.edgeBetweenness() == wide.1)
  }
}
