import Testing

@testable import DragnetText

/// What nouns tell of bodies: parts, helpers, seats, shares and those they have.
@Suite struct TreeBodyTests {
  private func relations(_ text: String) throws -> [String] {
    let reading = try ShippedWeights.reader.get().read(
      Document(id: DocumentID("t"), name: "t.txt", text: text))
    return reading.findings.map { finding in
      let ends = [finding.from, finding.to].map {
        reading.chains[reading.mentions[$0].chain].name
      }
      return "\(ends[0]) \(finding.label) \(ends[1])"
    }
  }

  @Test(arguments: [
    (
      "The inquiry was led by the Fraud Squad of the Danish National Police, with help from Europol.",
      ["Fraud Squad part_of Danish National Police", "Europol helped Fraud Squad"]
    ),
    (
      "These include Sandvik Trading Ltd., with seat in Larnaca.",
      ["Sandvik Trading Ltd. based_in Larnaca"]
    ),
    (
      "Sigma Ltd. had one director, the lawyer Carmel Borg.",
      ["Carmel Borg leads Sigma Ltd."]
    ),
    (
      "Ada Lund holds a third of Harbour Line; the venture fund Baltic Seed has 45% of Harbour Line.",
      ["Baltic Seed owns Harbour Line"]
    ),
    (
      "It was written by an expert of the Danish Veterinary Institute (DVI), Dr Hanne Friis.",
      ["Hanne Friis works_for Danish Veterinary Institute"]
    ),
    (
      "Marta Kvist, aged 31, a welder, resident in Aarhus, was detained on Monday.",
      ["Marta Kvist lives_in Aarhus"]
    ),
    (
      "The regulator, Norges Bank, placed Fjordbank Ltd. under supervision in May.",
      ["Norges Bank supervise Fjordbank Ltd."]
    ),
    (
      "Interpol has put Jonas Weld on its list of most wanted fugitives.",
      ["Interpol search_for Jonas Weld"]
    ),
    (
      "The Danish National Police thanks its counterparts of the Swiss Federal Police for their help.",
      ["Danish National Police works_with Swiss Federal Police"]
    ),
    (
      "The coins had been held by a dealer in Tallinn, Brixtal Ltd., until Monday.",
      ["Brixtal Ltd. based_in Tallinn"]
    ),
  ])
  func `bodies are tied by what nouns say`(_ text: String, _ expected: [String]) throws {
    let found = try relations(text)
    for relation in expected { #expect(found.contains(relation), "\(found)") }
  }

  @Test func `having something else of a body is no ownership`() throws {
    let found = try relations(
      "The venture fund Baltic Seed has the trust of Sigma Ltd., a broker in Malta.")
    #expect(!found.contains { $0.contains("owns") })
  }

  @Test func `a list of guests and a stay under a roof are no search and no watch`() throws {
    let found = try relations(
      "Interpol has put Jonas Weld on its list of speakers. The mayor placed Ada Lund under a roof."
    )
    #expect(!found.contains { $0.contains("search_for") || $0.contains("supervise") }, "\(found)")
  }
}
