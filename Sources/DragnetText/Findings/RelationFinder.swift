/// Reads relations out of clauses: who did what to whom, where to, with whom.
struct RelationFinder {
  let scene: Scene
  let drafts: [Draft]
  /// Chain type of a draft; nil for one that means nothing.
  let chainOf: [Int?]
  let chains: [ChainDraft]

  func relations(_ sentence: ParsedSentence) -> [FoundRelation] {
    var result: [FoundRelation] = []
    for clause in sentence.clauses {
      let first = result.count
      read(clause, sentence, &result)
      for index in first..<result.count {
        result[index].date = date(at: clause.group.word, sentence)
      }
    }
    return result
  }

  /// The draft a noun chunk stands for, by itself or for a body.
  func mention(_ chunk: Int, _ chunks: [Chunk]) -> Int? {
    let noun = chunks[chunk]
    if let draft = noun.draft, chainOf[draft] != nil { return draft }
    if let named = tail(chunk, chunks) { return named }
    if let apposed = apposed(chunk, chunks) ?? standing(chunk, chunks) { return apposed }
    guard RelationFinder.standIns.contains(noun.head) else { return nil }
    if let owner = noun.owner { return mention(owner, chunks) }
    if chunk > 0, chunks[chunk - 1].kind == .noun, let draft = chunks[chunk - 1].draft,
      chunks[chunk - 1].words.upperBound == noun.words.lowerBound, chainOf[draft] != nil,
      drafts[draft].type == .organization || drafts[draft].type == .agency
    {
      return draft
    }
    guard chunk + 2 < chunks.count, chunks[chunk + 1].kind == .preposition,
      ["of", "from", "for", "with", "by"].contains(chunks[chunk + 1].head)
    else { return nil }
    var next = chunk + 2
    while next + 1 < chunks.count, chunks[next].kind == .quote { next += 1 }
    while next + 1 < chunks.count, chunks[next + 1].owner == next { next += 1 }
    guard chunks[next].kind == .noun, let draft = chunks[next].draft, chainOf[draft] != nil,
      drafts[draft].type != .place
    else { return nil }
    return draft
  }

  /// *Trading* of *Belmont Trading*: the capitalized end of a name that was cut short.
  private func tail(_ chunk: Int, _ chunks: [Chunk]) -> Int? {
    guard chunk > 0, chunks[chunk].owner == nil, chunks[chunk - 1].kind == .noun,
      chunks[chunk - 1].words.upperBound == chunks[chunk].words.lowerBound,
      chunks[chunk].words.allSatisfy({ scene.words[$0].shape == .capitalized }),
      let draft = chunks[chunk - 1].draft, chainOf[draft] != nil, drafts[draft].kind == .name,
      drafts[draft].type == .organization
    else { return nil }
    return draft
  }

  /// *X, a lawyer from Y, …* and *X is a company …*: the one a noun without a name tells of.
  private func standing(_ chunk: Int, _ chunks: [Chunk]) -> Int? {
    guard chunks[chunk].owner == nil else { return nil }
    var before = chunk - 1
    while before > 0, chunks[before].kind == .adverb { before -= 1 }
    guard before > 0 else { return nil }
    let isRole =
      scene.lexicon.isTitle(chunks[chunk].head)
      || scene.lexicon.groups[chunks[chunk].head] != nil
    let isBody = (scene.lexicon.phrases[chunks[chunk].head]?.body ?? -1) >= 0
    guard isRole || isBody else { return nil }
    let isVerb = chunks[before].group?.isCopula ?? false
    guard isVerb || chunks[before].kind == .comma else { return nil }
    var noun = before - 1
    if noun >= 2, chunks[noun].kind == .noun, chunks[noun - 1].kind == .comma,
      scene.words[chunks[noun].words.lowerBound].tag == .number
    {
      noun -= 2
    }
    guard noun >= 0, chunks[noun].kind == .noun, let draft = chunks[noun].draft,
      chainOf[draft] != nil, isVerb || drafts[draft].kind == .name
    else { return nil }
    let type = drafts[draft].type
    return isRole && type == .person || isBody && (type == .organization || type == .agency)
      ? draft : nil
  }

