/// Cuts a tagged sentence with its mentions into chunks.
struct Chunker {
  let scene: Scene
  /// Draft whose outermost range starts at a word, by word; -1 for none.
  let starts: [Int32]
  let drafts: [Draft]

  /// Verbs that pass their subject on to an infinitive, with what they make of it.
  static let raising: [String: Modality] = [
    "manage": .fact, "begin": .fact, "start": .fact, "continue": .fact, "help": .fact,
    "try": .planned, "attempt": .planned, "aim": .planned, "plan": .planned, "want": .planned,
    "intend": .planned, "seek": .planned, "hope": .planned, "expect": .planned, "vow": .planned,
    "pledge": .planned, "promise": .planned, "threaten": .planned, "agree": .planned,
    "prepare": .planned, "offer": .planned, "decide": .planned, "plot": .planned,
    "conspire": .alleged,
    "claim": .alleged, "seem": .believed, "appear": .believed, "happen": .fact, "come": .fact,
    "need": .planned, "refuse": .fact, "fail": .fact, "use": .fact, "get": .fact, "go": .planned,
    "have": .planned, "decline": .fact, "neglect": .fact, "forget": .fact, "struggle": .planned,
    "propose": .planned, "choose": .planned, "wish": .planned, "bid": .planned, "move": .planned,
  ]
  /// Verbs that say that what follows did not happen.
  private static let refusing: Set<String> = ["refuse", "fail", "decline", "neglect", "forget"]
  private static let believed: [String: Modality] = [
    "believe": .believed, "think": .believed, "suspect": .believed, "say": .alleged,
    "report": .alleged, "know": .fact,
    "allege": .alleged, "accuse": .alleged, "expect": .planned, "understand": .believed,
    "presume": .believed,
    "schedule": .planned, "set": .planned, "feare": .believed, "fear": .believed, "rumor": .alleged,
  ]

  /// True for verbs such as *believe* that pass on what is thought of someone.
  static func isBelief(_ lemma: String) -> Bool { believed[lemma] != nil }

  func chunks(_ sentence: SentenceDraft) -> [Chunk] {
    var result: [Chunk] = []
    var index = sentence.words.lowerBound
    let limit = sentence.words.upperBound
    while index < limit {
      if starts[index] >= 0 {
        let draft = Int(starts[index])
        let words = drafts[draft].words
        // "three" of "three suspects": a mention is one chunk.
        result.append(
          Chunk(kind: .noun, words: words, draft: draft, head: scene.lower(drafts[draft].head)))
        index = words.upperBound
        continue
      }
      let word = scene.words[index]
      if word.lower == "no", index + 1 < limit, scene.lower(index + 1) == "longer" {
        result.append(Chunk(kind: .adverb, words: index..<(index + 2), head: "no longer"))
        index += 2
        continue
      }
      switch word.tag {
      case .verb where result.last?.group?.lemma == "have" && isNominal(word):
        let end = nounEnd(index, limit)
        result.append(Chunk(kind: .noun, words: index..<end, head: scene.lower(end - 1)))
        index = end
        continue
      case .verb, .auxiliary, .modal, .to:
        if let chunk = verbGroup(at: index, limit, result.last) {
          result.append(chunk)
          index = chunk.words.upperBound
          continue
        }
        index += 1
        continue
      case .negation, .adverb:
        if let chunk = verbGroup(at: index, limit, result.last) {
          result.append(chunk)
          index = chunk.words.upperBound
          continue
        }
        result.append(Chunk(kind: .adverb, words: index..<(index + 1), head: word.lower))
      case .determiner, .number, .adjective, .noun, .name, .possessivePronoun, .pronoun:
        let end = nounEnd(index, limit)
        if end < limit, starts[end] >= 0,
          scene.words[index..<end].allSatisfy({ $0.tag == .determiner || $0.tag == .adjective }),
          drafts[Int(starts[end])].pronoun == nil
        {
          index = end
          continue
        }
        result.append(Chunk(kind: .noun, words: index..<end, head: scene.lower(end - 1)))
        index = end
        continue
      case .possessive:
        result.append(Chunk(kind: .other, words: index..<(index + 1), head: "'s"))
      case .preposition:
        result.append(Chunk(kind: .preposition, words: index..<(index + 1), head: word.lower))
      case .conjunction:
        result.append(Chunk(kind: .conjunction, words: index..<(index + 1), head: word.lower))
      case .subordinator:
        result.append(Chunk(kind: .subordinator, words: index..<(index + 1), head: word.lower))
      case .relative:
        result.append(Chunk(kind: .relative, words: index..<(index + 1), head: word.lower))
      case .comma: result.append(Chunk(kind: .comma, words: index..<(index + 1), head: ","))
      case .open: result.append(Chunk(kind: .open, words: index..<(index + 1), head: "("))
      case .close: result.append(Chunk(kind: .close, words: index..<(index + 1), head: ")"))
      case .quoteOpen, .quoteClose:
        result.append(Chunk(kind: .quote, words: index..<(index + 1), head: word.lower))
      case .dash: result.append(Chunk(kind: .dash, words: index..<(index + 1), head: "-"))
      case .colon: result.append(Chunk(kind: .colon, words: index..<(index + 1), head: ":"))
      case .stop: result.append(Chunk(kind: .stop, words: index..<(index + 1), head: "."))
      case .other: result.append(Chunk(kind: .other, words: index..<(index + 1), head: word.lower))
      }
      index += 1
    }
    link(&result)
    return result
  }

