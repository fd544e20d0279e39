/// Pairs of mentions that may mean the same, and what is known of each pair.
struct ReferentPairs {
  let tables: CoreferenceTables
  private var found: [Known] = []
  /// Words of all mentions, in order and ascending; a mention has ranges of them.
  private var words: [Int32] = []
  /// By word: the latest of the places it stands at, −1 for none.
  private var latest: [Int32] = []
  /// Mentions that have a word, each with the place of the one before that has it.
  private var places: [(mention: Int32, before: Int32)] = []
  /// Numbers of acronyms.
  private var acronyms: [String: Int32] = [:]
  private static let nearPronoun = 25
  private static let near = 50
  private static let far = 20

  /// Pairs of some consecutive later mentions.
  struct Block {
    /// Index of the later mention of each pair.
    var later: [Int32] = []
    /// Index of the earlier one. Pairs are ordered by both.
    var earlier: [Int32] = []
    /// Ten rows of the scorer's table for each pair.
    var rows: [Int32] = []
  }

  /// What is kept of a mention: a long document has hundreds of thousands.
  private struct Known {
    let start, end, sentence, headWord: Int32
    /// Where its words stand in `words`, and how many they are: in order, then each once.
    let core, set: Int32
    let coreCount, setCount: UInt16
    /// Number of the acronym that it is, and of the one its initials make; −1 for none.
    let acronym, initials: Int32
    let type, pronoun, kind, opening, gender, role: Int8
    let isPlural, isQuoted, followsPause: Bool

    /// Places of its words in order.
    var corePlaces: Range<Int> { Int(core)..<Int(core) + Int(coreCount) }
    /// Places of its words, ascending, each once.
    var setPlaces: Range<Int> { Int(set)..<Int(set) + Int(setCount) }
  }

  /// Makes the pairs of the mentions of a document, in their order; more may follow.
  init(_ found: [Referent] = [], tables: CoreferenceTables) {
    self.tables = tables
    append(found)
  }

  /// How many mentions there are.
  var count: Int { found.count }

  /// Adds the mentions that follow.
  mutating func append(_ mentions: [Referent]) {
    for mention in mentions {
      let core = Int32(words.count)
      words += mention.core
      let isSet = mention.core == mention.coreSet
      let set = isSet ? core : Int32(words.count)
      if !isSet { words += mention.coreSet }
      found.append(
        Known(
          start: Int32(mention.start), end: Int32(mention.end), sentence: Int32(mention.sentence),
          headWord: mention.headWord, core: core, set: set, coreCount: UInt16(mention.core.count),
          setCount: UInt16(mention.coreSet.count), acronym: acronym(mention.joined),
          initials: acronym(mention.initials), type: Int8(mention.type),
          pronoun: Int8(mention.pronoun), kind: Int8(mention.kind), opening: Int8(mention.opening),
          gender: Int8(mention.gender), role: Int8(mention.role), isPlural: mention.isPlural,
          isQuoted: mention.isQuoted, followsPause: mention.followsPause))
    }
  }

  /// The number of a text of several capitals; −1 for any other.
  private mutating func acronym(_ text: String) -> Int32 {
    let scalars = text.unicodeScalars
    guard scalars.count > 1, scalars.allSatisfy(\.properties.isUppercase) else { return -1 }
    if let known = acronyms[text] { return known }
    let number = Int32(acronyms.count)
    acronyms[text] = number
    return number
  }

  /// The pairs whose later mention is in `range`. Ranges are asked for in order, without gaps.
  ///
  /// - Complexity: at most 70 pairs for a mention.
  mutating func block(_ range: Range<Int>) -> Block {
    var block = Block()
    for x in range {
      let first = max(0, x - (found[x].pronoun > 0 ? Self.nearPronoun : Self.near))
      for y in distant(x, before: first) { append(x, y, &block) }
      for y in first..<x { append(x, y, &block) }
      guard found[x].pronoun == 0 else { continue }
      for place in found[x].setPlaces { note(x, words[place]) }
    }
    return block
  }

  /// Notes that a mention has a word.
  private mutating func note(_ mention: Int, _ word: Int32) {
    let word = Int(word)
    if word >= latest.count {
      latest += repeatElement(-1, count: max(word + 1, latest.count * 2) - latest.count)
    }
    places.append((Int32(mention), latest[word]))
    latest[word] = Int32(places.count - 1)
  }

