/// Widens mentions to the names that a model sees around them: *Comptroller General's Office*, *National
/// and Local Roads Unit*.
struct ModelNames {
  let scene: Scene
  let advice: Advice

  /// Corrects the drafts in place.
  func correct(_ drafts: inout [Draft]) {
    nameStates(&drafts)
    findSeats(&drafts)
    let bySentence = Dictionary(
      grouping: drafts.indices.filter { !drafts[$0].isDropped }, by: { drafts[$0].sentence })
    for (number, sentence) in scene.sentences.enumerated() {
      let local = bySentence[number] ?? []
      joinTrades(&drafts, local)
      ownedBodies(sentence, number, &drafts, local)
      for name in advice.names(in: sentence.words) where name.type != .other {
        widen(name, local, &drafts)
      }
      for index in local { findAge(&drafts[index], sentence) }
      for index in local {
        var draft = drafts[index]
        findOwner(&draft, local, drafts)
        drafts[index] = draft
      }
      for index in local { dropModifier(&drafts[index]) }
    }
  }

  private func widen(_ name: Advice.Name, _ local: [Int], _ drafts: inout [Draft]) {
    var words = name.words
    let isOwned = words.contains { scene.words[$0].tag == .possessive }
    if isOwned, !isCommonOwner(words) { return }
    guard name.probability >= (isOwned ? 0.45 : 0.55), words.count > 1 else { return }
    var inside = local.filter {
      drafts[$0].kind != .pronoun && !drafts[$0].isDropped && drafts[$0].words.overlaps(words)
    }
    // "Fraud Office of the National Police": two names.
    var whole: Int?
    for index in inside where drafts[index].words.upperBound == words.upperBound {
      var before = drafts[index].words.lowerBound - 1
      if scene.lower(before) == "the" { before -= 1 }
      guard before > words.lowerBound, scene.lower(before) == "of",
        drafts[index].type == .agency || drafts[index].type == .organization
      else { continue }
      whole = index
      words = words.lowerBound..<before
    }
    inside.removeAll { $0 == whole || !drafts[$0].words.overlaps(words) }
    let isCut = { (index: Int) -> Bool in
      let own = drafts[index].words
      let start =
        scene.words[own.lowerBound].tag == .determiner ? own.lowerBound + 1 : own.lowerBound
      return start < words.lowerBound || own.upperBound > words.upperBound
    }
    guard let base = inside.max(by: { rank(drafts[$0]) < rank(drafts[$1]) }),
      !inside.contains(where: isCut), !covers(drafts[base], words),
      scene.words[words.lowerBound].isCapitalized
    else { return }
    let last = scene.hits[words.upperBound - 1]
    let kind = last.body > 0 ? scene.lexicon.bodies[last.bodyIndex] : nil
    if name.type == .person || name.type == .place {
      // A kind of body at its end, or a place that is part of a longer one, says more.
      guard drafts[base].type == name.type || drafts[base].isGuess, kind == nil else { return }
    } else if drafts[base].type == .person, !drafts[base].isGuess, !isOwned {
      return
    }
    for index in inside where index != base {
      if drafts[index].type == .place, !drafts[index].isGuess {
        drafts[index].outer = base
        continue
      }
      drafts[index].isDropped = true
    }
    var draft = drafts[base]
    var start = words.lowerBound
    if start > 0, scene.lower(start - 1) == "the" { start -= 1 }
    draft.words = start..<max(words.upperBound, draft.words.upperBound)
    draft.name = scene.text(words)
    draft.head = words.upperBound - 1
    draft.kind = .name
    draft.outer = nil
    draft.key = nil
    if let kind, kind.kind != .staff {
      draft.type = kind.kind == .organization ? .organization : .agency
      draft.attributes.office = kind.office
    } else if draft.isGuess || isOwned {
      draft.type = name.type
    }
    draft.confidence = max(0.75, min(draft.confidence, 0.9))
    draft.isGuess = false
    if let whole { draft.possessor = whole }
    drafts[base] = draft
  }

  /// *Auditor General's Office*, *Women's League*: what stands before the 's is no name by itself.
  private func isCommonOwner(_ words: Range<Int>) -> Bool {
    words.contains { index in
      guard scene.words[index].tag == .possessive, index > words.lowerBound else { return false }
      return isCommonOwner(at: index - 1)
    }
  }

