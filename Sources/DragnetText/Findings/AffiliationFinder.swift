/// Ties that a name has to the name beside it: *X of Y*, *X from Y*, *Y's X*, *X (Y)*, *a bank in Y*.
struct AffiliationFinder {
  let scene: Scene
  let drafts: [Draft]
  let chainOf: [Int?]
  let chains: [ChainDraft]
  /// By name in lower case: a place of the document.
  private let places: [String: Int]
  /// By name in lower case: a body of the document.
  private let bodies: [String: Int]

  init(scene: Scene, drafts: [Draft], chainOf: [Int?], chains: [ChainDraft]) {
    self.scene = scene
    self.drafts = drafts
    self.chainOf = chainOf
    self.chains = chains
    var places: [String: Int] = [:]
    var bodies: [String: Int] = [:]
    for (index, draft) in drafts.enumerated() where draft.kind == .name && chainOf[index] != nil {
      let name = draft.name.lowercased()
      if draft.type == .place, places[name] == nil { places[name] = index }
      if draft.type == .organization, bodies[name] == nil { bodies[name] = index }
    }
    self.places = places
    self.bodies = bodies
  }

  private static let memberBodies: Set<String> = [
    "party", "union", "crime group", "armed group", "sports body", "parliament", "council",
    "cabinet",
    "church",
  ]

  func relations(_ sentence: ParsedSentence) -> [FoundRelation] {
    let chunks = sentence.chunks
    var result: [FoundRelation] = []
    for index in chunks.indices {
      guard let draft = name(index, chunks) else { continue }
      if let owner = chunks[index].owner, let body = name(owner, chunks) {
        owned(draft, body, sentence, &result)
      }
      modified(draft, index, sentence, &result)
      listed(draft, index, sentence, &result)
      guard index + 2 < chunks.count, chunks[index + 1].kind == .preposition else { continue }
      let preposition = chunks[index + 1].head
      var target = index + 2
      while target + 1 < chunks.count, chunks[target].kind == .noun,
        chunks[target + 1].kind == .noun,
        chunks[target + 1].owner == target
          || chunks[target + 1].words.lowerBound == chunks[target].words.upperBound
      {
        target += 1
      }
      guard let body = name(target, chunks) else { continue }
      beside(draft, preposition, body, index, sentence, &result)
    }
    seats(sentence, &result)
    namedPlaces(sentence, &result)
    namedBodies(sentence, &result)
    return result
  }

  /// *five Rovers players*: people of a body that the document names elsewhere.
  private func namedBodies(_ sentence: ParsedSentence, _ result: inout [FoundRelation]) {
    for index in drafts.indices(startingIn: sentence.draft.words)
    where drafts[index].type == .group && drafts[index].kind == .nominal && chainOf[index] != nil {
      let words = drafts[index].words
      let isHeld = drafts.indices(startingIn: words).contains {
        $0 != index && chainOf[$0] != nil && drafts[$0].type == .organization
      }
      guard !isHeld, drafts[index].head - words.lowerBound <= 6,
        let role = scene.lexicon.relations.roleLabels([scene.lower(drafts[index].head)]).first,
        ["works_for", "member_of"].contains(role)
      else { continue }
      let body = (words.lowerBound..<drafts[index].head).lazy
        .compactMap { bodies[scene.lowerText($0..<drafts[index].head)] }.first
      guard let body else { continue }
      result.append(
        FoundRelation(
          label: role, from: index, to: body, sentence: sentence.number, words: words,
          confidence: 0.6 * min(drafts[index].confidence, drafts[body].confidence)))
    }
  }

  /// *the Court of Appeals of Oslo*, *an Oslo-based firm*: a place that the document names elsewhere
  /// and this mention holds.
  private func namedPlaces(_ sentence: ParsedSentence, _ result: inout [FoundRelation]) {
    for index in drafts.indices(startingIn: sentence.draft.words)
    where [.agency, .organization].contains(drafts[index].type) && chainOf[index] != nil {
      let words = drafts[index].words
      let inner = drafts.indices(startingIn: words).filter {
        drafts[$0].type == .place && chainOf[$0] != nil
          && drafts[$0].words.upperBound <= words.upperBound
      }
      let seat = inner.first { scene.lower(drafts[$0].head).hasSuffix("-based") }
      guard inner.isEmpty || seat != nil, let place = seat ?? place(in: words),
        chainOf[place] != chainOf[index]
      else { continue }
      let label =
        drafts[index].type == .organization
        ? "based_in" : isCountry(place) ? "part_of" : "located_in"
      result.append(
        FoundRelation(
          label: label, from: index, to: place, sentence: sentence.number, words: words,
          confidence: 0.6 * min(drafts[index].confidence, drafts[place].confidence)))
    }
  }

