import DragnetText

/// Documents that are the same text: reprinted whole, shortened, or with a paragraph added.
///
/// Compares bodies without page furniture as sets of shingles, runs of five words. Two documents are
/// near duplicates when the smaller has most of its shingles in the larger; that covers both
/// resemblance and containment. Near duplicates of near duplicates fall into one group.
///
/// - SeeAlso: Broder, "On the resemblance and containment of documents", *Compression and Complexity
///   of Sequences* (1997).
public struct NearDuplicates: Sendable {
  /// Share of the smaller document's shingles that must stand in the larger, 0...1.
  public let threshold: Double

  /// Words in a shingle.
  static let shingleLength = 5
  /// Shingles kept in the index; beyond that, one in two, in four, … is.
  static let indexSize = 1 << 23
  /// A document with fewer shingles is only compared as a whole.
  static let fewestShingles = 12
  /// Documents of one shingle that are all paired; of more, each is paired with its neighbors.
  static let pairedAtMost = 24

  /// Makes a comparison. At 0.6, one word in twelve may be changed.
  public init(threshold: Double = 0.6) {
    precondition((0...1).contains(threshold), "a share lies between 0 and 1")
    self.threshold = threshold
  }

  /// The groups of two and more documents that are the same text.
  ///
  /// Only documents that share a sampled shingle are compared. The result does not depend on the
  /// order of the documents.
  /// - Returns: ids ascending in each group, groups by their first id.
  /// - Complexity: O(*n*) in the length of the texts, and O(*k*) comparisons for *k* copies of a
  ///   passage; memory for at most 8 million shingles.
  public func groups(of documents: [Document]) -> [[DocumentID]] {
    let documents = documents.sorted { $0.id < $1.id }
    let bodies = inParallel(documents) { Body($0) }
    var groups = DisjointSets(count: documents.count)
    var representatives: [Int] = []
    var first: [Body.Whole: Int] = [:]
    for (index, body) in bodies.enumerated() where body.wordCount > 0 {
      if let same = first[body.whole] {
        groups.join(same, index)
      } else {
        first[body.whole] = index
        if body.shingles.count >= Self.fewestShingles { representatives.append(index) }
      }
    }
    for (a, b) in candidates(representatives, bodies) where groups.root(of: a) != groups.root(of: b)
    {
      if bodies[a].isMostly(in: bodies[b], threshold) { groups.join(a, b) }
    }
    let members = Dictionary(grouping: documents.indices) { groups.root(of: $0) }
    return members.values.filter { $0.count > 1 }.map { $0.map { documents[$0].id } }
      .sorted { $0[0] < $1[0] }
  }

  /// Pairs that share a sampled shingle, in order, each once.
  private func candidates(_ indices: [Int], _ bodies: [Body]) -> [(Int, Int)] {
    let total = indices.reduce(0) { $0 + bodies[$1].shingles.count }
    var mask: UInt64 = 0
    while total / (Int(mask) + 1) > Self.indexSize { mask = mask << 1 | 1 }
    var postings: [(shingle: UInt64, document: Int)] = []
    for index in indices {
      for shingle in bodies[index].shingles where shingle & mask == 0 {
        postings.append((shingle, index))
      }
    }
    postings.sort { ($0.shingle, $0.document) < ($1.shingle, $1.document) }
    var pairs: Set<Pair> = []
    var start = 0
    while start < postings.count {
      var end = start + 1
      while end < postings.count, postings[end].shingle == postings[start].shingle { end += 1 }
      let run = postings[start..<end]
      let reach = run.count <= Self.pairedAtMost ? run.count : 2
      for a in run.indices {
        for b in run[(a + 1)...].prefix(reach).indices {
          pairs.insert(Pair(a: run[a].document, b: run[b].document))
        }
        if a > start { pairs.insert(Pair(a: run[start].document, b: run[a].document)) }
      }
      start = end
    }
    return pairs.map { ($0.a, $0.b) }.sorted { $0 < $1 }
  }

