import Foundation

/// A table of `Resources`: tab-separated rows, `#` starts a comment line.
struct ResourceFile {
  /// The rows, split at tabs.
  let rows: [[Substring]]

  /// Reads `name` from the resource folder.
  init(_ name: String, in folder: URL) throws(ReadingError) {
    let url = folder.appendingPathComponent(name)
    guard let data = try? Data(contentsOf: url) else {
      throw .missingResource(name: name, reason: "the file is missing from \(folder.path)")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw .missingResource(name: name, reason: "the file is damaged: it is not UTF-8")
    }
    rows = ResourceFile.split(text)
    if rows.isEmpty {
      throw .missingResource(name: name, reason: "the file is damaged: it is empty")
    }
  }

  private static func split(_ text: String) -> [[Substring]] {
    var rows: [[Substring]] = []
    for line in text.utf8.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      rows.append(
        line.split(separator: 0x09, omittingEmptySubsequences: false).map { Substring($0) })
    }
    return rows
  }

  /// The folder that holds the tables: beside the program, or where it was installed.
  static func folder() throws(ReadingError) -> URL {
    let program = Bundle.main.bundleURL
    let bundle = "dragnet_DragnetText.resources"
    let places = [
      program.appendingPathComponent(bundle),
      program.appendingPathComponent("../share/dragnet/\(bundle)"),
      program.appendingPathComponent("../lib/dragnet/\(bundle)"),
    ]
    for place in places {
      let folder = place.appendingPathComponent("Resources")
      if FileManager.default.fileExists(atPath: folder.path) { return folder }
    }
    throw .missingResource(name: bundle, reason: "the folder is missing beside the program")
  }
}
