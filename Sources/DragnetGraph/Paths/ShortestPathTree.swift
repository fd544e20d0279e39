/// The shortest paths from one node to all others, one for each.
public struct ShortestPathTree: Sendable {
  /// The node that all paths start from (or, against the arcs, lead to).
  public let source: Int
  /// Length of the shortest path to each node; infinite where there is none.
  public let distances: [Double]
  private let parents: [UInt32]
  private let rows: LengthRows
  private let direction: Direction

  init(source: Int, rows: LengthRows, direction: Direction, isReachable: Bool) {
    self.source = source
    self.rows = rows
    self.direction = direction
    let none = isReachable ? [source] : []
    (distances, parents) = rows.search(from: none)
  }

  /// The node before another on its path, or nil for the source and what is out of reach.
  public func parent(of node: Int) -> Int? {
    parents[node] == noParent ? nil : Int(parents[node])
  }

  /// The path between the source and a node, or nil when there is none. It is read along the arcs:
  /// from the source, or to it where the tree was made with `.in`.
  ///
  /// - Complexity: O(the degrees of the nodes on the path).
  public func path(to node: Int) -> Path? {
    guard distances.indices.contains(node), distances[node] < .infinity else { return nil }
    let path = rows.path(to: node, distances: distances, parents: parents)
    guard direction == .in else { return path }
    return Path(nodes: path.nodes.reversed(), edges: path.edges.reversed())
  }
}

extension LengthRows {
  /// The path along which a search reached a node.
  func path(to node: Int, distances: [Double], parents: [UInt32]) -> Path {
    var nodes = [node]
    var edges: [Int] = []
    var node = node
    while parents[node] != noParent {
      let before = Int(parents[node])
      // The arc that gave the distance; of two between the same nodes, the first.
      if let arc = arcs(of: before).first(where: {
        targets[$0] == UInt32(node) && distances[before] + lengths[$0] == distances[node]
      }) {
        edges.append(edge(ofArc: arc))
      }
      nodes.append(before)
      node = before
    }
    return Path(nodes: nodes.reversed(), edges: edges.reversed())
  }
}

extension Graph {
  /// The shortest paths from one node to all others by length (Dijkstra's algorithm).
  ///
  /// Of several shortest paths to a node one is kept; which one depends only on the numbering.
  /// Lengths of zero are allowed.
  ///
  /// - Parameter direction: `.out` follows arcs, `.in` goes against them (the paths *to* the
  ///   node), `.all` goes either way.
  /// - Throws: `nodeOutOfRange`, `edgeOutOfRange`, `missingLengths`.
  /// - Complexity: O(*n* + *m*) where the longest edge is less than 4,000 times as long as the
  ///   shortest (whole numbers up to some thousands, say), else O(*m* log *n*). 12 bytes a node
  ///   and, kept from the first call on, 8 bytes an arc.
  /// - SeeAlso: Dijkstra, "A note on two problems in connexion with graphs", *Numerische
  ///   Mathematik* 1 (1959); Denardo and Fox, "Shortest-route methods: 1. Reaching, pruning, and
  ///   buckets", *Operations Research* 27 (1979).
  public func shortestPathTree(
    from source: Int, by metric: Metric = .lengths, _ direction: Direction = .out,
    excluding exclusion: Exclusion = .none
  ) throws(GraphError) -> ShortestPathTree {
    try check(node: source)
    return ShortestPathTree(
      source: source, rows: try lengthRows(by: metric, direction, excluding: exclusion),
      direction: direction, isReachable: !exclusion.nodes.contains(source))
  }
}
