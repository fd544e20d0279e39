import Testing

@testable import DragnetText

/// Values that only the tree tells: heads, owners, places in an order, arrests by other verbs.
struct TreeValueTests {
  private func values(
    _ table: String, names: [(Range<Int>, Parse.NameType)], _ property: Quantity.Property
  ) throws -> [String] {
    let reading = try TaggedText(table, names: names).reading()
    return reading.quantities.filter { $0.property == property }.map { quantity in
      let whom = quantity.subject.map { reading.chains[reading.mentions[$0].chain].name }
      return [quantity.event, quantity.number.map { "\(Int($0))" }, quantity.unit, whom]
        .compactMap { $0 }.joined(separator: " ")
    }
  }

  @Test func `who heads a ring is told by the agent of a passive`() throws {
    let table = """
      The DET DT the 2 det
      gang NOUN NN gang 4 nsubj:pass
      was AUX VBD be 4 aux:pass
      headed VERB VBN head 0 root
      by ADP IN by 6 case
      Anna PROPN NNP Anna 4 obl:agent
      Berg PROPN NNP Berg 6 flat
      . PUNCT . . 4 punct
      """
    #expect(try values(table, names: [(5..<7, .person)], .holder) == ["ring Anna Berg"])
  }

  @Test func `the brain of a racket is whom the copula names`() throws {
    let table = """
      The DET DT the 2 det
      brain NOUN NN brain 7 nsubj
      of ADP IN of 5 case
      the DET DT the 5 det
      racket NOUN NN racket 2 nmod
      was AUX VBD be 7 cop
      Anna PROPN NNP Anna 0 root
      Berg PROPN NNP Berg 7 flat
      . PUNCT . . 7 punct
      """
    #expect(try values(table, names: [(6..<8, .person)], .holder) == ["ring Anna Berg"])
  }

  @Test func `the head of a police unit heads no ring`() throws {
    let table = """
      Anna PROPN NNP Anna 3 nsubj
      Berg PROPN NNP Berg 1 flat
      led VERB VBD lead 0 root
      a DET DT a 5 det
      group NOUN NN group 3 obj
      of ADP IN of 7 case
      detectives NOUN NNS detective 5 nmod
      . PUNCT . . 3 punct
      """
    #expect(try values(table, names: [(0..<2, .person)], .holder).isEmpty)
  }

  @Test func `one arrested on suspicion of ordering a murder is who ordered it`() throws {
    let table = """
      Police NOUN NN police 2 nsubj
      arrested VERB VBD arrest 0 root
      Anna PROPN NNP Anna 2 obj
      Berg PROPN NNP Berg 3 flat
      on ADP IN on 6 case
      suspicion NOUN NN suspicion 2 obl
      of SCONJ IN of 8 mark
      ordering VERB VBG order 6 acl
      the DET DT the 10 det
      murder NOUN NN murder 8 obj
      . PUNCT . . 2 punct
      """
    #expect(try values(table, names: [(2..<4, .person)], .holder) == ["killing Anna Berg"])
  }