  private func place(in words: Range<Int>) -> Int? {
    guard words.count <= 20 else { return nil }
    for word in words {
      let lower = scene.lower(word)
      if lower.hasSuffix("-based"), let place = places[String(lower.dropLast(6))] { return place }
      guard lower == "of" || lower == "in", word + 1 < words.upperBound else { continue }
      if let place = places[scene.lowerText((word + 1)..<words.upperBound)] { return place }
    }
    return nil
  }

  /// *Ada Lund, 52, driver, of Oslo*: as courts list people.
  private func listed(
    _ draft: Int, _ index: Int, _ sentence: ParsedSentence, _ result: inout [FoundRelation]
  ) {
    let chunks = sentence.chunks
    guard drafts[draft].type == .person else { return }
    var next = index + 1
    while next + 1 < chunks.count, next < index + 6, chunks[next].kind == .comma,
      chunks[next + 1].kind == .noun, chunks[next + 1].draft.map({ chainOf[$0] == nil }) ?? true
    {
      next += 2
    }
    guard next > index + 1, next + 2 < chunks.count, chunks[next].kind == .comma,
      chunks[next + 1].head == "of" || chunks[next + 1].head == "from",
      let place = chunks[next + 2].draft, chainOf[place] != nil, drafts[place].type == .place
    else { return }
    add("lives_in", draft, place, 0.65, sentence, &result)
  }

  /// *Oslo District Court*: an agency is where its name says.
  private func seats(_ sentence: ParsedSentence, _ result: inout [FoundRelation]) {
    for place in drafts.indices(startingIn: sentence.draft.words)
    where drafts[place].type == .place && chainOf[place] != nil {
      guard let body = drafts[place].outer ?? owned(by: place, sentence),
        drafts[body].type == .agency, drafts[body].kind == .name, chainOf[body] != nil
      else { continue }
      add(isCountry(place) ? "part_of" : "located_in", body, place, 0.65, sentence, &result)
    }
  }

  /// *Utopia's gaming regulator*: the agency whose mention a country opens.
  private func owned(by place: Int, _ sentence: ParsedSentence) -> Int? {
    guard isCountry(place) else { return nil }
    return drafts.indices(startingIn: drafts[place].words).first {
      $0 != place && drafts[$0].type == .agency
        && drafts[$0].words.upperBound > drafts[place].words.upperBound
    }
  }

  private func name(_ index: Int, _ chunks: [Chunk]) -> Int? {
    guard chunks[index].kind == .noun, let draft = chunks[index].draft,
      drafts[draft].kind == .name, chainOf[draft] != nil
    else { return nil }
    return draft
  }

  /// *the U.S. carmaker X*: a country that stands before a company.
  private func modified(
    _ draft: Int, _ index: Int, _ sentence: ParsedSentence, _ result: inout [FoundRelation]
  ) {
    guard drafts[draft].type == .place else { return }
    let chunks = sentence.chunks
    let isSeat = scene.lower(drafts[draft].head).hasSuffix("-based")
    guard isSeat || isCountry(draft) else { return }
    var next = index + 1
    if isSeat, next < chunks.count, touches(index, next, chunks), let body = name(next, chunks),
      drafts[body].type == .organization
    {
      add("based_in", body, draft, 0.8, sentence, &result)
      return
    }
    if next < chunks.count, chunks[next].kind == .noun, chunks[next].draft == nil,
      chunks[next].owner == nil, touches(index, next, chunks)
    {
      next += 1
    }
    guard next > index + 1, next < chunks.count, touches(next - 1, next, chunks),
      chunks[next].owner == nil, let body = name(next, chunks), drafts[body].type == .organization
    else { return }
    add("based_in", body, draft, 0.75, sentence, &result)
  }

  private func touches(_ first: Int, _ second: Int, _ chunks: [Chunk]) -> Bool {
    chunks[first].words.upperBound == chunks[second].words.lowerBound
  }

