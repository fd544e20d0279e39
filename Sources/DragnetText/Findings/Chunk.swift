/// A piece of a clause: a noun phrase, a verb group, a word that joins.
struct Chunk {
  enum Kind: Equatable {
    case noun, verb, preposition, conjunction, subordinator, relative, comma, open, close, quote
    case dash, colon, adverb, stop, other
  }
  var kind: Kind
  var words: Range<Int>
  /// For nouns: the draft it stands for, resolved or not.
  var draft: Int?
  /// For nouns: lower-case head word. For joining words: the word.
  var head: String
  /// For nouns: the possessor's chunk.
  var owner: Int?
  /// For verbs: the verb group.
  var group: VerbGroup?
}

/// A verb with its auxiliaries: *had not been arrested*, *managed to escape*.
struct VerbGroup {
  enum Form { case finite, infinitive, gerund, participle }
  var lemma: String
  var form: Form
  var isPassive = false
  var isDenied = false
  var modality: Modality = .fact
  /// True for be and the like without a full verb.
  var isCopula = false
  /// The word that carries the lemma.
  var word: Int
  /// Lemmas of verbs it absorbed: *managed* of *managed to escape*.
  var outerLemma: String?
  /// True when a participle without auxiliary may also be a past tense.
  var isAmbiguous = false
}
