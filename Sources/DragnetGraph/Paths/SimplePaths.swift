extension Graph {
  /// The shortest paths from one node to another, the next shortest, and so on: none visits a node
  /// twice.
  ///
  /// Yen's algorithm with Lawler's refinement, so that every path is found once. The tree of shortest
  /// paths to the target gives each detour a lower bound; a detour is searched for only when its
  /// bound comes up, and mostly the tree holds it already.
  ///
  /// - Parameter count: how many paths at most.
  /// - Returns: paths by ascending length, of equal lengths by their nodes; fewer than `count` when
  ///   there are no more. From a node to itself there is one path, without edges. Where several paths
  ///   tie for the last place, which one is listed depends only on the numbering.
  /// - Throws: `nodeOutOfRange`, `edgeOutOfRange`, `missingLengths`, `invalidParameter` (a negative
  ///   count).
  /// - Complexity: one `shortestPathTree`, and for each of the *k* paths at most as many searches as
  ///   it has edges: O(*k* · *n* · *m* log *n*) at worst, in practice close to the one tree. 40 bytes
  ///   a node, and the paths.
  /// - SeeAlso: Yen, "Finding the *K* shortest loopless paths in a network", *Management Science* 17
  ///   (1971); Lawler, "A procedure for computing the *K* best solutions…", *Management Science* 18
  ///   (1972); Feng, "Finding *k* shortest simple paths in directed graphs: a node classification
  ///   algorithm", *Networks* 64 (2014).
  public func shortestSimplePaths(
    from source: Int, to target: Int, count: Int, by metric: Metric = .lengths,
    excluding exclusion: Exclusion = .none
  ) throws(GraphError) -> [Path] {
    try check(node: source)
    try check(node: target)
    guard count >= 0 else {
      throw .invalidParameter(name: "count", reason: "a number of paths is not negative")
    }
    let rows = try lengthRows(by: metric, excluding: exclusion)
    let inward = isDirected ? try lengthRows(by: metric, .in, excluding: exclusion) : rows
    guard count > 0, !exclusion.nodes.contains(source), !exclusion.nodes.contains(target) else {
      return []
    }
    var search = DetourSearch(target: target, rows: rows, inward: inward)
    let paths = search.paths(from: source, count: count)
    return paths.map { nodes in (nodes, rows.length(along: nodes)) }
      .sorted { one, other in
        one.1 != other.1 ? one.1 < other.1 : one.0.lexicographicallyPrecedes(other.0)
      }
      .map { path(along: $0.0) }
  }

  /// The length of a path: the lengths of its edges, added from its start.
  ///
  /// - Throws: `missingLengths`, `edgeOutOfRange`.
  public func length(of path: Path, by metric: Metric = .lengths) throws(GraphError) -> Double {
    guard metric == .lengths else { return Double(path.edges.count) }
    guard let edgeLengths else { throw .missingLengths }
    var sum = 0.0
    for edge in path.edges {
      guard edgeLengths.indices.contains(edge) else {
        throw .edgeOutOfRange(edge: edge, edgeCount: edgeCount)
      }
      sum += edgeLengths[edge]
    }
    return sum
  }
}

extension LengthRows {
  /// The length of a way through nodes of which each is joined to the next.
  fileprivate func length(along nodes: [Int]) -> Double {
    zip(nodes, nodes.dropFirst()).reduce(0) { $0 + length(from: $1.0, to: $1.1) }
  }

  /// The length of the arc between two nodes. Rows in one direction are sorted.
  func length(from node: Int, to target: Int) -> Double {
    var range = arcs(of: node)
    while range.count > 1 {
      let middle = range.lowerBound + range.count / 2
      range =
        targets[middle] <= UInt32(target)
        ? middle..<range.upperBound : range.lowerBound..<middle
    }
    return range.first.map { targets[$0] == UInt32(target) ? lengths[$0] : .infinity } ?? .infinity
  }
}

