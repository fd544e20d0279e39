import Foundation

/// Cuts what a descriptor gives into lines, a few hundred at a time.
struct LineReader {
  /// A line without its end.
  struct Line: Sendable {
    /// From 1.
    let number: Int
    /// Nil for a line over the limit.
    let bytes: [UInt8]?
  }

  private let descriptor: Int32
  private let limit: Int
  private var pending: [UInt8] = []
  private var isOverLimit = false
  private var number = 0
  private var isAtEnd = false
  private var chunk = [UInt8](repeating: 0, count: 1 << 20)

  /// Reads from where a descriptor stands; lines of more than `limit` bytes are passed over.
  init(descriptor: Int32, limit: Int) {
    self.descriptor = descriptor
    self.limit = limit
  }

  /// The next lines that are not blank; nil at the end.
  mutating func nextBatch() throws(DocumentError) -> [Line]? {
    var lines: [Line] = []
    while lines.isEmpty, !isAtEnd {
      let count = try read(from: descriptor, into: &chunk)
      isAtEnd = count == 0
      var start = 0
      while let end = chunk[start..<count].firstIndex(of: 10) {
        take(chunk[start..<end])
        finishLine(&lines)
        start = end + 1
      }
      take(chunk[start..<count])
      if isAtEnd { finishLine(&lines) }
    }
    return lines.isEmpty ? nil : lines
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>) {
    if pending.count + bytes.count > limit {
      isOverLimit = true
      pending = []
    } else if !isOverLimit {
      pending += bytes
    }
  }

  private mutating func finishLine(_ lines: inout [Line]) {
    number += 1
    if number == 1, pending.starts(with: [0xEF, 0xBB, 0xBF]) { pending.removeFirst(3) }
    let isBlank = pending.allSatisfy { $0 == 32 || $0 == 13 || $0 == 9 }
    if isOverLimit {
      lines.append(Line(number: number, bytes: nil))
    } else if !isBlank {
      lines.append(Line(number: number, bytes: pending))
    }
    pending = []
    isOverLimit = false
  }
}
