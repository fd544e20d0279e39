import DragnetText
import Foundation

/// Parses as JSON lines: a document and what the neural reader sees in it.
public enum ParseLines {
  /// Writes a document and its parse as one line, `{"document": …, "parse": …}`, piece by piece.
  public static func write(
    _ document: Document, _ parse: Parse, to write: (Data) throws -> Void
  ) throws {
    try withoutActuallyEscaping(write) { try ParseLines.write(document, parse, JSONPieces($0)) }
  }

  private static func write(_ document: Document, _ parse: Parse, _ json: JSONPieces) throws {
    var json = json
    json.add("{\"document\":")
    try json.add(document)
    json.add(",\"parse\":{\"chains\":")
    try json.add(elements: parse.chains)
    json.add(",\"document\":")
    try json.add(parse.document)
    if let language = parse.language {
      json.add(",\"language\":")
      try json.add(language)
    }
    json.add(",\"mentions\":")
    try json.add(elements: parse.mentions)
    json.add(",\"names\":")
    try json.add(elements: parse.names)
    json.add(",\"relations\":")
    try json.add(elements: parse.relations)
    json.add(",\"sentences\":")
    try json.add(elements: parse.sentences)
    json.add(",\"words\":")
    try json.add(elements: parse.words)
    json.add("}}\n")
    try json.end()
  }
}
