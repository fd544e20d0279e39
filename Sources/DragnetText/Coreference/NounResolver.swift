/// Joins definite nouns to the one named before whom they describe: *the broker* to *Ada Lund, a customs
/// broker*, *the lender* to the bank that a model takes it for.
///
/// A noun that a phrase says of just one name of the document is that one's (*X, a notary*; *the
/// notary X*; *X is a notary*). Where no phrase tells, the model's chain counts, if it holds one name only.
struct NounResolver {
  let scene: Scene
  let advice: Advice
  private let trees: [SentenceTree]
  /// By noun: chains it is said of.
  private var described: [String: Set<Int>] = [:]
  /// Chains of which a role is told.
  private var titled: Set<Int> = []
  private var people: PeopleByTrait
  /// By first word of a noun phrase that stands beside a name: the chain of the name.
  private var apposed: [Int: Int] = [:]

  /// Sentences between a noun and the last mention of the one a model takes it for.
  private static let reach = 5
  /// So many chains are looked through, so that a huge document stays linear.
  private static let memory = 400
  /// Nouns that say nothing of the one they mean.
  private static let vague: Set<String> = [
    "man", "woman", "person", "one", "people", "group", "victim", "suspect", "friend", "client",
    "colleague", "member", "other", "family", "child", "boy", "girl",
  ]

  init(scene: Scene, advice: Advice) {
    self.scene = scene
    self.advice = advice
    people = PeopleByTrait(scene: scene)
    trees = scene.sentences.map { SentenceTree(scene: scene, advice: advice, words: $0.words) }
  }

  /// Joins what it can; to be called when names and nouns of known kinds have their chains.
  mutating func resolve(_ builder: inout ChainBuilder) {
    describe(builder)
    DescribedTypes(scene: scene).settle(&builder, described)
    for (noun, chains) in described where scene.lexicon.isTitle(noun) { titled.formUnion(chains) }
    for index in builder.drafts.indices {
      let draft = builder.drafts[index]
      guard draft.kind == .nominal, !draft.isDropped, builder.chainOf[index] == nil,
        [.person, .organization, .place, .agency].contains(draft.type), draft.isDefinite
      else { continue }
      if let chain = chain(for: index, builder) { builder.join(index, to: chain) }
    }
    builder.sortChains()
  }

  private func chain(for index: Int, _ builder: ChainBuilder) -> Int? {
    let draft = builder.drafts[index]
    if let chain = apposed[draft.head], fits(chain, draft, builder) { return chain }
    if let person = people.person(meantBy: draft.head), fits(person, draft, builder) {
      return person
    }
    let noun = lemma(draft.head)
    let candidates = (described[noun] ?? []).filter { fits($0, draft, builder) }
    if candidates.count == 1, let only = candidates.first, !isOwned(draft) { return only }
    if candidates.isEmpty || candidates.count > 1, !isOwned(draft) {
      if let named = namesake(noun, index, builder) { return named }
    }
    if draft.type == .place, let place = complement(draft, builder) { return place }
    if draft.type == .place, !isOwned(draft), let place = townInFocus(noun, index, builder) {
      return place
    }
    guard let advised = advised(index, builder), fits(advised, draft, builder) else {
      return noun.hasSuffix("year-old") ? inFocus(index, builder) : nil
    }
    return candidates.isEmpty || candidates.contains(advised) ? advised : nil
  }

  private func lemma(_ word: Int) -> String { advice.words[word]?.lemma ?? scene.lower(word) }

  private func isOwned(_ draft: Draft) -> Bool {
    ["his", "her", "its", "their"].contains(scene.lower(draft.words.lowerBound))
  }

  private func fits(_ chain: Int, _ draft: Draft, _ builder: ChainBuilder) -> Bool {
    let one = builder.chains[chain]
    guard one.isNamed, !one.drafts.isEmpty, one.start < draft.words.lowerBound + 40 else {
      return false
    }
    switch (draft.type, one.type) {
    case (.person, .person):
      guard let wanted = draft.gender(scene) ?? pronounGender(of: draft.head) else { return true }
      var genders = ChainGenders(scene: scene)
      return genders.gender(of: chain, builder).map { $0 == wanted } ?? true
    case (.place, .place): return true
    case (.organization, .organization), (.organization, .agency), (.agency, .agency): return true
    default: return false
    }
  }

  /// *he* or *she*, as the model has a noun taken up by pronouns.
  private func pronounGender(of head: Int) -> Gender? {
    guard let number = chainNumber(of: head) else { return nil }
    var women = 0, men = 0
    for range in advice.chains[number] where range.count == 1 {
      switch Gender(pronoun: scene.lower(range.lowerBound)) {
      case .woman: women += 1
      case .man: men += 1
      case nil: break
      }
    }
    return women == men ? nil : women > men ? .woman : .man
  }

