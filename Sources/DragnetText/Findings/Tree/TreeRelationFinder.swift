/// Reads relations off the dependency tree, for what stands too far apart for patterns.
///
/// Adds to what the patterns found; where both relate two, the patterns' finding stays.
struct TreeRelationFinder {
  let scene: Scene
  let finder: RelationFinder

  /// Verbs that move money from the one who acts, or from whom *from* tells.
  private static let giving: Set<String> = [
    "pay", "transfer", "wire", "send", "remit", "deposit", "move", "channel", "funnel", "hand",
    "give", "donate", "hand_over", "forward", "deliver", "divert", "slip", "pass",
  ]
  private static let taking: Set<String> = [
    "receive", "accept", "take", "pocket", "obtain", "collect", "get", "demand", "solicit",
  ]
  /// Verbs too vague after a preposition that say enough with an object of their own.
  private static let telling: Set<String> = [
    "send", "bring", "approach", "expose", "name", "suspect", "teach", "host", "follow", "watch",
    "prevent", "avoid", "reject", "recognize", "recognise", "surround", "outline", "love",
  ]
  private static let money: Set<String> = [
    "money", "fund", "bribe", "cash", "sum", "amount", "payment", "kickback", "proceeds", "fee",
    "commission", "deposit", "transfer", "million", "billion", "loan", "ransom",
  ]

  func relations(_ sentence: ParsedSentence) -> [FoundRelation] {
    guard let tree = sentence.tree else { return [] }
    let parties = PartyFinder(tree: tree, drafts: finder.drafts, chainOf: finder.chainOf)
    let acts = TreeActFinder(tree: tree, parties: parties)
    var result: [FoundRelation] = []
    let groups = Dictionary(
      sentence.clauses.map { ($0.group.word, $0.group) }, uniquingKeysWith: { first, _ in first })
    for word in tree.words where tree.part(of: word) == .verb {
      guard let act = acts.act(at: word) else { continue }
      let first = result.count
      read(act, parties, &result)
      for index in first..<result.count { finish(&result[index], act, groups[word], sentence) }
    }
    let nouns = TreeNounFinder(finder: finder, tree: tree, parties: parties, acts: acts)
    result += nouns.relations(sentence)
    return result
  }

  // MARK: Verbs

  private func read(_ act: TreeAct, _ parties: PartyFinder, _ result: inout [FoundRelation]) {
    let table = scene.lexicon.relations
    pay(act, parties, &result)
    for actor in act.actors {
      for patient in act.patients {
        guard let (label, weight) = label(act.lemma, actor, patient) else { continue }
        add(label, actor, patient, weight, act, &result)
        // "X founded Y with Z"
        guard ["founded", "owns", "leads"].contains(label), !act.isPassive else { continue }
        for oblique in act.obliques where oblique.preposition == "with" {
          for other in parties.parties(oblique.noun)
          where finder.drafts[other.draft].type == .person {
            add(label, other, patient, 0.6, act, &result)
          }
        }
      }
    }
    for oblique in act.obliques {
      for target in parties.parties(oblique.noun) {
        for actor in act.actors where !act.isPassive || act.patients.isEmpty {
          if act.isTogether, oblique.preposition == "with", actor != target,
            finder.isActing(actor.draft), finder.isActing(target.draft)
          {
            add("works_with", actor, target, 0.6, act, &result, isDirected: false)
          } else if act.lemma == "go" || act.lemma == "turn", oblique.preposition == "to",
            finder.drafts[target.draft].type == .agency,
            finder.isSensible("alerted", actor.draft, target.draft)
          {
            add("alerted", actor, target, 0.6, act, &result)
          } else if let rule = table.rule(act.lemma, .prepositional, oblique.preposition)
            ?? table.rule(act.lemma, .both, oblique.preposition),
            finder.isSensible(rule.label, actor.draft, target.draft)
          {
            add(
              rule.label, actor, target, 0.7, act, &result, isDirected: rule.pattern != .both)
          } else if finder.isTelling(
            act.lemma, oblique.preposition, actor.draft, target.draft)
          {
            add(act.lemma + "_" + oblique.preposition, actor, target, 0.5, act, &result)
          }
        }
        for patient in act.patients {
          guard let rule = table.rule(act.lemma, .patient, oblique.preposition),
            finder.isSensible(rule.label, patient.draft, target.draft)
          else { continue }
          add(rule.label, patient, target, 0.7, act, &result)
        }
      }
    }
    if act.isTogether { together(act, &result) }
    possessed(act, parties, &result)
    carried(act, parties, &result)
    belong(act, parties, &result)
  }

