/// Gives pronouns the chain of a subject before them, where just one kind of subject fits.
struct PronounResolver {
  /// Subjects of the sentence before, first to last.
  private var previous: [Int] = []
  /// People of the last sentence that names any.
  private var people: [Int] = []
  /// Those of the sentences before it, nearest first; a few.
  private var earlier: [Int] = []
  /// Groups of the sentence before that are no subjects.
  private var previousGroups: [Int] = []
  private var genders: ChainGenders

  /// By first word of a pronoun: heads of the mentions before it that a trained model takes for the
  /// same, nearest first.
  private let advised: [Int: [Int]]

  init(scene: Scene) {
    let advice = scene.advice
    genders = ChainGenders(scene: scene)
    var advised: [Int: [Int]] = [:]
    for chain in advice?.chains ?? [] {
      var heads: [Int] = []
      for range in chain {
        if range.count == 1, !heads.isEmpty { advised[range.lowerBound] = heads.reversed() }
        if let advice { heads.append(advice.head(of: range)) }
      }
    }
    self.advised = advised
  }

  /// The nearest draft that the model takes for the same as a pronoun.
  private func advisedDraft(_ pronoun: Int, _ builder: ChainBuilder, besides rival: Int?) -> Int? {
    for head in advised[builder.drafts[pronoun].words.lowerBound] ?? [] {
      let found = builder.drafts.indices(startingIn: max(0, head - 30)..<(head + 1)).last {
        $0 != pronoun && builder.drafts[$0].words.contains(head) && builder.chainOf[$0] != nil
          && builder.drafts[$0].outer == nil
      }
      if let found, rival == nil || builder.chainOf[found] != rival { return found }
    }
    return nil
  }

  /// The chain of the subject of the verb whose object a pronoun is: whom it cannot mean.
  private func rival(_ index: Int, _ sentence: ParsedSentence, _ builder: ChainBuilder) -> Int? {
    if let owned = owned(by: index, sentence, builder) { return owned }
    guard let tree = sentence.tree,
      ["him", "her", "them", "it"].contains(builder.drafts[index].pronoun ?? "")
    else { return nil }
    let word = builder.drafts[index].words.lowerBound
    let label = tree.label(of: word)
    guard label == "obj" || label == "iobj" || label.hasPrefix("obl"),
      let verb = tree.head(of: word)
    else { return nil }
    var subject = tree.children(of: verb, by: ["nsubj", "nsubj:pass"]).first
    if let one = subject, ["who", "which", "that"].contains(tree.scene.lower(one)),
      tree.label(of: verb) == "acl:relcl"
    {
      subject = tree.head(of: verb)
    }
    guard let subject else { return nil }
    let local = builder.drafts.indices(startingIn: sentence.draft.words)
    let found = local.last {
      $0 != index && builder.drafts[$0].words.contains(subject) && builder.chainOf[$0] != nil
        && builder.drafts[$0].outer == nil
    }
    return found.flatMap { builder.chainOf[$0] }
  }

  /// The chain of the noun that a possessive belongs to: *her brother X* is not herself.
  private func owned(
    by index: Int, _ sentence: ParsedSentence, _ builder: ChainBuilder
  ) -> Int? {
    let word = builder.drafts[index].words.lowerBound
    guard let tree = sentence.tree, tree.label(of: word) == "nmod:poss",
      let noun = tree.head(of: word)
    else { return nil }
    var same = [noun] + tree.children(of: noun, by: ["appos"])
    if ["appos", "nmod:desc"].contains(tree.label(of: noun)), let head = tree.head(of: noun) {
      same.append(head)
    }
    let near = max(sentence.draft.words.lowerBound, word - 20)..<(word + 20)
    return builder.drafts.indices(startingIn: near).first {
      $0 != index && builder.chainOf[$0] != nil && builder.drafts[$0].kind == .name
        && builder.drafts[$0].outer == nil
        && builder.drafts[$0].words.contains(where: same.contains)
    }.flatMap { builder.chainOf[$0] }
  }

  /// The chain of the nearest subject that a possessive stands under: *X was succeeded by his son*.
  private func governingSubject(
    of index: Int, _ sentence: ParsedSentence, _ builder: ChainBuilder
  ) -> Int? {
    guard let tree = sentence.tree else { return nil }
    var word = builder.drafts[index].words.lowerBound
    let pronoun = word
    for _ in 0..<8 {
      guard let head = tree.head(of: word) else { return nil }
      for subject in tree.children(of: head, by: ["nsubj", "nsubj:pass"])
      where subject != word && subject < pronoun {
        let near = max(sentence.draft.words.lowerBound, subject - 10)..<(subject + 1)
        let found = builder.drafts.indices(startingIn: near).last {
          builder.drafts[$0].words.contains(subject) && builder.chainOf[$0] != nil
        }
        if let found { return builder.chainOf[found] }
      }
      word = head
    }
    return nil
  }

  private func isPossessive(
    _ index: Int, _ sentence: ParsedSentence, _ builder: ChainBuilder
  ) -> Bool {
    sentence.tree?.label(of: builder.drafts[index].words.lowerBound) == "nmod:poss"
  }

