/// Relations that phrases state without a verb: titles, possession, *A in B*, *A, B*, nationality.
struct AppositionFinder {
  let scene: Scene
  let drafts: [Draft]
  let chainOf: [Int?]
  let chains: [ChainDraft]

  private static let leading: Set<String> = [
    "leader", "head", "chief", "boss", "president", "chairman", "chairwoman", "chair", "commander",
    "director", "director general", "director-general", "ceo", "chief executive",
    "chief executive officer",
    "governor", "mayor", "minister", "prime minister", "inspector-general", "inspector general",
    "commissioner", "police chief", "chief of police", "general manager", "managing director",
    "ringleader", "kingpin", "mastermind", "founder", "attorney general", "secretary general",
    "secretary-general",
    "army chief", "chief justice", "foreign minister", "editor",
  ]

  func relations(_ sentence: ParsedSentence) -> [FoundRelation] {
    var result: [FoundRelation] = []
    let range = sentence.draft.words
    let local = drafts.indices(startingIn: range)
    for index in local where chainOf[index] != nil {
      titles(index, sentence, &result)
      possession(index, sentence, &result)
    }
    containment(sentence, &result)
    heads(sentence, &result)
    owned(sentence, &result)
    deeds(sentence, &result)
    return result
  }

  private func add(
    _ label: String, _ from: Int, _ to: Int, _ sentence: ParsedSentence, _ confidence: Double,
    _ result: inout [FoundRelation]
  ) {
    guard let first = chainOf[from], let second = chainOf[to], first != second else { return }
    let low = min(drafts[from].words.lowerBound, drafts[to].words.lowerBound)
    let high = max(drafts[from].words.upperBound, drafts[to].words.upperBound)
    result.append(
      FoundRelation(
        label: label, from: from, to: to, sentence: sentence.number, words: low..<high,
        confidence: confidence))
  }

  /// *police chief X*, *X's lawyer Y*.
  private func titles(_ index: Int, _ sentence: ParsedSentence, _ result: inout [FoundRelation]) {
    let draft = drafts[index]
    guard draft.type == .person, let role = draft.attributes.role else { return }
    if let body = draft.body, chainOf[body] != nil {
      add(AppositionFinder.label(role), index, body, sentence, 0.85, &result)
      return
    }
    // "group leader X": the group is the last one named.
    let parts = role.split(separator: " ")
    if parts.count > 1,
      ["group", "gang", "cartel", "cult", "party", "rebel", "union", "junta"].contains(parts[0])
    {
      let before = drafts.indices[max(0, index - 200)..<index].last { other in
        drafts[other].type == .organization
          && drafts[other].words.lowerBound < draft.words.lowerBound
          && chainOf[other] != nil && fits(String(parts[0]), other)
      }
      if let before { add("leads", index, before, sentence, 0.7, &result) }
    }
  }

  private func fits(_ word: String, _ draft: Int) -> Bool {
    guard let chain = chainOf[draft] else { return false }
    let office = chains[chain].attributes.office
    switch word {
    case "gang", "cartel", "group":
      return office == "crime group" || office == "armed group" || office == nil
        || office == "organization"
    case "party": return office == "party"
    case "union": return office == "union"
    default: return true
    }
  }

  /// The label a role gives.
  static func label(_ role: String) -> String {
    if leading.contains(role) || role.hasSuffix(" leader") || role.hasSuffix(" chief")
      || role.hasPrefix("inspector-general")
      || role.hasSuffix(" boss") || role.hasPrefix("head")
    {
      return "leads"
    }
    if role.hasPrefix("spokes") { return "spokesperson_for" }
    if role.hasSuffix("lawyer") || role == "attorney" { return "represents" }
    if role == "member" || role == "associate" { return "member_of" }
    if role == "owner" || role == "co-owner" { return "owns" }
    return "works_for"
  }

  /// *the police's fraud unit*, *the embassy in Lagos*.
  private func possession(_ index: Int, _ sentence: ParsedSentence, _ result: inout [FoundRelation])
  {
    let draft = drafts[index]
    if let owner = draft.possessor, chainOf[owner] != nil {
      add("part_of", index, owner, sentence, 0.85, &result)
    }
    if draft.type == .place, draft.kind == .nominal, let owner = draft.possessor {
      result.removeAll { $0.from == index }
      add("capital_of", index, owner, sentence, 0.85, &result)
    }
    guard draft.type == .agency || draft.type == .organization else { return }
    for inner in drafts.indices(startingIn: draft.words)
    where inner != index && drafts[inner].type == .place && chainOf[inner] != nil {
      let place = drafts[inner]
      guard draft.words.contains(place.words.lowerBound),
        place.words.lowerBound > draft.head
      else { continue }
      let office = draft.attributes.office ?? ""
      let isPost = ["embassy", "consulate", "high commission", "court", "prosecutor"].contains(
        office)
      if draft.type == .organization {
        add("based_in", index, inner, sentence, 0.8, &result)
      } else if isPost,
        place.name == draft.attributes.seat || draft.attributes.country != place.attributes.country
      {
        add("located_in", index, inner, sentence, 0.85, &result)
      }
    }
  }

