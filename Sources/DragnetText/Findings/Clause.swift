/// A verb with those who take part, as chunk indices of its sentence.
struct Clause {
  var verb: Int
  var group: VerbGroup
  /// Who acts; for a passive, whom it happens to.
  var subjects: [Int] = []
  /// Whom it happens to; empty for a passive.
  var objects: [Int] = []
  /// Phrases after the verb: preposition and noun chunk.
  var obliques: [(preposition: String, noun: Int)] = []
  /// By whom, for a passive.
  var agents: [Int] = []
  /// Phrases inside its objects and phrases, where a tree tells: *lost a case against X*.
  var nested: [(head: String, preposition: String, noun: Int)] = []
}

/// Finds the clauses of a chunked sentence by looking left for subjects and right for the rest.
struct ClauseFinder {
  let scene: Scene
  let chunks: [Chunk]
  let drafts: [Draft]

  /// Verbs whose object acts in the infinitive that follows.
  private static let objectControl: Set<String> = [
    "force", "coerce", "convince", "order", "ask", "tell", "urge", "lure", "allow", "enable",
    "persuade", "help", "advise", "trick", "recruit", "pay", "hire", "instruct", "encourage",
    "compel", "train", "send", "invite", "require", "pressure", "use", "bring", "bribe", "make",
    "dupe", "groom", "entice", "permit", "get", "threaten",
  ]

  private static let accusing: Set<String> = [
    "accuse", "suspect", "charge", "blame", "convict", "indict", "arrest", "detain", "sentence",
    "jail", "clear", "acquit", "exonerate", "absolve",
  ]

  /// True for verbs whose object acts in the infinitive that follows.
  static func passesOn(_ lemma: String) -> Bool { objectControl.contains(lemma) }

  /// All clauses, in the order of their verbs.
  func clauses() -> [Clause] {
    var result: [Clause] = []
    var byVerb: [Int: Int] = [:]
    for index in chunks.indices {
      guard chunks[index].kind == .verb, var group = chunks[index].group else { continue }
      if group.isAmbiguous { resolve(&group, index) }
      var clause = Clause(verb: index, group: group)
      readRight(&clause)
      clause.subjects = subjects(of: clause, result, byVerb)
      if group.form == .gerund, index > 0, chunks[index - 1].kind == .preposition,
        let before = result.last, ClauseFinder.accusing.contains(before.group.lemma),
        clause.group.modality == .fact
      {
        clause.group.modality = before.group.lemma == "suspect" ? .believed : .alleged
        // "accused X of shielding Y", "X is suspected of shielding Y"
        clause.subjects =
          before.group.isPassive
          ? before.subjects : before.objects.isEmpty ? clause.subjects : before.objects
      }
      byVerb[index] = result.count
      result.append(clause)
    }
    addLateObjects(&result)
    return result
  }

  /// *arrested A who tried to hide, and then B*: an object after a relative clause.
  private func addLateObjects(_ clauses: inout [Clause]) {
    for index in chunks.indices.dropLast(2)
    where chunks[index].kind == .conjunction && chunks[index + 1].kind == .adverb
      && ["then", "later", "also", "finally"].contains(chunks[index + 1].head)
      && chunks[index + 2].kind == .noun && !isSubjectOfNext(index + 2)
    {
      guard
        let main = clauses.firstIndex(where: {
          $0.verb < index && $0.group.form == .finite && !$0.objects.isEmpty
            && !(($0.verb > 0 && chunks[$0.verb - 1].kind == .relative))
        }), !clauses[main].objects.contains(index + 2)
      else { continue }
      clauses[main].objects.append(index + 2)
    }
  }

  /// *The men held by X*: a past tense, or a participle without auxiliary?
  private func resolve(_ group: inout VerbGroup, _ index: Int) {
    guard index > 0 else { return }
    var before = index - 1
    while before > 0, chunks[before].kind == .adverb { before -= 1 }
    let isAfterNoun =
      chunks[before].kind == .noun || chunks[before].kind == .close
      || chunks[before].kind == .quote || chunks[before].kind == .comma
    guard isAfterNoun else {
      if chunks[before].kind == .subordinator || chunks[before].kind == .preposition {
        group.form = .participle
        group.isPassive = true
      }
      return
    }
    var next = index + 1
    while next < chunks.count, chunks[next].kind == .adverb { next += 1 }
    let isBy =
      next < chunks.count && chunks[next].head == "by" && next + 1 < chunks.count
      && chunks[next + 1].kind == .noun
    let isTransitiveAlone =
      next < chunks.count && chunks[next].kind == .preposition
      && ["to", "of", "against", "for", "with", "as", "in", "on", "at"].contains(chunks[next].head)
      && (followedByFinite(next) || startsPlain(before))
    let isNamer = next < chunks.count && group.lemma == "know"
    let isBelieved = group.outerLemma.map { Chunker.isBelief($0) } ?? false && group.isPassive
    let lacksObject =
      next < chunks.count && chunks[next].kind == .preposition
      && !ClauseFinder.intransitive.contains(group.lemma)
      && (scene.lexicon.relations.objectLabel(group.lemma) != nil
        || scene.lexicon.relations.rule(group.lemma, .patient, chunks[next].head) != nil)
    if isBelieved || lacksObject || isBy || isTransitiveAlone || isNamer {
      group.form = .participle
      group.isPassive = true
    }
  }