  /// *issued a notice for X*, *lost a case against X*, *refused X bail*: a thing says what was done.
  private func carried(_ act: TreeAct, _ parties: PartyFinder, _ result: inout [FoundRelation]) {
    let tree = parties.tree
    seat(act, parties, &result)
    let receivers = act.things.flatMap { parties.single($0) }
    for word in act.things where parties.single(word).isEmpty {
      // "the house that X built for Y"
      let isRelative = ["which", "that"].contains(scene.lower(word))
      let thing = isRelative ? parties.antecedent(of: word) ?? word : word
      let noun = tree.advice.words[thing]?.lemma ?? ""
      guard !noun.isEmpty, !isMoney(thing, tree), tree.part(of: thing) == .noun,
        scene.lexicon.relations.rules(noun, .event).isEmpty,
        scene.lexicon.relations.rules(noun, .mutual).isEmpty
      else { continue }
      var ends: [(String, Party)] = []
      for child in tree.children(of: thing) where tree.label(of: child) == "nmod" {
        guard let preposition = tree.preposition(of: child) else { continue }
        ends += parties.parties(child).map { (preposition, $0) }
      }
      for oblique in act.obliques {
        ends += parties.parties(oblique.noun).map { (oblique.preposition, $0) }
      }
      for actor in act.actors where finder.isActing(actor.draft) {
        for (preposition, party) in ends
        where ["with", "against", "to", "from", "for"].contains(preposition)
          && finder.isActing(party.draft) && party != actor
        {
          add(noun + "_" + preposition, actor, party, 0.5, act, &result)
        }
        for party in receivers where finder.isActing(party.draft) {
          add(act.lemma + "_" + noun, actor, party, 0.5, act, &result)
        }
      }
    }
  }

  /// *X and Y were seen together*.
  private func together(_ act: TreeAct, _ result: inout [FoundRelation]) {
    let both = (act.isPassive ? act.patients : act.actors).filter {
      finder.drafts[$0.draft].type == .person
    }
    guard both.count == 2, !RelationFinder.carrying.contains(act.lemma) else { return }
    let label = act.lemma == "see" || act.lemma == "photograph" ? "met" : act.lemma + "_with"
    add(label, both[0], both[1], 0.5, act, &result, isDirected: false)
  }

  /// *X has its seat in Y*.
  private func seat(_ act: TreeAct, _ parties: PartyFinder, _ result: inout [FoundRelation]) {
    let tree = parties.tree
    guard act.lemma == "have" || act.lemma == "keep" || act.lemma == "maintain",
      let thing = act.things.first(where: {
        ["seat", "headquarters", "base", "office"].contains(tree.advice.words[$0]?.lemma ?? "")
      })
    else { return }
    var places = act.obliques
    for child in tree.children(of: thing, by: ["nmod"]) {
      if let preposition = tree.preposition(of: child) { places.append((preposition, child)) }
    }
    for place in places where ["in", "at", "near"].contains(place.preposition) {
      for target in parties.parties(place.noun) {
        for actor in act.actors where finder.isSensible("based_in", actor.draft, target.draft) {
          add("based_in", actor, target, 0.65, act, &result)
        }
      }
    }
  }