  private struct Pair: Hashable {
    let a: Int
    let b: Int
  }
}

/// The words of a document without its furniture, as hashes.
private struct Body: Sendable {
  /// Two hashes of all words: equal for equal bodies.
  struct Whole: Hashable {
    let a: UInt64
    let b: UInt64
  }

  let wordCount: Int
  let whole: Whole
  /// Hashes of the runs of five words, ascending, each once.
  let shingles: [UInt64]

  init(_ document: Document) {
    let words = Self.words(document)
    wordCount = words.count
    whole = Whole(
      a: words.reduce(1) { Self.mix($0 ^ $1) }, b: words.reduce(2) { Self.mix($0 &+ $1) })
    let length = NearDuplicates.shingleLength
    guard words.count >= length else {
      shingles = []
      return
    }
    var hashes = (0...(words.count - length)).map { start in
      words[start..<(start + length)].reduce(0) { Self.mix($0 ^ $1) }
    }
    hashes.sort()
    var unique: [UInt64] = []
    for hash in hashes where unique.last != hash { unique.append(hash) }
    shingles = unique
  }

  /// A hash of each word outside the furniture: letters and digits, small letters for ASCII
  /// capitals. Chinese and Japanese part no words, so each of their characters is one.
  private static func words(_ document: Document) -> [UInt64] {
    var words: [UInt64] = []
    var hash: UInt64 = 0
    var furniture = document.furniture[...]
    var offset = 0
    func finish() {
      if hash != 0 { words.append(mix(hash)) }
      hash = 0
    }
    for scalar in document.text.unicodeScalars {
      while let first = furniture.first, first.end <= offset { furniture.removeFirst() }
      let isFurniture = furniture.first.map { $0.start <= offset } ?? false
      offset += UTF8.width(scalar)
      let sort = isFurniture ? .between : CharacterSort(scalar)
      if sort != .letter { finish() }
      guard sort != .between else { continue }
      let small = (65...90).contains(scalar.value) ? scalar.value | 32 : scalar.value
      hash = (hash ^ UInt64(small) &+ 1) &* 0x0000_0100_0000_01B3 | 1
      if sort == .word { finish() }
    }
    finish()
    return words
  }

  /// What a character is to words. By block, which is close enough: the same characters give the
  /// same words.
  private enum CharacterSort {
    case letter, word, between

    init(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 48...57, 65...90, 97...122: self = .letter
      // Controls and Latin signs, general punctuation to symbols, CJK and full-width punctuation.
      case 0..<0xC0, 0x2000...0x2BFF, 0x3000...0x303F, 0xFE10...0xFE6F, 0xFF00...0xFF0F,
        0xFF1A...0xFF20:
        self = .between
      case 0x3040...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: self = .word
      default: self = .letter
      }
    }
  }

  /// SplitMix64's finisher, one-to-one on 64 bits.
  private static func mix(_ value: UInt64) -> UInt64 {
    var bits = value &+ 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// True when the smaller of the two has that share of its shingles in the other.
  func isMostly(in other: Body, _ threshold: Double) -> Bool {
    var (i, j, shared) = (0, 0, 0)
    while i < shingles.count, j < other.shingles.count {
      if shingles[i] == other.shingles[j] {
        (i, j, shared) = (i + 1, j + 1, shared + 1)
      } else if shingles[i] < other.shingles[j] {
        i += 1
      } else {
        j += 1
      }
    }
    let smaller = min(shingles.count, other.shingles.count)
    return smaller > 0 && Double(shared) >= threshold * Double(smaller)
  }
}

/// Sets that merge, by their smallest member.
private struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(of member: Int) -> Int {
    var root = member
    while parents[root] != root { root = parents[root] }
    var next = member
    while parents[next] != root { (next, parents[next]) = (parents[next], root) }
    return root
  }

  mutating func join(_ a: Int, _ b: Int) {
    let (first, second) = (root(of: a), root(of: b))
    parents[max(first, second)] = min(first, second)
  }
}
