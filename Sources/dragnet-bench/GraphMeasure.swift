import ArgumentParser
import DragnetGraph

/// The nodes that measures of pairs are taken between: `first` and `second` have the highest degrees,
/// `farthest` is the node farthest from `first`; ties go to the lower number.
struct Picks {
  var first = 0
  var second = 0
  var farthest = 0

  init() {}

  init(_ graph: Graph) {
    let degrees = graph.degrees()
    let order = degrees.indices.sorted {
      degrees[$0] != degrees[$1] ? degrees[$0] > degrees[$1] : $0 < $1
    }
    guard order.count > 1, let distances = try? graph.distances(from: order[0]),
      let largest = distances.max(), let farthest = distances.firstIndex(of: largest)
    else { return }
    (first, second, self.farthest) = (order[0], order[1], farthest)
  }
}

/// A measure by the name the comparison with other libraries knows it by.
enum GraphMeasure: String, CaseIterable, ExpressibleByArgument {
  case load, cc, bfs, closeness, harmonic, betweenness, pagerank, eigenvector, katz, hits, asp
  case edge_betweenness, kcore, clustering, triangles, constraint, articulation, bridges,
    transitivity
  case approximate, extent, betweenness_w, edge_betweenness_w, closeness_w

  /// True when the third column of the file holds lengths.
  var needsLengths: Bool { rawValue.hasSuffix("_w") || rawValue == "yen" }

  /// What is chosen before the clock starts.
  func prepare(_ graph: Graph) -> Picks {
    [.bfs, .asp].contains(self) ? Picks(graph) : Picks()
  }

  func run(on graph: Graph, picks: Picks, threads: Int) throws -> Outcome {
    switch self {
    case .load: return .value(Double(graph.edgeCount))
    case .cc: return .value(Double(graph.connectedComponents().count))
    case .bfs: return .nodes(try graph.distances(from: picks.first).map(Double.init))
    case .closeness: return .nodes(try graph.closenessCentrality(threads: threads))
    case .harmonic: return .nodes(try graph.harmonicCentrality(threads: threads))
    case .betweenness: return .nodes(try graph.betweennessCentrality(threads: threads))
    case .pagerank: return .nodes(try graph.pageRank())
    case .eigenvector: return .nodes(try graph.eigenvectorCentrality())
    case .katz: return .nodes(try graph.katzCentrality())
    case .hits: return .nodes(try graph.hubsAndAuthorities().authorities)
    case .edge_betweenness: return .edges(try graph.edgeBetweenness(threads: threads))
    case .kcore: return .nodes(graph.coreNumbers().map(Double.init))
    case .clustering: return .nodes(graph.clusteringCoefficients())
    case .triangles: return .nodes(graph.triangleCounts().map(Double.init))
    case .constraint:
      return .nodes(try graph.structuralHoles().constraint.map { $0.isNaN ? 0 : $0 })
    case .articulation: return .marked(graph.cutStructure().articulationPoints)
    case .bridges: return .value(Double(graph.cutStructure().bridges.count))
    case .transitivity: return .value(graph.transitivity() ?? 0)
    case .extent: return .nodes(try graph.extent(threads: threads).eccentricities.map(Double.init))
    case .betweenness_w:
      return .nodes(try graph.betweennessCentrality(by: .lengths, threads: threads))
    case .edge_betweenness_w:
      return .edges(try graph.edgeBetweenness(by: .lengths, threads: threads))
    case .closeness_w:
      return .nodes(try graph.closenessCentrality(by: .lengths, threads: threads))
    case .approximate: return .nodes(try graph.approximateBetweenness(threads: threads).shares)
    case .asp:
      return .value(try graph.shortestPathCount(from: picks.first, to: picks.farthest))
    }
  }
}
