import Dragnet
import DragnetText
import Testing

@Suite struct NetworkPathTests {
  /// A square a–b–d, a–c–d with an apex e beyond d, and f apart. The way over c has more origins.
  private let network = Network(
    documents: [],
    entities: ["a", "b", "c", "d", "e", "f"].map { id in
      Entity(
        id: id, type: id == "e" ? .other : .person, name: id, aliases: [],
        attributes: Attributes(), mentions: [])
    },
    relations: [
      NetworkPathTests.relation("ab", origins: ["x"], confidence: 0.9),
      NetworkPathTests.relation("bd", origins: ["x"]),
      NetworkPathTests.relation("ac", origins: ["x", "y"]),
      NetworkPathTests.relation("cd", origins: ["x", "y"], confidence: 0.4),
      NetworkPathTests.relation("cd", id: "cd2", type: "paid", origins: ["z"], confidence: 0.3),
      NetworkPathTests.relation("de", origins: ["x"]),
      NetworkPathTests.relation("af", origins: ["x"], polarity: .denied),
    ])

  private static func relation(
    _ ends: String, id: String? = nil, type: String = "met", origins: [String],
    confidence: Double = 0.5, polarity: Polarity = .asserted
  ) -> Relation {
    Relation(
      id: id ?? ends, from: String(ends.prefix(1)), to: String(ends.suffix(1)), type: type,
      polarity: polarity, confidence: confidence, origins: origins.count, originIDs: origins,
      evidence: [])
  }

  private func paths(
    _ from: Int, _ to: Int, options: MeasureOptions = MeasureOptions(), limit: Int = 10
  ) throws -> [NetworkPath] {
    try network.paths(
      from: network.entities[from], to: network.entities[to], options: options, limit: limit)
  }

  @Test func `all shortest paths are found, the one whose weakest step is widest stated first`()
    throws
  {
    let found = try paths(0, 3)
    #expect(found.map(\.entities) == [["a", "c", "d"], ["a", "b", "d"]])
    #expect(found.map(\.origins) == [2, 1])
    #expect(found.map(\.confidence) == [0.4, 0.5])
    #expect(found[0].steps[1].relations == ["cd", "cd2"])
    #expect(found[0].steps[1].origins == 3)
  }

  @Test func `an end of a type that is not measured can be reached all the same`() throws {
    #expect(try paths(3, 4).map(\.entities) == [["d", "e"]])
  }

  @Test func `what is denied joins nobody, and direction counts when asked for`() throws {
    #expect(try paths(0, 5).isEmpty)
    #expect(try paths(3, 0, options: MeasureOptions(isDirected: true)).isEmpty)
    #expect(try paths(0, 3, options: MeasureOptions(isDirected: true)).count == 2)
  }

  @Test func `nobody has a path to himself, and no more paths come than asked for`() throws {
    #expect(try paths(0, 0).isEmpty)
    #expect(try paths(0, 3, limit: 1).count == 1)
    #expect(try paths(0, 3, limit: 0).isEmpty)
  }

  @Test func `longer paths follow the shortest, and none passes an entity twice`() throws {
    let found = try network.paths(
      from: network.entities[0], to: network.entities[1], limit: 5, withLonger: true)
    #expect(found.map(\.entities) == [["a", "b"], ["a", "c", "d", "b"]])
    let first = try network.paths(
      from: network.entities[0], to: network.entities[1], limit: 1, withLonger: true)
    #expect(first.map(\.entities) == [["a", "b"]])
  }
}
