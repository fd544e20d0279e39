/// Reads roles off the tree: *X, who is the head of Y*, *Y's lawyer X*, *the owner of Y is X*.
struct TreeRoleFinder {
  let finder: RelationFinder
  let tree: SentenceTree
  let parties: PartyFinder
  let acts: TreeActFinder

  private var table: RelationTable { tree.scene.lexicon.relations }

  /// Adds what a noun says of who is what to whom.
  func read(_ noun: Int, _ result: inout [FoundRelation]) {
    roles(noun, &result)
    owned(noun, &result)
    siblings(noun, &result)
    members(noun, &result)
    under(noun, &result)
    charge(noun, &result)
  }

  private func roles(_ noun: Int, _ result: inout [FoundRelation]) {
    let joined = staff(noun)
    let labels = joined?.labels ?? roleLabels(noun)
    guard !labels.isEmpty else { return unlisted(noun, &result) }
    let isPlace = labels.contains("located_in")
    let targets =
      self.targets(
        of: noun,
        by: isPlace
          ? ["of", "in", "between", "near", "outside", "off"]
          : ["of", "for", "at", "with", "to", "in"])
      + (joined.map { self.targets(of: $0.word) } ?? [])
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

  /// *chief of staff*: a role of several nouns, and the last of them.
  private func staff(_ noun: Int) -> (labels: [String], word: Int)? {
    for child in tree.children(of: noun, by: ["nmod"]) where tree.preposition(of: child) == "of" {
      let labels = table.roleLabels(
        ["\(tree.scene.lower(noun))_of_\(tree.scene.lower(child))"])
      if !labels.isEmpty { return (labels, child) }
    }
    return nil
  }

  /// Nouns for one who is not of the body after *of*, and for things.
  private static let strangers: Set<String> = [
    "critic", "victim", "opponent", "enemy", "foe", "target", "customer", "client", "buyer",
    "supplier", "creditor", "accuser", "challenger", "adversary", "subject", "object", "fan",
    "face", "hero", "symbol", "star", "product", "guest", "author", "man", "woman", "person",
    "figure", "beneficiary", "recipient", "heir", "survivor", "veteran", "witness", "voice",
    "part", "one", "example", "case", "suspect", "defendant", "fugitive", "debtor", "tenant",
    "user", "reader", "member", "reformer", "opposition", "thorn", "name", "child", "thing",
  ]

  /// *X, intendant of Y*, *Y's fixer X*: who is a noun of a body that no table lists works for it.
  private func unlisted(_ noun: Int, _ result: inout [FoundRelation]) {
    let lemma = tree.advice.words[noun]?.lemma ?? ""
    let isOwned = tree.has(noun, "nmod:poss")
    guard !lemma.isEmpty, parties.name(around: noun) == nil,
      lemma == "man" && isOwned || !TreeRoleFinder.strangers.contains(lemma),
      !TreeRoleFinder.bodies.contains(lemma), table.rules(lemma, .event).isEmpty
    else { return }
    let bearers = self.bearers(of: noun, depth: 0).filter {
      finder.drafts[$0.0.draft].type == .person && finder.drafts[$0.0.draft].kind == .name
    }
    // "X, a nurse of Y", "Y's fixer X", "X is a nurse of Y", "a nurse of Y, X".
    let isNamed = tree.children(of: noun, by: ["appos"]).contains { $0 > noun }
    guard !bearers.isEmpty,
      tree.label(of: noun) == "appos" || isOwned || isNamed || tree.has(noun, "cop")
    else { return }
    for (bearer, _) in bearers {
      for body in targets(of: noun, by: ["of", "for", "at", "with"])
      where [.organization, .agency].contains(finder.drafts[body.draft].type) && body != bearer {
        if let found = finder.found("works_for", bearer, body, 0.55, at: noun) {
          result.append(found)
        }
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

  /// Towards whom a role is held: *Y's …*, *… of Y*, *Y …*; of roles that are joined, the last's; of a
  /// part that no mention is (*director of sales of Y*), whose part it is.
  private func targets(
    of noun: Int, depth: Int = 0,
    by prepositions: Set<String> = ["of", "for", "at", "with", "to", "in"]
  ) -> [Party] {
    var result: [Party] = []
    var parts: [Int] = []
    for child in tree.children(of: noun, by: ["nmod:poss", "nmod", "compound", "obl"]) {
      if ["nmod", "obl"].contains(tree.label(of: child)) {
        guard prepositions.contains(tree.preposition(of: child) ?? "") else { continue }
        parts.append(child)
      }
      if tree.label(of: child) == "compound", child > noun { continue }
      for party in parties.parties(child) where !result.contains(party) { result.append(party) }
    }
    guard result.isEmpty, depth < 3 else { return result }
    // "the founder and head of Y"; what has a complement or a bearer of its own stands alone.
    for child in tree.children(of: noun, by: ["conj"])
    where parts.isEmpty && !roleLabels(child).isEmpty && !tree.has(child, "nummod")
      && !tree.has(child, "appos")
    {
      result += targets(of: child, depth: depth + 1)
    }
    if result.isEmpty {
      for part in parts where tree.preposition(of: part) == "of" {
        result += targets(of: part, depth: depth + 1, by: ["of", "at", "for"])
      }
    }
    return result.isEmpty ? having(noun) : result
  }

  /// *Y has one director, X*, *Y, a firm with one director, X*: the body that has someone.
  private func having(_ noun: Int) -> [Party] {
    guard let head = tree.head(of: noun) else { return [] }
    var owners: [Party] = []
    if tree.part(of: head) == .verb, tree.lemma(of: head) == "have", tree.label(of: noun) == "obj" {
      owners = acts.act(at: head)?.actors ?? []
    } else if tree.preposition(of: noun) == "with", tree.label(of: noun) == "nmod" {
      owners = bearers(of: head, depth: 0).map(\.0)
    } else if tree.label(of: noun) == "conj", tree.preposition(of: head) == "with",
      let body = tree.head(of: head), tree.label(of: head) == "nmod"
    {
      owners = bearers(of: body, depth: 0).map(\.0)
    }
    return owners.filter { isBody($0) && !$0.isIndirect }
  }

  /// Who bears the role that a noun tells of.
  func bearers(of noun: Int, depth: Int) -> [(Party, Double)] {
    guard depth < 4 else { return [] }
    if let draft = parties.draft(at: noun), finder.drafts[draft].kind == .name {
      return [(Party(draft: draft), 0.75)]
    }
    for child in tree.children(of: noun, by: ["appos", "flat", "compound"]) where child > noun {
      if let draft = parties.draft(at: child), finder.drafts[draft].kind == .name {
        return [(Party(draft: draft), 0.75)]
      }
    }
    if let name = parties.name(beside: noun) { return [(Party(draft: name), 0.7)] }
    if tree.has(noun, "cop") {
      return acts.subjectNouns(of: noun, depth: 0).flatMap { parties.parties($0) }
        .map { ($0, 0.75) }
    }
    let label = tree.label(of: noun)
    if let head = tree.head(of: noun) {
      if ["appos", "flat", "nmod:desc"].contains(label) || label == "compound" && head > noun {
        let isPlural = table.roleLabels([tree.scene.lower(noun)]) != [] && isMany(noun)
        let found = isPlural ? parties.parties(head) : parties.single(head)
        if !found.isEmpty { return found.map { ($0, 0.75) } }
        if let name = parties.name(around: head) { return [(Party(draft: name), 0.7)] }
      }
      // "The owner of Y is X".
      if label == "nsubj", tree.has(head, "cop"), let draft = parties.draft(at: head),
        finder.drafts[draft].kind == .name
      {
        return parties.parties(head).map { ($0, 0.75) }
      }
      if label == "conj" {
        guard !tree.has(noun, "nummod") else { return [] }
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

  /// Those of them that give the role to their object.
  private static let giving: Set<String> = [
    "appoint", "name", "elect", "promote", "nominate", "hire", "reelect", "install", "designate",
    "make", "swear",
  ]

  /// *serves as its chairman*, *named X head of Y*, *became the leader of Y*.
  private func named(_ noun: Int, by verb: Int) -> [(Party, Double)]? {
    guard TreeRoleFinder.naming.contains(tree.lemma(of: verb)), let act = acts.act(at: verb) else {
      return nil
    }
    let isAs = tree.preposition(of: noun) == "as"
    guard isAs || tree.label(of: noun) != "obl" else { return nil }
    let patients = act.patients.filter { finder.drafts[$0.draft].type == .person }
    let isGiven = act.isPassive || !patients.isEmpty || TreeRoleFinder.giving.contains(act.lemma)
    let bearers = isGiven ? patients : act.actors
    return bearers.map { ($0, 0.7) }
  }

  /// *three ministers, X, Y and Z*: each is one of the group.
  private func members(_ noun: Int, _ result: inout [FoundRelation]) {
    guard let group = parties.draft(at: noun), finder.drafts[group].type == .group else { return }
    for child in tree.children(of: noun, by: ["appos"]) where child > noun {
      for person in parties.parties(child) where finder.drafts[person.draft].type == .person {
        if let found = finder.found("member_of", person, Party(draft: group), 0.55, at: noun) {
          result.append(found)
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

  private static let bodies: Set<String> = [
    "firm", "company", "business", "group", "bank", "agency", "shop", "club", "foundation", "party",
    "office", "employer", "organization", "organisation", "charity", "paper", "newspaper", "union",
    "church", "practice", "studio", "clinic", "team", "university", "school",
  ]

  /// *his firm, X*: one works for a body that is called one's own.
  private func owned(_ noun: Int, _ result: inout [FoundRelation]) {
    guard TreeRoleFinder.bodies.contains(tree.advice.words[noun]?.lemma ?? "") else { return }
    let owners = tree.children(of: noun, by: ["nmod:poss"]).flatMap { parties.parties($0) }
      .filter { finder.drafts[$0.draft].type == .person }
    guard !owners.isEmpty else { return }
    for body in parties.single(noun)
    where isBody(body) {
      for owner in owners {
        let label = tree.scene.lower(noun) == "party" ? "member_of" : "works_for"
        if let found = finder.found(label, owner, body, 0.55, at: noun) { result.append(found) }
      }
    }
  }

  /// *the new board under X*: a body has the one it stands under for its head.
  private func under(_ noun: Int, _ result: inout [FoundRelation]) {
    let bodies = parties.single(noun).filter { isBody($0) }
    guard !bodies.isEmpty else { return }
    for child in tree.children(of: noun, by: ["nmod"]) where tree.preposition(of: child) == "under"
    {
      for leader in parties.single(child) where finder.drafts[leader.draft].type == .person {
        for body in bodies {
          if let found = finder.found("leads", leader, body, 0.6, at: child) {
            result.append(found)
          }
        }
      }
    }
  }

  /// *X, who is in charge of Y*, *the officer in charge of Y, X*.
  private func charge(_ noun: Int, _ result: inout [FoundRelation]) {
    guard tree.scene.lower(noun) == "charge", tree.preposition(of: noun) == "in" else { return }
    var leaders: [Party] = []
    if tree.has(noun, "cop") {
      leaders = acts.subjectNouns(of: noun, depth: 0).flatMap { parties.parties($0) }
    } else if let head = tree.head(of: noun), tree.part(of: head) != .verb {
      leaders = bearers(of: head, depth: 0).map(\.0)
    }
    for leader in leaders where finder.drafts[leader.draft].type == .person {
      for body in targets(of: noun, by: ["of"]) where isBody(body) {
        if let found = finder.found("leads", leader, body, 0.65, at: noun) { result.append(found) }
      }
    }
  }

  private func isMany(_ noun: Int) -> Bool {
    tree.advice.words[noun].map { $0.lemma != tree.scene.lower(noun) } ?? false
  }

  private func isBody(_ party: Party) -> Bool {
    [.organization, .agency].contains(finder.drafts[party.draft].type)
  }
}
