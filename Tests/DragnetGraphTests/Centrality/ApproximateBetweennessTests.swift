import DragnetGraph
import Testing

@Suite struct ApproximateBetweennessTests {
  @Test(arguments: [false, true])
  func `errors stay below the bound`(directed: Bool) throws {
    for seed in UInt64(0)..<12 {
      let random = RandomGraph(seed: seed, directed: directed)
      let n = Double(random.nodeCount)
      guard n > 2 else { continue }
      let truth = Plain.betweenness(random.steps(.hops)).map { $0 / (n * (n - 1)) }
      let result = try random.graph.approximateBetweenness(
        error: 0.03, confidence: 0.999, seed: seed)
      for (share, expected) in zip(result.shares, truth) {
        #expect(abs(share - expected) < 0.03)
      }
    }
  }

  @Test func `a star is all in its hub`() throws {
    let star = try Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (0, 3), (0, 4)])
    let result = try star.approximateBetweenness(error: 0.01, seed: 7)
    // 12 of the 20 ordered pairs.
    #expect(abs(result.shares[0] - 0.6) < 0.01)
    #expect(result.shares.dropFirst().allSatisfy { $0 == 0 })
  }

  @Test func `the same seed gives the same bits for any number of threads`() throws {
    let graph = try PathMeasuresTests.large(seed: 2, directed: false)
    let one = try graph.approximateBetweenness(error: 0.03, seed: 9, threads: 1)
    #expect(try graph.approximateBetweenness(error: 0.03, seed: 9, threads: 3) == one)
    #expect(try graph.approximateBetweenness(error: 0.03, seed: 10, threads: 3) != one)
  }

  @Test func `bad parameters and tiny graphs`() throws {
    let pair = try Graph(nodeCount: 2, edges: [(0, 1)])
    #expect(try pair.approximateBetweenness().shares == [0, 0])
    #expect(throws: GraphError.self) { try pair.approximateBetweenness(error: 0) }
    #expect(throws: GraphError.self) { try pair.approximateBetweenness(confidence: 1) }
  }

  @Test func `more paths than can be counted are an error`() throws {
    // Layers of three nodes, each tied to all of the next: 3^700 paths.
    var edges: [(Int, Int)] = []
    for layer in 0..<700 {
      for a in 0..<3 { for b in 0..<3 { edges.append((3 * layer + a, 3 * layer + 3 + b)) } }
    }
    let graph = try Graph(nodeCount: 2103, edges: edges, lengths: edges.map { _ in 1 })
    #expect(throws: GraphError.tooManyPaths) {
      try graph.betweennessCentrality(from: [0], to: [2102])
    }
    #expect(throws: GraphError.tooManyPaths) {
      try graph.betweennessCentrality(from: [0], to: [2102], by: .lengths)
    }
  }
}