  /// Joins possessors to what they possess, and drops the 's chunks.
  private func link(_ chunks: inout [Chunk]) {
    var result: [Chunk] = []
    var owner: Int?
    for chunk in chunks {
      if chunk.kind == .other, chunk.head == "'s" {
        owner = result.indices.last
        continue
      }
      var chunk = chunk
      if chunk.kind == .noun, let owner, result.count - 1 == owner { chunk.owner = owner }
      if chunk.kind == .noun, chunk.owner == nil, let last = result.last, last.kind == .noun,
        last.words.upperBound == chunk.words.lowerBound,
        scene.words[last.words.lowerBound].tag == .possessivePronoun, last.words.count == 1
      {
        chunk.owner = result.count - 1
      }
      owner = nil
      result.append(chunk)
    }
    chunks = result
  }

  private func nounEnd(_ start: Int, _ limit: Int) -> Int {
    var index = start
    let isPronoun = scene.words[start].tag == .pronoun
    index += 1
    if isPronoun { return index }
    while index < limit, starts[index] < 0 {
      switch scene.words[index].tag {
      case .adjective, .noun, .name, .number: index += 1
      // "has no ties to"
      case .verb where scene.lower(start) == "no" && isNominal(scene.words[index]): index += 1
      // "has no known ties to"
      case .verb
      where scene.lower(start) == "no" && scene.words[index].forms.contains(.participle)
        && index + 1 < limit && starts[index + 1] < 0
        && (scene.words[index + 1].tag == .noun || isNominal(scene.words[index + 1])):
        index += 1
      default: return index
      }
    }
    return index
  }

  /// The verb group that starts at a word, or nil.
  private func verbGroup(at start: Int, _ limit: Int, _ before: Chunk?) -> Chunk? {
    var index = start
    var group = VerbGroup(lemma: "", form: .finite, word: start)
    var hasTo = false
    var hasModal = false
    var beForm: VerbForms?
    var haveForm = false
    var lastAuxiliary = ""
    while index < limit, starts[index] < 0 {
      let word = scene.words[index]
      switch word.tag {
      case .to:
        guard index == start else { return copula(start, index, group, lastAuxiliary, hasTo) }
        hasTo = true
      case .modal:
        hasModal = true
        if word.lower == "cannot" { group.isDenied = true }
        if ["will", "would", "'ll", "'d", "shall", "wo", "should", "must", "ought"].contains(
          word.lower)
        {
          group.modality = .planned
        }
        if ["may", "might", "could", "can", "ca"].contains(word.lower) {
          group.modality = .believed
        }
      case .auxiliary:
        if ["have", "has", "had", "having", "'ve"].contains(word.lower) {
          haveForm = true
        } else if ["do", "does", "did"].contains(word.lower) {
          break
        } else {
          beForm = word.lower == "being" ? .gerund : word.lower == "been" ? .participle : .past
          if word.lower == "be" { beForm = .base }
        }
        lastAuxiliary = word.lower
      case .negation: group.isDenied = true
      case .adverb:
        if let modality = modality(of: word.lower) { group.modality = modality }
        if word.lower == "never" { group.isDenied = true }
      case .verb where haveForm && beForm == nil && !hasModal && isNominal(word):
        // "has ties to"
        return copula(start, index, group, lastAuxiliary, hasTo)
      case .verb:
        return full(
          start, index, &group, hasTo: hasTo, hasModal: hasModal, be: beForm, have: haveForm,
          limit, before)
      default:
        return copula(start, index, group, lastAuxiliary, hasTo)
      }
      index += 1
    }
    return copula(start, index, group, lastAuxiliary, hasTo)
  }

