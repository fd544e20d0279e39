/// What the heads make of a batch of windows.
struct BatchScores: Sendable {
  /// The sentences of all windows, in order.
  var sentences: [SentenceScores] = []
  /// [words, width], for coreference.
  let spanVectors: Matrix
  /// [words, width], for relations with those for coreference.
  let treeVectors: Matrix
  /// Each word as a dependent and as a head, for the label between both, [words, size].
  var labelDependents, labelHeads: Matrix
}

/// What the heads make of one sentence of n words.
struct SentenceScores: Sendable {
  /// Its words among those of the batch.
  let words: Range<Int>
  /// Class of each word, an index of the tags in the header.
  var upos: [Int] = []
  var xpos: [Int] = []
  /// Log probabilities of the heads, row-major [n, n + 1]; column 0 is the root, column j word j from 1.
  var arcs: [Float] = []
  /// Mentions that are likelier than none, in no particular order; they may cross.
  var mentions: [SpanScore] = []
  /// Names that are likelier than none, in no particular order; they may overlap.
  var names: [SpanScore] = []
}

/// A span that is likely something.
struct SpanScore: Sendable, Equatable {
  /// First and last word, from 0, in the sentence.
  let start, end: Int
  /// Index in the types of mentions or of names of the header.
  let type: Int
  /// Of the type; for an organization, of its being one or an agency.
  let logProbability: Float
  /// Whether an organization is likelier an agency.
  let isAgency: Bool
}
