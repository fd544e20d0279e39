import DragnetGraph
import TestSupport

/// A random graph as it was given, and as a dense matrix, which the second implementations work on.
struct RandomGraph: Sendable {
  let nodeCount: Int
  let isDirected: Bool
  let pairs: [(Int, Int)]
  let strengths: [Double]
  let lengths: [Double]

  /// Small graphs of all kinds: with loops and parallels, in pieces, sparse and dense, with nodes that
  /// no edge touches. Lengths are whole for even seeds, so that they tie often.
  init(seed: UInt64, directed: Bool, largest: Int = 24) {
    var random = SeededGenerator(seed: seed &* 2 &+ (directed ? 1 : 0))
    nodeCount = Int.random(in: 1...largest, using: &random)
    isDirected = directed
    let edgeCount = Int.random(
      in: 0...(nodeCount * Int.random(in: 1...4, using: &random)), using: &random)
    var pairs: [(Int, Int)] = []
    for _ in 0..<edgeCount {
      let a = Int.random(in: 0..<nodeCount, using: &random)
      let b = Int.random(in: 0..<nodeCount, using: &random)
      pairs.append((a, b))
      if Int.random(in: 0..<8, using: &random) == 0 { pairs.append((b, a)) }
    }
    self.pairs = pairs
    strengths = pairs.map { _ in Double(Int.random(in: 1...20, using: &random)) / 4 }
    lengths = pairs.map { _ in
      seed % 2 == 0
        ? Double(Int.random(in: 1...5, using: &random)) : Double.random(in: 0.5...2, using: &random)
    }
  }

  var graph: Graph {
    get throws {
      try Graph(
        nodeCount: nodeCount, edges: pairs, directed: isDirected, strengths: strengths,
        lengths: lengths)
    }
  }

  /// Sum of strengths (or 1) of the edges between two nodes; 0 where there is none.
  func matrix(useStrengths: Bool = false) -> [[Double]] {
    var matrix = [[Double]](repeating: Array(repeating: 0, count: nodeCount), count: nodeCount)
    for (index, pair) in pairs.enumerated() where pair.0 != pair.1 {
      for (a, b) in isDirected ? [pair] : [pair, (pair.1, pair.0)] {
        matrix[a][b] = useStrengths ? matrix[a][b] + strengths[index] : 1
      }
    }
    return matrix
  }

  /// The same with every edge going both ways.
  func undirectedMatrix(useStrengths: Bool = false) -> [[Double]] {
    let matrix = matrix(useStrengths: useStrengths)
    guard isDirected else { return matrix }
    return matrix.indices.map { a in matrix.indices.map { matrix[a][$0] + matrix[$0][a] } }
  }

  /// Smallest length of an arc between two nodes, or 1 for hops; infinite where there is none.
  func steps(_ metric: Metric) -> [[Double]] {
    var steps = [[Double]](
      repeating: Array(repeating: .infinity, count: nodeCount), count: nodeCount)
    for (index, pair) in pairs.enumerated() where pair.0 != pair.1 {
      for (a, b) in isDirected ? [pair] : [pair, (pair.1, pair.0)] {
        steps[a][b] = min(steps[a][b], metric == .hops ? 1 : lengths[index])
      }
    }
    return steps
  }
}

/// Seeds of directed and undirected graphs.
let kinds: [(UInt64, Bool)] = (0..<40).flatMap { [($0, false), ($0, true)] }

/// True when two lists agree to 10⁻⁹ of the largest value; NaN agrees with NaN.
func agree(_ a: [Double], _ b: [Double], _ tolerance: Double = 1e-9) -> Bool {
  let size = b.reduce(1e-300) { $1.isNaN ? $0 : max($0, abs($1)) }
  return a.count == b.count
    && zip(a, b).allSatisfy { $0.isNaN && $1.isNaN || abs($0 - $1) <= tolerance * size }
}
