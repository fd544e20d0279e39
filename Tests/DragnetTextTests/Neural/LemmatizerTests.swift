import Testing

@testable import DragnetText

@Suite struct LemmatizerTests {
  private struct Recorded: Decodable {
    let lexicon: [String]
    let bases: [String]
    let cases: [[String]]
  }

  @Test func `gives the lemmas of the reference`() throws {
    let recorded = try fixture("lemmas", as: Recorded.self)
    let lemmatizer = Lemmatizer(
      lexicon: recorded.lexicon.joined(separator: "\n").utf8,
      bases: recorded.bases.joined(separator: "\n").utf8)
    for one in recorded.cases {
      #expect(lemmatizer.lemma(of: one[0], tag: one[1]) == one[2], "\(one)")
    }
  }

  @Test(
    arguments: [
      ("companies", "NNS", "company"), ("Seized", "VBD", "seize"), ("stopped", "VBN", "stop"),
      ("police", "NN", "police"), ("Philippines", "NNPS", "Philippine"),
      ("Reuters", "NNP", "Reuters"),
    ])
  func `knows what no lexicon says`(word: String, tag: String, lemma: String) {
    let lemmatizer = Lemmatizer(lexicon: "".utf8, bases: "seize\tVB".utf8)
    #expect(lemmatizer.lemma(of: word, tag: tag) == lemma)
  }
}
