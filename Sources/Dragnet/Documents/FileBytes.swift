import Foundation

/// What the system says a path is, links followed.
struct FileStatus: Hashable {
  /// Two paths with the same device and number are the same file.
  struct Identity: Hashable {
    let device: UInt64
    let number: UInt64
  }

  enum Kind: Hashable {
    case file
    case folder
    case other(String)
  }

  let identity: Identity
  let kind: Kind
  let size: Int

  /// Asks for a path's status without opening it.
  init(path: String) throws(DocumentError) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw DocumentError(systemError: errno) }
    self.init(status)
  }

  init(_ status: stat) {
    identity = Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
    size = Int(status.st_size)
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFIFO: .other("named pipe")
      case S_IFCHR, S_IFBLK: .other("device")
      case S_IFSOCK: .other("socket")
      default: .other("special file")
      }
  }
}

extension DocumentError {
  /// Names what the system reported.
  init(systemError code: Int32) {
    self =
      switch code {
      case ENOENT, ENOTDIR: .notFound
      case EACCES, EPERM: .noPermission
      case ELOOP: .unreadable("its symbolic links lead in a circle")
      default: .unreadable(unsafe String(cString: strerror(code)))
      }
  }
}

/// The bytes of a file of at most `limit` bytes.
///
/// Never waits: a pipe or device is refused before it is opened, and a file over the limit before
/// it is read.
func fileBytes(path: String, limit: Int) throws(DocumentError) -> [UInt8] {
  let before = try FileStatus(path: path)
  if case .other(let kind) = before.kind { throw .notAFile(kind: kind) }
  guard before.size <= limit else { throw .tooLarge(size: before.size, limit: limit) }
  // The path may have become a pipe since: O_NONBLOCK keeps even that from waiting.
  let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
  guard descriptor >= 0 else { throw DocumentError(systemError: errno) }
  defer { close(descriptor) }
  return try bytes(of: descriptor, expected: before.size, limit: limit)
}

/// All that can be read from an open descriptor, at most `limit` bytes.
func bytes(of descriptor: Int32, expected: Int = 0, limit: Int) throws(DocumentError) -> [UInt8] {
  var content: [UInt8] = []
  content.reserveCapacity(min(expected, limit))
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = try read(from: descriptor, into: &chunk)
    if count == 0 { return content }
    content.append(contentsOf: chunk[..<count])
    guard content.count <= limit else { throw .tooLarge(size: nil, limit: limit) }
  }
}

/// Fills the start of `chunk`; 0 at the end.
func read(from descriptor: Int32, into chunk: inout [UInt8]) throws(DocumentError) -> Int {
  while true {
    let count = unsafe chunk.withUnsafeMutableBytes { buffer in
      unsafe read(descriptor, buffer.baseAddress, buffer.count)
    }
    if count >= 0 { return count }
    guard errno == EINTR else { throw DocumentError(systemError: errno) }
  }
}
