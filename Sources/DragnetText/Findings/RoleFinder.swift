/// Relations that a noun for a role states: *X, head of Y*, *Y's lawyer X*, *X is the wife of Y*.
///
/// A role has a bearer and a body (or person) it is held towards. Each is looked for where English
/// puts it: the body as possessor, before the noun or after its preposition; the bearer in the same
/// phrase, in apposition on either side, or as the subject of *be*, *become*, *was named*.
struct RoleFinder {
  let scene: Scene
  let drafts: [Draft]
  let chainOf: [Int?]
  let chains: [ChainDraft]
  let finder: RelationFinder

  private struct Bearer {
    var draft: Int
    var polarity: Polarity = .asserted
    var modality: Modality = .fact
    var confidence = 0.85
    /// The verb that gives the role; nil when a phrase takes it for granted.
    var verb: Int?
  }

  private static let naming: Set<String> = [
    "appoint", "name", "elect", "promote", "nominate", "hire", "become", "remain", "serve", "work",
    "act", "resign", "retire", "reelect", "re-elect", "stay", "install", "designate", "describe",
    "identify", "know", "confirm",
  ]
  private static let prepositions: Set<String> = ["of", "for", "at", "with", "to", "in"]
  private static let doubtful: Set<String> = ["alleged", "suspected", "accused", "reputed"]

  func relations(_ sentence: ParsedSentence) -> [FoundRelation] {
    let chunks = sentence.chunks
    var result: [FoundRelation] = []
    for index in chunks.indices where chunks[index].kind == .noun {
      let labels = labels(of: index, chunks)
      guard !labels.isEmpty else { continue }
      let (targets, end) = targets(of: index, chunks)
      guard !targets.isEmpty else { continue }
      let isDoubtful = chunks[index].words.contains {
        RoleFinder.doubtful.contains(scene.lower($0))
      }
      let isAtWork = end > index && ["at", "with", "in"].contains(chunks[index + 1].head)
      for bearer in bearers(of: index, end, targets, sentence) {
        for target in targets {
          guard
            let label = labels.first(where: {
              finder.fitsRole($0, bearer.draft, target) && !($0 == "represents" && isAtWork)
            }),
            chainOf[bearer.draft] != chainOf[target]
          else { continue }
          result.append(
            FoundRelation(
              label: label, from: bearer.draft, to: target,
              isDirected: !RelationFinder.mutualRoles.contains(label),
              sentence: sentence.number,
              words: span([drafts[bearer.draft].words, drafts[target].words, chunks[index].words]),
              statedAt: bearer.verb, polarity: bearer.polarity,
              modality: isDoubtful ? .alleged : bearer.modality,
              confidence: bearer.confidence))
        }
      }
    }
    return result
  }

  private func span(_ ranges: [Range<Int>]) -> Range<Int> {
    (ranges.map(\.lowerBound).min() ?? 0)..<(ranges.map(\.upperBound).max() ?? 0)
  }

  /// What the head of a noun chunk may make of its bearer.
  private func labels(of index: Int, _ chunks: [Chunk]) -> [String] {
    let chunk = chunks[index]
    if let draft = chunk.draft, drafts[draft].type == .person, drafts[draft].kind == .name {
      guard let role = drafts[draft].attributes.role else { return [] }
      return scene.lexicon.relations.roleLabels(role.split(separator: " ").map(String.init)[...])
    }
    if let draft = chunk.draft, drafts[draft].kind != .nominal { return [] }
    return scene.lexicon.relations.roleLabels(chunk.words.map { scene.lower($0) }[...])
  }

  // MARK: Towards whom

