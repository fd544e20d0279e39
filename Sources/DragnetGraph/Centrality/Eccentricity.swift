/// How large a graph is, in hops.
public struct Extent: Sendable, Equatable {
  /// For each node the distance to the farthest node it reaches; 0 when it reaches none.
  public let eccentricities: [Int]
  /// The largest eccentricity: the longest of all shortest paths. 0 without edges.
  public let diameter: Int
  /// The smallest eccentricity of a node that reaches every other, or nil when there is none.
  public let radius: Int?
  /// The mean distance over ordered pairs that a path joins, or nil when there is none.
  public let meanPathLength: Double?
  /// Number of ordered pairs that a path joins.
  public let joinedPairs: Int
}

extension Graph {
  /// Eccentricity, diameter, radius and mean path length. A pair that no path joins counts nowhere: the
  /// diameter of a graph in pieces is that of its widest piece.
  ///
  /// - Throws: `cancelled`.
  /// - Complexity: as `closenessCentrality`.
  public func extent(
    threads: Int? = nil, progress: ProgressHandler? = nil
  ) throws(GraphError) -> Extent {
    let sums = try DistanceSums(self, direction: .out, threads: threads, progress: progress).sums
    let eccentricities = sums.map { Int($0.w) }
    let pairs = sums.reduce(0) { $0 + Int($1.y) }
    return Extent(
      eccentricities: eccentricities, diameter: eccentricities.max() ?? 0,
      radius: sums.filter { Int($0.y) == nodeCount - 1 }.map { Int($0.w) }.min(),
      meanPathLength: pairs == 0 ? nil : sums.reduce(0) { $0 + $1.x } / Double(pairs),
      joinedPairs: pairs)
  }
}
