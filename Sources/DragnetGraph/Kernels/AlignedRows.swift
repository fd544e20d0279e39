/// Memory for rows of 64 bytes that start where cache lines do. Swift's arrays promise less, and wide
/// vectors trap or run at half speed on rows that straddle two lines.
@safe final class AlignedRows<Row: BitwiseCopyable> {
  /// The rows, valid as long as this object.
  let rows: UnsafeMutableBufferPointer<Row>

  /// Rows of zeros; or of nothing in particular, which takes up memory only where it is written.
  init(count: Int, zero: Row?) {
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: max(64, count * MemoryLayout<Row>.stride), alignment: 64)
    let start = unsafe bytes.bindMemory(to: Row.self, capacity: count)
    unsafe rows = UnsafeMutableBufferPointer(start: start, count: count)
    if let zero { unsafe rows.initialize(repeating: zero) }
  }

  deinit { unsafe UnsafeMutableRawPointer(rows.baseAddress)?.deallocate() }
}