  /// Verbs that need no object.
  private static let intransitive: Set<String> = [
    "escape", "flee", "strike", "report", "call", "visit", "back", "move", "fly", "drive", "hit",
    "sail", "return", "land", "enter", "expand", "operate", "search", "pay", "tell", "meet", "lead",
    "run",
    "work", "live", "fight", "manage", "complain", "pass", "shoot", "own", "cheat", "join", "merge",
  ]

  /// True for verbs after an object: *arrested the men linked to X*.
  private func startsPlain(_ noun: Int) -> Bool {
    guard noun > 0 else { return false }
    let before = chunks[noun - 1]
    return before.kind == .verb || before.kind == .preposition
  }

  private func followedByFinite(_ index: Int) -> Bool {
    var position = index
    while position < chunks.count {
      let chunk = chunks[position]
      if [.comma, .subordinator, .relative, .conjunction, .colon, .dash].contains(chunk.kind) {
        return false
      }
      if chunk.kind == .verb, chunk.group?.form == .finite { return true }
      position += 1
    }
    return false
  }

  // MARK: Right of the verb

  private func readRight(_ clause: inout Clause) {
    var index = clause.verb + 1
    var preposition: String?
    var mayTakeObject = !clause.group.isPassive && !clause.group.isCopula
    var sawNoun = false
    while index < chunks.count {
      let chunk = chunks[index]
      switch chunk.kind {
      case .adverb, .quote, .other: index += 1
      case .noun where isTime(index) && preposition == nil: index += 1
      case .noun:
        if isSubjectOfNext(index), sawNoun || preposition != nil, preposition == nil { return }
        let isOwner = index + 1 < chunks.count && chunks[index + 1].owner == index
        if isOwner || isModifier(index) {
          index += 1
          continue
        }
        if let current = preposition {
          if current == "by", clause.group.isPassive {
            clause.agents.append(index)
          } else if current == "including", !clause.objects.isEmpty {
            clause.objects.append(index)
          } else {
            clause.obliques.append((current, index))
          }
        } else if mayTakeObject {
          clause.objects.append(index)
          mayTakeObject = false
        } else if clause.group.isCopula {
          clause.objects.append(index)
        } else if sawNoun, index > 0, chunks[index - 1].kind == .noun {
          // A second bare noun: apposition or the second object.
          clause.obliques.append(("", index))
        } else {
          return
        }
        sawNoun = true
        index += 1
      case .preposition:
        preposition = chunk.head
        if chunk.head == "including", clause.objects.isEmpty { return }
        mayTakeObject = false
        index += 1
      case .conjunction:
        guard sawNoun, let noun = joined(after: index) else { return }
        attach(noun, preposition, &clause)
        index = noun + 1
      case .comma:
        guard sawNoun else { return }
        if let next = nextKind(index + 1), next == .noun, let noun = joined(after: index),
          isList(index)
        {
          attach(noun, preposition, &clause)
          index = noun + 1
        } else if index + 1 < chunks.count, chunks[index + 1].head == "including" {
          index += 1
        } else if index + 1 < chunks.count, chunks[index + 1].kind == .noun,
          let draft = chunks[index + 1].draft, drafts[draft].type == .place
        {
          index += 2
        } else {
          return
        }
      case .dash:
        // A remark between dashes does not end the clause.
        guard let close = closing(index) else { return }
        index = close + 1
      case .open:
        var close = index
        while close < chunks.count, chunks[close].kind != .close { close += 1 }
        index = close + 1
      case .verb:
        return
      default: return
      }
    }
  }

