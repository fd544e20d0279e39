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

  /// Writes the file piece by piece, none of which is kept; as with `write`, nobody ever finds half a
  /// file, and a device or a pipe is written to as it is.
  ///
  /// - Parameter body: is given what writes a piece, which throws `ClosedPipe` when standard output has
  ///   no reader any more.
  func stream(_ body: ((Data) throws -> Void) throws -> Void) throws {
    guard path != "-" else {
      return try body { data in
        do {
          try FileHandle.standardOutput.write(contentsOf: data)
        } catch {
          throw systemError(error) == EPIPE
            ? ClosedPipe() : Failure("standard output: \(reason(error))")
        }
      }
    }
    let kind = fileKind(path)
    if kind == .typeDirectory { throw Failure("\(path) is a folder; give the name of a file") }
    let place = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let isFile = kind == nil || kind == .typeRegular
    let target =
      isFile
      ? place.deletingLastPathComponent().appendingPathComponent(
        ".\(place.lastPathComponent).\(UUID().uuidString)") : place
    do {
      if isFile { try Data().write(to: target) }
      let handle = try FileHandle(forWritingTo: target)
      try body { data in try handle.write(contentsOf: data) }
      try handle.close()
      if isFile, unsafe rename(target.path, place.path) != 0 {
        throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
      }
    } catch {
      if isFile { try? FileManager.default.removeItem(at: target) }
      if error is Failure { throw error }
      throw Failure("cannot write \(path): \(reason(error))")
    }
  }

  /// Standard output has no reader any more.
  struct ClosedPipe: Error {}

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
