/// Finds in what state a text leaves someone: held or free, denying or confessing, convicted or
/// acquitted, dead or alive, in office or out of it.
///
/// A state is a value of a dimension (`unit` of `event`), with the words that say so. Texts on one case
/// can contradict each other in it, or tell of different days.
struct StateFinder {
  let scene: Scene
  let drafts: [Draft]
  let chainOf: [Int?]

  /// The states of a sentence in the order of the text.
  func states(_ sentence: ParsedSentence) -> [FoundQuantity] {
    var found: [FoundQuantity] = []
    for (index, clause) in sentence.clauses.enumerated()
    where clause.group.modality == .fact && clause.group.form != .infinitive
      && !(index == 0 && isDebated(sentence))
    {
      let subjects = subjects(clause, sentence)
      guard !subjects.isEmpty else { continue }
      let end =
        sentence.clauses[(index + 1)...].first { !isInside($0, clause) }
        .map { sentence.chunks[$0.verb].words.lowerBound } ?? sentence.draft.words.upperBound
      let start = sentence.chunks[clause.verb].words.lowerBound
      guard start < end else { continue }
      let limit = cut(start..<min(end, start + 14))
      let words = limit.prefix(12)
      guard let cue = cue(in: limit, isDenied: clause.group.isDenied) else { continue }
      var quantity = Quantity(
        property: .state,
        range: TextRange(
          scene.words[words.lowerBound].start, scene.words[words.upperBound - 1].end),
        sentence: sentence.number)
      quantity.event = cue.dimension
      quantity.unit = cue.value
      quantity.words = scene.text(words)
      for subject in subjects
      where !found.contains(where: {
        $0.subject == subject && $0.quantity.event == cue.dimension
      }) {
        found.append(FoundQuantity(quantity: quantity, words: words, subject: subject))
      }
    }
    found += bodies(sentence)
    return found.sorted { $0.words.lowerBound < $1.words.lowerBound }
  }

  /// *A walker found her body*, *the body of Ana Sousa was recovered*: death told by what is found.
  private func bodies(_ sentence: ParsedSentence) -> [FoundQuantity] {
    guard
      sentence.clauses.contains(where: {
        $0.group.modality == .fact && !$0.group.isDenied
          && StateFinder.findingBodies.contains($0.group.lemma)
      })
    else { return [] }
    return sentence.draft.words.compactMap { index -> FoundQuantity? in
      guard ["body", "corpse"].contains(scene.lower(index)),
        let whose = bearer(ofBody: index, sentence)
      else { return nil }
      let words =
        min(index, drafts[whose].words.lowerBound)..<max(index + 1, drafts[whose].words.upperBound)
      var quantity = Quantity(
        property: .state,
        range: TextRange(
          scene.words[words.lowerBound].start, scene.words[words.upperBound - 1].end),
        sentence: sentence.number)
      quantity.event = "life"
      quantity.unit = "dead"
      quantity.words = scene.text(words)
      return FoundQuantity(quantity: quantity, words: words, subject: whose)
    }
  }

  private func bearer(ofBody index: Int, _ sentence: ParsedSentence) -> Int? {
    let near = drafts.indices(startingIn: sentence.draft.words).filter {
      drafts[$0].type == .person && chainOf[$0] != nil
    }
    return near.first { draft in
      let words = drafts[draft].words
      let isBefore =
        words.upperBound == index
        || words.upperBound == index - 1 && ["'s", "’s", "'", "’"].contains(scene.lower(index - 1))
      return isBefore || words.lowerBound == index + 2 && scene.lower(index + 1) == "of"
    }
  }

  private static let findingBodies: Set<String> = [
    "find", "recover", "discover", "retrieve", "identify", "wash", "exhume",
  ]

  /// *That she was killed is a rumour*: the sentence judges what its first clause says.
  private func isDebated(_ sentence: ParsedSentence) -> Bool {
    let words = sentence.draft.words.prefix(2).map(scene.lower)
    return words.count == 2 && words[0] == "that" && ["he", "she", "they"].contains(words[1])
  }

  /// *pleaded not guilty*: an infinitive or participle belongs to the verb before it.
  private func isInside(_ other: Clause, _ clause: Clause) -> Bool {
    other.group.form != .finite && other.group.word - clause.group.word <= 2
  }

  /// Up to what ends a clause.
  private func cut(_ words: Range<Int>) -> Range<Int> {
    let end = words.dropFirst().first { index in
      [";", ",", "but", "and", "while", "who", "which", "–", "—", ":", "after", "before", "that"]
        .contains(scene.lower(index))
    }
    return words.lowerBound..<(end ?? words.upperBound)
  }

  /// The one person the clause is about, or those its tree joins by *and*.
  private func subjects(_ clause: Clause, _ sentence: ParsedSentence) -> [Int] {
    if let one = subject(clause, sentence) { return [one] }
    guard let act = sentence.acts?.act(at: clause.group.word) else { return [] }
    let isDone = StateFinder.doneToObject.contains(clause.group.lemma)
    let named = (act.isPassive || isDone ? act.patients : act.actors).filter { !$0.isIndirect }
    let people = named.map(\.draft).filter { drafts[$0].type == .person && chainOf[$0] != nil }
    return people.count == named.count && people.count <= 8 ? people : []
  }

