import DragnetText
import Foundation
import Testing

@testable import Dragnet

@Suite struct NetworkJSONTests {
  private var network: Network { Investigation.makeNetwork(from: HarborCase.readings) }

  private func load(replacing old: String, with new: String) throws -> Network {
    let text = String(decoding: try network.jsonData(), as: UTF8.self)
    try #require(text.contains(old))
    return try Network(jsonData: Data(text.replacing(old, with: new).utf8), file: "n.json")
  }

  @Test func `what is written is read back equal`() throws {
    let data = try network.jsonData()
    #expect(try Network(jsonData: data, file: "n.json") == network)
    #expect(data.last == 0x0a)
  }

  @Test func `absent values are left out, confidences have two decimals`() throws {
    let text = String(decoding: try network.jsonData(), as: UTF8.self)
    #expect(!text.contains("null"))
    #expect(!text.contains("\\/"))
    #expect(text.contains("\"confidence\" : 0.9,"))
    #expect(text.contains("\"origin_ids\" : ["))
  }

  @Test func `names the file and the key that is wrong`() {
    #expect(
      throws: NetworkFileError.malformed(file: "n.json", key: "", reason: "not a network in JSON")
    ) {
      try Network(jsonData: Data("{".utf8), file: "n.json")
    }
    #expect(
      throws: NetworkFileError.malformed(
        file: "n.json", key: "", reason: "the key \"dragnet\" is missing")
    ) {
      try Network(jsonData: Data("{}".utf8), file: "n.json")
    }
  }

  @Test func `refuses a damaged range, an unknown id and a later schema`() throws {
    func message(_ old: String, _ new: String) -> String {
      do {
        _ = try load(replacing: old, with: new)
        return "no error"
      } catch { return "\(error)" }
    }
    #expect(
      message("\"start\" : 0", "\"start\" : 1").hasPrefix("n.json: entities["))
    #expect(message("\"end\" : 22,", "\"end\" : 99999,").contains("outside the text"))
    #expect(message("\"from\" : \"e", "\"from\" : \"x").contains("no entity has the id x"))
    #expect(message("\"schema\" : 1", "\"schema\" : 9").contains("schema 9"))
    #expect(message("\"type\" : \"person\"", "\"type\" : \"alien\"").contains("entities["))
  }

  @Test func `a missing file is named`() {
    #expect {
      try Network(contentsOf: URL(fileURLWithPath: "/nowhere/network.json"))
    } throws: { "\($0)".hasPrefix("/nowhere/network.json: ") }
  }
}
