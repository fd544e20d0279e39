import DragnetText

/// Finds the pairs worth judging, so that a million chains do not mean 10¹² comparisons.
///
/// Two prototypes are compared when they share a key: two names of a person, a last name and an
/// initial, a word of a body's name, an acronym, the consonants of a word, an office. A single name
/// meets every name that holds it. A key that more than `limit` prototypes share is too common to
/// tell anyone apart and is left out, but for whole names.
struct Blocking {
  /// Most prototypes that may share a key.
  static let limit = 200

  private var blocks: [String: [Int]] = [:]
  /// Single names, and the names that hold them, by the name.
  private var singles: [String: [Int]] = [:]
  private var holders: [String: [Int]] = [:]

  /// Files prototypes under their keys.
  init(_ prototypes: [Prototype]) {
    for (index, prototype) in prototypes.enumerated() {
      for key in Set(Blocking.keys(of: prototype.record)) {
        blocks[key, default: []].append(index)
      }
      guard prototype.record.type == .person, prototype.record.isNamed else { continue }
      let names = PersonNames.parts(of: prototype.record.form).names
      if names.count == 1 {
        singles[names[0], default: []].append(index)
      } else {
        for name in Set(names) { holders[name, default: []].append(index) }
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
    for (name, short) in singles {
      let long = holders[name] ?? []
      guard short.count * long.count <= Blocking.limit * Blocking.limit else { continue }
      for a in short {
        for b in long { seen.insert(Blocking.code(a, b)) }
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
      if record.isNamed, name.tokens.count > 1 {
        keys.append("2|\(name.tokens[0]) \(name.tokens[1])")
      }
      switch record.type {
      case .person: keys += personKeys(PersonNames.parts(of: name).names)
      case .place:
        keys += name.tokens.filter { $0.count > 4 }.map { "l|" + Spelling.skeleton($0) }
        if let code = CountryWords.code(named: name) { keys.append("c|" + code) }
      case .organization, .agency, .other:
        if let core = BodyNames.core(of: name) { keys.append("=" + core.key) }
        if name.tokens.count > 2 {
          let words = name.tokens.filter { !NameForm.linkWords.contains($0) }
          keys.append("w|" + words.sorted().joined(separator: " "))
        }
        keys += name.tokens.filter { $0.count > 2 && !NameForm.linkWords.contains($0) }
          .map { "o|" + $0 }
        if name.tokens.count > 1 { keys.append("i|" + name.initials) }
        if name.tokens.count == 1 { keys.append("i|" + name.key) }
      case .group: break  // by whole name alone
      }
    }
    if let office = record.attributes.office, record.type == .agency {
      keys.append("f|\(office)|\(record.attributes.country ?? "-")")
      keys.append("f|\(office)")
    }
    return keys
  }

  /// Every two names together, the last name with the first initial, and each name with the
  /// consonants of the others, which survive most misspellings.
  private static func personKeys(_ names: [String]) -> [String] {
    guard let last = names.last, let first = names.first?.first, (2...6).contains(names.count)
    else { return [] }
    var keys = ["\(last)|\(first)"]
    // "Ada L." meets "Ada Lund".
    if let initial = last.first { keys.append("\(names[0])|\(initial).") }
    for (place, name) in names.enumerated() {
      for other in names[(place + 1)...] {
        keys.append(name < other ? "\(name) \(other)" : "\(other) \(name)")
      }
      let rest = names.indices.filter { $0 != place }.map { Spelling.skeleton(names[$0]) }
      keys.append("~\(name)|\(rest.joined(separator: " "))")
    }
    return keys
  }
}
