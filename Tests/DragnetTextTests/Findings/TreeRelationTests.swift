import Testing

@testable import DragnetText

struct TreeRelationTests {
  @Test func `the accused does what one is accused of`() throws {
    let tagged = TaggedText(
      """
      Carla PROPN NNP Carla 3 nsubj
      Lund PROPN NNP Lund 1 flat
      accused VERB VBD accuse 0 root
      Anna PROPN NNP Anna 3 obj
      Berg PROPN NNP Berg 4 flat
      of SCONJ IN of 7 mark
      bribing VERB VBG bribe 3 advcl
      Ostrava PROPN NNP Ostrava 9 compound
      Media PROPN NNP Media 7 obj
      . PUNCT . . 3 punct
      """, names: [(0..<2, .person), (3..<5, .person), (7..<9, .organization)])
    let found = try tagged.reading().statements
    #expect(found.contains("Anna Berg paid Ostrava Media"))
    #expect(!found.contains("Carla Lund paid Ostrava Media"))
  }

  @Test func `money that goes to an account is paid to its holder`() throws {
    let tagged = TaggedText(
      """
      Velmar PROPN NNP Velmar 2 compound
      Records PROPN NNP Records 3 nsubj
      moved VERB VBD move 0 root
      the DET DT the 5 det
      money NOUN NN money 3 obj
      to ADP IN to 8 case
      an DET DT a 8 det
      account NOUN NN account 3 obl
      of ADP IN of 11 case
      Ostrava PROPN NNP Ostrava 11 compound
      Media PROPN NNP Media 8 nmod
      . PUNCT . . 3 punct
      """, names: [(0..<2, .organization), (9..<11, .organization)])
    #expect(try tagged.reading().statements == ["Velmar Records paid Ostrava Media"])
  }

  @Test func `one whom a clause describes is its object`() throws {
    let tagged = TaggedText(
      """
      Carla PROPN NNP Carla 9 nsubj
      Lund PROPN NNP Lund 1 flat
      , PUNCT , , 7 punct
      whom PRON WP who 7 obj
      Ostrava PROPN NNP Ostrava 6 compound
      Media PROPN NNP Media 7 nsubj
      dismissed VERB VBD dismiss 1 acl:relcl
      , PUNCT , , 7 punct
      wept VERB VBD weep 0 root
      . PUNCT . . 9 punct
      """, names: [(0..<2, .person), (4..<6, .organization)])
    #expect(try tagged.reading().statements == ["Ostrava Media dismissed Carla Lund"])
  }

  @Test func `a licence that is suspended is its holder's`() throws {
    let tagged = TaggedText(
      """
      Ostrava PROPN NNP Ostrava 2 compound
      Council PROPN NNP Council 3 nsubj
      suspended VERB VBD suspend 0 root
      the DET DT the 5 det
      licence NOUN NN licence 3 obj
      of ADP IN of 8 case
      Velmar PROPN NNP Velmar 8 compound
      Records PROPN NNP Records 5 nmod
      . PUNCT . . 3 punct
      """, names: [(0..<2, .agency), (6..<8, .organization)])
    #expect(try tagged.reading().statements.contains("Ostrava Council sanctioned Velmar Records"))
  }

  @Test func `a definite noun is the one it was said of`() throws {
    let tagged = TaggedText(
      """
      Anna PROPN NNP Anna 7 nsubj
      Berg PROPN NNP Berg 1 flat
      , PUNCT , , 5 punct
      a DET DT a 5 det
      blacksmith NOUN NN blacksmith 1 appos
      , PUNCT , , 5 punct
      met VERB VBD meet 0 root
      Carla PROPN NNP Carla 7 obj
      Lund PROPN NNP Lund 8 flat
      . PUNCT . . 7 punct

      Velmar PROPN NNP Velmar 2 compound
      Records PROPN NNP Records 3 nsubj
      sued VERB VBD sue 0 root
      the DET DT the 5 det
      blacksmith NOUN NN blacksmith 3 obj
      . PUNCT . . 3 punct
      """,
      names: [(0..<2, .person), (7..<9, .person), (10..<12, .organization)],
      nouns: [(3..<5, .person), (13..<15, .person)])
    #expect(try tagged.reading().statements.contains("Velmar Records sued Anna Berg"))
  }

  @Test func `two who depend on one verb are two, whatever the model says`() throws {
    let tagged = TaggedText(
      """
      Anna PROPN NNP Anna 3 nsubj
      Berg PROPN NNP Berg 1 flat
      sued VERB VBD sue 0 root
      the DET DT the 5 det
      blacksmith NOUN NN blacksmith 3 obj
      . PUNCT . . 3 punct
      """, names: [(0..<2, .person)], nouns: [(3..<5, .person)])
    let reading = try tagged.reading()
    #expect(reading.chains.map(\.name) == ["Anna Berg"])
    #expect(reading.statements.isEmpty)
  }
}

struct ModelNameTests {
  @Test func `an office of an office is one name`() throws {
    let tagged = TaggedText(
      """
      The DET DT the 5 det
      Auditor PROPN NNP Auditor 3 compound
      General PROPN NNP General 5 nmod:poss
      's PART POS 's 3 case
      Office PROPN NNP Office 6 nsubj
      sued VERB VBD sue 0 root
      Velmar PROPN NNP Velmar 8 compound
      Records PROPN NNP Records 6 obj
      . PUNCT . . 6 punct
      """, names: [(1..<5, .agency), (6..<8, .organization)])
    #expect(
      try tagged.reading().statements == ["Auditor General's Office sued Velmar Records"])
  }

  @Test(arguments: [("43", EntityType.person), ("4300", .organization)])
  func `what is followed by an age is a person`(number: String, type: EntityType) throws {
    let tagged = TaggedText(
      """
      Zorbling PROPN NNP Zorbling 5 nsubj
      , PUNCT , , 3 punct
      \(number) NUM CD \(number) 1 appos
      , PUNCT , , 3 punct
      sued VERB VBD sue 0 root
      Velmar PROPN NNP Velmar 7 compound
      Records PROPN NNP Records 5 obj
      . PUNCT . . 5 punct
      """, names: [(0..<1, .organization), (5..<7, .organization)])
    #expect(try tagged.reading().chains.first?.type == type)
  }

  @Test func `a name that runs over the end of a sentence is left alone`() throws {
    // The model sees one sentence where the rules see two.
    let tagged = TaggedText(
      """
      Velmar PROPN NNP Velmar 2 compound
      Records PROPN NNP Records 3 nsubj
      sued VERB VBD sue 0 root
      Ostrava PROPN NNP Ostrava 3 obj
      . PUNCT . . 3 punct
      Media PROPN NNP Media 4 flat
      paid VERB VBD pay 3 conj
      Anna PROPN NNP Anna 7 obj
      Berg PROPN NNP Berg 8 flat
      . PUNCT . . 3 punct
      """, names: [(0..<2, .organization), (3..<6, .organization), (7..<9, .person)])
    let reading = try tagged.reading()
    let ends = reading.sentences.map(\.range)
    for mention in reading.mentions {
      #expect(ends.contains { $0.start <= mention.range.start && mention.range.end <= $0.end })
    }
  }
}
