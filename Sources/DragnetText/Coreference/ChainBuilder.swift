/// Joins drafts that mean the same within one document.
///
/// Named ones by name; nouns (*the police*, *the group*, *the victims*) by kind and nearness.
struct ChainBuilder {
  var drafts: [Draft]
  var keep: [Bool]
  var chains: [ChainDraft] = []
  /// Chain of each draft, nil for none.
  var chainOf: [Int?]
  let countryNames: [String: String]
  var byName: [String: Int] = [:]
  /// The country most places of the document lie in, when it is clear.
  var dominant: String?
  /// Chains of named crime groups and armed groups, one more than `gangMemory` at most.
  var gangs: [Int] = []
  /// True where nouns wait for what a model says.
  var isAdvised = false
  static let memory = 400
  /// Where more gangs than this are named, *a gang* is none of them.
  static let gangMemory = 40

  init(_ drafts: [Draft], ignored: Set<String>, countryNames: [String: String]) {
    self.drafts = drafts
    self.countryNames = countryNames
    chainOf = [Int?](repeating: nil, count: drafts.count)
    keep = []
    keep = NameSettler.settle(&self.drafts, ignored: ignored)
  }

  /// Assigns chains to all drafts but pronouns.
  mutating func run() {
    dominant = dominantCountry()
    let order = drafts.indices.sorted {
      (drafts[$0].words.lowerBound, -drafts[$0].words.count, $0)
        < (drafts[$1].words.lowerBound, -drafts[$1].words.count, $1)
    }
    for index in order where keep[index] && drafts[index].kind == .name { addNamed(index) }
    joinAcronyms()
    sortChains()
    for index in order
    where keep[index] && drafts[index].type == .group && drafts[index].attributes.count != nil {
      addCounted(index)
    }
    sortChains()
    for index in order
    where keep[index] && chainOf[index] == nil && drafts[index].kind == .nominal
      && !drafts[index].isAdvised && !(isAdvised && waits(drafts[index]))
    {
      addNominal(index)
    }
    sortChains()
    for index in order
    where keep[index] && chainOf[index] == nil && drafts[index].kind == .nominal
      && !drafts[index].isAdvised
    {
      addLate(index)
    }
    settlePosts()
    sortChains()
  }

  /// Puts the drafts of every chain in the order of the text; to be called after a run of joins.
  mutating func sortChains() {
    for index in chains.indices {
      chains[index].drafts.sort()
      chains[index].sortedCount = chains[index].drafts.count
    }
  }

  // MARK: Names

  mutating func addNamed(_ index: Int) {
    let draft = drafts[index]
    let name = NameForm.fold(draft.name)
    if let chain = match(draft, name) {
      join(index, to: chain)
    } else {
      open(index, names: [name])
    }
    guard let chain = chainOf[index] else { return }
    for alias in [name] + draft.aliases.map(NameForm.fold) {
      chains[chain].add(alias)
      register(alias, chain)
    }
  }

  mutating func register(_ name: String, _ chain: Int) {
    let slot = slot(chains[chain].type) + name
    if byName[slot] == nil { byName[slot] = chain }
  }

  func slot(_ type: EntityType) -> String {
    switch type {
    case .person: "p:"
    case .place: "l:"
    case .group: "g:"
    case .organization, .agency, .other: "o:"
    }
  }

  func match(_ draft: Draft, _ name: String) -> Int? {
    switch draft.type {
    case .agency:
      if let key = draft.key {
        return recent { chain in
          chain.key == key && chain.attributes.country == draft.attributes.country
            && (chain.attributes.seat == draft.attributes.seat || chain.attributes.seat == nil
              || draft.attributes.seat == nil)
        }
      }
      return byName[slot(.agency) + name]
        ?? recent { chain in
          chain.type == .agency && chain.key == nil && chain.isNamed
            && chain.compared.contains {
              $0.text.hasSuffix(" " + name) || name.hasSuffix(" " + $0.text)
            }
        }
    case .person: return matchPerson(draft, name)
    case .organization, .other:
      if let chain = byName[slot(.organization) + name] { return chain }
      return recent { chain in
        (chain.type == .organization || chain.type == .other) && chain.isNamed
          && chain.compared.contains {
            isLonger($0.text, than: name) || isLonger(name, than: $0.text)
          }
      }
    case .place, .group: return byName[slot(draft.type) + name]
    }
  }

  /// *Red Cross* in *Red Cross of Utopia*: the shorter one begins the longer one.
  func isLonger(_ long: String, than short: String) -> Bool {
    guard long.utf8.count > short.utf8.count else { return false }
    if !short.contains(" "), short.utf8.count >= 4, long.hasSuffix(" " + short) { return true }
    guard long.hasPrefix(short) else { return false }
    let rest = long.dropFirst(short.count)
    guard rest.first == " " else { return false }
    let words = rest.split(separator: " ")
    if short.contains(" ") { return words.count <= 2 }
    if short.utf8.count >= 4, words.count <= 3, words[0] != "of", words[0] != "and" { return true }
    return words.count == 1
      && [
        "group", "inc", "inc.", "ltd", "ltd.", "corp", "corp.", "plc", "company", "holdings",
        "bank", "gang", "cartel", "ag", "sa", "gmbh", "limited", "corporation", "international",
        "s.a.", "spa", "nv", "co.", "co", "syndicate", "party", "ransomware",
      ].contains(words[0])
  }

