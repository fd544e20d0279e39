import Testing

@testable import DragnetText

@Suite struct FamiliesTests {
  private func reading(_ noun: String) throws -> Reading {
    try TaggedText(
      """
      Police NOUN NN police 2 nsubj
      met VERB VBD meet 0 root
      the DET DT the 5 det
      Lundgren PROPN NNP Lundgren 5 compound
      \(noun) NOUN NNS \(noun) 2 obj
      in ADP IN in 7 case
      Oslo PROPN NNP Oslo 2 obl
      . PUNCT . . 2 punct
      """, names: [(3..<4, .person), (6..<7, .place)]
    ).reading()
  }

  @Test(arguments: ["family", "brothers", "sisters"])
  func `a last name and its kin are a group`(_ noun: String) throws {
    let groups = try reading(noun).chains.filter { $0.type == .group }.map(\.name)
    #expect(groups == ["Lundgren \(noun)"])
  }

  @Test func `a last name and a thing are none`() throws {
    #expect(try !reading("papers").chains.contains { $0.type == .group })
  }
}
