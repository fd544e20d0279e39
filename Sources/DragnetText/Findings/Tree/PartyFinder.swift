/// Someone who takes part in what a word tells.
struct Party: Equatable {
  var draft: Int
  /// True where another noun stands for them: *officers of X*, *X's accounts*.
  var isIndirect = false
}

/// Finds the mentions that the words of a tree stand for.
struct PartyFinder {
  let tree: SentenceTree
  let drafts: [Draft]
  let chainOf: [Int?]
  /// By word of the sentence: the draft it carries, or −1.
  private let draftOf: [Int]

  /// Nouns that stand for the body they belong to.
  static let standIns: Set<String> = [
    "member", "representative", "official", "staff", "officer", "agent", "employee", "executive",
    "troop", "soldier", "force", "spokesman", "spokeswoman", "spokesperson", "leadership",
    "operative", "fighter", "gunman", "militant", "investigator", "detective", "delegation", "team",
    "unit", "affiliate", "operator", "inspector", "personnel", "diplomat", "lawmaker", "follower",
    "hacker", "prosecutor", "police", "ranger", "guard", "man", "boy", "branch", "office",
    "subsidiary",
  ]
  /// What stands for its owner when money comes to it or it is searched.
  static let belongings: Set<String> = [
    "account", "office", "headquarters", "home", "house", "apartment", "flat", "premises",
    "warehouse", "building", "villa", "property", "computer", "system", "server", "network",
    "website", "asset", "share", "stake", "fund", "phone", "email", "site", "compound", "factory",
    "plant", "shop", "residence", "farm", "ranch", "vehicle", "car", "boat", "ship",
  ]

  init(tree: SentenceTree, drafts: [Draft], chainOf: [Int?]) {
    self.tree = tree
    self.drafts = drafts
    self.chainOf = chainOf
    var draftOf = [Int](repeating: -1, count: tree.words.count)
    for index in drafts.indices(startingIn: tree.words) where chainOf[index] != nil {
      let words = drafts[index].words
      guard words.upperBound <= tree.words.upperBound else { continue }
      for word in words {
        let head = tree.advice.words[word]?.head ?? -1
        guard !words.contains(head) || word == drafts[index].head && head == word else { continue }
        let at = word - tree.words.lowerBound
        // Of two that share their head the longer one is meant.
        if draftOf[at] < 0 || drafts[draftOf[at]].words.count < words.count { draftOf[at] = index }
      }
    }
    self.draftOf = draftOf
  }

  /// The mention whose head is a word.
  func draft(at word: Int) -> Int? {
    guard tree.words.contains(word) else { return nil }
    let draft = draftOf[word - tree.words.lowerBound]
    return draft < 0 ? nil : draft
  }

  /// Everyone a noun stands for: itself and what is joined to it by *and*.
  func parties(_ word: Int, depth: Int = 0) -> [Party] {
    guard depth < 6 else { return [] }
    var result = single(word, depth: depth)
    for child in tree.children(of: word) where tree.label(of: child) == "conj" {
      // A clause that is joined is no second noun.
      guard !tree.has(child, "nsubj"), !tree.has(child, "cop") else { continue }
      for party in parties(child, depth: depth + 1) where !result.contains(party) {
        result.append(party)
      }
    }
    return result
  }

  /// Whom one noun stands for, without those joined to it.
  func single(_ word: Int, depth: Int = 0) -> [Party] {
    if let draft = draft(at: word) { return [Party(draft: draft)] }
    if ["who", "which", "that", "whom"].contains(tree.scene.lower(word)),
      let noun = antecedent(of: word)
    {
      guard depth < 5 else { return [] }
      let found = parties(noun, depth: depth + 1)
      // "Ana Sousa, a nurse, who": the one the noun stands beside.
      guard found.isEmpty, tree.label(of: noun) == "appos", let head = tree.head(of: noun) else {
        return found
      }
      return single(head, depth: depth + 1)
    }
    for child in tree.children(of: word, by: ["appos", "flat", "compound"]) {
      guard let draft = draft(at: child), drafts[draft].kind == .name,
        drafts[draft].type != .place, tree.label(of: child) != "compound" || isTitled(word, child)
      else { continue }
      return [Party(draft: draft)]
    }
    let noun = tree.advice.words[word]?.lemma ?? ""
    if PartyFinder.sites.contains(noun), let place = site(word) { return [Party(draft: place)] }
    guard PartyFinder.standIns.contains(noun) else { return [] }
    return owners(of: word, depth: depth).filter { drafts[$0.draft].type != .place }
      .map { Party(draft: $0.draft, isIndirect: true) }
  }

  /// Kinds of places: *the port of X*, *X prison*.
  private static let sites: Set<String> = [
    "city", "town", "village", "port", "district", "province", "department", "state", "island",
    "county", "region", "municipality", "suburb", "neighborhood", "neighbourhood", "quarter",
    "prison", "jail", "penitentiary", "airport", "reserve", "camp", "base", "station", "harbour",
    "harbor", "terminal", "capital", "border", "area",
  ]

  /// The place that a noun for a kind of place is named after.
  private func site(_ word: Int) -> Int? {
    for child in tree.children(of: word, by: ["nmod", "compound", "appos", "flat", "nmod:poss"]) {
      if tree.label(of: child) == "nmod", tree.preposition(of: child) != "of" { continue }
      if let draft = draft(at: child), drafts[draft].type == .place { return draft }
    }
    return nil
  }

  /// *boss X*: a compound that comes after its noun is the one who is meant.
  private func isTitled(_ word: Int, _ child: Int) -> Bool { child > word }

  /// Those whom a noun belongs to: *X's unit*, *X officers*, *officers of X*.
  func owners(of word: Int, depth: Int = 0) -> [Party] {
    for child in tree.children(of: word) where tree.label(of: child) == "nmod:poss" {
      let found = parties(child, depth: depth + 1)
      if !found.isEmpty { return found }
    }
    for child in tree.children(of: word, by: ["compound", "nmod", "flat"]) {
      let preposition = tree.preposition(of: child)
      guard
        tree.label(of: child) != "nmod"
          || ["of", "from", "for", "at", "with", "by"].contains(preposition ?? "")
      else { continue }
      let found = parties(child, depth: depth + 1)
      if !found.isEmpty { return found }
    }
    for child in tree.children(of: word, by: ["acl"])
    where ["hold", "own", "belong", "control", "register"].contains(tree.lemma(of: child)) {
      for inner in tree.children(of: child) where tree.label(of: inner).hasPrefix("obl") {
        guard ["by", "to"].contains(tree.preposition(of: inner) ?? "") else { continue }
        let found = parties(inner, depth: depth + 1)
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  /// The noun that the relative clause around a word describes.
  func antecedent(of word: Int) -> Int? {
    var current = word
    for _ in 0..<12 {
      guard let head = tree.head(of: current) else { return nil }
      if tree.label(of: current) == "acl:relcl" { return head }
      current = head
    }
    return nil
  }
}
