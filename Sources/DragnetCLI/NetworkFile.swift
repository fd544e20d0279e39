import Foundation

/// What stands where a command wants a network.
enum NetworkFile {
  /// A folder: of documents, or of what `map` wrote.
  case folder
  /// A network.json.
  case json(Data, name: String)
  /// A text edge list.
  case edges(Edges)

  /// An edge list, in memory or still in its file.
  struct Edges {
    let name: String
    let bytes: [UInt8]?
  }

  /// Tells by the first character and the extension what a path leads to; `-` is standard input.
  ///
  /// What starts with `{`, and what ends in `.json`, is a network.json; `.tsv`, `.csv`, `.txt`,
  /// `.edges` and gzip are edge lists, and so is what starts with a letter or digit.
  init(path: String) throws(Failure) {
    let kind = path == "-" ? nil : fileKind(path)
    if path != "-", kind == nil { throw Failure("\(path): there is no such file or folder") }
    if kind == .typeDirectory {
      self = .folder
      return
    }
    let file = InputFile(path: path)
    let name = path == "-" ? "standard input" : path
    // A pipe can be read once only.
    guard kind == .typeRegular else {
      let bytes = try file.read()
      self =
        NetworkFile.isEdgeList(bytes, name: path)
        ? .edges(Edges(name: name, bytes: Array(bytes))) : .json(bytes, name: name)
      return
    }
    if NetworkFile.isEdgeList(try file.read(first: 4096), name: path) {
      self = .edges(Edges(name: name, bytes: nil))
    } else {
      self = .json(try file.read(), name: name)
    }
  }

  private static let extensions: Set = ["tsv", "csv", "txt", "edges"]

  private static func isEdgeList(_ bytes: Data, name: String) -> Bool {
    if bytes.starts(with: [0x1F, 0x8B]) { return true }
    let marks = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes.dropFirst(marks).first { !" \t\r\n".utf8.contains($0) }
    if first == UInt8(ascii: "{") { return false }
    let ending = URL(fileURLWithPath: name.lowercased()).pathExtension
    if ending == "json" { return false }
    if ending == "gz" || extensions.contains(ending) { return true }
    guard let first else { return false }
    return first >= 0x80 || "#%\"".utf8.contains(first)
      || Character(Unicode.Scalar(first)).isLetter || Character(Unicode.Scalar(first)).isNumber
  }
}