/// Yen's search for detours around the paths found so far.
private struct DetourSearch {
  /// All simple paths that share the first nodes of a path found before, and leave it at one of them
  /// by a step that none before has taken.
  private struct Detour {
    /// The nodes up to the one where it leaves, that one included.
    let prefix: [Int]
    let prefixLength: Double
    let banned: [UInt32]
    /// The rest of the shortest of them, once known.
    var rest: [Int]?
  }

  private let rows: LengthRows
  /// The distance from each node to the target, and the next step on the way there.
  private let bounds: [Double]
  private let next: [UInt32]
  private var detours: [Detour] = []
  private var queue = NearestHeap()
  private var blocked: [Bool]
  private var search: GuidedSearch

  init(target: Int, rows: LengthRows, inward: LengthRows) {
    self.rows = rows
    (bounds, next) = inward.search(from: [target])
    blocked = [Bool](repeating: false, count: bounds.count)
    search = GuidedSearch(nodeCount: bounds.count)
  }

  mutating func paths(from source: Int, count: Int) -> [[Int]] {
    guard bounds[source] < .infinity else { return [] }
    var found: [[Int]] = []
    add(
      Detour(
        prefix: [source], prefixLength: 0, banned: [],
        rest: freePath(from: source, next: next, blocked: blocked)), bound: bounds[source])
    while !queue.isEmpty {
      let (bound, index) = queue.removeSmallest()
      let detour = detours[Int(index)]
      guard let rest = detour.rest else {
        resolve(Int(index), atLeast: bound)
        continue
      }
      found.append(detour.prefix + rest)
      if found.count == count { break }
      addDetours(around: found[found.count - 1], leftAt: detour.prefix.count - 1, detour)
      detours[Int(index)].rest = nil
    }
    return found
  }

  private mutating func add(_ detour: Detour, bound: Double) {
    queue.insert(UInt32(detours.count), key: bound)
    detours.append(detour)
  }

  /// Queues all ways to leave a path from where it left the one before.
  private mutating func addDetours(around path: [Int], leftAt start: Int, _ detour: Detour) {
    var length = detour.prefixLength
    for node in path[..<start] { blocked[node] = true }
    for position in start..<max(start, path.count - 1) {
      let node = path[position]
      let step = UInt32(path[position + 1])
      let banned = position == start ? detour.banned + [step] : [step]
      blocked[node] = true
      if let first = bestStep(from: node, banned: banned) {
        let tail = freePath(from: Int(first.node), next: next, blocked: blocked)
        add(
          Detour(
            prefix: Array(path[...position]), prefixLength: length, banned: banned,
            rest: tail.map { [Int(first.node)] + $0 }), bound: length + first.bound)
      }
      length += rows.length(from: node, to: path[position + 1])
    }
    for node in path { blocked[node] = false }
  }

  /// The step from a node that promises the shortest way to the target.
  private func bestStep(
    from node: Int, banned: [UInt32]
  ) -> (node: UInt32, bound: Double)? {
    var best: (node: UInt32, bound: Double)?
    for arc in rows.arcs(of: node) {
      let target = rows.targets[arc]
      let bound = rows.lengths[arc] + bounds[Int(target)]
      if bound < best?.bound ?? .infinity, !blocked[Int(target)], !banned.contains(target) {
        best = (target, bound)
      }
    }
    return best
  }

  /// Searches for the shortest path of a detour of which only a bound is known, and queues it again.
  private mutating func resolve(_ index: Int, atLeast bound: Double) {
    let detour = detours[index]
    for node in detour.prefix { blocked[node] = true }
    let path = search.path(
      from: detour.prefix[detour.prefix.count - 1], avoiding: blocked, firstSteps: detour.banned,
      rows: rows, bounds: bounds, next: next)
    for node in detour.prefix { blocked[node] = false }
    guard let path else { return }
    detours[index].rest = Array(path.nodes.dropFirst())
    queue.insert(UInt32(index), key: max(bound, detour.prefixLength + path.length))
  }
}
