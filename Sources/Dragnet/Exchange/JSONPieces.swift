import Foundation

/// Writes a large value as JSON piece by piece, with the bytes that `JSONEncoder` gives for the whole.
///
/// The encoder keeps a tree of all it writes, a hundred times the size of a document; long arrays are
/// therefore given to it a part at a time.
struct JSONPieces {
  private let encoder: JSONEncoder
  private let write: (Data) throws -> Void
  private var waiting = Data()
  /// Elements that are encoded together.
  private static let part = 512
  /// Bytes that are written together.
  private static let size = 1 << 16

  /// Pieces go to `write`, in order.
  init(_ write: @escaping (Data) throws -> Void) {
    self.write = write
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// Brackets, keys, commas.
  mutating func add(_ text: String) { waiting += Data(text.utf8) }

  /// A value.
  mutating func add(_ value: some Encodable) throws {
    waiting += try encoder.encode(value)
    try flush(from: JSONPieces.size)
  }

  /// An array, with its brackets.
  mutating func add<Element: Encodable>(
    elements: some RandomAccessCollection<Element>
  ) throws {
    add("[")
    var start = elements.startIndex
    while start != elements.endIndex {
      let end =
        elements.index(start, offsetBy: JSONPieces.part, limitedBy: elements.endIndex)
        ?? elements.endIndex
      if start != elements.startIndex { add(",") }
      waiting += try encoder.encode(Array(elements[start..<end])).dropFirst().dropLast()
      try flush(from: JSONPieces.size)
      start = end
    }
    add("]")
  }

  /// Writes what is left. The last call.
  mutating func end() throws { try flush(from: 1) }

  private mutating func flush(from size: Int) throws {
    guard waiting.count >= size else { return }
    try write(waiting)
    waiting.removeAll(keepingCapacity: true)
  }
}
