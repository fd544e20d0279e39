import DragnetGraph
import Testing

@Suite struct StructureTests {
  @Test(arguments: kinds)
  func `triangles, clustering and transitivity equal their formulas`(kind: (UInt64, Bool)) throws {
    let random = RandomGraph(seed: kind.0, directed: kind.1)
    let ties = random.undirectedMatrix().map { $0.map { $0 > 0 } }
    let nodes = ties.indices
    var triangles = [Int](repeating: 0, count: ties.count)
    var paths = [Int](repeating: 0, count: ties.count)
    for v in nodes {
      for a in nodes where ties[v][a] {
        for b in nodes where b > a && ties[v][b] {
          paths[v] += 1
          if ties[a][b] { triangles[v] += 1 }
        }
      }
    }
    let graph = try random.graph
    #expect(graph.triangleCounts() == triangles)
    #expect(
      agree(
        graph.clusteringCoefficients(),
        zip(triangles, paths).map { $1 == 0 ? 0 : Double($0) / Double($1) }))
    let all = paths.reduce(0, +)
    #expect(
      graph.transitivity() == (all == 0 ? nil : Double(triangles.reduce(0, +)) / Double(all)))
  }

  @Test(arguments: kinds)
  func `cores are what is left after peeling`(kind: (UInt64, Bool)) throws {
    let random = RandomGraph(seed: kind.0, directed: kind.1)
    let ties = random.undirectedMatrix()
    var cores = [Int](repeating: 0, count: ties.count)
    for k in 1...max(1, ties.count) {
      var left = Set(ties.indices)
      while let weak = left.first(where: { v in left.filter { ties[v][$0] > 0 }.count < k }) {
        left.remove(weak)
      }
      for node in left { cores[node] = k }
    }
    #expect(try random.graph.coreNumbers() == cores)
  }

  @Test(arguments: kinds, [false, true])
  func `structural holes equal Burt's formulas`(kind: (UInt64, Bool), useStrengths: Bool) throws {
    let random = RandomGraph(seed: kind.0, directed: kind.1)
    let ties = random.undirectedMatrix(useStrengths: useStrengths)
    let nodes = ties.indices
    let total = ties.map { $0.reduce(0, +) }
    let strongest = ties.map { $0.max() ?? 0 }
    var constraint = [Double](repeating: .nan, count: ties.count)
    var size = constraint
    for i in nodes where total[i] > 0 {
      constraint[i] = 0
      size[i] = 0
      for j in nodes where ties[i][j] > 0 {
        var indirect = 0.0
        var redundant = 0.0
        for q in nodes where q != i && q != j && ties[i][q] > 0 {
          indirect += ties[i][q] / total[i] * ties[q][j] / total[q]
          redundant += ties[i][q] / total[i] * ties[j][q] / strongest[j]
        }
        let sum = ties[i][j] / total[i] + indirect
        constraint[i] += sum * sum
        size[i] += 1 - redundant
      }
    }
    let holes = try random.graph.structuralHoles(useStrengths: useStrengths)
    #expect(agree(holes.constraint, constraint))
    #expect(agree(holes.effectiveSize, size))
    let degrees = ties.map { Double($0.filter { $0 > 0 }.count) }
    #expect(agree(holes.efficiency, zip(size, degrees).map { $0 / $1 }))
  }

  @Test(arguments: kinds)
  func `cut nodes and bridges are those whose removal leaves more pieces`(
    kind: (UInt64, Bool)
  ) throws {
    let random = RandomGraph(seed: kind.0, directed: kind.1)
    let graph = try random.graph
    let ties = random.undirectedMatrix()
    let whole = Plain.componentCount(ties)
    let cuts = graph.cutStructure()
    let articulation = ties.indices.filter { node in
      // A lone node that goes takes its piece with it.
      let isAlone = !ties[node].contains { $0 > 0 }
      return Plain.componentCount(ties, without: node) > (isAlone ? whole - 1 : whole)
    }
    #expect(cuts.articulationPoints == articulation)
    let bridges = (0..<graph.edgeCount).filter { edge in
      let (a, b) = graph.ends(ofEdge: edge)
      var without = ties
      without[a][b] = 0
      without[b][a] = 0
      return Plain.componentCount(without) > whole
    }
    #expect(cuts.bridges == bridges)
  }

  @Test(arguments: kinds)
  func `blocks hold every edge once and fall apart at no node`(kind: (UInt64, Bool)) throws {
    let random = RandomGraph(seed: kind.0, directed: kind.1)
    let ties = random.undirectedMatrix()
    let blocks = try random.graph.biconnectedBlocks()
    for a in ties.indices {
      for b in ties.indices where a < b && ties[a][b] > 0 {
        #expect(blocks.filter { $0.contains(a) && $0.contains(b) }.count == 1)
      }
    }
    for block in blocks {
      let inside = block.map { a in block.map { ties[a][$0] } }
      for node in block.indices where block.count > 1 {
        #expect(Plain.componentCount(inside, without: node) == 1)
      }
    }
    #expect(
      try random.graph.connectedComponents().count == Plain.componentCount(ties))
  }

  @Test(arguments: UInt64(0)..<40)
  func `strong components are the nodes that reach each other`(seed: UInt64) throws {
    let random = RandomGraph(seed: seed, directed: true)
    let distance = Plain.paths(random.steps(.hops)).distance
    let expected = distance.indices.map { a in
      distance.indices.first { distance[a][$0].isFinite && distance[$0][a].isFinite } ?? a
    }
    let graph = try random.graph
    #expect(graph.stronglyConnectedComponents() == Partition(labels: expected))
  }

  @Test(arguments: kinds, [false, true])
  func `modularity equals the sum over pairs`(kind: (UInt64, Bool), useStrengths: Bool) throws {
    let random = RandomGraph(seed: kind.0, directed: kind.1)
    let ties = random.matrix(useStrengths: useStrengths)
    let labels = ties.indices.map { $0 % 3 }
    let out = ties.map { $0.reduce(0, +) }
    let into = Plain.transposed(ties).map { $0.reduce(0, +) }
    let total = out.reduce(0, +)
    var sum = 0.0
    for a in ties.indices {
      for b in ties.indices where labels[a] == labels[b] {
        sum += ties[a][b] / total - 1.5 * out[a] * into[b] / (total * total)
      }
    }
    let modularity = try random.graph.modularity(
      of: Partition(labels: labels), resolution: 1.5, useStrengths: useStrengths)
    if total == 0 {
      #expect(modularity == nil)
    } else {
      #expect(abs((modularity ?? .nan) - sum) < 1e-12)
    }
  }

  @Test(arguments: kinds)
  func `assortativity is a correlation over edges`(kind: (UInt64, Bool)) throws {
    let random = RandomGraph(seed: kind.0, directed: kind.1)
    let ties = random.matrix()
    let out = ties.map { $0.reduce(0, +) }
    let into = Plain.transposed(ties).map { $0.reduce(0, +) }
    var ends: [(Double, Double)] = []
    for a in ties.indices {
      for b in ties.indices where ties[a][b] > 0 { ends.append((out[a], into[b])) }
    }
    let count = Double(ends.count)
    let meanX = ends.reduce(0) { $0 + $1.0 } / count
    let meanY = ends.reduce(0) { $0 + $1.1 } / count
    let xy = ends.reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    let xx = ends.reduce(0) { $0 + ($1.0 - meanX) * ($1.0 - meanX) }
    let yy = ends.reduce(0) { $0 + ($1.1 - meanY) * ($1.1 - meanY) }
    let graph = try random.graph
    if ends.isEmpty || xx < 1e-9 || yy < 1e-9 {
      #expect(graph.degreeAssortativity() == nil)
    } else {
      #expect(abs((graph.degreeAssortativity() ?? .nan) - xy / (xx * yy).squareRoot()) < 1e-9)
    }
  }

  @Test func `density and degree distribution of small graphs`() throws {
    let path = try Graph(nodeCount: 3, edges: [(0, 1), (1, 2)])
    #expect(path.density() == 2.0 / 3)
    #expect(path.degreeDistribution() == [0, 2, 1])
    #expect(try Graph(nodeCount: 3, edges: [(0, 1)], directed: true).density() == 1.0 / 6)
    #expect(try Graph(nodeCount: 1, edges: []).density() == nil)
    #expect(try Graph(nodeCount: 0, edges: []).degreeDistribution() == [])
  }

  @Test func `the empty graph has no structure`() throws {
    let empty = try Graph(nodeCount: 0, edges: [])
    #expect(empty.coreNumbers() == [])
    #expect(empty.triangleCounts() == [])
    #expect(empty.transitivity() == nil)
    #expect(empty.biconnectedBlocks() == [])
    #expect(empty.cutStructure().articulationPoints == [])
    #expect(empty.stronglyConnectedComponents().count == 0)
    #expect(try empty.extent().diameter == 0)
    #expect(try empty.structuralHoles().constraint == [])
    #expect(try empty.closenessCentrality() == [])
    #expect(try empty.edgeBetweenness() == [])
    #expect(try empty.katzCentrality() == [])
    #expect(empty.degreeAssortativity() == nil)
  }
}
