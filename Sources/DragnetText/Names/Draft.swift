/// A mention in the making.
struct Draft {
  /// Indices into the words.
  var words: Range<Int>
  var sentence: Int
  var kind: Mention.Kind
  var type: EntityType
  var confidence: Double
  /// Without article, possessive, title.
  var name: String
  var attributes = Attributes()
  var aliases: [String] = []
  /// The word that carries the meaning, for lookups from clauses.
  var head: Int
  var isDefinite = false
  var isPlural = false
  var groupClass: GroupNoun.Class?
  /// Draft of the possessor or of the body it is a unit of.
  var possessor: Int?
  /// Draft it stands inside of.
  var outer: Int?
  /// True when the type is a guess from the shape, to be settled over the document.
  var isGuess = false
  /// True for a name in quotation marks.
  var isQuoted = false
  /// For pronouns: their lower-case form.
  var pronoun: String?
  /// Word of the demonym that gives `attributes.country`.
  var demonym: Int?
  /// For bodies: what tells them from others, the office for nameless ones.
  var key: String?
  /// True when a better reading took its place.
  var isDropped = false
  /// True for *hundreds of Kenyans*.
  var isCollective = false
  /// True for *West African countries*: a noun that names its place.
  var isRegion = false
  /// True for *30 were Kenyan*: the mention holds its verb.
  var isCopula = false
  /// True for a noun that only the model takes for a mention; it waits for `NounResolver`.
  var isAdvised = false
  /// Draft of the body a title before the name ties the person to (*Utopian police chief X*).
  var body: Int?
}

/// A part of a noun phrase.
struct Atom {
  enum Kind {
    case determiner, number, adjective, noun, name, title, honorific, body, known, place, demonym
    case group, quoted, owner
  }
  var kind: Kind
  var words: Range<Int>
  /// Index into the table of its kind.
  var index = 0
}

/// A noun phrase without what follows its head.
struct NounPhrase {
  var atoms: [Atom]
  var words: Range<Int>
  /// True when 's follows.
  var isOwner = false
}

/// What all finders of names share for one document.
struct Scene {
  let bytes: [UInt8]
  let words: [Word]
  let sentences: [SentenceDraft]
  let hits: PhraseHits
  let lexicon: Lexicon
  /// Number of known bodies before the user's names.
  let userNames: Int
  /// What a trained model says of the words; nil where none was asked.
  let advice: Advice?

  /// The words of a range as one line, quotation marks and all.
  func text(_ range: Range<Int>) -> String {
    var out = ""
    for index in range {
      if index > range.lowerBound, words[index].isSpaced { out += " " }
      out += String(decoding: bytes[words[index].start..<words[index].end], as: UTF8.self)
    }
    return out
  }

  /// Lower-case forms joined by spaces.
  func lowerText(_ range: Range<Int>) -> String {
    words[range].map(\.lower).joined(separator: " ")
  }

  func lower(_ index: Int) -> String { index < words.count && index >= 0 ? words[index].lower : "" }
}
