import DragnetGraph
import TestSupport
import Testing

@Suite struct ShortestPathTreeTests {
  /// Distances by relaxing every arc again and again (Bellman and Ford).
  func relaxed(_ graph: Graph, from source: Int, hops: Bool = false) -> [Double] {
    var distances = [Double](repeating: .infinity, count: graph.nodeCount)
    distances[source] = 0
    for _ in 0..<graph.nodeCount {
      for node in 0..<graph.nodeCount {
        for arc in graph.outArcs(of: node) {
          let length = hops ? 1 : graph.edgeLengths?[graph.edge(ofArc: arc)] ?? 0
          let target = graph.target(ofArc: arc)
          distances[target] = min(distances[target], distances[node] + length)
        }
      }
    }
    return distances
  }

  @Test(arguments: UInt64(0)..<40)
  func `distances equal those of relaxing every arc`(seed: UInt64) throws {
    let path = try PathCase(seed: seed, nodes: 60, edges: 130, zeroLengths: seed % 4 == 1)
    let tree = try path.graph.shortestPathTree(from: 5)
    #expect(zip(tree.distances, relaxed(path.graph, from: 5)).allSatisfy(isClose))
    for node in 0..<60 {
      guard let way = tree.path(to: node) else {
        #expect(tree.distances[node] == .infinity)
        continue
      }
      #expect(way.nodes.first == 5 && way.nodes.last == node)
      #expect(isClose(path.length(way.nodes), tree.distances[node]))
      #expect(isClose(try path.graph.length(of: way), tree.distances[node]))
    }
  }

  @Test(arguments: [3.0, 3999, 4001, 1e12])
  func `lengths far apart take another queue and give the same`(ratio: Double) throws {
    var generator = SeededGenerator(seed: 9)
    let edges = (0..<400).map { _ in
      (Int.random(in: 0..<90, using: &generator), Int.random(in: 0..<90, using: &generator))
    }
    var lengths = edges.map { _ in Double.random(in: 1...ratio, using: &generator) * 0.1 }
    (lengths[0], lengths[1]) = (0.1, 0.1 * ratio)
    let graph = try Graph(nodeCount: 90, edges: edges, lengths: lengths)
    let distances = try graph.shortestPathTree(from: 0).distances
    #expect(zip(distances, relaxed(graph, from: 0)).allSatisfy(isClose))
  }

  @Test func `hops, and the three directions`() throws {
    let chain = try Graph(
      nodeCount: 4, edges: [(0, 1), (2, 1), (2, 3)], directed: true, lengths: [2, 3, 0])
    #expect(try chain.shortestPathTree(from: 2).distances == [.infinity, 3, 0, 0])
    #expect(try chain.shortestPathTree(from: 1, .in).distances == [2, 0, 3, .infinity])
    #expect(try chain.shortestPathTree(from: 0, .all).distances == [0, 2, 5, 5])
    #expect(try chain.shortestPathTree(from: 0, by: .hops, .all).distances == [0, 1, 2, 3])
    let inward = try chain.shortestPathTree(from: 1, .in)
    #expect(inward.path(to: 2) == Path(nodes: [2, 1], edges: [1]))
    #expect(inward.path(to: 3) == nil)
    #expect(inward.parent(of: 2) == 1 && inward.parent(of: 1) == nil)
  }

  @Test func `leaves out nodes and edges`() throws {
    let square = try Graph(
      nodeCount: 4, edges: [(0, 1), (1, 3), (0, 2), (2, 3)], lengths: [1, 1, 2, 2])
    #expect(
      try square.shortestPathTree(from: 0, excluding: Exclusion(nodes: [1])).distances
        == [0, .infinity, 2, 4])
    #expect(
      try square.shortestPathTree(from: 0, excluding: Exclusion(edges: [0])).distances
        == [0, 5, 2, 4])
    let none = try square.shortestPathTree(from: 0, excluding: Exclusion(nodes: [0]))
    #expect(none.distances.allSatisfy { $0 == .infinity })
    #expect(none.path(to: 0) == nil)
  }

  @Test func `without lengths or nodes it says so`() throws {
    let pair = try Graph(nodeCount: 2, edges: [(0, 1)])
    #expect(throws: GraphError.missingLengths) { try pair.shortestPathTree(from: 0) }
    #expect(throws: GraphError.nodeOutOfRange(node: 2, nodeCount: 2)) {
      try pair.shortestPathTree(from: 2, by: .hops)
    }
    let loner = try Graph(nodeCount: 1, edges: [], lengths: [])
    #expect(try loner.shortestPathTree(from: 0).distances == [0])
  }
}
