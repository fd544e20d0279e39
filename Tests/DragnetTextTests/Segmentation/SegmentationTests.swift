import DragnetText
import Testing

@Suite struct SegmentationTests {
  private func sentences(_ text: String) throws -> [String] {
    let reading = try reading(of: text)
    return reading.sentences.map { reading.document.quote($0.range) }
  }

  private func tokens(_ text: String) throws -> [String] {
    let reading = try reading(of: text)
    return reading.tokens.map { reading.document.quote($0.range) }
  }

  @Test(
    arguments: [
      ("Mr. Ito met Dr. Osei. They left.", ["Mr. Ito met Dr. Osei.", "They left."]),
      ("She works for J. P. Lund Inc. in Oslo.", ["She works for J. P. Lund Inc. in Oslo."]),
      (
        "He flew to the U.S. The trip took a day.",
        ["He flew to the U.S.", "The trip took a day."]
      ),
      (
        "“We will pay,” he said. “Not today.” She left.",
        ["“We will pay,” he said.", "“Not today.”", "She left."]
      ),
      (
        "It cost $1.3 million on Oct. 9 in St. Ives.",
        ["It cost $1.3 million on Oct. 9 in St. Ives."]
      ),
      ("Is it so? No! Why?", ["Is it so?", "No!", "Why?"]),
      (
        "First line\n\nSecond line\n- a point\n- another",
        ["First line", "Second line", "- a point", "- another"]
      ),
    ] as [(String, [String])])
  func `splits sentences where they end`(text: String, expected: [String]) throws {
    #expect(try sentences(text) == expected)
  }

  @Test func `joins wrapped lines and keeps paragraphs apart`() throws {
    let text = """
      The minister told reporters in the capital that the
      bank had paid the fine in full and that no further
      action was planned against any of the directors who
      had signed the accounts for the year before the one
      in question.

      The bank declined to comment.
      """
    #expect(try sentences(text).count == 2)
  }

  @Test func `splits tokens as Universal Dependencies does`() throws {
    #expect(
      try tokens("The firm’s ex-head didn't pay US$10,000 (RM23,870) or S$5.") == [
        "The", "firm", "’s", "ex", "-", "head", "did", "n't", "pay", "US$", "10,000", "(", "RM",
        "23,870", ")", "or", "S$", "5", ".",
      ])
  }

  @Test func `tells headlines from running text`() throws {
    let reading = try reading(
      of: "Bank Boss Held In Fraud Probe\n\nPolice held the boss of a bank.")
    #expect(reading.sentences.map(\.isHeadline) == [true, false])
  }

  @Test func `leaves page furniture out`() throws {
    let text = "Kenya sued a bank.\nREAD MORE: Oslo Fire Kills Two\nThe bank paid."
    let start = 19
    let document = Document(
      id: DocumentID("f"), name: "f.txt", text: text, furniture: [TextRange(start, start + 31)])
    let reading = try LexiconReader().read(document)
    #expect(
      reading.sentences.map { document.quote($0.range) } == [
        "Kenya sued a bank.", "The bank paid.",
      ])
    #expect(!reading.mentionTexts.contains("Oslo"))
  }

  @Test func `furniture outside the text or overlapping does no harm`() throws {
    let document = Document(
      id: DocumentID("f"), name: "f.txt", text: "Kenya sued a bank.",
      furniture: [TextRange(30, 90), TextRange(6, 12), TextRange(8, 14)])
    let reading = try LexiconReader().read(document)
    #expect(reading.mentionTexts == ["Kenya"])
  }
}
