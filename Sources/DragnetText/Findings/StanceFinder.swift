/// Finds what a sentence denies, only claims, plans or asks, and marks the findings it governs.
///
/// Every cue governs the words after it up to a word that opens something new; a finding is judged
/// by the word that states it, so what a name merely carries along (*X, head of Y*) is untouched.
struct StanceFinder {
  let scene: Scene
  let drafts: [Draft]
  let finder: RelationFinder
  let speakers: AttributionFinder

  private struct Scope {
    var words: Range<Int>
    var isDenied = false
    /// Denied by a word of its own clause, which cannot cancel another denial.
    var isLocal = false
    var isDropped = false
    var modality: Modality = .fact
    var speaker: String?
  }

  /// Marks findings of one sentence; removes those of questions and conditions.
  func mark(_ found: [FoundRelation], _ sentence: ParsedSentence) -> [FoundRelation] {
    guard found.contains(where: { $0.statedAt != nil }) else { return found }
    let range = sentence.draft.words
    if range.suffix(2).contains(where: { scene.lower($0) == "?" }) {
      return found.filter { $0.statedAt == nil }
    }
    let scopes = scopes(sentence)
    // "asked to work for a firm founded by X": a participle tells what already holds.
    let participles = Set(
      sentence.clauses.lazy.filter { $0.group.form == .participle }.map(\.group.word))
    return found.compactMap { relation in
      guard let word = relation.statedAt else { return relation }
      let isKnown = participles.contains(word)
      let governing = scopes.filter {
        $0.words.contains(word) && !(isKnown && $0.modality == .planned && !$0.isDenied)
      }
      guard !governing.contains(where: \.isDropped) else { return nil }
      var relation = relation
      let outer = governing.contains { $0.isDenied && !$0.isLocal }
      if outer, relation.polarity == .denied {
        relation.polarity = .asserted
        relation.modality = .alleged
      } else if outer || governing.contains(where: { $0.isLocal && $0.isDenied }) {
        relation.polarity = .denied
      }
      for scope in governing {
        if rank(scope.modality) > rank(relation.modality) { relation.modality = scope.modality }
        relation.speaker = scope.speaker ?? relation.speaker
      }
      return relation
    }
  }

  private func rank(_ modality: Modality) -> Int {
    switch modality {
    case .fact: 0
    case .planned: 1
    case .believed: 2
    case .alleged: 3
    }
  }

  private func scopes(_ sentence: ParsedSentence) -> [Scope] {
    var result: [Scope] = []
    var before: Clause?
    for clause in sentence.clauses {
      verb(clause, sentence, &result)
      negation(clause, before, sentence, &result)
      before = clause
    }
    for index in sentence.chunks.indices where sentence.chunks[index].kind == .noun {
      noun(index, sentence, &result)
    }
    for index in sentence.draft.words { word(index, sentence, &result) }
    return result
  }

  // MARK: Verbs

  private func verb(_ clause: Clause, _ sentence: ParsedSentence, _ result: inout [Scope]) {
    let chunks = sentence.chunks
    let group = clause.group
    let lemma = group.lemma
    let words = governed(clause, sentence)
    let next = following(clause.verb, chunks)
    let isClause =
      next.map { chunks[$0].head == "that" || isNonfinite($0, .gerund, chunks) } ?? false
      || (words.lowerBound..<min(words.lowerBound + 2, words.upperBound)).contains {
        scene.lower($0) == "that"
      }
    let isPassive = group.isPassive
    let speaker = speaker(clause, chunks)
    if isPassive, denies(lemma), let claim = claim(before: clause.verb, chunks) {
      let low = chunks[claim].words.upperBound
      let high = chunks[clause.verb].words.lowerBound
      guard low < high else { return }
      result.append(
        Scope(
          words: low..<high, isDenied: !group.isDenied,
          modality: group.isDenied ? .alleged : .fact, speaker: speaker))
      return
    }
    let isClaim =
      clause.objects.contains { StanceFinder.claim(chunks[$0].head) != nil }
      || next.map { StanceFinder.claim(chunks[$0].head) != nil } ?? false
    if StanceCues.denying.contains(lemma)
      || StanceCues.rejecting.contains(lemma) && (isClause || isClaim)
    {
      result.append(
        Scope(
          words: words, isDenied: !group.isDenied, modality: group.isDenied ? .alleged : .fact,
          speaker: speaker))
    } else if let modality = StanceCues.claiming[lemma], !isPassive || isClause {
      let isNot = group.isDenied && modality == .believed
      result.append(Scope(words: words, isDenied: isNot, modality: modality, speaker: speaker))
    } else if scene.lexicon.classes(lemma).contains(.report),
      group.isDenied || isPassive && isClause && clause.agents.isEmpty
    {
      result.append(Scope(words: words, modality: .alleged))
    }
    if let next, isNonfinite(next, .gerund, chunks) {
      if StanceCues.considering.contains(lemma) {
        result.append(Scope(words: words, isDenied: group.isDenied, modality: .planned))
      } else if StanceCues.avoiding.contains(lemma) {
        result.append(Scope(words: words, isDenied: !group.isDenied))
      }
    }
    if StanceCues.preventing.contains(lemma), let from = from(clause, chunks) {
      result.append(
        Scope(words: after(chunks[from].words.upperBound, sentence), isDenied: !group.isDenied))
    }
    if StanceCues.clearing.contains(lemma) {
      result.append(Scope(words: words, isDenied: !group.isDenied, modality: .alleged))
    }
    if StanceCues.commanding.contains(lemma),
      let infinitive = sentence.clauses.near(clause.verb).first(where: { $0.verb > clause.verb }),
      infinitive.group.form == .infinitive
    {
      let isForbidden = lemma == "forbid"
      result.append(
        Scope(
          words: after(chunks[infinitive.verb].words.lowerBound, sentence),
          isDenied: group.isDenied || isForbidden, modality: .planned))
    }
    voided(clause, sentence, &result)
    if group.isCopula { predicate(clause, sentence, &result) }
  }

