/// Reads edges between nodes that are called by words, and numbers the words by their bytes.
func parseWords(
  _ bytes: UnsafeBufferPointer<UInt8>, layout: EdgeListLayout, path: String, readsValues: Bool
) throws(GraphError) -> ParsedEdges {
  var edges = ParsedEdges()
  var words = WordTable()
  var cursor = FieldCursor(position: layout.start, separator: layout.separator)
  var line = layout.line - 1
  while cursor.position < bytes.count {
    line += 1
    guard let from = unsafe cursor.next(bytes), unsafe !isComment(bytes[from]) else {
      unsafe cursor.skipLine(bytes)
      continue
    }
    guard let to = unsafe cursor.next(bytes), !from.isEmpty, !to.isEmpty else {
      throw .badLine(path: path, line: line, reason: "an edge needs two nodes")
    }
    guard edges.sources.count < Int(Int32.max) - 1 else {
      throw .tooLarge(what: "edges", count: edges.sources.count, limit: Int(Int32.max) - 1)
    }
    if readsValues {
      edges.values.append(try unsafe parseThird(&cursor, bytes, path: path, line: line))
    }
    unsafe edges.sources.append(words.number(of: from, in: bytes))
    unsafe edges.targets.append(words.number(of: to, in: bytes))
    unsafe cursor.skipLine(bytes)
  }
  let order = words.ranges.indices.sorted {
    unsafe bytes[words.ranges[$0]].lexicographicallyPrecedes(bytes[words.ranges[$1]])
  }
  var numbers = [UInt32](repeating: 0, count: order.count)
  for (number, word) in order.enumerated() { numbers[word] = UInt32(number) }
  for index in edges.sources.indices {
    edges.sources[index] = numbers[Int(edges.sources[index])]
    edges.targets[index] = numbers[Int(edges.targets[index])]
  }
  edges.names = order.map { unsafe String(decoding: bytes[words.ranges[$0]], as: UTF8.self) }
  edges.nodeCount = order.count
  return edges
}

private func isComment(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  unsafe field.first == UInt8(ascii: "#") || field.first == UInt8(ascii: "%")
}

/// Numbers words as they come, without making a string of each. Open addressing; the hash has a
/// secret seed, so that no file can make it slow.
private struct WordTable {
  private(set) var ranges: [Range<Int>] = []
  private var slots = [UInt32](repeating: .max, count: 1 << 10)

  mutating func number(of word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if ranges.count * 2 > slots.count { unsafe grow(bytes) }
    var slot = unsafe hash(word, bytes) & (slots.count - 1)
    while slots[slot] != .max {
      let other = ranges[Int(slots[slot])]
      if unsafe other.count == word.count && bytes[other].elementsEqual(bytes[word]) {
        return slots[slot]
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(ranges.count)
    ranges.append(word)
    return slots[slot]
  }

  private func hash(_ word: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    unsafe hasher.combine(
      bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[word]))
    return hasher.finalize()
  }

  private mutating func grow(_ bytes: UnsafeBufferPointer<UInt8>) {
    slots = [UInt32](repeating: .max, count: slots.count * 2)
    for (number, word) in ranges.enumerated() {
      var slot = unsafe hash(word, bytes) & (slots.count - 1)
      while slots[slot] != .max { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number)
    }
  }
}
