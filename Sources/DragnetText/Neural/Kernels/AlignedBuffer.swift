/// Memory that starts where cache lines do, owned by one object.
///
/// Swift's arrays promise less: wide vectors that straddle two cache lines cost a fifth of the speed of
/// attention.
@safe final class AlignedBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
  /// The memory, valid as long as this object.
  let start: UnsafeMutablePointer<Element>
  /// How many elements there is room for.
  let count: Int

  /// `count` copies of `zero`.
  init(count: Int, zero: Element) {
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: max(64, count * MemoryLayout<Element>.stride), alignment: 64)
    unsafe start = bytes.bindMemory(to: Element.self, capacity: count)
    unsafe start.initialize(repeating: zero, count: count)
    self.count = count
  }

  /// A copy of `elements`, and copies of `zero` after it until there are `count`.
  convenience init(_ elements: [Element], count: Int, zero: Element) {
    precondition(elements.count <= count, "the elements fit")
    self.init(count: count, zero: zero)
    unsafe elements.withUnsafeBufferPointer { from in
      guard let first = from.baseAddress else { return }
      unsafe start.update(from: first, count: from.count)
    }
  }

  deinit { unsafe UnsafeMutableRawPointer(start).deallocate() }
}
