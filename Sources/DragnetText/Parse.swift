/// One document read by the neural reader: words with their tags and trees, mentions, names and
/// chains.
///
/// Every range is one of bytes of the document's text. Words are those of Universal Dependencies:
/// clitics and the parts of hyphenated words stand apart.
public struct Parse: Sendable, Codable, Equatable {
  /// A word, number or mark.
  public struct Word: Sendable, Codable, Hashable {
    /// Where it stands.
    public var range: TextRange
    /// Part of speech of Universal Dependencies: *NOUN*.
    public var upos: String
    /// Part of speech of the Penn Treebank: *NNS*.
    public var xpos: String
    /// Its base form: *company* for *companies*.
    public var lemma: String
    /// Index in `words` of the word it depends on; nil for the root of a sentence.
    public var head: Int?
    /// How it depends on it: *nsubj*, *obl:agent*; *root* without a head.
    public var label: String
    /// How it is written.
    public var shape: WordShape

    /// Makes a word.
    public init(
      range: TextRange, upos: String, xpos: String, lemma: String, head: Int?, label: String,
      shape: WordShape
    ) {
      self.range = range
      self.upos = upos
      self.xpos = xpos
      self.lemma = lemma
      self.head = head
      self.label = label
      self.shape = shape
    }
  }

  /// A sentence; it has exactly one root.
  public struct Sentence: Sendable, Codable, Hashable {
    /// From its first word to its last.
    public var range: TextRange
    /// Indices of its words; not empty.
    public var words: Range<Int>

    /// Makes a sentence.
    public init(range: TextRange, words: Range<Int>) {
      self.range = range
      self.words = words
    }
  }

  /// Words that refer to someone or something. One mention may lie in another, none cross.
  public struct Mention: Sendable, Codable, Hashable {
    /// Where it stands.
    public var range: TextRange
    /// Indices of its words; not empty, in one sentence.
    public var words: Range<Int>
    /// Index of the word that the rest of it hangs on.
    public var head: Int
    /// What is referred to.
    public var type: MentionType
    /// By a name, a noun or a pronoun: by the tag of the head.
    public var kind: DragnetText.Mention.Kind
    /// Probability of the span with its type, 0...1 in steps of 0.0001, as the model sees it.
    public var probability: Double
    /// Index of its chain in `chains`.
    public var chain: Int

    /// Makes a mention.
    public init(
      range: TextRange, words: Range<Int>, head: Int, type: MentionType,
      kind: DragnetText.Mention.Kind, probability: Double, chain: Int
    ) {
      self.range = range
      self.words = words
      self.head = head
      self.type = type
      self.kind = kind
      self.probability = probability
      self.chain = chain
    }
  }

  /// A name, amount or time. Names do not overlap.
  public struct Name: Sendable, Codable, Hashable {
    /// Where it stands.
    public var range: TextRange
    /// Indices of its words; not empty, in one sentence.
    public var words: Range<Int>
    /// What is named.
    public var type: NameType
    /// Probability of the span with its type, 0...1 in steps of 0.0001, as the model sees it. For an organization or
    /// agency: of being one of the two.
    public var probability: Double

    /// Makes a name.
    public init(range: TextRange, words: Range<Int>, type: NameType, probability: Double) {
      self.range = range
      self.words = words
      self.type = type
      self.probability = probability
    }
  }

  /// What a mention of a sentence lastingly is to another, as the model sees it.
  public struct Relation: Sendable, Codable, Hashable {
    /// Indices of the words that the two mentions hang on.
    public var from, to: Int
    /// Such as *works_for*: `from` works for `to`.
    public var label: String
    /// Probability that it holds, above 0.5, at most 1, in steps of 0.0001.
    public var probability: Double

    /// Makes a relation.
    public init(from: Int, to: Int, label: String, probability: Double) {
      self.from = from
      self.to = to
      self.label = label
      self.probability = probability
    }
  }

  /// What a mention refers to.
  public enum MentionType: String, Sendable, Codable, CaseIterable {
    /// What mentions can refer to, as the GUM corpus has it.
    case person, place, organization, object, event, time, substance, animal, plant, abstract
  }

  /// What a name names.
  public enum NameType: String, Sendable, Codable, CaseIterable {
    /// Of someone, of a body that is not of a state, of a body of a state or between states, of a
    /// place, of something else; a time or date, a number, an amount of money.
    case person, organization, agency, place, other, time, number, money
  }

  /// What this was read from.
  public var document: DocumentID
  /// The language the words seem to be of; nil where there are too few to tell.
  public var language: Language?
  /// In the order of the text.
  public var words: Words
  /// In the order of the text; together they hold all words.
  public var sentences: [Sentence]
  /// By first word, longer ones first.
  public var mentions: [Mention]
  /// In the order of the text.
  public var names: [Name]
  /// Indices into `mentions` of mentions that mean the same, ascending; ordered by their first. Every
  /// mention is in exactly one chain, most chains have one mention.
  public var chains: [[Int]]
  /// By sentence, in the order of their first ends.
  public var relations: [Relation]

  /// Makes a parse; by default one in which nothing was found.
  public init(
    document: DocumentID, language: Language? = nil, words: [Word] = [],
    sentences: [Sentence] = [], mentions: [Mention] = [], names: [Name] = [],
    chains: [[Int]] = [], relations: [Relation] = []
  ) {
    self.document = document
    self.language = language
    self.words = Words(words)
    self.sentences = sentences
    self.mentions = mentions
    self.names = names
    self.chains = chains
    self.relations = relations
  }
}

extension Parse {
  /// The words of a parse, as small as `Tokens`.
  public struct Words: Sendable, Equatable, RandomAccessCollection {
    /// The words as tokens of a reading.
    public private(set) var tokens = Tokens()

    /// Takes words over.
    public init(_ words: some Sequence<Word>) {
      for word in words { append(word) }
      close()
    }

    /// Index of the first word.
    public var startIndex: Int { 0 }
    /// How many there are.
    public var endIndex: Int { tokens.endIndex }

    /// One word.
    public subscript(index: Int) -> Word {
      let token = tokens[index]
      return Word(
        range: token.range, upos: token.upos ?? "", xpos: token.xpos ?? "",
        lemma: token.lemma ?? "", head: token.head, label: token.label ?? "",
        shape: tokens.shape(at: index) ?? .other)
    }

    /// Where a word stands.
    public func range(at index: Int) -> TextRange { tokens.range(at: index) }

    /// Makes room for words to come.
    mutating func reserveCapacity(_ count: Int) { tokens.reserveCapacity(count) }

    /// Adds a word at the end.
    mutating func append(_ word: Word) {
      tokens.append(
        Token(
          range: word.range, upos: word.upos, xpos: word.xpos, lemma: word.lemma, head: word.head,
          label: word.label), shape: word.shape)
    }

    /// Gives up what only adding needs.
    mutating func close() { tokens.close() }
  }
}

extension Parse.Words: Codable {
  /// Reads an array of words.
  public init(from decoder: any Decoder) throws { self.init(try [Parse.Word](from: decoder)) }

  /// Writes an array of words.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for word in self { try container.encode(word) }
  }
}
