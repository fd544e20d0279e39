import Dragnet
import DragnetText
import Testing

@Suite struct NetworkLookupTests {
  private let network = Network(
    documents: [],
    entities: [
      entity("e1", .person, "María Ortega", aliases: ["Captain Ortega"]),
      entity("e2", .person, "Luis Ortega"),
      entity("e3", .organization, "Blue Heron Shipping Ltd.", aliases: ["Blue Heron", "BHS"]),
      entity("e4", .agency, "the Harbour Police", aliases: ["police"], mentions: 9),
      entity("e5", .agency, "Federal Police", aliases: ["police"]),
    ], relations: [])

  @Test(arguments: [
    ("e2", "e2"), ("maria ortega", "e1"), ("María  ORTEGA", "e1"), ("bhs", "e3"),
    ("“Blue Heron”", "e3"), ("shipping", "e3"), ("Ortega, Luis", "e2"), ("harbour police", "e4"),
    ("the federal police", "e5"), ("her ship", "e3"), ("Mar", "e1"),
  ])
  func `an entity answers to its id, names and unambiguous parts`(name: String, id: String) throws {
    #expect(try network.entity(named: name).id == id)
  }

  @Test func `an ambiguous name lists its candidates, the most mentioned first`() {
    #expect {
      try network.entity(named: "police")
    } throws: { error in
      guard case .ambiguous("police", let candidates) = error as? LookupError else { return false }
      return candidates.map(\.id) == ["e4", "e5"]
        && "\(error)".contains("Federal Police (agency, also 'police'; e5)")
    }
  }

  @Test func `a misspelled name leads to near ones`() {
    #expect(throws: LookupError.notFound(name: "Blue Heran", near: ["Blue Heron Shipping Ltd."])) {
      try network.entity(named: "Blue Heran")
    }
  }

  @Test(arguments: ["", " ", "…", "Zanzibar", String(repeating: "x", count: 100_000)])
  func `a name like no other has no near ones`(name: String) {
    #expect(throws: LookupError.notFound(name: name, near: [])) {
      try network.entity(named: name)
    }
  }
}

private func entity(
  _ id: String, _ type: EntityType, _ name: String, aliases: [String] = [], mentions: Int = 1
) -> Entity {
  Entity(
    id: id, type: type, name: name, aliases: aliases, attributes: Attributes(),
    mentions: (0..<mentions).map {
      Entity.Occurrence(document: DocumentID("d"), start: $0, end: $0 + 1, text: "x")
    })
}
