/// Joins nouns for bodies (*the police*, *the company*) to what was named, by kind and nearness.
extension ChainBuilder {
  /// True for *the company* and its like, on which a model is heard first.
  func waits(_ draft: Draft) -> Bool {
    draft.type == .organization && draft.isDefinite
      && !["crime group", "armed group"].contains(draft.attributes.office ?? "")
  }

  /// Nouns that any body may be called.
  static let plainBodies: Set<String> = [
    "organization", "organisation", "group", "body", "association", "network", "gang", "ring",
  ]

  /// Assigns chains to nouns for bodies that were left to the model and that it does not know.
  mutating func addWaiting() {
    for index in drafts.indices
    where keep[index] && chainOf[index] == nil && drafts[index].kind == .nominal
      && !drafts[index].isAdvised && waits(drafts[index])
    {
      let noun = drafts[index].name.split(separator: " ").last.map { $0.lowercased() } ?? ""
      if drafts[index].attributes.office == "organization",
        !ChainBuilder.plainBodies.contains(noun)
      {
        continue
      }
      addOrganization(index)
    }
    sortChains()
  }

  mutating func addNominal(_ index: Int) {
    let draft = drafts[index]
    switch draft.type {
    case .agency: addAgency(index)
    case .organization: addOrganization(index)
    case .person:
      guard let role = draft.attributes.role else { return }
      let match = nearestBefore(draft.words.lowerBound) { chain in
        chain.type == .person && chain.isNamed
          && (chain.attributes.role.map { $0 == role || $0.hasPrefix(role) || $0.hasSuffix(role) }
            ?? false)
      }
      if let match { join(index, to: match) }
    case .group: addGroup(index)
    case .place:
      let name = NameForm.fold(draft.name)
      if let chain = byName["l:" + name] {
        join(index, to: chain)
      } else if draft.isRegion {
        open(index, names: [name])
        register(name, chains.count - 1)
      }
    case .other: break
    }
  }

  mutating func addAgency(_ index: Int) {
    let draft = drafts[index]
    guard let office = draft.attributes.office else { return }
    if office == "unit" {
      let name = NameForm.fold(draft.name)
      if let chain = byName[slot(.agency) + name] {
        join(index, to: chain)
      } else {
        open(index, names: [name])
        if let chain = chainOf[index] { register(name, chain) }
      }
      return
    }
    let before = draft.words.lowerBound
    let same = nearest(before) { chain in
      chain.type == .agency
        && (chain.attributes.office == office
          || (office == "ministry" && (chain.attributes.office ?? "").hasSuffix("ministry"))
          || (office == "authorities" && chain.attributes.office == "police"))
        && (office != "police" || chain.attributes.country != nil || chain.key != nil)
        && !(isAdvised && isAnother(draft, than: chain))
    }
    if let same {
      join(index, to: same)
    } else if draft.isDefinite || office == "city government", isAdvised,
      ChainBuilder.soleOffices.contains(office)
    {
      open(index, names: [])
    }
  }

  /// Offices of which a town or a state has one: *the council* needs no name.
  static let soleOffices: Set<String> = [
    "parliament", "council", "city government", "land registry", "audit office",
  ]

  /// *the labour court* is not the Supreme Court: a word of its own that the other lacks.
  func isAnother(_ draft: Draft, than chain: ChainDraft) -> Bool {
    let words = NameForm.fold(draft.name).split(separator: " ")
    guard words.count == 2, let own = words.first, chain.isNamed,
      !["said", "same", "whole", "local", "city", "municipal", "state", "national"].contains(own)
    else { return false }
    return !chain.compared.contains { $0.words.contains(own) }
  }

