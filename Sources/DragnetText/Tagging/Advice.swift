/// What a trained model says of the words of a document, for the rules to weigh.
///
/// Words are those of the rules; where the model cuts finer (*don't*, *half-brother*), a word has what
/// was said of its last part. Empty where nothing was asked.
struct Advice: Sendable {
  /// What a word does in its sentence.
  struct Word: Sendable {
    /// Coarse parts of speech.
    enum Part: UInt8, Sendable {
      case noun, properNoun, adjective, adverb, verb, auxiliary, other
    }

    /// Part of speech.
    var part: Part
    /// Dictionary form, in lower case.
    var lemma: String
    /// For verbs and auxiliaries: the form by its tag of the Penn Treebank; empty for others.
    var form: VerbForms
    /// Index of the word it hangs on; −1 for the root of its sentence.
    var head: Int
    /// How it hangs on it, in Universal Dependencies.
    var label: String

    /// True for a verb or an auxiliary with a tense of its own.
    var isFinite: Bool { part == .verb && !form.isDisjoint(with: [.past, .third]) }
    /// True for a past participle.
    var isParticiple: Bool { form.contains(.participle) }
    /// True where it stands before the noun it belongs to (*arrested men*, *police officer*).
    func isModifier(at index: Int) -> Bool {
      head > index && (label == "amod" || label == "compound")
    }
  }

  /// A proper name.
  struct Name: Sendable {
    /// Indices of the words.
    var words: Range<Int>
    /// What is named.
    var type: EntityType
    /// Probability that these words are a name of this type, 0...1.
    var probability: Double
  }

  /// Words that refer to someone or something by a common noun.
  struct Noun: Sendable {
    /// Indices of the words.
    var words: Range<Int>
    /// What is referred to; nil for things.
    var type: EntityType?
    /// Index of its chain in `chains`, if it means the same as another mention.
    var chain: Int?
  }

  /// What someone or something lastingly is to another.
  struct Relation: Sendable {
    /// The words that both mentions hang on.
    var from, to: Int
    /// Such as *works_for*.
    var label: String
    /// Probability that it holds, 0...1.
    var probability: Double
  }

  /// By word; nil where the model saw none.
  var words: [Word?]
  /// In order, not overlapping.
  let names: [Name]
  /// Ranges of words that mean the same, in order; chains of two or more.
  let chains: [[Range<Int>]]
  /// In the order of the text; one may lie in another.
  let nouns: [Noun]
  /// Words that refer by a name, whether or not they are in `names`, in the order of the text.
  let calls: [Name]
  /// In the order of the sentences.
  let relations: [Relation]
  /// By word: index of the name it is in, or −1.
  private let nameOf: [Int32]

  /// Advice on a document of `words.count` words.
  init(
    words: [Word?], names: [Name], chains: [[Range<Int>]], nouns: [Noun] = [], calls: [Name] = [],
    relations: [Relation] = []
  ) {
    self.calls = calls
    self.relations = relations
    self.chains = chains
    self.nouns = nouns
    self.words = words
    self.names = names
    var nameOf = [Int32](repeating: -1, count: words.count)
    for (index, name) in names.enumerated() {
      for word in name.words { nameOf[word] = Int32(index) }
    }
    self.nameOf = nameOf
  }

  /// The name that a word is in.
  func name(at word: Int) -> Name? {
    nameOf[word] < 0 ? nil : names[Int(nameOf[word])]
  }

  /// The word of a range that the rest hangs on.
  func head(of range: Range<Int>) -> Int {
    range.first { words[$0].map { !range.contains($0.head) } ?? false } ?? range.upperBound - 1
  }

  /// The names that share a word with a range, in order.
  func names(in range: Range<Int>) -> [Name] {
    var result: [Name] = []
    var last: Int32 = -1
    for word in range where nameOf[word] >= 0 && nameOf[word] != last {
      last = nameOf[word]
      result.append(names[Int(last)])
    }
    return result
  }
}
