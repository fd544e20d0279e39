/// Joins groups of people: by count, by nationality, by their part in what happened.
extension ChainBuilder {
  mutating func addCounted(_ index: Int) {
    let draft = drafts[index]
    let match = recent { chain in
      chain.type == .group && chain.attributes.count == draft.attributes.count
        && (chain.attributes.country == nil || draft.attributes.country == nil
          || chain.attributes.country == draft.attributes.country)
        && areNounsCompatible(chain, draft)
        && (draft.isDefinite || sharesKind(chain, draft))
    }
    if let match { join(index, to: match) } else { open(index, names: []) }
  }

  /// An indefinite group is one met before only when noun or nationality says so.
  func sharesKind(_ chain: ChainDraft, _ draft: Draft) -> Bool {
    if let noun = draft.attributes.noun, noun == chain.attributes.noun { return true }
    if draft.attributes.country != nil {
      return chain.attributes.country == draft.attributes.country
    }
    return draft.groupClass == .victim && chain.groupClass == .victim
  }

  func areNounsCompatible(_ chain: ChainDraft, _ draft: Draft) -> Bool {
    guard let first = chain.attributes.noun, let second = draft.attributes.noun, first != second
    else { return true }
    let vague: Set<String> = ["person", "individual", "citizen", "national", "foreigner", "man"]
    return vague.contains(first) || vague.contains(second)
      || (chain.groupClass == draft.groupClass && chain.groupClass != .neutral)
  }

  /// The people an event is about: those *the victims* means.
  func victims(near position: Int) -> Int? {
    var best: (chain: Int, score: Int)?
    for index in candidates(position) where chains[index].type == .group {
      let chain = chains[index]
      guard !chain.drafts.isEmpty else { continue }
      var score = 0
      if chain.groupClass == .victim { score += 4 }
      if chain.groupClass == .suspect { score -= 6 }
      if chain.attributes.count != nil { score += 1 }
      if chain.hasRescued { score += 3 }
      if (chain.attributes.count ?? 0) > 9 { score += 1 }
      if chain.start > position { score -= 1 }
      if score >= 3, best == nil || score > (best?.score ?? 0) { best = (index, score) }
    }
    return best?.chain
  }

  func isRescued(_ draft: Draft) -> Bool { rescued.contains(draft.words.lowerBound) }

  mutating func addGroup(_ index: Int) {
    let draft = drafts[index]
    if draft.isCollective {
      open(index, names: [])
      return
    }
    if draft.groupClass == .victim {
      let match = victims(near: draft.words.lowerBound)
      if let match,
        draft.attributes.country == nil || chains[match].attributes.country == nil
          || chains[match].attributes.country == draft.attributes.country
      {
        join(index, to: match)
        return
      }
      guard draft.isDefinite || draft.demonym != nil else { return }
      open(index, names: [])
      return
    }
    guard draft.isDefinite || draft.demonym != nil else { return }
    if let noun = draft.attributes.noun, ChainBuilder.vagueNouns.contains(noun),
      draft.demonym == nil
    {
      // "These people": the group last spoken of.
      if let chain = nearestBefore(draft.words.lowerBound, { $0.type == .group }) {
        join(index, to: chain)
      }
      return
    }
    let counted = nearest(draft.words.lowerBound) { chain in
      chain.type == .group
        && (draft.attributes.country == nil
          ? true : chain.attributes.country == draft.attributes.country)
        && (draft.attributes.noun == nil || chain.attributes.noun == draft.attributes.noun
          || (draft.groupClass == .suspect && chain.groupClass == .suspect)
          || (draft.demonym != nil && chain.attributes.country == draft.attributes.country))
        && (draft.attributes.country != nil || draft.attributes.noun != nil)
    }
    if let counted {
      join(index, to: counted)
    } else if draft.demonym != nil {
      open(index, names: [])
    }
  }

  static let vagueNouns: Set<String> = [
    "person", "individual", "foreigner", "man", "national", "group",
  ]
}
