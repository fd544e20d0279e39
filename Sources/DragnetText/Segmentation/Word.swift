/// A word, number or mark as the rules see it: hyphenated words in one piece, clitics apart.
struct Word {
  /// How a word is written.
  enum Shape: UInt8 {
    case lower, capitalized, upper, mixed, number, ordinal, mark, symbol, address
  }

  /// Offset of the first byte.
  var start: Int
  /// Offset after the last byte.
  var end: Int
  /// Lower-case form with straight apostrophes and without soft hyphens; empty for monsters.
  var lower: String
  /// How it is written.
  var shape: Shape
  /// Part of speech; set by `Tagger`.
  var tag: Tag = .noun
  /// For verbs: the lemma. Otherwise empty.
  var lemma: String = ""
  /// For verbs: the forms it may be.
  var forms: VerbForms = []
  /// True where white space precedes it.
  var isSpaced = true
  /// True when it is taken for (a part of) a proper name.
  var isName = false

  /// True when the first letter is a capital.
  var isCapitalized: Bool { shape == .capitalized || shape == .upper || shape == .mixed }
  /// True when it has letters or digits.
  var isWord: Bool { shape.rawValue < Shape.mark.rawValue }
  /// Where it stands.
  var range: TextRange { TextRange(start, end) }
}

/// Coarse parts of speech.
enum Tag: UInt8 {
  case determiner, number, adjective, noun, name, pronoun, possessivePronoun
  case verb, auxiliary, modal, negation, adverb, preposition, to
  case conjunction, subordinator, relative, possessive
  case comma, open, close, quoteOpen, quoteClose, dash, colon, stop, other
}

/// The forms a verb may have by its spelling.
struct VerbForms: OptionSet {
  let rawValue: UInt8
  static let base = VerbForms(rawValue: 1)
  static let third = VerbForms(rawValue: 2)
  static let past = VerbForms(rawValue: 4)
  static let participle = VerbForms(rawValue: 8)
  static let gerund = VerbForms(rawValue: 16)
}

/// Words of one sentence and what kind of line it is.
struct SentenceDraft {
  /// Indices into the words.
  var words: Range<Int>
  /// True for titles and crossheads.
  var isHeadline: Bool
  /// True when capitals tell nothing about names.
  var isTitleCase: Bool
  /// True when it opens a paragraph.
  var opensParagraph: Bool
}
