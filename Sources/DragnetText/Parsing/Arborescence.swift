/// The tree of a sentence from the scores of its arcs.
///
/// Heads are taken greedily; only where that is no tree with exactly one root, the maximum spanning
/// arborescence is sought. `scores` is `[words][1 + words]`, row-major: the score of each word's
/// head, column 0 the root, column *j* the *j*-th word.
enum Arborescence {
  /// Takes the place of an arc that cannot be.
  private static let never = -1e9
  /// Costs every arc from the root so much that a second one is never worth it.
  private static let rootCost = 1000.0

  /// The head of each word: 0 the root, *j* the *j*-th word. Exactly one word has head 0.
  ///
  /// - Parameter scores: `[words][1 + words]`; finite.
  /// - Complexity: O(*n*²) where the greedy heads are a tree; otherwise O(*n*²) for each cycle that
  ///   is broken, of which there are at most *n* / 2.
  static func heads(scores: [Float], count n: Int) -> [Int] {
    guard n > 0 else { return [] }
    precondition(scores.count == n * (n + 1), "a score for every word and head")
    let size = n + 1
    var square = [Double](repeating: never, count: size * size)
    for i in 1...n {
      for j in 0...n where j != i { square[i * size + j] = Double(scores[(i - 1) * size + j]) }
    }
    let greedy = best(square, size)
    if greedy.dropFirst().count(where: { $0 == 0 }) == 1, cycle(greedy) == nil {
      return Array(greedy.dropFirst())
    }
    for i in 1...n { square[i * size] -= rootCost }
    return Array(maximum(square, size).dropFirst())
  }

  /// The best head of each node, the first among equals; node 0 has itself.
  private static func best(_ scores: [Double], _ size: Int) -> [Int] {
    (0..<size).map { i in
      guard i > 0 else { return 0 }
      var best = 0
      for j in 1..<size where scores[i * size + j] > scores[i * size + best] { best = j }
      return best
    }
  }

  /// The maximum spanning arborescence with root 0, by contracting one cycle after another.
  ///
  /// - Parameter scores: `[size][size]`, dependent by head; row 0 and the diagonal are `never`.
  /// - SeeAlso: Chu and Liu, "On the shortest arborescence of a directed graph", *Scientia Sinica*
  ///   14 (1965); Edmonds, "Optimum branchings", *J. Research NBS* 71B (1967).
  static func maximum(_ scores: [Double], _ size: Int) -> [Int] {
    var scores = scores
    for i in 0..<size {
      scores[i * size + i] = never
      scores[i] = never
    }
    var head = best(scores, size)
    guard let cycle = cycle(head) else { return head }
    let inside = Set(cycle)
    let rest = (0..<size).filter { !inside.contains($0) }
    let m = rest.count
    var small = [Double](repeating: never, count: (m + 1) * (m + 1))
    let total = cycle.reduce(0.0) { $0 + scores[$1 * size + head[$1]] }
    var enter = [Int](repeating: 0, count: m)
    var leave = [Int](repeating: 0, count: m)
    for (a, i) in rest.enumerated() {
      for (b, j) in rest.enumerated() { small[a * (m + 1) + b] = scores[i * size + j] }
      if i > 0 {
        leave[a] = first(of: cycle) { scores[i * size + $0] }
        small[a * (m + 1) + m] = scores[i * size + leave[a]]
      }
      enter[a] = first(of: cycle) { scores[$0 * size + i] - scores[$0 * size + head[$0]] }
      small[m * (m + 1) + a] =
        total + scores[enter[a] * size + i] - scores[enter[a] * size + head[enter[a]]]
    }
    let solved = maximum(small, m + 1)
    for (a, i) in rest.enumerated() where i > 0 {
      head[i] = solved[a] == m ? leave[a] : rest[solved[a]]
    }
    head[enter[solved[m]]] = rest[solved[m]]
    return head
  }

  /// The first element with the largest value.
  private static func first(of elements: [Int], by value: (Int) -> Double) -> Int {
    var best = elements[0]
    var most = value(best)
    for element in elements.dropFirst() {
      let here = value(element)
      if here > most { (best, most) = (element, here) }
    }
    return best
  }

  /// A cycle of the heads, or nil.
  static func cycle(_ head: [Int]) -> [Int]? {
    var seen = [Int](repeating: 0, count: head.count)
    for i in head.indices.dropFirst() {
      var path: [Int] = []
      var j = i
      while j != 0, seen[j] == 0 {
        seen[j] = i
        path.append(j)
        j = head[j]
      }
      if j != 0, seen[j] == i, let start = path.firstIndex(of: j) { return Array(path[start...]) }
    }
    return nil
  }
}
