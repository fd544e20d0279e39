/// Relations that phrases state without a verb: titles, possession, *A in B*, *A, B*, nationality.
struct AppositionFinder {
  let scene: Scene
  let drafts: [Draft]
  let chainOf: [Int?]
  let chains: [ChainDraft]

  func relations(_ sentence: ParsedSentence) -> [FoundRelation] {
    var result: [FoundRelation] = []
    let range = sentence.draft.words
    let local = drafts.indices(startingIn: range)
    for index in local where chainOf[index] != nil {
      titles(index, sentence, &result)
      possession(index, sentence, &result)
    }
    containment(sentence, &result)
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
      if let label = label(role) { add(label, index, body, sentence, 0.85, &result) }
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

  /// The label a role gives; what no table knows is work, what ties people is none.
  private func label(_ role: String) -> String? {
    let labels = scene.lexicon.relations.roleLabels(
      role.split(separator: " ").map(String.init)[...])
    let allowed: Set<String> = [
      "leads", "spokesperson_for", "represents", "member_of", "owns", "founded", "works_for",
    ]
    let isTie = labels.contains { $0 == "related_to" || $0.hasSuffix("_of") && $0 != "member_of" }
    return labels.first { allowed.contains($0) } ?? (isTie ? nil : "works_for")
  }

  /// *the police's fraud unit*, *the embassy in Lagos*.
  private func possession(_ index: Int, _ sentence: ParsedSentence, _ result: inout [FoundRelation])
  {
    let draft = drafts[index]
    if let owner = draft.possessor, chainOf[owner] != nil, drafts[owner].type != .person,
      !draft.words.contains(where: { isRole($0) })
    {
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

  /// True for *rival* in *Y's rival X*: the role says what ties the two.
  private func isRole(_ word: Int) -> Bool {
    let labels = scene.lexicon.relations.roleLabels([scene.lower(word)])
    return labels.contains("competes_with") || labels.contains("associate_of")
  }

  private func isCity(_ draft: Draft) -> Bool {
    let hit = scene.hits[draft.words.lowerBound]
    return hit.place > 0 && scene.lexicon.places[hit.placeIndex].kind == .city
  }

  /// *A in B*, *A, B*, *A in the capital B*.
  private func containment(_ sentence: ParsedSentence, _ result: inout [FoundRelation]) {
    let places = drafts.indices(startingIn: sentence.draft.words).filter {
      drafts[$0].type == .place && chainOf[$0] != nil && drafts[$0].kind == .name
        && (drafts[$0].outer.map { drafts[$0].type != .agency } ?? true)
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
      let isComma =
        (between == [","] || between == [",", "the"] && isCountry(drafts[second]))
        && isSmaller(first, second)
      let isApposed =
        between.count >= 3 && between.first == ","
        && between.contains {
          [
            "district", "suburb", "neighborhood", "neighbourhood", "city", "town", "village",
            "part", "area", "port",
          ].contains($0)
        }
        && between.last.map { ["of", "in", "the"].contains($0) } ?? false
      // "the embassy of A in B": where a country has a post is not where it lies.
      if isIn, isCountry(drafts[first]), drafts[second].attributes.country != nil { continue }
      if isIn || isComma || isApposed { add("located_in", first, second, sentence, 0.85, &result) }
    }
  }

  /// False for two of a list (*Laos, Myanmar*): a country never lies in what follows a comma.
  private func isSmaller(_ first: Int, _ second: Int) -> Bool {
    let a = drafts[first]
    let b = drafts[second]
    if isCountry(a) || isCity(a) && isCity(b) { return false }
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
