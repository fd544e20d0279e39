import Testing

@testable import DragnetText

@Suite struct ReferentTests {
  private struct Recorded: Decodable {
    let words: CoreferenceWords
    let documents: [Document]

    struct Document: Decodable {
      let sentences: [Sentence]
      let spans: [[Int]]
      let later: [Int32]
      let earlier: [Int32]
      let rows: [Int32]
      let digest: String
      let chains: [Int]
    }

    struct Sentence: Decodable {
      let words: [String]
      let upos: [String]
      let xpos: [String]
      let heads: [Int]
      let labels: [String]
      let mentions: [Mention]
    }

    struct Mention: Decodable {
      let start: Int
      let end: Int
      let type: String
      init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        start = try container.decode(Int.self)
        end = try container.decode(Int.self)
        type = try container.decode(String.self)
      }
    }
  }

  private func referents(_ document: Recorded.Document, _ tables: CoreferenceTables) -> [Referent] {
    var maker = ReferentMaker(tables: tables)
    return document.sentences.flatMap { sentence in
      maker.referents(
        ReferringSentence(
          words: sentence.words, upos: sentence.upos, xpos: sentence.xpos, heads: sentence.heads,
          labels: sentence.labels, mentions: sentence.mentions.map { ($0.start, $0.end, $0.type) }))
    }.sorted(by: ReferentMaker.isBefore)
  }

  private func digest(_ numbers: [Int32]) -> String {
    var h: UInt64 = 0xCBF2_9CE4_8422_2325
    for x in numbers { h = (h ^ UInt64(x)) &* 0x100_0000_01B3 }
    return String(h)
  }

  @Test func `finds the pairs of the reference and what is known of them`() throws {
    let recorded = try fixture("coreference", as: Recorded.self)
    let tables = CoreferenceTables(recorded.words)
    for document in recorded.documents {
      let found = referents(document, tables)
      #expect(found.map { [$0.start, $0.end, $0.head] } == document.spans)
      var pairs = ReferentPairs(found, tables: tables)
      let block = pairs.block(0..<found.count)
      if !document.later.isEmpty {
        #expect(block.later == document.later)
        #expect(block.earlier == document.earlier)
        for pair in 0..<(document.rows.count / 10) {
          let range = (10 * pair)..<(10 * pair + 10)
          #expect(block.rows[range] == document.rows[range], "pair \(pair)")
        }
      }
      #expect(digest(block.later + block.earlier + block.rows) == document.digest)
    }
  }

  @Test func `joins mentions as the reference does`() throws {
    let recorded = try fixture("coreference", as: Recorded.self)
    let tables = CoreferenceTables(recorded.words)
    for document in recorded.documents {
      let found = referents(document, tables)
      var pairs = ReferentPairs(found, tables: tables)
      var chains = ReferentChains()
      let none = found.indices.map { Float($0 * 5 % 13 + 6) / 4 }
      var number = 0
      for start in stride(from: 0, to: found.count, by: 40) {
        let block = pairs.block(start..<min(found.count, start + 40))
        let scores = block.later.indices.map { Float((number + $0) * 17 % 41 - 20) / 4 }
        number += block.later.count
        chains.add(block, scores: scores, none: none)
      }
      #expect(chains.numbers(count: found.count) == document.chains)
    }
  }
}
