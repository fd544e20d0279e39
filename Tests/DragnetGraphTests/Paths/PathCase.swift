import DragnetGraph
import TestSupport

/// A small random graph with everything that goes wrong in data: loops, parallels, pieces, lengths of
/// zero where asked for. Small enough to try every path and every division.
struct PathCase {
  let graph: Graph
  let seed: UInt64
  let isDirected: Bool

  init(
    seed: UInt64, nodes: Int = 7, edges: Int = 12, zeroLengths: Bool = false,
    directed: Bool? = nil
  ) throws {
    var generator = SeededGenerator(seed: seed)
    self.seed = seed
    isDirected = directed ?? (seed % 2 == 1)
    let pairs = (0..<edges).map { _ in
      (Int.random(in: 0..<nodes, using: &generator), Int.random(in: 0..<nodes, using: &generator))
    }
    // Whole numbers on some seeds, so that there are ties; else anything.
    let values = (0..<(2 * edges)).map { _ in
      seed % 3 == 0
        ? Double.random(in: 0.01...9, using: &generator)
        : Double(Int.random(in: (zeroLengths ? 0 : 1)...4, using: &generator))
    }
    graph = try Graph(
      nodeCount: nodes, edges: pairs, directed: isDirected,
      strengths: Array(values[..<edges]), lengths: Array(values[edges...]))
  }

  /// Every simple path between two nodes, by walking them all.
  func simplePaths(from source: Int, to target: Int, excluding: Exclusion = .none) -> [[Int]] {
    var found: [[Int]] = []
    func walk(_ path: [Int]) {
      let node = path[path.count - 1]
      if node == target { return found.append(path) }
      for arc in graph.outArcs(of: node) {
        let next = graph.target(ofArc: arc)
        if path.contains(next) || excluding.nodes.contains(next) { continue }
        if !excluding.edges.contains(graph.edge(ofArc: arc)) { walk(path + [next]) }
      }
    }
    if !excluding.nodes.contains(source) { walk([source]) }
    return found
  }

  /// The values of the edges along a way.
  func values(_ list: [Double]?, along nodes: [Int]) -> [Double] {
    zip(nodes, nodes.dropFirst()).compactMap { one, other in
      graph.edge(from: one, to: other).flatMap { list?[$0] }
    }
  }

  func length(_ nodes: [Int]) -> Double {
    values(graph.edgeLengths, along: nodes).reduce(0, +)
  }

  /// Some nodes and edges to leave out, other than the ends.
  func exclusion() -> Exclusion {
    var generator = SeededGenerator(seed: seed ^ 0xABCD)
    guard graph.edgeCount > 0 else { return Exclusion(nodes: [3]) }
    return Exclusion(
      nodes: [Int.random(in: 1..<(graph.nodeCount - 1), using: &generator)],
      edges: [Int.random(in: 0..<graph.edgeCount, using: &generator)])
  }

  /// Every division of the nodes that puts one on the first side and another, if named, not.
  func divisions(with source: Int, without target: Int?) -> [[Bool]] {
    let count = graph.nodeCount
    return (0..<(1 << count)).compactMap { bits in
      let side = (0..<count).map { bits >> $0 & 1 == 1 }
      guard side[source], side.contains(false), target.map({ !side[$0] }) ?? true else {
        return nil
      }
      return side
    }
  }

  /// What leads from one side to the other.
  func value(of side: [Bool], strengths: Bool, bothWays: Bool, excluding: Exclusion = .none)
    -> Double
  {
    (0..<graph.edgeCount).reduce(0) { sum, edge in
      let ends = graph.ends(ofEdge: edge)
      let crosses =
        side[ends.source] && !side[ends.target]
        || ((bothWays || !isDirected) && !side[ends.source] && side[ends.target])
      let isOut =
        excluding.edges.contains(edge) || excluding.nodes.contains(ends.source)
        || excluding.nodes.contains(ends.target)
      return sum + (crosses && !isOut ? strengths ? graph.edgeStrengths?[edge] ?? 0 : 1 : 0)
    }
  }
}

func isClose(_ one: Double, _ other: Double) -> Bool {
  one == other || abs(one - other) <= 1e-9 * max(abs(one), abs(other), 1)
}
