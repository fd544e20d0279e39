/// Widens mentions to the names that a model sees around them: *Comptroller General's Office*, *National
/// and Local Roads Unit*.
struct ModelNames {
  let scene: Scene
  let advice: Advice

  /// Corrects the drafts in place.
  func correct(_ drafts: inout [Draft]) {
    nameStates(&drafts)
    let bySentence = Dictionary(
      grouping: drafts.indices.filter { !drafts[$0].isDropped }, by: { drafts[$0].sentence })
    for (number, sentence) in scene.sentences.enumerated() {
      let local = bySentence[number] ?? []
      joinTrades(&drafts, local)
      findSeats(sentence, number, local, &drafts)
      ownedBodies(sentence, number, &drafts, local)
      // A name of the model may run into the next sentence of the rules.
      for name in advice.names(in: sentence.words)
      where name.type != .other && sentence.words.contains(name.words.lowerBound)
        && sentence.words.contains(name.words.upperBound - 1)
      {
        widen(name, local, &drafts)
      }
      for index in local { findAge(&drafts[index], sentence) }
      for index in local {
        var draft = drafts[index]
        findOwner(&draft, local, drafts)
        drafts[index] = draft
      }
      for index in local { dropModifier(&drafts[index]) }
      joinSites(local, sentence, &drafts)
      joinFamilies(local, sentence, &drafts)
    }
  }

  func widen(_ name: Advice.Name, _ local: [Int], _ drafts: inout [Draft]) {
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
    if start > scene.sentences[draft.sentence].words.lowerBound, scene.lower(start - 1) == "the" {
      start -= 1
    }
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

  /// The draft that carries a name: no place, a sure type, the longest.
  func rank(_ draft: Draft) -> Int {
    (draft.type == .place ? 0 : 1000) + (draft.outer == nil ? 100 : 0) + draft.words.count
  }

  func covers(_ draft: Draft, _ words: Range<Int>) -> Bool {
    draft.words.lowerBound <= words.lowerBound && draft.words.upperBound >= words.upperBound
  }

}
