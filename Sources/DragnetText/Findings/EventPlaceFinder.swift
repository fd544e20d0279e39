/// Finds where things were done: *was detained at his home*, *met X in Oslo*, *was killed near Y*.
///
/// The value is the place as written; its subject is whom or what the event befell.
extension QuantityFinder {
  func places(_ sentence: ParsedSentence) -> [FoundQuantity] {
    var found: [FoundQuantity] = []
    for (index, clause) in sentence.clauses.enumerated() where !clause.group.isCopula {
      guard clause.group.modality == .fact, !clause.group.isDenied,
        let subject = patient(of: clause, sentence)
      else { continue }
      let next =
        sentence.clauses[(index + 1)...].first { $0.group.form == .finite }
        .map { sentence.chunks[$0.verb].words.lowerBound } ?? sentence.draft.words.upperBound
      let start = sentence.chunks[clause.verb].words.upperBound
      guard start < next, let words = place(in: start..<next, sentence) else { continue }
      var result = make(.place, words, sentence)
      result.quantity.words = scene.text(words)
      result.quantity.event = label(of: clause, sentence)
      result.subject = subject
      found.append(result)
    }
    return found + premises(sentence)
  }

  /// *a warehouse in Mombasa*: where a building of a case stands; its kind is the unit.
  private func premises(_ sentence: ParsedSentence) -> [FoundQuantity] {
    drafts.indices(startingIn: sentence.draft.words).compactMap { draft in
      let start = drafts[draft].words.lowerBound
      guard drafts[draft].type == .place, drafts[draft].kind == .name, chainOf[draft] != nil,
        start >= sentence.draft.words.lowerBound + 2,
        ["in", "at", "near", "outside"].contains(scene.lower(start - 1)),
        QuantityFinder.buildings.contains(scene.lower(start - 2))
      else { return nil }
      var result = make(.place, drafts[draft].words, sentence)
      result.quantity.words = scene.text(drafts[draft].words)
      result.quantity.event = "located"
      result.quantity.unit = scene.lower(start - 2)
      return result
    }
  }

  private static let buildings: Set<String> = [
    "warehouse", "godown", "depot", "factory", "house", "flat", "apartment", "villa", "farm",
    "ranch", "laboratory", "lab", "workshop", "garage", "hangar", "camp", "hideout", "compound",
    "cellar", "basement", "shed", "barn", "mine", "quarry", "clinic",
  ]

  /// Whom or what an event befalls: its object, the subject of a passive, else its subject.
  func patient(of clause: Clause, _ sentence: ParsedSentence) -> Int? {
    if let act = sentence.acts?.act(at: clause.group.word) {
      // "slapped the cuffs on X": whom they are put on.
      if QuantityFinder.isCuffing(clause.group.lemma, act.things.map { scene.lower($0) }) {
        let on = act.obliques.filter { $0.preposition == "on" }
          .flatMap { sentence.acts?.parties.parties($0.noun) ?? [] }
        if let first = on.first { return first.draft }
      }
      let direct = act.patients.filter { !$0.isIndirect }
      if let first = direct.first { return first.draft }
    }
    let nouns =
      clause.group.isPassive || clause.objects.isEmpty ? clause.subjects : clause.objects
    return nouns.compactMap { sentence.chunks[$0].draft }.first { chainOf[$0] != nil }
  }

  /// The label of a clause's event: that of its verb, or of *taken into custody*.
  func label(of clause: Clause, _ sentence: ParsedSentence) -> String {
    let lemma = clause.group.lemma
    if lemma == "remand" { return "remanded" }
    if ["take", "place", "put", "bring"].contains(lemma),
      clause.obliques.contains(where: {
        ["custody", "detention", "arrest"].contains(sentence.chunks[$0.noun].head)
      })
    {
      return "arrested"
    }
    if isArrest(clause, sentence) || isCuffing(clause, sentence) { return "arrested" }
    // "Seven were taken in altogether", "taken in for questioning"
    let word = clause.group.word
    if ["shoot", "gun", "find", "beat", "stab"].contains(lemma),
      scene.lower(word + 1) == "dead"
        || scene.lower(word + 1) == "to" && scene.lower(word + 2) == "death"
    {
      return "killed"
    }
    if lemma == "take", clause.group.isPassive, scene.lower(word + 1) == "in",
      ["altogether", "for", ",", ".", "by", "overnight"].contains(scene.lower(word + 2))
    {
      return "arrested"
    }
    // What comes to light arrives nowhere.
    if lemma == "come",
      !clause.obliques.contains(where: { oblique in
        ["to", "into", "in", "from"].contains(oblique.preposition)
          && sentence.chunks[oblique.noun].draft.map { drafts[$0].type == .place } ?? false
      })
    {
      return "emerge"
    }
    // To fire a shot dismisses nobody.
    if lemma == "fire",
      clause.objects.contains(where: {
        [
          "shot", "shots", "bullet", "bullets", "round", "rounds", "gun", "weapon", "rocket",
          "rockets", "missile", "missiles", "volley",
        ].contains(sentence.chunks[$0].head)
      })
    {
      return "shoot"
    }
    return label(lemma)
  }

