import DragnetText
import Testing

@testable import Dragnet

@Suite struct MeasuredNetworkTests {
  private func network(
    _ names: [String], _ edges: [(Int, Int, String)], types: [Int: EntityType] = [:],
    polarity: Polarity = .asserted, confidence: Double = 0.9
  ) -> Network {
    Network(
      documents: [],
      entities: names.enumerated().map {
        Entity(
          id: "e\($0)", type: types[$0] ?? .person, name: $1, aliases: [], attributes: Attributes(),
          mentions: [])
      },
      relations: edges.enumerated().map {
        Relation(
          id: "r\($0)", from: "e\($1.0)", to: "e\($1.1)", type: $1.2, polarity: polarity,
          confidence: confidence, origins: 1, originIDs: ["o\($0)"], evidence: [])
      })
  }

  @Test func `equal scores share a rank and are ordered by name`() throws {
    let star = network(
      ["Cleo", "Bo", "Abe", "Dan"], [(0, 1, "met"), (0, 2, "met"), (0, 3, "met")])
    let ranking = try MeasuredNetwork(star).ranking(by: .degree)
    #expect(ranking.map(\.entity) == ["e0", "e2", "e1", "e3"])
    #expect(ranking.map(\.rank) == [1, 2, 2, 2])
    #expect(ranking.map(\.score) == [3, 1, 1, 1])
  }

  @Test func `betweenness of a star is all in its middle`() throws {
    let star = network(
      ["Cleo", "Bo", "Abe", "Dan"], [(0, 1, "met"), (2, 0, "met"), (0, 3, "met")])
    let ranking = try MeasuredNetwork(star).ranking(by: .betweenness)
    #expect(ranking.map(\.score) == [1, 0, 0, 0])
  }

  @Test func `reports, denials and things of other type are left out`() throws {
    let all = network(
      ["A", "B", "C"], [(0, 1, "reported_on"), (1, 2, "met")], types: [2: .other])
    let measured = MeasuredNetwork(all)
    #expect(measured.entities == ["e0", "e1"])
    #expect(measured.graph.edgeCount == 0)
    #expect(
      MeasuredNetwork(network(["A", "B"], [(0, 1, "met")], polarity: .denied)).graph.edgeCount == 0)
  }

  @Test func `options change what is measured`() throws {
    let pair = network(["A", "B"], [(0, 1, "reported_on"), (1, 0, "paid")], confidence: 0.5)
    #expect(
      MeasuredNetwork(pair, options: MeasureOptions(relations: ["reported_on"])).graph.edgeCount
        == 1)
    #expect(
      MeasuredNetwork(pair, options: MeasureOptions(minimumConfidence: 0.6)).graph.edgeCount == 0)
    #expect(MeasuredNetwork(pair, options: MeasureOptions(types: [.place])).entities.isEmpty)
    let directed = MeasuredNetwork(
      pair, options: MeasureOptions(relations: ["paid", "reported_on"], isDirected: true))
    #expect(directed.graph.edgeCount == 2)
    #expect(directed.relations == [[0], [1]])
  }

  @Test func `several relations are one edge whose strength counts origins`() throws {
    let pair = MeasuredNetwork(network(["A", "B"], [(0, 1, "met"), (1, 0, "paid")]))
    #expect(pair.graph.edgeCount == 1)
    #expect(pair.relations == [[0, 1]])
    #expect(pair.graph.edgeStrengths == [2])
  }

  @Test func `noise in the last digits does not part equals`() {
    let loose = MeasuredNetwork(network(["A", "B", "C"], []))
    #expect(loose.rank([0.3, 0.1 + 0.2, 0.1]).map(\.rank) == [1, 1, 3])
  }

  @Test func `a chain of small differences does not make one place of all`() {
    let chain = MeasuredNetwork(network(["A", "B", "C"], []))
    let ranked = chain.rank([1, 1 - 0.9e-9, 1 - 1.8e-9])
    #expect(ranked.map(\.rank) == [1, 1, 3])
  }

  @Test func `who has no score is left out, and the smallest comes first where it is best`() throws
  {
    let loner = network(["Abe", "Bo", "Cleo", "Dan"], [(0, 1, "met"), (1, 2, "met")])
    let ranking = try MeasuredNetwork(loner).ranking(by: .constraint)
    #expect(ranking.map(\.entity) == ["e1", "e0", "e2"])
    #expect(ranking.map(\.rank) == [1, 2, 2])
    #expect(ranking.map(\.score) == [0.5, 1, 1])
  }

  @Test func `strengths are counted when asked for`() throws {
    let pair = network(
      ["A", "B", "C"], [(0, 1, "met"), (1, 0, "paid"), (1, 2, "met"), (0, 2, "met")])
    let measured = MeasuredNetwork(pair)
    #expect(try measured.scores(by: .strength) == [3, 3, 2])
    let plain = try measured.scores(by: .pagerank)
    let strong = try measured.scores(by: .pagerank, useStrengths: true)
    #expect(abs(plain[2] - 1.0 / 3) < 1e-9)
    #expect(strong[2] < 0.3)
  }

  @Test func `an exported network carries the main measures only`() {
    let pair = network(["A", "B"], [(0, 1, "met")])
    #expect(
      MeasuredNetwork(pair).rankings().keys.sorted()
        == ["betweenness", "closeness", "degree", "eigenvector", "pagerank"])
  }
}
