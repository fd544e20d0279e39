/// Makes a group of a last name and a word for kin: *the Lund family*, *the Lund brothers*.
extension ModelNames {
  /// Kin by the noun of their group: what it is called in the singular.
  private static let kin: [String: String] = [
    "family": "family", "brothers": "brother", "sisters": "sister", "siblings": "sibling",
    "twins": "twin", "couple": "couple", "boys": "boy",
  ]

  /// Puts groups in the place of the names in one sentence that open them.
  func joinFamilies(_ local: [Int], _ sentence: SentenceDraft, _ drafts: inout [Draft]) {
    guard !sentence.isTitleCase else { return }
    for index in local {
      let draft = drafts[index]
      if draft.type == .group, draft.kind == .nominal, !draft.isDropped,
        draft.attributes.count == nil, draft.attributes.country == nil,
        ModelNames.kin[scene.lower(draft.head)] != nil, draft.words.count > 1,
        scene.words[draft.head - 1].isCapitalized, advice.words[draft.head - 1]?.part == .properNoun
      {
        drafts[index].kind = .name
        drafts[index].name = scene.text((draft.head - 1)..<(draft.head + 1))
        continue
      }
      let word = draft.words.upperBound
      guard draft.kind == .name, !draft.isDropped, draft.outer == nil,
        word < sentence.words.upperBound,
        draft.type == .person || draft.type == .organization && draft.isGuess,
        draft.attributes.honorific == nil, draft.attributes.role == nil,
        let noun = ModelNames.kin[scene.lower(word)]
      else { continue }
      let from = draft.words.lowerBound
      guard from > sentence.words.lowerBound,
        scene.lower(from - 1) == "the" || draft.words.count > 1,
        !local.contains(where: {
          $0 != index && !drafts[$0].isDropped && drafts[$0].kind == .name
            && drafts[$0].words.contains(word)
        })
      else { continue }
      let start = scene.lower(from - 1) == "the" ? from - 1 : from
      let name = scene.lower(from) == "the" ? from + 1 : from
      var made = Draft(
        words: start..<(word + 1), sentence: draft.sentence, kind: .name, type: .group,
        confidence: 0.8, name: scene.text(name..<(word + 1)), head: word)
      made.attributes.noun = noun
      made.groupClass = .neutral
      made.isDefinite = true
      made.isPlural = true
      drafts[index].isDropped = true
      for other in local where drafts[other].words.contains(word) { drafts[other].isDropped = true }
      drafts.append(made)
    }
  }
}
