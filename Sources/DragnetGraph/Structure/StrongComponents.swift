extension Graph {
  /// The strongly connected components: nodes that can reach each other along arcs. In an undirected
  /// graph the connected components.
  ///
  /// - Returns: components numbered by their smallest node.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: Tarjan, "Depth-first search and linear graph algorithms", *SIAM Journal on Computing* 1
  ///   (1972).
  public func stronglyConnectedComponents() -> Partition {
    guard isDirected else { return connectedComponents() }
    var number = [Int](repeating: 0, count: nodeCount)
    var low = number
    var label = [Int](repeating: -1, count: nodeCount)
    var nextArc = (0..<nodeCount).map { outArcs(of: $0).lowerBound }
    var path: [Int] = []
    var waiting: [Int] = []
    var clock = 0
    for root in 0..<nodeCount where number[root] == 0 {
      path.append(root)
      while let node = path.last {
        if number[node] == 0 {
          clock += 1
          number[node] = clock
          low[node] = clock
          waiting.append(node)
        }
        if nextArc[node] < outArcs(of: node).upperBound {
          let target = Int(targets[nextArc[node]])
          nextArc[node] += 1
          if number[target] == 0 {
            path.append(target)
          } else if label[target] < 0 {
            low[node] = min(low[node], number[target])
          }
          continue
        }
        path.removeLast()
        if low[node] == number[node] {
          while let last = waiting.popLast() {
            label[last] = node
            if last == node { break }
          }
        }
        if let parent = path.last, label[node] < 0 { low[parent] = min(low[parent], low[node]) }
      }
    }
    return Partition(labels: label)
  }
}
