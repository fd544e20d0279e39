import Testing

@testable import DragnetText

@Suite struct WordPiecesTests {
  private struct Recorded: Decodable {
    var vocabulary: [Entry]
    var words: [Case]
    var sentences: [Sentence]

    struct Entry: Decodable {
      let id: Int32
      let piece: String
      init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        id = try container.decode(Int32.self)
        piece = try container.decode(String.self)
      }
    }

    struct Case: Decodable {
      let word: String
      let pieces: [Int32]
      let shape: Int
      init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        word = try container.decode(String.self)
        pieces = try container.decode([Int32].self)
        shape = try container.decode(Int.self)
      }
    }

    struct Sentence: Decodable {
      let words: [String]
      let rows: [Int32]
      init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        words = try container.decode([String].self)
        rows = try container.decode([Int32].self)
      }
    }
  }

  /// The recorded part of the vocabulary, every piece on the line of its number.
  private func table(_ recorded: Recorded) -> WordPieces {
    var lines = [String](
      repeating: "", count: Int(recorded.vocabulary.map(\.id).max() ?? 0) + 1)
    for entry in recorded.vocabulary { lines[Int(entry.id)] = entry.piece }
    return WordPieces(vocabulary: lines.joined(separator: "\n").utf8)
  }

  @Test func `cuts words as the reference does`() throws {
    let recorded = try fixture("pieces", as: Recorded.self)
    let pieces = table(recorded)
    #expect(recorded.words.count > 250)
    for one in recorded.words {
      #expect(pieces.pieces(of: one.word) == one.pieces, "\(one.word.debugDescription)")
    }
  }

  @Test func `tells the shape of words as the reference does`() throws {
    for one in try fixture("pieces", as: Recorded.self).words {
      #expect(WordShape(one.word).rawValue == one.shape, "\(one.word.debugDescription)")
    }
  }

  @Test func `tells how a sentence is written as the reference does`() throws {
    for one in try fixture("pieces", as: Recorded.self).sentences {
      #expect(WordShape.rows(one.words, one.words.map { WordShape($0) }) == one.rows)
    }
  }

  @Test func `finds the longest piece`() {
    let pieces = WordPieces(vocabulary: "[UNK]\na\nab\nabc\n##d\n##de\n##x".utf8)
    #expect(pieces.pieces(of: "abcde") == [3, 5])
    #expect(pieces.pieces(of: "abxd") == [2, 6, 4])
    #expect(pieces.pieces(of: "aZ") == [WordPieces.unknown])
    #expect(pieces.pieces(of: "") == [WordPieces.unknown])
  }

  @Test func `keeps twelve pieces of a word`() {
    let pieces = WordPieces(vocabulary: "a\n##a".utf8)
    #expect(pieces.pieces(of: "aaaaaaaaaaaaaaaaaaaa") == [0] + Array(repeating: 1, count: 11))
  }

  @Test func `takes the name of a mark in a text for letters`() {
    let pieces = WordPieces(vocabulary: "[CLS]\n[\n]\ncls".utf8)
    #expect(pieces.pieces(of: "[CLS]") == [1, 3, 2])
  }
}
