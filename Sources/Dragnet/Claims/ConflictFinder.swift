import DragnetText

/// Finds the questions on which documents give more than one value, and judges the values.
enum ConflictFinder {
  /// All questions, each once: conflicts first, then what dissolves; within a verdict by how many
  /// documents answer, then by name.
  static func conflicts(_ view: CaseView) -> [Conflict] {
    var found =
      CountQuestions(view).conflicts() + AmountQuestions(view).conflicts()
      + MoneyQuestions(view).conflicts()
      + DateQuestions(view).conflicts() + ActorQuestions(view).conflicts()
      + NameQuestions(view).conflicts() + DescriptionQuestions(view).conflicts()
      + PropertyQuestions(view).conflicts() + PlaceQuestions(view).conflicts()
      + DenialQuestions(view).conflicts() + StateQuestions(view).conflicts()
      + HolderQuestions(view).conflicts() + NobodyQuestions(view).conflicts()
      + KinQuestions(view).conflicts() + DurationQuestions(view).conflicts()
    found = eachOnce(found)
    var ids = UniqueIDs()
    for index in found.indices { found[index].id = ids.claim(found[index].id) }
    let documents = found.map { Set($0.values.flatMap(\.documents)).count }
    return found.indices.sorted { a, b in
      let left = (rank(found[a].verdict), -documents[a], found[a].about, found[a].id)
      let right = (rank(found[b].verdict), -documents[b], found[b].about, found[b].id)
      return left < right
    }.map { found[$0] }
  }

  /// Leaves out a question whose sentences and values another lists already, the first of them kept.
  private static func eachOnce(_ conflicts: [Conflict]) -> [Conflict] {
    struct Said: Hashable {
      let value: String
      let evidence: [Evidence]
    }
    var seen: Set<[Said]> = []
    return conflicts.filter { conflict in
      let said = conflict.values.map { Said(value: $0.value, evidence: $0.evidence) }
      return seen.insert(said).inserted
    }
  }

  private static func rank(_ verdict: Verdict) -> Int {
    switch verdict {
    case .conflict: 0
    case .internalConflict: 1
    case .notComparable, .otherTime, .otherScope, .partOfTotal, .restates, .refines: 2
    case .same: 3
    }
  }
}