  /// *X belongs to Y*: where X is a body, Y owns it.
  private func belong(_ act: TreeAct, _ parties: PartyFinder, _ result: inout [FoundRelation]) {
    guard act.lemma == "belong", !act.isPassive else { return }
    // "the shares of X belong to Y"
    let subjects = act.actors.isEmpty ? act.subjects.flatMap { holders($0, parties) } : act.actors
    for oblique in act.obliques where oblique.preposition == "to" {
      for owner in parties.parties(oblique.noun) {
        for body in subjects
        where finder.drafts[body.draft].type == .organization
          && finder.isActing(owner.draft)
        {
          add("owns", owner, body, 0.7, act, &result)
        }
      }
    }
  }

  /// *raided X's offices*, *seized the ships of X*: what is done to a thing is done to its owner.
  private func possessed(_ act: TreeAct, _ parties: PartyFinder, _ result: inout [FoundRelation]) {
    let isVoiding = ["suspend", "revoke", "cancel", "withdraw", "freeze"].contains(act.lemma)
    let listed = isVoiding ? "sanctioned" : scene.lexicon.relations.objectLabel(act.lemma)
    let isMeant = listed.map(TreeRelationFinder.metonymic.contains) ?? false
    guard isMeant || listed == nil && !RelationFinder.vague.contains(act.lemma) else { return }
    for thing in act.things where parties.single(thing).isEmpty {
      let noun = parties.tree.advice.words[thing]?.lemma ?? ""
      guard
        PartyFinder.belongings.contains(noun)
          || listed == "sanctioned"
            && ["licence", "license", "permit", "accreditation"].contains(noun)
      else { continue }
      // "encrypted X's files": what no table lists is named with the thing.
      let label = listed ?? act.lemma + "_" + noun
      for owner in parties.owners(of: thing) {
        for actor in act.actors
        where finder.drafts[owner.draft].type != .place && (isMeant || finder.isActing(actor.draft))
        {
          add(label, actor, Party(draft: owner.draft, isIndirect: true), 0.65, act, &result)
        }
      }
    }
  }

  /// Verbs for how a body comes to be, said of who brings it about.
  private static let founding: Set<String> = ["start", "open", "launch", "form"]

  /// Labels of what is done to someone by way of a thing.
  private static let metonymic: Set<String> = [
    "attacked", "raided", "seized", "acquired", "investigates", "sanctioned",
  ]

  private func label(_ lemma: String, _ actor: Party, _ patient: Party) -> (String, Double)? {
    let type = finder.drafts[patient.draft].type
    if TreeRelationFinder.founding.contains(lemma), type == .organization || type == .agency,
      finder.drafts[actor.draft].type == .person
    {
      return ("founded", 0.65)
    }
    if lemma == "tell" {
      return finder.isSensible("told", actor.draft, patient.draft) ? ("told", 0.6) : nil
    }
    if let label = scene.lexicon.relations.objectLabel(lemma), label != "released" {
      return finder.isSensible(label, actor.draft, patient.draft) ? (label, 0.75) : nil
    }
    if lemma == "release" {
      return finder.isSensible("released", actor.draft, patient.draft) ? ("released", 0.7) : nil
    }
    guard !lemma.isEmpty,
      !RelationFinder.vague.contains(lemma) || TreeRelationFinder.telling.contains(lemma),
      !actor.isIndirect,
      !patient.isIndirect, finder.isActing(actor.draft), finder.isActing(patient.draft),
      !scene.lexicon.classes(lemma).contains(.report)
    else { return nil }
    return (lemma, 0.5)
  }

  // MARK: Money