  /// True for dates and weekdays, which are no object: *born 12 June 1953 in Y*, *met Monday with Y*.
  private func isTime(_ index: Int) -> Bool {
    guard chunks[index].draft == nil else { return false }
    let words = chunks[index].words
    return words.allSatisfy { word in
      scene.words[word].shape == .number || scene.words[word].shape == .ordinal
        || !scene.lexicon.classes(scene.lower(word)).isDisjoint(with: [.month, .weekday])
    }
      && words.contains {
        !scene.lexicon.classes(scene.lower($0)).isDisjoint(with: [.month, .weekday])
      }
  }

  /// True for *U.S.* in *U.S. rival X*: the next noun follows at once.
  private func isModifier(_ index: Int) -> Bool {
    guard index + 1 < chunks.count, chunks[index + 1].kind == .noun,
      chunks[index + 1].words.lowerBound == chunks[index].words.upperBound
    else { return false }
    let isPronoun = chunks[index].draft.map { drafts[$0].pronoun != nil } ?? false
    let isGroup = chunks[index].draft.map { drafts[$0].type == .group } ?? false
    return !isPronoun && !isGroup
  }

  private func attach(_ noun: Int, _ preposition: String?, _ clause: inout Clause) {
    guard let preposition else {
      clause.objects.append(noun)
      return
    }
    if preposition == "by", clause.group.isPassive {
      clause.agents.append(noun)
    } else {
      clause.obliques.append((preposition, noun))
    }
  }

  private func nextKind(_ index: Int) -> Chunk.Kind? {
    index < chunks.count ? chunks[index].kind : nil
  }

  /// The noun a conjunction joins, unless it opens a new clause.
  private func joined(after index: Int) -> Int? {
    var next = index + 1
    while next < chunks.count,
      chunks[next].kind == .adverb || chunks[next].kind == .quote
        || chunks[next].kind == .conjunction
    {
      next += 1
    }
    guard next < chunks.count, chunks[next].kind == .noun, !isSubjectOfNext(next) else {
      return nil
    }
    while next + 1 < chunks.count, chunks[next + 1].owner == next { next += 1 }
    return next
  }

  /// True for a comma of a list: a conjunction joins its last item.
  private func isList(_ comma: Int) -> Bool {
    var index = comma + 1
    var steps = 0
    while index < chunks.count, steps < 12 {
      switch chunks[index].kind {
      case .noun, .adverb, .quote, .preposition: break
      case .comma: break
      case .conjunction: return true
      default: return false
      }
      index += 1
      steps += 1
    }
    return false
  }

  /// True when the noun is the subject of a finite verb that follows.
  private func isSubjectOfNext(_ index: Int) -> Bool {
    var next = index + 1
    while next < chunks.count, chunks[next].kind == .adverb { next += 1 }
    guard next < chunks.count, chunks[next].kind == .verb, let group = chunks[next].group else {
      return false
    }
    guard group.form == .finite else { return false }
    if group.isAmbiguous {
      var copy = group
      resolve(&copy, next)
      return copy.form == .finite
    }
    return true
  }

  private func closing(_ dash: Int) -> Int? {
    var index = dash + 1
    while index < chunks.count {
      if chunks[index].kind == .dash { return index }
      if chunks[index].kind == .verb { return nil }
      index += 1
    }
    return nil
  }

  // MARK: Left of the verb

  private func subjects(of clause: Clause, _ clauses: [Clause], _ byVerb: [Int: Int]) -> [Int] {
    let index = clause.verb
    switch clause.group.form {
    case .infinitive:
      guard let previous = clauses.last(where: { $0.verb < index }) else { return [] }
      if ClauseFinder.objectControl.contains(previous.group.lemma) {
        if previous.group.isPassive { return previous.subjects }
        if !previous.objects.isEmpty { return previous.objects }
      }
      return previous.subjects
    case .participle:
      let before = nounBefore(index)
      return before.isEmpty && index <= 1 ? mainSubject(after: index) : before
    case .gerund: return gerundSubjects(index, clauses)
    case .finite: return finiteSubjects(index, clauses)
    }
  }

  /// The noun a participle or gerund follows directly, prepositional phrases skipped.
  private func nounBefore(_ index: Int) -> [Int] {
    var position = index - 1
    while position >= 0, [.adverb, .quote, .comma, .open].contains(chunks[position].kind) {
      position -= 1
    }
    while position > 0, chunks[position].kind == .close {
      while position > 0, chunks[position].kind != .open { position -= 1 }
      position -= 1
    }
    guard position >= 0, chunks[position].kind == .noun else { return [] }
    // "a clinic in Oslo hit by": not the place but what is there.
    if let draft = chunks[position].draft, drafts[draft].type == .place, position >= 2,
      chunks[position - 1].kind == .preposition, chunks[position - 2].kind == .noun
    {
      position -= 2
    }
    return withCoordination(position, crossesVerb: true)
  }

