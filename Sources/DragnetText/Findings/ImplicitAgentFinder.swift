/// Finds who acted where a passive does not say: *X was sentenced* after *the court …*.
///
/// News names the agency once and goes on in passives. Arrests are made by police, charges brought by
/// prosecutors, sentences passed by courts: one who did so before in the text is meant again; else the
/// only agency of the kind that was mentioned so far. With two in question nothing is said.
///
/// - SeeAlso: Gerber and Chai, "Beyond NomBank: a study of implicit arguments for nominal predicates",
///   *ACL* 2010.
struct ImplicitAgentFinder {
  let finder: RelationFinder
  /// Year the document was published.
  let year: Int?
  /// By kind: chains that acted so far.
  private var actors: [Kind: Set<Int>] = [:]
  /// What is said of those whom a list names after a colon: *Charged were:*.
  private var list: (label: String, kind: Kind)?
  /// By kind: chains that may act so, by their first words.
  private let bodies: [Kind: [(word: Int, chain: Int)]]

  /// So many mentions of an agency are looked at, so that a long text stays linear.
  private static let memory = 200

  private enum Kind: CaseIterable {
    case police, prosecutor, court

    init?(_ label: String?) {
      switch label {
      case "arrested": self = .police
      case "charged": self = .prosecutor
      case "sentenced", "acquitted", "heard": self = .court
      default: return nil
      }
    }

    /// What the name of such an agency holds.
    var signs: [String] {
      switch self {
      case .police: ["police", "constabulary", "gendarmerie", "carabinieri"]
      case .prosecutor:
        ["prosecutor", "prosecution", "public ministry", "attorney general", "district attorney"]
      case .court: ["court", "tribunal"]
      }
    }
  }

  init(finder: RelationFinder, year: Int?) {
    self.finder = finder
    self.year = year
    var bodies: [Kind: [(word: Int, chain: Int)]] = [:]
    for (index, chain) in finder.chains.enumerated() where chain.type == .agency {
      for kind in Kind.allCases {
        let isKind =
          kind.signs.contains { sign in chain.names.contains { $0.contains(sign) } }
          || kind != .police && chain.attributes.office.map { kind.signs.contains($0) } ?? false
        guard isKind, let first = chain.drafts.map({ finder.drafts[$0].words.lowerBound }).min()
        else { continue }
        bodies[kind, default: []].append((first, index))
      }
    }
    // Whether one alone was mentioned so far, the first two tell.
    self.bodies = bodies.mapValues { Array($0.sorted { $0 < $1 }.prefix(2)) }
  }

  /// Reads a sentence; those before it in the text were read before.
  mutating func relations(_ sentence: ParsedSentence) -> [FoundRelation] {
    guard let tree = sentence.tree else { return [] }
    let table = tree.scene.lexicon.relations
    var result: [FoundRelation] = []
    listed(sentence, tree, &result)
    var read: (PartyFinder, TreeActFinder)?
    for word in tree.words where tree.part(of: word) == .verb {
      let lemma = tree.lemma(of: word)
      // "61 witnesses were heard": by the court.
      let isHearing = lemma == "hear" && !tree.has(word, "xcomp")
      guard let label = isHearing ? "heard" : table.objectLabel(lemma), let kind = Kind(label)
      else { continue }
      let parties =
        read?.0 ?? PartyFinder(tree: tree, drafts: finder.drafts, chainOf: finder.chainOf)
      let acts = read?.1 ?? TreeActFinder(tree: tree, parties: parties)
      read = (parties, acts)
      guard let act = acts.act(at: word) else { continue }
      let agencies = act.actors.filter { finder.drafts[$0.draft].type == .agency }
        .compactMap { finder.chainOf[$0.draft] }
      if !act.actors.isEmpty {
        actors[kind, default: []].formUnion(agencies)
        continue
      }
      guard isPlainPassive(act, tree), !isPast(act, tree) else { continue }
      if endsOpen(tree) { list = (label, kind) }
      guard
        let chain = agent(kind, before: tree.words.upperBound, act, parties),
        let draft = nearest(chain, word)
      else { continue }
      for patient in act.patients where finder.isSensible(label, draft, patient.draft) {
        guard var found = implied(label, draft, patient, word, sentence) else { continue }
        found.date = finder.date(at: word, sentence)
        (found.polarity, found.modality) = tree.stance(of: word)
        if found.polarity == .asserted { result.append(found) }
      }
    }
    return result
  }

