/// A sentence, a headline or a caption.
public struct Sentence: Sendable, Codable, Hashable {
  /// Where it stands, without the white space around it.
  public var range: TextRange
  /// Its tokens, as a range of indices into `Reading.tokens`.
  public var tokens: Range<Int>
  /// True for titles and crossheads, which are written by other rules than running text.
  public var isHeadline: Bool

  /// Makes a sentence.
  public init(range: TextRange, tokens: Range<Int>, isHeadline: Bool = false) {
    self.range = range
    self.tokens = tokens
    self.isHeadline = isHeadline
  }
}

/// A document and all that was found in it. What a `Reader` returns.
///
/// Needs nothing but its document: readings can be made on many machines and merged in any order.
public struct Reading: Sendable, Codable, Equatable {
  /// The document that was read.
  public var document: Document
  /// What language the words seem to be of; nil where there are too few to tell.
  public var language: Language?
  /// In the order of the text.
  public var sentences: [Sentence]
  /// In the order of the text.
  public var tokens: Tokens
  /// Ordered by range.
  public var mentions: [Mention]
  /// Ordered by first mention. Every mention belongs to exactly one chain.
  public var chains: [Chain]
  /// Relations, in the order of the text.
  public var findings: [Finding]
  /// Values, in the order of the text.
  public var quantities: [Quantity]
  /// Where the document says it has something from, in the order of the text.
  public var attributions: [Attribution]

  /// Makes a reading; by default one in which nothing was found.
  public init(
    document: Document, language: Language? = nil, sentences: [Sentence] = [], tokens: Tokens = [],
    mentions: [Mention] = [], chains: [Chain] = [], findings: [Finding] = [],
    quantities: [Quantity] = [],
    attributions: [Attribution] = []
  ) {
    self.document = document
    self.language = language
    self.sentences = sentences
    self.tokens = tokens
    self.mentions = mentions
    self.chains = chains
    self.findings = findings
    self.quantities = quantities
    self.attributions = attributions
  }

  /// The reading without its words, which take most of its memory: what was found stays.
  public func withoutTokens() -> Reading {
    var reading = self
    reading.tokens = []
    for index in reading.sentences.indices { reading.sentences[index].tokens = 0..<0 }
    return reading
  }
}