  private func gerundSubjects(_ index: Int, _ clauses: [Clause]) -> [Int] {
    var position = index - 1
    while position >= 0, chunks[position].kind == .adverb { position -= 1 }
    guard position >= 0 else { return mainSubject(after: index) }
    switch chunks[position].kind {
    case .noun: return withCoordination(position)
    case .preposition
    where ["for", "of", "from"].contains(chunks[position].head)
      && position > 0 && chunks[position - 1].kind == .noun:
      // "denied allegations of paying Y", "was found not guilty of killing Y"
      let head = chunks[position - 1].head
      if StanceFinder.claim(head) != nil || head == "guilty" || head == "innocent",
        chunks[position - 1].owner == nil, let previous = clauses.last(where: { $0.verb < index })
      {
        let isAccused =
          ClauseFinder.accusing.contains(previous.group.lemma) && !previous.group.isPassive
        return isAccused && !previous.objects.isEmpty ? previous.objects : previous.subjects
      }
      return [position - 1]
    case .preposition, .subordinator, .comma, .conjunction:
      if let previous = clauses.last(where: {
        $0.verb < index && $0.group.form != .participle && !$0.subjects.isEmpty
      }) {
        return previous.subjects
      }
      return mainSubject(after: index)
    default: return clauses.last { $0.verb < index }?.subjects ?? []
    }
  }

  /// Subject of the first finite verb after an opening phrase.
  private func mainSubject(after index: Int) -> [Int] {
    var position = index + 1
    while position < chunks.count {
      if chunks[position].kind == .verb, chunks[position].group?.form == .finite {
        return finiteSubjects(position, [])
      }
      position += 1
    }
    return []
  }

  private func finiteSubjects(_ index: Int, _ clauses: [Clause]) -> [Int] {
    var position = index - 1
    while position >= 0, [.adverb, .quote].contains(chunks[position].kind) { position -= 1 }
    guard position >= 0 else { return [] }
    switch chunks[position].kind {
    case .relative:
      return antecedent(position)
    case .conjunction:
      return clauses.last { $0.verb < index && $0.group.form != .participle }?.subjects ?? []
    case .comma:
      return acrossComma(position, clauses, index)
    case .noun: return phraseSubject(position, index, clauses)
    case .dash:
      var open = position - 1
      while open >= 0, chunks[open].kind != .dash { open -= 1 }
      return open > 0 && chunks[open - 1].kind == .noun ? withCoordination(open - 1) : []
    case .close:
      var open = position - 1
      while open >= 0, chunks[open].kind != .open { open -= 1 }
      return open > 0 && chunks[open - 1].kind == .noun
        ? phraseSubject(open - 1, index, clauses) : []
    case .verb:
      // "The women who fled told": over the relative clause.
      return overRelative(position)
    default: return []
    }
  }

  /// The noun before who, which, that.
  private func antecedent(_ relative: Int) -> [Int] {
    var position = relative - 1
    while position >= 0, [.comma, .quote, .adverb].contains(chunks[position].kind) { position -= 1 }
    guard position >= 0, chunks[position].kind == .noun else { return [] }
    // "the head of Y, who": a person.
    if chunks[relative].head == "who" {
      var outer = position
      var steps = 0
      while outer >= 2, steps < 8, chunks[outer].draft.map({ !isHuman($0) }) ?? false {
        steps += 1
        while let owner = chunks[outer].owner { outer = owner }
        guard outer >= 2,
          chunks[outer - 1].kind == .preposition || chunks[outer - 1].kind == .comma,
          chunks[outer - 2].kind == .noun
        else { return [position] }
        outer -= 2
      }
      return withCoordination(outer)
    }
    return [position]
  }

  private func isHuman(_ draft: Int) -> Bool {
    drafts[draft].type == .person || drafts[draft].type == .group
  }

