import DragnetText
import Testing

/// Reads a text with no page around it.
func reading(of text: String, published: String? = nil) throws -> Reading {
  let document = Document(
    id: DocumentID("test"), name: "test.txt", text: text,
    published: published.flatMap { CalendarDate($0) })
  return try LexiconReader().read(document)
}

extension Reading {
  /// Findings as *from label to*, by the names of chains.
  var statements: [String] {
    findings.map {
      "\(chains[mentions[$0.from].chain].name) \($0.label) \(chains[mentions[$0.to].chain].name)"
    }
  }

  /// Texts of all mentions.
  var mentionTexts: [String] { mentions.map { document.quote($0.range) } }
}

@Test func `reads who arrested whom`() throws {
  let reading = try reading(of: "Kenyan police arrested six Ugandans and two Chadians in Mombasa.")
  #expect(
    reading.statements.filter { $0.contains(" arrested ") } == [
      "Kenyan police arrested six Ugandans", "Kenyan police arrested two Chadians",
    ])
}
