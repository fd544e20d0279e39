import Foundation
import Testing

@testable import Dragnet

@Suite struct PiecewiseJSONTests {
  private struct Part: Encodable {
    let name: String
    let empty: [Int]
    let lines: [String]
  }

  private struct Whole: Encodable {
    let few: [Part]
    let many: [Part]
    let none: [Part]
  }

  @Test(
    arguments: [
      [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes], [.sortedKeys],
    ] as [JSONEncoder.OutputFormatting], [0, 1, 1024, 1025, 2048, 3000])
  func `gives the bytes that the encoder gives for the whole`(
    formatting: JSONEncoder.OutputFormatting, count: Int
  ) throws {
    let parts = (0..<count).map {
      Part(name: "a/\"\($0)\"\n]", empty: [], lines: ["\n", "}"])
    }
    let whole = Whole(few: Array(parts.prefix(2)), many: parts, none: [])
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting
    var pieces = PiecewiseJSON(encoder)
    try pieces.add("few", whole.few)
    try pieces.add("many", list: whole.many)
    try pieces.add("none", list: whole.none)
    #expect(pieces.finished() == (try encoder.encode(whole)))
  }
}
