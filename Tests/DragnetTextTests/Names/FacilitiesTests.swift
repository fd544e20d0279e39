import Testing

@testable import DragnetText

@Suite struct FacilitiesTests {
  @Test func `a prison is named with what it is`() throws {
    let reading = try TaggedText(
      """
      Ada PROPN NNP Ada 4 nsubj
      Lund PROPN NNP Lund 1 flat
      is AUX VBZ be 4 aux
      held VERB VBN hold 0 root
      in ADP IN in 7 case
      Grayhill PROPN NNP Grayhill 7 compound
      prison NOUN NN prison 4 obl
      . PUNCT . . 4 punct
      """, names: [(0..<2, .person), (5..<6, .place)]
    ).reading()
    let places = reading.chains.filter { $0.type == .place }.map(\.name)
    #expect(places == ["Grayhill prison"])
  }

  @Test func `a town beside its airport stays a town`() throws {
    let reading = try TaggedText(
      """
      Ada PROPN NNP Ada 3 nsubj
      Lund PROPN NNP Lund 1 flat
      left VERB VBD leave 0 root
      Oslo PROPN NNP Oslo 5 compound
      airport NOUN NN airport 3 obj
      . PUNCT . . 3 punct
      """, names: [(0..<2, .person), (3..<4, .place)]
    ).reading()
    let places = Set(reading.chains.filter { $0.type == .place }.map(\.name))
    #expect(places == ["Oslo", "Oslo airport"])
  }
}
