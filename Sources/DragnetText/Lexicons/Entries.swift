/// Classes of common words, as `words.tsv` lists them.
struct WordClasses: OptionSet {
  let rawValue: UInt32
  static let determiner = WordClasses(rawValue: 1 << 0)
  static let pronoun = WordClasses(rawValue: 1 << 1)
  static let possessive = WordClasses(rawValue: 1 << 2)
  static let preposition = WordClasses(rawValue: 1 << 3)
  static let conjunction = WordClasses(rawValue: 1 << 4)
  static let subordinator = WordClasses(rawValue: 1 << 5)
  static let relative = WordClasses(rawValue: 1 << 6)
  static let auxiliary = WordClasses(rawValue: 1 << 7)
  static let modal = WordClasses(rawValue: 1 << 8)
  static let negation = WordClasses(rawValue: 1 << 9)
  static let adverb = WordClasses(rawValue: 1 << 10)
  static let adjective = WordClasses(rawValue: 1 << 11)
  static let noun = WordClasses(rawValue: 1 << 12)
  static let interjection = WordClasses(rawValue: 1 << 13)
  static let number = WordClasses(rawValue: 1 << 14)
  static let weekday = WordClasses(rawValue: 1 << 15)
  static let month = WordClasses(rawValue: 1 << 16)
  static let abbreviation = WordClasses(rawValue: 1 << 17)
  static let suffix = WordClasses(rawValue: 1 << 18)
  static let outlet = WordClasses(rawValue: 1 << 19)
  static let placeword = WordClasses(rawValue: 1 << 20)
  static let vesselword = WordClasses(rawValue: 1 << 21)
  static let report = WordClasses(rawValue: 1 << 22)

  /// Words that are never (the start of) a name by themselves.
  static let function: WordClasses = [
    .determiner, .pronoun, .possessive, .preposition, .conjunction, .subordinator, .relative,
    .auxiliary, .modal, .negation, .adverb, .interjection, .number, .weekday, .month,
  ]

  static let byName: [String: WordClasses] = [
    "determiner": .determiner, "pronoun": .pronoun, "possessive": .possessive,
    "preposition": .preposition, "conjunction": .conjunction, "subordinator": .subordinator,
    "relative": .relative, "auxiliary": .auxiliary, "modal": .modal, "negation": .negation,
    "adverb": .adverb, "adjective": .adjective, "noun": .noun, "interjection": .interjection,
    "number": .number, "weekday": .weekday, "month": .month, "abbreviation": .abbreviation,
    "suffix": .suffix, "outlet": .outlet, "placeword": .placeword, "vesselword": .vesselword,
    "report": .report,
  ]
}

/// A country, city or region of the gazetteer.
struct Place {
  enum Kind { case country, city, region }
  var name: String
  var kind: Kind
  /// ISO 3166-1 code; nil for parts of the world.
  var country: String?
  /// ISO code of the country it is the capital of.
  var capitalOf: String?
}

/// A word for the people or the things of a country.
struct Demonym {
  var country: String?
  /// Name of the place it stands for.
  var place: String
  var isPlural: Bool
  var isAdjective: Bool
  /// True when the word is its own plural (*Swiss*).
  var isInvariant: Bool
}

/// A word or phrase that heads the name of a body.
struct BodyKind {
  enum Class { case agency, unit, organization, staff }
  var kind: Class
  var office: String
  var isPlural: Bool
}

/// A body known by name.
struct KnownBody {
  var name: String
  var type: EntityType
  var office: String?
  var country: String?
}

/// A noun for people.
struct GroupNoun {
  enum Class { case victim, suspect, member, neutral }
  var kind: Class
  var singular: String
  var isPlural: Bool
}

/// All that one phrase may be. Fields are indices into the tables of `Lexicon`, -1 for none.
struct Entry {
  enum Title: UInt8 { case none, honorific, role }
  /// True when a longer phrase starts with this one.
  var hasLonger = false
  var place: Int16 = -1
  var demonym: Int16 = -1
  var body: Int16 = -1
  var known: Int16 = -1
  var title: Title = .none
  /// True when the phrase is a name only with its capitals (*US*, *Star*).
  var isExactCase = false
}
