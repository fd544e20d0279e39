/// Relations that a noun for an act states: *X's purchase of Y*, *an attack on Y by X*, *ties to Y*.
///
/// The one who acts owns the noun, stands before it, follows *by* or *from*, or is the subject of a
/// verb that only carries it (*opened an investigation into*, *has ties to*).
struct EventNounFinder {
  let scene: Scene
  let drafts: [Draft]
  let chainOf: [Int?]
  let finder: RelationFinder

  private struct Frame {
    var actors: [Int] = []
    var targets: [(preposition: String, draft: Int)] = []
    var polarity: Polarity = .asserted
    var modality: Modality = .fact
    var confidence = 0.75
  }

  func relations(_ sentence: ParsedSentence) -> [FoundRelation] {
    let chunks = sentence.chunks
    var result: [FoundRelation] = []
    for index in chunks.indices
    where chunks[index].kind == .noun
      && chunks[index].draft.map({ chainOf[$0] == nil }) ?? true
    {
      let table = scene.lexicon.relations
      let forms = RelationTable.singulars(chunks[index].head)
      let events = forms.lazy.map { table.rules($0, .event) }.first { !$0.isEmpty } ?? []
      let mutual = forms.lazy.map { table.rules($0, .mutual) }.first { !$0.isEmpty } ?? []
      guard !events.isEmpty || !mutual.isEmpty else { continue }
      let frame = frame(of: index, sentence)
      for rule in mutual { join(rule, frame, index, sentence, &result) }
      for rule in events { act(rule, frame, index, sentence, &result) }
    }
    return result
  }

  /// *A meeting between X and Y*, *X's talks with Y*.
  private func join(
    _ rule: RelationTable.Rule, _ frame: Frame, _ index: Int, _ sentence: ParsedSentence,
    _ result: inout [FoundRelation]
  ) {
    let between = frame.targets.filter { $0.preposition == "between" }.map(\.draft)
    if between.count >= 2 {
      add(rule.label, between[0], between[1], false, frame, index, sentence, &result)
      return
    }
    for actor in frame.actors {
      for target in frame.targets where rule.prepositions.contains(target.preposition) {
        add(rule.label, actor, target.draft, false, frame, index, sentence, &result)
      }
    }
  }

  private func act(
    _ rule: RelationTable.Rule, _ frame: Frame, _ index: Int, _ sentence: ParsedSentence,
    _ result: inout [FoundRelation]
  ) {
    var targets = frame.targets.filter { rule.prepositions.contains($0.preposition) }.map(\.draft)
    var actors = frame.targets.filter { $0.preposition == "by" }.map(\.draft)
    let isOfPatient = rule.prepositions.contains("of")
    if actors.isEmpty {
      actors = frame.actors
      if rule.label == "paid" {
        let payers = frame.targets.filter { $0.preposition == "from" }.map(\.draft)
        if !payers.isEmpty {
          targets = targets.isEmpty ? frame.actors : targets
          actors = payers
        }
      }
    } else if targets.isEmpty, isOfPatient {
      // "X's arrest by Y"
      targets = frame.actors
    }
    for actor in actors {
      for target in targets where finder.isSensible(rule.label, actor, target) {
        add(rule.label, actor, target, true, frame, index, sentence, &result)
      }
    }
  }

