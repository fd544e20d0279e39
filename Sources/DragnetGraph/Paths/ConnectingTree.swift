/// Edges that connect some nodes, without a circle.
public struct ConnectingTree: Sendable, Equatable {
  /// All nodes of the tree, ascending: those to connect and those on the way.
  public let nodes: [Int]
  /// The edges, ascending; one fewer than nodes.
  public let edges: [Int]
  /// What the edges measure together.
  public let length: Double

  /// Makes a tree from its parts.
  public init(nodes: [Int], edges: [Int], length: Double) {
    self.nodes = nodes
    self.edges = edges
    self.length = length
  }
}

extension Graph {
  /// A short tree that connects many nodes (the Steiner tree problem).
  ///
  /// To find the shortest is not feasible for more than some dozen nodes. This one is never longer
  /// than 2 − 2/*k* times the shortest for *k* nodes to connect, and mostly within a few percent.
  /// The directions of edges do not count.
  ///
  /// - Parameter terminals: the nodes to connect; naming one twice makes no difference.
  /// - Returns: the tree, or nil where no tree connects all (or one of them is left out). No nodes
  ///   make the empty tree.
  /// - Throws: `nodeOutOfRange`, `edgeOutOfRange`, `missingLengths`.
  /// - Complexity: one `shortestPathTree` and O(*m* log *m*); 40 bytes an edge.
  /// - SeeAlso: Mehlhorn, "A faster approximation algorithm for the Steiner problem in graphs",
  ///   *Information Processing Letters* 27 (1988); the last step is from Kou, Markowsky and Berman,
  ///   "A fast algorithm for Steiner trees", *Acta Informatica* 15 (1981).
  public func connectingTree(
    of terminals: [Int], by metric: Metric = .hops, excluding exclusion: Exclusion = .none
  ) throws(GraphError) -> ConnectingTree? {
    for node in terminals { try check(node: node) }
    let terminals = Set(terminals).sorted()
    let rows = try lengthRows(by: metric, .all, excluding: exclusion)
    guard exclusion.nodes.isDisjoint(with: terminals) else { return nil }
    guard let first = terminals.first else {
      return ConnectingTree(nodes: [], edges: [], length: 0)
    }
    let links = rows.links(between: terminals)
    guard links.count == terminals.count - 1 else { return nil }
    let nodes = Set(links.flatMap(\.nodes)).union([first])
    return rows.shortestTree(on: nodes.sorted(), keeping: Set(terminals))
  }
}

/// A way between two terminals that passes no third one closer.
private struct Link {
  let length: Double
  let origins: (Int, Int)
  /// Its two middle nodes; `parents` lead from each to its terminal.
  let ends: (Int, Int)
  var nodes: [Int] = []
}

extension LengthRows {
  /// The shortest links that make the terminals hang together, as far as they do.
  ///
  /// Each terminal has the nodes nearest to it around it; where two such regions touch, there is a
  /// link. Mehlhorn: the shortest tree of these links is one of all shortest paths between terminals.
  fileprivate func links(between terminals: [Int]) -> [Link] {
    let (distances, parents) = search(from: terminals)
    var origins = [Int](repeating: -1, count: parents.count)
    for terminal in terminals { origins[terminal] = terminal }
    for node in parents.indices where distances[node] < .infinity {
      let way = self.way(from: node, parents: parents) { origins[$0] >= 0 }
      for other in way { origins[other] = origins[way[way.count - 1]] }
    }
    var links: [Link] = []
    for node in parents.indices where origins[node] >= 0 {
      for arc in arcs(of: node) where lengths[arc] < .infinity {
        let target = Int(targets[arc])
        guard node < target, origins[target] != origins[node] else { continue }
        links.append(
          Link(
            length: distances[node] + lengths[arc] + distances[target],
            origins: (origins[node], origins[target]), ends: (node, target)))
      }
    }
    links.sort { ($0.length, $0.ends.0, $0.ends.1) < ($1.length, $1.ends.0, $1.ends.1) }
    // Kruskal: a link is taken when it joins what no shorter ones have joined.
    var sets = DisjointSets(count: parents.count)
    return links.compactMap { link in
      guard sets.join(link.origins.0, link.origins.1) else { return nil }
      var link = link
      link.nodes =
        way(from: link.ends.0, parents: parents) { _ in false }
        + way(from: link.ends.1, parents: parents) { _ in false }
      return link
    }
  }

  /// The nodes from one up to its root, or to the first that ends the way.
  private func way(
    from node: Int, parents: [UInt32], until isEnd: (Int) -> Bool
  ) -> [Int] {
    var nodes = [node]
    var node = node
    while !isEnd(node), parents[node] != noParent {
      node = Int(parents[node])
      nodes.append(node)
    }
    return nodes
  }

  /// The shortest tree on some nodes, without leaves that need not be kept.
  fileprivate func shortestTree(on nodes: [Int], keeping terminals: Set<Int>) -> ConnectingTree {
    let inside = Set(nodes)
    var candidates: [(length: Double, edge: Int, ends: (Int, Int))] = []
    for node in nodes {
      for arc in arcs(of: node) where lengths[arc] < .infinity {
        let target = Int(targets[arc])
        if node < target, inside.contains(target) {
          candidates.append((lengths[arc], edge(ofArc: arc), (node, target)))
        }
      }
    }
    candidates.sort { ($0.length, $0.edge) < ($1.length, $1.edge) }
    var sets = DisjointSets(count: offsets.count - 1)
    var tree = candidates.filter { sets.join($0.ends.0, $0.ends.1) }
    while true {
      var degrees: [Int: Int] = [:]
      for edge in tree {
        degrees[edge.ends.0, default: 0] += 1
        degrees[edge.ends.1, default: 0] += 1
      }
      let isLoose = { (node: Int) in degrees[node] == 1 && !terminals.contains(node) }
      let pruned = tree.filter { !isLoose($0.ends.0) && !isLoose($0.ends.1) }
      if pruned.count == tree.count { break }
      tree = pruned
    }
    tree.sort { $0.edge < $1.edge }
    let kept = Set(tree.flatMap { [$0.ends.0, $0.ends.1] }).union(terminals)
    return ConnectingTree(
      nodes: kept.sorted(), edges: tree.map(\.edge), length: tree.reduce(0) { $0 + $1.length })
  }
}
