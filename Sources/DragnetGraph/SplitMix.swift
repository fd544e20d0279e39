/// A small generator of random numbers: the same seed gives the same numbers on every machine.
///
/// SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", *OOPSLA*
/// (2014).
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number in 0..<bound; the error of not being quite even is below 2⁻³².
  mutating func next(below bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// The numbers 0..<count in random order.
  mutating func order(count: Int) -> [UInt32] {
    var order = Array(0..<UInt32(count))
    var span = order.mutableSpan
    for index in stride(from: count - 1, to: 0, by: -1) {
      span.swapAt(index, next(below: index + 1))
    }
    return order
  }
}
