import DragnetGraph
import DragnetText

/// A chain of links between two entities of a network, no surer than its weakest.
public struct NetworkPath: Sendable, Codable, Hashable {
  /// A link between two neighbors.
  public struct Step: Sendable, Codable, Hashable {
    /// Id of the entity the step leaves.
    public var from: String
    /// Id of the entity the step reaches.
    public var to: String
    /// Ids of the relations that join the two, as in the network, the surest first.
    public var relations: [String]
    /// Number of independent origins that state any of them.
    public var origins: Int
    /// Confidence of the surest of them, 0...1.
    public var confidence: Double
  }

  /// The links in order, at least one.
  public var steps: [Step]

  /// Ids of the entities passed, both ends included.
  public var entities: [String] { steps.prefix(1).map(\.from) + steps.map(\.to) }
  /// The fewest origins behind any step.
  public var origins: Int { steps.map(\.origins).min() ?? 0 }
  /// The least confidence of any step, 0...1.
  public var confidence: Double { steps.map(\.confidence).min() ?? 0 }
}

extension Network {
  /// The shortest paths between two entities, in the network as it is measured, and on request those
  /// next in length.
  ///
  /// Entities of the types of the two ends count, whatever `options` says of types. The paths with
  /// the most origins behind their weakest step come first, then the surest, then by the ids on the
  /// way; shorter ones before longer ones. No path passes an entity twice.
  ///
  /// - Parameter limit: how many paths are returned at most. When there are more, any of them are.
  /// - Parameter withLonger: true when longer paths follow, up to the limit.
  /// - Returns: paths of equal length, or by ascending length; none when the two are not connected,
  ///   or are the same.
  public func paths(
    from source: Entity, to target: Entity, options: MeasureOptions = MeasureOptions(),
    limit: Int = 10, withLonger: Bool = false
  ) throws(GraphError) -> [NetworkPath] {
    guard source.id != target.id, limit > 0 else { return [] }
    var options = options
    options.types.formUnion([source.type, target.type])
    let measured = MeasuredNetwork(self, options: options)
    guard let start = measured.entities.firstIndex(of: source.id),
      let end = measured.entities.firstIndex(of: target.id)
    else { return [] }
    let graph = measured.graph
    let found =
      try withLonger
      ? graph.shortestSimplePaths(from: start, to: end, count: limit, by: .hops)
      : graph.shortestPaths(from: start, to: end, limit: limit)
    return found.map { path(along: $0, in: measured) }.sorted { a, b in
      if a.steps.count != b.steps.count { return a.steps.count < b.steps.count }
      if a.origins != b.origins { return a.origins > b.origins }
      if a.confidence != b.confidence { return a.confidence > b.confidence }
      return a.entities.lexicographicallyPrecedes(b.entities)
    }
  }

  private func path(along path: Path, in measured: MeasuredNetwork) -> NetworkPath {
    NetworkPath(
      steps: path.edges.indices.map { index in
        let joined = measured.relations[path.edges[index]].map { relations[$0] }
          .sorted { ($1.origins, $1.confidence, $0.id) < ($0.origins, $0.confidence, $1.id) }
        return NetworkPath.Step(
          from: measured.entities[path.nodes[index]], to: measured.entities[path.nodes[index + 1]],
          relations: joined.map(\.id), origins: Set(joined.flatMap(\.originIDs)).count,
          confidence: joined.map(\.confidence).max() ?? 0)
      })
  }
}
