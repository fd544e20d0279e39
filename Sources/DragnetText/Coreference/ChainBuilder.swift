/// Joins drafts that mean the same within one document.
///
/// Named ones by name; nouns (*the police*, *the group*, *the victims*) by kind and nearness.
struct ChainBuilder {
  private(set) var drafts: [Draft]
  private(set) var keep: [Bool]
  private(set) var chains: [ChainDraft] = []
  /// Chain of each draft, nil for none.
  private(set) var chainOf: [Int?]
  private let countryNames: [String: String]
  private var byName: [String: Int] = [:]
  /// The country most places of the document lie in, when it is clear.
  private(set) var dominant: String?
  /// Chains of named crime groups and armed groups, one more than `gangMemory` at most.
  private var gangs: [Int] = []
  private static let memory = 400
  /// Where more gangs than this are named, *a gang* is none of them.
  private static let gangMemory = 40

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
    for index in order where keep[index] && chainOf[index] == nil && drafts[index].kind == .nominal
    {
      addNominal(index)
    }
    sortChains()
    for index in order where keep[index] && chainOf[index] == nil && drafts[index].kind == .nominal
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

  private mutating func addNamed(_ index: Int) {
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

  private mutating func register(_ name: String, _ chain: Int) {
    let slot = slot(chains[chain].type) + name
    if byName[slot] == nil { byName[slot] = chain }
  }

  private func slot(_ type: EntityType) -> String {
    switch type {
    case .person: "p:"
    case .place: "l:"
    case .group: "g:"
    case .organization, .agency, .other: "o:"
    }
  }

  private func match(_ draft: Draft, _ name: String) -> Int? {
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
  private func isLonger(_ long: String, than short: String) -> Bool {
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

  private func matchPerson(_ draft: Draft, _ name: String) -> Int? {
    if let chain = byName["p:" + name] { return chain }
    let parts = name.split(separator: " ")
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

  /// The nearest chain before that fits.
  private func recent(_ fits: (ChainDraft) -> Bool) -> Int? {
    var best: Int?
    for index in chains.indices.suffix(ChainBuilder.memory).reversed() where fits(chains[index]) {
      if best == nil || chains[index].last > chains[best ?? 0].last { best = index }
    }
    return best
  }

  private mutating func joinAcronyms() {
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

  private mutating func merge(_ from: Int, into to: Int) {
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

  private mutating func addCounted(_ index: Int) {
    let draft = drafts[index]
    let match = recent { chain in
      chain.type == .group && chain.attributes.count == draft.attributes.count
        && (chain.attributes.country == nil || draft.attributes.country == nil
          || chain.attributes.country == draft.attributes.country)
        && areNounsCompatible(chain, draft)
        && (draft.isDefinite || sharesKind(chain, draft))
    }
    if let match { join(index, to: match) } else { open(index, names: []) }
  }

  /// An indefinite group is one met before only when noun or nationality says so.
  private func sharesKind(_ chain: ChainDraft, _ draft: Draft) -> Bool {
    if let noun = draft.attributes.noun, noun == chain.attributes.noun { return true }
    if draft.attributes.country != nil {
      return chain.attributes.country == draft.attributes.country
    }
    return draft.groupClass == .victim && chain.groupClass == .victim
  }

  private func areNounsCompatible(_ chain: ChainDraft, _ draft: Draft) -> Bool {
    guard let first = chain.attributes.noun, let second = draft.attributes.noun, first != second
    else { return true }
    let vague: Set<String> = ["person", "individual", "citizen", "national", "foreigner", "man"]
    return vague.contains(first) || vague.contains(second)
      || (chain.groupClass == draft.groupClass && chain.groupClass != .neutral)
  }

  /// The people an event is about: those *the victims* means.
  private func victims(near position: Int) -> Int? {
    var best: (chain: Int, score: Int)?
    for index in candidates(position) where chains[index].type == .group {
      let chain = chains[index]
      guard !chain.drafts.isEmpty else { continue }
      var score = 0
      if chain.groupClass == .victim { score += 4 }
      if chain.groupClass == .suspect { score -= 6 }
      if chain.attributes.count != nil { score += 1 }
      if chain.hasRescued { score += 3 }
      if (chain.attributes.count ?? 0) > 9 { score += 1 }
      if chain.start > position { score -= 1 }
      if score >= 3, best == nil || score > (best?.score ?? 0) { best = (index, score) }
    }
    return best?.chain
  }

  /// Set by the caller: words that follow a verb of rescue or captivity.
  var rescued: Set<Int> = []
  private func isRescued(_ draft: Draft) -> Bool { rescued.contains(draft.words.lowerBound) }

  // MARK: Nouns

  private mutating func addNominal(_ index: Int) {
    let draft = drafts[index]
    switch draft.type {
    case .agency: addAgency(index)
    case .organization: addOrganization(index)
    case .person:
      guard let role = draft.attributes.role else { return }
      let match = nearestBefore(draft.words.lowerBound) { chain in
        chain.type == .person && chain.isNamed
          && (chain.attributes.role.map { $0 == role || $0.hasPrefix(role) || $0.hasSuffix(role) }
            ?? false)
      }
      if let match { join(index, to: match) }
    case .group: addGroup(index)
    case .place:
      let name = NameForm.fold(draft.name)
      if let chain = byName["l:" + name] {
        join(index, to: chain)
      } else if draft.isRegion {
        open(index, names: [name])
        register(name, chains.count - 1)
      }
    case .other: break
    }
  }

  private mutating func addAgency(_ index: Int) {
    let draft = drafts[index]
    guard let office = draft.attributes.office else { return }
    if office == "unit" {
      let name = NameForm.fold(draft.name)
      if let chain = byName[slot(.agency) + name] {
        join(index, to: chain)
      } else {
        open(index, names: [name])
        if let chain = chainOf[index] { register(name, chain) }
      }
      return
    }
    let before = draft.words.lowerBound
    let same = nearest(before) { chain in
      chain.type == .agency
        && (chain.attributes.office == office
          || (office == "ministry" && (chain.attributes.office ?? "").hasSuffix("ministry"))
          || (office == "authorities" && chain.attributes.office == "police"))
        && (office != "police" || chain.attributes.country != nil || chain.key != nil)
    }
    if let same { join(index, to: same) }
  }

  /// The chain with the last mention before a word; when none is before, the first after.
  private func nearest(_ word: Int, _ fits: (ChainDraft) -> Bool) -> Int? {
    nearestBefore(word, fits) ?? nearestAfter(word, fits)
  }

  private func nearestBefore(_ word: Int, _ fits: (ChainDraft) -> Bool) -> Int? {
    var best: Int?
    var bestWord = -1
    for index in candidates(word) where fits(chains[index]) {
      let position = lastStart(in: chains[index], before: word)
      if let position, position > bestWord {
        best = index
        bestWord = position
      }
    }
    return best
  }

  private func nearestAfter(_ word: Int, _ fits: (ChainDraft) -> Bool) -> Int? {
    var next: Int?
    var nextWord = Int.max
    for index in candidates(word) where fits(chains[index]) {
      let position = firstStart(in: chains[index], from: word)
      if let position, position < nextWord {
        next = index
        nextWord = position
      }
    }
    return next
  }

  /// Chains opened around a word; few enough that a huge document stays linear.
  private func candidates(_ word: Int) -> Range<Int> {
    guard chains.count > ChainBuilder.memory else { return chains.indices }
    var low = 0
    var high = chains.count
    while low < high {
      let middle = (low + high) / 2
      if chains[middle].first < word { low = middle + 1 } else { high = middle }
    }
    let from = max(0, low - ChainBuilder.memory)
    let to = min(chains.count, low + 50)
    return from..<to
  }

  /// First word of a chain's last draft before a word.
  private func lastStart(in chain: ChainDraft, before word: Int) -> Int? {
    let sorted = chain.drafts[..<chain.sortedCount]
    let joined = chain.drafts[chain.sortedCount...]
    let ends = [sorted[..<split(sorted, word)].last, joined[..<split(joined, word)].last]
    return ends.compactMap { $0.map { drafts[$0].words.lowerBound } }.max()
  }

  /// First word of a chain's first draft at a word or after it.
  private func firstStart(in chain: ChainDraft, from word: Int) -> Int? {
    let sorted = chain.drafts[..<chain.sortedCount]
    let joined = chain.drafts[chain.sortedCount...]
    let starts = [sorted[split(sorted, word)...].first, joined[split(joined, word)...].first]
    return starts.compactMap { $0.map { drafts[$0].words.lowerBound } }.min()
  }

  /// Place of the first of some drafts, in the order of the text, at a word or after it.
  private func split(_ some: ArraySlice<Int>, _ word: Int) -> Int {
    var low = some.startIndex
    var high = some.endIndex
    while low < high {
      let middle = (low + high) / 2
      if drafts[some[middle]].words.lowerBound < word { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func addOrganization(_ index: Int) {
    let draft = drafts[index]
    let office = draft.attributes.office
    let isGeneric = office == "organization"
    // "X, the largest bank in the country": an apposition.
    if let named = appositive(index) {
      join(index, to: named)
      return
    }
    let fits: (ChainDraft) -> Bool = { chain in
      guard chain.type == .organization else { return false }
      if chain.attributes.country != nil, draft.attributes.country != nil,
        chain.attributes.country != draft.attributes.country
      {
        return false
      }
      return chain.attributes.office == office || (chain.attributes.office == nil && chain.isNamed)
        || (chain.isNamed && chain.attributes.office == "organization")
        || (isGeneric
          && ["crime group", "armed group", "charity", "company", "hospital"]
            .contains(chain.attributes.office ?? ""))
    }
    if draft.isDefinite {
      let word = draft.words.lowerBound
      let exact: (ChainDraft) -> Bool = { fits($0) && $0.attributes.office == office }
      let isGang = office == "crime group" || office == "armed group"
      if !isGeneric, let chain = nearestBefore(word, exact) {
        join(index, to: chain)
      } else if let chain = nearest(
        word, { fits($0) && !(isGang && !isGangLike($0)) })
      {
        join(index, to: chain)
      }
      return
    }
    // An unnamed crime group is the one named crime group of the document, if there is just one.
    if office == "crime group" || office == "armed group" {
      let named = gangs.filter {
        chains[$0].isNamed && fits(chains[$0]) && chains[$0].attributes.office == office
      }
      if named.count == 1, gangs.count <= ChainBuilder.gangMemory {
        join(index, to: named[0])
        return
      }
    }
    guard draft.attributes.country != nil else { return }
    if let chain = nearest(
      draft.words.lowerBound,
      { chain in
        fits(chain) && chain.attributes.country == draft.attributes.country
          && chain.attributes.office == office
      })
    {
      join(index, to: chain)
    } else {
      open(index, names: [NameForm.fold(draft.name)])
    }
  }

  /// Keeps a named crime group or armed group in mind.
  private mutating func noteGang(_ index: Int) {
    let chain = chains[index]
    guard chain.isNamed, chain.type == .organization, gangs.count <= ChainBuilder.gangMemory,
      chain.attributes.office == "crime group" || chain.attributes.office == "armed group",
      !gangs.contains(index)
    else { return }
    gangs.append(index)
  }

  /// False for a body that nothing calls a gang.
  private func isGangLike(_ chain: ChainDraft) -> Bool {
    switch chain.attributes.office {
    case "crime group", "armed group": true
    case nil: chain.isQuoted
    default: false
    }
  }

  /// The named body whose comma this draft follows.
  private func appositive(_ index: Int) -> Int? {
    let start = drafts[index].words.lowerBound
    var other = index - 1
    while other >= 0, index - other < 6 {
      if drafts[other].words.upperBound == start - 1, drafts[other].kind == .name,
        drafts[other].type == .organization
      {
        return chainOf[other]
      }
      other -= 1
    }
    return nil
  }

  private mutating func addGroup(_ index: Int) {
    let draft = drafts[index]
    if draft.isCollective {
      open(index, names: [])
      return
    }
    if draft.groupClass == .victim {
      let match = victims(near: draft.words.lowerBound)
      if let match,
        draft.attributes.country == nil || chains[match].attributes.country == nil
          || chains[match].attributes.country == draft.attributes.country
      {
        join(index, to: match)
        return
      }
      guard draft.isDefinite || draft.demonym != nil else { return }
      open(index, names: [])
      return
    }
    guard draft.isDefinite || draft.demonym != nil else { return }
    if let noun = draft.attributes.noun, ChainBuilder.vagueNouns.contains(noun),
      draft.demonym == nil
    {
      // "These people": the group last spoken of.
      if let chain = nearestBefore(draft.words.lowerBound, { $0.type == .group }) {
        join(index, to: chain)
      }
      return
    }
    let counted = nearest(draft.words.lowerBound) { chain in
      chain.type == .group
        && (draft.attributes.country == nil
          ? true : chain.attributes.country == draft.attributes.country)
        && (draft.attributes.noun == nil || chain.attributes.noun == draft.attributes.noun
          || (draft.groupClass == .suspect && chain.groupClass == .suspect)
          || (draft.demonym != nil && chain.attributes.country == draft.attributes.country))
        && (draft.attributes.country != nil || draft.attributes.noun != nil)
    }
    if let counted {
      join(index, to: counted)
    } else if draft.demonym != nil {
      open(index, names: [])
    }
  }

  private static let vagueNouns: Set<String> = [
    "person", "individual", "foreigner", "man", "national", "group",
  ]

  /// An embassy without a country belongs to the one country whose foreign ministry is named.
  private mutating func settlePosts() {
    let countries = Set(
      chains.compactMap { $0.attributes.office == "foreign ministry" ? $0.attributes.country : nil }
    )
    guard countries.count == 1, let country = countries.first else { return }
    for index in chains.indices
    where chains[index].type == .agency && chains[index].attributes.country == nil
      && ["embassy", "consulate", "high commission"].contains(chains[index].attributes.office ?? "")
    {
      chains[index].attributes.country = country
    }
  }

  /// Nouns whose chain is only clear at the end: bare police, the government.
  private mutating func addLate(_ index: Int) {
    let draft = drafts[index]
    guard draft.type == .agency, let office = draft.attributes.office,
      [
        "police", "authorities", "government", "army", "prosecutor", "fire department",
        "coast guard",
        "customs", "navy",
      ].contains(office)
    else { return }
    if let chain = recent({ $0.type == .agency && $0.attributes.office == office }) {
      join(index, to: chain)
      return
    }
    open(index, names: [])
    if let chain = chainOf[index] { chains[chain].attributes.country = dominant }
  }

  // MARK: Joining

  private mutating func open(_ index: Int, names: Set<String>) {
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
  private func dominantCountry() -> String? {
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