  private func isCommonOwner(at word: Int) -> Bool {
    let lower = scene.lower(word)
    return scene.lexicon.isTitle(lower) || scene.lexicon.groups[lower] != nil
      || RelationTable.singulars(lower).contains { scene.lexicon.isTitle($0) }
      || ["general", "women", "children", "workers", "peoples", "neighbors", "neighbours"]
        .contains(lower)
  }

  /// Capitalized words, the possessive, a kind of body: a name that the rules cut in two.
  private func ownedBodies(
    _ sentence: SentenceDraft, _ number: Int, _ drafts: inout [Draft], _ local: [Int]
  ) {
    guard !sentence.isTitleCase else { return }
    for mark in sentence.words
    where scene.words[mark].tag == .possessive && mark > sentence.words.lowerBound
      && mark + 1 < sentence.words.upperBound && scene.words[mark + 1].isCapitalized
      && isCommonOwner(at: mark - 1) && scene.words[mark - 1].isCapitalized
    {
      var end = mark + 1
      while end < sentence.words.upperBound, scene.words[end].isCapitalized,
        scene.words[end].tag != .possessive
      {
        end += 1
      }
      let hit = scene.hits[end - 1]
      let isBody = hit.body > 0
      guard isBody || advice.name(at: end - 1)?.words.contains(mark) ?? false else { continue }
      var start = mark - 1
      while start > sentence.words.lowerBound, scene.words[start - 1].isCapitalized,
        scene.words[start - 1].isWord, scene.words[start - 1].tag != .determiner
      {
        start -= 1
      }
      var nested: Int?
      if isBody, end + 1 < sentence.words.upperBound, scene.lower(end) == "of",
        let place = local.first(where: {
          drafts[$0].words.lowerBound == end + 1 && drafts[$0].type == .place
        })
      {
        // "People's Court of Bergen"
        nested = place
        end = drafts[place].words.upperBound
      }
      let words = start..<end
      let kind = isBody ? scene.lexicon.bodies[hit.bodyIndex] : nil
      if local.contains(where: {
        let draft = drafts[$0]
        return !draft.isDropped && draft.kind == .name && draft.words.lowerBound <= start
          && draft.words.upperBound >= end && draft.type != .place && draft.outer == nil
          && draft.words.count <= words.count + 4
      }) {
        continue
      }
      let from =
        start > sentence.words.lowerBound && scene.lower(start - 1) == "the" ? start - 1 : start
      var made = Draft(
        words: from..<end, sentence: number, kind: .name, type: .organization, confidence: 0.8,
        name: scene.text(words), head: nested == nil ? end - 1 : mark + 1)
      if let nested {
        drafts[nested].outer = drafts.count
        made.attributes.seat = drafts[nested].name
        made.attributes.country = drafts[nested].attributes.country
      }
      if let kind {
        made.type = kind.kind == .organization ? .organization : .agency
        made.attributes.office = kind.office
      } else if let name = advice.name(at: end - 1) {
        made.type = name.type == .agency ? .agency : .organization
      }
      for index in local where drafts[index].words.overlaps(from..<end) && !drafts[index].isDropped
      {
        let of = drafts[index].words.contains(from) ? from - 1 : -1
        if of > drafts[index].words.lowerBound, scene.lower(of) == "of" {
          // "the Fraud Unit of the Auditor": the unit's name ends before.
          drafts[index].words = drafts[index].words.lowerBound..<of
          drafts[index].head = of - 1
          let begin =
            scene.words[drafts[index].words.lowerBound].tag == .determiner
            ? drafts[index].words.lowerBound + 1 : drafts[index].words.lowerBound
          drafts[index].name = scene.text(begin..<of)
          drafts[index].possessor = drafts.count
        } else if drafts[index].kind != .pronoun {
          drafts[index].isDropped = true
        }
      }
      drafts.append(made)
    }
  }

