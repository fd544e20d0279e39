/// Looks left of a verb for who acts.
extension ClauseFinder {
  func subjects(of clause: Clause, _ clauses: [Clause], _ byVerb: [Int: Int]) -> [Int] {
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
  func nounBefore(_ index: Int) -> [Int] {
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

  func gerundSubjects(_ index: Int, _ clauses: [Clause]) -> [Int] {
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
  func mainSubject(after index: Int) -> [Int] {
    var position = index + 1
    while position < chunks.count {
      if chunks[position].kind == .verb, chunks[position].group?.form == .finite {
        return finiteSubjects(position, [])
      }
      position += 1
    }
    return []
  }

  func finiteSubjects(_ index: Int, _ clauses: [Clause]) -> [Int] {
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
  func antecedent(_ relative: Int) -> [Int] {
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

  func isHuman(_ draft: Int) -> Bool {
    drafts[draft].type == .person || drafts[draft].type == .group
  }

  /// Walks left from a noun over prepositional phrases and participles to the head of the subject.
  func phraseSubject(_ noun: Int, _ verb: Int, _ clauses: [Clause]) -> [Int] {
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
  func overRelative(_ verb: Int) -> [Int] {
    var position = verb - 1
    while position >= 0, chunks[position].kind == .adverb { position -= 1 }
    guard position >= 0, chunks[position].kind == .relative else { return [] }
    return antecedent(position)
  }

  func resolveAsModifier(_ group: inout VerbGroup) { group.form = .participle }

  /// *X, 54, head of Y, said*: steps left over remarks to the noun they are about.
  func acrossComma(_ comma: Int, _ clauses: [Clause], _ verb: Int) -> [Int] {
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

  func isFinite(_ index: Int) -> Bool {
    guard chunks[index].kind == .verb, var group = chunks[index].group else { return false }
    if group.isAmbiguous { resolve(&group, index) }
    return group.form == .finite
  }

  func isBareNoun(_ nouns: [Int]) -> Bool {
    nouns.allSatisfy { noun in
      chunks[noun].draft.map { drafts[$0].kind != .name || drafts[$0].type == .place } ?? true
    }
  }

  /// The noun and those joined to it by and.
  func withCoordination(_ noun: Int, crossesVerb: Bool = false) -> [Int] {
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
