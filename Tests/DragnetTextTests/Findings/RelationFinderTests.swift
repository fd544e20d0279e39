import DragnetText
import Testing

@Suite struct RelationFinderTests {
  @Test(
    arguments: [
      ("Marcus Webb, who heads Orion Capital, was sued.", "Marcus Webb leads Orion Capital"),
      (
        "Viktor Malin (born 12 June 1953 in Minsk) is a banker.", "Viktor Malin born_in Minsk"
      ),
      (
        "Norvik Ltd transferred $500,000 to Halden Bank.",
        "Norvik Ltd transferred_to Halden Bank"
      ),
      ("Delta Mining sued Orion Capital in a London court.", "Delta Mining sued Orion Capital"),
      (
        "Ivan Petrov, wanted in Germany, was extradited to Cyprus.",
        "Ivan Petrov extradited_to Cyprus"
      ),
      (
        "Paul Frey, 54, a lawyer, represented Belmont Trading.",
        "Paul Frey represents Belmont Trading"
      ),
    ])
  func `reads who did what to whom`(text: String, expected: String) throws {
    #expect(try reading(of: text).statements.contains(expected))
  }

  @Test func `what someone is charged with is alleged`() throws {
    let findings = try reading(of: "Ali Bello was charged with bribing Carlos Ruiz.").findings
    #expect(findings.contains { $0.label == "paid" && $0.modality == .alleged })
  }

  @Test func `what someone agreed to do is planned`() throws {
    let findings = try reading(of: "Halden Bank agreed to buy Norvik Ltd.").findings
    #expect(findings.contains { $0.label == "acquired" && $0.modality == .planned })
  }

  @Test func `a city arrests nobody`() throws {
    let text = "A raid in Oslo arrested three men. Oslo arrested two women."
    #expect(try reading(of: text).statements.allSatisfy { !$0.contains("arrested") })
  }

  @Test func `two who met are the two ends`() throws {
    let reading = try reading(of: "Viktor Malin and Julia Stern met in Vienna.")
    #expect(reading.findings.contains { $0.label == "met" && !$0.isDirected })
  }

  @Test func `light verbs give no relation`() throws {
    #expect(try reading(of: "Julia Stern saw Viktor Malin.").findings.isEmpty)
  }

  @Test func `a list of cities does not lie in each other`() throws {
    let statements = try reading(of: "It flies to Boston, Chicago, and Paris.").statements
    #expect(!statements.contains { $0.contains("located_in") })
  }
}
