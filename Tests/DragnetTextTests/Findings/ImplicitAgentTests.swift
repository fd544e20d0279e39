import Testing

@testable import DragnetText

struct ImplicitAgentTests {
  private let court = """
    Velmar PROPN NNP Velmar 3 compound
    District PROPN NNP District 3 compound
    Court PROPN NNP Court 4 nsubj
    met VERB VBD meet 0 root
    . PUNCT . . 4 punct

    """

  private func passive(_ verb: String, _ lemma: String, _ more: String = "") -> String {
    """

    Anna PROPN NNP Anna 4 nsubj:pass
    Berg PROPN NNP Berg 1 flat
    was AUX VBD be 4 aux:pass
    \(verb) VERB VBN \(lemma) 0 root\(more)
    . PUNCT . . 4 punct
    """
  }

  @Test func `who is sentenced is sentenced by the one court of the text`() throws {
    let tagged = TaggedText(
      court + passive("sentenced", "sentence"), names: [(0..<3, .agency), (5..<7, .person)])
    #expect(
      try tagged.reading().statements.contains("Velmar District Court sentenced Anna Berg"))
  }

  @Test func `a court arrests nobody`() throws {
    let tagged = TaggedText(
      court + passive("arrested", "arrest"), names: [(0..<3, .agency), (5..<7, .person)])
    #expect(try tagged.reading().statements.allSatisfy { !$0.contains("arrested") })
  }

  @Test func `nothing is said of the agent where two are in question`() throws {
    let other = """

      Ostrava PROPN NNP Ostrava 2 compound
      Court PROPN NNP Court 3 nsubj
      met VERB VBD meet 0 root
      . PUNCT . . 3 punct

      """
    let tagged = TaggedText(
      court + other + passive("sentenced", "sentence"),
      names: [(0..<3, .agency), (5..<7, .agency), (9..<11, .person)])
    #expect(try tagged.reading().statements.allSatisfy { !$0.contains("sentenced") })
  }

  @Test func `one who is named after by is the agent`() throws {
    let judge = """

      by ADP IN by 6 case
      judges NOUN NNS judge 4 obl:agent
      """
    let tagged = TaggedText(
      court + passive("sentenced", "sentence", judge),
      names: [(0..<3, .agency), (5..<7, .person)])
    #expect(try tagged.reading().statements.allSatisfy { !$0.contains("Court sentenced") })
  }

  @Test func `what was long ago is left alone`() throws {
    let year = """

      in ADP IN in 6 case
      1994 NUM CD 1994 4 obl
      """
    let tagged = TaggedText(
      court + passive("sentenced", "sentence", year),
      names: [(0..<3, .agency), (5..<7, .person)])
    let document = Document(
      id: DocumentID("test"), name: "test.txt", text: tagged.text,
      published: CalendarDate(year: 2024, month: 5, day: 3))
    let reading = try LexiconReader().read(document) { Advice(tagged.parse, words: $0) }
    #expect(reading.statements.allSatisfy { !$0.contains("sentenced") })
  }

  @Test func `a list names who is charged`() throws {
    let list = """

      Charges NOUN NNS charge 3 nsubj:pass
      were AUX VBD be 3 aux:pass
      brought VERB VBN bring 0 root
      against ADP IN against 3 obl
      : PUNCT : : 3 punct

      Anna PROPN NNP Anna 0 root
      Berg PROPN NNP Berg 1 flat
      . PUNCT . . 1 punct
      """
    let office = """
      Velmar PROPN NNP Velmar 3 compound
      Prosecutor PROPN NNP Prosecutor 3 compound
      Office PROPN NNP Office 4 nsubj
      met VERB VBD meet 0 root
      . PUNCT . . 4 punct

      """
    let tagged = TaggedText(
      office + list, names: [(0..<3, .agency), (10..<12, .person)], breaksLines: true)
    #expect(
      try tagged.reading().statements.contains("Velmar Prosecutor Office charged Anna Berg"))
  }
}
