import DragnetGraph
import Testing

@Suite struct ComponentsTests {
  @Test func `components are numbered by their smallest node`() throws {
    let parts = try Graph(nodeCount: 6, edges: [(5, 1), (3, 5), (2, 0)]).connectedComponents()
    #expect(parts.labels == [0, 1, 0, 1, 2, 1])
    #expect(parts.sizes == [2, 3, 1])
    #expect(parts.members() == [[0, 2], [1, 3, 5], [4]])
  }

  @Test(arguments: UInt64(0)..<30, [false, true])
  func `components are what searches reach`(seed: UInt64, directed: Bool) throws {
    let random = RandomGraph(seed: seed, directed: directed, largest: 60)
    let graph = try random.graph
    let reached = try (0..<random.nodeCount).map { node in
      try graph.distances(from: node, .all).firstIndex { $0 >= 0 } ?? node
    }
    #expect(graph.connectedComponents() == Partition(labels: reached))
  }

  @Test func `direction does not matter`() throws {
    let graph = try Graph(nodeCount: 4, edges: [(3, 2), (3, 1)], directed: true)
    #expect(graph.connectedComponents().labels == [0, 1, 1, 1])
  }
}
