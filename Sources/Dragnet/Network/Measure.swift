import DragnetGraph

/// A rule that gives every entity of a network, every node of a graph, a number.
///
/// `docs/measures.md` has the definitions and what holds in the awkward cases.
public enum Measure: String, Sendable, CaseIterable, Codable {
  /// How often it stands on the shortest paths of others.
  case betweenness
  /// How near it is to all it can reach, the share it can reach included.
  case closeness
  /// How near it is to each it can reach, added up.
  case harmonic
  /// How far the farthest it can reach is, in hops.
  case eccentricity
  /// With how many it is tied.
  case degree
  /// How many ties lead to it.
  case inDegree = "in-degree"
  /// How many ties lead from it.
  case outDegree = "out-degree"
  /// How strong its ties are together.
  case strength
  /// How strong the ties that lead to it are together.
  case inStrength = "in-strength"
  /// How strong the ties that lead from it are together.
  case outStrength = "out-strength"
  /// How well tied those are with whom it is tied.
  case eigenvector
  /// How many walks lead to it, long ones counting less.
  case katz
  /// How often a random walk comes by.
  case pagerank
  /// How much those point to it that point to much.
  case authorities
  /// How much it points to those that much points to.
  case hubs
  /// The densest core it belongs to.
  case core
  /// In how many triangles it stands.
  case triangles
  /// How many of its neighbors are tied with each other, as a share.
  case clustering
  /// How little room its neighbors leave it; the smallest ranks first. Undefined without ties.
  case constraint
  /// With how many it is tied that are not tied with each other. Undefined without ties.
  case effectiveSize = "effective-size"
  /// Effective size as a share of its ties. Undefined without ties.
  case efficiency

  /// The measures that every exported network carries.
  public static let main: [Measure] = [.betweenness, .closeness, .degree, .eigenvector, .pagerank]

  /// True when lengths of edges may be counted instead of hops.
  public var knowsLengths: Bool { [.betweenness, .closeness, .harmonic].contains(self) }

  /// True when the measure is of strengths and of nothing else.
  public var needsStrengths: Bool { [.strength, .inStrength, .outStrength].contains(self) }

  /// True when strengths of edges may be counted.
  public var knowsStrengths: Bool {
    needsStrengths
      || [
        .eigenvector, .katz, .pagerank, .authorities, .hubs, .constraint, .effectiveSize,
        .efficiency,
      ].contains(self)
  }

  /// True when the smallest score comes first.
  public var ranksSmallestFirst: Bool { self == .constraint }
}

extension Graph {
  /// The scores of all nodes by one measure, as the function that computes it gives them.
  ///
  /// - Parameter metric: lengths are counted by the measures that know them.
  /// - Parameter useStrengths: strengths are counted by the measures that know them.
  /// - Returns: *n* scores, indexed by node; NaN where a score is undefined.
  /// - Throws: what the function of the measure throws: `missingLengths`, `zeroLength`,
  ///   `missingStrengths`, `tooManyPaths`, `notConverged`, `cancelled`.
  public func scores(
    by measure: Measure, metric: Metric = .hops, useStrengths: Bool = false, threads: Int? = nil,
    progress: ProgressHandler? = nil
  ) throws(GraphError) -> [Double] {
    switch measure {
    case .betweenness:
      try betweennessCentrality(by: metric, threads: threads, progress: progress)
    case .closeness: try closenessCentrality(by: metric, threads: threads, progress: progress)
    case .harmonic: try harmonicCentrality(by: metric, threads: threads, progress: progress)
    case .eccentricity:
      try extent(threads: threads, progress: progress).eccentricities.map(Double.init)
    case .degree: degrees().map(Double.init)
    case .inDegree: degrees(.in).map(Double.init)
    case .outDegree: degrees(.out).map(Double.init)
    case .strength: try nodeStrengths()
    case .inStrength: try nodeStrengths(.in)
    case .outStrength: try nodeStrengths(.out)
    case .eigenvector: try eigenvectorCentrality(useStrengths: useStrengths)
    case .katz: try katzCentrality(useStrengths: useStrengths)
    case .pagerank: try pageRank(useStrengths: useStrengths)
    case .authorities: try hubsAndAuthorities(useStrengths: useStrengths).authorities
    case .hubs: try hubsAndAuthorities(useStrengths: useStrengths).hubs
    case .core: coreNumbers().map(Double.init)
    case .triangles: triangleCounts().map(Double.init)
    case .clustering: clusteringCoefficients()
    case .constraint: try structuralHoles(useStrengths: useStrengths).constraint
    case .effectiveSize: try structuralHoles(useStrengths: useStrengths).effectiveSize
    case .efficiency: try structuralHoles(useStrengths: useStrengths).efficiency
    }
  }
}
