import DragnetText
import TestSupport
import Testing

@testable import Dragnet

struct NearDuplicatesTests {
  /// A text of invented words that differs for each seed.
  private func story(seed: UInt64, words: Int = 300) -> [String] {
    var generator = SeededGenerator(seed: seed)
    return (0..<words).map { _ in "w" + String(generator.next() % 3_000) }
  }

  private func document(_ name: String, _ words: [String], foot: String = "") -> Document {
    let text = words.joined(separator: " ") + "." + foot
    return Document(
      id: DocumentID("d" + name), name: name, text: text, furniture: PageFurniture(of: text).ranges)
  }

  @Test func `groups copies, excerpts and reprints, and nothing else`() {
    let wire = story(seed: 1)
    var edited = wire
    for index in stride(from: 5, to: wire.count, by: 30) { edited[index] = "changed" }
    let documents = [
      document("wire", wire),
      document("copy", wire, foot: "\n\n© 2024 The Ledger. All rights reserved."),
      document("longer", story(seed: 2, words: 60) + wire + story(seed: 3, words: 200)),
      document("edited", edited), document("shorter", Array(wire.prefix(120))),
      document("other", story(seed: 4)),
      document("quotes it", story(seed: 5, words: 280) + wire.prefix(40)),
    ]
    let groups = NearDuplicates().groups(of: documents)
    #expect(
      groups.map { $0.map(\.rawValue) } == [["dcopy", "dedited", "dlonger", "dshorter", "dwire"]])
  }

  @Test func `compares short texts as wholes`() {
    let documents = [
      document("a", ["Council", "met"]), document("b", ["council", "met"]),
      document("c", ["Council", "voted"]),
    ]
    #expect(NearDuplicates().groups(of: documents).map { $0.map(\.rawValue) } == [["da", "db"]])
  }

  @Test(
    arguments: [
      (["Совет", "собрался"], ["Суд", "собрался"]), (["议会", "开会"], ["法院", "开会"]),
      (["état", "âge"], ["étal", "âge"]),
    ] as [([String], [String])])
  func `texts of letters beyond ASCII have words`(one: [String], other: [String]) {
    let documents = [document("a", one), document("b", one), document("c", other)]
    #expect(NearDuplicates().groups(of: documents).map { $0.map(\.rawValue) } == [["da", "db"]])
  }

  @Test func `a Chinese text with a few characters changed is the same text`() {
    var generator = SeededGenerator(seed: 7)
    let characters = (0..<200).compactMap { _ in
      Unicode.Scalar(0x4E00 + UInt32(generator.next() % 3_000)).map { String($0) }
    }
    var edited = characters
    for index in stride(from: 9, to: edited.count, by: 50) { edited[index] = "、" }
    let documents = [
      document("a", [characters.joined()]), document("b", [edited.joined()]),
    ]
    #expect(NearDuplicates().groups(of: documents).count == 1)
  }

  @Test func `leaves texts that only share their page apart`() {
    let menu = "\n\nAdvertisement\n\nShare this article\n\n© 2024 The Ledger. All rights reserved."
    let documents = (0..<20).map {
      document("\($0)", story(seed: UInt64($0), words: 20), foot: menu)
    }
    #expect(NearDuplicates().groups(of: documents).isEmpty)
  }

  @Test(arguments: UInt64(0)..<5)
  func `does not depend on the order`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let documents = (0..<40).map { number in
      document(
        "\(number)", story(seed: UInt64(number % 9)) + story(seed: UInt64(number + 100), words: 30))
    }
    let groups = NearDuplicates().groups(of: documents)
    #expect(groups.count == 9)
    #expect(NearDuplicates().groups(of: documents.shuffled(using: &generator)) == groups)
  }

  @Test func `groups thousands of copies without comparing each with each`() {
    let wire = story(seed: 1, words: 100)
    let documents = (0..<3_000).map { number in
      document("\(number)", wire + story(seed: UInt64(number), words: 10))
    }
    let clock = ContinuousClock()
    var groups: [[DocumentID]] = []
    let time = clock.measure { groups = NearDuplicates().groups(of: documents) }
    #expect(groups.map(\.count) == [3_000])
    #expect(time < .seconds(30))
  }
}
