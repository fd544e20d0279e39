import DragnetGraph
import Testing

@Suite struct CentralityTests {
  /// A path of three, a star of four and a pair beside a loner.
  static let byHand: [(String, Int, [(Int, Int)])] = [
    ("path", 3, [(0, 1), (1, 2)]),
    ("star", 4, [(0, 1), (0, 2), (0, 3)]),
    ("pair and loner", 3, [(0, 1)]),
  ]

  @Test(
    arguments: zip(
      byHand, [[0, 1, 0], [3, 0, 0, 0], [0, 0, 0]] as [[Double]]))
  func `betweenness counts the pairs a node stands between`(
    graph: (String, Int, [(Int, Int)]), expected: [Double]
  ) throws {
    let graph = try Graph(nodeCount: graph.1, edges: graph.2)
    #expect(try graph.betweennessCentrality() == expected)
  }

  @Test(
    arguments: zip(
      byHand, [[2.0 / 3, 1, 2.0 / 3], [1, 0.6, 0.6, 0.6], [0.5, 0.5, 0]] as [[Double]]))
  func `closeness follows Wasserman and Faust`(
    graph: (String, Int, [(Int, Int)]), expected: [Double]
  ) throws {
    let scores = try Graph(nodeCount: graph.1, edges: graph.2).closenessCentrality()
    for (score, value) in zip(scores, expected) { #expect(abs(score - value) < 1e-15) }
  }

  @Test(
    arguments: zip(
      byHand, [[1.5, 2, 1.5], [3, 2, 2, 2], [1, 1, 0]] as [[Double]]))
  func `harmonic centrality adds reciprocal distances`(
    graph: (String, Int, [(Int, Int)]), expected: [Double]
  ) throws {
    let graph = try Graph(nodeCount: graph.1, edges: graph.2)
    #expect(try graph.harmonicCentrality() == expected)
  }

  @Test func `betweenness splits a pair among its shortest paths`() throws {
    let square = try Graph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 3), (3, 0)])
    #expect(try square.betweennessCentrality() == [0.5, 0.5, 0.5, 0.5])
  }

  @Test func `directed betweenness counts ordered pairs`() throws {
    let path = try Graph(nodeCount: 3, edges: [(0, 1), (1, 2)], directed: true)
    #expect(try path.betweennessCentrality() == [0, 1, 0])
    #expect(try path.closenessCentrality() == [2.0 / 3, 0.5, 0])
    #expect(try path.closenessCentrality(by: .hops, .in) == [0, 0.5, 2.0 / 3])
  }

  @Test func `PageRank of a path of three`() throws {
    // x = .05 + .85 · y/2, y = .05 + .85 · 2x, with 2x + y = 1.
    let scores = try Graph(nodeCount: 3, edges: [(0, 1), (1, 2)]).pageRank()
    let middle = 0.9 / 1.85
    #expect(abs(scores[1] - middle) < 1e-10)
    #expect(abs(scores[0] - (1 - middle) / 2) < 1e-10)
    #expect(abs(scores.reduce(0, +) - 1) < 1e-14)
  }

  @Test func `an isolated node jumps always`() throws {
    let scores = try Graph(nodeCount: 2, edges: [], directed: true).pageRank()
    #expect(scores == [0.5, 0.5])
    let ahead = try Graph(nodeCount: 2, edges: [(0, 1)], directed: true).pageRank()
    // a = .075 + .425 b, b = 1 − a
    #expect(abs(ahead[0] - 0.5 / 1.425) < 1e-10)
  }

  @Test func `the eigenvector of a star is found although it is bipartite`() throws {
    let star = try Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (0, 3), (0, 4)])
    let scores = try star.eigenvectorCentrality()
    #expect(abs(scores[0] - 0.5.squareRoot()) < 1e-10)
    #expect(abs(scores[1] - 0.125.squareRoot()) < 1e-10)
  }

  @Test func `the empty graph has no scores and a loner scores nothing`() throws {
    let empty = try Graph(nodeCount: 0, edges: [])
    #expect(try empty.betweennessCentrality() == [])
    #expect(try empty.pageRank() == [])
    #expect(try empty.eigenvectorCentrality() == [])
    let loner = try Graph(nodeCount: 1, edges: [(0, 0)])
    #expect(try loner.betweennessCentrality() == [0])
    #expect(try loner.closenessCentrality() == [0])
    #expect(try loner.pageRank() == [1])
    #expect(try loner.eigenvectorCentrality() == [0])
  }
}
