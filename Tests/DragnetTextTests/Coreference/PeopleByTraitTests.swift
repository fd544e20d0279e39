import Testing

@testable import DragnetText

/// People told by an age or a nation, and bodies told by what is said of them.
@Suite struct PeopleByTraitTests {
  private static let text = """
    Police in Oslo arrested Lars Holm, 41, a Swedish courier, and Ivan Petrov (30), a glazier from Brno, \
    on Monday. Holm worked for Nordline, an online currency exchange in Bergen.

    The Swede denies the charges. The 30-year-old was taken to Ila prison. The Czech, who owns two flats, says nothing.

    The exchange said that it had lost three million euros. A 52-year-old is missing.
    """

  /// The name of the chain that words of the text are in; nil for none.
  private func meant(by words: String) throws -> String? {
    let reading = try ShippedWeights.reader.get().read(
      Document(id: DocumentID("t"), name: "t.txt", text: Self.text))
    return reading.mentions.first { reading.document.quote($0.range) == words }
      .map { reading.chains[$0.chain].name }
  }

  @Test(arguments: [
    ("The Swede", "Lars Holm"), ("The 30-year-old", "Ivan Petrov"), ("The Czech", "Ivan Petrov"),
    ("a glazier", "Ivan Petrov"), ("The exchange", "Nordline"),
  ])
  func `a trait means the one of whom it was said`(_ words: String, _ name: String) throws {
    #expect(try meant(by: words) == name)
  }

  @Test func `an age that was not said of anybody means nobody`() throws {
    #expect(try meant(by: "A 52-year-old") == nil)
  }

  @Test(arguments: ["Glazier Ivo Berg fled.", "Brokers", "Berg, a glazier", "41-year-old Swede"])
  func `a text may begin with what is said of a name`(_ text: String) throws {
    let reading = try ShippedWeights.reader.get().read(
      Document(id: DocumentID("t"), name: "t.txt", text: text))
    #expect(reading.document.text == text)
  }
}