  /// Walks left from a noun over prepositional phrases and participles to the head of the subject.
  private func phraseSubject(_ noun: Int, _ verb: Int, _ clauses: [Clause]) -> [Int] {
    var position = noun
    var steps = 0
    while steps < 40 {
      steps += 1
      // Step over possessors.
      var before = position
      while let owner = chunks[before].owner { before = owner }
      before -= 1
      while before >= 0, [.adverb, .quote].contains(chunks[before].kind) { before -= 1 }
      guard before >= 0 else { return [position] }
      let chunk = chunks[before]
      if chunk.kind == .preposition {
        var outer = before - 1
        while outer >= 0, [.adverb, .quote].contains(chunks[outer].kind) { outer -= 1 }
        guard outer >= 0 else { return [] }
        if chunks[outer].kind == .noun {
          position = outer
          continue
        }
        if chunks[outer].kind == .verb, let group = chunks[outer].group {
          // A participle or an infinitive after a noun belongs to the subject.
          var copy = group
          if copy.isAmbiguous { resolveAsModifier(&copy) }
          guard copy.form != .finite else { return overRelative(outer) }
          var head = outer - 1
          while head >= 0, [.adverb, .quote].contains(chunks[head].kind) { head -= 1 }
          guard head >= 0, chunks[head].kind == .noun else { return [] }
          position = head
          continue
        }
        return []
      }
      if chunk.kind == .verb, let group = chunk.group,
        group.form == .gerund || group.form == .infinitive
      {
        var head = before - 1
        while head >= 0, [.adverb, .quote].contains(chunks[head].kind) { head -= 1 }
        if head >= 0, chunks[head].kind == .noun {
          position = head
          continue
        }
        return [position]
      }
      return withCoordination(position)
    }
    return []
  }

  /// The noun a relative clause hangs on, from its verb.
  private func overRelative(_ verb: Int) -> [Int] {
    var position = verb - 1
    while position >= 0, chunks[position].kind == .adverb { position -= 1 }
    guard position >= 0, chunks[position].kind == .relative else { return [] }
    return antecedent(position)
  }

  private func resolveAsModifier(_ group: inout VerbGroup) { group.form = .participle }

  /// *X, 54, head of Y, said*: steps left over remarks to the noun they are about.
  private func acrossComma(_ comma: Int, _ clauses: [Clause], _ verb: Int) -> [Int] {
    var end = comma
    var best: [Int] = []
    var steps = 0
    while end > 0, steps < 8 {
      steps += 1
      var open = end - 1
      while open >= 0, ![.comma, .subordinator, .colon, .stop].contains(chunks[open].kind) {
        open -= 1
      }
      let inner = (open + 1)..<end
      guard let first = inner.first(where: { ![.adverb, .quote].contains(chunks[$0].kind) }) else {
        break
      }
      let finite = inner.first { isFinite($0) }
      let isRelative = inner.contains { chunks[$0].kind == .relative }
      if let finite, !isRelative {
        if best.isEmpty || isBareNoun(best) {
          best = clauses.last { $0.verb <= finite && $0.group.form == .finite }?.subjects ?? best
        }
        break
      }
      if chunks[first].kind == .noun, finite == nil || (finite ?? 0) > first {
        let stop = inner.first { chunks[$0].kind == .relative || chunks[$0].kind == .verb } ?? end
        let found = phraseSubject(stop - 1, verb, clauses)
        // A name before the remark; a role before the name it belongs to does not replace it.
        if !found.isEmpty, best.isEmpty || !isBareNoun(found) || isBareNoun(best) { best = found }
      }
      guard open >= 0, chunks[open].kind == .comma else { break }
      end = open
    }
    return best
  }

  private func isFinite(_ index: Int) -> Bool {
    guard chunks[index].kind == .verb, var group = chunks[index].group else { return false }
    if group.isAmbiguous { resolve(&group, index) }
    return group.form == .finite
  }

  private func isBareNoun(_ nouns: [Int]) -> Bool {
    nouns.allSatisfy { noun in
      chunks[noun].draft.map { drafts[$0].kind != .name || drafts[$0].type == .place } ?? true
    }
  }

  /// The noun and those joined to it by and.
  private func withCoordination(_ noun: Int, crossesVerb: Bool = false) -> [Int] {
    var result = [noun]
    var position = noun
    while position >= 2 {
      var before = position
      while let owner = chunks[before].owner { before = owner }
      before -= 1
      guard before >= 1, chunks[before].kind == .conjunction || chunks[before].kind == .comma,
        chunks[before - 1].kind == .noun, chunks[before].kind == .conjunction || result.count > 1
      else { break }
      // "raided X and Y said": the noun before belongs to the verb before it.
      let outer = before - 2
      if !crossesVerb, outer >= 0,
        chunks[outer].kind == .verb || chunks[outer].kind == .preposition
      {
        break
      }
      result.append(before - 1)
      position = before - 1
    }
    return result
  }
}

extension Array where Element == Clause {
  /// Clauses whose verb stands within 60 chunks of a chunk; clauses are sorted by their verb.
  func near(_ chunk: Int) -> ArraySlice<Clause> {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].verb < chunk - 60 { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < count, self[end].verb <= chunk + 60 { end += 1 }
    return self[low..<end]
  }
}
