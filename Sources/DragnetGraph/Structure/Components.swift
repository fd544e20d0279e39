/// A division of the nodes into parts that share none.
public struct Partition: Sendable, Equatable {
  /// The part of each node, 0..<`count`. Parts are numbered by their smallest node.
  public let labels: [Int]
  /// Number of nodes in each part.
  public let sizes: [Int]

  /// Number of parts.
  public var count: Int { sizes.count }

  /// Makes a partition from any labels: nodes with the same label share a part.
  public init(labels given: [Int]) {
    var names: [Int: Int] = [:]
    var labels: [Int] = []
    var sizes: [Int] = []
    labels.reserveCapacity(given.count)
    for label in given {
      let name = names[label, default: sizes.count]
      if name == sizes.count {
        names[label] = name
        sizes.append(0)
      }
      labels.append(name)
      sizes[name] += 1
    }
    self.labels = labels
    self.sizes = sizes
  }

  /// Takes labels that are already numbered by the smallest node.
  init(numbered labels: [Int], count: Int) {
    var sizes = [Int](repeating: 0, count: count)
    for label in labels { sizes[label] += 1 }
    self.labels = labels
    self.sizes = sizes
  }

  /// The nodes of each part, ascending.
  public func members() -> [[Int]] {
    var members = sizes.map { size in
      var list: [Int] = []
      list.reserveCapacity(size)
      return list
    }
    for (node, label) in labels.enumerated() { members[label].append(node) }
    return members
  }
}

extension Graph {
  /// The weakly connected components: nodes that a path joins, whichever way its arcs point.
  ///
  /// - Returns: components numbered by their smallest node; an isolated node is one of its own.
  /// - Complexity: O(*n* + *m*).
  public func connectedComponents() -> Partition {
    let labels = connectedLabels(
      offsets: offsets.span, targets: targets.span, isSymmetric: !isDirected)
    return Partition(numbered: labels.labels, count: labels.count)
  }
}