  // MARK: What is said of names

  private mutating func describe(_ builder: ChainBuilder) {
    for index in builder.drafts.indices {
      let draft = builder.drafts[index]
      guard draft.kind == .name, let chain = builder.chainOf[index], draft.type != .other,
        draft.type != .group
      else { continue }
      if let role = draft.attributes.role?.split(separator: " ").last {
        described[String(role), default: []].insert(chain)
      }
      let tree = trees[draft.sentence]
      for word in draft.words where !draft.words.contains(tree.head(of: word) ?? -1) {
        let beside = nouns(beside: word, draft, tree)
        people.note(draft, nouns: beside, chain: chain, tree, builder.drafts)
        for noun in beside {
          described[lemma(noun), default: []].insert(chain)
          if noun > 0, tree.label(of: noun - 1) == "compound", tree.head(of: noun - 1) == noun {
            described[scene.lower(noun - 1) + " " + lemma(noun), default: []].insert(chain)
          }
          apposed[noun] = chain
          for joined in tree.children(of: noun, by: ["conj"]) where isCommon(joined) {
            described[lemma(joined), default: []].insert(chain)
          }
        }
      }
    }
  }

  /// Common nouns that stand in apposition to a name, or that *is* says of it.
  private func nouns(beside name: Int, _ draft: Draft, _ tree: SentenceTree) -> [Int] {
    var result = tree.children(of: name, by: ["appos"]).filter(isCommon)
    // "the broker X": part of the same phrase.
    result += tree.children(of: name, by: ["compound", "flat"])
      .filter { $0 < name && isCommon($0) && name - $0 <= 3 }
    // "the fixer was X"
    if tree.has(name, "cop"),
      !tree.children(of: name).contains(where: { ["not", "n't"].contains(scene.lower($0)) })
    {
      result += tree.children(of: name, by: ["nsubj"]).filter { isCommon($0) && $0 < name }
    }
    guard let head = tree.head(of: name) else { return result }
    switch tree.label(of: name) {
    case "appos", "flat": if isCommon(head) { result.append(head) }
    case "nmod", "nmod:desc", "dep":
      // "the portal X"
      if isCommon(head), head + 1 == draft.words.lowerBound { result.append(head) }
    case "nsubj" where tree.has(head, "cop") && isCommon(head):
      if !tree.children(of: head).contains(where: { ["not", "n't"].contains(scene.lower($0)) }) {
        result.append(head)
      }
    default: break
    }
    return result
  }

  private func isCommon(_ word: Int) -> Bool { advice.words[word]?.part == .noun }

  // MARK: By name, by the model, by focus

  /// *the council*, where one name before holds the word: *Oslo City Council*.
  private func namesake(_ noun: String, _ index: Int, _ builder: ChainBuilder) -> Int? {
    let draft = builder.drafts[index]
    guard draft.type == .organization || draft.type == .agency, noun.utf8.count > 3 else {
      return nil
    }
    let found = builder.chains.indices.suffix(NounResolver.memory).filter { chain in
      fits(chain, draft, builder) && builder.chains[chain].start < draft.words.lowerBound
        && builder.chains[chain].compared.contains { $0.words.last.map { $0 == noun } ?? false }
    }
    return found.count == 1 ? found[0] : nil
  }

  /// The only name in the model's chain of a noun.
  private func advised(_ index: Int, _ builder: ChainBuilder) -> Int? {
    let draft = builder.drafts[index]
    let noun = lemma(draft.head)
    guard !NounResolver.vague.contains(noun) || isOwned(draft),
      let number = chainNumber(of: draft.head)
    else { return nil }
    // "his client" is not he.
    if isOwned(draft),
      advice.chains[number].contains(where: {
        $0.lowerBound == draft.words.lowerBound && $0.count == 1
      })
    {
      return nil
    }
    var found: Int?
    var nearest = -1000
    for range in advice.chains[number] {
      let head = advice.head(of: range)
      guard
        let other = builder.drafts.indices(startingIn: max(0, head - 30)..<(head + 1)).last(where: {
          builder.drafts[$0].words.contains(head) && builder.drafts[$0].kind == .name
            && builder.drafts[$0].outer == nil && builder.chainOf[$0] != nil
        }), let chain = builder.chainOf[other]
      else { continue }
      if let found, found != chain { return nil }
      found = chain
      if head < draft.head { nearest = max(nearest, builder.drafts[other].sentence) }
    }
    guard let found, draft.sentence - nearest <= NounResolver.reach,
      !isBeside(found, draft, builder), !isAnother(noun, found),
      !hasOtherName(draft, than: builder.chains[found])
    else { return nil }
    return found
  }