  func matchPerson(_ draft: Draft, _ name: String) -> Int? {
    if let chain = byName["p:" + name] { return chain }
    let parts = name.split(separator: " ")
    if parts.count == 1, let known = mostNamed(parts[0]) { return known }
    return recent { chain in
      guard chain.type == .person, chain.isNamed else { return false }
      return chain.compared.contains { known in
        let others = known.words
        if parts.count == 1 {
          return others.count > 1 && (others.contains(parts[0]))
        }
        // A surname says nothing of two people whose full names are known.
        if others.count == 1 { return parts.contains(others[0]) && !chain.isFull }
        return parts.count < others.count
          ? NameForm.isPart(parts, of: others) : NameForm.isPart(others, of: parts)
      }
    }
  }

  /// Of several people with a name, the one spoken of most: the others are given their first names.
  func mostNamed(_ name: Substring) -> Int? {
    let holders = chains.indices.suffix(ChainBuilder.memory).filter { index in
      chains[index].type == .person && chains[index].isNamed
        && chains[index].compared.contains { $0.words.count > 1 && $0.words.last == name }
    }
    guard holders.count > 1 else { return nil }
    return holders.max {
      (chains[$0].drafts.count, chains[$0].last) < (chains[$1].drafts.count, chains[$1].last)
    }
  }

  mutating func joinAcronyms() {
    for index in chains.indices.prefix(ChainBuilder.memory)
    where chains[index].type == .organization || chains[index].type == .agency {
      guard let first = chains[index].drafts.first else { continue }
      let short = drafts[first].name
      guard short.utf8.count <= 8, !short.contains(" ") else { continue }
      let long = chains.indices.prefix(ChainBuilder.memory).first { other in
        other != index && (chains[other].type == .organization || chains[other].type == .agency)
          && chains[other].drafts.prefix(ChainDraft.comparedCount)
            .contains { NameForm.isAcronym(short, of: drafts[$0].name) }
      }
      if let long { merge(index, into: long) }
    }
  }

  mutating func merge(_ from: Int, into to: Int) {
    for draft in chains[from].drafts { chainOf[draft] = to }
    chains[to].drafts += chains[from].drafts
    for name in chains[from].compared { chains[to].add(name.text) }
    chains[to].start = min(chains[to].start, chains[from].start)
    chains[to].last = max(chains[to].last, chains[from].last)
    chains[to].hasRescued = chains[to].hasRescued || chains[from].hasRescued
    chains[to].isQuoted = chains[to].isQuoted || chains[from].isQuoted
    ChainBuilder.fill(&chains[to].attributes, chains[from].attributes)
    let prefix = slot(chains[from].type)
    for name in chains[from].names where byName[prefix + name] == from {
      byName[prefix + name] = to
    }
    chains[from].drafts = []
    chains[from].forgetNames()
    chains[from].isNamed = false
    chains[from].key = nil
    noteGang(to)
  }

  // MARK: Groups

  /// Set by the caller: words that follow a verb of rescue or captivity.
  var rescued: Set<Int> = []

  // MARK: Joining

  mutating func open(_ index: Int, names: Set<String>) {
    let draft = drafts[index]
    let word = draft.words.lowerBound
    var chain = ChainDraft(
      type: draft.type, drafts: [index], attributes: draft.attributes, key: draft.key,
      groupClass: draft.groupClass, isNamed: draft.kind == .name, isQuoted: draft.isQuoted,
      hasRescued: isRescued(draft), first: word, start: word, last: word)
    for name in names.sorted() { chain.add(name) }
    chains.append(chain)
    chainOf[index] = chains.count - 1
    noteGang(chains.count - 1)
  }

  /// Adds a draft to a chain and what it says of it.
  ///
  /// Between two calls of `sortChains`, drafts must join in the order of the text.
  mutating func join(_ index: Int, to chain: Int) {
    chainOf[index] = chain
    let draft = drafts[index]
    chains[chain].drafts.append(index)
    chains[chain].start = min(chains[chain].start, draft.words.lowerBound)
    chains[chain].last = max(chains[chain].last, draft.words.lowerBound)
    chains[chain].isQuoted = chains[chain].isQuoted || draft.isQuoted
    chains[chain].hasRescued = chains[chain].hasRescued || isRescued(draft)
    ChainBuilder.fill(&chains[chain].attributes, draft.attributes)
    if chains[chain].groupClass == nil || chains[chain].groupClass == .neutral {
      chains[chain].groupClass = draft.groupClass ?? chains[chain].groupClass
    }
    if draft.kind == .name { chains[chain].isNamed = true }
    noteGang(chain)
  }

  /// Takes over what is not known yet. Static: a method called on the builder while its chains
  /// change would copy them all first.
  private static func fill(_ attributes: inout Attributes, _ more: Attributes) {
    attributes.honorific = attributes.honorific ?? more.honorific
    attributes.role = attributes.role ?? more.role
    attributes.country = attributes.country ?? more.country
    attributes.office = attributes.office ?? more.office
    attributes.seat = attributes.seat ?? more.seat
    attributes.count = attributes.count ?? more.count
    attributes.noun = attributes.noun ?? more.noun
  }

  /// The country most places of the document lie in, when it is clear.
  func dominantCountry() -> String? {
    var counts: [String: Int] = [:]
    for draft in drafts where draft.type == .place {
      if let country = draft.attributes.country { counts[country, default: 0] += 1 }
    }
    let ranked = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard let first = ranked.first, first.value >= 2 else { return nil }
    if ranked.count > 1, first.value * 2 < ranked[1].value * 3 { return nil }
    return first.key
  }
}
