/// Finds places in an order: *the country's third-largest bank*, *the second journalist to be killed*.
///
/// The number is the value; `unit` says in which order.
struct RankFinder {
  let acts: TreeActFinder
  private var tree: SentenceTree { acts.tree }
  private var parties: PartyFinder { acts.parties }

  init(acts: TreeActFinder) { self.acts = acts }

  /// Someone or something and its place.
  struct Rank: Equatable {
    let draft: Int
    let number: Int
    let unit: String
    let words: Range<Int>
  }

  /// The ranks a sentence gives, in the order of the text.
  func ranks() -> [Rank] {
    var found: [Rank] = []
    for word in tree.words {
      guard let (number, order) = place(at: word), let noun = noun(above: word),
        !RankFinder.times.contains(lemma(noun)),
        let draft = bearer(of: noun, depth: 0)
      else { continue }
      // Alone, *second* may as well say which of two is meant: what follows tells.
      guard !order.isEmpty || tree.has(noun, "acl") || tree.has(noun, "acl:relcl") else { continue }
      let unit = order.isEmpty ? lemma(noun) : order + " " + lemma(noun)
      found.append(Rank(draft: draft, number: number, unit: unit, words: word..<(word + 1)))
    }
    return found
  }

  /// *third-largest*, *third largest*, *third*: the number, and the order where one is named.
  private func place(at word: Int) -> (Int, String)? {
    let parts = tree.scene.lower(word).split(separator: "-").map(String.init)
    guard let first = parts.first, let number = RankFinder.ordinal(first) else { return nil }
    if parts.count == 2, let order = RankFinder.orders[parts[1]] { return (number, order) }
    guard parts.count == 1 else { return nil }
    let next = word + 1
    if tree.words.contains(next), tree.scene.lower(next) == "-", tree.words.contains(next + 1),
      let order = RankFinder.orders[tree.scene.lower(next + 1)]
    {
      return (number, order)
    }
    if tree.words.contains(next), let order = RankFinder.orders[tree.scene.lower(next)] {
      return (number, order)
    }
    return number > 1 ? (number, "") : nil
  }

  /// The noun that a modifier belongs to.
  private func noun(above word: Int) -> Int? {
    var current = word
    for _ in 0..<3 {
      guard let head = tree.head(of: current), head > word, head - word < 6 else { return nil }
      if tree.part(of: head) == .noun { return head }
      current = head
    }
    return nil
  }

  /// What a noun is said of: its subject, or what it stands beside.
  private func bearer(of noun: Int, depth: Int) -> Int? {
    guard depth < 3 else { return nil }
    if tree.has(noun, "cop") {
      return tree.children(of: noun, by: ["nsubj"]).lazy.compactMap { party($0) }.first
    }
    guard let head = tree.head(of: noun) else { return nil }
    switch tree.label(of: noun) {
    case "appos": return party(head)
    case "conj": return bearer(of: head, depth: depth + 1)
    default: return nil
    }
  }

  private func party(_ word: Int) -> Int? {
    parties.single(word).first { !$0.isIndirect && parties.drafts[$0.draft].type != .group }?.draft
  }

  private func lemma(_ word: Int) -> String { tree.advice.words[word]?.lemma ?? "" }

  static func ordinal(_ word: String) -> Int? {
    if let known = ordinals[word] { return known }
    let digits = word.prefix { $0.isNumber }
    guard let number = Int(digits), (1...999).contains(number),
      ["st", "nd", "rd", "th"].contains(word.dropFirst(digits.count))
    else { return nil }
    return number
  }

  private static let ordinals: [String: Int] = [
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
  ]
  /// Superlatives by the order they name.
  private static let orders: [String: String] = {
    var table: [String: String] = [:]
    for line in [
      "largest biggest greatest", "smallest", "richest wealthiest", "poorest", "oldest", "youngest",
      "highest tallest", "longest", "busiest", "deadliest worst", "best", "leading", "strongest",
      "fastest", "ranking", "placed",
    ] {
      let words = line.split(separator: " ").map(String.init)
      for word in words { table[word] = words[0] }
    }
    return table
  }()
  private static let times: Set<String> = [
    "day", "night", "week", "month", "year", "time", "hour", "century", "decade", "anniversary",
    "floor", "term", "birthday", "half", "quarter", "round", "place", "language", "wife", "husband",
    "son", "daughter", "child", "cousin", "name", "accused", "defendant", "man", "woman", "person",
  ]
}
