import Foundation

/// A weights file, format 1: a header and sections of numbers and text, under one checksum.
///
/// `Training/FORMAT.md` describes it. All that is said of a section is checked before anything is read
/// from it, so no file can make the program crash.
struct WeightsFile: Sendable {
  let header: WeightsHeader
  private let fileName: String
  private let bytes: Data
  private let start: Int
  private let sections: [String: WeightsHeader.Section]

  private static let alignment = 64

  /// Reads and checks the file at `url`; `.missingResource` says what is wrong with it.
  init(_ url: URL) throws(ReadingError) {
    let name = url.lastPathComponent
    guard let bytes = try? Data(contentsOf: url) else {
      let folder = url.deletingLastPathComponent().path
      throw .missingResource(name: name, reason: "the file is missing from \(folder)")
    }
    try self.init(bytes: bytes, name: name)
  }

  /// Checks the bytes of a file; `name` stands in errors.
  init(bytes: Data, name: String) throws(ReadingError) {
    fileName = name
    self.bytes = bytes
    let count = bytes.count
    guard count >= 24, bytes.prefix(8).elementsEqual("DRAGNETW".utf8) else {
      throw WeightsFile.damaged(name, "it does not begin as weights do")
    }
    let version = bytes.littleEndian32(at: 8)
    guard version == 1 else {
      throw .missingResource(
        name: name, reason: "the file has format \(version), this Dragnet reads format 1")
    }
    let length = Int(bytes.littleEndian32(at: 12))
    guard count % 8 == 0, length <= count - 24, (16 + length) % WeightsFile.alignment == 0 else {
      throw WeightsFile.damaged(name, "it is cut off")
    }
    guard bytes.endsInChecksum() else {
      throw WeightsFile.damaged(name, "its checksum is wrong")
    }
    start = 16 + length
    do {
      header = try JSONDecoder().decode(WeightsHeader.self, from: bytes[16..<16 + length])
    } catch {
      throw WeightsFile.damaged(name, "its header cannot be read")
    }
    var found: [String: WeightsHeader.Section] = [:]
    for section in header.sections {
      guard section.isSound(within: count - 8 - start) else {
        throw WeightsFile.damaged(name, "section '\(section.name)' does not fit")
      }
      guard found.updateValue(section, forKey: section.name) == nil else {
        throw WeightsFile.damaged(name, "section '\(section.name)' is there twice")
      }
    }
    sections = found
  }

  /// The numbers of a section of kind `f32`, row-major.
  func floats(_ name: String, _ shape: [Int]) throws(ReadingError) -> [Float] {
    let section = try section(name, "f32", shape)
    return bytes.littleEndianFloats(at: start + section.offset, count: section.bytes / 4)
  }

  /// A matrix in whole numbers of one byte: row `r` is `numbers · scales[r]`.
  ///
  /// - Parameter kind: `rows7`, whose numbers are checked to be -63...63, or `rows8`.
  func rows(_ name: String, kind: String = "rows7", _ shape: [Int]) throws(ReadingError) -> WholeRows
  {
    let section = try section(name, kind, shape)
    let count = shape[0] * shape[1]
    let first = start + section.offset
    let numbers = bytes.signedBytes(at: first, count: count)
    if kind == "rows7", let largest = numbers.lazy.map(\.magnitude).max(), largest > 63 {
      throw damaged("section '\(name)' holds \(largest), more than 63")
    }
    let scales = bytes.littleEndianFloats(
      at: first + WeightsHeader.Section.padded(count), count: shape[0])
    return WholeRows(rows: shape[0], columns: shape[1], numbers: numbers, scales: scales)
  }

  /// The text of a section of kind `lines`: UTF-8, lines joined by line feeds, no line feed at the end.
  func lines(_ name: String) throws(ReadingError) -> [UInt8] {
    guard let section = sections[name], section.kind == "lines" else {
      throw damaged("section '\(name)' is missing")
    }
    let first = start + section.offset
    let text = [UInt8](bytes[first..<first + section.bytes])
    let count = text.isEmpty ? 0 : 1 + text.count { $0 == UInt8(ascii: "\n") }
    guard count == section.shape[0] else {
      throw damaged("section '\(name)' has \(count) lines, not \(section.shape[0])")
    }
    return text
  }

  /// How many lines a section of kind `lines` has by its header.
  func count(ofLines name: String) throws(ReadingError) -> Int {
    guard let section = sections[name], section.kind == "lines" else {
      throw damaged("section '\(name)' is missing")
    }
    return section.shape[0]
  }

  /// The error that the file is damaged in some way.
  func damaged(_ how: String) -> ReadingError { WeightsFile.damaged(fileName, how) }

  private func section(
    _ name: String, _ kind: String, _ shape: [Int]
  ) throws(ReadingError) -> WeightsHeader.Section {
    guard let section = sections[name] else { throw damaged("section '\(name)' is missing") }
    guard section.kind == kind, section.shape == shape else {
      throw damaged(
        "section '\(name)' is \(section.kind) \(section.shape), not \(kind) \(shape)")
    }
    return section
  }

  private static func damaged(_ name: String, _ how: String) -> ReadingError {
    .missingResource(name: name, reason: "the file is damaged: \(how)")
  }
}

/// A matrix in whole numbers with a scale for every row.
struct WholeRows: Sendable {
  let rows, columns: Int
  /// Row-major.
  let numbers: [Int8]
  /// One for each row.
  let scales: [Float]
}

extension WeightsHeader.Section {
  /// Whether the section lies where it says and is as long as its kind and shape want.
  fileprivate func isSound(within count: Int) -> Bool {
    guard offset >= 0, bytes >= 0, offset % 64 == 0, bytes <= count, offset <= count - bytes,
      shape.allSatisfy({ (0...1 << 24).contains($0) }), shape.count <= 2
    else { return false }
    // At most 2⁴⁸, so nothing below overflows.
    let product = shape.reduce(1, *)
    switch kind {
    case "f32": return bytes == 4 * product
    case "rows7", "rows8":
      return shape.count == 2 && bytes == WeightsHeader.Section.padded(product) + 4 * shape[0]
    case "lines": return shape.count == 1
    default: return false
    }
  }

  /// The next multiple of 64.
  fileprivate static func padded(_ count: Int) -> Int { (count + 63) / 64 * 64 }
}
