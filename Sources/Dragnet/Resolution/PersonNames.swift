/// Whether two personal names can be one person's.
enum PersonNames {
  /// The parts of a name that name: titles before it gone, marks of generation kept apart.
  struct Parts: Hashable {
    var names: [String]
    var generation: String?
  }

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "madam", "mme", "herr",
    "frau", "senor", "senora", "don", "dona", "datuk", "dato", "datin", "encik", "haji",
  ]
  private static let generations: Set<String> = ["jr", "junior", "sr", "senior", "ii", "iii", "iv"]

  /// Takes titles and generation off a name.
  static func parts(of form: NameForm) -> Parts {
    var names = form.tokens
    var generation: String?
    if names.count > 1, let last = names.last, generations.contains(last) {
      generation = last == "junior" ? "jr" : last == "senior" ? "sr" : last
      names.removeLast()
    }
    while names.count > 1 {
      if names.count > 2, names[1] == "sri", names[0] == "tan" || names[0] == "dato" {
        names.removeFirst(2)
      } else if titles.contains(names[0]) {
        names.removeFirst()
      } else {
        break
      }
    }
    return Parts(names: names, generation: generation)
  }

  /// Judges two names by their parts and their order.
  static func judge(_ a: Parts, _ b: Parts) -> Judgement {
    guard a.generation == b.generation else {
      return .different("one is marked as of another generation")
    }
    let (short, long) = a.names.count <= b.names.count ? (a.names, b.names) : (b.names, a.names)
    if short == long {
      return long.count > 1
        ? .same(0.95, "the same full name") : .ifUnique(0.7, "the same single name")
    }
    if short.count == 1 {
      return long.contains(short[0])
        ? .ifUnique(0.75, "the one name is part of the other") : .unsure("other names")
    }
    if short.count == long.count, short.sorted() == long.sorted() {
      return .same(0.85, "the same names in another order")
    }
    if align(short, long, by: ==) { return .same(0.9, "all names of the one, in order") }
    guard let shortLast = short.last, let longLast = long.last else { return .unsure("no name") }
    if shortLast == longLast, align(short, long, by: isInitialOrEqual) {
      return .ifUnique(0.8, "initials agree and the last name is the same")
    }
    if short[0] == long[0], shortLast != longLast, min(shortLast.count, longLast.count) == 1,
      shortLast.first == longLast.first
    {
      return .ifUnique(0.6, "the last name is given by its initial")
    }
    if let judgement = judgeSpelling(short, long) { return judgement }
    if shortLast == longLast || short[0] == long[0] {
      return .different(shortLast == longLast ? "two first names" : "two last names")
    }
    return .unsure("other names")
  }

  /// One name spelled otherwise, all others equal.
  private static func judgeSpelling(_ a: [String], _ b: [String]) -> Judgement? {
    guard a.count == b.count else { return nil }
    let unequal = a.indices.filter { a[$0] != b[$0] }
    guard unequal.count == 1, let place = unequal.first, Spelling.areAlike(a[place], b[place])
    else { return nil }
    return .ifUnique(0.75, "one name is spelled otherwise")
  }

  /// True when every word of `short` meets a word of `long`, in order.
  private static func align(
    _ short: [String], _ long: [String], by matches: (String, String) -> Bool
  ) -> Bool {
    var place = 0
    for word in short {
      while place < long.count, !matches(word, long[place]) { place += 1 }
      guard place < long.count else { return false }
      place += 1
    }
    return true
  }

  private static func isInitialOrEqual(_ a: String, _ b: String) -> Bool {
    a == b || (a.count == 1 && b.first == a.first) || (b.count == 1 && a.first == b.first)
  }
}
