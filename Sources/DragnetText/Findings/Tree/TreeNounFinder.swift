/// Reads relations that nouns state off the tree: roles, homes and acts (*the arrest of X by Y*).
struct TreeNounFinder {
  let finder: RelationFinder
  let tree: SentenceTree
  let parties: PartyFinder
  let acts: TreeActFinder

  private var table: RelationTable { tree.scene.lexicon.relations }

  func relations(_ sentence: ParsedSentence) -> [FoundRelation] {
    var result: [FoundRelation] = []
    let roles = TreeRoleFinder(finder: finder, tree: tree, parties: parties, acts: acts)
    let places = TreePlaceFinder(finder: finder, tree: tree, parties: parties, roles: roles)
    let bodies = TreeBodyFinder(finder: finder, tree: tree, parties: parties, acts: acts)
    let care = TreeCareFinder(finder: finder, tree: tree, parties: parties, acts: acts)
    for word in tree.words where tree.part(of: word) == .noun || tree.part(of: word) == .properNoun
    {
      let first = result.count
      roles.read(word, &result)
      places.read(word, &result)
      bodies.read(word, &result)
      care.read(word, &result)
      events(word, &result)
      requests(word, &result)
      for index in first..<result.count {
        result[index].sentence = sentence.number
        if result[index].statedAt == word { mark(&result[index], word, sentence) }
      }
    }
    return result
  }

  private func mark(_ relation: inout FoundRelation, _ noun: Int, _ sentence: ParsedSentence) {
    let modifiers = tree.children(of: noun, by: ["amod", "advmod", "det"]).map {
      tree.scene.lower($0)
    }
    if modifiers.contains(where: StanceCues.doubtful.contains) { relation.modality = .alleged }
    if modifiers.contains(where: StanceCues.intended.contains) { relation.modality = .planned }
    if modifiers.contains(where: StanceCues.voiding.contains) { relation.polarity = .denied }
  }

  // MARK: Acts

  private func events(_ noun: Int, _ result: inout [FoundRelation]) {
    guard parties.draft(at: noun) == nil else { return }
    let lemma = tree.advice.words[noun]?.lemma ?? tree.scene.lower(noun)
    let rules = table.rules(lemma, .event), mutual = table.rules(lemma, .mutual)
    guard !rules.isEmpty || !mutual.isEmpty else { return }
    var targets = phrases(of: noun)
    let owners = tree.children(of: noun, by: ["nmod:poss", "compound"])
      .filter { $0 < noun }.flatMap { parties.parties($0) }
      .filter { finder.isActing($0.draft) }
    var carriers: [Party] = []
    if let verb = tree.head(of: noun), tree.part(of: verb) == .verb, let act = acts.act(at: verb),
      act.things.contains(noun), RelationFinder.carrying.contains(act.lemma)
    {
      carriers = act.actors
      for oblique in act.obliques {
        targets += parties.holders(of: oblique.noun).map { (oblique.preposition, $0) }
      }
    }
    // "During a search of X's office, officers of Y found": Y searched.
    if owners.isEmpty, carriers.isEmpty, tree.label(of: noun).hasPrefix("obl"),
      ["in", "during", "after"].contains(tree.preposition(of: noun) ?? ""),
      rules.contains(where: { $0.label == "raided" }), let verb = tree.head(of: noun),
      let act = acts.act(at: verb)
    {
      carriers = act.actors.filter { finder.drafts[$0.draft].type == .agency }
    }
    // "Under an agreement with X, Y left": Y made it.
    if owners.isEmpty, carriers.isEmpty, !mutual.isEmpty, tree.label(of: noun).hasPrefix("obl"),
      ["in", "under", "after", "during", "following"].contains(tree.preposition(of: noun) ?? ""),
      let verb = tree.head(of: noun), let act = acts.act(at: verb)
    {
      carriers = act.isPassive ? act.patients : act.actors
    }
    let accused = accused(of: noun)
    for rule in mutual { join(rule, noun, owners + carriers, targets, &result) }
    for rule in rules {
      var patients = targets.filter { rule.prepositions.contains($0.0) }.map(\.1)
      let agents = targets.filter { $0.0 == "by" }.map(\.1)
      var actors = agents
      if agents.isEmpty {
        actors = owners.isEmpty ? carriers : owners
      } else if patients.isEmpty, rule.prepositions.contains("of") {
        patients = owners
      }
      if actors.isEmpty, !accused.isEmpty { actors = accused }
      if ["client_of", "works_for"].contains(rule.label), actors.isEmpty {
        actors = targets.filter { $0.0 == "of" }.map(\.1)
      }
      if rule.label == "paid" {
        let payers = targets.filter { $0.0 == "from" }.map(\.1)
        if !payers.isEmpty {
          if patients.isEmpty { patients = carriers }
          actors = payers
        }
      }
      for actor in actors {
        for patient in patients
        where patient != actor && finder.isSensible(rule.label, actor.draft, patient.draft)
          && (rule.label != "works_for"
            || finder.fitsRole("works_for", actor.draft, patient.draft))
        {
          if let found = finder.found(rule.label, actor, patient, 0.65, at: noun) {
            result.append(found)
          }
        }
      }
    }
  }

  /// *charged with the murder of X*, *a suspect in the killing of X*: who is said to have done it.
  private func accused(of noun: Int) -> [Party] {
    guard let verb = tree.head(of: noun), tree.part(of: verb) == .verb,
      TreeActFinder.accusing.contains(tree.lemma(of: verb)),
      ["of", "with", "for", "in", "over"].contains(tree.preposition(of: noun) ?? ""),
      let act = acts.act(at: verb)
    else { return [] }
    return act.patients.filter { finder.drafts[$0.draft].type == .person }
  }

