import Testing

@testable import DragnetText

@Suite struct GenderTests {
  /// The name of the chain that a pronoun of a text is in; nil for none.
  private func meant(by pronoun: String, in text: String) throws -> String? {
    let reading = try LexiconReader().read(
      Document(id: DocumentID("t"), name: "t.txt", text: text))
    return reading.mentions.first {
      reading.document.quote($0.range).lowercased() == pronoun
    }.map { reading.chains[$0.chain].name }
  }

  @Test(arguments: [
    (
      "he", "The police said that Maria Brandt met Peter Finn in Oslo. He was arrested on Monday.",
      "Peter Finn"
    ),
    (
      "she",
      "The police said that Maria Brandt met Peter Finn in Oslo. She was arrested on Monday.",
      "Maria Brandt"
    ),
    (
      "she", "The police said that Mr Brandt met Mrs Finn in Oslo. She was arrested on Monday.",
      "Mrs Finn"
    ),
  ])
  func `a pronoun is of the one whose name or title fits`(
    _ pronoun: String, _ text: String, _ name: String
  ) throws {
    #expect(try meant(by: pronoun, in: text) == name)
  }

  @Test func `a man is not taken up by she`() throws {
    #expect(
      try meant(
        by: "she", in: "The police said that Peter Finn left Oslo. She was arrested on Monday.")
        != "Peter Finn")
  }

  @Test(arguments: [
    ("councilwoman", Gender.woman), ("spokesman", .man), ("sister-in-law", .woman), ("mr", .man),
  ])
  func `nouns and titles tell the gender`(_ noun: String, _ gender: Gender) {
    #expect(Gender(noun: noun) == gender)
  }

  @Test(arguments: ["german", "human", "lawyer", "", "they"])
  func `most nouns tell none`(_ noun: String) {
    #expect(Gender(noun: noun) == nil)
  }
}
