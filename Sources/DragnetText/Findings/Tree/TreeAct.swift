/// What a verb tells, read from the tree: who acts, on whom, by which prepositions.
struct TreeAct {
  var word: Int
  var lemma: String
  var isPassive: Bool
  /// Who acts: the subject, for a passive whoever follows *by*.
  var actors: [Party]
  /// Whom it happens to: the objects, for a passive the subject.
  var patients: [Party]
  /// Nouns that are its subject, mentions or not.
  var subjects: [Int]
  /// Nouns it happens to, mentions or not.
  var things: [Int]
  var obliques: [(preposition: String, noun: Int)]
  /// True for *together with*, *along with*.
  var isTogether = false
}

/// Reads the verbs of a tree.
///
/// Where a verb leaves its subject out, it is that of the verb it hangs on (*fled and hid*, *agreed to
/// pay*), that verb's object where the verb passes it on (*forced X to pay*, *accused X of paying*), or
/// the noun it describes (*the men held by X*). Labels are those of Universal Dependencies.
struct TreeActFinder {
  let tree: SentenceTree
  let parties: PartyFinder

  static let accusing: Set<String> = [
    "accuse", "suspect", "charge", "blame", "convict", "indict", "arrest", "detain", "sentence",
    "jail", "clear", "acquit", "exonerate", "absolve", "prosecute", "investigate", "try",
  ]

  /// What the verb at a word tells.
  func act(at verb: Int) -> TreeAct? {
    guard tree.part(of: verb) == .verb else { return nil }
    let isPassive = isPassive(verb)
    let subjects = subjectNouns(of: verb, depth: 0)
    var act = TreeAct(
      word: verb, lemma: lemma(of: verb), isPassive: isPassive, actors: [], patients: [],
      subjects: subjects, things: [], obliques: [])
    for child in phrases(of: verb) {
      guard let preposition = tree.preposition(of: child) else { continue }
      let found = parties.parties(child)
      if preposition == "by", isPassive {
        act.actors += found.filter { !act.actors.contains($0) }
      }
      act.obliques.append((preposition, child))
      // "held at a flat in X", "convicted by a court in X": where the thing is, it happened.
      if TreeActFinder.locative.contains(preposition),
        found.allSatisfy({ parties.drafts[$0.draft].type == .agency })
      {
        act.obliques += places(in: child, depth: 0)
      }
    }
    // "together with X": the phrase may hang on the adverb.
    for adverb in tree.children(of: verb, by: ["advmod"])
    where ["together", "along", "alongside"].contains(tree.scene.lower(adverb)) {
      act.isTogether = true
      act.obliques += tree.children(of: adverb, by: ["obl"]).compactMap { noun in
        tree.preposition(of: noun).map { ($0, noun) }
      }
    }
    // "the town where X lives"
    if isRelative(verb), let place = tree.head(of: verb),
      tree.children(of: verb).contains(where: { tree.scene.lower($0) == "where" })
    {
      act.obliques.append(("in", place))
    }
    if isPassive {
      act.things = subjects
      act.things += tree.children(of: verb, by: ["obj"])
    } else {
      act.actors = all(subjects)
      act.things = objectNouns(of: verb)
    }
    act.patients = all(act.things).filter { !act.actors.contains($0) }
    if isArrest(act) { act.lemma = "arrest" }
    return act
  }

  /// Verbs for what the police do when they arrest.
  private static let seizing: Set<String> = [
    "seize", "grab", "take", "take_in", "take_away", "take_off", "drag", "haul", "march", "snatch",
    "lead_away", "cuff", "pick", "remove", "whisk",
  ]

  /// *dragged out of his house by officers of X*: an agency that takes people arrests them.
  private func isArrest(_ act: TreeAct) -> Bool {
    func type(_ party: Party) -> EntityType { parties.drafts[party.draft].type }
    return TreeActFinder.seizing.contains(act.lemma)
      && act.actors.contains { type($0) == .agency }
      && act.patients.contains { type($0) == .person || type($0) == .group }
  }

  /// Prepositions after which a thing tells where something happened, or who took part.
  private static let locative: Set<String> = [
    "in", "at", "near", "on", "from", "outside", "inside", "behind", "by", "before", "to", "into",
    "out", "off", "through", "above", "below", "under", "opposite",
  ]

  /// The phrases of a verb; those of *lives and works in Oslo* hang on its last verb.
  private func phrases(of verb: Int) -> [Int] {
    func own(_ verb: Int) -> [Int] {
      tree.children(of: verb).filter {
        tree.label(of: $0).hasPrefix("obl") || tree.label(of: $0) == "nmod"
      }
    }
    let found = own(verb)
    guard found.isEmpty, !tree.has(verb, "obj") else { return found }
    for child in tree.children(of: verb, by: ["conj"])
    where child - verb <= 3 && tree.part(of: child) == .verb && !tree.has(child, "nsubj") {
      return own(child)
    }
    return []
  }

  /// The places of a thing: *Oslo* of *in front of the door of a house in Oslo*.
  private func places(in noun: Int, depth: Int) -> [(preposition: String, noun: Int)] {
    guard depth < 3 else { return [] }
    return tree.children(of: noun, by: ["nmod"]).flatMap {
      inner -> [(preposition: String, noun: Int)] in
      guard let preposition = tree.preposition(of: inner) else { return [] }
      if ["in", "at", "near"].contains(preposition), !parties.parties(inner).isEmpty {
        return [(preposition, inner)]
      }
      return ["in", "at", "near", "of"].contains(preposition)
        ? places(in: inner, depth: depth + 1) : []
    }
  }

  /// True for the verb of a relative clause, that of *It was X who …* included.
  private func isRelative(_ verb: Int) -> Bool {
    let label = tree.label(of: verb)
    return label == "acl:relcl"
      || label == "advcl:relcl" && tree.head(of: verb).map { tree.part(of: $0) != .verb } ?? false
  }

