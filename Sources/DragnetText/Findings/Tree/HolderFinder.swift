/// Finds who is said to stand at the head of what has no name: *the ring was headed by X*, *X is the
/// boss*, *the raids were led by X*; and who ordered a killing.
///
/// The one named is a value that texts can disagree on; what it is the head of is its `unit`.
struct HolderFinder {
  let acts: TreeActFinder
  private var tree: SentenceTree { acts.tree }
  private var parties: PartyFinder { acts.parties }

  init(acts: TreeActFinder) { self.acts = acts }

  /// Someone and what they head.
  struct Holder: Equatable {
    let draft: Int
    let unit: String
    let words: Range<Int>
  }

  /// The holders a sentence names, in the order of the text.
  func holders() -> [Holder] {
    var found: [Holder] = []
    for word in tree.words {
      switch tree.part(of: word) {
      case .verb: found += byVerb(word)
      case .noun: found += byNoun(word)
      default: break
      }
    }
    var seen: Set<[Int]> = []
    return found.filter { seen.insert([$0.draft, $0.unit == "killing" ? 1 : 0]).inserted }
      .sorted { ($0.words.lowerBound, $0.draft) < ($1.words.lowerBound, $1.draft) }
  }

  // MARK: Verbs

  private func byVerb(_ verb: Int) -> [Holder] {
    let lemma = tree.lemma(of: verb)
    if lemma == "come", let ordered = sender(of: verb) { return ordered }
    guard let act = acts.act(at: verb), !isDenied(verb) else { return [] }
    if let unit = idiom(lemma, act) { return people(act.actors).map { holder($0, unit, verb) } }
    if lemma == "take", act.things.contains(where: { HolderFinder.orders.contains(noun($0)) }) {
      // "takes his instructions from X"
      let givers = act.obliques.filter { $0.preposition == "from" }
        .flatMap { parties.parties($0.noun) }
      return people(givers).map { holder($0, "ring", verb) }
    }
    guard HolderFinder.heading.contains(lemma) || HolderFinder.ordering.contains(lemma) else {
      return []
    }
    guard let headed = act.things.lazy.compactMap({ self.headed($0, lemma) }).first else {
      return []
    }
    let suspected = suspects(of: verb)
    let doers = suspected.isEmpty ? act.actors : suspected
    return people(doers).map { holder($0, headed, verb) }
  }

  /// *arrested X on suspicion of ordering the murder*: X is who is meant.
  private func suspects(of verb: Int) -> [Party] {
    guard tree.label(of: verb) == "acl", let noun = tree.head(of: verb),
      HolderFinder.accusations.contains(self.noun(noun)), let outer = tree.head(of: noun),
      tree.part(of: outer) == .verb
    else { return [] }
    let whom =
      acts.isPassive(outer) ? acts.subjectNouns(of: outer, depth: 0) : acts.objectNouns(of: outer)
    return whom.flatMap { parties.parties($0) }
  }

  private func headed(_ word: Int, _ lemma: String) -> String? {
    let noun = noun(word)
    if HolderFinder.ordering.contains(lemma) {
      return HolderFinder.killings.contains(noun) ? "killing" : nil
    }
    if HolderFinder.rings.contains(noun), !isOfTheLaw(word) { return "ring" }
    if ["association", "structure", "society", "organisation"].contains(noun),
      tree.children(of: word, by: ["amod"]).contains(where: { tree.scene.lower($0) == "criminal" })
    {
      return "ring"
    }
    if HolderFinder.raids.contains(noun) { return "raid" }
    return HolderFinder.inquiries.contains(noun) ? "investigation" : nil
  }

  /// *a group of detectives*, *the parliamentary group*, *the police network* are no rings.
  private func isOfTheLaw(_ word: Int) -> Bool {
    tree.children(of: word).contains { child in
      ["police", "parliamentary", "working", "research", "ministry", "army", "support", "rescue"]
        .contains(tree.scene.lower(child))
        || ["official", "detective", "officer", "expert", "lawmaker", "scientist", "investigator"]
          .contains(noun(child))
        || parties.draft(at: child).map { parties.drafts[$0].type == .agency } ?? false
    }
  }

  /// *gave the orders*, *called the shots*, *pulled the strings*.
  private func idiom(_ lemma: String, _ act: TreeAct) -> String? {
    for thing in act.things where tree.part(of: thing) == .noun {
      let plural = tree.scene.lower(thing)
      let isDefinite = tree.children(of: thing).contains { tree.scene.lower($0) == "the" }
      guard isDefinite else { continue }
      switch (lemma, plural) {
      case ("give", "orders"), ("give", "instructions"), ("call", "shots"), ("pull", "strings"):
        return "ring"
      default: continue
      }
    }
    return nil
  }

