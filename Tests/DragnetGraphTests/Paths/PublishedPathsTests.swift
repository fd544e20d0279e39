import DragnetGraph
import Foundation
import Testing

/// Paths and cuts of a known graph, as five other libraries have them: between the two nodes of highest
/// degree, and from the first to the node farthest from it; of equals the smallest number.
struct KnownPaths {
  let plain: Graph
  let lengths: Graph
  let expected: [String: Expected]

  func compare(_ name: String) throws {
    let degrees = plain.degrees()
    let order = degrees.indices.sorted { (degrees[$1], $0) < (degrees[$0], $1) }
    let hops = try plain.distances(from: order[0])
    let far = try #require(hops.firstIndex(of: hops.max() ?? 0))
    let distances = try lengths.shortestPathTree(from: order[0]).distances
    let tree = try #require(expected["sssp_w"])
    #expect(tree.matches(distances.map { $0 < .infinity ? $0 : -1 }), "distances of \(name)")
    let paths = try lengths.shortestSimplePaths(from: order[0], to: far, count: 10)
    let yen = try #require(expected["yen"])
    #expect(yen.matches(try paths.map { try lengths.length(of: $0) }), "paths of \(name)")
    let cut = try plain.minimumCut(from: order[0], to: order[1])
    #expect(try #require(expected["mincut"]).matches(cut.value), "cut of \(name)")
    if let count = expected["asp"] {
      #expect(
        count.matches(try plain.shortestPathCount(from: order[0], to: far)), "count of \(name)")
    }
  }
}

@Suite struct PublishedPathsTests {
  @Test(arguments: ["bali2002", "caviar", "noordin", "lesmis"])
  func `paths and cuts equal those of five other libraries`(name: String) throws {
    let library = try #require(Library.carried)
    try KnownPaths(
      plain: library.graph(name), lengths: library.graph(name, thirdColumn: .lengths),
      expected: try #require(try library.expected()[name])
    ).compare(name)
  }

  /// The best of twenty runs of igraph 1.0.0's Leiden each.
  @Test(arguments: [
    ("bali2002", 0.2966742252), ("caviar", 0.4818203450), ("noordin", 0.3598172257),
    ("lesmis", 0.5600083700),
  ])
  func `Leiden reaches the modularity of another library's best run`(
    name: String, best: Double
  ) throws {
    let graph = try #require(Library.carried).graph(name)
    let leiden = try graph.modularity(of: graph.leidenCommunities()) ?? 0
    let louvain = try graph.modularity(of: graph.louvainCommunities()) ?? 0
    #expect(leiden >= best - 1e-9)
    #expect(louvain >= best - 0.005)
  }
}

@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["DRAGNET_GRAPHS"] != nil,
    "set DRAGNET_GRAPHS to a folder with expected.json and data/*.tsv.gz to compare more graphs"))
struct MorePathsTests {
  @Test(arguments: ["krebs62", "ca-GrQc", "email-Enron"])
  func `paths and cuts equal those of five other libraries`(name: String) throws {
    let folder = try #require(ProcessInfo.processInfo.environment["DRAGNET_GRAPHS"])
    let library = Library(folder: URL(fileURLWithPath: folder), suffix: ".tsv.gz")
    let plain = try library.graph(name)
    // The lengths that the comparison gives graphs which have none.
    let ends = (0..<plain.edgeCount).map { plain.ends(ofEdge: $0) }
    let lengths = try Graph(
      nodeCount: plain.nodeCount, edges: ends.map { ($0.source, $0.target) },
      lengths: ends.map { Double(1 + (7919 * $0.source + 104_729 * $0.target) % 16) })
    try KnownPaths(
      plain: plain, lengths: lengths, expected: try #require(try library.expected()[name])
    ).compare(name)
  }
}