  /// *take into custody* is to arrest.
  private func lemma(of verb: Int) -> String {
    let lemma = tree.lemma(of: verb)
    guard lemma == "take" || lemma == "bring" || lemma == "place" || lemma == "put" else {
      return lemma
    }
    for child in tree.children(of: verb) where tree.label(of: child).hasPrefix("obl") {
      switch tree.scene.lower(child) {
      case "custody", "detention", "arrest": return "arrest"
      case "trial": return "prosecute"
      default: continue
      }
    }
    return lemma
  }

  private func all(_ nouns: [Int]) -> [Party] {
    var result: [Party] = []
    for noun in nouns {
      for party in parties.parties(noun) where !result.contains(party) { result.append(party) }
    }
    return result
  }

  func isPassive(_ verb: Int, depth: Int = 0) -> Bool {
    if tree.has(verb, "aux:pass") { return true }
    guard let said = tree.advice.words[verb], said.isParticiple, !tree.has(verb, "aux"),
      !tree.has(verb, "nsubj")
    else { return false }
    // "has arrested and charged" is active, "was arrested and charged" is not.
    if said.label == "conj", let head = tree.head(of: verb), depth < 6 {
      return tree.part(of: head) == .verb ? isPassive(head, depth: depth + 1) : true
    }
    return true
  }

  // MARK: Who acts

  /// Nouns that are the subject of a verb, or of a predicate with *be*.
  func subjectNouns(of verb: Int, depth: Int) -> [Int] {
    guard depth < 8, let said = tree.advice.words[verb] else { return [] }
    let own = tree.children(of: verb, by: ["nsubj", "nsubj:pass", "nsubj:outer"])
    guard own.isEmpty, let head = tree.head(of: verb) else {
      // "X's first act was to dismiss Y": whose act it was.
      let owners = own.filter { tree.label(of: $0) == "nsubj:outer" && isInfinitive(verb) }
        .flatMap { tree.children(of: $0, by: ["nmod:poss"]) }
      return owners.isEmpty ? own : owners
    }
    if isRelative(verb) { return [head] }
    switch said.label {
    case "acl":
      // "the men held by X"; "a plan to kill X" belongs to whoever has the plan.
      if tree.has(verb, "mark"), !said.isParticiple {
        let owners = tree.children(of: head, by: ["nmod:poss"])
        return owners.isEmpty ? governor(of: head, depth: depth) : owners
      }
      return [head]
    case "advcl" where said.isParticiple && !tree.has(verb, "aux"):
      // "Founded by X, Y sells": only before its subject.
      let subjects = tree.children(of: head, by: ["nsubj", "nsubj:pass"])
      return subjects.first.map { $0 > verb && !tree.has(verb, "mark") } == true ? subjects : []
    case "advcl", "xcomp", "ccomp", "conj", "parataxis", "csubj": break
    default: return []
    }
    let outer = tree.part(of: head)
    guard outer == .verb || outer == .adjective || outer == .noun else { return [] }
    if said.label == "ccomp" || said.label == "parataxis", !tree.has(verb, "mark") { return [] }
    if said.label != "conj", passesOn(head, verb) {
      if isPassive(head) { return subjectNouns(of: head, depth: depth + 1) }
      let objects = objectNouns(of: head)
      if !objects.isEmpty { return objects }
    }
    return subjectNouns(of: head, depth: depth + 1)
  }

  private func isInfinitive(_ verb: Int) -> Bool {
    tree.children(of: verb, by: ["mark"]).contains { tree.scene.lower($0) == "to" }
  }

  /// *forced X to pay*, *accused X of paying*.
  private func passesOn(_ head: Int, _ verb: Int) -> Bool {
    let lemma = tree.lemma(of: head)
    if ClauseFinder.passesOn(lemma), tree.label(of: verb) != "advcl" { return true }
    return TreeActFinder.accusing.contains(lemma)
      && tree.children(of: verb, by: ["mark", "case"]).contains {
        ["of", "with", "for", "from"].contains(tree.scene.lower($0))
      }
  }

  /// Subject of the verb that a noun hangs on.
  private func governor(of noun: Int, depth: Int) -> [Int] {
    guard let verb = tree.head(of: noun), tree.part(of: verb) == .verb else { return [] }
    return subjectNouns(of: verb, depth: depth + 1)
  }

  // MARK: On whom

  func objectNouns(of verb: Int) -> [Int] {
    let own = tree.children(of: verb, by: ["obj", "iobj"])
    guard own.isEmpty else { return own }
    if isRelative(verb), let noun = tree.head(of: verb), tree.has(verb, "nsubj"),
      !tree.has(verb, "aux:pass"), !isSubjectRelative(verb), !hasStrandedPhrase(verb)
    {
      return [noun]
    }
    // "arrested and charged X": the object stands with the last of the verbs.
    for child in tree.children(of: verb)
    where tree.label(of: child) == "conj" && tree.has(child, "obj") {
      guard !tree.has(child, "nsubj"), child - verb <= 3 else { continue }
      return objectNouns(of: child)
    }
    return []
  }

  private func isSubjectRelative(_ verb: Int) -> Bool {
    tree.children(of: verb, by: ["nsubj"]).contains {
      ["who", "which", "that"].contains(tree.scene.lower($0))
    }
  }

  /// *to whom he wrote*, *where he worked*: the noun is no object.
  private func hasStrandedPhrase(_ verb: Int) -> Bool {
    tree.children(of: verb).contains { child in
      ["whom", "which", "whose", "where", "when"].contains(tree.scene.lower(child))
        && tree.label(of: child) != "obj"
    }
  }
}
