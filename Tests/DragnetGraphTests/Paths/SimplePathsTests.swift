import DragnetGraph
import Testing

@Suite struct SimplePathsTests {
  @Test(arguments: UInt64(0)..<80)
  func `lists all simple paths from the shortest to the longest`(seed: UInt64) throws {
    let path = try PathCase(seed: seed, zeroLengths: seed % 4 >= 2)
    for exclusion in [.none, path.exclusion()] {
      let all = path.simplePaths(from: 0, to: 6, excluding: exclusion)
      let found = try path.graph.shortestSimplePaths(
        from: 0, to: 6, count: 1000, excluding: exclusion)
      #expect(Set(found.map(\.nodes)) == Set(all))
      #expect(found.count == all.count)
      let lengths = found.map { path.length($0.nodes) }
      #expect(zip(lengths, all.map(path.length).sorted()).allSatisfy(isClose))
      let few = try path.graph.shortestSimplePaths(from: 0, to: 6, count: 4, excluding: exclusion)
      #expect(few.count == min(4, all.count))
      #expect(zip(few.map { path.length($0.nodes) }, lengths).allSatisfy(isClose))
      for path in found { #expect(path.edges.count == path.nodes.count - 1) }
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func `counts and lists shortest paths by length`(seed: UInt64) throws {
    let path = try PathCase(seed: seed)
    for exclusion in [.none, path.exclusion()] {
      let all = path.simplePaths(from: 0, to: 6, excluding: exclusion)
      let least = all.map(path.length).min() ?? 0
      let shortest = all.filter { isClose(path.length($0), least) }
      #expect(
        try path.graph.shortestPathCount(from: 0, to: 6, by: .lengths, excluding: exclusion)
          == Double(shortest.count))
      let found = try path.graph.shortestPaths(from: 0, to: 6, by: .lengths, excluding: exclusion)
      #expect(Set(found.map(\.nodes)) == Set(shortest) && found.count == shortest.count)
      let fewest = all.filter { $0.count == all.map(\.count).min() }
      let byHops = try path.graph.shortestPaths(from: 0, to: 6, excluding: exclusion)
      #expect(Set(byHops.map(\.nodes)) == Set(fewest) && byHops.count == fewest.count)
      #expect(
        try path.graph.shortestPathCount(from: 0, to: 6, excluding: exclusion)
          == Double(fewest.count))
    }
  }

  @Test func `sums that differ by rounding tie`() throws {
    // 0.1 + 0.2 is not 0.3 in floating point.
    let graph = try Graph(
      nodeCount: 4, edges: [(0, 1), (1, 3), (0, 2), (2, 3)],
      lengths: [0.1, 0.2, 0.3 - 1e-16, 1e-16])
    #expect(try graph.shortestPathCount(from: 0, to: 3, by: .lengths) == 2)
  }

  @Test func `a length of zero has no number of shortest paths`() throws {
    let graph = try Graph(nodeCount: 3, edges: [(0, 1), (1, 2)], lengths: [1, 0])
    #expect(throws: GraphError.zeroLength(edge: 1)) {
      try graph.shortestPathCount(from: 0, to: 2, by: .lengths)
    }
    #expect(
      try graph.shortestPathCount(
        from: 0, to: 1, by: .lengths, excluding: Exclusion(edges: [1])) == 1)
  }

  @Test func `the ends decide what there is`() throws {
    let graph = try Graph(nodeCount: 3, edges: [(0, 1)], lengths: [1])
    #expect(
      try graph.shortestSimplePaths(from: 1, to: 1, count: 5) == [Path(nodes: [1], edges: [])])
    #expect(try graph.shortestSimplePaths(from: 0, to: 2, count: 5) == [])
    #expect(try graph.shortestSimplePaths(from: 0, to: 1, count: 0) == [])
    #expect(throws: GraphError.self) { try graph.shortestSimplePaths(from: 0, to: 1, count: -1) }
    #expect(throws: GraphError.self) { try graph.shortestSimplePaths(from: 0, to: 3, count: 1) }
    #expect(
      try graph.shortestSimplePaths(
        from: 0, to: 1, count: 1, excluding: Exclusion(nodes: [0])) == [])
  }

  @Test func `a detour that the tree does not hold is searched for`() throws {
    // All shortest ways to 5 lead through 1; those after the first must go around it.
    let graph = try Graph(
      nodeCount: 6, edges: [(0, 1), (0, 2), (2, 1), (1, 5), (2, 3), (3, 4), (4, 5), (3, 1)],
      lengths: [1, 1, 1, 1, 1, 4, 4, 1])
    let lengths = try graph.shortestSimplePaths(from: 0, to: 5, count: 10).map {
      try graph.length(of: $0)
    }
    #expect(lengths == [2, 3, 4, 10, 10, 11, 11])
  }
}
