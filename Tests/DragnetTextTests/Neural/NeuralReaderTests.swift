import Foundation
import Testing

@testable import DragnetText

/// The folder with `english.weights` and its recordings: `DRAGNET_WEIGHTS`, or the installed one.
private let weightsFolder: URL? = {
  let named = ProcessInfo.processInfo.environment["DRAGNET_WEIGHTS"].map {
    URL(fileURLWithPath: $0)
  }
  guard let folder = named ?? (try? ResourceFile.folder()) else { return nil }
  let files = ["english.weights", "recorded.json"].map { folder.appendingPathComponent($0).path }
  return files.allSatisfy(FileManager.default.fileExists) ? folder : nil
}()

@Suite(.enabled(if: weightsFolder != nil, "the weights are not at hand"))
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
    let folder = try #require(weightsFolder)
    let data = try Data(contentsOf: folder.appendingPathComponent("recorded.json"))
    return (
      try NeuralReader(weights: folder.appendingPathComponent("english.weights")),
      try JSONDecoder().decode(Recorded.self, from: data)
    )
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

  @Test func `reads the recorded sentences as the reference does`() throws {
    let (reader, recorded) = try recorded()
    for sentence in recorded.sentences {
      let parse = parse([sentence.words], by: reader)
      #expect(parse.words.map(\.upos) == sentence.upos)
      #expect(parse.words.map(\.xpos) == sentence.xpos)
      #expect(parse.words.map(\.lemma) == sentence.lemmas)
      #expect(parse.words.map { $0.head.map { $0 + 1 } ?? 0 } == sentence.heads)
      #expect(parse.words.map(\.label) == sentence.labels)
      #expect(
        parse.mentions.map(Recorded.Mention.init).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
          == sentence.mentions)
      #expect(parse.names.map(Recorded.Name.init) == sentence.names)
    }
  }

  @Test func `puts mentions into the chains of the reference`() throws {
    let (reader, recorded) = try recorded()
    let parse = parse(recorded.sentences.map(\.words), by: reader)
    let found = parse.mentions.map { [$0.words.lowerBound, $0.words.upperBound - 1, $0.chain] }
    #expect(Set(found) == Set(recorded.document.mentions))
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
