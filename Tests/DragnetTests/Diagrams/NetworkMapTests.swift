import Dragnet
import DragnetText
import Testing

@Suite struct NetworkMapTests {
  private func entity(_ id: String, _ type: EntityType = .person) -> Entity {
    Entity(
      id: id, type: type, name: "Name \(id)", aliases: [], attributes: Attributes(), mentions: [])
  }

  private func relation(
    _ from: String, _ to: String, _ type: String, directed: Bool = true,
    polarity: Polarity = .asserted, modality: Modality = .fact, origins: [String] = ["A"]
  ) -> Relation {
    Relation(
      id: "\(from)-\(type)-\(to)-\(polarity)", from: from, to: to, type: type, directed: directed,
      polarity: polarity, modality: modality, confidence: 0.9, origins: origins.count,
      originIDs: origins,
      evidence: [
        Evidence(document: DocumentID("d"), sentence: "They say so.", start: 0, end: 12)
      ])
  }

  private func network(_ entities: [Entity], _ relations: [Relation]) -> Network {
    Network(documents: [], entities: entities, relations: relations)
  }

  @Test func `relations between the same two become one line with every wording`() {
    let map = network(
      [entity("a"), entity("b")],
      [
        relation("a", "b", "paid", origins: ["A", "B"]), relation("a", "b", "met", directed: false),
        relation("b", "a", "hired", origins: ["C"]),
      ]
    ).overviewDiagram(title: "T")
    #expect(map.lines.count == 1)
    #expect(map.lines[0].labels.map(\.text) == ["paid", "hired", "met"])
    #expect(map.lines[0].labels.map(\.direction) == [.forward, .backward, .none])
    #expect(map.lines[0].direction == .both)
    #expect(map.lines[0].tooltip?.contains("“They say so.”") == true)
  }

  @Test func `width grows with origins, and a wire story counts once`() {
    let lines = network(
      [entity("a"), entity("b"), entity("c")],
      [relation("a", "b", "paid", origins: ["A", "B"]), relation("b", "c", "paid")]
    ).overviewDiagram(title: "T").lines
    #expect(lines[0].width > lines[1].width)
  }

  @Test func `what is not said as fact is dashed, what is denied dotted`() {
    let lines = network(
      [entity("a"), entity("b"), entity("c"), entity("d")],
      [
        relation("a", "b", "paid", modality: .alleged),
        relation("b", "c", "paid", polarity: .denied), relation("c", "d", "paid"),
      ]
    ).overviewDiagram(title: "T").lines
    let dashes = Dictionary(uniqueKeysWithValues: lines.map { ($0.id, $0.dash) })
    #expect(dashes == ["a--b": .dashed, "b--c": .dotted, "c--d": .solid])
  }

  @Test func `a claim that is both made and denied is marked`() {
    let map = network(
      [entity("a"), entity("b")],
      [relation("a", "b", "met"), relation("a", "b", "met", polarity: .denied)]
    ).overviewDiagram(title: "T")
    #expect(map.lines[0].labels.allSatisfy { $0.isMarked })
    #expect(map.legend.contains { $0.sample == .mark })
  }

  @Test func `the map says what it leaves out`() {
    let star = (0..<30).map { entity("e\($0)") }
    let ties = (1..<30).map { relation("e0", "e\($0)", "paid") }
    let loose = [entity("x", .place), entity("y", .place)]
    let map = network(star + loose, ties + [relation("x", "y", "reported_on")])
      .overviewDiagram(title: "T", limit: 10)
    #expect(map.nodes.count == 10)
    #expect(map.lines.count == 9)
    #expect(
      map.notes == [
        "Left out: 20 of 30 linked entities, those that matter least; "
          + "2 entities without relations; who reported on whom."
      ])
  }

  @Test func `every entity on a thinned map keeps a line`() {
    var ties: [Relation] = []
    for a in 0..<30 {
      for b in 0..<a { ties.append(relation("e\(a)", "e\(b)", "met", origins: ["A", "B", "C"])) }
    }
    ties.append(relation("lone", "e0", "met"))
    let map = network((0..<30).map { entity("e\($0)") } + [entity("lone")], ties)
      .overviewDiagram(title: "T", limit: 31)
    let tied = Set(map.lines.flatMap { [$0.from, $0.to] })
    #expect(map.lines.count < ties.count)
    #expect(tied == Set(map.nodes.map(\.id)))
  }

  @Test func `a ranking of that name sets the size of type`() {
    var network = network(
      [entity("a"), entity("b"), entity("c")],
      [relation("a", "b", "met"), relation("b", "c", "met")])
    network.rankings["betweenness"] = [
      RankedEntity(entity: "c", score: 4, rank: 1), RankedEntity(entity: "a", score: 1, rank: 2),
    ]
    let map = network.overviewDiagram(title: "T")
    #expect(map.subtitle.contains("type size shows betweenness"))
    let sizes = Dictionary(uniqueKeysWithValues: map.nodes.map { ($0.id, $0.size) })
    #expect(sizes == ["a": 0.5, "b": 0, "c": 1])
  }

  @Test func `the ego network shows one entity and its neighbors`() throws {
    let ego = try #require(
      network(
        [entity("a"), entity("b"), entity("c"), entity("d")],
        [
          relation("b", "a", "paid"), relation("b", "c", "met"), relation("a", "c", "met"),
          relation("c", "d", "met"),
        ]
      ).egoDiagram(around: "a"))
    #expect(Set(ego.nodes.map(\.id)) == ["a", "b", "c"])
    #expect(ego.nodes.first { $0.id == "a" }?.emphasis == .focus)
    let between = try #require(ego.lines.first { $0.id == "b--c" })
    #expect(between.emphasis == .faint && between.labels.isEmpty)
    #expect(ego.lines.first { $0.id == "a--b" }?.direction == .backward)
    #expect(network([], []).egoDiagram(around: "a") == nil)
  }

  @Test func `paths run from left to right with the best attested one in front`() {
    let paths = network(
      [entity("a"), entity("b"), entity("c"), entity("d")],
      [
        relation("a", "b", "met"), relation("d", "b", "paid"),
        relation("a", "c", "met", origins: ["A", "B"]),
        relation("c", "d", "met", origins: ["A", "B"]),
      ]
    ).pathDiagram([["a", "b", "d"], ["a", "c", "d"]])
    #expect(paths.ranks == [["a"], ["b", "c"], ["d"]])
    #expect(paths.flow == .right)
    #expect(Set(paths.lines.filter { $0.emphasis == .strong }.map(\.id)) == ["a--c", "c--d"])
    #expect(paths.lines.first { $0.id == "b--d" }?.direction == .backward)
    #expect(paths.title == "From Name a to Name d")
  }

  @Test(arguments: [
    ("leads", "command"), ("member_of", "command"), ("trafficked", "harm"),
    ("arrested", "enforcement"),
    ("will_interview", "enforcement"), ("located_in", "place"), ("bribed", "money"),
    ("met", "contact"), ("told", "reporting"), ("zigzagged", "other"),
  ])
  func `a relation's label tells its family`(label: String, family: String) {
    let map = network([entity("a"), entity("b")], [relation("a", "b", label)])
      .overviewDiagram(title: "T")
    #expect(map.lines[0].family == family)
  }
}
