/// Which arcs of a node count in a directed graph. In an undirected graph all three are the same.
public enum Direction: String, Sendable, CaseIterable {
  /// Arcs that start at the node.
  case out
  /// Arcs that end at the node.
  case `in`
  /// Both; two nodes that point at each other count twice.
  case all
}

extension Graph {
  /// Number of arcs that start at a node.
  public func outDegree(of node: Int) -> Int { outArcs(of: node).count }

  /// Number of arcs that end at a node.
  public func inDegree(of node: Int) -> Int {
    isDirected ? inArcs(of: node).count : outDegree(of: node)
  }

  /// The nodes a node's arcs lead to, ascending.
  public func neighbors(of node: Int) -> ArraySlice<UInt32> { targets[outArcs(of: node)] }

  /// The nodes whose arcs lead to a node, ascending.
  public func predecessors(of node: Int) -> ArraySlice<UInt32> {
    isDirected ? reverseArcs.sources[inArcs(of: node)] : neighbors(of: node)
  }

  /// The numbers of the arcs that start at a node.
  public func outArcs(of node: Int) -> Range<Int> {
    Int(offsets[node])..<Int(offsets[node + 1])
  }

  /// Positions of the arcs that end at a node, for `source(ofInArc:)` and `edge(ofInArc:)`.
  public func inArcs(of node: Int) -> Range<Int> {
    guard isDirected else { return outArcs(of: node) }
    let offsets = reverseArcs.offsets
    return Int(offsets[node])..<Int(offsets[node + 1])
  }

  /// Where an arc leads to.
  public func target(ofArc arc: Int) -> Int { Int(targets[arc]) }

  /// The edge an arc belongs to. In a directed graph the two numbers are the same.
  public func edge(ofArc arc: Int) -> Int {
    isDirected ? arc : Int(edgeNumbers.arcEdges[arc])
  }

  /// Where an arc into a node comes from.
  public func source(ofInArc position: Int) -> Int {
    isDirected ? Int(reverseArcs.sources[position]) : Int(targets[position])
  }

  /// The edge that an arc into a node belongs to.
  public func edge(ofInArc position: Int) -> Int {
    isDirected ? Int(reverseArcs.edges[position]) : Int(edgeNumbers.arcEdges[position])
  }

  /// The two ends of an edge; in an undirected graph the smaller number first.
  public func ends(ofEdge edge: Int) -> (source: Int, target: Int) {
    let numbers = edgeNumbers
    return (Int(numbers.sources[edge]), Int(numbers.targets[edge]))
  }

  /// The edge from one node to another, or nil when there is none.
  ///
  /// - Complexity: O(log *degree*).
  public func edge(from source: Int, to target: Int) -> Int? {
    arc(from: source, to: target).map { edge(ofArc: $0) }
  }

  /// The arc from one node to another, or nil when there is none.
  ///
  /// - Complexity: O(log *degree*).
  public func arc(from source: Int, to target: Int) -> Int? {
    guard (0..<nodeCount).contains(source), (0..<nodeCount).contains(target) else { return nil }
    var range = outArcs(of: source)
    let wanted = UInt32(target)
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if targets[middle] == wanted { return middle }
      range =
        targets[middle] < wanted
        ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }

  /// Checks that a node exists.
  func check(node: Int) throws(GraphError) {
    guard (0..<nodeCount).contains(node) else {
      throw .nodeOutOfRange(node: node, nodeCount: nodeCount)
    }
  }
}