  /// *the former head of Y, X* and *its local unit, X*: the name after the comma.
  private func apposed(_ chunk: Int, _ chunks: [Chunk]) -> Int? {
    let noun = chunks[chunk]
    let isRole = scene.lexicon.isTitle(noun.head)
    let isBody = (scene.lexicon.phrases[noun.head]?.body ?? -1) >= 0
    guard isRole || isBody else { return nil }
    var next = chunk + 1
    while next + 1 < chunks.count, chunks[next].kind == .preposition,
      ["of", "for", "at", "in"].contains(chunks[next].head)
    {
      next += 1
      while next + 1 < chunks.count, chunks[next].kind == .noun, chunks[next + 1].kind == .noun {
        next += 1
      }
      next += 1
    }
    guard next + 1 < chunks.count, chunks[next].kind == .comma, let draft = chunks[next + 1].draft,
      chainOf[draft] != nil, drafts[draft].kind == .name
    else { return nil }
    if isRole, drafts[draft].type == .person { return draft }
    return isBody && drafts[draft].type == .organization ? draft : nil
  }

  private func mentions(_ nouns: [Int], _ chunks: [Chunk]) -> [Int] {
    var result: [Int] = []
    for noun in nouns {
      if let draft = mention(noun, chunks), !result.contains(draft) { result.append(draft) }
    }
    return result
  }

  private func read(_ clause: Clause, _ sentence: ParsedSentence, _ result: inout [FoundRelation]) {
    let chunks = sentence.chunks
    let group = clause.group
    guard !group.isCopula, !isInName(group.word, sentence) else { return }
    let subjects = mentions(clause.subjects, chunks)
    let actors = group.isPassive ? mentions(clause.agents, chunks) : subjects
    let patients = group.isPassive ? subjects : mentions(clause.objects, chunks)
    for actor in actors where drafts[actor].type != .place || group.isPassive == false {
      let targets = patients.isEmpty ? metonyms(clause, chunks) : patients.map { ($0, false) }
      for (target, isMetonym) in targets {
        if let label = objectLabel(group.lemma, actor, target, isMetonym, clause, chunks) {
          add(label, actor, target, true, clause, sentence, isMetonym ? 0.6 : 0.85, &result)
        }
      }
      if patients.isEmpty, !group.isPassive || !actors.isEmpty,
        let label = scene.lexicon.relations.objectLabel(group.lemma),
        ["raided", "attacked"].contains(label), let place = location(clause, chunks)
      {
        add(label, actor, place, true, clause, sentence, 0.7, &result)
      }
    }
    reciprocal(clause, subjects, sentence, &result)
    for oblique in clause.obliques {
      guard let target = mention(oblique.noun, chunks) else { continue }
      let table = scene.lexicon.relations
      if !group.isPassive {
        for actor in actors where actor != target {
          if let rule = table.rule(group.lemma, .prepositional, oblique.preposition) {
            // "went to the police"
            if rule.label == "travelled_to", group.lemma == "go" || group.lemma == "turn",
              drafts[target].type == .agency
            {
              add("alerted", actor, target, true, clause, sentence, 0.7, &result)
            }
            guard isSensible(rule.label, actor, target) else { continue }
            add(rule.label, actor, target, true, clause, sentence, 0.75, &result)
          } else if let rule = table.rule(group.lemma, .both, oblique.preposition),
            isSensible(rule.label, actor, target)
          {
            add(rule.label, actor, target, false, clause, sentence, 0.75, &result)
          } else if let object = clause.objects.first, clause.objects.count == 1,
            chunks[object].draft == nil, scene.advice != nil,
            RelationFinder.vague.contains(group.lemma),
            ["with", "against", "to", "from"].contains(oblique.preposition), isActing(actor),
            isActing(target)
          {
            add(
              chunks[object].head + "_" + oblique.preposition, actor, target, true, clause,
              sentence, 0.5, &result)
          } else if isTelling(group.lemma, oblique.preposition, actor, target) {
            add(
              group.lemma + "_" + oblique.preposition, actor, target, true, clause, sentence, 0.6,
              &result)
          }
        }
      }
      for patient in patients where patient != target {
        if let rule = table.rule(group.lemma, .patient, oblique.preposition),
          isSensible(rule.label, patient, target)
        {
          add(rule.label, patient, target, true, clause, sentence, 0.8, &result)
        } else if scene.advice != nil, group.isPassive,
          isTelling(group.lemma, oblique.preposition, patient, target)
        {
          add(
            scene.lower(group.word) + "_" + oblique.preposition, patient, target, true, clause,
            sentence, 0.5, &result)
        }
      }
    }
    readNested(clause, group.isPassive ? patients : actors, patients, sentence, &result)
  }