  /// *introduced X to the mayor*: two that depend on one verb are two.
  private func isBeside(_ chain: Int, _ draft: Draft, _ builder: ChainBuilder) -> Bool {
    let tree = trees[draft.sentence]
    guard let verb = tree.head(of: draft.head), tree.part(of: verb) == .verb else { return false }
    return tree.children(of: verb).contains { child in
      child != draft.head
        && builder.drafts.indices(startingIn: max(0, child - 20)..<(child + 1)).contains {
          builder.drafts[$0].words.contains(child) && builder.chainOf[$0] == chain
        }
    }
  }

  /// True where a role is said of someone of whom the document tells other roles only.
  private func isAnother(_ noun: String, _ chain: Int) -> Bool {
    guard scene.lexicon.isTitle(noun), described[noun]?.contains(chain) != true else {
      return false
    }
    return titled.contains(chain)
  }

  /// *the labour court* is not the Supreme Court: what it is called besides is no part of a name that
  /// ends in the same noun.
  private func hasOtherName(_ draft: Draft, than chain: ChainDraft) -> Bool {
    guard draft.type == .agency || draft.type == .organization else { return false }
    let words = NameForm.fold(draft.name).split(separator: " ")
    guard let noun = words.last, words.count > 1 else { return false }
    if draft.type == .agency {
      return !chain.compared.contains { name in words.contains { name.words.contains($0) } }
    }
    let alike = chain.compared.filter { $0.words.last == noun }
    return !alike.isEmpty
      && !alike.contains { name in words.dropLast().contains { name.words.contains($0) } }
  }

  private func chainNumber(of head: Int) -> Int? {
    var low = 0
    var high = advice.nouns.count
    while low < high {
      let middle = (low + high) / 2
      if advice.nouns[middle].words.lowerBound + 40 < head {
        low = middle + 1
      } else {
        high = middle
      }
    }
    while low < advice.nouns.count, advice.nouns[low].words.lowerBound <= head {
      let noun = advice.nouns[low]
      if noun.words.contains(head), advice.head(of: noun.words) == head { return noun.chain }
      low += 1
    }
    return nil
  }

  /// *the coastal town of X* is X.
  private func complement(_ draft: Draft, _ builder: ChainBuilder) -> Int? {
    let tree = trees[draft.sentence]
    for child in tree.children(of: draft.head, by: ["nmod"])
    where tree.preposition(of: child) == "of" {
      let found = builder.drafts.indices(startingIn: max(0, child - 8)..<(child + 1)).last {
        builder.drafts[$0].words.contains(child) && builder.drafts[$0].type == .place
          && builder.drafts[$0].kind == .name
      }
      return found.flatMap { builder.chainOf[$0] }
    }
    return nil
  }

  /// *the city*: the place that is named most before, if it is no country.
  private func townInFocus(_ noun: String, _ index: Int, _ builder: ChainBuilder) -> Int? {
    guard ["city", "town", "village"].contains(noun) else { return nil }
    let word = builder.drafts[index].words.lowerBound
    var counts: [(chain: Int, count: Int)] = []
    for (number, chain) in zip(builder.chains.indices, builder.chains).suffix(NounResolver.memory)
    where chain.type == .place && chain.isNamed && !chain.drafts.isEmpty {
      guard let first = chain.drafts.first,
        builder.drafts[first].attributes.country.map({
          scene.lexicon.countryNames[$0] != builder.drafts[first].name
        }) ?? true
      else { continue }
      let count = chain.drafts.prefix { builder.drafts[$0].words.lowerBound < word }.count
      if count >= 2 { counts.append((number, count)) }
    }
    counts.sort { ($0.count, $1.chain) > ($1.count, $0.chain) }
    guard let best = counts.first else { return nil }
    return counts.count == 1 || counts[1].count < best.count ? best.chain : nil
  }

  /// *the 61-year-old*: the person who is the subject of the sentence before.
  private func inFocus(_ index: Int, _ builder: ChainBuilder) -> Int? {
    let sentence = builder.drafts[index].sentence
    guard sentence > 0 else { return nil }
    let before = builder.drafts.indices(startingIn: scene.sentences[sentence - 1].words).filter {
      builder.drafts[$0].type == .person && builder.drafts[$0].kind == .name
        && builder.chainOf[$0] != nil
    }
    let subject = before.first { draft in
      let tree = trees[sentence - 1]
      return builder.drafts[draft].words.contains {
        ["nsubj", "nsubj:pass"].contains(tree.label(of: $0))
      }
    }
    return subject.flatMap { builder.chainOf[$0] }.flatMap {
      fits($0, builder.drafts[index], builder)
        && !people.isOfOtherAge($0, than: builder.drafts[index].head) ? $0 : nil
    }
  }
}
