/// Numbered nodes and the edges between them, in compressed sparse rows.
///
/// Nodes are `0..<nodeCount`. The graph is simple: self-loops are dropped and counted, edges between
/// the same nodes (in the same direction, where the graph is directed) are merged and counted.
/// Merged strengths add up, of merged lengths the smallest stays.
///
/// Edges are numbered by their ends, `(source, target)` ascending, with `source < target` in an
/// undirected graph; so two graphs with the same edges are numbered alike, whatever order they came
/// in. An *arc* is one direction of an edge as stored: an undirected edge has two, a directed one.
/// Arcs stand by source, then by target.
///
/// Memory: 4 bytes a node and 4 bytes an arc; 8 bytes an edge for each of strengths and lengths. The
/// arcs into a node of a directed graph (8 bytes an edge) and the edge numbers of an undirected graph
/// (16 bytes an edge) are made when first asked for, and kept; so are the lengths of the arcs of an
/// undirected graph (16 bytes an edge) by the first search that follows them.
public struct Graph: Sendable {
  /// Number of nodes.
  public let nodeCount: Int
  /// True when an edge leads from its source to its target only.
  public let isDirected: Bool
  /// Number of edges after merging, without self-loops.
  public let edgeCount: Int
  /// Number of self-loops that were dropped.
  public let selfLoopCount: Int
  /// Number of edges that were merged into another between the same nodes.
  public let parallelEdgeCount: Int
  /// How many given edges stand behind each edge, or nil when it is one for all.
  public let edgeMultiplicities: [UInt32]?
  /// Strength of each edge (larger is closer), or nil when the graph has none.
  public let edgeStrengths: [Double]?
  /// Length of each edge (smaller is nearer), or nil when the graph has none.
  public let edgeLengths: [Double]?

  /// The arcs out of node *v* are `offsets[v]..<offsets[v + 1]`.
  let offsets: [UInt32]
  /// Target of each arc.
  let targets: [UInt32]
  private let lazyEdges = Lazily<EdgeNumbers>()
  private let lazyReverse = Lazily<ReverseArcs>()
  /// The arcs out of each node with their lengths, kept for searches by length.
  let keptLengthRows = Lazily<LengthRows>()

  /// Number of arcs: *m* in a directed graph, 2*m* in an undirected one.
  public var arcCount: Int { targets.count }

  /// Makes a graph from pairs of nodes.
  ///
  /// - Parameter strengths: one for each given edge, finite and not negative; larger is closer.
  /// - Parameter lengths: one for each given edge, finite and not negative; smaller is nearer.
  /// - Throws: `nodeOutOfRange`, `wrongCount`, `invalidLength`, `invalidStrength`, `tooLarge`.
  /// - Complexity: O(*n* + *m*).
  public init(
    nodeCount: Int, edges: [(Int, Int)], directed: Bool = false, strengths: [Double]? = nil,
    lengths: [Double]? = nil
  ) throws(GraphError) {
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    sources.reserveCapacity(edges.count)
    targets.reserveCapacity(edges.count)
    for (source, target) in edges {
      for node in [source, target] where node < 0 || node >= nodeCount {
        throw .nodeOutOfRange(node: node, nodeCount: nodeCount)
      }
      sources.append(UInt32(truncatingIfNeeded: source))
      targets.append(UInt32(truncatingIfNeeded: target))
    }
    try self.init(
      nodeCount: nodeCount, sources: sources, targets: targets, directed: directed,
      strengths: strengths, lengths: lengths)
  }

  /// Makes a graph from two lists of the same length: edge *i* leads from `sources[i]` to
  /// `targets[i]`. Otherwise as `init(nodeCount:edges:directed:strengths:lengths:)`.
  public init(
    nodeCount: Int, sources: consuming [UInt32], targets: consuming [UInt32],
    directed: Bool = false, strengths: [Double]? = nil, lengths: [Double]? = nil
  ) throws(GraphError) {
    precondition(nodeCount >= 0, "a graph has no negative number of nodes")
    try self.init(
      canonical: CanonicalEdges(
        nodeCount: nodeCount, sources: sources, targets: targets, directed: directed,
        strengths: strengths, lengths: lengths),
      nodeCount: nodeCount, directed: directed)
  }

  init(canonical edges: consuming CanonicalEdges, nodeCount: Int, directed: Bool) {
    self.nodeCount = nodeCount
    isDirected = directed
    edgeCount = edges.sources.count
    selfLoopCount = edges.selfLoopCount
    parallelEdgeCount = edges.parallelCount
    edgeMultiplicities = edges.multiplicities
    edgeStrengths = edges.strengths
    edgeLengths = edges.lengths
    (offsets, targets) = compressedRows(
      nodeCount: nodeCount, sources: edges.sources, targets: edges.targets, bothWays: !directed)
  }

  /// For each arc of an undirected graph its edge, and for each edge its ends.
  var edgeNumbers: EdgeNumbers {
    lazyEdges.value {
      isDirected
        ? EdgeNumbers(directedOffsets: offsets, targets: targets)
        : EdgeNumbers(undirectedOffsets: offsets, targets: targets)
    }
  }

  /// The arcs into each node; in an undirected graph those out of it.
  var reverseArcs: ReverseArcs {
    isDirected
      ? lazyReverse.value { ReverseArcs(offsets: offsets, targets: targets) }
      : ReverseArcs(offsets: offsets, sources: targets, edges: edgeNumbers.arcEdges)
  }

  /// The offsets and sources of the arcs into each node, without edge numbers.
  var incoming: (offsets: [UInt32], sources: [UInt32]) {
    guard isDirected else { return (offsets, targets) }
    let reverse = reverseArcs
    return (reverse.offsets, reverse.sources)
  }
}
