/// Corrects what a name is by what stands beside it.
extension ModelNames {
  /// *Ada Lund, 43, …*: what has an age is a person.
  func findAge(_ draft: inout Draft, _ sentence: SentenceDraft) {
    let next = draft.words.upperBound
    guard draft.kind == .name, draft.type != .group, !draft.isDropped,
      draft.type == .person || draft.isGuess || draft.confidence < 0.8,
      next + 1 < sentence.words.upperBound, scene.words[next].tag == .comma,
      let age = Int(scene.lower(next + 1)), (12...105).contains(age)
    else { return }
    let after = next + 2
    guard
      after >= sentence.words.upperBound
        || [.comma, .stop, .conjunction, .close, .other].contains(scene.words[after].tag)
    else { return }
    draft.type = .person
    draft.confidence = 0.9
    draft.isGuess = false
  }

  /// *Bergen Hill's Fraud Unit*: who owns a unit of a state is an agency.
  func findOwner(_ draft: inout Draft, _ local: [Int], _ drafts: [Draft]) {
    let next = draft.words.upperBound
    guard draft.kind == .name, draft.type == .person, draft.isGuess || draft.confidence < 0.9,
      draft.attributes.honorific == nil, draft.attributes.role == nil,
      next + 1 < scene.words.count, scene.words[next].tag == .possessive,
      !scene.lexicon.isFirstName(scene.lower(draft.words.lowerBound)),
      local.contains(where: {
        drafts[$0].words.lowerBound == next + 1 && drafts[$0].type == .agency
          && !drafts[$0].isDropped
          && (drafts[$0].attributes.office == "unit" || scene.words[next + 1].shape == .upper)
      })
    else { return }
    draft.type = .agency
    draft.confidence = max(draft.confidence, 0.7)
  }

  static let officers: Set<String> = [
    "officer", "official", "agent", "inspector", "authority", "service", "department", "staff",
    "office", "chief", "boss", "head", "director", "spokesman", "spokeswoman", "agency", "unit",
    "officers", "officials", "agents", "inspectors", "authorities", "investigators", "detectives",
  ]

  /// *a customs broker*, *the court papers*: a body that only tells what kind of thing is meant.
  func dropModifier(_ draft: inout Draft) {
    guard draft.type == .agency, draft.kind == .nominal, !draft.isDropped,
      draft.words.upperBound < scene.words.count, let said = advice.words[draft.head],
      said.label == "compound", said.head == draft.words.upperBound,
      advice.words[said.head]?.part == .noun,
      !ModelNames.officers.contains(scene.lower(said.head))
    else { return }
    draft.isDropped = true
  }

  /// *Oslo-based*: the place, of which the model may make a name with the rest.
  func findSeats(_ sentence: SentenceDraft, _ number: Int, _ local: [Int], _ drafts: inout [Draft])
  {
    for word in sentence.words where scene.words[word].isCapitalized {
      let lower = scene.lower(word)
      guard lower.hasSuffix("-based"), lower.utf8.count > 9 else { continue }
      let name = String(scene.text(word..<(word + 1)).dropLast(6))
      var draft = Draft(
        words: word..<(word + 1), sentence: number, kind: .name, type: .place, confidence: 0.8,
        name: name, head: word)
      if let hit = scene.lexicon.places.first(where: { $0.name == name }) {
        draft.attributes.country = hit.country
      }
      for index in local where drafts[index].words == draft.words {
        drafts[index].isDropped = true
      }
      let around = local.first {
        !drafts[$0].isDropped && drafts[$0].words.contains(word) && drafts[$0].outer == nil
      }
      draft.outer = around
      if around.map({ drafts[$0].kind == .nominal }) ?? true { drafts.append(draft) }
    }
  }

  static let states: Set<String> = [
    "republic", "kingdom", "state", "commonwealth", "federation", "sultanate", "principality",
    "emirate",
  ]

  /// *the Federal Republic of Utopia* is Utopia.
  func nameStates(_ drafts: inout [Draft]) {
    for index in drafts.indices
    where drafts[index].type == .place && drafts[index].kind == .name
      && drafts[index].outer == nil
    {
      guard let code = drafts[index].attributes.country,
        scene.lexicon.countryNames[code] == drafts[index].name
      else { continue }
      let sentence = scene.sentences[drafts[index].sentence].words
      var before = drafts[index].words.lowerBound - 1
      if before > sentence.lowerBound, scene.lower(before) == "the" { before -= 1 }
      guard before > sentence.lowerBound, scene.lower(before) == "of",
        ModelNames.states.contains(scene.lower(before - 1)),
        scene.words[before - 1].isCapitalized
      else { continue }
      var start = before - 1
      while start > sentence.lowerBound, scene.words[start - 1].isCapitalized,
        scene.words[start - 1].tag != .determiner
      {
        start -= 1
      }
      if start > sentence.lowerBound, scene.lower(start - 1) == "the" { start -= 1 }
      for other in drafts.indices.suffix(from: max(0, index - 6)).prefix(12)
      where other != index && drafts[other].sentence == drafts[index].sentence
        && drafts[other].words.lowerBound >= start
        && drafts[other].words.upperBound <= drafts[index].words.lowerBound
      {
        drafts[other].isDropped = true
      }
      drafts[index].words = start..<drafts[index].words.upperBound
    }
  }
}