  /// Resolves the pronouns of one sentence, left to right.
  mutating func resolve(_ sentence: ParsedSentence, _ builder: inout ChainBuilder) {
    var subjects: [(word: Int, draft: Int)] = []
    for clause in sentence.clauses
    where clause.group.form == .finite || clause.group.form == .participle {
      for chunk in clause.subjects {
        if let draft = sentence.chunks[chunk].draft {
          subjects.append((sentence.chunks[chunk].words.lowerBound, draft))
        }
      }
    }
    subjects.sort { $0 < $1 }
    let local = builder.drafts.indices(startingIn: sentence.draft.words)
    let opening = sentence.draft.words.lowerBound + 3
    for index in local {
      let draft = builder.drafts[index]
      guard let pronoun = draft.pronoun else { continue }
      let word = draft.words.lowerBound
      if pronoun == "it", isEmpty(index, builder.drafts, sentence),
        advised[word] == nil || sentence.chunks.isEmpty
      {
        continue
      }
      let rival = rival(index, sentence, builder)
      if let draft = advisedDraft(index, builder, besides: rival),
        let chain = builder.chainOf[draft],
        PronounResolver.agrees(pronoun, builder.chains[chain], builder.drafts[draft])
          || pronoun == "it" && builder.chains[chain].type == .place,
        genders.agree(pronoun, chain, builder)
      {
        builder.join(index, to: chain)
        genders.note(pronoun, of: chain)
        continue
      }
      // The model's only answer is whom the possessive cannot mean: better none than another.
      if let rival, isPossessive(index, sentence, builder), advised[word]?.isEmpty == false,
        builder.chains[rival].type == .person
      {
        if let subject = governingSubject(of: index, sentence, builder),
          subject != rival, PronounResolver.agrees(pronoun, builder.chains[subject], draft)
        {
          builder.join(index, to: subject)
        }
        continue
      }
      var candidates: [Int] = []
      let isPlural = ["they", "them", "their", "themselves"].contains(pronoun)
      if isPlural, word >= opening {
        candidates += local.prefix(while: { $0 < index }).reversed()
          .filter { builder.drafts[$0].type == .group && builder.drafts[$0].pronoun == nil }
      }
      var here = subjects.filter { $0.word < word && $0.draft != index }.map(\.draft)
      if pronoun == "them" || pronoun == "him" || isObject(index, pronoun, sentence) {
        here = here.dropLast()
      }
      candidates += here.reversed()
      if isPlural, pronoun == "them" { candidates += previousGroups.reversed() }
      candidates += previous.reversed()
      if isPlural { candidates += previousGroups.reversed() }
      if ["he", "him", "his", "she", "her"].contains(pronoun) {
        candidates += people.reversed() + earlier
      }
      for candidate in candidates {
        if isPlural,
          !isMany(builder.drafts[candidate], builder.chainOf[candidate].map { builder.chains[$0] }),
          !local.contains(candidate)
        {
          continue
        }
        guard let chain = builder.chainOf[candidate],
          PronounResolver.agrees(pronoun, builder.chains[chain], builder.drafts[candidate]),
          genders.agree(pronoun, chain, builder)
        else { continue }
        builder.join(index, to: chain)
        genders.note(pronoun, of: chain)
        break
      }
    }
    guard !sentence.draft.isTitleCase,
      sentence.clauses.contains(where: { $0.group.form == .finite })
    else { return }
    previous = subjects.map(\.draft)
    let persons = local.filter {
      builder.drafts[$0].type == .person && builder.chainOf[$0] != nil
        && builder.drafts[$0].kind != .pronoun
    }
    if !persons.isEmpty {
      earlier = Array((people.reversed() + earlier).prefix(6))
      people = persons
    }
    let taken = Set(previous)
    previousGroups = local.filter {
      builder.drafts[$0].type == .group && !taken.contains($0) && builder.chainOf[$0] != nil
    }
  }

  /// True for groups, and bodies spoken of as many.
  private func isMany(_ draft: Draft, _ chain: ChainDraft?) -> Bool {
    guard draft.type == .agency || draft.type == .organization else { return true }
    return draft.isPlural
      || ["police", "authorities", "crime group", "armed group", "army"].contains(
        chain?.attributes.office ?? "")
  }

  private static let takers: Set<String> = [
    "take", "seize", "confiscate", "keep", "steal", "withhold", "retain",
  ]

  /// True when the pronoun cannot mean the subject of its clause: *their captors took them*,
  /// *the gang took their passports*.
  private func isObject(_ index: Int, _ pronoun: String, _ sentence: ParsedSentence) -> Bool {
    guard let chunk = sentence.chunks.firstIndex(where: { $0.draft == index }) else { return false }
    for clause in sentence.clauses where clause.verb < chunk {
      if clause.objects.contains(chunk), ["them", "him", "her", "it"].contains(pronoun) {
        return true
      }
      if PronounResolver.takers.contains(clause.group.lemma), !clause.group.isPassive,
        clause.objects.contains(where: { sentence.chunks[$0].owner == chunk })
      {
        return true
      }
    }
    return false
  }

  /// *It was reported that*, *it is likely*: nobody.
  private func isEmpty(_ index: Int, _ drafts: [Draft], _ sentence: ParsedSentence) -> Bool {
    guard
      let chunk = sentence.chunks.firstIndex(where: { $0.draft == index }),
      chunk + 1 < sentence.chunks.count, let group = sentence.chunks[chunk + 1].group
    else { return false }
    if group.isPassive || group.isCopula { return true }
    return ["happen", "seem", "appear", "emerge", "take", "rain", "remain"].contains(group.lemma)
  }

  private static func agrees(_ pronoun: String, _ chain: ChainDraft, _ draft: Draft) -> Bool {
    switch pronoun {
    case "he", "him", "his", "himself", "she", "her", "herself": chain.type == .person
    case "they", "them", "their", "themselves":
      chain.type == .group || chain.type == .agency || chain.type == .organization
    case "it": chain.type == .organization || chain.type == .agency
    case "its": chain.type == .organization || chain.type == .agency || chain.type == .place
    default: false
    }
  }
}