  mutating func addOrganization(_ index: Int) {
    let draft = drafts[index]
    let office = draft.attributes.office
    let isGeneric = office == "organization"
    // "X, the largest bank in the country": an apposition.
    if let named = appositive(index) {
      join(index, to: named)
      return
    }
    let isAdvised = isAdvised
    let fits: (ChainDraft) -> Bool = { chain in
      guard chain.type == .organization else { return false }
      if chain.attributes.country != nil, draft.attributes.country != nil,
        chain.attributes.country != draft.attributes.country
      {
        return false
      }
      // "the company" is no alliance, "the Utopian federation" none of the world.
      if isAdvised, chain.attributes.office == "organization", office == "company",
        !chain.compared.contains(where: { name in
          ["group", "consortium", "trust", "cooperative"].contains(name.words.last ?? "")
        })
      {
        return false
      }
      if isAdvised, draft.demonym != nil, chain.isNamed, chain.attributes.country == nil,
        office == "sports body" || office == "party"
      {
        return false
      }
      // Where a model was asked, a bank is no party, and a club no bank.
      if isAdvised, !isGeneric, office != "company", chain.attributes.office != office {
        return false
      }
      if isAdvised, let other = chain.attributes.office, other != office,
        !["company", "organization", "bank"].contains(other), !isGeneric
      {
        return false
      }
      return chain.attributes.office == office || (chain.attributes.office == nil && chain.isNamed)
        || (chain.isNamed && chain.attributes.office == "organization")
        || (isGeneric
          && ["crime group", "armed group", "charity", "company", "hospital"]
            .contains(chain.attributes.office ?? ""))
    }
    if draft.isDefinite {
      let word = draft.words.lowerBound
      let exact: (ChainDraft) -> Bool = { fits($0) && $0.attributes.office == office }
      let isGang = office == "crime group" || office == "armed group"
      if !isGeneric, let chain = nearestBefore(word, exact) {
        join(index, to: chain)
      } else if let chain = nearest(
        word, { fits($0) && !(isGang && !isGangLike($0)) })
      {
        join(index, to: chain)
      }
      return
    }
    // An unnamed crime group is the one named crime group of the document, if there is just one.
    if office == "crime group" || office == "armed group" {
      let named = gangs.filter {
        chains[$0].isNamed && fits(chains[$0]) && chains[$0].attributes.office == office
      }
      if named.count == 1, gangs.count <= ChainBuilder.gangMemory {
        join(index, to: named[0])
        return
      }
    }
    guard draft.attributes.country != nil else { return }
    if let chain = nearest(
      draft.words.lowerBound,
      { chain in
        fits(chain) && chain.attributes.country == draft.attributes.country
          && chain.attributes.office == office
      })
    {
      join(index, to: chain)
    } else {
      open(index, names: [NameForm.fold(draft.name)])
    }
  }

  /// Keeps a named crime group or armed group in mind.
  mutating func noteGang(_ index: Int) {
    let chain = chains[index]
    guard chain.isNamed, chain.type == .organization, gangs.count <= ChainBuilder.gangMemory,
      chain.attributes.office == "crime group" || chain.attributes.office == "armed group",
      !gangs.contains(index)
    else { return }
    gangs.append(index)
  }

  /// False for a body that nothing calls a gang.
  func isGangLike(_ chain: ChainDraft) -> Bool {
    switch chain.attributes.office {
    case "crime group", "armed group": true
    case nil: chain.isQuoted
    default: false
    }
  }

  /// The named body whose comma this draft follows.
  func appositive(_ index: Int) -> Int? {
    let start = drafts[index].words.lowerBound
    var other = index - 1
    while other >= 0, index - other < 6 {
      if drafts[other].words.upperBound == start - 1, drafts[other].kind == .name,
        drafts[other].type == .organization
      {
        return chainOf[other]
      }
      other -= 1
    }
    return nil
  }

  /// An embassy without a country belongs to the one country whose foreign ministry is named.
  mutating func settlePosts() {
    let countries = Set(
      chains.compactMap { $0.attributes.office == "foreign ministry" ? $0.attributes.country : nil }
    )
    guard countries.count == 1, let country = countries.first else { return }
    for index in chains.indices
    where chains[index].type == .agency && chains[index].attributes.country == nil
      && ["embassy", "consulate", "high commission"].contains(chains[index].attributes.office ?? "")
    {
      chains[index].attributes.country = country
    }
  }

  /// Nouns whose chain is only clear at the end: bare police, the government.
  mutating func addLate(_ index: Int) {
    let draft = drafts[index]
    guard draft.type == .agency, let office = draft.attributes.office,
      [
        "police", "authorities", "government", "army", "prosecutor", "fire department",
        "coast guard",
        "customs", "navy",
      ].contains(office)
    else { return }
    if let chain = recent({ $0.type == .agency && $0.attributes.office == office }) {
      join(index, to: chain)
      return
    }
    open(index, names: [])
    if let chain = chainOf[index] { chains[chain].attributes.country = dominant }
  }
}
