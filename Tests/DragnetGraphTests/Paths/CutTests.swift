import DragnetGraph
import Testing

@Suite struct CutTests {
  @Test(arguments: UInt64(0)..<60)
  func `no division of the nodes costs less than the minimum cut`(seed: UInt64) throws {
    let path = try PathCase(seed: seed, edges: 14, zeroLengths: true)
    for exclusion in [.none, path.exclusion()] {
      for strengths in [false, true] {
        let cut = try path.graph.minimumCut(
          from: 0, to: 6, useStrengths: strengths, excluding: exclusion)
        let least = path.divisions(with: 0, without: 6).map {
          path.value(of: $0, strengths: strengths, bothWays: false, excluding: exclusion)
        }.min()
        #expect(isClose(cut.value, least ?? -1))
        #expect(cut.nodes.contains(0) && !cut.nodes.contains(6))
        let without = Exclusion(
          nodes: exclusion.nodes, edges: exclusion.edges.union(cut.edges))
        if strengths { continue }
        #expect(cut.value == Double(cut.edges.count))
        #expect(try path.graph.distances(from: 0, excluding: without)[6] == -1)
      }
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func `what flows in flows out, within what edges can carry`(seed: UInt64) throws {
    let path = try PathCase(seed: seed, edges: 16)
    let graph = path.graph
    for strengths in [false, true] {
      let flow = try graph.maximumFlow(from: 0, to: 6, useStrengths: strengths)
      #expect(
        isClose(flow.value, try graph.minimumCut(from: 0, to: 6, useStrengths: strengths).value))
      var balance = [Double](repeating: 0, count: graph.nodeCount)
      for (edge, carried) in flow.edgeFlows.enumerated() {
        let ends = graph.ends(ofEdge: edge)
        balance[ends.source] -= carried
        balance[ends.target] += carried
        #expect(abs(carried) <= (strengths ? graph.edgeStrengths?[edge] ?? 0 : 1) + 1e-12)
        if graph.isDirected { #expect(carried >= 0) }
      }
      for node in 1..<6 { #expect(abs(balance[node]) < 1e-9) }
      #expect(isClose(balance[6], flow.value))
    }
  }

  @Test(arguments: UInt64(0)..<80)
  func `no division at all costs less than the global cut`(seed: UInt64) throws {
    let path = try PathCase(seed: seed, nodes: 8, edges: 12 + Int(seed) % 14)
    for strengths in [false, true] {
      let cut = try #require(try path.graph.globalMinimumCut(useStrengths: strengths))
      let divisions = path.divisions(with: 0, without: nil)
      let least = divisions.map { path.value(of: $0, strengths: strengths, bothWays: true) }.min()
      #expect(isClose(cut.value, least ?? -1))
      let side = (0..<8).map { cut.nodes.contains($0) }
      #expect(isClose(path.value(of: side, strengths: strengths, bothWays: true), cut.value))
      #expect((1...4).contains(cut.nodes.count))
    }
  }

  @Test func `the global cut leaves out nodes and edges`() throws {
    // Two triangles joined by two edges, and a leaf.
    let graph = try Graph(
      nodeCount: 7,
      edges: [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (0, 3), (1, 4), (5, 6)])
    #expect(try graph.globalMinimumCut()?.nodes == [6])
    let core = try graph.globalMinimumCut(excluding: Exclusion(nodes: [6]))
    #expect(core?.value == 2)
    let bridge = try #require(graph.edge(from: 0, to: 3))
    let thread = try graph.globalMinimumCut(excluding: Exclusion(nodes: [6], edges: [bridge]))
    #expect(thread == Cut(value: 1, edges: [4], nodes: [0, 1, 2]))
    #expect(try graph.globalMinimumCut(excluding: Exclusion(nodes: Set(1...6))) == nil)
  }

  @Test func `a long ring is cut twice`() throws {
    let ring = try Graph(nodeCount: 20_000, edges: (0..<20_000).map { ($0, ($0 + 1) % 20_000) })
    #expect(try ring.globalMinimumCut()?.value == 2)
  }

  @Test func `what cannot be cut says so`() throws {
    let pair = try Graph(nodeCount: 3, edges: [(0, 1)])
    #expect(try pair.minimumCut(from: 0, to: 2).edges == [])
    #expect(try pair.minimumCut(from: 0, to: 2).value == 0)
    #expect(try pair.globalMinimumCut()?.nodes == [2])
    #expect(throws: GraphError.self) { try pair.minimumCut(from: 1, to: 1) }
    #expect(throws: GraphError.missingStrengths) {
      try pair.maximumFlow(from: 0, to: 1, useStrengths: true)
    }
    #expect(throws: GraphError.missingStrengths) { try pair.globalMinimumCut(useStrengths: true) }
    #expect(try Graph(nodeCount: 1, edges: []).globalMinimumCut() == nil)
    #expect(try Graph(nodeCount: 0, edges: []).globalMinimumCut() == nil)
  }
}
