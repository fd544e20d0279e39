/// Makes ids from content, so that the same input has the same ids on every machine.
///
/// FNV-1a with 64 bits over the parts, each closed by a byte that no UTF-8 text holds; written as a
/// letter and 16 hexadecimal digits, which SVG, DOT and file names all accept.
struct ContentID {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Adds a part; the same letters split otherwise give another id.
  mutating func add(_ part: some StringProtocol) {
    for byte in part.utf8 { mix(byte) }
    mix(0xff)
  }

  /// Adds a number.
  mutating func add(_ number: Int) { add(String(number)) }

  /// The id, led by a letter that tells what it names.
  func text(_ letter: Character) -> String {
    let digits = String(state, radix: 16)
    return "\(letter)" + String(repeating: "0", count: 16 - digits.count) + digits
  }

  private mutating func mix(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }
}

/// Hands out each id once: the second thing with the same content gets `-2`.
struct UniqueIDs {
  private var uses: [String: Int] = [:]

  /// The id itself the first time, then with a running number.
  mutating func claim(_ id: String) -> String {
    let count = (uses[id] ?? 0) + 1
    uses[id] = count
    return count == 1 ? id : "\(id)-\(count)"
  }
}
