import Foundation
import Testing

@testable import DragnetText

/// What the trained scorer says of mentions of a sentence, and what the reading makes of it.
struct RelationHeadTests {
  private func parse(_ text: String) throws -> Parse {
    try ShippedWeights.reader.get().parse(Document(id: DocumentID("a"), name: "a", text: text))
  }

  private func said(_ text: String) throws -> [String] {
    let document = Document(id: DocumentID("a"), name: "a", text: text)
    let parse = try ShippedWeights.reader.get().parse(document)
    return parse.relations.map { relation in
      func word(_ index: Int) -> String { document.quote(parse.words[index].range) }
      return "\(word(relation.from)) \(relation.label) \(word(relation.to))"
    }
  }

  @Test func `lasting ties are told from the sentence`() throws {
    #expect(
      try said("Ada Brandt was born in Bergen and studied at Lund University.").contains(
        "Ada born_in Bergen"))
    #expect(
      try said("Piet Okafor, who is married to Lena Vik, works for Kestrel Shipping.").contains(
        "Piet spouse_of Lena"))
  }

  @Test func `ends are words of one sentence and probabilities lie above a half`() throws {
    let parse = try parse(
      """
      Marta Lind is the chief executive of Harbour Line, which is based in Tallinn. She founded it with
      her brother Jonas Lind. Both live in Riga.
      """)
    #expect(!parse.relations.isEmpty)
    for relation in parse.relations {
      let sentence = try #require(parse.sentences.first { $0.words.contains(relation.from) })
      #expect(sentence.words.contains(relation.to) && relation.from != relation.to)
      #expect(relation.probability >= 0.5 && relation.probability <= 1)
    }
    #expect(parse.relations.map(\.from) == parse.relations.map(\.from).sorted())
  }

  @Test func `a sentence of a thousand names is read in bounded time`() throws {
    let names = (0..<1000).map { "Anna Berg\($0)" }.joined(separator: ", ")
    let parse = try parse("They met \(names) in Oslo.")
    // 24 mentions of a sentence are looked at, each against the others.
    #expect(parse.relations.count <= 15 * 24 * 24 * parse.sentences.count)
  }
}
