/// Finds the name that stands beside a noun, for one and the same: *a dealer in Oslo, X*.
extension PartyFinder {
  /// The name beside a noun that tells of one; nil for none, or for several.
  func name(beside noun: Int, depth: Int = 0) -> Int? {
    guard depth < 3, tree.part(of: noun) == .noun else { return nil }
    let beside = tree.children(of: noun, by: ["appos"]).filter {
      $0 > noun && !tree.has($0, "conj")
    }
    for word in beside {
      if let draft = bearer(at: word) { return draft }
    }
    // "a dealer in Oslo, X": the tree may hang X on the place.
    for place in tree.children(of: noun, by: ["nmod"]) where tree.preposition(of: place) == "in" {
      guard let draft = draft(at: place) ?? name(around: place), drafts[draft].type == .place else {
        continue
      }
      for word in tree.children(of: place, by: ["appos"]) where word > place {
        if let draft = bearer(at: word) { return draft }
      }
    }
    for word in beside {
      if let draft = name(beside: word, depth: depth + 1) { return draft }
    }
    return nil
  }

  private func bearer(at word: Int) -> Int? {
    guard let draft = draft(at: word), drafts[draft].kind == .name,
      [.person, .organization, .agency].contains(drafts[draft].type)
    else { return nil }
    return draft
  }
}
