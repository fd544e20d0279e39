import DragnetGraph
import Testing

@Suite struct BestPathTests {
  @Test(arguments: UInt64(0)..<60)
  func `no path is wider, and none as wide has fewer hops`(seed: UInt64) throws {
    let path = try PathCase(seed: seed, zeroLengths: true)
    for exclusion in [.none, path.exclusion()] {
      let all = path.simplePaths(from: 0, to: 6, excluding: exclusion).map {
        (nodes: $0, width: path.values(path.graph.edgeStrengths, along: $0).min() ?? .infinity)
      }
      let best = all.map(\.width).max() ?? 0
      let widest = try path.graph.widestPath(from: 0, to: 6, excluding: exclusion)
      guard best > 0 else {
        #expect(widest == nil)
        continue
      }
      #expect(widest?.width == best)
      let fewest = all.filter { $0.width == best }.map(\.nodes.count).min()
      #expect(widest?.path.nodes.count == fewest)
      #expect(all.contains { $0.nodes == widest?.path.nodes && $0.width == best })
    }
  }

  @Test(arguments: UInt64(0)..<60)
  func `no path has a larger product of confidences`(seed: UInt64) throws {
    let path = try PathCase(seed: seed, zeroLengths: true)
    let confidences = (path.graph.edgeStrengths ?? []).map { min(1, $0 / 4) }
    for exclusion in [.none, path.exclusion()] {
      let all = path.simplePaths(from: 0, to: 6, excluding: exclusion).map {
        (nodes: $0, product: path.values(confidences, along: $0).reduce(1, *))
      }
      let best = all.map(\.product).max() ?? 0
      let found = try path.graph.mostReliablePath(
        from: 0, to: 6, confidences: confidences, excluding: exclusion)
      guard best > 0 else {
        #expect(found == nil)
        continue
      }
      #expect(isClose(found?.confidence ?? -1, best))
      let fewest = all.filter { isClose($0.product, best) }.map(\.nodes.count).min()
      #expect(found?.path.nodes.count == fewest)
    }
  }

  @Test func `ends, strengths and confidences are checked`() throws {
    let pair = try Graph(nodeCount: 3, edges: [(0, 1)], strengths: [2])
    #expect(try pair.widestPath(from: 1, to: 1)?.width == .infinity)
    #expect(try pair.widestPath(from: 1, to: 1)?.path == Path(nodes: [1], edges: []))
    #expect(try pair.widestPath(from: 0, to: 2) == nil)
    #expect(try pair.mostReliablePath(from: 2, to: 2, confidences: [0.5])?.confidence == 1)
    for bad in [-0.1, 1.1, .nan] {
      #expect(throws: GraphError.self) {
        try pair.mostReliablePath(from: 0, to: 1, confidences: [bad])
      }
    }
    #expect(throws: GraphError.wrongCount(of: "confidences", expected: 1, found: 0)) {
      try pair.mostReliablePath(from: 0, to: 1, confidences: [])
    }
    #expect(throws: GraphError.missingStrengths) {
      try Graph(nodeCount: 2, edges: [(0, 1)]).widestPath(from: 0, to: 1)
    }
  }

  @Test func `a product too small for a number still has its path`() throws {
    let count = 1200
    let chain = try Graph(nodeCount: count, edges: (1..<count).map { ($0 - 1, $0) })
    let found = try chain.mostReliablePath(
      from: 0, to: count - 1, confidences: [Double](repeating: 0.5, count: count - 1))
    #expect(found?.path.nodes.count == count)
    #expect(found?.confidence == 0)
  }
}
