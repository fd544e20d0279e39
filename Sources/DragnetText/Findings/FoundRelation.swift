/// A finding whose ends are still drafts.
struct FoundRelation {
  var label: String
  var from: Int
  var to: Int
  var isDirected = true
  var sentence: Int
  /// Words that say so.
  var words: Range<Int>
  /// The word that states it: a verb or a noun for an act; nil for what a phrase takes for granted.
  var statedAt: Int?
  var polarity: Polarity = .asserted
  var modality: Modality = .fact
  var date: CalendarDate?
  var speaker: String?
  var confidence: Double
  /// True where the sentence does not say who acts.
  var isImplied = false
}

/// A sentence as its clauses are read.
struct ParsedSentence {
  var number: Int
  var draft: SentenceDraft
  var chunks: [Chunk]
  var clauses: [Clause]
  var dates: [FoundDate]
  /// Where a model was asked.
  var tree: SentenceTree?
  /// Who does what by the tree, once mentions have their chains.
  var acts: TreeActFinder?
}