  /// *the order came from X*: who ordered what was done.
  private func sender(of verb: Int) -> [Holder]? {
    let subjects = tree.children(of: verb, by: ["nsubj"])
    guard subjects.contains(where: { HolderFinder.orders.contains(noun($0)) }) else { return nil }
    let senders = tree.children(of: verb).filter {
      tree.label(of: $0).hasPrefix("obl") && tree.preposition(of: $0) == "from"
    }
    let found = people(senders.flatMap { parties.parties($0) })
    return found.map { holder($0, "killing", verb) }
  }

  // MARK: Nouns

  /// *the kingpin of the ring*, *the brain of the operation was X*, *X is the boss*.
  private func byNoun(_ word: Int) -> [Holder] {
    guard HolderFinder.heads.contains(noun(word)), !isDenied(word) else { return [] }
    let ring = tree.children(of: word, by: ["nmod"]).first {
      ["of", "behind"].contains(tree.preposition(of: $0) ?? "")
    }
    if let ring {
      guard HolderFinder.rings.contains(noun(ring)), !isOfTheLaw(ring) else { return [] }
    } else if tree.children(of: word, by: ["amod"]).contains(where: {
      ["alleged", "suspected", "presumed", "reputed"].contains(tree.scene.lower($0))
    }) {
      guard !tree.has(word, "nmod:poss") else { return [] }
    } else {
      guard HolderFinder.bosses.contains(noun(word)), tree.has(word, "cop"),
        tree.children(of: word).contains(where: { tree.scene.lower($0) == "the" }),
        !tree.has(word, "nmod:poss")
      else { return [] }
    }
    return people(named(word, depth: 0)).map { holder($0, "ring", word) }
  }

  /// Whom a noun describes: its subject, what it is the subject of, or what it stands beside.
  private func named(_ word: Int, depth: Int) -> [Party] {
    guard depth < 4 else { return [] }
    let subjects = tree.children(of: word, by: ["nsubj"])
    if tree.has(word, "cop"), !subjects.isEmpty { return subjects.flatMap { parties.single($0) } }
    for child in tree.children(of: word, by: ["appos", "flat"]) {
      let found = parties.single(child)
      if !found.isEmpty { return found }
    }
    guard let head = tree.head(of: word) else { return [] }
    switch tree.label(of: word) {
    case "nsubj" where tree.has(head, "cop"): return parties.single(head)
    case "appos": return parties.single(head)
    case "conj": return named(head, depth: depth + 1)
    default: return parties.draft(at: word).map { [Party(draft: $0)] } ?? []
    }
  }

  // MARK: Small things

  private func noun(_ word: Int) -> String { tree.advice.words[word]?.lemma ?? "" }

  private func people(_ parties: [Party]) -> [Int] {
    parties.filter { !$0.isIndirect && self.parties.drafts[$0.draft].type == .person }
      .map(\.draft)
  }

  private func isDenied(_ word: Int) -> Bool {
    tree.children(of: word).contains {
      ["not", "never", "n't", "n’t"].contains(tree.scene.lower($0))
    }
  }

  private func holder(_ draft: Int, _ unit: String, _ word: Int) -> Holder {
    Holder(draft: draft, unit: unit, words: word..<(word + 1))
  }

  private static let heading: Set<String> = [
    "lead", "head", "run", "mastermind", "orchestrate", "organise", "organize", "direct", "command",
    "control", "manage", "found", "coordinate", "oversee", "supervise",
  ]
  private static let ordering: Set<String> = ["order", "commission", "instigate"]
  private static let killings: Set<String> = [
    "murder", "killing", "assassination", "hit", "execution", "shooting", "death", "bombing",
    "attack", "assault", "poisoning",
  ]
  private static let rings: Set<String> = [
    "ring", "gang", "racket", "network", "syndicate", "cartel", "group", "operation", "conspiracy",
    "scheme", "plot", "cell", "organisation", "organization", "crew", "mafia", "band", "clan",
    "outfit", "enterprise", "fraud", "scam", "cabal", "trade", "traffic", "business", "cult",
  ]
  private static let raids: Set<String> = ["raid", "search", "sting", "swoop", "sweep"]
  private static let inquiries: Set<String> = ["investigation", "inquiry", "enquiry", "probe"]
  private static let orders: Set<String> = ["order", "instruction", "command"]
  private static let accusations: Set<String> = ["suspicion", "charge", "accusation", "allegation"]
  private static let heads: Set<String> = bosses.union(["leader", "head", "chief", "architect"])
  private static let bosses: Set<String> = [
    "boss", "mastermind", "ringleader", "kingpin", "brain", "brains", "godfather", "organiser",
    "organizer", "puppeteer", "paymaster",
  ]
}
