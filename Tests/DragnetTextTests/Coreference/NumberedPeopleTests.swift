import Testing

@testable import DragnetText

@Suite struct NumberedPeopleTests {
  private static let paper = """
    The DET DT the 2 det
    accused NOUN NN accused 5 nsubj
    are AUX VBP be 5 cop
    : PUNCT : : 5 punct
    Ada PROPN NNP Ada 0 root
    Lund PROPN NNP Lund 5 flat
    , PUNCT , , 8 punct
    Ivo PROPN NNP Ivo 5 conj
    Berg PROPN NNP Berg 8 flat
    . PUNCT . . 5 punct

    """

  /// What the second sentence says of the second person of the list.
  private func said(_ ordinal: String) throws -> [String] {
    let reading = try TaggedText(
      NumberedPeopleTests.paper + """
        The DET DT the 3 det
        \(ordinal) ADJ JJ \(ordinal) 3 amod
        accused NOUN NN accused 4 nsubj
        left VERB VBD leave 0 root
        Oslo PROPN NNP Oslo 4 obj
        . PUNCT . . 4 punct
        """, names: [(4..<6, .person), (7..<9, .person), (14..<15, .place)]
    ).reading()
    let chain = reading.chains.first { $0.name == "Ivo Berg" }
    return chain?.mentions.map { reading.document.quote(reading.mentions[$0].range) } ?? []
  }

  @Test func `the second accused is the second of the list`() throws {
    #expect(try said("second") == ["Ivo Berg", "The second accused"])
  }

  @Test(arguments: ["first", "third"])
  func `another number is another's, or nobody's`(_ ordinal: String) throws {
    #expect(try said(ordinal) == ["Ivo Berg"])
  }
}
