import Testing

@testable import DragnetText

struct TreeRoleTests {
  @Test func `the subject of be may be the role and the name what it is said of`() throws {
    let tagged = TaggedText(
      """
      The DET DT the 2 det
      owner NOUN NN owner 7 nsubj
      of ADP IN of 5 case
      Velmar PROPN NNP Velmar 5 compound
      Records PROPN NNP Records 2 nmod
      is AUX VBZ be 7 cop
      Carla PROPN NNP Carla 0 root
      Lund PROPN NNP Lund 7 flat
      . PUNCT . . 7 punct
      """, names: [(3..<5, .organization), (6..<8, .person)])
    #expect(try tagged.reading().statements.contains("Carla Lund owns Velmar Records"))
  }

  @Test func `a body has the one it stands under for its head`() throws {
    let tagged = TaggedText(
      """
      Velmar PROPN NNP Velmar 2 compound
      Council PROPN NNP Council 6 nsubj
      under ADP IN under 4 case
      Carla PROPN NNP Carla 2 nmod
      Lund PROPN NNP Lund 4 flat
      met VERB VBD meet 0 root
      . PUNCT . . 6 punct
      """, names: [(0..<2, .agency), (3..<5, .person)])
    #expect(try tagged.reading().statements.contains("Carla Lund leads Velmar Council"))
  }

  @Test func `who is an officer of a body that no table lists works for it`() throws {
    let rows = { (noun: String) in
      """
      Carla PROPN NNP Carla 9 nsubj
      Lund PROPN NNP Lund 1 flat
      , PUNCT , , 4 punct
      \(noun) NOUN NN \(noun) 1 appos
      of ADP IN of 7 case
      Velmar PROPN NNP Velmar 7 compound
      Council PROPN NNP Council 4 nmod
      , PUNCT , , 4 punct
      wept VERB VBD weep 0 root
      . PUNCT . . 9 punct
      """
    }
    let names: [(Range<Int>, Parse.NameType)] = [(0..<2, .person), (5..<7, .agency)]
    let intendant = TaggedText(rows("bailiff"), names: names)
    #expect(
      try intendant.reading().statements.contains("Carla Lund works_for Velmar Council"))
    let victim = TaggedText(rows("victim"), names: names)
    #expect(try victim.reading().statements.allSatisfy { !$0.contains("works_for") })
  }

  @Test func `one lives where one's house is`() throws {
    let tagged = TaggedText(
      """
      Police NOUN NNS police 2 nsubj
      found VERB VBD find 0 root
      it PRON PRP it 2 obj
      at ADP IN at 8 case
      Carla PROPN NNP Carla 8 nmod:poss
      Lund PROPN NNP Lund 5 flat
      's PART POS 's 5 case
      house NOUN NN house 2 obl
      in ADP IN in 10 case
      Velmar PROPN NNP Velmar 8 nmod
      . PUNCT . . 2 punct
      """, names: [(4..<6, .person), (9..<10, .place)])
    #expect(try tagged.reading().statements.contains("Carla Lund lives_in Velmar"))
  }

  @Test func `whose act it was does what the act was`() throws {
    let tagged = TaggedText(
      """
      Carla PROPN NNP Carla 5 nmod:poss
      Lund PROPN NNP Lund 1 flat
      's PART POS 's 1 case
      first ADJ JJ first 5 amod
      act NOUN NN act 8 nsubj:outer
      was AUX VBD be 8 cop
      to PART TO to 8 mark
      dismiss VERB VB dismiss 0 root
      Anna PROPN NNP Anna 8 obj
      Berg PROPN NNP Berg 9 flat
      . PUNCT . . 8 punct
      """, names: [(0..<2, .person), (8..<10, .person)])
    #expect(try tagged.reading().statements.contains("Carla Lund dismissed Anna Berg"))
  }

  @Test func `what is asked for is said of its owner`() throws {
    let tagged = TaggedText(
      """
      Velmar PROPN NNP Velmar 2 compound
      Council PROPN NNP Council 3 nsubj
      demanded VERB VBD demand 0 root
      Anna PROPN NNP Anna 7 nmod:poss
      Berg PROPN NNP Berg 4 flat
      's PART POS 's 4 case
      resignation NOUN NN resignation 3 obj
      . PUNCT . . 3 punct
      """, names: [(0..<2, .agency), (3..<5, .person)])
    #expect(
      try tagged.reading().statements.contains("Velmar Council request_resignation Anna Berg"))
  }
}