  /// Who stands around the noun.
  private func frame(of index: Int, _ sentence: ParsedSentence) -> Frame {
    let chunks = sentence.chunks
    var frame = Frame()
    var next = index + 1
    while next + 1 < min(chunks.count, index + 30), chunks[next].kind == .preposition,
      chunks[next + 1].kind == .noun
    {
      let preposition = chunks[next].head
      var noun = next + 1
      while noun + 1 < chunks.count, chunks[noun + 1].kind == .noun,
        chunks[noun + 1].owner == noun
          || chunks[noun + 1].words.lowerBound == chunks[noun].words.upperBound
      {
        noun += 1
      }
      if let draft = finder.mention(noun, chunks) { frame.targets.append((preposition, draft)) }
      while noun + 2 < min(chunks.count, index + 30), chunks[noun + 1].kind == .conjunction,
        chunks[noun + 2].kind == .noun,
        preposition == "between" || noun + 3 >= chunks.count
          || chunks[noun + 3].kind != .verb,
        let draft = finder.mention(noun + 2, chunks)
      {
        frame.targets.append((preposition, draft))
        noun += 2
      }
      next = noun + 1
    }
    if let owner = chunks[index].owner, let draft = finder.mention(owner, chunks) {
      frame.actors = [draft]
    } else if index > 0, chunks[index - 1].kind == .noun, let draft = chunks[index - 1].draft,
      chunks[index - 1].words.upperBound == chunks[index].words.lowerBound, chainOf[draft] != nil,
      drafts[draft].type != .group
    {
      frame.actors = [draft]
    } else {
      carried(index, sentence, &frame)
    }
    return frame
  }

  /// Reads the clause whose object, or passive subject, the noun is.
  private func carried(_ index: Int, _ sentence: ParsedSentence, _ frame: inout Frame) {
    let chunks = sentence.chunks
    for clause in sentence.clauses.near(index) {
      let isObject = clause.objects.contains(index)
      let isPatient = clause.group.isPassive && clause.subjects.contains(index)
      let isClaim =
        clause.group.lemma == "claim" && clause.verb < index
        && clause.objects.contains {
          chunks[$0].head == "responsibility" || chunks[$0].head == "credit"
        }
        && clause.obliques.contains { $0.noun == index && $0.preposition == "for" }
      guard isObject || isPatient || isClaim else { continue }
      guard isClaim || RelationFinder.carrying.contains(clause.group.lemma) else { return }
      let nouns = isPatient ? clause.agents : clause.subjects
      frame.actors = nouns.compactMap { finder.mention($0, chunks) }
      frame.polarity = clause.group.isDenied ? .denied : .asserted
      frame.modality = isClaim ? .alleged : clause.group.modality
      // A phrase with "of" belongs to a noun.
      frame.targets += clause.obliques.filter { $0.preposition != "of" }.compactMap { oblique in
        finder.mention(oblique.noun, chunks).map { (oblique.preposition, $0) }
      }
      if frame.targets.contains(where: { $0.preposition == "by" }) { frame.actors = [] }
      return
    }
  }

  private func add(
    _ label: String, _ from: Int, _ to: Int, _ isDirected: Bool, _ frame: Frame, _ index: Int,
    _ sentence: ParsedSentence, _ result: inout [FoundRelation]
  ) {
    guard chainOf[from] != chainOf[to] else { return }
    let noun = sentence.chunks[index].words
    let low = min(drafts[from].words.lowerBound, drafts[to].words.lowerBound, noun.lowerBound)
    let high = max(drafts[from].words.upperBound, drafts[to].words.upperBound, noun.upperBound)
    var confidence = frame.confidence * min(drafts[from].confidence, drafts[to].confidence)
    if drafts[from].kind == .pronoun || drafts[to].kind == .pronoun { confidence *= 0.8 }
    let isDoubtful = noun.contains {
      StanceCues.doubtful.contains(scene.lower($0))
    }
    let isPlanned =
      sentence.chunks[index].head == "bid"
      || noun.contains { StanceCues.intended.contains(scene.lower($0)) }
    let isVoid =
      noun.contains { StanceCues.voiding.contains(scene.lower($0)) }
      || noun.lowerBound > sentence.draft.words.lowerBound
        && StanceCues.voiding.contains(scene.lower(noun.lowerBound - 1))
    result.append(
      FoundRelation(
        label: label, from: from, to: to, isDirected: isDirected, sentence: sentence.number,
        words: low..<high, statedAt: noun.lowerBound,
        polarity: isVoid ? .denied : frame.polarity,
        modality: isDoubtful ? .alleged : isPlanned ? .planned : frame.modality,
        confidence: confidence))
  }
}
