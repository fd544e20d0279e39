/// Reads relations that nouns state off the tree: roles (*X, who is the head of Y*) and acts (*the arrest
/// of X by Y*).
struct TreeNounFinder {
  let finder: RelationFinder
  let tree: SentenceTree
  let parties: PartyFinder
  let acts: TreeActFinder

  private var table: RelationTable { tree.scene.lexicon.relations }

  func relations(_ sentence: ParsedSentence) -> [FoundRelation] {
    var result: [FoundRelation] = []
    for word in tree.words where tree.part(of: word) == .noun || tree.part(of: word) == .properNoun
    {
      let first = result.count
      roles(word, &result)
      origins(word, &result)
      owned(word, &result)
      siblings(word, &result)
      home(word, &result)
      events(word, &result)
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

  // MARK: Roles

  private func roles(_ noun: Int, _ result: inout [FoundRelation]) {
    let labels = roleLabels(noun)
    guard !labels.isEmpty else { return }
    let targets = self.targets(of: noun)
    guard !targets.isEmpty else { return }
    for (bearer, weight) in bearers(of: noun, depth: 0) {
      for target in targets where target != bearer {
        guard
          let label = labels.first(where: { finder.fitsRole($0, bearer.draft, target.draft) }),
          let found = finder.found(
            label, bearer, target, weight, at: noun,
            isDirected: !RelationFinder.mutualRoles.contains(label))
        else { continue }
        result.append(found)
      }
    }
  }

  /// What a noun and the words before it make of the one they are said of.
  private func roleLabels(_ noun: Int) -> [String] {
    var first = noun
    while noun - first < 2, tree.words.contains(first - 1),
      ["compound", "amod"].contains(tree.label(of: first - 1)),
      tree.head(of: first - 1).map({ (first...noun).contains($0) }) ?? false
    {
      first -= 1
    }
    return table.roleLabels((first...noun).map { tree.scene.lower($0) }[...])
  }

  /// Towards whom a role is held: *Y's …*, *… of Y*, *Y …*; of roles that are joined, the last's.
  private func targets(of noun: Int, depth: Int = 0) -> [Party] {
    var result: [Party] = []
    for child in tree.children(of: noun, by: ["nmod:poss", "nmod", "compound", "obl"]) {
      if ["nmod", "obl"].contains(tree.label(of: child)) {
        guard ["of", "for", "at", "with", "to", "in"].contains(tree.preposition(of: child) ?? "")
        else { continue }
      }
      if tree.label(of: child) == "compound", child > noun { continue }
      for party in parties.parties(child) where !result.contains(party) { result.append(party) }
    }
    if result.isEmpty, depth < 3 {
      for child in tree.children(of: noun, by: ["conj"]) where !roleLabels(child).isEmpty {
        result += targets(of: child, depth: depth + 1)
      }
    }
    return result
  }

  /// Who bears the role that a noun tells of.
  private func bearers(of noun: Int, depth: Int) -> [(Party, Double)] {
    guard depth < 4 else { return [] }
    if let draft = parties.draft(at: noun), finder.drafts[draft].kind == .name {
      return [(Party(draft: draft), 0.75)]
    }
    for child in tree.children(of: noun, by: ["appos", "flat", "compound"]) where child > noun {
      if let draft = parties.draft(at: child), finder.drafts[draft].kind == .name {
        return [(Party(draft: draft), 0.75)]
      }
    }
    if tree.has(noun, "cop") {
      return acts.subjectNouns(of: noun, depth: 0).flatMap { parties.parties($0) }
        .map { ($0, 0.75) }
    }
    let label = tree.label(of: noun)
    if let head = tree.head(of: noun) {
      if label == "appos" || label == "flat" || label == "compound" && head > noun {
        let found = parties.single(head)
        if !found.isEmpty { return found.map { ($0, 0.75) } }
      }
      if label == "conj" {
        if let draft = parties.draft(at: head), finder.drafts[draft].kind == .name { return [] }
        return bearers(of: head, depth: depth + 1)
      }
      if label == "obl" || label == "xcomp" || label == "obj", tree.part(of: head) == .verb,
        let found = named(noun, by: head)
      {
        return found
      }
    }
    if let draft = parties.draft(at: noun), finder.drafts[draft].kind == .nominal,
      finder.drafts[draft].type != .group
    {
      return [(Party(draft: draft), 0.6)]
    }
    return []
  }

  private static let naming: Set<String> = [
    "appoint", "name", "elect", "promote", "nominate", "hire", "become", "remain", "serve", "work",
    "act", "reelect", "install", "designate", "identify", "make", "join", "swear",
  ]

  /// *serves as its chairman*, *named X head of Y*, *became the leader of Y*.
  private func named(_ noun: Int, by verb: Int) -> [(Party, Double)]? {
    guard TreeNounFinder.naming.contains(tree.lemma(of: verb)), let act = acts.act(at: verb) else {
      return nil
    }
    let isAs = tree.preposition(of: noun) == "as"
    guard isAs || tree.label(of: noun) != "obl" else { return nil }
    let patients = act.patients.filter { finder.drafts[$0.draft].type == .person }
    let bearers = act.isPassive || !patients.isEmpty ? patients : act.actors
    return bearers.map { ($0, 0.7) }
  }

  /// *X and Y, both from Oslo*, *X, of Bergen*: the place a name is said to come from.
  private func home(_ name: Int, _ result: inout [FoundRelation]) {
    guard let draft = parties.draft(at: name), finder.drafts[draft].kind == .name,
      finder.drafts[draft].type == .person
    else { return }
    for child in tree.children(of: name, by: ["nmod"]) where tree.preposition(of: child) == "from" {
      for place in parties.parties(child) where finder.drafts[place.draft].type == .place {
        for person in parties.parties(name) where finder.drafts[person.draft].type == .person {
          if let found = finder.found("comes_from", person, place, 0.55, at: child) {
            result.append(found)
          }
        }
      }
    }
  }

  /// *the brothers X and Y*: the two are siblings.
  private func siblings(_ noun: Int, _ result: inout [FoundRelation]) {
    guard ["brothers", "sisters", "twins", "siblings"].contains(tree.scene.lower(noun)) else {
      return
    }
    for child in tree.children(of: noun, by: ["appos", "flat", "compound"]) where child > noun {
      let people = parties.parties(child).filter { finder.drafts[$0.draft].type == .person }
      guard people.count == 2 else { continue }
      if let found = finder.found(
        "sibling_of", people[0], people[1], 0.75, at: noun, isDirected: false)
      {
        result.append(found)
      }
    }
  }

  // MARK: Where from, whose

  /// *X, a trader in Oslo*, *Y, a family firm from Bergen*: what a noun said of a name tells of its
  /// place.
  private func origins(_ noun: Int, _ result: inout [FoundRelation]) {
    guard tree.part(of: noun) == .noun else { return }
    var places: [Party] = []
    for child in tree.children(of: noun, by: ["nmod", "compound", "amod"]) where child != noun {
      if tree.label(of: child) == "amod", !tree.scene.lower(child).hasSuffix("-based") { continue }
      if tree.label(of: child) == "nmod" {
        guard ["in", "from"].contains(tree.preposition(of: child) ?? "") else { continue }
      } else if child > noun {
        continue
      }
      places += parties.parties(child).filter { finder.drafts[$0.draft].type == .place }
    }
    guard !places.isEmpty else { return }
    let named = tree.children(of: noun, by: ["acl"]).filter {
      ["name", "call", "know"].contains(tree.lemma(of: $0))
    }.flatMap { tree.children(of: $0) }.flatMap { parties.single($0) }
    let bearers = named.isEmpty ? self.bearers(of: noun, depth: 0).map(\.0) : named
    for bearer in bearers {
      let label: String
      switch finder.drafts[bearer.draft].type {
      case .person: label = "lives_in"
      case .organization: label = "based_in"
      case .agency, .place: label = "located_in"
      case .group, .other: continue
      }
      for place in places where finder.isSensible(label, bearer.draft, place.draft) {
        if let found = finder.found(label, bearer, place, 0.6, at: noun) { result.append(found) }
      }
    }
  }

  private static let bodies: Set<String> = [
    "firm", "company", "business", "group", "bank", "agency", "shop", "club", "foundation", "party",
    "office", "employer", "organization", "organisation", "charity", "paper", "newspaper", "union",
    "church", "practice", "studio", "clinic", "team", "university", "school",
  ]

  /// *his firm, X*: one works for a body that is called one's own.
  private func owned(_ noun: Int, _ result: inout [FoundRelation]) {
    guard TreeNounFinder.bodies.contains(tree.advice.words[noun]?.lemma ?? "") else { return }
    let owners = tree.children(of: noun, by: ["nmod:poss"]).flatMap { parties.parties($0) }
      .filter { finder.drafts[$0.draft].type == .person }
    guard !owners.isEmpty else { return }
    for body in parties.single(noun)
    where [.organization, .agency].contains(finder.drafts[body.draft].type) {
      for owner in owners {
        let label = tree.scene.lower(noun) == "party" ? "member_of" : "works_for"
        if let found = finder.found(label, owner, body, 0.55, at: noun) { result.append(found) }
      }
    }
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
        targets += parties.parties(oblique.noun).map { (oblique.preposition, $0) }
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
      if rule.label == "paid" {
        let payers = targets.filter { $0.0 == "from" }.map(\.1)
        if !payers.isEmpty {
          if patients.isEmpty { patients = carriers }
          actors = payers
        }
      }
      for actor in actors {
        for patient in patients
        where patient != actor && finder.isSensible(rule.label, actor.draft, patient.draft) {
          if let found = finder.found(rule.label, actor, patient, 0.65, at: noun) {
            result.append(found)
          }
        }
      }
    }
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
      return parties.parties(child).map { (preposition, $0) }
    }
  }
}
