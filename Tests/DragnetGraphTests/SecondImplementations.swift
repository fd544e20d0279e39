/// The measures again, as plainly as their formulas, on dense matrices.
enum Plain {
  /// Distances by Floyd and Warshall, and numbers of shortest paths.
  static func paths(_ steps: [[Double]]) -> (distance: [[Double]], count: [[Double]]) {
    let n = steps.count
    var distance = steps
    for v in 0..<n { distance[v][v] = 0 }
    for k in 0..<n {
      for a in 0..<n {
        for b in 0..<n { distance[a][b] = min(distance[a][b], distance[a][k] + distance[k][b]) }
      }
    }
    var count = [[Double]](repeating: Array(repeating: 0, count: n), count: n)
    for s in 0..<n {
      count[s][s] = 1
      for v in (0..<n).sorted(by: { distance[s][$0] < distance[s][$1] })
      where v != s && distance[s][v].isFinite {
        for u in 0..<n where steps[u][v].isFinite && distance[s][u].isFinite {
          if isSame(distance[s][u] + steps[u][v], distance[s][v]) { count[s][v] += count[s][u] }
        }
      }
    }
    return (distance, count)
  }

  static func isSame(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-10 * b }

  /// Σ σ(s,v) σ(v,t) / σ(s,t) over ordered pairs that count.
  static func betweenness(
    _ steps: [[Double]], from: (Int) -> Bool = { _ in true }, to: (Int) -> Bool = { _ in true }
  ) -> [Double] {
    let (distance, count) = paths(steps)
    let nodes = steps.indices
    return nodes.map { v in
      var sum = 0.0
      for s in nodes where s != v && from(s) {
        for t in nodes where t != v && t != s && to(t) && distance[s][t].isFinite {
          if isSame(distance[s][v] + distance[v][t], distance[s][t]) {
            sum += count[s][v] * count[v][t] / count[s][t]
          }
        }
      }
      return sum
    }
  }

  /// Σ σ(s,a) σ(b,t) / σ(s,t) over ordered pairs whose paths step from a to b.
  static func edgeBetweenness(_ steps: [[Double]], _ a: Int, _ b: Int) -> Double {
    let (distance, count) = paths(steps)
    var sum = 0.0
    for s in steps.indices {
      for t in steps.indices where t != s && distance[s][t].isFinite {
        if isSame(distance[s][a] + steps[a][b] + distance[b][t], distance[s][t]) {
          sum += count[s][a] * count[b][t] / count[s][t]
        }
      }
    }
    return sum
  }

  /// Solves a dense system by elimination.
  static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    let n = right.count
    var a = matrix
    var b = right
    for k in 0..<n {
      let pivot = (k..<n).max { abs(a[$0][k]) < abs(a[$1][k]) } ?? k
      a.swapAt(k, pivot)
      b.swapAt(k, pivot)
      for row in (k + 1)..<max(n, k + 1) where row < n {
        let factor = a[row][k] / a[k][k]
        for column in k..<n { a[row][column] -= factor * a[k][column] }
        b[row] -= factor * b[k]
      }
    }
    for k in stride(from: n - 1, through: 0, by: -1) {
      for column in (k + 1)..<max(n, k + 1) where column < n { b[k] -= a[k][column] * b[column] }
      b[k] /= a[k][k]
    }
    return b
  }

  /// PageRank as the solution of its linear equations.
  static func pageRank(_ ties: [[Double]], damping: Double, jumps: [Double]) -> [Double] {
    let n = ties.count
    let total = ties.map { $0.reduce(0, +) }
    var matrix = [[Double]](repeating: Array(repeating: 0, count: n), count: n)
    for v in 0..<n {
      for u in 0..<n {
        let flow = total[u] > 0 ? ties[u][v] / total[u] : jumps[v]
        matrix[v][u] = (u == v ? 1 : 0) - damping * flow
      }
    }
    return solve(matrix, jumps.map { (1 - damping) * $0 })
  }

  /// Number of components, over links either way, of the nodes that stay.
  static func componentCount(_ ties: [[Double]], without gone: Int? = nil) -> Int {
    var seen = Set<Int>()
    var count = 0
    for root in ties.indices where root != gone && !seen.contains(root) {
      count += 1
      var stack = [root]
      seen.insert(root)
      while let node = stack.popLast() {
        for other in ties.indices
        where other != gone && !seen.contains(other)
          && (ties[node][other] > 0 || ties[other][node] > 0)
        {
          seen.insert(other)
          stack.append(other)
        }
      }
    }
    return count
  }

  /// ‖A x − λ x‖ / λ with λ = x·Ax.
  static func residual(_ matrix: [[Double]], _ x: [Double]) -> Double {
    let image = matrix.map { row in zip(row, x).reduce(0) { $0 + $1.0 * $1.1 } }
    let lambda = zip(image, x).reduce(0) { $0 + $1.0 * $1.1 }
    return zip(image, x).reduce(0) { $0 + ($1.0 - lambda * $1.1) * ($1.0 - lambda * $1.1) }
      .squareRoot() / lambda
  }

  static func transposed(_ matrix: [[Double]]) -> [[Double]] {
    matrix.indices.map { a in matrix.indices.map { matrix[$0][a] } }
  }

  static func product(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
    a.map { row in
      b.indices.map { column in row.indices.reduce(0) { $0 + row[$1] * b[$1][column] } }
    }
  }
}
