import DragnetGraph
import Testing

@Suite struct SpectralMeasuresTests {
  @Test(arguments: kinds, [false, true])
  func `PageRank solves its equations`(kind: (UInt64, Bool), useStrengths: Bool) throws {
    let random = RandomGraph(seed: kind.0, directed: kind.1)
    let graph = try random.graph
    let ties = random.matrix(useStrengths: useStrengths)
    let n = random.nodeCount
    let alike = [Double](repeating: 1 / Double(n), count: n)
    let scores = try graph.pageRank(useStrengths: useStrengths)
    #expect(agree(scores, Plain.pageRank(ties, damping: 0.85, jumps: alike)))
    #expect(abs(scores.reduce(0, +) - 1) < 1e-12)
    let chosen = (0..<n).map { $0 == n / 2 ? 3.0 : $0 % 4 == 1 ? 1.0 : 0 }
    let sum = chosen.reduce(0, +)
    #expect(
      agree(
        try graph.pageRank(damping: 0.6, personalization: chosen, useStrengths: useStrengths),
        Plain.pageRank(ties, damping: 0.6, jumps: chosen.map { $0 / sum })))
  }

  @Test(arguments: kinds, [false, true])
  func `Katz solves its equations`(kind: (UInt64, Bool), useStrengths: Bool) throws {
    let random = RandomGraph(seed: kind.0, directed: kind.1)
    let ties = Plain.transposed(random.matrix(useStrengths: useStrengths))
    let alpha = 1 / (1 + (ties.map { $0.reduce(0, +) }.max() ?? 0))
    let system = ties.indices.map { v in
      ties.indices.map { u in (u == v ? 1 : 0) - alpha * ties[v][u] }
    }
    let plain = Plain.solve(system, ties.map { _ in 1 })
    let length = plain.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let scores = try random.graph.katzCentrality(useStrengths: useStrengths)
    #expect(agree(scores, plain.map { $0 / length }))
  }

  @Test(arguments: UInt64(0)..<40, [false, true])
  func `eigenvectors have a small residual and no negative score`(
    seed: UInt64, useStrengths: Bool
  ) throws {
    let random = RandomGraph(seed: seed, directed: false)
    let graph = try random.graph
    let scores = try graph.eigenvectorCentrality(useStrengths: useStrengths)
    guard graph.edgeCount > 0 else {
      #expect(scores.allSatisfy { $0 == 0 })
      return
    }
    #expect(Plain.residual(random.matrix(useStrengths: useStrengths), scores) < 1e-10)
    #expect(abs(scores.reduce(0) { $0 + $1 * $1 } - 1) < 1e-12)
    #expect(scores.allSatisfy { $0 >= 0 })
  }

  @Test(arguments: UInt64(0)..<40)
  func `authorities and hubs are eigenvectors`(seed: UInt64) throws {
    let random = RandomGraph(seed: seed, directed: true)
    let graph = try random.graph
    guard graph.edgeCount > 0 else { return }
    let (hubs, authorities) = try graph.hubsAndAuthorities()
    let matrix = random.matrix()
    let back = Plain.transposed(matrix)
    #expect(Plain.residual(Plain.product(back, matrix), authorities) < 1e-10)
    #expect(Plain.residual(Plain.product(matrix, back), hubs) < 1e-8)
  }

  @Test func `a directed cycle with a tail has its eigenvector on the cycle`() throws {
    // 0 → 1 → 2 → 0 and 2 → 3: λ = 1, all equal.
    let graph = try Graph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 0), (2, 3)], directed: true)
    #expect(agree(try graph.eigenvectorCentrality(), [0.5, 0.5, 0.5, 0.5]))
  }

  @Test func `a directed graph without cycles has no eigenvector, and says so`() throws {
    let graph = try Graph(nodeCount: 3, edges: [(0, 1), (1, 2)], directed: true)
    #expect(throws: GraphError.self) { try graph.eigenvectorCentrality() }
  }

  @Test func `bad parameters are named`() throws {
    let graph = try Graph(nodeCount: 2, edges: [(0, 1)])
    #expect(throws: GraphError.self) { try graph.pageRank(damping: 1) }
    #expect(throws: GraphError.self) { try graph.pageRank(damping: .nan) }
    #expect(throws: GraphError.self) { try graph.pageRank(personalization: [0, 0]) }
    #expect(throws: GraphError.self) { try graph.pageRank(personalization: [1, .nan]) }
    #expect(throws: GraphError.wrongCount(of: "personalization values", expected: 2, found: 1)) {
      try graph.pageRank(personalization: [1])
    }
    #expect(throws: GraphError.missingStrengths) { try graph.pageRank(useStrengths: true) }
    #expect(throws: GraphError.self) { try graph.katzCentrality(alpha: 2) }
    #expect(throws: GraphError.self) { try graph.katzCentrality(alpha: -1) }
  }
}