  /// *Silk Road Clearing and Forwarding*: two words for what a body does, joined by *and*.
  private func joinTrades(_ drafts: inout [Draft], _ local: [Int]) {
    for first in local where isBody(drafts[first]) {
      let next = drafts[first].words.upperBound
      guard scene.lower(next) == "and" || scene.lower(next) == "&",
        let second = local.first(where: {
          drafts[$0].words.lowerBound == next + 1 && isBody(drafts[$0])
        })
      else { continue }
      let left = scene.lower(next - 1), right = scene.lower(next + 1)
      let isTrade = left.hasSuffix("ing") && right.hasSuffix("ing") && left.utf8.count > 5
      let isOffice =
        drafts[first].words.filter { scene.words[$0].tag != .determiner }.count == 1
        && drafts[second].type == .agency && scene.words[next - 1].isCapitalized
      guard isTrade || isOffice, scene.words[next - 1].isCapitalized else { continue }
      let start = drafts[first].words.lowerBound
      let begin = scene.words[start].tag == .determiner ? start + 1 : start
      let base = isTrade ? first : second
      drafts[base].words = start..<drafts[second].words.upperBound
      drafts[base].name = scene.text(begin..<drafts[second].words.upperBound)
      drafts[base].head = drafts[second].head
      drafts[base].kind = .name
      drafts[base].key = nil
      drafts[base].aliases += drafts[isTrade ? second : first].aliases
      drafts[isTrade ? second : first].isDropped = true
    }
  }

  private func isBody(_ draft: Draft) -> Bool {
    !draft.isDropped && draft.outer == nil
      && (draft.type == .organization || draft.type == .agency)
  }

  /// The draft that carries a name: no place, a sure type, the longest.
  private func rank(_ draft: Draft) -> Int {
    (draft.type == .place ? 0 : 1000) + (draft.outer == nil ? 100 : 0) + draft.words.count
  }

  private func covers(_ draft: Draft, _ words: Range<Int>) -> Bool {
    draft.words.lowerBound <= words.lowerBound && draft.words.upperBound >= words.upperBound
  }

  /// *Ada Lund, 43, …*: what has an age is a person.
  private func findAge(_ draft: inout Draft, _ sentence: SentenceDraft) {
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
  private func findOwner(_ draft: inout Draft, _ local: [Int], _ drafts: [Draft]) {
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

  private static let officers: Set<String> = [
    "officer", "official", "agent", "inspector", "authority", "service", "department", "staff",
    "office", "chief", "boss", "head", "director", "spokesman", "spokeswoman", "agency", "unit",
    "officers", "officials", "agents", "inspectors", "authorities", "investigators", "detectives",
  ]

  /// *a customs broker*, *the court papers*: a body that only tells what kind of thing is meant.
  private func dropModifier(_ draft: inout Draft) {
    guard draft.type == .agency, draft.kind == .nominal, !draft.isDropped,
      draft.words.upperBound < scene.words.count, let said = advice.words[draft.head],
      said.label == "compound", said.head == draft.words.upperBound,
      advice.words[said.head]?.part == .noun,
      !ModelNames.officers.contains(scene.lower(said.head))
    else { return }
    draft.isDropped = true
  }

  /// *Oslo-based*: the place, of which the model may make a name with the rest.
  private func findSeats(_ drafts: inout [Draft]) {
    for (number, sentence) in scene.sentences.enumerated() {
      for word in sentence.words where scene.words[word].isCapitalized {
        let lower = scene.lower(word)
        guard lower.hasSuffix("-based"), lower.utf8.count > 9 else { continue }
        let name = String(scene.text(word..<(word + 1)).dropLast(6))
        var draft = Draft(
          words: word..<(word + 1), sentence: number, kind: .name, type: .place, confidence: 0.8,
          name: name, head: word)
        if let place = scene.lexicon.places.first(where: { $0.name == name }) {
          draft.attributes.country = place.country
        }
        for index in drafts.indices
        where drafts[index].sentence == number && drafts[index].words == draft.words {
          drafts[index].isDropped = true
        }
        guard
          !drafts.contains(where: {
            $0.sentence == number && !$0.isDropped && $0.words.contains(word)
          })
        else { continue }
        drafts.append(draft)
      }
    }
  }

  private static let states: Set<String> = [
    "republic", "kingdom", "state", "commonwealth", "federation", "sultanate", "principality",
    "emirate",
  ]

  /// *the Federal Republic of Utopia* is Utopia.
  private func nameStates(_ drafts: inout [Draft]) {
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