  /// *was grabbed at the airport by detectives*, *dragged out of his flat by masked officers*: laying
  /// hands on someone is an arrest where the law does it.
  private func isArrest(_ clause: Clause, _ sentence: ParsedSentence) -> Bool {
    guard QuantityFinder.seizing.contains(clause.group.lemma),
      let patient = patient(of: clause, sentence), drafts[patient].type == .person
    else { return false }
    let verb = clause.group.word
    let limit = sentence.draft.words.upperBound
    if clause.group.lemma == "take" || clause.group.lemma == "pull" {
      // "was taken off his yacht"; not "was taken to hospital".
      guard verb + 1 < limit, ["off", "from", "out"].contains(scene.lower(verb + 1)) else {
        return false
      }
    }
    let by: Range<Int>
    if clause.group.isPassive {
      guard let mark = (verb..<min(verb + 30, limit)).first(where: { scene.lower($0) == "by" })
      else { return false }
      by = mark..<min(mark + 8, limit)
    } else {
      by = max(sentence.draft.words.lowerBound, verb - 8)..<verb
    }
    return by.contains { QuantityFinder.lawful.contains(scene.lower($0)) }
  }

  private func isCuffing(_ clause: Clause, _ sentence: ParsedSentence) -> Bool {
    QuantityFinder.isCuffing(
      clause.group.lemma, clause.objects.map { sentence.chunks[$0].head })
  }

  /// *put handcuffs on*, *clapped the cuffs on*.
  private static func isCuffing(_ lemma: String, _ things: [String]) -> Bool {
    ["put", "slap", "clap", "snap", "place", "lock", "click"].contains(lemma)
      && things.contains { ["cuffs", "handcuffs", "manacles", "shackles"].contains($0) }
  }

  /// Who lays hands on whom, where no verb of the tables says so.
  func arrests(_ sentence: ParsedSentence) -> [FoundRelation] {
    guard let acts = sentence.acts else { return [] }
    return sentence.clauses.flatMap { clause -> [FoundRelation] in
      guard !clause.group.isDenied, clause.group.modality == .fact,
        isArrest(clause, sentence) || isCuffing(clause, sentence),
        let act = acts.act(at: clause.group.word), let patient = patient(of: clause, sentence),
        drafts[patient].type == .person
      else { return [] }
      // "ten masked men from the Border Guard"
      let bodies = act.actors.flatMap { actor in
        drafts[actor.draft].type == .group
          ? acts.parties.owners(of: acts.tree.advice.head(of: drafts[actor.draft].words)) : [actor]
      }
      return bodies.filter { drafts[$0.draft].type == .agency }.map { actor in
        let ends = [drafts[actor.draft].words, drafts[patient].words]
        let low = min(ends[0].lowerBound, ends[1].lowerBound, clause.group.word)
        let high = max(ends[0].upperBound, ends[1].upperBound, clause.group.word + 1)
        return FoundRelation(
          label: "arrested", from: actor.draft, to: patient, sentence: sentence.number,
          words: low..<high, statedAt: clause.group.word, confidence: 0.7)
      }
    }
  }

  private static let seizing: Set<String> = [
    "grab", "drag", "haul", "snatch", "pull", "take", "pluck", "march", "frogmarch", "seize",
    "pick", "lead", "collar", "intercept", "stop",
  ]
  private static let lawful: Set<String> = [
    "police", "policeman", "policemen", "officer", "officers", "cop", "cops", "detective",
    "detectives", "agent", "agents", "ranger", "rangers", "commissioner", "inspector", "inspectors",
    "sheriff", "deputies", "constable", "constables", "gendarmes", "marshals", "marshal",
    "troopers",
    "customs", "investigators", "guards", "guard", "carabinieri", "patrol", "commandos",
  ]

  /// The first place that *in*, *at*, *near* leads to: a name, or a house or the like of common noun.
  private func place(in words: Range<Int>, _ sentence: ParsedSentence) -> Range<Int>? {
    var plain: Range<Int>?
    for index in words.dropLast()
    where ["in", "at", "near", "outside", "inside"].contains(scene.lower(index)) {
      var start = index + 1
      while start < words.upperBound, !QuantityFinder.premises.contains(scene.lower(start)),
        [.determiner, .possessivePronoun, .pronoun, .adjective].contains(scene.words[start].tag)
      {
        start += 1
      }
      guard start < words.upperBound else { continue }
      // "in the seaside resort of Nida"
      var reach = start
      while reach < min(start + 6, words.upperBound - 1),
        scene.words[reach].tag == .noun || scene.words[reach].tag == .adjective
          || scene.hits[reach].demonym == 1 || ["of", "'s", "’s"].contains(scene.lower(reach)),
        !QuantityFinder.premises.contains(scene.lower(reach))
      {
        reach += 1
      }
      start = reach > start && scene.lower(reach - 1) == "of" ? reach : start
      if let draft = drafts.indices(startingIn: (index + 1)..<min(start + 1, words.upperBound))
        .first(where: {
          drafts[$0].type == .place && drafts[$0].kind == .name && chainOf[$0] != nil
        })
      {
        return drafts[draft].words
      }
      // "at Kisumu airport" of a name that is no mention
      var end = start
      while end < words.upperBound,
        scene.words[end].isName || scene.words[end].tag == .noun
          || QuantityFinder.premises.contains(scene.lower(end))
      {
        end += 1
      }
      guard end > start, QuantityFinder.premises.contains(scene.lower(end - 1)) else { continue }
      if scene.words[start].isName { return start..<end }
      plain = plain ?? (start..<end)
    }
    return plain
  }

  private static let premises: Set<String> = [
    "home", "house", "residence", "flat", "apartment", "villa", "office", "airport", "station",
    "hotel", "port", "border", "hospital", "prison", "court", "school", "church", "mosque", "bar",
    "restaurant", "farm", "warehouse", "ranch", "stadium", "harbour", "harbor", "market", "street",
    "bank", "shop", "café", "cafe", "club", "car", "park", "beach", "forest", "river", "lake",
  ]
}
