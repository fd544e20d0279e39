/// Nodes by distance in a ring of buckets, for searches in which a key never lies further above the
/// current one than the ring reaches. Taking out costs O(1): a bit for each bucket tells which hold
/// something.
///
/// Dial, "Algorithm 360: shortest-path forest with topological ordering", *Communications of the
/// ACM* 12 (1969). Denardo and Fox, "Shortest-route methods: 1. Reaching, pruning, and buckets",
/// *Operations Research* 27 (1979): no bucket has to be sorted when it is no wider than the shortest
/// arc.
///
/// Raw memory, because arrays inside a struct cost a reference count for each access: 40 % of a
/// search.
@safe struct RingQueue: ~Copyable {
  static let bucketCount = 4096
  private static let none = UInt32.max

  private struct Entry {
    var node: UInt32
    /// The next entry of the same bucket, or of the free ones.
    var link: UInt32
  }

  /// The first entry of each bucket.
  private let heads: UnsafeMutablePointer<UInt32>
  /// One bit for each bucket that holds something, and above them one for each word of bits.
  private let words: UnsafeMutablePointer<UInt64>
  private var summary: UInt64 = 0
  private var entries: UnsafeMutablePointer<Entry>
  private var capacity = 1024
  private var count = 0
  private var free = none
  /// The bucket of the last node taken out, not wrapped around.
  private(set) var current = 0

  init() {
    unsafe heads = .allocate(capacity: RingQueue.bucketCount)
    unsafe words = .allocate(capacity: RingQueue.bucketCount / 64)
    unsafe entries = .allocate(capacity: capacity)
    unsafe heads.initialize(repeating: RingQueue.none, count: RingQueue.bucketCount)
    unsafe words.initialize(repeating: 0, count: RingQueue.bucketCount / 64)
  }

  deinit {
    unsafe heads.deallocate()
    unsafe words.deallocate()
    unsafe entries.deallocate()
  }

  mutating func insert(_ node: UInt32, bucket: Int) {
    let slot = bucket & (RingQueue.bucketCount - 1)
    var entry = free
    if entry == RingQueue.none {
      if count == capacity { grow() }
      entry = UInt32(truncatingIfNeeded: count)
      count += 1
    } else {
      free = unsafe entries[Int(entry)].link
    }
    unsafe entries[Int(entry)] = Entry(node: node, link: heads[slot])
    unsafe heads[slot] = entry
    unsafe words[slot >> 6] |= 1 &<< UInt64(slot & 63)
    summary |= 1 &<< UInt64(slot >> 6)
  }

  /// Takes out a node of the lowest bucket, or nothing when all are empty.
  mutating func removeLowest() -> UInt32? {
    guard summary != 0 else { return nil }
    let start = current & (RingQueue.bucketCount - 1)
    var word = start >> 6
    var bits = unsafe words[word] & (~0 &<< UInt64(start & 63))
    if bits == 0 {
      // The next word that holds something, going around; it may be the rest of this one.
      let above = word == 63 ? 0 : summary & (~0 &<< UInt64(word + 1))
      word = (above != 0 ? above : summary).trailingZeroBitCount
      bits = unsafe words[word]
    }
    let slot = word << 6 | bits.trailingZeroBitCount
    current += (slot - start) & (RingQueue.bucketCount - 1)
    let entry = unsafe heads[slot]
    let next = unsafe entries[Int(entry)].link
    unsafe heads[slot] = next
    unsafe entries[Int(entry)].link = free
    free = entry
    if next == RingQueue.none {
      unsafe words[word] &= ~(1 &<< UInt64(slot & 63))
      if unsafe words[word] == 0 { summary &= ~(1 &<< UInt64(word)) }
    }
    return unsafe entries[Int(entry)].node
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Entry>.allocate(capacity: 2 * capacity)
    unsafe larger.moveInitialize(from: entries, count: capacity)
    unsafe entries.deallocate()
    unsafe entries = larger
    capacity *= 2
  }
}
