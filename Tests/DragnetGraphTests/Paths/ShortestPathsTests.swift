import DragnetGraph
import Testing

@Suite struct ShortestPathsTests {
  /// Two ways around a square, with a tail and a loner.
  let graph: Graph

  init() throws {
    graph = try Graph(nodeCount: 6, edges: [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4)])
  }

  @Test func `distances count hops and mark what is out of reach`() throws {
    #expect(try graph.distances(from: 0) == [0, 1, 1, 2, 3, -1])
  }

  @Test func `counts and lists all shortest paths`() throws {
    #expect(try graph.shortestPathCount(from: 0, to: 4) == 2)
    let paths = try graph.shortestPaths(from: 0, to: 4)
    #expect(paths.map(\.nodes) == [[0, 1, 3, 4], [0, 2, 3, 4]])
    #expect(paths.map(\.edges) == [[0, 2, 4], [1, 3, 4]])
    #expect(try graph.shortestPaths(from: 0, to: 4, limit: 1).count == 1)
    #expect(try graph.shortestPaths(from: 0, to: 5) == [])
    #expect(try graph.shortestPathCount(from: 0, to: 5) == 0)
    #expect(try graph.shortestPaths(from: 1, to: 1) == [Path(nodes: [1], edges: [])])
  }

  @Test func `leaves out nodes and edges`() throws {
    #expect(
      try graph.shortestPaths(from: 0, to: 4, excluding: Exclusion(nodes: [1])).map(\.nodes)
        == [[0, 2, 3, 4]])
    #expect(try graph.shortestPathCount(from: 0, to: 4, excluding: Exclusion(edges: [3])) == 1)
    #expect(
      try graph.distances(from: 0, excluding: Exclusion(nodes: [3])) == [0, 1, 1, -1, -1, -1])
    #expect(try graph.distances(from: 0, excluding: Exclusion(nodes: [0])).allSatisfy { $0 == -1 })
    #expect(throws: GraphError.edgeOutOfRange(edge: 9, edgeCount: 5)) {
      try graph.distances(from: 0, excluding: Exclusion(edges: [9]))
    }
  }

  @Test func `directions follow arcs, go against them, or either way`() throws {
    let chain = try Graph(nodeCount: 3, edges: [(0, 1), (2, 1)], directed: true)
    #expect(try chain.distances(from: 0) == [0, 1, -1])
    #expect(try chain.distances(from: 1, .in) == [1, 0, 1])
    #expect(try chain.distances(from: 0, .all) == [0, 1, 2])
    #expect(try chain.distances(from: 1, .in, excluding: Exclusion(nodes: [2])) == [1, 0, -1])
    #expect(throws: GraphError.nodeOutOfRange(node: 7, nodeCount: 3)) {
      try chain.distances(from: 7)
    }
  }
}
