import Testing

@testable import DragnetText

@Suite struct FullPhrasesTests {
  /// What the document calls the one whose name ends so.
  private func mentions(of name: String, in reading: Reading) -> [String] {
    guard let chain = reading.chains.first(where: { $0.name.hasSuffix(name) }) else { return [] }
    return chain.mentions.map { reading.document.quote(reading.mentions[$0].range) }
  }

  @Test func `what stands before a name belongs to it`() throws {
    let reading = try TaggedText(
      """
      Police NOUN NN police 2 nsubj
      arrested VERB VBD arrest 0 root
      the DET DT the 6 det
      timber NOUN NN timber 5 compound
      merchant NOUN NN merchant 6 compound
      Ada PROPN NNP Ada 2 obj
      Lund PROPN NNP Lund 6 flat
      . PUNCT . . 2 punct
      """, names: [(5..<7, .person)]
    ).reading()
    let said = mentions(of: "Ada Lund", in: reading)
    #expect(said.contains("the timber merchant Ada Lund"))
    #expect(said.contains("Ada Lund"))
  }

  @Test func `what stands beside a name belongs to it, with its first complement`() throws {
    let reading = try TaggedText(
      """
      Police NOUN NN police 2 nsubj
      arrested VERB VBD arrest 0 root
      Ada PROPN NNP Ada 2 obj
      Lund PROPN NNP Lund 3 flat
      , PUNCT , , 8 punct
      a DET DT a 8 det
      taxi NOUN NN taxi 8 compound
      driver NOUN NN driver 3 appos
      from ADP IN from 10 case
      Bergen PROPN NNP Bergen 8 nmod
      with ADP IN with 12 case
      debts NOUN NNS debt 8 nmod
      . PUNCT . . 2 punct
      """, names: [(2..<4, .person), (9..<10, .place)]
    ).reading()
    let said = mentions(of: "Ada Lund", in: reading)
    #expect(said.contains("a taxi driver"))
    #expect(said.contains("a taxi driver from Bergen"))
    #expect(!said.contains { $0.contains("debts") })
  }

  @Test func `several people are not the one who is named first`() throws {
    let reading = try TaggedText(
      """
      Police NOUN NN police 2 nsubj
      arrested VERB VBD arrest 0 root
      the DET DT the 4 det
      brothers NOUN NNS brother 2 obj
      Ada PROPN NNP Ada 4 appos
      and CCONJ CC and 7 cc
      Ivo PROPN NNP Ivo 5 conj
      . PUNCT . . 2 punct
      """, names: [(4..<5, .person), (6..<7, .person)]
    ).reading()
    #expect(!mentions(of: "Ada", in: reading).contains { $0.contains("brothers") })
  }

  @Test func `every mention stands in order and in one chain`() throws {
    let reading = try TaggedText(
      """
      The DET DT the 2 det
      mother NOUN NN mother 6 nsubj
      of ADP IN of 5 case
      the DET DT the 5 det
      victim NOUN NN victim 2 nmod
      was AUX VBD be 7 cop
      Ada PROPN NNP Ada 0 root
      Lund PROPN NNP Lund 7 flat
      . PUNCT . . 7 punct
      """, names: [(6..<8, .person)]
    ).reading()
    #expect(reading.mentions.map(\.range) == reading.mentions.map(\.range).sorted())
    for (number, chain) in reading.chains.enumerated() {
      #expect(chain.mentions == chain.mentions.sorted())
      #expect(chain.mentions.allSatisfy { reading.mentions[$0].chain == number })
    }
    #expect(Set(reading.mentions.map(\.range)).count == reading.mentions.count)
  }
}