  /// True for *ties*, *links*: after *have* no verb.
  private func isNominal(_ word: Word) -> Bool {
    word.forms.isDisjoint(with: [.participle, .gerund, .past])
      && !["be", "do", "have"].contains(word.lemma)
  }

  private func modality(of adverb: String) -> Modality? {
    switch adverb {
    case "allegedly", "reportedly", "supposedly", "purportedly": .alleged
    case "apparently", "probably", "possibly", "likely", "perhaps": .believed
    default: nil
    }
  }

  private func copula(
    _ start: Int, _ end: Int, _ group: VerbGroup, _ auxiliary: String, _ hasTo: Bool
  ) -> Chunk? {
    guard !auxiliary.isEmpty else { return nil }
    var group = group
    group.lemma = ["have", "has", "had", "having", "'ve"].contains(auxiliary) ? "have" : "be"
    group.isCopula = group.lemma == "be"
    group.form =
      auxiliary == "being" || auxiliary == "having" ? .gerund : hasTo ? .infinitive : .finite
    group.word = end - 1
    return Chunk(kind: .verb, words: start..<end, head: group.lemma, group: group)
  }

  private func full(
    _ start: Int, _ index: Int, _ group: inout VerbGroup, hasTo: Bool, hasModal: Bool,
    be: VerbForms?, have: Bool, _ limit: Int, _ before: Chunk?
  ) -> Chunk? {
    let word = scene.words[index]
    group.word = index
    group.lemma = word.lower == "has" ? "have" : word.lemma
    let forms = word.forms
    if let be {
      group.isPassive = !forms.isDisjoint(with: [.participle]) && !forms.contains(.gerund)
      group.form = be == .gerund && !have && !hasModal && isNonfinite(start) ? .gerund : .finite
      if be == .gerund, scene.words[start].lower == "being" { group.form = .gerund }
    } else if forms.contains(.gerund) {
      group.form = .gerund
    } else if have || hasModal {
      group.form = scene.words[start].lower == "having" ? .gerund : .finite
    } else if forms.contains(.participle), !forms.contains(.past), !forms.contains(.base) {
      group.form = .participle
      group.isPassive = true
    } else if forms.contains(.participle), forms.contains(.past) {
      group.isAmbiguous = true
    }
    if hasTo { group.form = .infinitive }
    // Particles: shut down, round up.
    var end = index + 1
    if end < limit, starts[end] < 0,
      scene.words[end].tag == .adverb || scene.words[end].tag == .preposition,
      ["up", "down", "out", "off", "over", "into"].contains(scene.lower(end)),
      scene.lexicon.relations.objectLabel(group.lemma + "_" + scene.lower(end)) != nil
    {
      group.lemma += "_" + scene.lower(end)
      end += 1
    }
    // "managed to escape", "is believed to be linked"
    if end + 1 < limit, let (inner, innerEnd) = absorbed(group, end, limit, before) {
      var inner = inner
      inner.isDenied = group.isDenied != inner.isDenied
      inner.form = group.form
      inner.isAmbiguous = group.isAmbiguous && group.form == .finite
      return Chunk(kind: .verb, words: start..<innerEnd, head: inner.lemma, group: inner)
    }
    return Chunk(kind: .verb, words: start..<end, head: group.lemma, group: group)
  }

  private func isNonfinite(_ start: Int) -> Bool { scene.words[start].lower == "being" }

  private func absorbed(
    _ outer: VerbGroup, _ index: Int, _ limit: Int, _ before: Chunk?
  ) -> (VerbGroup, Int)? {
    var index = index
    if scene.words[index].tag == .adverb, index + 1 < limit { index += 1 }
    guard scene.words[index].tag == .to, starts[index] < 0 else { return nil }
    let modality: Modality
    if outer.isPassive || outer.isAmbiguous && Chunker.raising[outer.lemma] == nil {
      guard let known = Chunker.believed[outer.lemma] else { return nil }
      modality = known
    } else {
      guard let known = Chunker.raising[outer.lemma] else { return nil }
      modality = known
    }
    guard let chunk = verbGroup(at: index, limit, before), var inner = chunk.group else {
      return nil
    }
    inner.modality = modality == .fact ? outer.modality : modality
    if Chunker.refusing.contains(outer.lemma) { inner.isDenied.toggle() }
    inner.outerLemma = outer.lemma
    return (inner, chunk.words.upperBound)
  }
}