  private func join(
    _ rule: RelationTable.Rule, _ noun: Int, _ actors: [Party],
    _ targets: [(String, Party)], _ result: inout [FoundRelation]
  ) {
    let between = targets.filter { $0.0 == "between" }.map(\.1)
    var pairs: [(Party, Party)] = []
    if between.count >= 2 { pairs.append((between[0], between[1])) }
    for actor in actors {
      for target in targets where rule.prepositions.contains(target.0) && target.1 != actor {
        pairs.append((actor, target.1))
      }
    }
    for (one, other) in pairs where finder.isActing(one.draft) && finder.isActing(other.draft) {
      if let found = finder.found(rule.label, one, other, 0.65, at: noun, isDirected: false) {
        result.append(found)
      }
    }
  }

  private func phrases(of noun: Int) -> [(String, Party)] {
    tree.children(of: noun).filter {
      tree.label(of: $0).hasPrefix("nmod")
        || tree.label(of: $0).hasPrefix("obl") || tree.label(of: $0) == "acl"
    }
    .flatMap { child -> [(String, Party)] in
      guard let preposition = tree.preposition(of: child) else { return [] }
      return parties.holders(of: child).map { (preposition, $0) }
    }
  }

  // MARK: Wishes

  private static let asking: Set<String> = [
    "ask", "request", "seek", "demand", "call", "press", "push", "urge", "apply", "petition",
    "want", "campaign", "plead", "appeal",
  ]
  /// Nouns for what is done to someone that is asked for.
  private static let askable: Set<String> = [
    "surrender", "extradition", "release", "handover", "return", "resignation", "removal",
    "prosecution", "arrest", "detention", "deportation", "dismissal", "transfer", "conviction",
    "pardon", "impeachment", "expulsion", "bid", "offer", "appeal", "application", "suspension",
    "sentence", "acquittal", "candidacy", "reinstatement",
  ]
  /// Verbs for what is decided of such a thing, or thought of it.
  private static let deciding: Set<String> = [
    "uphold", "overturn", "quash", "approve", "reject", "deny", "block", "grant", "refuse", "annul",
    "oppose", "welcome", "condemn", "lift", "extend", "delay", "secure", "accept", "dismiss",
    "revoke", "cancel", "suspend", "celebrate", "protest",
  ]
  /// Nouns for papers that ask for something.
  private static let papers: Set<String> = [
    "warrant", "request", "call", "demand", "plea", "motion", "order", "petition", "notice",
  ]

  /// *X asked for Y's extradition*, *Y was arrested at the request of X*, *acting on orders from X*.
  private func requests(_ noun: Int, _ result: inout [FoundRelation]) {
    guard var verb = tree.head(of: noun) else { return }
    let lemma = tree.advice.words[noun]?.lemma ?? tree.scene.lower(noun)
    // "issued a warrant for X's arrest"
    let isPaper =
      tree.preposition(of: noun) == "for"
      && TreeNounFinder.papers.contains(tree.advice.words[verb]?.lemma ?? "")
    let thing = isPaper ? verb : noun
    if isPaper, let outer = tree.head(of: verb) { verb = outer }
    guard tree.part(of: verb) == .verb else { return }
    if TreeNounFinder.askable.contains(lemma), let act = acts.act(at: verb),
      act.things.contains(thing) || tree.preposition(of: noun) == "for",
      let label = isPaper ? "request_" + lemma : wish(act.lemma, lemma)
    {
      for actor in act.actors where finder.isActing(actor.draft) {
        for party in owners(of: noun) where finder.isActing(party.draft) && party != actor {
          if let found = finder.found(label, actor, party, 0.6, at: noun) { result.append(found) }
        }
      }
    }
    directed(noun, lemma, verb, &result)
  }

  private func wish(_ verb: String, _ noun: String) -> String? {
    TreeNounFinder.asking.contains(verb)
      ? "request_" + noun : TreeNounFinder.deciding.contains(verb) ? verb + "_" + noun : nil
  }

  private func owners(of noun: Int) -> [Party] {
    let possessors = tree.children(of: noun, by: ["nmod:poss"]).flatMap { parties.parties($0) }
    return possessors + phrases(of: noun).filter { $0.0 == "of" }.map(\.1)
  }

  /// *at the request of X*, *on the orders of X*, *under the supervision of X*: X has a hand in the act.
  private func directed(
    _ noun: Int, _ lemma: String, _ verb: Int, _ result: inout [FoundRelation]
  ) {
    let preposition = tree.preposition(of: noun) ?? ""
    let isRequest = preposition == "at" && ["request", "behest", "invitation"].contains(lemma)
    let isOrder =
      ["on", "by", "under", "at"].contains(preposition)
      && ["order", "instruction", "command", "instigation"].contains(lemma)
    let isWatch =
      preposition == "under"
      && ["supervision", "direction", "leadership", "guidance", "oversight"].contains(lemma)
    guard isRequest || isOrder || isWatch, let act = acts.act(at: verb) else { return }
    let sources = owners(of: noun) + phrases(of: noun).filter { $0.0 == "from" }.map(\.1)
    let doers = act.actors
    let ends = isRequest || doers.isEmpty ? act.patients : doers
    let label = isRequest ? "request_" + act.lemma : isOrder ? "ordered" : "supervise"
    for source in sources where finder.isActing(source.draft) {
      for end in ends where end != source && finder.isActing(end.draft) {
        if let found = finder.found(label, source, end, 0.55, at: noun) { result.append(found) }
      }
    }
  }
}
