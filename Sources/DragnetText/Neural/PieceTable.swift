/// The vocabulary of the encoder as a tree of bytes, for the longest piece that begins a text.
///
/// Two trees in one array of nodes: pieces that begin a word, and pieces that go on with one
/// (`##…` in the vocabulary). A look-up takes time linear in the piece it finds.
struct PieceTable: Sendable {
  /// Children of node `n` are the edges `firstEdge[n]..<firstEdge[n + 1]`, ordered by byte.
  private var firstEdge: [Int32] = []
  private var edgeByte: [UInt8] = []
  private var edgeNode: [Int32] = []
  /// The piece that ends at a node, or -1.
  private var piece: [Int32] = []
  /// Root of the pieces that begin a word.
  static let start: Int32 = 0
  /// Root of the pieces that go on with one.
  static let middle: Int32 = 1

  /// Makes the table of a vocabulary: pieces in UTF-8 joined by line feeds, the line number from 0
  /// is the id. Names in brackets such as `[CLS]` are no pieces of text.
  init(lines: some Collection<UInt8>) {
    var entries: [(key: ArraySlice<UInt8>, id: Int32)] = []
    let bytes = Array(lines)
    var id: Int32 = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      defer { id += 1 }
      guard !line.isEmpty else { continue }
      if line.first == 0x5B, line.last == 0x5D, line.count > 2 { continue }
      entries.append((line, id))
    }
    build(entries)
  }

  private mutating func build(_ entries: [(key: ArraySlice<UInt8>, id: Int32)]) {
    // Breadth first: a node is a range of entries that share their first `depth` bytes.
    struct Pending {
      var range: Range<Int>
      var depth: Int
    }
    func isMiddle(_ key: ArraySlice<UInt8>) -> Bool {
      key.count > 2 && key[key.startIndex] == 0x23 && key[key.startIndex + 1] == 0x23
    }
    func sorted(_ some: [(key: ArraySlice<UInt8>, id: Int32)]) -> [(
      key: ArraySlice<UInt8>, id: Int32
    )] {
      some.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    }
    let starts = sorted(entries.filter { !isMiddle($0.key) })
    let middles = sorted(entries.filter { isMiddle($0.key) }.map { ($0.key.dropFirst(2), $0.id) })
    let all = starts + middles
    var queue = [
      Pending(range: 0..<starts.count, depth: 0),
      Pending(range: starts.count..<all.count, depth: 0),
    ]
    var next = 0
    while next < queue.count {
      let (range, depth) = (queue[next].range, queue[next].depth)
      next += 1
      firstEdge.append(Int32(edgeByte.count))
      var index = range.lowerBound
      var ending: Int32 = -1
      while index < range.upperBound, all[index].key.count == depth {
        ending = all[index].id
        index += 1
      }
      piece.append(ending)
      while index < range.upperBound {
        let byte = all[index].key[all[index].key.startIndex + depth]
        var end = index + 1
        while end < range.upperBound, all[end].key[all[end].key.startIndex + depth] == byte {
          end += 1
        }
        edgeByte.append(byte)
        edgeNode.append(Int32(queue.count))
        queue.append(Pending(range: index..<end, depth: depth + 1))
        index = end
      }
    }
    firstEdge.append(Int32(edgeByte.count))
  }

  /// The longest piece at the beginning of `text`, and its length in bytes; nil when none begins it.
  func longest(_ text: ArraySlice<UInt8>, from root: Int32) -> (id: Int32, length: Int)? {
    var node = Int(root)
    var found: (id: Int32, length: Int)?
    var index = text.startIndex
    while index < text.endIndex {
      guard let child = child(node, text[index]) else { break }
      node = child
      index += 1
      if piece[node] >= 0 { found = (piece[node], index - text.startIndex) }
    }
    return found
  }

  private func child(_ node: Int, _ byte: UInt8) -> Int? {
    var low = Int(firstEdge[node])
    var high = Int(firstEdge[node + 1])
    while low < high {
      let middle = (low + high) / 2
      if edgeByte[middle] < byte { low = middle + 1 } else { high = middle }
    }
    guard low < Int(firstEdge[node + 1]), edgeByte[low] == byte else { return nil }
    return Int(edgeNode[low])
  }
}
