import Foundation
import Testing

@testable import DragnetText

/// The shipped weights read as the training program does.
struct NeuralReaderTests {
  private struct Recorded: Decodable {
    let sentences: [Sentence]
    let document: Whole

    struct Whole: Decodable { let mentions: [[Int]] }

    struct Sentence: Decodable {
      let words, upos, xpos, lemmas, labels: [String]
      let heads: [Int]
      let mentions: [Mention]
      let names: [Name]
    }

    struct Mention: Decodable, Equatable {
      let start, end, chain: Int
      let type: String
      init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        start = try container.decode(Int.self)
        end = try container.decode(Int.self)
        type = try container.decode(String.self)
        chain = try container.decode(Int.self)
      }
      init(_ mention: Parse.Mention) {
        (start, end) = (mention.words.lowerBound, mention.words.upperBound - 1)
        (chain, type) = (mention.chain, mention.type.rawValue)
      }
    }

    struct Name: Decodable, Equatable {
      let start, end: Int
      let type: String
      init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        start = try container.decode(Int.self)
        end = try container.decode(Int.self)
        type = try container.decode(String.self)
      }
      init(_ name: Parse.Name) {
        let types: [Parse.NameType: String] = [
          .person: "PER", .organization: "ORG", .agency: "AGENCY", .place: "LOC", .other: "MISC",
          .time: "TIME", .number: "NUM", .money: "MONEY",
        ]
        (start, end) = (name.words.lowerBound, name.words.upperBound - 1)
        type = types[name.type] ?? ""
      }
    }
  }

  private func recorded() throws -> (reader: NeuralReader, recorded: Recorded) {
    (try ShippedWeights.reader.get(), try fixture("recorded", as: Recorded.self))
  }

  private func parse(_ sentences: [[String]], by reader: NeuralReader) -> Parse {
    var text = ""
    let ranges = sentences.map { words in
      words.map { word in
        let start = text.utf8.count
        text += word + " "
        return TextRange(start, start + word.utf8.count)
      }
    }
    let document = Document(id: DocumentID("recorded"), name: "recorded", text: text)
    return reader.parse(document, sentences: ranges)
  }

  /// A number that falls on the other side of a rounding may turn a near tie; two words in the ten
  /// sentences may differ, no more.
  @Test func `reads the recorded sentences as the reference does`() throws {
    let (reader, recorded) = try recorded()
    var differing: [String] = []
    var spans = 0
    for sentence in recorded.sentences {
      let parse = parse([sentence.words], by: reader)
      try #require(parse.words.count == sentence.words.count)
      for (i, word) in parse.words.enumerated() {
        let found = [
          word.upos, word.xpos, word.lemma, word.label, "\(word.head.map { $0 + 1 } ?? 0)",
        ]
        let expected = [
          sentence.upos[i], sentence.xpos[i], sentence.lemmas[i], sentence.labels[i],
          "\(sentence.heads[i])",
        ]
        if found != expected { differing.append("\(sentence.words[i]): \(found), not \(expected)") }
      }
      let mentions = parse.mentions.map(Recorded.Mention.init).sorted {
        ($0.start, $0.end) < ($1.start, $1.end)
      }
      if mentions != sentence.mentions { spans += 1 }
      if parse.names.map(Recorded.Name.init) != sentence.names { spans += 1 }
    }
    #expect(differing.count <= 2, "\(differing)")
    #expect(spans <= 1)
  }

  @Test func `puts mentions into the chains of the reference`() throws {
    let (reader, recorded) = try recorded()
    let parse = parse(recorded.sentences.map(\.words), by: reader)
    let found = parse.mentions.map { [$0.words.lowerBound, $0.words.upperBound - 1, $0.chain] }
    #expect(Set(found).symmetricDifference(recorded.document.mentions).count <= 2)
    for (number, chain) in parse.chains.enumerated() {
      #expect(chain == parse.mentions.indices.filter { parse.mentions[$0].chain == number })
    }
  }

  @Test func `every parse holds together`() throws {
    let (reader, _) = try recorded()
    let texts = [
      "", "\n \n", "a", "🙂", String(repeating: "word ", count: 300),
      String(repeating: "x", count: 3_000), String(repeating: "(", count: 100),
      "قال إن الرئيس سافر إلى القاهرة.", "He said. \u{0}\u{7} She said it. [CLS] [SEP] ##ing",
    ]
    for text in texts {
      let document = Document(id: DocumentID("odd"), name: "odd", text: text)
      let parse = reader.parse(document)
      #expect(parse == reader.parse(document))
      #expect(parse.sentences.flatMap { Array($0.words) } == Array(parse.words.indices))
      for sentence in parse.sentences {
        let heads = parse.words[sentence.words].map(\.head)
        #expect(heads.count { $0 == nil } == 1)
        #expect(heads.allSatisfy { $0.map(sentence.words.contains) ?? true })
      }
      for mention in parse.mentions { #expect(mention.words.contains(mention.head)) }
      #expect(Set(parse.chains.joined()) == Set(parse.mentions.indices))
    }
  }
}