  private func implied(
    _ label: String, _ agent: Int, _ patient: Party, _ word: Int, _ sentence: ParsedSentence
  ) -> FoundRelation? {
    guard var found = finder.found(label, Party(draft: agent), patient, 0.5, at: word) else {
      return nil
    }
    let words = finder.drafts[patient.draft].words
    found.words = min(words.lowerBound, word)..<max(words.upperBound, word + 1)
    found.sentence = sentence.number
    found.isImplied = true
    return found
  }

  private func endsOpen(_ tree: SentenceTree) -> Bool {
    tree.scene.lower(tree.words.upperBound - 1) == ":"
  }

  /// *Charges were brought against:*, and an item of the list that follows.
  private mutating func listed(
    _ sentence: ParsedSentence, _ tree: SentenceTree, _ result: inout [FoundRelation]
  ) {
    if endsOpen(tree) {
      let isCharge = tree.words.contains {
        ["charges", "indictments"].contains(tree.scene.lower($0))
          && tree.label(of: $0) == "nsubj:pass"
      }
      list = isCharge ? ("charged", .prosecutor) : nil
      return
    }
    guard let open = list else { return }
    let first = tree.words.lowerBound
    let item = finder.drafts.indices(startingIn: first..<min(first + 4, tree.words.upperBound))
      .first {
        finder.chainOf[$0] != nil && finder.drafts[$0].kind != .pronoun
          && [.person, .group].contains(finder.drafts[$0].type)
      }
    let isClause = tree.words.contains {
      tree.head(of: $0) == nil && tree.part(of: $0) == .verb && tree.has($0, "nsubj")
    }
    guard let item, !isClause else { return list = nil }
    guard let chain = sole(open.kind, before: first), let agent = nearest(chain, first) else {
      return
    }
    let word = finder.drafts[item].head
    guard finder.isSensible(open.label, agent, item),
      let found = implied(open.label, agent, Party(draft: item), word, sentence)
    else { return }
    result.append(found)
  }

  /// The one chain that acted so before, or the only one that might have.
  private func sole(_ kind: Kind, before end: Int) -> Int? {
    let known = actors[kind] ?? []
    let possible = (bodies[kind] ?? []).filter { $0.word < end }.map(\.chain)
    return known.count == 1 ? known.first : known.isEmpty && possible.count == 1 ? possible[0] : nil
  }

  /// Who is meant by a passive, where its place does not speak against it.
  private func agent(
    _ kind: Kind, before end: Int, _ act: TreeAct, _ parties: PartyFinder
  ) -> Int? {
    guard let chain = sole(kind, before: end) else { return nil }
    // The police of one country arrest nobody in another.
    let country = finder.chains[chain].attributes.country
    for oblique in act.obliques where ["in", "at", "near"].contains(oblique.preposition) {
      for place in parties.parties(oblique.noun) where finder.drafts[place.draft].type == .place {
        guard let other = finder.drafts[place.draft].attributes.country else { continue }
        if other != country, country != nil || finder.isCountry(place.draft) { return nil }
      }
    }
    return chain
  }

  /// *was arrested*, with nobody after *by*.
  private func isPlainPassive(_ act: TreeAct, _ tree: SentenceTree) -> Bool {
    guard act.isPassive else { return false }
    let children = tree.children(of: act.word)
    if children.contains(where: { tree.preposition(of: $0) == "by" }) { return false }
    if tree.has(act.word, "aux:pass") { return true }
    return tree.label(of: act.word) == "conj"
      && tree.head(of: act.word).map { tree.has($0, "aux:pass") } ?? false
  }

  /// True for what the text tells of earlier years.
  private func isPast(_ act: TreeAct, _ tree: SentenceTree) -> Bool {
    tree.children(of: act.word).contains { child in
      if ["previously", "earlier", "once", "formerly"].contains(tree.scene.lower(child)) {
        return true
      }
      guard tree.label(of: child).hasPrefix("obl"), let year else { return false }
      return tree.reach(of: child).prefix(6).contains { word in
        guard let told = Int(tree.scene.lower(word)) else { return false }
        return told > 1900 && told < year - 1
      }
    }
  }

  /// The draft of a chain that stands nearest before a word, or its first.
  private func nearest(_ chain: Int, _ word: Int) -> Int? {
    let drafts = finder.chains[chain].drafts.prefix(ImplicitAgentFinder.memory)
      .filter { finder.drafts[$0].kind != .pronoun }
    return drafts.filter { finder.drafts[$0].words.lowerBound < word }.max {
      finder.drafts[$0].words.lowerBound < finder.drafts[$1].words.lowerBound
    } ?? drafts.first
  }
}
