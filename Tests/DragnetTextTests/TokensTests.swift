import Foundation
import TestSupport
import Testing

@testable import DragnetText

@Suite struct TokensTests {
  private static let samples = [
    Token(range: TextRange(0, 3)),
    Token(
      range: TextRange(3, 9), upos: "NOUN", xpos: "NNS", lemma: "company", head: 2, label: "nsubj"),
    Token(range: TextRange(10, 14), upos: "VERB", xpos: "VBD", lemma: "fail", label: "root"),
    Token(range: TextRange(20, 20), upos: "", lemma: "", head: 0, label: ""),
  ]

  @Test func `gives back what was put in, texts that are absent and empty ones too`() {
    let tokens = Tokens(Self.samples)
    #expect(Array(tokens) == Self.samples)
    #expect(tokens.range(at: 2) == TextRange(10, 14))
  }

  @Test func `takes more tokens after it was closed`() {
    var tokens = Tokens(Self.samples)
    tokens.close()
    tokens.append(Self.samples[1])
    tokens[0] = Self.samples[2]
    #expect(tokens[4] == Self.samples[1] && tokens[0] == Self.samples[2])
  }

  @Test func `equals the same tokens put in otherwise`() {
    var other = Tokens(Self.samples.reversed())
    #expect(other != Tokens(Self.samples))
    for index in Self.samples.indices { other[index] = Self.samples[index] }
    #expect(other == Tokens(Self.samples))
  }

  @Test func `is written and read as an array of tokens`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let data = try encoder.encode(Tokens(Self.samples))
    #expect(try data == encoder.encode(Self.samples))
    #expect(try JSONDecoder().decode(Tokens.self, from: data) == Tokens(Self.samples))
  }

  @Test(arguments: [
    "[{\"range\":{\"start\":-1,\"end\":2}}]", "[{\"range\":{\"start\":0,\"end\":4294967296}}]",
    "[{\"range\":{\"start\":0,\"end\":2},\"head\":3000000000}]", "{}", "[3]",
  ])
  func `refuses places that no text has`(json: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Tokens.self, from: Data(json.utf8))
    }
  }

  @Test func `finds the tokens that start in a range`() {
    let tokens = Tokens([0, 3, 3, 7, 9].map { Token(range: TextRange($0, $0 + 2)) })
    #expect(tokens.indices(startingIn: TextRange(3, 9)) == 1..<4)
    #expect(tokens.indices(startingIn: TextRange(0, 0)) == 0..<0)
    #expect(tokens.indices(startingIn: TextRange(8, 30)) == 4..<5)
    #expect(tokens.indices(startingIn: TextRange(10, 30)) == 5..<5)
    #expect(Tokens().indices(startingIn: TextRange(0, 9)) == 0..<0)
  }

  @Test func `a million tokens take 24 MB`() {
    // Stride of an entry: the figure that docs/reader.md gives.
    #expect(Tokens.bytesPerToken == 24)
  }
}