  /// What follows a verb; a relative clause ends at its comma.
  private func governed(_ clause: Clause, _ sentence: ParsedSentence) -> Range<Int> {
    let words = after(sentence.chunks[clause.verb].words.upperBound, sentence)
    guard clause.verb > 0, sentence.chunks[clause.verb - 1].kind == .relative else { return words }
    let comma = words.first { scene.lower($0) == "," } ?? words.upperBound
    return words.lowerBound..<comma
  }

  /// The noun for a claim nearest before a verb.
  private func claim(before verb: Int, _ chunks: [Chunk]) -> Int? {
    (max(0, verb - 30)..<verb).last {
      chunks[$0].kind == .noun && StanceFinder.claim(chunks[$0].head) != nil
    }
  }

  /// *cancelled its deal to buy Y*, *the purchase of Y was blocked*.
  private func voided(_ clause: Clause, _ sentence: ParsedSentence, _ result: inout [Scope]) {
    guard StanceCues.cancelling.contains(clause.group.lemma), !clause.group.isDenied else { return }
    let chunks = sentence.chunks
    let isFall = clause.group.isPassive || StanceCues.collapsing.contains(clause.group.lemma)
    for noun in isFall ? clause.subjects : clause.objects
    where isPlan(chunks[noun].head) && StanceFinder.claim(chunks[noun].head) == nil {
      let words = chunks[noun].words
      let end =
        isFall ? chunks[clause.verb].words.lowerBound : governed(clause, sentence).upperBound
      guard words.lowerBound < end else { continue }
      result.append(
        Scope(words: words.lowerBound..<end, isDenied: true, isLocal: true, modality: .planned))
    }
  }

  /// True for *bid*, *takeover*: what can come to nothing.
  private func isPlan(_ head: String) -> Bool {
    RelationTable.singulars(head).contains {
      StanceCues.plans.contains($0) || !scene.lexicon.relations.rules($0, .event).isEmpty
        || !scene.lexicon.relations.rules($0, .mutual).isEmpty
    }
  }

  private func denies(_ lemma: String) -> Bool {
    StanceCues.denying.contains(lemma) || StanceCues.rejecting.contains(lemma)
  }

  /// *was unable to*, *is ready to*, *found not guilty of*.
  private func predicate(_ clause: Clause, _ sentence: ParsedSentence, _ result: inout [Scope]) {
    let first = sentence.chunks[clause.verb].words.upperBound
    let limit = min(first + 4, sentence.draft.words.upperBound)
    truth(clause, first, limit, sentence, &result)
    guard first < limit, let place = (first..<limit).first(where: { scene.lower($0) == "to" })
    else { return }
    let between = (first..<place).map { scene.lower($0) }
    if between.contains(where: StanceCues.unable.contains) {
      result.append(Scope(words: after(place, sentence), isDenied: !clause.group.isDenied))
    } else if between.contains(where: StanceCues.willing.contains) {
      result.append(
        Scope(words: after(place, sentence), isDenied: clause.group.isDenied, modality: .planned))
    }
  }

