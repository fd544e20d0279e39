import Dragnet
import DragnetText
import Foundation

/// What stands at a path, links followed; nil when nothing does.
func fileKind(_ path: String) -> FileAttributeType? {
  let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  return (try? FileManager.default.attributesOfItem(atPath: target))?[.type] as? FileAttributeType
}

/// A file that a command reads.
struct InputFile {
  /// The path as given; `-` means standard input.
  let path: String

  /// All of its bytes, or the first ones of a file that is not standard input.
  func read(first count: Int? = nil) throws(Failure) -> Data {
    do {
      if path == "-" { return try FileHandle.standardInput.readToEnd() ?? Data() }
      let file = URL(fileURLWithPath: path)
      if count == nil, fileKind(path) == .typeRegular { return try Data(contentsOf: file) }
      let handle = try FileHandle(forReadingFrom: file)
      defer { try? handle.close() }
      let bytes = try count.map { try handle.read(upToCount: $0) } ?? handle.readToEnd()
      return bytes ?? Data()
    } catch {
      throw failure(error)
    }
  }

  /// The readings in its lines, without their words.
  func readings() throws(Failure) -> (readings: [Reading], failures: [ReadingLines.BadLine]) {
    if path != "-", fileKind(path) == .typeDirectory { throw Failure("\(path): is a folder") }
    do {
      let isStandard = path == "-"
      let handle =
        try isStandard ? .standardInput : FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { if !isStandard { try? handle.close() } }
      return try ReadingLines.readings(
        from: handle, file: isStandard ? "standard input" : path, keepsTokens: false)
    } catch {
      throw failure(error)
    }
  }

  private func failure(_ error: any Error) -> Failure {
    if let error = error as? DocumentError { return Failure("\(path): \(error)") }
    let reason =
      switch systemError(error) {
      case ENOENT: "there is no such file"
      case EACCES, EPERM: "no permission to read it"
      case EISDIR: "is a folder"
      default: reason(error)
      }
    return Failure("\(path == "-" ? "standard input" : path): \(reason)")
  }
}
