/// Reads off the tree where nouns place those they are said of: *X, a trader in Oslo*, *X's house in
/// Oslo*, *X and Y, both from Oslo*.
struct TreePlaceFinder {
  let finder: RelationFinder
  let tree: SentenceTree
  let parties: PartyFinder
  let roles: TreeRoleFinder

  /// Adds what a noun says of where someone lives, comes from or has a seat.
  func read(_ noun: Int, _ result: inout [FoundRelation]) {
    origins(noun, &result)
    home(noun, &result)
    dwelling(noun, &result)
    resident(noun, &result)
  }

  /// *X, a trader in Oslo*, *Y, a family firm from Bergen*: what a noun said of a name tells of its
  /// place.
  private func origins(_ noun: Int, _ result: inout [FoundRelation]) {
    guard tree.part(of: noun) == .noun else { return }
    var places = places(of: noun, depth: 0)
    for child in tree.children(of: noun, by: ["compound", "amod"]) where child < noun {
      guard tree.label(of: child) == "compound" || tree.scene.lower(child).hasSuffix("-based")
      else { continue }
      places += parties.parties(child).filter { finder.drafts[$0.draft].type == .place }
    }
    guard !places.isEmpty else { return }
    let named = tree.children(of: noun, by: ["acl"]).filter {
      ["name", "call", "know"].contains(tree.lemma(of: $0))
    }.flatMap { tree.children(of: $0) }.flatMap { parties.single($0) }
    let bearers = named.isEmpty ? roles.bearers(of: noun, depth: 0).map(\.0) : named
    for bearer in bearers {
      let label: String
      switch finder.drafts[bearer.draft].type {
      case .person: label = "lives_in"
      case .organization: label = "based_in"
      case .agency, .place: label = "located_in"
      case .group: label = "comes_from"
      case .other: continue
      }
      if label == "located_in", tree.has(noun, "nmod:poss") { continue }
      for place in places where finder.isSensible(label, bearer.draft, place.draft) {
        if let found = finder.found(label, bearer, place, 0.6, at: noun) { result.append(found) }
      }
    }
  }

  /// The places that a noun, or a thing it consists of, is in: *a company of two rooms in Oslo*.
  private func places(of noun: Int, depth: Int) -> [Party] {
    tree.children(of: noun, by: ["nmod"]).flatMap { child -> [Party] in
      guard let preposition = tree.preposition(of: child) else { return [] }
      let found = parties.parties(child)
      if ["in", "from"].contains(preposition) {
        return found.filter { finder.drafts[$0.draft].type == .place }
      }
      guard depth < 3, found.isEmpty, ["of", "above", "at", "on"].contains(preposition) else {
        return []
      }
      return places(of: child, depth: depth + 1)
    }
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

  /// *X, a welder, resident in Oslo*, *a firm domiciled in Oslo, X*.
  private func resident(_ noun: Int, _ result: inout [FoundRelation]) {
    for word in tree.children(of: noun, by: ["amod", "acl", "appos", "conj"])
    where ["resident", "domiciled"].contains(tree.scene.lower(word)) {
      let places = tree.children(of: word, by: ["obl", "nmod"])
        .filter { ["in", "at"].contains(tree.preposition(of: $0) ?? "") }
        .flatMap { parties.parties($0) }
        .filter { finder.drafts[$0.draft].type == .place }
      for (bearer, _) in roles.bearers(of: noun, depth: 0) {
        let type = finder.drafts[bearer.draft].type
        guard type == .person || type == .organization else { continue }
        for place in places {
          let label = type == .person ? "lives_in" : "based_in"
          if let found = finder.found(label, bearer, place, 0.65, at: word) { result.append(found) }
        }
      }
    }
  }

  private static let dwellings: Set<String> = [
    "home", "house", "flat", "apartment", "villa", "residence", "mansion", "neighbour", "neighbor",
    "bungalow", "cottage",
  ]

  /// *X's house in Oslo*: one lives where one's home is.
  private func dwelling(_ noun: Int, _ result: inout [FoundRelation]) {
    guard TreePlaceFinder.dwellings.contains(tree.advice.words[noun]?.lemma ?? "") else { return }
    let people = tree.children(of: noun, by: ["nmod:poss"]).flatMap { parties.parties($0) }
      .filter { finder.drafts[$0.draft].type == .person }
    guard !people.isEmpty else { return }
    var places = tree.children(of: noun, by: ["nmod"])
    // "at X's house in Oslo" may hang on the verb as a whole.
    if let verb = tree.head(of: noun), tree.label(of: noun).hasPrefix("obl") {
      let end = tree.reach(of: noun).upperBound
      places += tree.children(of: verb).filter {
        tree.label(of: $0).hasPrefix("obl") && tree.reach(of: $0).lowerBound == end
      }
    }
    for child in places where tree.preposition(of: child) == "in" {
      for place in parties.parties(child) where finder.drafts[place.draft].type == .place {
        for person in people {
          if let found = finder.found("lives_in", person, place, 0.6, at: noun) {
            result.append(found)
          }
        }
      }
    }
  }
}
