extension Graph {
  /// Core numbers: a node is in the *k*-core when it keeps *k* neighbors after all who have fewer are
  /// taken away, again and again. In a directed graph edges count both ways, and two that point at each
  /// other count once.
  ///
  /// - Returns: *n* numbers, the largest *k* of each node; 0 for an isolated node.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: Batagelj and Zaveršnik, "An O(m) algorithm for cores decomposition of networks" (2003).
  public func coreNumbers() -> [Int] {
    let graph = undirected()
    return DragnetGraph.coreNumbers(offsets: graph.offsets.span, targets: graph.targets.span)
  }
}
