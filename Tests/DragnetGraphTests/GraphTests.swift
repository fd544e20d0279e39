import DragnetGraph
import Testing

@Suite struct GraphTests {
  @Test func `numbers edges by their ends, whatever order they came in`() throws {
    let graph = try Graph(nodeCount: 4, edges: [(3, 2), (1, 0), (2, 1)])
    #expect(
      (0..<3).map { [graph.ends(ofEdge: $0).source, graph.ends(ofEdge: $0).target] } == [
        [0, 1], [1, 2], [2, 3],
      ])
    #expect(graph.neighbors(of: 2) == [1, 3])
    #expect(graph.outArcs(of: 2).map { graph.edge(ofArc: $0) } == [1, 2])
    #expect(graph.edge(from: 3, to: 2) == 2)
    #expect(graph.edge(from: 0, to: 3) == nil)
  }

  @Test func `keeps the direction of directed edges`() throws {
    let graph = try Graph(nodeCount: 3, edges: [(2, 0), (0, 1), (1, 0)], directed: true)
    #expect(graph.edgeCount == 3)
    #expect(graph.neighbors(of: 0) == [1])
    #expect(graph.predecessors(of: 0) == [1, 2])
    #expect(graph.inArcs(of: 0).map { graph.edge(ofInArc: $0) } == [1, 2])
    #expect(graph.degrees(.in) == [2, 1, 0])
    #expect(graph.degrees(.all) == [3, 2, 1])
    #expect(graph.edge(from: 0, to: 2) == nil)
  }

  @Test func `merges parallel edges and drops self-loops, and counts both`() throws {
    let graph = try Graph(
      nodeCount: 3, edges: [(0, 1), (1, 1), (1, 0), (1, 2), (0, 1)],
      strengths: [1, 9, 2, 5, 4], lengths: [3, 9, 1, 7, 2])
    #expect(graph.edgeCount == 2)
    #expect(graph.selfLoopCount == 1)
    #expect(graph.parallelEdgeCount == 2)
    #expect(graph.edgeMultiplicities == [3, 1])
    #expect(graph.edgeStrengths == [7, 5])
    #expect(graph.edgeLengths == [1, 7])
    #expect(try graph.nodeStrengths() == [7, 12, 5])
  }

  @Test func `merges edges without values the same way`() throws {
    let graph = try Graph(nodeCount: 3, edges: [(1, 2), (0, 1), (1, 1), (1, 0)])
    #expect(graph.edgeCount == 2)
    #expect(graph.selfLoopCount == 1)
    #expect(graph.edgeMultiplicities == [2, 1])
    #expect(graph.degrees() == [1, 2, 1])
  }

  @Test func `an empty graph and a graph without edges are graphs`() throws {
    let empty = try Graph(nodeCount: 0, edges: [])
    #expect(empty.degrees() == [])
    #expect(empty.connectedComponents().count == 0)
    let loners = try Graph(nodeCount: 2, edges: [])
    #expect(loners.degrees() == [0, 0])
    #expect(loners.connectedComponents().labels == [0, 1])
  }

  @Test func `refuses what is not a graph`() {
    #expect(throws: GraphError.nodeOutOfRange(node: 2, nodeCount: 2)) {
      try Graph(nodeCount: 2, edges: [(0, 2)])
    }
    #expect(throws: GraphError.nodeOutOfRange(node: -1, nodeCount: 2)) {
      try Graph(nodeCount: 2, edges: [(-1, 0)])
    }
    #expect(throws: GraphError.invalidLength(edge: 0, value: -1)) {
      try Graph(nodeCount: 2, edges: [(0, 1)], lengths: [-1])
    }
    #expect(throws: GraphError.wrongCount(of: "lengths", expected: 1, found: 2)) {
      try Graph(nodeCount: 2, edges: [(0, 1)], lengths: [1, 2])
    }
    #expect(throws: GraphError.self) {
      try Graph(nodeCount: 2, edges: [(0, 1)], strengths: [.nan])
    }
    #expect(throws: GraphError.tooLarge(what: "nodes", count: 1 << 40, limit: Int(Int32.max) - 1)) {
      try Graph(nodeCount: 1 << 40, edges: [])
    }
  }
}
