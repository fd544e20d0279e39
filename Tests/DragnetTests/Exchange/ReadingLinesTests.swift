import DragnetText
import Foundation
import Testing

@testable import Dragnet

@Suite struct ReadingLinesTests {
  @Test func `what is written is read back equal, whatever the order`() throws {
    let readings = HarborCase.readings
    let lines = try readings.reversed().map(ReadingLines.line).reduce(Data(), +)
    let result = ReadingLines.readings(in: lines, file: "r.jsonl")
    #expect(result.readings == Array(readings.reversed()))
    #expect(result.failures.isEmpty)
  }

  @Test func `what is known of a token is kept, and absent where nothing is`() throws {
    var reading = HarborCase.wire
    let plain = String(decoding: try ReadingLines.line(reading), as: UTF8.self)
    #expect(!plain.contains("\"upos\"") && !plain.contains("\"head\""))
    reading.tokens = [
      Token(
        range: TextRange(0, 2), upos: "PRON", xpos: "PRP", lemma: "we", head: 1, label: "nsubj"),
      Token(range: TextRange(3, 6), upos: "VERB", xpos: "VBD", lemma: "go", label: "root"),
    ]
    reading = Reading(document: reading.document, tokens: reading.tokens)
    let line = try ReadingLines.line(reading)
    #expect(
      ReadingLines.readings(in: line, file: "r.jsonl").readings.first?.tokens == reading.tokens)
    reading.tokens[0].head = 2
    let bad = ReadingLines.readings(in: try ReadingLines.line(reading), file: "r.jsonl")
    #expect(bad.failures.map(\.reason) == ["tokens[0].head names a token that is not there"])
  }

  @Test func `a line is what the encoder makes of the whole reading`() throws {
    var reading = HarborCase.wire
    reading.tokens = Tokens(
      (0..<1_300).map { Token(range: TextRange($0, $0 + 1), lemma: "“\($0)/\u{1}\"", head: 0) })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for reading in [reading, Reading(document: reading.document)] {
      #expect(try ReadingLines.line(reading) == encoder.encode(reading) + Data([0x0A]))
    }
  }

  @Test func `a parse is written as the encoder writes it, with its document`() throws {
    struct Line: Encodable {
      let document: Document
      let parse: Parse
    }
    let document = Document(id: DocumentID("d"), name: "d.txt", text: "He left. He did.")
    var parse = Parse(
      document: document.id, language: .english,
      words: (0..<700).map {
        Parse.Word(
          range: TextRange($0, $0 + 2), upos: "PRON", xpos: "PRP", lemma: "he", head: $0 + 1,
          label: "nsubj", shape: .capitalized)
      }, sentences: [Parse.Sentence(range: TextRange(0, 8), words: 0..<3)],
      mentions: [
        Parse.Mention(
          range: TextRange(0, 2), words: 0..<1, head: 0, type: .person, kind: .pronoun,
          probability: 0.9371, chain: 0)
      ], names: [Parse.Name(range: TextRange(0, 2), words: 0..<1, type: .time, probability: 1)],
      chains: [[0]])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for language in [Language.english, nil] {
      parse.language = language
      var line = Data()
      try ParseLines.write(document, parse) { line += $0 }
      #expect(
        try line == encoder.encode(Line(document: document, parse: parse)) + Data([0x0A]))
      #expect(try JSONDecoder().decode(Parse.self, from: encoder.encode(parse)) == parse)
    }
  }

  @Test func `a bad line is reported by its number and costs the others nothing`() throws {
    let good = try ReadingLines.line(HarborCase.wire)
    let bad = Data("{\"document\":3}\n\nnot json\n".utf8)
    let result = ReadingLines.readings(in: bad + good, file: "r.jsonl")
    #expect(result.readings == [HarborCase.wire])
    #expect(result.failures.map(\.line) == [1, 3])
    #expect(result.failures[1].description == "r.jsonl:3: not a reading in JSON")
  }

  @Test func `a reading whose ranges or references lie outside is refused`() throws {
    var outside = HarborCase.wire
    outside.mentions[0].range = TextRange(0, 100_000)
    var dangling = HarborCase.wire
    dangling.findings[0].to = 99
    var strange = HarborCase.wire
    strange.chains[0].mentions = [1]
    let lines = try [outside, dangling, strange].map(ReadingLines.line).reduce(Data(), +)
    let result = ReadingLines.readings(in: lines, file: "r.jsonl")
    #expect(
      result.failures.map(\.reason) == [
        "mentions[0] lies outside the text", "findings[0] names what is not there",
        "chains[0].mentions names mentions that are not its own",
      ])
  }
}
