import Foundation

/// A place that a command writes a file to.
struct OutputFile {
  /// The path as given; `-` means standard output.
  let path: String

  /// Writes the file under another name first and then gives it its own, so that nobody ever finds
  /// half a file. A device or a pipe is written to as it is, a link to a file stays a link.
  func write(_ data: Data) throws(Failure) {
    guard path != "-" else { return try Output.write(data) }
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    do {
      switch fileKind(path) {
      case .typeDirectory: throw Failure("\(path) is a folder; give the name of a file")
      case .typeRegular, nil: try data.write(to: url, options: .atomic)
      default:
        let handle = try FileHandle(forWritingTo: url)
        try handle.write(contentsOf: data)
        try handle.close()
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure("cannot write \(path): \(reason(error))")
    }
  }

  /// Writes text as UTF-8.
  func write(_ text: String) throws(Failure) { try write(Data(text.utf8)) }
}

/// A folder that a command writes several files into.
struct OutputFolder {
  let path: String

  /// Makes the folder, with those above it, unless it is there.
  init(_ path: String) throws(Failure) {
    self.path = path
    if let kind = fileKind(path), kind != .typeDirectory {
      throw Failure("\(path) is a file; give the name of a folder for the output")
    }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure("cannot make the folder \(path): \(reason(error))")
    }
    guard FileManager.default.isWritableFile(atPath: path) else {
      throw Failure("cannot write into \(path): no permission to write here")
    }
  }

  /// The place of a file in the folder.
  func file(_ name: String) -> OutputFile {
    OutputFile(path: OutputFolder.join(path, name))
  }

  /// True when a path leads to this folder.
  func isSame(as other: String) -> Bool {
    let places = [path, other].map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().path }
    return places[0] == places[1]
  }

  /// The path of a file in a folder.
  static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
