import Testing

@testable import DragnetText

struct SignatureTests {
  private let name = """
    Anna PROPN NNP Anna 0 root
    Berg PROPN NNP Berg 1 flat

    """
  private let office = """
    Spokeswoman NOUN NN spokeswoman 0 root
    of ADP IN of 4 case
    Velmar PROPN NNP Velmar 4 compound
    Council PROPN NNP Council 1 nmod

    """
  private let other = """
    Carl PROPN NNP Carl 0 root
    Dahl PROPN NNP Dahl 1 flat

    """

  /// The statements of lines, each a paragraph.
  private func statements(_ lines: [String], _ names: [(Range<Int>, Parse.NameType)]) throws
    -> [String]
  {
    let tagged = TaggedText(lines.joined(separator: "\n"), names: names, breaksLines: true)
    return try tagged.reading().statements
  }

  @Test func `a name above an office holds it`() throws {
    let found = try statements([name, office], [(0..<2, .person), (4..<6, .agency)])
    #expect(found.contains("Anna Berg spokesperson_for Velmar Council"))
  }

  @Test func `a name below an office holds it`() throws {
    let found = try statements([office, name], [(2..<4, .agency), (4..<6, .person)])
    #expect(found.contains("Anna Berg spokesperson_for Velmar Council"))
  }

  @Test func `an office is held by one`() throws {
    let found = try statements(
      [name, office, other], [(0..<2, .person), (4..<6, .agency), (6..<8, .person)])
    #expect(found == ["Anna Berg spokesperson_for Velmar Council"])
  }
}
