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
  /// By word of the sentence: the name it is a part of, or −1.
  private let nameOf: [Int]

  /// Nouns that stand for the body they belong to.
  static let standIns: Set<String> = [
    "member", "representative", "official", "staff", "officer", "agent", "employee", "executive",
    "troop", "soldier", "force", "spokesman", "spokeswoman", "spokesperson", "leadership",
    "operative", "fighter", "gunman", "militant", "investigator", "detective", "delegation", "team",
    "unit", "affiliate", "operator", "inspector", "personnel", "diplomat", "lawmaker", "follower",
    "hacker", "prosecutor", "police", "ranger", "guard", "man", "boy", "branch", "office",
    "subsidiary", "cop", "policeman", "player", "crew", "squad", "director", "manager", "lawyer",
    "worker", "woman", "board", "management", "reporter", "journalist", "body", "remains", "corpse",
  ]
  /// Nouns for a part of what follows *of*: *a group of men*, *dozens of them*.
  private static let portions: Set<String> = [
    "total", "majority", "half", "dozen", "dozens", "hundred", "hundreds", "thousand", "thousands",
    "number", "group", "couple", "pair", "one", "most", "some", "many", "several", "both", "each",
    "all", "rest", "few", "third",
  ]
  /// Nouns for a body that its name stands before.
  private static let bodyNouns: Set<String> = [
    "party", "company", "firm", "group", "bank", "movement", "organization", "organisation", "team",
    "club", "label", "foundation", "union", "band", "network", "newspaper", "gang", "cartel",
    "platform", "chain", "charity", "website",
  ]
  private static let relatives: Set<String> = ["who", "which", "that", "whom", "whose"]
  /// What stands for its owner when money comes to it or it is searched.
  static let belongings: Set<String> = [
    "account", "office", "headquarters", "home", "house", "apartment", "flat", "premises",
    "warehouse", "building", "villa", "property", "computer", "system", "server", "network",
    "website", "asset", "share", "stake", "fund", "phone", "email", "site", "compound", "factory",
    "plant", "file", "data", "shop", "residence", "farm", "ranch", "vehicle", "car", "boat", "ship",
  ]

  init(tree: SentenceTree, drafts: [Draft], chainOf: [Int?]) {
    self.tree = tree
    self.drafts = drafts
    self.chainOf = chainOf
    var draftOf = [Int](repeating: -1, count: tree.words.count)
    var nameOf = draftOf
    for index in drafts.indices(startingIn: tree.words) where chainOf[index] != nil {
      let words = drafts[index].words
      guard words.upperBound <= tree.words.upperBound else { continue }
      for word in words {
        if drafts[index].kind == .name, drafts[index].outer == nil {
          nameOf[word - tree.words.lowerBound] = index
        }
        let head = tree.advice.words[word]?.head ?? -1
        guard !words.contains(head) || word == drafts[index].head && head == word else { continue }
        let at = word - tree.words.lowerBound
        // Of two that share their head the longer one is meant.
        if draftOf[at] < 0 || drafts[draftOf[at]].words.count < words.count { draftOf[at] = index }
      }
    }
    self.draftOf = draftOf
    self.nameOf = nameOf
  }

  /// The name that a word is a part of, be it its head or not.
  func name(around word: Int) -> Int? {
    guard tree.words.contains(word) else { return nil }
    let draft = nameOf[word - tree.words.lowerBound]
    return draft < 0 ? nil : draft
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
    func add(_ found: [Party]) { result += found.filter { !result.contains($0) } }
    // "three men, X, Y and Z": those named are meant with the group.
    if let draft = result.first?.draft, drafts[draft].type == .group {
      for child in tree.children(of: word, by: ["appos"]) where child > word {
        add(parties(child, depth: depth + 1).filter { drafts[$0.draft].type == .person })
      }
    }
    for child in tree.children(of: word) where tree.label(of: child) == "conj" {
      // A clause that is joined is no second noun.
      guard !tree.has(child, "nsubj"), !tree.has(child, "cop") else { continue }
      add(parties(child, depth: depth + 1))
    }
    return result
  }

  /// Whom one noun stands for, without those joined to it.
  func single(_ word: Int, depth: Int = 0) -> [Party] {
    if let draft = draft(at: word) {
      // "the regulator, X": the noun may have been left without its name.
      if drafts[draft].kind == .nominal, drafts[draft].type != .group,
        let name = name(beside: word)
      {
        return [Party(draft: name)]
      }
      return [Party(draft: draft)]
    }
    guard depth < 6 else { return [] }
    if PartyFinder.relatives.contains(tree.scene.lower(word)) {
      if let noun = antecedent(of: word) {
        let found = parties(noun, depth: depth + 1)
        // "Ana Sousa, a nurse, who": the one the noun stands beside.
        guard found.isEmpty, tree.label(of: noun) == "appos", let head = tree.head(of: noun) else {
          return found
        }
        return single(head, depth: depth + 1)
      }
      // "X, whose head said": whoever stands before, where the tree has it as a clause of its own.
      return tree.scene.lower(word) == "whose" ? nameBefore(word) : []
    }
    for child in tree.children(of: word, by: ["appos", "flat", "compound"]) {
      guard let draft = draft(at: child), drafts[draft].kind == .name,
        drafts[draft].type != .place, tree.label(of: child) != "compound" || isTitled(word, child)
      else { continue }
      return [Party(draft: draft)]
    }
    // "a firm called X"
    for child in tree.children(of: word, by: ["acl"])
    where ["call", "name", "know"].contains(tree.lemma(of: child)) {
      for inner in tree.children(of: child, by: ["xcomp", "obj", "obl"]) {
        if let draft = draft(at: inner), drafts[draft].kind == .name {
          return [Party(draft: draft)]
        }
      }
    }
    // "the X party"
    if PartyFinder.bodyNouns.contains(tree.advice.words[word]?.lemma ?? "") {
      for child in tree.children(of: word, by: ["compound"]) {
        if let draft = draft(at: child), drafts[draft].kind == .name,
          drafts[draft].type == .organization || drafts[draft].type == .agency
        {
          return [Party(draft: draft)]
        }
      }
    }
    if let named = predicated(word, depth: depth) { return named }
    let noun = tree.advice.words[word]?.lemma ?? ""
    if PartyFinder.sites.contains(noun), let place = site(word) { return [Party(draft: place)] }
    if isPortion(word, noun) {
      for child in tree.children(of: word, by: ["nmod"]) where tree.preposition(of: child) == "of" {
        let whole = parties(child, depth: depth + 1)
        if !whole.isEmpty { return whole }
      }
    }
    guard PartyFinder.standIns.contains(noun) else { return [] }
    return owners(of: word, depth: depth).filter { drafts[$0.draft].type != .place }
      .map { Party(draft: $0.draft, isIndirect: true) }
  }

  private func nameBefore(_ word: Int) -> [Party] {
    var before = word - 1
    if tree.words.contains(before), tree.scene.lower(before) == "," { before -= 1 }
    return name(around: before).map { [Party(draft: $0)] } ?? []
  }

  /// *X, a lawyer who …* and *X is a lawyer who …*: the noun stands for the one it is said of.
  private func predicated(_ word: Int, depth: Int) -> [Party]? {
    if tree.label(of: word) == "appos", let head = tree.head(of: word),
      let draft = draft(at: head) ?? name(around: head), drafts[draft].kind == .name,
      drafts[draft].type != .place
    {
      return [Party(draft: draft)]
    }
    guard tree.has(word, "cop") else { return nil }
    let subjects = tree.children(of: word, by: ["nsubj"])
      .flatMap { parties($0, depth: depth + 1) }
    return subjects.isEmpty ? nil : subjects
  }

  /// *seven* of *seven of the men*, *a total of*.
  private func isPortion(_ word: Int, _ noun: String) -> Bool {
    PartyFinder.portions.contains(noun) || PartyFinder.portions.contains(tree.scene.lower(word))
      || tree.scene.words[word].tag == .number
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

  /// Those whom a noun names or, where it is a thing, whose it is: *the premises of X*.
  func holders(of word: Int) -> [Party] {
    let named = parties(word)
    guard named.isEmpty,
      PartyFinder.belongings.contains(tree.advice.words[word]?.lemma ?? "")
    else { return named }
    return owners(of: word).map { Party(draft: $0.draft, isIndirect: true) }
  }

  /// The noun that the relative clause around a word describes.
  func antecedent(of word: Int) -> Int? {
    var current = word
    for _ in 0..<12 {
      guard let head = tree.head(of: current) else { return nil }
      if tree.label(of: current) == "acl:relcl" { return head }
      // "It was X who …" describes X.
      if tree.label(of: current) == "advcl:relcl", tree.part(of: head) != .verb { return head }
      current = head
    }
    return nil
  }
}
