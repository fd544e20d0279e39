/// Whether a text says that something holds or that it does not.
public enum Polarity: String, Sendable, Codable {
  /// It is said to hold.
  case asserted
  /// It is said not to hold.
  case denied
}

/// How sure a text is of what it says.
public enum Modality: String, Sendable, Codable {
  /// Said as fact.
  case fact
  /// *allegedly*, *accused of*.
  case alleged
  /// *believed to*, *suspected of*.
  case believed
  /// *will*, *aims to*, *plans to*.
  case planned
}

/// A relation one document states between two chains.
public struct Finding: Sendable, Codable, Hashable {
  /// A label of the published list, or the verb's lemma, in snake_case.
  public var label: String
  /// Index into `Reading.mentions` of the one who acts.
  public var from: Int
  /// Index into `Reading.mentions` of the one acted upon.
  public var to: Int
  /// False when the two ends may be swapped (*met*).
  public var isDirected: Bool
  /// Index into `Reading.sentences` of the sentence that says so.
  public var sentence: Int
  /// The words that say so, ends included.
  public var range: TextRange
  /// Said or denied.
  public var polarity: Polarity
  /// As fact, or how else.
  public var modality: Modality
  /// When, as far as the text says.
  public var date: CalendarDate?
  /// Who is quoted as saying it, as written; nil when the document says it itself.
  public var speaker: String?
  /// Probability that the text says this, 0...1.
  public var confidence: Double

  /// Makes a finding.
  public init(
    label: String, from: Int, to: Int, isDirected: Bool = true, sentence: Int, range: TextRange,
    polarity: Polarity = .asserted, modality: Modality = .fact, date: CalendarDate? = nil,
    speaker: String? = nil, confidence: Double
  ) {
    self.label = label
    self.from = from
    self.to = to
    self.isDirected = isDirected
    self.sentence = sentence
    self.range = range
    self.polarity = polarity
    self.modality = modality
    self.date = date
    self.speaker = speaker
    self.confidence = confidence
  }
}

/// A stated value that can be compared across documents: how many, how much, when, where, what.
public struct Quantity: Sendable, Codable, Hashable {
  /// What is measured.
  public enum Property: String, Sendable, Codable {
    /// A number of people or things; `unit` names them.
    case count
    /// A sum; `currency` names the currency.
    case money
    /// A point in time; `date` gives it.
    case date
    /// A length of time; `unit` is `day`, `month`, `year`, …
    case duration
    /// An age in years.
    case age
    /// A value without a number (*free lodging*, *by ferry*); `words` gives it.
    case description
    /// Where an event took place; `words` names the place, `subject` whom it befell.
    case place
    /// Who heads what has no name: `unit` is *ring*, *raid* or *investigation*; or who ordered a
    /// *killing*. `subject` is the one named.
    case holder
    /// A place in an order: `number` is 3 and `unit` *largest bank* of *the third-largest bank*.
    case rank
    /// In what state someone is left; of *None was charged* the dimension is *charged* and `unit` *nobody*.
    /// Else `event` names the dimension (*custody*, *plea*), `unit` the
    /// state (*held*, *free*), `words` gives the words.
    case state
  }

  /// How exactly a number is meant.
  public enum Approximation: String, Sendable, Codable {
    /// As stated.
    case exact
    /// *about*, *some*, *dozens*.
    case about
    /// *more than*, *at least*.
    case atLeast
    /// *up to*, *fewer than*.
    case atMost
  }

  /// What is measured.
  public var property: Property
  /// The words that give the value.
  public var range: TextRange
  /// Index into `Reading.sentences`.
  public var sentence: Int
  /// The number, in units of `unit` or `currency`.
  public var number: Double?
  /// How exactly `number` is meant.
  public var approximation: Approximation
  /// What is counted, singular and in lower case: *suspect*, *mobile phone*, *day*.
  public var unit: String?
  /// ISO 4217 code.
  public var currency: String?
  /// The date, where `property` is `date`, or the date the value holds at.
  public var date: CalendarDate?
  /// The value in words, where it has no number.
  public var words: String?
  /// Label of the event whose value this is: *rescued*, *arrested*, *seized*; nil when none is said.
  public var event: String?
  /// Index into `Reading.mentions` of whom or what the value is of.
  public var subject: Int?
  /// Index into `Reading.quantities` of the total this is a part of.
  public var partOf: Int?
  /// Index into `Reading.quantities` of the value this restates in another currency or unit
  /// (the bracket of *$10,000 (£8,200)*).
  public var restates: Int?
  /// Who is quoted as saying it, as written.
  public var speaker: String?

  /// Makes a quantity.
  public init(
    property: Property, range: TextRange, sentence: Int, number: Double? = nil,
    approximation: Approximation = .exact, unit: String? = nil, currency: String? = nil,
    date: CalendarDate? = nil, words: String? = nil, event: String? = nil, subject: Int? = nil,
    partOf: Int? = nil, restates: Int? = nil, speaker: String? = nil
  ) {
    self.property = property
    self.range = range
    self.sentence = sentence
    self.number = number
    self.approximation = approximation
    self.unit = unit
    self.currency = currency
    self.date = date
    self.words = words
    self.event = event
    self.subject = subject
    self.partOf = partOf
    self.restates = restates
    self.speaker = speaker
  }
}

/// A place where a document names where it has something from: *according to The Daily*.
public struct Attribution: Sendable, Codable, Hashable {
  /// The words that say so.
  public var range: TextRange
  /// Index into `Reading.sentences`.
  public var sentence: Int
  /// The one named, as written, without article: an outlet, an official, an agency.
  public var speaker: String
  /// Index into `Reading.mentions` of the one named, when it is a mention.
  public var mention: Int?

  /// Makes an attribution.
  public init(range: TextRange, sentence: Int, speaker: String, mention: Int? = nil) {
    self.range = range
    self.sentence = sentence
    self.speaker = speaker
    self.mention = mention
  }
}
