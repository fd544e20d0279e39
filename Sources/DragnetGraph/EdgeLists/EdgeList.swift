/// A graph read from a text file with one edge a line, and what the file calls its nodes.
///
///     # two columns, separated by tab, comma, semicolon or blanks
///     17  4
///     4   99
///
/// Lines that start with `#` or `%` and empty lines are skipped, as is a heading: `source,target` and its
/// like, or words above a line of numbers. The first line with content decides on the separator: a tab, else a comma, else a
/// semicolon, else blanks. A field may stand in double quotes. Gzip is unpacked, whatever the name.
public struct EdgeList: Sendable {
  /// What the third column of a file means.
  public enum ThirdColumn: String, Sendable, CaseIterable {
    /// It is not read.
    case ignored
    /// Lengths: smaller is nearer.
    case lengths
    /// Strengths: larger is closer.
    case strengths
  }

  /// How the first two columns name nodes.
  public enum Names: String, Sendable, CaseIterable {
    /// Numbers when all are non-negative integers, else words.
    case automatic
    /// Words, even where they look like numbers (telephone numbers).
    case words
  }

  /// The graph.
  public let graph: Graph
  /// The name of each node as written, or nil when nodes are called by their numbers. Words are
  /// numbered in the order of their UTF-8 bytes, so the order of the lines does not matter.
  public let names: [String]?

  /// What the file calls a node.
  public func name(of node: Int) -> String { names?[node] ?? String(node) }

  /// The node with a name, or nil. O(log *n*).
  public func node(named name: String) -> Int? {
    guard let names else {
      return Int(name).flatMap { (0..<graph.nodeCount).contains($0) ? $0 : nil }
    }
    var range = names.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if names[middle] == name { return middle }
      range =
        names[middle].utf8.lexicographicallyPrecedes(name.utf8)
        ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }

  /// Reads a file.
  ///
  /// When all names are non-negative integers, nodes are 0 to the largest, and numbers that do not
  /// occur are isolated nodes.
  ///
  /// - Parameter directed: true when a line means a link from its first node to its second only.
  /// - Throws: `unreadableFile` (missing, damaged gzip), `badLine` (a line with fewer columns than
  ///   needed, a value that is no number, a negative or infinite one, a node number past 32 bits),
  ///   `tooLarge`.
  /// - Complexity: one pass over the bytes; memory for the mapped file, 8 bytes a line and the graph.
  public init(
    path: String, directed: Bool = false, thirdColumn: ThirdColumn = .ignored,
    names: Names = .automatic
  ) throws(GraphError) {
    try self.init(
      FileBytes(path: path), path: path, directed: directed, thirdColumn: thirdColumn, names: names)
  }

  /// Reads the bytes of a file that are in memory already; gzip is unpacked.
  ///
  /// - Parameter name: what the errors call the file.
  /// - Throws: as `init(path:directed:thirdColumn:names:)`.
  public init(
    bytes: [UInt8], name: String, directed: Bool = false, thirdColumn: ThirdColumn = .ignored,
    names: Names = .automatic
  ) throws(GraphError) {
    try self.init(
      FileBytes(bytes, path: name), path: name, directed: directed, thirdColumn: thirdColumn,
      names: names)
  }

  private init(
    _ file: consuming FileBytes, path: String, directed: Bool, thirdColumn: ThirdColumn,
    names: Names
  ) throws(GraphError) {
    let edges = try file.edges(
      path: path, readsValues: thirdColumn != .ignored, wordsOnly: names == .words)
    self.names = edges.names
    graph = try Graph(
      nodeCount: edges.nodeCount, sources: edges.sources, targets: edges.targets,
      directed: directed, strengths: thirdColumn == .strengths ? edges.values : nil,
      lengths: thirdColumn == .lengths ? edges.values : nil)
  }
}

/// The edges of a file in the order of its lines.
struct ParsedEdges {
  var nodeCount = 0
  var sources: [UInt32] = []
  var targets: [UInt32] = []
  /// One for each edge when values were read.
  var values: [Double] = []
  /// Names by node, or nil when nodes are called by their numbers.
  var names: [String]?
}
