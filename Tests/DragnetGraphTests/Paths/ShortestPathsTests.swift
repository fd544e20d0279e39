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

  @Test(arguments: kinds)
  func `counts equal those of the second implementation`(kind: (UInt64, Bool)) throws {
    let random = RandomGraph(seed: kind.0, directed: kind.1)
    let graph = try random.graph
    let (distance, count) = Plain.paths(random.steps(.hops))
    for source in 0..<random.nodeCount {
      #expect(
        try graph.distances(from: source) == distance[source].map { $0.isFinite ? Int($0) : -1 })
      #expect(
        try graph.distances(from: source, .in)
          == distance.map { $0[source].isFinite ? Int($0[source]) : -1 })
      for target in 0..<random.nodeCount {
        let expected = distance[source][target].isFinite ? count[source][target] : 0
        #expect(try graph.shortestPathCount(from: source, to: target) == expected)
      }
      let target = random.nodeCount - 1 - source
      let paths = try graph.shortestPaths(from: source, to: target, limit: 50)
      #expect(paths.count == min(50, Int(try graph.shortestPathCount(from: source, to: target))))
      #expect(Set(paths.map(\.nodes)).count == paths.count)
      // Leaving out an edge is the same as never having had it.
      if graph.edgeCount > 0, source != target {
        let (a, b) = graph.ends(ofEdge: 0)
        let one = try Graph(
          nodeCount: random.nodeCount,
          edges: (0..<graph.edgeCount).dropFirst().map {
            let ends = graph.ends(ofEdge: $0)
            return (ends.source, ends.target)
          }, directed: kind.1)
        #expect(graph.edge(from: a, to: b) == 0)
        #expect(
          try graph.shortestPathCount(
            from: source, to: target, excluding: Exclusion(edges: [0]))
            == one.shortestPathCount(from: source, to: target))
      }
    }
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