  /// Drafts the role is held towards and the last chunk read for them.
  private func targets(of index: Int, _ chunks: [Chunk], depth: Int = 0) -> ([Int], Int) {
    if let owner = chunks[index].owner, let draft = finder.mention(owner, chunks) {
      return ([draft], index)
    }
    let isNamed = chunks[index].draft.map { drafts[$0].kind == .name } ?? false
    if let draft = chunks[index].draft {
      // "his lawyer X": the pronoun is part of the mention.
      for inner in drafts.indices(startingIn: drafts[draft].words)
      where inner != draft && chainOf[inner] != nil && chainOf[inner] != chainOf[draft] {
        return ([inner], index)
      }
    }
    let hasArticle = scene.words[chunks[index].words.lowerBound].tag == .determiner
    if index > 0, chunks[index - 1].kind == .noun, !hasArticle,
      chunks[index - 1].words.upperBound == chunks[index].words.lowerBound,
      let draft = chunks[index - 1].draft, chainOf[draft] != nil, drafts[draft].kind == .name,
      [.organization, .agency, .place].contains(drafts[draft].type),
      !isRegion(index - 1, chunks)
    {
      return ([draft], index)
    }
    guard index + 2 < chunks.count, !isNamed else { return ([], index) }
    if chunks[index + 1].kind == .conjunction, chunks[index + 2].kind == .noun, depth < 3,
      chunks[index + 2].draft.map({ drafts[$0].kind == .nominal }) ?? true,
      !labels(of: index + 2, chunks).isEmpty
    {
      return targets(of: index + 2, chunks, depth: depth + 1)
    }
    guard RoleFinder.prepositions.contains(chunks[index + 1].head) else { return ([], index) }
    var target = index + 2
    if chunks[target].head == "large", target + 2 < chunks.count { target += 2 }
    guard chunks[target].kind == .noun else { return ([], index) }
    while target + 1 < chunks.count, chunks[target + 1].kind == .noun,
      chunks[target + 1].owner == target
        || chunks[target + 1].words.lowerBound == chunks[target].words.upperBound
    {
      target += 1
    }
    guard let draft = finder.mention(target, chunks) ?? finder.mention(index + 2, chunks) else {
      return ([], target)
    }
    var result = [draft]
    while target + 2 < min(chunks.count, index + 20), chunks[target + 1].kind == .conjunction,
      let other = chunks[target + 2].draft, chainOf[other] != nil, drafts[other].kind == .name,
      drafts[other].type == drafts[draft].type,
      target + 3 >= chunks.count || chunks[target + 3].kind != .verb
    {
      result.append(other)
      target += 2
    }
    return (result, target)
  }

  /// True for *North America* in *North America chief of Y*: where the role is held, not for whom.
  private func isRegion(_ place: Int, _ chunks: [Chunk]) -> Bool {
    guard place >= 0, place + 3 < chunks.count, let draft = chunks[place].draft,
      drafts[draft].type == .place, chunks[place + 1].draft.map({ chainOf[$0] == nil }) ?? true,
      chunks[place].words.upperBound == chunks[place + 1].words.lowerBound,
      ["of", "for", "at"].contains(chunks[place + 2].head),
      let body = finder.mention(place + 3, chunks)
    else { return false }
    return drafts[body].type == .organization || drafts[body].type == .agency
  }

  // MARK: Who holds it

  private func bearers(
    of index: Int, _ end: Int, _ targets: [Int], _ sentence: ParsedSentence
  ) -> [Bearer] {
    let chunks = sentence.chunks
    if let draft = chunks[index].draft, drafts[draft].kind == .name, chainOf[draft] != nil {
      return [Bearer(draft: draft)]
    }
    if end == index, let next = named(index + 1, chunks, targets),
      chunks[index + 1].words.lowerBound == chunks[index].words.upperBound
    {
      return [Bearer(draft: next)]
    }
    // Left of the phrase: owner, other roles of a list.
    var left = index
    while let owner = chunks[left].owner { left = owner }
    if end == index, left == index, left > 0,
      chunks[left - 1].words.upperBound == chunks[left].words.lowerBound,
      chunks[left - 1].kind == .noun, let draft = chunks[left - 1].draft, targets.contains(draft)
    {
      left -= 1
    }
    if left == index, isRegion(left - 1, chunks) { left -= 1 }
    // "an Apple executive": the article stands apart from the name.
    if left < index, left > 0, chunks[left - 1].kind == .noun, chunks[left - 1].words.count == 1,
      scene.words[chunks[left - 1].words.lowerBound].tag == .determiner
    {
      left -= 1
    }
    while left >= 2, chunks[left - 1].kind == .conjunction || chunks[left - 1].kind == .comma,
      chunks[left - 2].kind == .noun, chunks[left - 2].draft.map({ chainOf[$0] == nil }) ?? true,
      !labels(of: left - 2, chunks).isEmpty
    {
      left -= 2
    }
    var before = left - 1
    while before >= 0, chunks[before].kind == .adverb { before -= 1 }
    if before >= 1, [.comma, .open, .dash].contains(chunks[before].kind) {
      let found = apposedBefore(before - 1, chunks, targets)
      if !found.isEmpty { return found.map { Bearer(draft: $0) } }
    }
    if before >= 0, let found = verbal(before, targets, sentence), !found.isEmpty { return found }
    if end + 2 < chunks.count, chunks[end + 1].kind == .comma || chunks[end + 1].kind == .open {
      let found = listed(end + 2, chunks, targets)
      if !found.isEmpty { return found.map { Bearer(draft: $0, confidence: 0.8) } }
    }
    if end > index, let next = named(end + 1, chunks, targets) {
      return [Bearer(draft: next, confidence: 0.75)]
    }
    if let draft = chunks[index].draft, let chain = chainOf[draft], drafts[draft].type != .group,
      chains[chain].isNamed
    {
      return [Bearer(draft: draft, confidence: 0.55)]
    }
    return []
  }

