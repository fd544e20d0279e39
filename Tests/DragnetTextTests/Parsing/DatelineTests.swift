import Testing

@testable import DragnetText

struct DatelineTests {
  /// How many words of the first sentence are taken for a dateline.
  private func count(_ text: String) throws -> Int {
    let cutter = TextCutter(Document(id: DocumentID("test"), name: "test.txt", text: text))
    return Dateline(text).count(try #require(cutter.sentences().first))
  }

  @Test func `place, date and agency before a dash are a dateline`() throws {
    #expect(try count("OSLO, May 3 (Wire) — Police arrested two men.") == 8)
    #expect(try count("LIMA – The mayor resigned.") == 2)
    #expect(try count("Graz, 15 May 2023 - The council met.") == 6)
  }

  @Test func `a sentence with a dash is none`() throws {
    #expect(try count("Anna Berg — the mayor of Oslo — resigned on 3 May.") == 0)
    #expect(try count("The mayor, who is 54 - and ill - resigned.") == 0)
    #expect(try count("NATO said the talks - the first since May - failed.") == 0)
    #expect(try count("- Carla Lund, 52, mayor of Graz;") == 0)
    #expect(try count("OSLO —") == 0)
  }
}