  /// *lost a case against X*, *was arrested at a house in Y*: what phrases inside phrases tell.
  private func readNested(
    _ clause: Clause, _ actors: [Int], _ patients: [Int], _ sentence: ParsedSentence,
    _ result: inout [FoundRelation]
  ) {
    let lemma = clause.group.lemma
    for nested in clause.nested {
      guard let target = mention(nested.noun, sentence.chunks) else { continue }
      if drafts[target].type == .place, ["in", "at", "near", "on"].contains(nested.preposition) {
        for patient in patients where patient != target {
          if let rule = scene.lexicon.relations.rule(lemma, .patient, "in"),
            isSensible(rule.label, patient, target)
          {
            add(rule.label, patient, target, true, clause, sentence, 0.7, &result)
          }
        }
      }
      guard ["with", "against", "to", "from"].contains(nested.preposition), isActing(target),
        !result.contains(where: {
          chainOf[$0.to] == chainOf[target] && $0.statedAt == clause.group.word
        })
      else { continue }
      let act = RelationFinder.vague.contains(lemma) ? "" : lemma + "_"
      for actor in actors where isActing(actor) {
        add(
          act + nested.head + "_" + nested.preposition, actor, target, true, clause, sentence, 0.5,
          &result)
      }
    }
  }

  /// True for a capital inside a sentence: part of a name that was not seen as one.
  private func isInName(_ verb: Int, _ sentence: ParsedSentence) -> Bool {
    scene.words[verb].isCapitalized && !sentence.draft.isTitleCase && !sentence.draft.isHeadline
      && verb > sentence.draft.words.lowerBound + 1
  }

  /// What stands for the one it belongs to when it is raided or attacked.
  private static let belongings: Set<String> = [
    "office", "offices", "headquarters", "home", "homes", "house", "houses", "premises", "plant",
    "building", "buildings", "computers", "computer", "systems", "system", "servers", "network",
    "networks", "website", "websites", "accounts", "account", "assets", "ships", "ship", "base",
    "bases", "positions", "position", "factory", "factories", "branch", "branches", "shares",
    "email", "emails", "phone", "phones", "data", "site", "property", "compound",
  ]

  /// *X and Y met*, *X and Y signed a treaty*: the two subjects are the two ends.
  private func reciprocal(
    _ clause: Clause, _ subjects: [Int], _ sentence: ParsedSentence,
    _ result: inout [FoundRelation]
  ) {
    guard subjects.count == 2, !clause.group.isPassive,
      !clause.obliques.contains(where: {
        $0.preposition == "with" && mention($0.noun, sentence.chunks) != nil
      }), clause.objects.allSatisfy({ mention($0, sentence.chunks) == nil }),
      isActing(subjects[0]), isActing(subjects[1])
    else { return }
    let isPact = clause.objects.contains {
      ["agreement", "deal", "contract", "treaty", "pact", "memorandum", "accord"].contains(
        sentence.chunks[$0].head)
    }
    let lemma = clause.group.lemma
    let label =
      isPact && ["sign", "reach", "strike", "make", "conclude"].contains(lemma)
      ? "signed_with" : clause.objects.isEmpty ? RelationFinder.reciprocal[lemma] : nil
    guard let label else { return }
    add(label, subjects[0], subjects[1], false, clause, sentence, 0.65, &result)
  }

  private static let reciprocal: [String: String] = [
    "meet": "met", "merge": "merged_with", "clash": "fought", "fight": "fought",
    "marry": "married", "divorce": "married", "cooperate": "cooperates_with",
    "collaborate": "works_with", "negotiate": "met", "partner": "joined_with",
    "compete": "competes_with", "wed": "married",
  ]

  /// *campaigned against Y*: a verb of no list that still says what joins the two.
  func isTelling(
    _ lemma: String, _ preposition: String, _ actor: Int, _ target: Int
  ) -> Bool {
    (["with", "against"].contains(preposition)
      || scene.advice != nil && ["to", "from", "for"].contains(preposition)
      || ["through", "via"].contains(preposition) && drafts[target].type == .organization)
      && !lemma.isEmpty
      && !RelationFinder.vague.contains(lemma) && !scene.lexicon.classes(lemma).contains(.report)
      && scene.lexicon.relations.objectLabel(lemma) == nil && isActing(actor) && isActing(target)
  }

  func isActing(_ draft: Int) -> Bool {
    switch drafts[draft].type {
    case .person, .organization, .agency, .group: true
    case .place: isCountry(draft)
    case .other: false
    }
  }

