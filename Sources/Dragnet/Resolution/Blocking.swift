import DragnetText

/// Finds the pairs worth judging, so that a million chains do not mean 10¹² comparisons.
///
/// Two prototypes are compared when they share a key: a word of their names, an acronym, the
/// consonants of a word, an office. A key that more than `limit` prototypes share is too common to
/// tell anyone apart (*John*) and is left out, but for whole names.
struct Blocking {
  /// Most prototypes that may share a key.
  static let limit = 200

  private var blocks: [String: [Int]] = [:]

  /// Files prototypes under their keys.
  init(_ prototypes: [Prototype]) {
    for (index, prototype) in prototypes.enumerated() {
      for key in Set(Blocking.keys(of: prototype.record)) {
        blocks[key, default: []].append(index)
      }
    }
  }

  /// Pairs of prototypes that share a key, ascending, each once.
  func pairs() -> [(Int, Int)] {
    var seen: Set<UInt64> = []
    for (key, members) in blocks where members.count > 1 {
      guard members.count <= Blocking.limit else {
        // A whole name shared by many differs in country or seat only: neighbors suffice.
        if key.hasPrefix("=") {
          for (a, b) in zip(members, members.dropFirst()) { seen.insert(Blocking.code(a, b)) }
        }
        continue
      }
      for (place, a) in members.enumerated() {
        for b in members[(place + 1)...] { seen.insert(Blocking.code(a, b)) }
      }
    }
    return seen.sorted().map { (Int($0 >> 32), Int($0 & 0xffff_ffff)) }
  }

  private static func code(_ a: Int, _ b: Int) -> UInt64 {
    UInt64(min(a, b)) << 32 | UInt64(max(a, b))
  }

  private static func keys(of record: ChainRecord) -> [String] {
    var keys: [String] = []
    for name in record.names where record.isNamed || record.type == .agency {
      keys.append("=" + name.key)
      switch record.type {
      case .person:
        keys += name.tokens.filter { $0.count > 1 }.map { "p|" + $0 }
        keys += name.tokens.filter { $0.count > 4 }.map { "~" + Spelling.skeleton($0) }
      case .place:
        keys += name.tokens.filter { $0.count > 4 }.map { "l|" + Spelling.skeleton($0) }
      case .organization, .agency, .other:
        keys += name.tokens.filter { $0.count > 2 && !NameForm.linkWords.contains($0) }
          .map { "o|" + $0 }
        if name.tokens.count > 1 { keys.append("i|" + name.initials) }
        if name.tokens.count == 1 { keys.append("i|" + name.key) }
      case .group: break
      }
    }
    if let office = record.attributes.office, record.type == .agency {
      keys.append("f|\(office)|\(record.attributes.country ?? "-")")
      keys.append("f|\(office)")
    }
    return keys
  }
}
