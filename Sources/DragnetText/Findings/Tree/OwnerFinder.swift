/// Finds who owns a body, where a share or a clause stands between: *owns 70 percent of X*, *a nurse who
/// owns X*, *the sole shareholder of X is Y*, *the rest of X belongs to Y*.
struct OwnerFinder {
  let acts: TreeActFinder
  private var tree: SentenceTree { acts.tree }
  private var parties: PartyFinder { acts.parties }

  init(acts: TreeActFinder) { self.acts = acts }

  /// An owner, what is owned, and the word that says so.
  struct Ownership: Equatable {
    let owner: Int
    let owned: Int
    let word: Int
  }

  /// The owners a sentence names.
  func owners() -> [Ownership] {
    var found: [Ownership] = []
    for word in tree.words {
      switch tree.part(of: word) {
      case .verb: found += byVerb(word, last: found.last?.owned)
      case .noun: found += byNoun(word)
      default: break
      }
    }
    return found
  }

  /// - Parameter last: what the sentence said before that someone owns: *the rest belongs to X*.
  private func byVerb(_ verb: Int, last: Int?) -> [Ownership] {
    if tree.lemma(of: verb) == "belong", let act = acts.act(at: verb) {
      let owners = act.obliques.filter { $0.preposition == "to" }
        .flatMap { parties.single($0.noun) }
      var owned = act.subjects.flatMap(bodies)
      let isRest = act.subjects.contains {
        ["rest", "remainder"].contains(tree.advice.words[$0]?.lemma ?? "")
      }
      if owned.isEmpty, isRest, let last { owned = [Party(draft: last)] }
      return pairs(owners, owned, verb)
    }
    guard OwnerFinder.verbs.contains(tree.lemma(of: verb)), let act = acts.act(at: verb) else {
      return []
    }
    let owned = act.things.flatMap(bodies)
    var owners = act.actors
    if owners.isEmpty { owners = described(by: verb) }
    return pairs(owners, owned, verb)
  }

  /// *X, a nurse who owns Y*: the one the noun stands beside.
  private func described(by verb: Int) -> [Party] {
    guard tree.label(of: verb) == "acl:relcl", let noun = tree.head(of: verb),
      tree.part(of: noun) == .noun, let head = tree.head(of: noun),
      tree.label(of: noun) == "appos" || tree.has(noun, "cop")
    else { return [] }
    let near =
      tree.label(of: noun) == "appos" ? [head] : tree.children(of: noun, by: ["nsubj"])
    return near.flatMap { parties.single($0) }
  }

  /// *the owner of X is Y*, *Y is the sole shareholder of X*.
  private func byNoun(_ word: Int) -> [Ownership] {
    let noun = tree.advice.words[word]?.lemma ?? ""
    let isSole = tree.children(of: word, by: ["amod"]).contains {
      ["sole", "only", "majority", "principal", "main"].contains(tree.scene.lower($0))
    }
    guard OwnerFinder.nouns.contains(noun) || isSole && OwnerFinder.sharing.contains(noun) else {
      return []
    }
    let owned = tree.children(of: word, by: ["nmod", "nmod:poss"])
      .filter { ["of", "in", nil].contains(tree.preposition(of: $0)) }
      .flatMap { bodies($0) }
    guard !owned.isEmpty else { return [] }
    if tree.has(word, "cop") {
      let subjects = tree.children(of: word, by: ["nsubj"]).flatMap { parties.single($0) }
      return pairs(subjects, owned, word)
    }
    if tree.label(of: word) == "nsubj", let head = tree.head(of: word), tree.has(head, "cop") {
      return pairs(parties.single(head), owned, word)
    }
    return []
  }

  /// The bodies a noun names, through a share of them.
  private func bodies(_ noun: Int) -> [Party] {
    let lemma = tree.advice.words[noun]?.lemma ?? ""
    if OwnerFinder.shares.contains(lemma) || tree.scene.lower(noun) == "%" {
      return tree.children(of: noun, by: ["nmod"])
        .filter { ["of", "in"].contains(tree.preposition(of: $0) ?? "") }
        .flatMap { parties.single($0) }
    }
    return parties.single(noun)
  }

  private func pairs(_ owners: [Party], _ owned: [Party], _ word: Int) -> [Ownership] {
    var found: [Ownership] = []
    for owner in owners where !owner.isIndirect && isOwner(owner.draft) {
      for body in owned
      where !body.isIndirect && isOwned(body.draft)
        && parties.chainOf[body.draft] != parties.chainOf[owner.draft]
      {
        found.append(Ownership(owner: owner.draft, owned: body.draft, word: word))
      }
    }
    return found
  }

  /// A body, or a name that may be one.
  private func isOwned(_ draft: Int) -> Bool {
    let draft = parties.drafts[draft]
    return draft.type == .organization
      || draft.kind == .name && [.place, .other].contains(draft.type)
        && draft.attributes.country == nil
  }

  private func isOwner(_ draft: Int) -> Bool {
    [.person, .organization].contains(parties.drafts[draft].type)
  }

  private static let verbs: Set<String> = ["own", "hold", "control"]
  private static let nouns: Set<String> = ["owner", "proprietor"]
  private static let sharing: Set<String> = ["shareholder", "stockholder", "partner"]
  private static let shares: Set<String> = [
    "percent", "per cent", "cent", "%", "share", "stake", "majority", "half", "third", "quarter",
    "rest", "remainder", "holding", "brick", "interest", "part", "stock",
  ]
}