  /// Possessors of the object: *took the victims' passports*.
  private func metonyms(_ clause: Clause, _ chunks: [Chunk]) -> [(Int, Bool)] {
    guard !clause.group.isPassive else { return [] }
    return clause.objects.compactMap { noun in
      guard chunks[noun].draft == nil else { return nil }
      if let owner = chunks[noun].owner { return mention(owner, chunks).map { ($0, true) } }
      guard RelationFinder.belongings.contains(chunks[noun].head), noun + 2 < chunks.count,
        chunks[noun + 1].head == "of" || chunks[noun + 1].head == "at"
          || chunks[noun + 1].head == "belonging"
      else { return nil }
      return mention(noun + 2, chunks).map { ($0, true) }
    }
  }

  private func objectLabel(
    _ lemma: String, _ actor: Int, _ target: Int, _ isMetonym: Bool, _ clause: Clause,
    _ chunks: [Chunk]
  ) -> String? {
    let noun = clause.objects.first.map { chunks[$0].head } ?? ""
    if isMetonym {
      if ["passport", "passports", "documents", "papers"].contains(noun),
        ["keep", "take", "seize", "confiscate", "hold", "retain"].contains(lemma)
      {
        return "confiscated_passports_of"
      }
      if noun == "statements" || noun == "statement", ["record", "take"].contains(lemma) {
        return "interviewed"
      }
    }
    if lemma == "tell" {
      let isOutlet = outlets.contains(office(target) ?? "")
      return isOutlet ? "spoke_to" : drafts[target].type == .agency ? "alerted" : "told"
    }
    if let label = scene.lexicon.relations.objectLabel(lemma) {
      guard isSensible(label, actor, target) else { return nil }
      return isMetonym
        && !["attacked", "raided", "seized", "acquired", "investigates"].contains(label)
        ? nil : label
    }
    // Where a model was asked, `TreeRelationFinder` reads what no table lists.
    guard scene.advice == nil, !isMetonym, !lemma.isEmpty, !RelationFinder.vague.contains(lemma),
      drafts[target].type != .place || isCountry(target), drafts[target].type != .other,
      drafts[actor].type != .place || isCountry(actor),
      !scene.lexicon.classes(lemma).contains(.report)
    else { return nil }
    return lemma
  }

  private let outlets: Set<String> = ["newspaper", "news agency", "broadcaster"]

  private func office(_ draft: Int) -> String? {
    chainOf[draft].flatMap { chains[$0].attributes.office }
  }

  private func location(_ clause: Clause, _ chunks: [Chunk]) -> Int? {
    for oblique in clause.obliques
    where ["in", "at", "on", "near", "of"].contains(oblique.preposition) {
      if let draft = chunks[oblique.noun].draft, drafts[draft].type == .place, chainOf[draft] != nil
      {
        return draft
      }
    }
    return nil
  }

  /// The date a verb's act is given: the first after it, or the only one.
  func date(at verb: Int, _ sentence: ParsedSentence) -> CalendarDate? {
    let next =
      sentence.clauses.first { $0.group.word > verb && $0.group.form == .finite }?.group.word
      ?? Int.max
    if let after = sentence.dates.first(where: {
      $0.words.lowerBound > verb && $0.words.lowerBound < next
    }) {
      return after.date
    }
    return sentence.dates.count == 1 && sentence.dates[0].words.lowerBound < verb
      ? sentence.dates[0].date : nil
  }

  private func add(
    _ label: String, _ from: Int, _ to: Int, _ isDirected: Bool, _ clause: Clause,
    _ sentence: ParsedSentence, _ confidence: Double, _ result: inout [FoundRelation]
  ) {
    guard chainOf[from] != chainOf[to] else { return }
    let low = min(
      drafts[from].words.lowerBound, drafts[to].words.lowerBound,
      sentence.chunks[clause.verb].words.lowerBound)
    let high = max(
      drafts[from].words.upperBound, drafts[to].words.upperBound,
      sentence.chunks[clause.verb].words.upperBound)
    var confidence = confidence * min(drafts[from].confidence, drafts[to].confidence)
    if drafts[from].kind == .pronoun || drafts[to].kind == .pronoun { confidence *= 0.8 }
    result.append(
      FoundRelation(
        label: label, from: from, to: to, isDirected: isDirected, sentence: sentence.number,
        words: low..<high, statedAt: clause.group.word,
        polarity: clause.group.isDenied ? .denied : .asserted,
        modality: clause.group.modality, confidence: confidence))
  }
}
