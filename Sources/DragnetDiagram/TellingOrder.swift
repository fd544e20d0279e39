/// The order in which an engine is told of nodes and lines. dot starts its search for few crossings from
/// it, and what it finds depends on it as on a throw of dice.
enum TellingOrder {
  /// That of their ids.
  case ids
  /// From the busiest node outwards, ring by ring.
  case breadth
  /// From the busiest node outwards, each way to its end.
  case depth
}

extension Sketch {
  /// Nodes and lines in an order.
  func told(_ order: TellingOrder) -> (nodes: [Int], lines: [Int]) {
    guard order != .ids else { return (Array(nodes.indices), Array(lines.indices)) }
    let told = outwards(isDeep: order == .depth)
    var rank = [Int](repeating: 0, count: nodes.count)
    for (place, node) in told.enumerated() { rank[node] = place }
    let keys = ends.map { end -> (Int, Int) in
      let (a, b) = (rank[end.from], rank[end.to])
      return (min(a, b), max(a, b))
    }
    return (
      told,
      lines.indices.sorted { (keys[$0].0, keys[$0].1, $0) < (keys[$1].0, keys[$1].1, $1) }
    )
  }

  private func outwards(isDeep: Bool) -> [Int] {
    var neighbors = [[Int]](repeating: [], count: nodes.count)
    for (from, to) in ends {
      neighbors[from].append(to)
      neighbors[to].append(from)
    }
    let busiest = nodes.indices.sorted {
      (neighbors[$1].count, $0) < (neighbors[$0].count, $1)
    }
    var isTold = [Bool](repeating: false, count: nodes.count)
    var told: [Int] = []
    for start in busiest where !isTold[start] {
      var waiting = [start]
      var head = 0
      while head < waiting.count {
        let node = isDeep ? waiting.removeLast() : waiting[head]
        if !isDeep { head += 1 }
        guard !isTold[node] else { continue }
        isTold[node] = true
        told.append(node)
        waiting += isDeep ? neighbors[node].reversed() : neighbors[node]
      }
    }
    return told
  }
}