  @Test func `a place in an order belongs to what it stands beside`() throws {
    let table = """
      Ostrava PROPN NNP Ostrava 2 compound
      Bank PROPN NNP Bank 8 nsubj
      , PUNCT , , 6 punct
      the DET DT the 6 det
      third-largest ADJ JJS third-largest 6 amod
      lender NOUN NN lender 2 appos
      , PUNCT , , 2 punct
      closed VERB VBD close 0 root
      . PUNCT . . 8 punct
      """
    #expect(
      try values(table, names: [(0..<2, .organization)], .rank) == ["3 largest lender Ostrava Bank"]
    )
  }

  @Test func `a share of a body is owned by who holds it`() throws {
    let tagged = TaggedText(
      """
      Anna PROPN NNP Anna 3 nsubj
      Berg PROPN NNP Berg 1 flat
      owns VERB VBZ own 0 root
      80 NUM CD 80 5 nummod
      percent NOUN NN percent 3 obj
      of ADP IN of 8 case
      Ostrava PROPN NNP Ostrava 8 compound
      Media PROPN NNP Media 5 nmod
      . PUNCT . . 3 punct
      """, names: [(0..<2, .person), (6..<8, .organization)])
    #expect(try tagged.reading().statements.contains("Anna Berg owns Ostrava Media"))
  }

  @Test func `what belongs to someone is owned`() throws {
    let tagged = TaggedText(
      """
      Ostrava PROPN NNP Ostrava 2 compound
      Media PROPN NNP Media 3 nsubj
      belongs VERB VBZ belong 0 root
      to ADP IN to 6 case
      her PRON PRP$ her 6 nmod:poss
      brother NOUN NN brother 3 obl
      , PUNCT , , 8 punct
      Anna PROPN NNP Anna 6 appos
      Berg PROPN NNP Berg 8 flat
      . PUNCT . . 3 punct
      """, names: [(0..<2, .organization), (7..<9, .person)])
    #expect(try tagged.reading().statements.contains("Anna Berg owns Ostrava Media"))
  }

  @Test func `things are counted where no phrase of the patterns holds them`() throws {
    let table = """
      During ADP IN during 3 case
      the DET DT the 3 det
      searches NOUN NNS search 9 obl
      14 NUM CD 14 5 nummod
      laptops NOUN NNS laptop 9 nsubj:pass
      and CCONJ CC and 7 cc
      cash NOUN NN cash 5 conj
      were AUX VBD be 9 aux:pass
      seized VERB VBN seize 0 root
      . PUNCT . . 9 punct
      """
    #expect(try values(table, names: [], .count) == ["seized 14 laptop"])
  }

  private func grabbed(by noun: String) throws -> Reading {
    try TaggedText(
      """
      Anna PROPN NNP Anna 4 nsubj:pass
      Berg PROPN NNP Berg 1 flat
      was AUX VBD be 4 aux:pass
      grabbed VERB VBN grab 0 root
      in ADP IN in 6 case
      Lund PROPN NNP Lund 4 obl
      by ADP IN by 8 case
      \(noun) NOUN NNS x 4 obl:agent
      . PUNCT . . 4 punct
      """, names: [(0..<2, .person), (5..<6, .place)]
    ).reading()
  }

  @Test func `who is grabbed by detectives is arrested, by children is not`() throws {
    let places = { (reading: Reading) in
      reading.quantities.filter { $0.property == .place }.map { $0.event ?? "" }
    }
    #expect(try places(grabbed(by: "detectives")) == ["arrested"])
    #expect(try places(grabbed(by: "children")) != ["arrested"])
  }

  @Test func `none has been charged is a state of nobody`() throws {
    let table = """
      None PRON NN none 4 nsubj:pass
      has AUX VBZ have 4 aux
      been AUX VBN be 4 aux:pass
      charged VERB VBN charge 0 root
      . PUNCT . . 4 punct
      """
    #expect(try values(table, names: [], .state) == ["charged nobody"])
  }

  @Test func `a bare number of those who march or are trapped counts people`() throws {
    let table = """
      8,000 NUM CD 8,000 2 nsubj
      marched VERB VBD march 0 root
      . PUNCT . . 2 punct

      It PRON PRP it 2 nsubj
      fell VERB VBD fall 0 root
      , PUNCT , , 4 punct
      trapping VERB VBG trap 2 advcl
      38 NUM CD 38 4 obj
      . PUNCT . . 2 punct
      """
    let counts = try values(table, names: [], .count)
    #expect(counts.contains("march 8000 person"))
    #expect(counts.contains { $0.hasSuffix("38 person") })
  }

  @Test func `an adjective of country is said of whom its noun stands beside`() throws {
    let table = """
      The DET DT the 3 det
      Danish ADJ JJ danish 3 amod
      striker NOUN NN striker 7 nsubj
      , PUNCT , , 5 punct
      Anna PROPN NNP Anna 3 appos
      Berg PROPN NNP Berg 5 flat
      left VERB VBD leave 0 root
      . PUNCT . . 7 punct
      """
    #expect(
      try values(table, names: [(4..<6, .person)], .description) == ["nationality Anna Berg"])
  }
}