  private func named(_ index: Int, _ chunks: [Chunk], _ targets: [Int]) -> Int? {
    guard index >= 0, index < chunks.count, let draft = chunks[index].draft,
      drafts[draft].kind == .name, chainOf[draft] != nil, !targets.contains(draft)
    else { return nil }
    return draft
  }

  /// *X, 54, a …* and *X and Y, both …*
  private func apposedBefore(_ index: Int, _ chunks: [Chunk], _ targets: [Int]) -> [Int] {
    var index = index
    if index >= 2, chunks[index].kind == .noun, chunks[index].draft == nil,
      chunks[index - 1].kind == .comma, scene.words[chunks[index].words.lowerBound].tag == .number
    {
      index -= 2
    }
    if index >= 2, chunks[index].kind == .close {
      while index > 0, chunks[index].kind != .open { index -= 1 }
      index -= 1
    }
    guard let first = named(index, chunks, targets) else { return [] }
    var result = [first]
    while index >= 2, chunks[index - 1].kind == .conjunction,
      let other = named(index - 2, chunks, targets), drafts[other].type == drafts[first].type
    {
      result.append(other)
      index -= 2
    }
    return result
  }

  /// *…, X and Z, …*
  private func listed(_ index: Int, _ chunks: [Chunk], _ targets: [Int]) -> [Int] {
    guard let first = named(index, chunks, targets), drafts[first].type == .person else {
      return []
    }
    var result = [first]
    if index + 2 < chunks.count, chunks[index + 1].kind == .conjunction,
      let other = named(index + 2, chunks, targets), drafts[other].type == .person
    {
      result.append(other)
    }
    return result
  }

  /// *X is the …*, *X was named …*, *served as …*, *elected X …*
  private func verbal(
    _ before: Int, _ targets: [Int], _ sentence: ParsedSentence
  ) -> [Bearer]? {
    let chunks = sentence.chunks
    var index = before
    let isAs =
      chunks[index].kind == .preposition && chunks[index].head == "as"
      || chunks[index].kind == .subordinator && chunks[index].head == "as"
    if isAs || chunks[index].kind == .noun {
      while index >= 0, before - index < 12, chunks[index].kind != .verb,
        chunks[index].kind != .stop
      {
        index -= 1
      }
      guard index >= 0, isAs || before - index == 1 else { return nil }
    }
    guard index >= 0, chunks[index].kind == .verb,
      let clause = sentence.clauses.near(index).first(where: { $0.verb == index }),
      clause.group.isCopula || RoleFinder.naming.contains(clause.group.lemma)
    else { return nil }
    let isOfObject =
      !clause.group.isPassive && !clause.group.isCopula && (isAs || before > index)
      && clause.objects.contains { finder.mention($0, chunks) != nil }
    let nouns = isOfObject ? clause.objects : clause.subjects
    var result: [Bearer] = []
    for noun in nouns {
      guard let draft = finder.mention(noun, chunks), !targets.contains(draft) else { continue }
      let weight = drafts[draft].kind == .pronoun ? 0.65 : 0.8
      result.append(
        Bearer(
          draft: draft, polarity: clause.group.isDenied ? .denied : .asserted,
          modality: clause.group.modality, confidence: weight,
          verb: clause.group.word))
    }
    return result
  }
}
