internal import CZlib

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a file, mapped into memory; unpacked, when the file is gzip.
@safe struct FileBytes: ~Copyable {
  private var base: UnsafeMutableRawPointer? = nil
  private var count = 0
  private var unpacked: [UInt8]? = nil
  private static let unpackedLimit = 32 << 30

  init(path: String) throws(GraphError) {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { throw FileBytes.failure(path) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw FileBytes.failure(path) }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw .unreadableFile(path: path, reason: "is a folder, not a file")
    }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
      unpacked = try FileBytes.plain(FileBytes.readAll(descriptor, path: path), path: path)
      return
    }
    let size = Int(status.st_size)
    guard
      let mapped = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      unsafe mapped != MAP_FAILED
    else { throw FileBytes.failure(path) }
    let bytes = unsafe UnsafeRawBufferPointer(start: mapped, count: size)
    if unsafe bytes.starts(with: FileBytes.gzipMark) {
      defer { unsafe munmap(mapped, size) }
      unpacked = try unsafe FileBytes.inflate(bytes, path: path)
    } else {
      unsafe madvise(mapped, size, MADV_SEQUENTIAL)
      unsafe (base, count) = (mapped, size)
    }
  }

  /// Bytes that are in memory already.
  init(_ bytes: [UInt8], path: String) throws(GraphError) {
    unpacked = try FileBytes.plain(bytes, path: path)
  }

  deinit {
    if let base = unsafe base { unsafe munmap(base, count) }
  }

  func withBytes<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(GraphError) -> Result
  ) throws(GraphError) -> Result {
    if let unpacked {
      return try unsafe unpacked.withUnsafeBufferPointer {
        bytes throws(GraphError) in try unsafe body(bytes)
      }
    }
    let start = unsafe UnsafePointer(base?.assumingMemoryBound(to: UInt8.self))
    return try unsafe body(UnsafeBufferPointer(start: start, count: count))
  }

  private static let gzipMark: [UInt8] = [0x1F, 0x8B]

  private static func failure(_ path: String) -> GraphError {
    .unreadableFile(path: path, reason: unsafe String(cString: strerror(errno)))
  }

  /// Reads what cannot be mapped: a pipe, an empty file.
  private static func readAll(_ descriptor: Int32, path: String) throws(GraphError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = unsafe read(descriptor, &chunk, chunk.count)
      guard got >= 0 else { throw failure(path) }
      if got == 0 { return bytes }
      bytes += chunk[..<got]
    }
  }

  private static func plain(_ bytes: [UInt8], path: String) throws(GraphError) -> [UInt8] {
    guard bytes.starts(with: gzipMark) else { return bytes }
    return try unsafe bytes.withUnsafeBufferPointer { bytes throws(GraphError) in
      try unsafe inflate(UnsafeRawBufferPointer(bytes), path: path)
    }
  }

  /// Unpacks a gzip file of one or more members.
  private static func inflate(
    _ packed: UnsafeRawBufferPointer, path: String
  ) throws(GraphError) -> [UInt8] {
    var stream = unsafe z_stream()
    guard unsafe dragnet_inflate_start(&stream) == Z_OK else {
      throw .unreadableFile(path: path, reason: "zlib does not start")
    }
    defer { unsafe inflateEnd(&stream) }
    var result: [UInt8] = []
    result.reserveCapacity(packed.count * 4)
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    var position = 0
    while true {
      let input = min(packed.count - position, 1 << 30)
      let start = unsafe packed.baseAddress.map { unsafe $0 + position }
      unsafe stream.next_in = UnsafeMutablePointer(
        mutating: start?.assumingMemoryBound(to: UInt8.self))
      unsafe stream.avail_in = UInt32(input)
      let code = unsafe chunk.withUnsafeMutableBufferPointer { buffer in
        unsafe stream.next_out = buffer.baseAddress
        unsafe stream.avail_out = UInt32(buffer.count)
        return unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
      }
      position += input - Int(unsafe stream.avail_in)
      result += chunk[..<(chunk.count - Int(unsafe stream.avail_out))]
      guard result.count <= unpackedLimit else {
        throw .unreadableFile(path: path, reason: "unpacks to more than 32 GB")
      }
      switch code {
      case Z_STREAM_END:
        // Bytes after the last member that are no member (padding) are left alone, as gzip does.
        guard packed.count - position > 2, unsafe packed[position] == 0x1F,
          unsafe packed[position + 1] == 0x8B
        else { return result }
        unsafe inflateReset(&stream)
      case Z_OK:
        continue
      case Z_BUF_ERROR where position < packed.count:
        continue
      case Z_BUF_ERROR:
        throw .unreadableFile(
          path: path, reason: "the gzip file is cut off; \(result.count) bytes could be unpacked")
      default:
        throw .unreadableFile(
          path: path, reason: "the gzip file is damaged after \(result.count) unpacked bytes")
      }
    }
  }
}