  /// *It is not true that*, *claims that … are baseless*.
  private func truth(
    _ clause: Clause, _ first: Int, _ limit: Int, _ sentence: ParsedSentence,
    _ result: inout [Scope]
  ) {
    guard first < limit, let word = (first..<limit).first(where: { isVerdict($0) }) else { return }
    let isTrue = StanceCues.affirming.contains(scene.lower(word))
    guard isTrue == clause.group.isDenied else { return }
    if word + 1 < sentence.draft.words.upperBound, scene.lower(word + 1) == "that" {
      result.append(Scope(words: after(word + 1, sentence), isDenied: true))
    } else if let claim = claim(before: clause.verb, sentence.chunks) {
      let low = sentence.chunks[claim].words.upperBound
      let high = sentence.chunks[clause.verb].words.lowerBound
      if low < high { result.append(Scope(words: low..<high, isDenied: true)) }
    }
  }

  private func isVerdict(_ word: Int) -> Bool {
    StanceCues.affirming.contains(scene.lower(word))
      || StanceCues.falsifying.contains(scene.lower(word))
  }

  private func speaker(_ clause: Clause, _ chunks: [Chunk]) -> String? {
    let nouns = clause.group.isPassive ? clause.agents : clause.subjects
    return nouns.lazy.compactMap { finder.mention($0, chunks) }.first.map { speakers.name($0) }
  }

  private func following(_ verb: Int, _ chunks: [Chunk]) -> Int? {
    var next = verb + 1
    while next < chunks.count,
      [.adverb, .quote].contains(chunks[next].kind) || chunks[next].head == "out"
    {
      next += 1
    }
    return next < chunks.count ? next : nil
  }

  private func isNonfinite(_ chunk: Int, _ form: VerbGroup.Form, _ chunks: [Chunk]) -> Bool {
    chunks[chunk].kind == .verb && chunks[chunk].group?.form == form
  }

  private func from(_ clause: Clause, _ chunks: [Chunk]) -> Int? {
    let end = min(chunks.count, clause.verb + 8)
    guard clause.verb + 1 < end else { return nil }
    return (clause.verb + 1..<end).first { index in
      chunks[index].head == "from" && index + 1 < end && chunks[index + 1].kind == .verb
    }
  }

  /// *Nobody paid*, *neither X nor Y paid*, *no longer owns*, *paid nothing to*, *or paid*.
  private func negation(
    _ clause: Clause, _ before: Clause?, _ sentence: ParsedSentence, _ result: inout [Scope]
  ) {
    let chunks = sentence.chunks
    let verb = clause.group.word
    let start = chunks[clause.verb].words.lowerBound
    let low = sentence.draft.words.lowerBound
    var isDenied = false
    for noun in clause.subjects + clause.objects {
      let first = chunks[noun].words.lowerBound
      if StanceCues.negative.contains(scene.lower(first))
        || first > low && StanceCues.negative.contains(scene.lower(first - 1))
      {
        isDenied = true
      }
    }
    if start > low {
      let last = scene.lower(start - 1)
      isDenied =
        isDenied || ["hardly", "scarcely", "barely", "nor", "never", "not"].contains(last)
        || last == "longer" && start > low + 1 && scene.lower(start - 2) == "no"
    }
    if isDenied, !clause.group.isDenied {
      result.append(Scope(words: verb..<(verb + 1), isDenied: true, isLocal: true))
      for noun in clause.objects {
        result.append(Scope(words: chunks[noun].words, isDenied: true, isLocal: true))
      }
    }
    // "did not meet X or pay Y", "will buy X and sell Y": one auxiliary for both verbs.
    if let before, clause.verb > 0, chunks[clause.verb - 1].kind == .conjunction,
      chunks[before.verb].words.count > 1, chunks[clause.verb].words.count == 1
    {
      let isOr = ["or", "nor"].contains(chunks[clause.verb - 1].head)
      let isBase = scene.words[verb].forms.contains(.base)
      if before.group.isDenied, isOr || isBase {
        result.append(Scope(words: verb..<(verb + 1), isDenied: true, isLocal: true))
      }
      if isBase || before.group.outerLemma != nil {
        result.append(Scope(words: verb..<(verb + 1), modality: before.group.modality))
      }
    }
  }

  // MARK: Nouns and words

  static func claim(_ head: String) -> Modality? {
    if let modality = StanceCues.claims[head] { return modality }
    return RelationTable.singulars(head).lazy.compactMap { StanceCues.claims[$0] }.first
  }

