import DragnetGraph
import Testing

@Suite struct BackboneTests {
  @Test func `agrees with a star worked out by hand`() throws {
    // The hub has strength 10 on three edges: (1 − w/10)² for w = 8, 1, 1. Leaves say nothing.
    let graph = try Graph(
      nodeCount: 4, edges: [(0, 1), (0, 2), (0, 3)], strengths: [8, 1, 1])
    let values = try graph.disparities()
    #expect(abs(values[0] - 0.04) < 1e-12)
    #expect(abs(values[1] - 0.81) < 1e-12 && values[1] == values[2])
  }

  @Test func `the end where an edge surprises more decides`() throws {
    // Edge 1–2: at node 1 a half of two edges (0.5), at node 2 nine tenths of two (0.1).
    let graph = try Graph(
      nodeCount: 4, edges: [(0, 1), (1, 2), (2, 3)], strengths: [9, 9, 1])
    #expect(abs(try graph.disparities()[1] - 0.1) < 1e-12)
  }

  @Test func `a pair alone, edges without strength and nothing at all`() throws {
    #expect(try Graph(nodeCount: 2, edges: [(0, 1)], strengths: [3]).disparities() == [1])
    #expect(
      try Graph(nodeCount: 3, edges: [(0, 1), (0, 2)], strengths: [0, 0]).disparities() == [1, 1])
    #expect(try Graph(nodeCount: 0, edges: [], strengths: []).disparities() == [])
    #expect(throws: GraphError.missingStrengths) {
      try Graph(nodeCount: 2, edges: [(0, 1)]).disparities()
    }
  }

  @Test func `a directed edge counts out of its source and into its target`() throws {
    let graph = try Graph(
      nodeCount: 3, edges: [(0, 1), (0, 2), (1, 0)], directed: true, strengths: [3, 1, 5])
    let values = try graph.disparities()
    #expect(abs(values[0] - 0.25) < 1e-12 && abs(values[1] - 0.75) < 1e-12 && values[2] == 1)
  }
}