  /// *The union's X*, *Utopia's X*.
  private func owned(
    _ draft: Int, _ body: Int, _ sentence: ParsedSentence, _ result: inout [FoundRelation]
  ) {
    guard !drafts[draft].words.contains(where: { isOutsider(scene.lower($0)) }) else { return }
    switch (drafts[draft].type, drafts[body].type) {
    case (.person, .organization), (.person, .agency):
      // A title before the name says more: the union's president X.
      guard drafts[draft].attributes.role == nil else { return }
      add(employment(body), draft, body, 0.7, sentence, &result)
    case (.person, .place):
      guard drafts[draft].attributes.role == nil else { return }
      add(isCountry(body) ? "citizen_of" : "lives_in", draft, body, 0.65, sentence, &result)
    case (.organization, .place), (.agency, .place):
      add("based_in", draft, body, 0.7, sentence, &result)
    case (.organization, .organization), (.agency, .agency):
      add("part_of", draft, body, 0.65, sentence, &result)
    case (.place, .place): add("located_in", draft, body, 0.7, sentence, &result)
    case (.other, .organization): add("owns", body, draft, 0.6, sentence, &result)
    default: break
    }
  }

  /// True for nouns for one who stands against another or apart: *Y's rival X*, *Y's critic X*.
  private func isOutsider(_ word: String) -> Bool {
    AffiliationFinder.outsiders.contains(word)
      || scene.lexicon.relations.roleLabels([word]).contains {
        ["competes_with", "associate_of"].contains($0)
      }
  }

  private static let outsiders: Set<String> = [
    "critic", "victim", "opponent", "enemy", "foe", "adversary", "challenger", "customer", "client",
    "supplier", "creditor", "accuser", "nemesis", "counterpart", "neighbour", "neighbor",
    "predecessor", "successor", "target", "buyer", "bidder", "suitor",
  ]

  private func beside(
    _ draft: Int, _ preposition: String, _ target: Int, _ index: Int, _ sentence: ParsedSentence,
    _ result: inout [FoundRelation]
  ) {
    let isBody = drafts[target].type == .organization || drafts[target].type == .agency
    let before = index > 0 ? sentence.chunks[index - 1] : nil
    switch (drafts[draft].type, preposition) {
    case (.person, "of") where isBody, (.person, "from") where isBody:
      // "freed X from Y", "accused X of Y": the verb decides.
      guard before?.kind != .verb else { return }
      add(employment(target), draft, target, 0.65, sentence, &result)
    case (.person, "of") where drafts[target].type == .place:
      guard before?.kind != .verb else { return }
      add("lives_in", draft, target, 0.55, sentence, &result)
    case (.person, "from") where drafts[target].type == .place:
      guard before?.kind != .verb else { return }
      add("comes_from", draft, target, 0.6, sentence, &result)
    case (.agency, "in") where drafts[target].type == .place,
      (.agency, "at") where drafts[target].type == .place,
      (.place, "in") where drafts[target].type == .place && !isCountry(draft):
      guard before?.kind != .verb || drafts[draft].type == .place else { return }
      add("located_in", draft, target, 0.6, sentence, &result)
    case (.organization, "in") where drafts[target].type == .place,
      (.organization, "of") where drafts[target].type == .place:
      guard before?.kind != .verb else { return }
      add("based_in", draft, target, 0.6, sentence, &result)
    default: break
    }
  }

  private func employment(_ body: Int) -> String {
    let office = chainOf[body].flatMap { chains[$0].attributes.office } ?? ""
    return AffiliationFinder.memberBodies.contains(office) ? "member_of" : "works_for"
  }

  private func isCountry(_ draft: Int) -> Bool {
    guard let code = drafts[draft].attributes.country else { return false }
    return scene.lexicon.countryNames[code] == drafts[draft].name
  }

  private func add(
    _ label: String, _ from: Int, _ to: Int, _ confidence: Double, _ sentence: ParsedSentence,
    _ result: inout [FoundRelation]
  ) {
    guard chainOf[from] != chainOf[to] else { return }
    let low = min(drafts[from].words.lowerBound, drafts[to].words.lowerBound)
    let high = max(drafts[from].words.upperBound, drafts[to].words.upperBound)
    let weight = min(drafts[from].confidence, drafts[to].confidence)
    result.append(
      FoundRelation(
        label: label, from: from, to: to, sentence: sentence.number, words: low..<high,
        confidence: confidence * weight))
  }
}