  /// The latest mentions before `first` that share a word with `x`, ascending.
  private func distant(_ x: Int, before first: Int) -> [Int] {
    guard found[x].pronoun == 0, first > 0 else { return [] }
    var result: Set<Int> = []
    for place in found[x].setPlaces {
      let word = Int(words[place])
      var next = word < latest.count ? latest[word] : -1
      var taken = 0
      while next >= 0, taken < Self.far {
        let (mention, before) = places[Int(next)]
        if mention < first {
          result.insert(Int(mention))
          taken += 1
        }
        next = before
      }
    }
    return result.sorted().suffix(Self.far)
  }

  private func append(_ x: Int, _ y: Int, _ block: inout Block) {
    block.later.append(Int32(x))
    block.earlier.append(Int32(y))
    appendRows(found[x], found[y], apart: x - y, &block.rows)
  }

  /// What the scorer knows of a pair: the rows of its table for mention `i` and an earlier `j`.
  private func appendRows(_ i: Known, _ j: Known, apart: Int, _ rows: inout [Int32]) {
    let agree: Int8 = i.gender == 0 || j.gender == 0 ? 0 : i.gender == j.gender ? 1 : 2
    let areNames = i.kind == 0 && j.kind == 0
    let values = [
      tables.bucket(Int(i.sentence - j.sentence)), tables.bucket(apart),
      Int(i.type) * 11 + Int(j.type), Int((i.kind * 3 + j.kind) * 3 + agree),
      match(i, j) * 2 + (areNames ? 1 : 0), Int(i.pronoun) * 11 + Int(j.pronoun),
      (i.isPlural ? 8 : 0) + (j.isPlural ? 4 : 0) + Int(i.opening), nesting(i, j),
      Int(i.role) * 11 + Int(j.role), speech(i, j),
    ]
    for (value, offset) in zip(values, tables.offsets) { rows.append(offset + Int32(value)) }
  }

  private func nesting(_ i: Known, _ j: Known) -> Int {
    if j.start <= i.start && i.end <= j.end { return 1 }
    if i.start == j.end + 2 && i.followsPause { return 2 }
    if i.start == j.end + 1 { return 3 }
    return i.start == j.end + 2 ? 4 : 0
  }

  private func speech(_ i: Known, _ j: Known) -> Int {
    let speech = (i.isQuoted ? 2 : 0) + (j.isQuoted ? 1 : 0)
    guard i.pronoun > 0, j.pronoun > 0 else { return speech }
    // A pronoun is one word, its head.
    return i.headWord == j.headWord ? speech + 4 : 8
  }

  /// How alike the words of two mentions are, 0 nothing in common … 7.
  private func match(_ i: Known, _ j: Known) -> Int {
    if i.pronoun > 0 || j.pronoun > 0 { return 0 }
    if i.coreCount > 0, words[i.corePlaces].elementsEqual(words[j.corePlaces]) { return 1 }
    let areHeadsEqual = i.headWord == j.headWord
    if i.coreCount > 0, isSubset(i.setPlaces, j.setPlaces) { return areHeadsEqual ? 2 : 3 }
    if j.coreCount > 0, isSubset(j.setPlaces, i.setPlaces) { return areHeadsEqual ? 4 : 5 }
    if areHeadsEqual { return 6 }
    let isAcronym =
      i.acronym >= 0 && i.acronym == j.initials || j.acronym >= 0 && j.acronym == i.initials
    return isAcronym ? 7 : 0
  }

  /// True when every word of `a` is in `b`; both ascend.
  private func isSubset(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count <= b.count else { return false }
    var index = b.lowerBound
    for place in a {
      while index < b.upperBound, words[index] < words[place] { index += 1 }
      guard index < b.upperBound, words[index] == words[place] else { return false }
    }
    return true
  }
}

/// Joins mentions to the best of their antecedents.
struct ReferentChains {
  /// By mention: its best antecedent, −1 for none, and the score of the pair.
  private var best: [(score: Float, earlier: Int32)] = []

  /// Takes in the scores of some pairs, later mentions in ascending order. A mention is joined to
  /// its best pair that beats having none; the earliest among equals.
  ///
  /// - Parameters:
  ///   - none: the scores of having none, by mention from `first` on.
  mutating func add(
    _ block: ReferentPairs.Block, scores: [Float], none: [Float], from first: Int = 0
  ) {
    for (pair, score) in scores.enumerated() {
      let x = Int(block.later[pair])
      while best.count <= x { best.append((-.infinity, -1)) }
      guard score > none[x - first], score > best[x].score else { continue }
      best[x] = (score, block.earlier[pair])
    }
  }

  /// The number of each mention's chain; chains are numbered by their first mention.
  func numbers(count: Int) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(count)
    var next = 0
    for x in 0..<count {
      if x < best.count, best[x].earlier >= 0 {
        result.append(result[Int(best[x].earlier)])
      } else {
        result.append(next)
        next += 1
      }
    }
    return result
  }
}
