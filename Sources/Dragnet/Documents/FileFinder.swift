import Foundation

/// Finds the files that paths stand for: files themselves, and all files below folders.
///
/// Hidden files in folders are left out, a file reached twice is taken once, and a folder is
/// entered once, so links that lead in a circle end.
struct FileFinder {
  /// A file to read.
  struct File: Equatable {
    /// Where it is.
    let path: String
    /// Its name relative to the folder that was given, or its last component.
    let name: String
  }

  /// Ordered by the path given, then by name, byte for byte.
  private(set) var files: [File] = []
  private(set) var failures: [DocumentFailure] = []
  private var seen: Set<FileStatus.Identity> = []

  /// Looks at every path; they are sorted first, so their order does not matter.
  ///
  /// - Parameter excluded: a file or folder that is passed over wherever it is met.
  init(paths: [String], excluding excluded: String? = nil) {
    if let excluded, let status = try? FileStatus(path: excluded) { seen.insert(status.identity) }
    for path in Set(paths).sorted(by: bytewise) {
      let count = files.count + failures.count
      let wasSeen = seen.count
      visit(path, name: nil)
      if files.count + failures.count == count, seen.count > wasSeen {
        failures.append(DocumentFailure(path: path, reason: .emptyFolder))
      }
    }
  }

  private mutating func visit(_ path: String, name: String?) {
    // A stack instead of recursion: folders may be nested deeper than the stack allows.
    var pending = [(path: path, name: name)]
    while let (path, name) = pending.popLast() {
      do {
        let status = try FileStatus(path: path)
        guard seen.insert(status.identity).inserted else { continue }
        guard status.kind == .folder else {
          files.append(File(path: path, name: name ?? (path as NSString).lastPathComponent))
          continue
        }
        for entry in try entries(of: path).reversed() {
          let below = path.hasSuffix("/") ? path + entry : path + "/" + entry
          pending.append((below, name.map { $0 + "/" + entry } ?? entry))
        }
      } catch {
        failures.append(DocumentFailure(path: path, reason: error))
      }
    }
  }

  /// Names in a folder, hidden ones left out, sorted.
  private func entries(of folder: String) throws(DocumentError) -> [String] {
    guard let stream = unsafe opendir(folder) else { throw DocumentError(systemError: errno) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { bytes in
          unsafe String(cString: bytes)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted(by: bytewise)
  }
}

/// Orders by UTF-8 bytes, the same on every machine.
func bytewise(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