  private func noun(_ index: Int, _ sentence: ParsedSentence, _ result: inout [Scope]) {
    let chunks = sentence.chunks
    let words = chunks[index].words
    guard let next = following(index, chunks) else { return }
    let head = chunks[index].head
    let low = sentence.draft.words.lowerBound
    let isVoid =
      words.contains { StanceCues.voiding.contains(scene.lower($0)) }
      || words.lowerBound > low && StanceCues.voiding.contains(scene.lower(words.lowerBound - 1))
    let link = chunks[next].head
    let isInfinitive = isNonfinite(next, .infinitive, chunks)
    let range = after(words.upperBound, sentence)
    let singulars = RelationTable.singulars(head)
    if let modality = StanceFinder.claim(head),
      ["that", "of", "about", "against"].contains(link) || isInfinitive
        || (isVoid || modality != .fact) && chunks[next].kind == .noun
    {
      result.append(Scope(words: range, isDenied: isVoid, modality: modality))
    } else if singulars.contains(where: StanceCues.failures.contains), isInfinitive {
      result.append(Scope(words: range, isDenied: true))
    } else if singulars.contains(where: StanceCues.plans.contains),
      isInfinitive || ["for", "at", "of"].contains(link)
    {
      let end = max(words.upperBound, range.upperBound)
      result.append(
        Scope(
          words: words.lowerBound..<end, isDenied: isVoid, isLocal: true, modality: .planned))
    } else if ["guilty", "innocent"].contains(where: { word in
      words.contains { scene.lower($0) == word }
    }), ["of", "to"].contains(link) || isInfinitive {
      let isInnocent =
        words.contains { scene.lower($0) == "innocent" || scene.lower($0) == "not" }
        || words.lowerBound > low && scene.lower(words.lowerBound - 1) == "not"
      if isInnocent { result.append(Scope(words: range, isDenied: true)) }
    }
  }

  private func word(_ index: Int, _ sentence: ParsedSentence, _ result: inout [Scope]) {
    let lower = scene.lower(index)
    let range = sentence.draft.words
    if StanceCues.conditional.contains(lower) {
      // Inside a sentence a condition runs on; before a main clause it ends at the comma.
      let isOpening =
        index == range.lowerBound || [",", "and", "but", "that"].contains(scene.lower(index - 1))
      let comma =
        isOpening
        ? (index..<range.upperBound).first { scene.lower($0) == "," && $0 > index + 3 } : nil
      let end = comma ?? after(index + 1, sentence).upperBound
      result.append(Scope(words: index..<end, isDropped: true))
    } else if lower == "without" || lower == "than" && scene.lower(max(index - 1, 0)) == "rather"
      || lower == "of" && scene.lower(max(index - 1, 0)) == "instead"
    {
      let end = (index..<range.upperBound).first { scene.lower($0) == "," } ?? range.upperBound
      result.append(
        Scope(words: index..<min(end, after(index + 1, sentence).upperBound), isDenied: true))
    } else if lower == "according" || lower == "amid", let modality = rumor(after: index, range) {
      result.append(Scope(words: range, modality: modality))
    } else if let modality = StanceCues.hearsay[lower] {
      var low = index
      while low > range.lowerBound, scene.lower(low - 1) != "," { low -= 1 }
      var high = index + 1
      if high < range.upperBound, scene.lower(high) == "," { high += 1 }
      while high < range.upperBound, ![",", ";", "but"].contains(scene.lower(high)) { high += 1 }
      let isBare = high - low <= 2
      result.append(
        Scope(words: (isBare ? range.lowerBound : low)..<high, modality: modality))
    }
  }

  /// What *according to rumours* makes of the sentence: nobody stands up for it.
  private func rumor(after word: Int, _ range: Range<Int>) -> Modality? {
    (word + 1..<min(word + 5, range.upperBound)).lazy
      .filter { scene.words[$0].tag == .noun && !scene.words[$0].isCapitalized }
      .compactMap { StanceFinder.claim(scene.lower($0)) }.first { $0 != .fact }
  }

  /// From a word to the next that opens something new.
  private func after(_ word: Int, _ sentence: ParsedSentence) -> Range<Int> {
    let limit = sentence.draft.words.upperBound
    guard word < limit else { return limit..<limit }
    var end = word
    while end < limit {
      if end > word, StanceCues.boundaries.contains(scene.lower(end)) { break }
      if end > word, scene.lower(end) == ",", end + 1 < limit,
        scene.lower(end + 1) == "and" || [.auxiliary, .modal].contains(scene.words[end + 1].tag)
      {
        break
      }
      end += 1
    }
    return word..<end
  }
}
