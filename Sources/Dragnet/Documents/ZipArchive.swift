internal import CLibZip

/// Reads entries of a ZIP archive in memory, through libzip.
enum ZipArchive {
  /// The entries of these names that the archive holds, unpacked.
  ///
  /// - Throws: `tooLarge` when they unpack to more than `limit` bytes together, however large they
  ///   say they are.
  static func entries(
    _ names: [String], in bytes: [UInt8], format: String, limit: Int
  ) throws(DocumentError) -> [String: [UInt8]] {
    let result: Result<[String: [UInt8]], DocumentError> = unsafe bytes.withUnsafeBytes { buffer in
      do throws(DocumentError) {
        let reader = unsafe try ZipReader(buffer, format: format)
        var entries: [String: [UInt8]] = [:]
        var room = limit
        for name in names {
          guard let content = try reader.entry(name, room: room, limit: limit) else { continue }
          room -= content.count
          entries[name] = content
        }
        return .success(entries)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}

/// Owns an open archive, and closes it.
@safe private struct ZipReader: ~Copyable {
  private let archive: OpaquePointer
  private let format: String

  init(_ buffer: UnsafeRawBufferPointer, format: String) throws(DocumentError) {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    let source = unsafe zip_source_buffer_create(
      buffer.baseAddress, UInt64(buffer.count), 0, &error)
    guard let source = unsafe source else { throw .unreadable("no memory to open it") }
    guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
      let detail = unsafe String(cString: zip_error_strerror(&error))
      unsafe zip_source_free(source)
      throw .damaged(format: format, detail: detail)
    }
    unsafe self.archive = archive
    self.format = format
  }

  deinit { unsafe zip_discard(archive) }

  /// An entry unpacked; nil when there is none of that name.
  func entry(_ name: String, room: Int, limit: Int) throws(DocumentError) -> [UInt8]? {
    let index = unsafe zip_name_locate(archive, name, 0)
    guard index >= 0 else { return nil }
    guard let file = unsafe zip_fopen_index(archive, UInt64(index), 0) else { throw failure() }
    defer { unsafe zip_fclose(file) }
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
      }
      guard count >= 0 else { throw .damaged(format: format, detail: "\(name) cannot be unpacked") }
      if count == 0 { return content }
      content += chunk.prefix(Int(count))
      guard content.count <= room else { throw .tooLarge(size: nil, limit: limit) }
    }
  }

  private func failure() -> DocumentError {
    guard let error = unsafe zip_get_error(archive) else {
      return .damaged(format: format, detail: "its archive is broken")
    }
    let code = unsafe zip_error_code_zip(error)
    if code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD { return .encrypted(format: format) }
    return .damaged(format: format, detail: unsafe String(cString: zip_error_strerror(error)))
  }
}
