/// JSON that knows on which line every value stands, for files that people write.
struct LinedJSON {
  /// What stands there.
  enum Value {
    case text(String)
    case list([LinedJSON])
    /// In the order of the file.
    case object([(key: String, line: Int, value: LinedJSON)])
    /// A number, `true`, `false` or `null`, as written.
    case other(String)
  }

  /// What is wrong, and where.
  struct Fault: Error {
    let line: Int
    let words: String
  }

  let line: Int
  let value: Value

  /// Reads a whole file, which must hold one value and nothing else.
  static func read(_ bytes: [UInt8]) throws(Fault) -> LinedJSON {
    var reader = Reader(bytes: bytes)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.isAtEnd else {
      throw Fault(line: reader.line, words: "there is more after the end")
    }
    return value
  }

  private struct Reader {
    let bytes: [UInt8]
    var place = 0
    var line = 1

    init(bytes: [UInt8]) {
      self.bytes = bytes
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    }

    var isAtEnd: Bool { place >= bytes.count }

    mutating func skipSpace() {
      while place < bytes.count, [9, 10, 13, 32].contains(bytes[place]) {
        if bytes[place] == 10 { line += 1 }
        place += 1
      }
    }

    private func fault(_ words: String) -> Fault { Fault(line: line, words: words) }

    private mutating func take(_ letter: Unicode.Scalar) -> Bool {
      skipSpace()
      guard place < bytes.count, bytes[place] == UInt8(ascii: letter) else { return false }
      place += 1
      return true
    }

    mutating func value(depth: Int) throws(Fault) -> LinedJSON {
      guard depth < 32 else { throw fault("this is nested too deep") }
      skipSpace()
      let start = line
      guard place < bytes.count else { throw fault("the file ends where a value should stand") }
      if bytes[place] == UInt8(ascii: "\"") {
        return LinedJSON(line: start, value: .text(try text()))
      }
      if take("{") { return LinedJSON(line: start, value: .object(try members(depth: depth))) }
      if take("[") { return LinedJSON(line: start, value: .list(try elements(depth: depth))) }
      let word = bytes[place...].prefix {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
          || [43, 45, 46].contains($0)
      }
      guard !word.isEmpty else {
        throw fault(
          "'\(Wording.clean(String(decoding: bytes[place...].prefix(1), as: UTF8.self), limit: 4))' cannot stand here"
        )
      }
      place += word.count
      return LinedJSON(line: start, value: .other(String(decoding: word, as: UTF8.self)))
    }

    private mutating func members(
      depth: Int
    ) throws(Fault) -> [(key: String, line: Int, value: LinedJSON)] {
      var members: [(key: String, line: Int, value: LinedJSON)] = []
      if take("}") { return members }
      repeat {
        skipSpace()
        let start = line
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
          throw fault("a key in quotes should stand here")
        }
        let key = try text()
        guard take(":") else { throw fault("a ':' is missing after \"\(key)\"") }
        if members.contains(where: { $0.key == key }) {
          throw Fault(line: start, words: "\"\(key)\" stands twice")
        }
        members.append((key, start, try value(depth: depth + 1)))
      } while take(",")
      guard take("}") else { throw fault("a ',' or '}' is missing") }
      return members
    }

    private mutating func elements(depth: Int) throws(Fault) -> [LinedJSON] {
      var elements: [LinedJSON] = []
      if take("]") { return elements }
      repeat { elements.append(try value(depth: depth + 1)) } while take(",")
      guard take("]") else { throw fault("a ',' or ']' is missing") }
      return elements
    }

    /// A string without escapes but `\"`, `\\` and `\/`: nothing in a theme needs others.
    private mutating func text() throws(Fault) -> String {
      place += 1
      var result: [UInt8] = []
      while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
        guard bytes[place] >= 0x20 else {
          throw fault("a text ends with its line; a '\"' is missing")
        }
        if bytes[place] == UInt8(ascii: "\\") {
          place += 1
          guard place < bytes.count, Array("\"\\/".utf8).contains(bytes[place]) else {
            throw fault("only \\\" and \\\\ may follow a backslash here")
          }
        }
        result.append(bytes[place])
        place += 1
      }
      guard place < bytes.count else { throw fault("a '\"' is missing") }
      place += 1
      return Wording.clean(String(decoding: result, as: UTF8.self), limit: 500)
    }
  }
}
