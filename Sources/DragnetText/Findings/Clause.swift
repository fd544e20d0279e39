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
