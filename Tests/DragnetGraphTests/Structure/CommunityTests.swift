import DragnetGraph
import TestSupport
import Testing

/// A way to find communities, by name.
struct Finder: Sendable, CustomStringConvertible {
  let description: String
  let find: @Sendable (Graph, UInt64, Bool) throws -> Partition

  static let all = [
    Finder(description: "Leiden") { try $0.leidenCommunities(useStrengths: $2, seed: $1) },
    Finder(description: "Louvain") { try $0.louvainCommunities(useStrengths: $2, seed: $1) },
    Finder(description: "label propagation") {
      try $0.labelPropagationCommunities(useStrengths: $2, seed: $1)
    },
  ]
}

@Suite struct CommunityTests {
  /// Groups of eight, dense inside, a few edges between.
  func planted(groups: Int, seed: UInt64, directed: Bool = false) throws -> Graph {
    var generator = SeededGenerator(seed: seed)
    var edges: [(Int, Int)] = []
    for node in 0..<(8 * groups) {
      for other in 0..<node {
        let chance = node / 8 == other / 8 ? 0.9 : 0.5 / Double(8 * groups)
        if Double.random(in: 0..<1, using: &generator) < chance { edges.append((node, other)) }
      }
    }
    return try Graph(
      nodeCount: 8 * groups, edges: edges, directed: directed,
      strengths: edges.map { _ in Double.random(in: 0.5...1.5, using: &generator) })
  }

  /// The largest modularity of any division of a few nodes, all tried.
  func largestModularity(_ graph: Graph, strengths: Bool, resolution: Double) throws -> Double {
    var best = -1.0
    func divide(_ labels: [Int], _ count: Int) throws {
      if labels.count == graph.nodeCount {
        let quality = try graph.modularity(
          of: Partition(labels: labels), resolution: resolution, useStrengths: strengths)
        best = max(best, quality ?? 0)
        return
      }
      for label in 0...count { try divide(labels + [label], max(count, label + 1)) }
    }
    try divide([], 0)
    return best
  }

  @Test(arguments: Finder.all)
  func `finds groups that are there`(finder: Finder) throws {
    for strengths in [false, true] {
      for directed in [false, true] {
        let graph = try planted(groups: 20, seed: 3, directed: directed)
        let expected = Partition(labels: (0..<160).map { $0 / 8 })
        #expect(try finder.find(graph, 1, strengths) == expected)
      }
    }
  }

  @Test(arguments: Finder.all)
  func `the same seed gives the same communities, whatever the order of the edges`(
    finder: Finder
  ) throws {
    let graph = try planted(groups: 12, seed: 8)
    let edges = (0..<graph.edgeCount).reversed().map { graph.ends(ofEdge: $0) }
    let turned = try Graph(
      nodeCount: graph.nodeCount, edges: edges.map { ($0.target, $0.source) },
      strengths: graph.edgeStrengths.map { $0.reversed() })
    for seed in UInt64(0)..<4 {
      let found = try finder.find(graph, seed, true)
      #expect(try finder.find(graph, seed, true) == found)
      #expect(try finder.find(turned, seed, true) == found)
    }
  }

  @Test(arguments: UInt64(0)..<30)
  func `comes close to the best of all divisions`(seed: UInt64) throws {
    let path = try PathCase(seed: seed, nodes: 7, edges: 12, directed: false)
    guard path.graph.edgeCount > 0 else { return }
    for (strengths, resolution) in [(false, 1.0), (true, 1), (true, 0.6), (true, 1.7)] {
      let best = try largestModularity(path.graph, strengths: strengths, resolution: resolution)
      let found = try path.graph.leidenCommunities(
        resolution: resolution, useStrengths: strengths, seed: seed)
      let other = try path.graph.louvainCommunities(
        resolution: resolution, useStrengths: strengths, seed: seed)
      for partition in [found, other] {
        let quality = try path.graph.modularity(
          of: partition, resolution: resolution, useStrengths: strengths)
        #expect((quality ?? -1) >= best - 0.08 && (quality ?? 2) <= best + 1e-12)
      }
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `Leiden's communities hang together`(seed: UInt64) throws {
    let path = try PathCase(seed: seed, nodes: 120, edges: 190, zeroLengths: true)
    for (strengths, resolution) in [(false, 1.0), (true, 0.2), (false, 0)] {
      let found = try path.graph.leidenCommunities(
        resolution: resolution, useStrengths: strengths, seed: seed)
      for members in found.members() {
        let others = Set(0..<120).subtracting(members)
        let distances = try path.graph.distances(
          from: members[0], .all, excluding: Exclusion(nodes: others))
        #expect(members.allSatisfy { distances[$0] >= 0 })
      }
    }
  }

  @Test func `a larger resolution makes more communities`() throws {
    let graph = try planted(groups: 20, seed: 5)
    let counts = try [0.05, 1, 20].map { try graph.leidenCommunities(resolution: $0).count }
    #expect(counts[0] < counts[1] && counts[1] < counts[2])
    #expect(try graph.leidenCommunities(resolution: 1e9).count == 160)
  }

  @Test(arguments: Finder.all)
  func `small and empty graphs have communities too`(finder: Finder) throws {
    #expect(try finder.find(Graph(nodeCount: 0, edges: []), 1, false).labels == [])
    #expect(try finder.find(Graph(nodeCount: 1, edges: [(0, 0)]), 1, false).labels == [0])
    #expect(try finder.find(Graph(nodeCount: 3, edges: []), 1, false).labels == [0, 1, 2])
    #expect(try finder.find(Graph(nodeCount: 3, edges: [(0, 2)]), 1, false).labels == [0, 1, 0])
    let silent = try Graph(nodeCount: 3, edges: [(0, 1), (1, 2)], strengths: [0, 0])
    #expect(try finder.find(silent, 1, true).labels == [0, 1, 2])
    #expect(throws: GraphError.missingStrengths) {
      try finder.find(Graph(nodeCount: 2, edges: [(0, 1)]), 1, true)
    }
  }

  @Test func `parameters are checked, and a caller can stop`() throws {
    let pair = try Graph(nodeCount: 2, edges: [(0, 1)])
    for bad in [-1, .nan, .infinity] as [Double] {
      #expect(throws: GraphError.self) { try pair.leidenCommunities(resolution: bad) }
      #expect(throws: GraphError.self) { try pair.louvainCommunities(resolution: bad) }
    }
    #expect(throws: GraphError.self) { try pair.leidenCommunities(iterations: 0) }
    #expect(throws: GraphError.self) { try pair.louvainCommunities(attempts: 0) }
    #expect(throws: GraphError.cancelled) { try pair.leidenCommunities { _ in false } }
    #expect(throws: GraphError.cancelled) { try pair.louvainCommunities { _ in false } }
  }
}
