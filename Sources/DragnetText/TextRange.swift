/// A half-open range of UTF-8 byte offsets into a document's text.
///
/// The bytes in the range are the quoted text, always. (`Span` is the standard library's word.)
public struct TextRange: Hashable, Comparable, Sendable, Codable {
  /// Offset of the first byte.
  public let start: Int
  /// Offset after the last byte.
  public let end: Int

  /// Makes the range `start..<end`. Traps when `end` is before `start` or `start` is negative.
  public init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "a text range runs forward from zero")
    self.start = start
    self.end = end
  }

  /// Length in bytes.
  public var count: Int { end - start }
  /// True when no byte is in the range.
  public var isEmpty: Bool { start == end }

  /// True when every byte of `other` is in this range.
  public func contains(_ other: TextRange) -> Bool {
    start <= other.start && other.end <= end
  }

  /// True when the two share at least one byte.
  public func overlaps(_ other: TextRange) -> Bool {
    start < other.end && other.start < end
  }

  /// Orders by start, then by end.
  public static func < (a: TextRange, b: TextRange) -> Bool {
    (a.start, a.end) < (b.start, b.end)
  }

  /// Ranges in order, cut to a text of `length` bytes and so that they do not overlap; empty ones
  /// are left out.
  static func tidied(_ ranges: [TextRange], length: Int) -> [TextRange] {
    var result: [TextRange] = []
    for range in ranges.sorted() {
      let start = max(range.start, result.last?.end ?? 0)
      let end = min(range.end, length)
      if start < end { result.append(TextRange(start, end)) }
    }
    return result
  }
}
