import DragnetText

/// Finds the questions on which documents give more than one value, and judges the values.
enum ConflictFinder {
  /// All questions, each once: conflicts first, then what dissolves; within a verdict by how many
  /// documents answer, then by name.
  static func conflicts(_ view: CaseView) -> [Conflict] {
    var found =
      CountQuestions(view).conflicts() + MoneyQuestions(view).conflicts()
      + DateQuestions(view).conflicts() + ActorQuestions(view).conflicts()
      + NameQuestions(view).conflicts() + DescriptionQuestions(view).conflicts()
    var ids = UniqueIDs()
    for index in found.indices { found[index].id = ids.claim(found[index].id) }
    let documents = found.map { Set($0.values.flatMap(\.documents)).count }
    return found.indices.sorted { a, b in
      let left = (rank(found[a].verdict), -documents[a], found[a].about, found[a].id)
      let right = (rank(found[b].verdict), -documents[b], found[b].about, found[b].id)
      return left < right
    }.map { found[$0] }
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