  private func subject(_ clause: Clause, _ sentence: ParsedSentence) -> Int? {
    let isActive =
      !clause.group.isPassive && StateFinder.doneToObject.contains(clause.group.lemma)
    let nouns = isActive ? clause.objects : clause.subjects
    let found = nouns.compactMap { sentence.chunks[$0].draft }
      .filter { draft in
        chainOf[draft] != nil
          && (drafts[draft].type == .person
            || drafts[draft].type == .group && isAll(drafts[draft].words, sentence))
      }
    return found.count == 1 ? found.first : nil
  }

  /// *All five accused*, *both suspects*, *the defendants*: what holds of each of them.
  private func isAll(_ words: Range<Int>, _ sentence: ParsedSentence) -> Bool {
    let before = words.lowerBound > sentence.draft.words.lowerBound ? words.lowerBound - 1 : nil
    return (words.prefix(2) + [before ?? words.lowerBound]).contains {
      ["all", "both"].contains(scene.lower($0))
    }
  }

  /// Verbs whose object comes into the state.
  private static let doneToObject: Set<String> = [
    "arrest", "detain", "apprehend", "release", "free", "remand", "jail", "imprison", "convict",
    "acquit", "sentence", "dismiss", "sack", "fire", "suspend", "expel", "oust", "appoint",
    "reinstate", "kill", "murder", "capture", "put", "take", "place", "clear", "hold", "catch",
    "seize", "nab", "grab",
  ]

  private func cue(in words: Range<Int>, isDenied: Bool) -> StateCue? {
    let lower = words.map { scene.lower($0) }
    var best: StateCue?
    for start in lower.indices {
      for cue in StateCue.byFirst[lower[start]] ?? [] {
        guard match(cue.words, lower, start), cue.holdsWhenDenied || !isDenied,
          cue.words != ["held"] || lower.allSatisfy({ !StateCue.notHeld.contains($0) }),
          !(start > 0 && lower[start] == "in"
            && ["years", "year", "months"].contains(lower[start - 1]))
        else { continue }
        if best.map({ cue.words.count > $0.words.count }) ?? true { best = cue }
      }
    }
    return best
  }

  /// Words in order, at most two others between them.
  private func match(_ cue: [String], _ lower: [String], _ start: Int) -> Bool {
    var next = start + 1
    for word in cue.dropFirst() {
      guard let place = lower[next..<min(next + 3, lower.count)].firstIndex(of: word),
        !lower[next..<place].contains(where: { ["not", "never", "n't", "no"].contains($0) })
      else { return false }
      next = place + 1
    }
    return true
  }
}

/// Words that put someone into a state.
private struct StateCue {
  let dimension: String
  let value: String
  let words: [String]
  /// True when the words say *not* themselves.
  let holdsWhenDenied: Bool

  static let byFirst: [String: [StateCue]] = {
    var table: [String: [StateCue]] = [:]
    for line in lines {
      let parts = line.split(separator: ":").map(String.init)
      for phrase in parts[2].split(separator: "|") {
        let words = phrase.split(separator: " ").map(String.init)
        let holds = words.contains { ["not", "no", "nothing", "never", "n't"].contains($0) }
        table[words[0], default: []].append(
          StateCue(dimension: parts[0], value: parts[1], words: words, holdsWhenDenied: holds))
      }
    }
    return table
  }()

  /// What makes *held* say something else.
  static let notHeld: Set<String> = [
    "hostage", "captive", "responsible", "accountable", "liable", "talks", "meeting", "office",
    "shares", "post", "position", "ransom", "contempt", "high", "back",
  ]

  private static let lines = [
    "custody:held:arrested|detained|apprehended|remanded|in custody|into custody|behind bars|jailed"
      + "|imprisoned|in prison|in jail|held in|being held|in detention|captured|nabbed|in a cell"
      + "|held|caught|seized|in the clink|in handcuffs|taken in for questioning",
    "custody:free:on bail|released|freed|set free|walked free|no longer behind bars|bailed"
      + "|left prison|left jail|at liberty",
    "custody:house arrest:house arrest|confined to her house|confined to his house|sent home",
    "custody:at large:at large|on the run|gone to ground|into hiding|in hiding|not been caught"
      + "|not been arrested|not been found|sought by|a fugitive|escaped|whereabouts unknown|vanished"
      + "|disappeared|on the loose|fled|skipped bail|absconded|slipped away"
      + "|is wanted|are wanted|wanted by|wanted for",
    "plea:denied:not guilty|denied|denies|denying|maintains innocence|protests innocence"
      + "|innocent|confessed to nothing|admitted nothing|never confessed|rejects the accusations"
      + "|rejected the accusations|rejects the charges|rejected the charges|not confessed",
    "plea:confessed:confessed|admitted|pleaded guilty|confesses|pled guilty|made a confession",
    "trial:convicted:convicted|found guilty|sentenced to|was sentenced",
    "trial:acquitted:acquitted|cleared of|been cleared|was cleared|were cleared"
      + "|found not guilty|exonerated|charges dropped",
    "life:dead:died|was killed|is dead|was murdered|shot dead|found dead|were killed|was shot dead",
    "life:alive:survived|is alive|still alive|recovering in|is recovering",
    "post:dismissed:dismissed|sacked|fired|ousted|was removed|kicked out|was suspended",
    "post:resigned:resigned|stepped down|quit|has retired|stood down|handed in resignation",
    "post:in office:reinstated|remains in office|still in office|was reappointed|stays in office",
  ]
}
