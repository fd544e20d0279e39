import DragnetGraph
import Testing

@Suite struct ConnectingTreeTests {
  /// The shortest tree that connects some nodes: the shortest spanning tree of the best set of nodes
  /// on the way, all sets tried.
  func shortest(_ path: PathCase, _ terminals: [Int]) -> Double? {
    let graph = path.graph
    let edges = (0..<graph.edgeCount).sorted {
      (graph.edgeLengths?[$0] ?? 0, $0) < (graph.edgeLengths?[$1] ?? 0, $1)
    }
    return (0..<(1 << graph.nodeCount)).compactMap { bits -> Double? in
      guard terminals.allSatisfy({ bits >> $0 & 1 == 1 }) else { return nil }
      var groups = Array(0..<graph.nodeCount)
      var joined = 1
      var length = 0.0
      for edge in edges {
        let ends = graph.ends(ofEdge: edge)
        guard bits >> ends.source & 1 == 1, bits >> ends.target & 1 == 1,
          groups[ends.source] != groups[ends.target]
        else { continue }
        let (kept, lost) = (groups[ends.source], groups[ends.target])
        groups = groups.map { $0 == lost ? kept : $0 }
        joined += 1
        length += graph.edgeLengths?[edge] ?? 0
      }
      return joined == bits.nonzeroBitCount ? length : nil
    }.min()
  }

  @Test(arguments: UInt64(0)..<80)
  func `keeps its guarantee, and is a tree`(seed: UInt64) throws {
    let path = try PathCase(seed: seed, nodes: 8, edges: 14, zeroLengths: seed % 4 == 0)
    let terminals = Array([0, 7, 3, 5].prefix(2 + Int(seed % 3)))
    let tree = try path.graph.connectingTree(of: terminals, by: .lengths)
    guard let best = shortest(path, terminals) else {
      #expect(tree == nil)
      return
    }
    let found = try #require(tree)
    let guarantee = 2 - 2 / Double(terminals.count)
    #expect(found.length >= best - 1e-9 && found.length <= best * guarantee + 1e-9)
    #expect(found.edges.count == found.nodes.count - 1)
    var reached: Set = [terminals[0]]
    for _ in found.edges {
      for edge in found.edges {
        let ends = path.graph.ends(ofEdge: edge)
        if reached.contains(ends.source) || reached.contains(ends.target) {
          reached.formUnion([ends.source, ends.target])
        }
      }
    }
    #expect(reached == Set(found.nodes) && reached.isSuperset(of: terminals))
  }

  @Test func `goes through a hub that is none of the nodes`() throws {
    let star = try Graph(nodeCount: 4, edges: [(0, 3), (1, 3), (2, 3)])
    #expect(
      try star.connectingTree(of: [2, 0, 1, 0])
        == ConnectingTree(nodes: [0, 1, 2, 3], edges: [0, 1, 2], length: 3))
    #expect(try star.connectingTree(of: [0, 1], excluding: Exclusion(nodes: [3])) == nil)
    #expect(try star.connectingTree(of: [0, 1], excluding: Exclusion(nodes: [0])) == nil)
  }

  @Test func `one node and none are trees`() throws {
    let pair = try Graph(nodeCount: 2, edges: [(0, 1)])
    #expect(try pair.connectingTree(of: [1])?.nodes == [1])
    #expect(try pair.connectingTree(of: [])?.nodes == [])
    #expect(throws: GraphError.self) { try pair.connectingTree(of: [0, 2]) }
  }
}
