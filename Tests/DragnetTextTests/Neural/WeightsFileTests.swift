import Foundation
import TestSupport
import Testing

@testable import DragnetText

struct WeightsFileTests {
  @Test func `gives back what was put in`() throws {
    let file = try WeightsFile(bytes: SyntheticWeights.small.data, name: "small")
    #expect(try file.floats("bias", [3]) == [1.5, -2, 0.25])
    let rows = try file.rows("matrix", [2, 4])
    #expect(rows.numbers == [1, 2, 3, 4, -1, -63, 63, 0])
    #expect(rows.scales == [0.5, 2])
    #expect(rows.sums == [10, -1])
    #expect(try file.lines("text") == Array("one\ntwo".utf8))
    #expect(file.header.sizes.width == 32)
  }

  @Test func `a missing file is named`() {
    let url = URL(fileURLWithPath: "/nowhere/english.weights")
    #expect(message { try WeightsFile(url) }.contains("english.weights: the file is missing"))
  }

  @Test func `a later version says what this one reads`() {
    var weights = SyntheticWeights.small
    weights.version = 2
    #expect(message { try WeightsFile(bytes: weights.data, name: "w") }.contains("reads format 1"))
  }

  @Test func `every truncation is refused`() {
    let data = SyntheticWeights.small.data
    for count in 0..<data.count {
      #expect(message { try WeightsFile(bytes: data.prefix(count), name: "w") }.hasPrefix("w: "))
    }
  }

  @Test func `every changed byte is noticed`() {
    let data = SyntheticWeights.small.data
    for index in data.indices {
      var bytes = data
      bytes[index] ^= 0x10
      #expect(throws: ReadingError.self) { try WeightsFile(bytes: bytes, name: "w") }
    }
  }

  @Test(arguments: UInt64(0)..<300)
  func `changed bytes under a right checksum never crash`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var bytes = Array(SyntheticWeights.small.data.dropLast(8))
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      bytes[index] = UInt8.random(in: 0...255, using: &random)
    }
    guard let file = try? WeightsFile(bytes: SyntheticWeights.signed(bytes), name: "w") else {
      return
    }
    _ = try? file.floats("bias", [3])
    _ = try? file.rows("matrix", [2, 4])
    _ = try? file.lines("text")
    #expect(throws: ReadingError.self) { try ReadingModel(file) }
  }

  @Test(
    arguments: [
      ("bias", "offset", "-64"), ("bias", "offset", "8"), ("bias", "offset", "9007199254740992"),
      ("bias", "bytes", "8"), ("bias", "bytes", "-4"), ("bias", "shape", "[3,4611686018427387904]"),
      ("bias", "shape", "[-3]"), ("bias", "kind", "\"f16\""), ("text", "bytes", "100000"),
      ("matrix", "shape", "[8]"), ("matrix", "name", "\"bias\""),
    ])
  func `a section that does not fit is refused`(name: String, key: String, value: String) {
    var weights = SyntheticWeights.small
    weights.changed[name] = (key, value)
    #expect(message { try WeightsFile(bytes: weights.data, name: "w") }.contains("damaged"))
  }

  @Test func `a number of more than seven bits is refused`() throws {
    var weights = SyntheticWeights.small
    weights.sections[1].data[6] = 64
    let file = try WeightsFile(bytes: weights.data, name: "w")
    #expect(message { try file.rows("matrix", [2, 4]) }.contains("beyond 63"))
  }

  @Test func `a wrong count of lines is refused`() throws {
    var weights = SyntheticWeights.small
    weights.sections[2].shape = [3]
    let file = try WeightsFile(bytes: weights.data, name: "w")
    #expect(message { try file.lines("text") }.contains("2 lines, not 3"))
  }

  private func message<Result>(_ work: () throws -> Result) -> String {
    do {
      _ = try work()
      return "nothing was thrown"
    } catch {
      return "\(error)"
    }
  }
}
