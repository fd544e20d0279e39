import Foundation
import TestSupport

@testable import DragnetText

/// A weights file made by hand: sections in, bytes out.
struct SyntheticWeights {
  struct Section {
    var name, kind: String
    var shape: [Int]
    var data: [UInt8]
  }

  var sections: [Section]
  /// Put in place of what the header says of a section.
  var changed: [String: (key: String, value: String)] = [:]
  var version: UInt32 = 1

  /// Three sections, one of each sort.
  static let small = SyntheticWeights(sections: [
    Section(name: "bias", kind: "f32", shape: [3], data: bytes([1.5, -2, 0.25])),
    Section(
      name: "matrix", kind: "rows7", shape: [2, 4],
      data: padded([1, 2, 3, 4, 0xFF, 0xC1, 0x3F, 0]) + bytes([0.5, 2])),
    Section(name: "text", kind: "lines", shape: [2], data: Array("one\ntwo".utf8)),
  ])

  /// The file.
  var data: Data {
    var body: [UInt8] = []
    var listed: [String] = []
    for section in sections {
      var facts = [
        "name": "\"\(section.name)\"", "kind": "\"\(section.kind)\"", "shape": "\(section.shape)",
        "offset": "\(body.count)", "bytes": "\(section.data.count)",
      ]
      if let change = changed[section.name] { facts[change.key] = change.value }
      listed.append(
        "{" + facts.sorted { $0.key < $1.key }.map { "\"\($0)\":\($1)" }.joined(separator: ",")
          + "}")
      body += SyntheticWeights.padded(section.data)
    }
    var header = Array(SyntheticWeights.header(sections: listed.joined(separator: ",")).utf8)
    header += repeatElement(UInt8(ascii: " "), count: (64 - (header.count + 16) % 64) % 64)
    let start = Array("DRAGNETW".utf8) + SyntheticWeights.bytes(version)
    return SyntheticWeights.signed(
      start + SyntheticWeights.bytes(UInt32(header.count)) + header + body)
  }

  private static func header(sections: String) -> String {
    """
    {"name":"small","sizes":{"width":32,"layers":1,"heads":1,"inner":32,"positions":8,"arc":16,\
    "label":16,"span":16},"tags":{"upos":["X"],"xpos":["XX"],"labels":["root","dep"]},\
    "mention_types":["person"],"name_types":["ORG","AGENCY"],"relation_labels":["leads"],\
    "mention_bias":0,"name_bias":0,\
    "coreference":{"pronouns":[["i"]],"male":[],"female":[],"stop":[],"roles":{},"steps":[1],\
    "fields":[1]},"sections":[\(sections)]}
    """
  }

  /// The bytes with their checksum, computed as the format says.
  static func signed(_ bytes: [UInt8]) -> Data {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for start in stride(from: 0, to: bytes.count, by: 8) {
      let word = bytes[start..<start + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      hash = (hash ^ word) &* 0x100_0000_01B3
    }
    return Data(bytes + (0..<8).map { UInt8(truncatingIfNeeded: hash >> (8 * $0)) })
  }

  static func bytes(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func bytes(_ numbers: [Float]) -> [UInt8] {
    numbers.flatMap { bytes($0.bitPattern) }
  }

  private static func padded(_ data: [UInt8]) -> [UInt8] {
    data + Array(repeating: 0, count: (64 - data.count % 64) % 64)
  }
}