  /// *X sent $5 million to Y*, *the money was moved from X to Y's account*, *Y took a bribe from X*.
  private func pay(_ act: TreeAct, _ parties: PartyFinder, _ result: inout [FoundRelation]) {
    let isGiving = TreeRelationFinder.giving.contains(act.lemma)
    guard isGiving || TreeRelationFinder.taking.contains(act.lemma),
      act.things.contains(where: { isMoney($0, parties.tree) })
    else { return }
    func ends(_ prepositions: Set<String>) -> [Party] {
      act.obliques.filter { prepositions.contains($0.preposition) }
        .flatMap { holders($0.noun, parties) }
    }
    let sources = ends(["from"])
    let payers = isGiving ? (sources.isEmpty ? act.actors : sources) : sources
    let given = act.patients.filter { finder.isActing($0.draft) }
    let payees = isGiving ? ends(["to", "into"]) + given : act.actors
    for payer in payers {
      for payee in payees
      where finder.isActing(payer.draft) && finder.isActing(payee.draft) && payer != payee {
        add("paid", payer, payee, 0.7, act, &result)
      }
    }
  }

  private func holders(_ noun: Int, _ parties: PartyFinder) -> [Party] {
    parties.holders(of: noun).filter { finder.isActing($0.draft) }
  }

  private func isMoney(_ noun: Int, _ tree: SentenceTree) -> Bool {
    if TreeRelationFinder.money.contains(tree.advice.words[noun]?.lemma ?? "") { return true }
    let reach = tree.reach(of: noun)
    return reach.prefix(8).contains { word in
      TreeRelationFinder.money.contains(scene.lower(word))
        || ["$", "€", "£", "¥"].contains { scene.lower(word).contains($0) }
        || scene.lexicon.currencyNames[scene.lower(word)] != nil
    }
  }

  // MARK: Making findings

  private func add(
    _ label: String, _ from: Party, _ to: Party, _ weight: Double, _ act: TreeAct,
    _ result: inout [FoundRelation], isDirected: Bool = true
  ) {
    guard let found = finder.found(label, from, to, weight, at: act.word, isDirected: isDirected)
    else { return }
    result.append(found)
  }

  /// Sentence, date, denial and doubt of a finding that a verb states.
  private func finish(
    _ relation: inout FoundRelation, _ act: TreeAct, _ group: VerbGroup?,
    _ sentence: ParsedSentence
  ) {
    relation.sentence = sentence.number
    relation.date = finder.date(at: act.word, sentence)
    if let group {
      relation.polarity = group.isDenied ? .denied : .asserted
      relation.modality = group.modality
    } else if let tree = sentence.tree {
      (relation.polarity, relation.modality) = tree.stance(of: act.word)
    }
  }
}

extension SentenceTree {
  /// What the words around a verb make of it.
  func stance(of verb: Int) -> (Polarity, Modality) {
    var polarity = Polarity.asserted
    var modality = Modality.fact
    for child in children(of: verb, by: ["advmod", "aux", "det"]) {
      switch scene.lower(child) {
      case "not", "never", "n't": polarity = .denied
      case "allegedly", "reportedly", "supposedly", "purportedly": modality = .alleged
      case "may", "might", "could", "can", "apparently", "probably", "possibly", "likely":
        modality = .believed
      case "will", "would", "shall", "should", "must": modality = .planned
      default: break
      }
    }
    return (polarity, modality)
  }
}

extension RelationFinder {
  /// A finding between two parties; nil where they are one. The sentence is set by the caller.
  func found(
    _ label: String, _ from: Party, _ to: Party, _ weight: Double, at word: Int,
    isDirected: Bool = true
  ) -> FoundRelation? {
    guard let first = chainOf[from.draft], let second = chainOf[to.draft], first != second else {
      return nil
    }
    let a = drafts[from.draft], b = drafts[to.draft]
    // A pronoun or a noun is as sure as the one it was taken for.
    func sureness(_ draft: Draft) -> Double {
      draft.kind == .name ? draft.confidence : max(draft.confidence, 0.7)
    }
    var confidence = weight * min(sureness(a), sureness(b))
    if from.isIndirect || to.isIndirect { confidence *= 0.85 }
    return FoundRelation(
      label: label, from: from.draft, to: to.draft, isDirected: isDirected, sentence: 0,
      words: min(
        a.words.lowerBound, b.words.lowerBound, word)..<max(
          a.words.upperBound, b.words.upperBound, word + 1),
      statedAt: word, confidence: confidence)
  }
}
