import DragnetText
import Foundation
import TestSupport
import Testing

@testable import Dragnet

@Suite struct InvestigationTests {
  private func entity(_ name: String, in network: Network) throws -> Entity {
    try #require(network.entities.first { $0.name == name || $0.aliases.contains(name) })
  }

  @Test func `joins one body under three names`() throws {
    let network = Investigation.makeNetwork(from: HarborCase.readings)
    let police = network.entities.filter { $0.type == .agency }
    #expect(police.count == 1)
    #expect(Set(police.flatMap(\.mentions).map(\.document)).count == 3)
  }

  @Test func `joins a full name, an initial and a last name`() throws {
    let network = Investigation.makeNetwork(from: HarborCase.readings)
    let moen = try entity("Ivar Moen", in: network)
    #expect(moen.name == "Ivar Moen")
    #expect(moen.aliases == ["I. Moen", "Ivar", "Moen", "Mr Moen"])
    #expect(
      network.entities.filter { $0.type == .person }.map(\.name) == ["Ivar Moen", "Kari Lie"])
  }

  @Test func `joins people of one origin and event whose numbers differ`() throws {
    let groups = Investigation.makeNetwork(from: HarborCase.readings).entities
      .filter { $0.type == .group }
    #expect(groups.count == 1)
  }

  @Test func `counts origins instead of articles`() throws {
    let network = Investigation.makeNetwork(from: HarborCase.readings)
    #expect(network.documents.map(\.origin) == ["Daily", "Herald", "Daily"])
    let arrest = try #require(network.relations.first { $0.type == "arrested" })
    #expect(arrest.evidence.count == 3)
    #expect(arrest.origins == 2)
    #expect(arrest.originIDs == ["Daily", "Herald"])
    // The surest of each origin: 1 − (1 − 0.8) · (1 − 0.5).
    #expect(arrest.confidence == 0.9)
  }

  @Test func `every quoted range holds the quoted bytes`() throws {
    let network = Investigation.makeNetwork(from: HarborCase.readings)
    let texts = Dictionary(uniqueKeysWithValues: network.documents.map { ($0.id, $0.text) })
    func bytes(_ document: DocumentID, _ start: Int, _ end: Int) -> String? {
      texts[document].map { String(decoding: Array($0.utf8)[start..<end], as: UTF8.self) }
    }
    var checked = 0
    for mention in network.entities.flatMap(\.mentions) {
      #expect(bytes(mention.document, mention.start, mention.end) == mention.text)
      checked += 1
    }
    let evidence =
      network.relations.flatMap(\.evidence)
      + network.conflicts.flatMap { $0.values.flatMap(\.evidence) }
    for one in evidence {
      #expect(bytes(one.document, one.start, one.end) == one.sentence)
      checked += 1
    }
    #expect(checked > 20)
  }

  @Test(arguments: UInt64(0)..<8)
  func `gives the same bytes for any order of readings`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let expected = try Investigation.makeNetwork(from: HarborCase.readings).jsonData()
    let shuffled = (HarborCase.readings + [HarborCase.herald]).shuffled(using: &random)
    #expect(try Investigation.makeNetwork(from: shuffled).jsonData() == expected)
  }

  @Test func `makes an empty network of nothing`() throws {
    let network = Investigation.makeNetwork(from: [])
    #expect(network.entities.isEmpty && network.relations.isEmpty && network.conflicts.isEmpty)
  }

  @Test(arguments: [1, 2, 7])
  func `reads in the order of the documents on any number of threads`(threads: Int) throws {
    let documents = (0..<40).map {
      Document(id: DocumentID("d\($0)"), name: "\($0).txt", text: $0 % 10 == 3 ? "" : "text \($0)")
    }
    let result = Investigation(reader: RefusesEmpty(), threads: threads).read(documents)
    #expect(result.readings.map(\.document) == documents.filter { !$0.text.isEmpty })
    #expect(result.failures.map(\.name) == ["3.txt", "13.txt", "23.txt", "33.txt"])
  }
}

private struct RefusesEmpty: Reader {
  func read(_ document: Document) throws(ReadingError) -> Reading {
    guard !document.text.isEmpty else {
      throw .missingResource(name: document.name, reason: "it is empty")
    }
    return Reading(document: document)
  }

  @Test func `of two readings of one document the same one counts in any order`() throws {
    let first = HarborCase.daily
    var second = first
    second.findings.removeLast()
    let network = Investigation.makeNetwork(from: [first, second, HarborCase.wire])
    for readings in [
      [second, first, HarborCase.wire], [HarborCase.wire, second, first, second],
    ] {
      #expect(try Investigation.makeNetwork(from: readings).jsonData() == network.jsonData())
    }
    #expect(network.documents.count == 2)
  }
}