  /// *A in B*, *A, B*, *A in the capital B*.
  private func containment(_ sentence: ParsedSentence, _ result: inout [FoundRelation]) {
    let places = drafts.indices(startingIn: sentence.draft.words).filter {
      drafts[$0].type == .place && chainOf[$0] != nil && drafts[$0].kind == .name
    }
    for (first, second) in zip(places, places.dropFirst()) {
      let gap =
        drafts[first].words
        .upperBound..<max(drafts[first].words.upperBound, drafts[second].words.lowerBound)
      guard gap.count <= 7, drafts[first].words.upperBound <= drafts[second].words.lowerBound else {
        continue
      }
      let between = scene.words[gap].map(\.lower)
      let isIn =
        between.first == "in"
        && between.dropFirst().allSatisfy {
          [
            "the", "capital", "city", "of", "district", "province", "state", "northern", "southern",
            "eastern", "western", "central",
          ].contains($0)
        }
      let isComma = between == [","] && isSmaller(first, second)
      let isApposed =
        between.count >= 3 && between.first == ","
        && between.contains {
          [
            "district", "suburb", "neighborhood", "neighbourhood", "city", "town", "village",
            "part", "area", "port",
          ].contains($0)
        }
        && between.last.map { ["of", "in", "the"].contains($0) } ?? false
      if isIn || isComma || isApposed { add("located_in", first, second, sentence, 0.85, &result) }
    }
  }

  /// False for two of a list (*Laos, Myanmar*): a country never lies in what follows a comma.
  private func isSmaller(_ first: Int, _ second: Int) -> Bool {
    let a = drafts[first]
    let b = drafts[second]
    if isCountry(a) { return false }
    if isCountry(b) {
      return a.attributes.country == nil || a.attributes.country == b.attributes.country
    }
    return a.attributes.country == nil || b.attributes.country == nil
      || a.attributes.country == b.attributes.country
        && scene.lexicon.classes(scene.lower(b.words.upperBound)).isEmpty
  }

  private func isCountry(_ draft: Draft) -> Bool {
    guard let code = draft.attributes.country else { return false }
    return scene.lexicon.countryNames[code] == draft.name
  }

  /// *The head of Y, X* and *X, head of Y*.
  private func heads(_ sentence: ParsedSentence, _ result: inout [FoundRelation]) {
    let chunks = sentence.chunks
    for index in chunks.indices
    where chunks[index].kind == .noun
      && chunks[index].draft.map({
        drafts[$0].type == .person && drafts[$0].kind == .nominal || chainOf[$0] == nil
      }) ?? true
    {
      let head = chunks[index].head
      guard index + 2 < chunks.count,
        chunks[index + 1].head == "of" || chunks[index + 1].head == "for"
          || chunks[index + 1].head == "at" || chunks[index + 1].head == "with"
      else { continue }
      var role = head
      if let draft = chunks[index].draft { role = drafts[draft].attributes.role ?? head }
      guard
        AppositionFinder.leading.contains(role) || scene.lexicon.isTitle(role) || role == "member"
      else { continue }
      var target = index + 2
      while target + 1 < chunks.count, chunks[target].kind == .noun,
        chunks[target + 1].kind == .noun,
        chunks[target + 1].owner == target
          || chunks[target + 1].words.lowerBound == chunks[target].words.upperBound
      {
        target += 1
      }
      guard chunks[target].kind == .noun, let body = chunks[target].draft, chainOf[body] != nil,
        drafts[body].type == .agency || drafts[body].type == .organization
      else { continue }
      // After: ", X" — before: "X, the head of".
      var person: Int?
      if target + 2 < chunks.count, chunks[target + 1].kind == .comma {
        person = personal(chunks[target + 2])
      }
      if person == nil, target + 1 < chunks.count { person = personal(chunks[target + 1]) }
      if person == nil, index >= 2, chunks[index - 1].kind == .comma {
        person = personal(chunks[index - 2])
      }
      if person == nil, index >= 2, chunks[index - 1].group?.isCopula ?? false {
        person = personal(chunks[index - 2])
      }
      if let person { add(AppositionFinder.label(role), person, body, sentence, 0.85, &result) }
    }
  }

