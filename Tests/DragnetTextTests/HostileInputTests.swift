import DragnetText
import Foundation
import TestSupport
import Testing

@Suite(.serialized) struct HostileInputTests {
  static let fragments: [(String, String)] = [
    ("no space", "a"), ("line ends", "\n"), ("brackets", "("), ("digits", "7"), ("quotes", "“"),
    ("single quotes", "'"), ("commas", ", "), ("dots", ". "), ("capitals", "Ab "),
    ("police", "police "), ("victims", "the 4 victims said "), ("they", "They said. "),
    ("chain of of", "Ministry of "), ("names", "Ana Sousa met Jan Lund. "), ("money", "$5 ("),
    ("right to left", "שלום عالم "), ("hyphens", "a-"), ("possessives", "Oslo's "),
    ("numbers", "million "), ("gangs", "a gang, X, "), ("dates", "May 5, "), ("markup", "<b>&amp;"),
    ("scripts", "Москва 北京市 שלום नमस्ते กรุงเทพ 👩‍👩‍👧 "), ("accents", "e\u{301}\u{301}"),
    ("joiners", "\u{200D}\u{202E}"), ("nested", "([“"),
    ("one clause", "and police arrested Ana Sousa "),
  ]

  @Test(arguments: fragments)
  func `reads a hostile text and keeps every range in it`(name: String, fragment: String) throws {
    let text = String(repeating: fragment, count: 400)
    let reading = try reading(of: text, published: "2023-10-10")
    let whole = TextRange(0, text.utf8.count)
    #expect(reading.tokens.allSatisfy { whole.contains($0.range) && !$0.range.isEmpty })
    #expect(reading.mentions.allSatisfy { whole.contains($0.range) && !$0.range.isEmpty })
    #expect(reading.sentences.allSatisfy { whole.contains($0.range) })
    #expect(reading.quantities.allSatisfy { whole.contains($0.range) })
    #expect(reading.findings.allSatisfy { reading.mentions.indices.contains($0.from) })
  }

  /// Seconds to read a text, the best of three.
  private func seconds(_ text: String) throws -> Double {
    let clock = ContinuousClock()
    let reader = try LexiconReader()
    let document = Document(id: DocumentID("h"), name: "h.txt", text: text)
    let times = try (0..<3).map { _ in try clock.measure { _ = try reader.read(document) } }
    let time = times.min() ?? .zero
    return Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)
  }

  @Test(arguments: fragments)
  func `time grows no faster than the text`(name: String, fragment: String) throws {
    let small = try seconds(String(repeating: fragment, count: 120))
    let large = try seconds(String(repeating: fragment, count: 960))
    // Eight times the text; a quadratic step would take 64 times as long.
    #expect(large < 30 * small + 0.25, "\(name): \(small) s, then \(large) s")
  }

  /// A sentence many times over, each time with other letters for `%`.
  private func repeated(_ sentence: String, _ count: Int) -> String {
    guard sentence.contains("%") else { return String(repeating: sentence, count: count) }
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    return (0..<count).map { number in
      let tail = [number % 26, number / 26 % 26, number / 676 % 26].map { letters[$0] }
      return sentence.replacing("%", with: String(tail))
    }.joined()
  }

  @Test(
    arguments: [
      ("", "The victims fled. ", 20_000), ("", "A gang fled. ", 20_000), ("", "? ? ? ", 20_000),
      // Names that differ in the middle: all of them fit the first one.
      ("John Smith fled. ", "John Q% Smith fled. ", 8_000),
      // Ever new people, and pronouns that join them: chains once were copied for every join.
      ("", "Anna B% fled. She met Carl D% there. ", 10_000),
    ])
  func `a long run of one sentence costs no more for each`(
    opening: String, sentence: String, count: Int
  ) throws {
    let reader = try LexiconReader()
    func seconds(_ count: Int) throws -> Double {
      let document = Document(
        id: DocumentID("h"), name: "h.txt", text: opening + repeated(sentence, count))
      let time = try ContinuousClock().measure { _ = try reader.read(document) }
      return Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)
    }
    let small = try seconds(count / 8)
    let large = try seconds(count)
    // Eight times the text; a quadratic step would take 64 times as long.
    #expect(large < 20 * small + 0.25, "\(sentence): \(small) s, then \(large) s")
  }

  @Test func `a run of spaced marks is cut into sentences of bounded length`() throws {
    let reading = try reading(of: String(repeating: "? ", count: 2_000))
    #expect(reading.sentences.count > 5)
    #expect(reading.sentences.allSatisfy { $0.range.count <= 700 })
  }

  @Test(arguments: UInt64(0)..<30)
  func `reads random bytes`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let bytes = (0..<600).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let text = String(decoding: bytes, as: UTF8.self)
    let reading = try reading(of: text)
    #expect(reading.tokens.allSatisfy { $0.range.end <= text.utf8.count })
  }

  @Test func `an empty text gives an empty reading`() throws {
    let reading = try reading(of: "")
    #expect(reading == Reading(document: reading.document))
  }

  @Test func `the same text gives the same reading`() throws {
    let text =
      "Kenyan police arrested six Chadians in Oslo. The gang paid $5. Ana Sousa, 54, met them."
    #expect(try reading(of: text) == reading(of: text))
  }
}
