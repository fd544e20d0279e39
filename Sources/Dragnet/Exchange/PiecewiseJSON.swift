import Foundation

/// Writes a large object of JSON, its long lists a piece at a time.
///
/// Foundation's encoder keeps a tree of all it encodes, several times as large as the text. Here no
/// more than `pieceLength` elements of a list are in it at a time. The bytes are those that the
/// encoder gives for the whole.
struct PiecewiseJSON {
  /// Most elements of a list that are encoded at a time.
  static let pieceLength = 1024

  private let encoder: JSONEncoder
  private let isPretty: Bool
  private var data = Data()

  /// Starts an object; keys are to be added in their order.
  init(_ encoder: JSONEncoder) {
    self.encoder = encoder
    isPretty = encoder.outputFormatting.contains(.prettyPrinted)
  }

  /// Adds what a key stands for. The key must need no escapes.
  mutating func add(_ key: String, _ value: some Encodable) throws {
    open(key)
    append(Array(try encoder.encode(value)))
  }

  /// Adds the list that a key stands for.
  mutating func add(_ key: String, list: [some Encodable]) throws {
    guard list.count > Self.pieceLength else { return try add(key, list) }
    open(key)
    let ends = isPretty ? 2 : 1  // a bracket, and the line end beside it
    let comma = Array((isPretty ? ",\n" : ",").utf8)
    for start in stride(from: 0, to: list.count, by: Self.pieceLength) {
      let end = min(list.count, start + Self.pieceLength)
      let piece = Array(try encoder.encode(Array(list[start..<end])))
      let isLast = end == list.count
      let body = (start == 0 ? piece[...] : piece.dropFirst(ends)).dropLast(isLast ? 0 : ends)
      append(start == 0 ? Array(body) : comma + body)
    }
  }

  /// The whole object, without a line end.
  func finished() -> Data {
    data.isEmpty ? Data("{}".utf8) : data + Data((isPretty ? "\n}" : "}").utf8)
  }

  private mutating func open(_ key: String) {
    let isFirst = data.isEmpty
    let start = isFirst ? "{" : ","
    data += Data((start + (isPretty ? "\n  \"\(key)\" : " : "\"\(key)\":")).utf8)
  }

  /// Appends what is one level deeper in the object than the encoder knew. Strings hold no line ends.
  private mutating func append(_ bytes: [UInt8]) {
    guard isPretty else { return data.append(contentsOf: bytes) }
    var start = 0
    while let end = bytes[start...].firstIndex(of: 0x0a) {
      data.append(contentsOf: bytes[start...end])
      start = end + 1
      // An empty line, which an empty list has, stays empty.
      if start < bytes.count, bytes[start] != 0x0a { data.append(contentsOf: [0x20, 0x20]) }
    }
    data.append(contentsOf: bytes[start...])
  }
}