  private static let deedNouns: [String: String] = [
    "arrest": "arrested", "detention": "arrested", "capture": "arrested", "murder": "killed",
    "killing": "killed", "assassination": "killed", "kidnapping": "kidnapped",
    "abduction": "kidnapped",
    "rescue": "rescued", "extradition": "extradited", "conviction": "sentenced",
    "takeover": "acquired", "acquisition": "acquired", "purchase": "acquired",
    "bombing": "attacked",
  ]

  /// *the arrest of X by Y*, *Y ordered the arrest of X*.
  private func deeds(_ sentence: ParsedSentence, _ result: inout [FoundRelation]) {
    let chunks = sentence.chunks
    for index in chunks.indices.dropLast(2)
    where chunks[index].kind == .noun && chunks[index].draft == nil
      && chunks[index + 1].head == "of"
    {
      guard let label = AppositionFinder.deedNouns[chunks[index].head] else { continue }
      var patient = index + 2
      while patient + 1 < chunks.count, chunks[patient].kind == .noun,
        chunks[patient + 1].kind == .noun
      { patient += 1 }
      guard let whom = chunks[patient].draft, chainOf[whom] != nil, drafts[whom].type != .place
      else { continue }
      if patient + 2 < chunks.count, chunks[patient + 1].head == "by",
        let who = chunks[patient + 2].draft,
        chainOf[who] != nil
      {
        add(label, who, whom, sentence, 0.8, &result)
        continue
      }
      guard label == "arrested",
        let clause = sentence.clauses.first(where: {
          $0.objects.contains(index) && $0.group.lemma == "order"
        }),
        let subject = clause.subjects.first, let who = chunks[subject].draft, chainOf[who] != nil
      else { continue }
      add("ordered_detention_of", who, whom, sentence, 0.75, &result)
    }
  }

  /// *its chief executive, X*, *Y's lawyer X*, *two members of the gang*.
  private func owned(_ sentence: ParsedSentence, _ result: inout [FoundRelation]) {
    let chunks = sentence.chunks
    for index in chunks.indices where chunks[index].kind == .noun {
      if let group = chunks[index].draft, drafts[group].type == .group,
        ["member", "leader", "official", "officer", "operative", "worker", "employee", "executive"]
          .contains(drafts[group].attributes.noun ?? ""),
        index + 2 < chunks.count, ["of", "from"].contains(chunks[index + 1].head),
        let body = chunks[index + 2].draft, chainOf[group] != nil, chainOf[body] != nil,
        drafts[body].type == .organization || drafts[body].type == .agency
      {
        let noun = drafts[group].attributes.noun ?? ""
        let label =
          noun == "leader"
          ? "leads" : noun == "member" || noun == "operative" ? "member_of" : "works_for"
        add(label, group, body, sentence, 0.8, &result)
      }
      guard let owner = chunks[index].owner, let holder = chunks[owner].draft,
        chainOf[holder] != nil,
        chunks[index].draft == nil, index + 1 < chunks.count, drafts[holder].type != .place
      else { continue }
      let role = scene.lowerText(chunks[index].words)
      guard scene.lexicon.isTitle(chunks[index].head) else { continue }
      let next =
        chunks[index + 1].kind == .comma && index + 2 < chunks.count ? index + 2 : index + 1
      guard let person = personal(chunks[next]) else { continue }
      add(
        AppositionFinder.tie(role, chunks[index].head, isPerson: drafts[holder].type == .person),
        person, holder, sentence, 0.8, &result)
    }
  }

  /// The label of a role that someone has with someone.
  private static func tie(_ role: String, _ head: String, isPerson: Bool) -> String {
    guard isPerson else {
      let full = label(role)
      return full == "works_for" ? label(head) : full
    }
    switch head {
    case "wife", "husband": return "married"
    case "son", "daughter", "brother", "sister", "father", "mother", "cousin", "uncle", "nephew":
      return "related_to"
    case "partner", "associate", "accomplice", "friend": return "works_with"
    case "lawyer", "attorney", "solicitor", "barrister": return "represents"
    default: return "works_for"
    }
  }

  private func personal(_ chunk: Chunk) -> Int? {
    guard let draft = chunk.draft, drafts[draft].type == .person, drafts[draft].kind == .name else {
      return nil
    }
    return draft
  }
}

extension Array where Element == Draft {
  /// Indices of drafts that start in a range of words; drafts are sorted by their first word.
  func indices(startingIn words: Range<Int>) -> Range<Int> {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].words.lowerBound < words.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < count, self[end].words.lowerBound < words.upperBound { end += 1 }
    return low..<end
  }
}
