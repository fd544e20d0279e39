import DragnetText

/// The exact range behind a relation or a value, and who is quoted as saying it.
public struct Evidence: Sendable, Codable, Hashable {
  /// The document.
  public var document: DocumentID
  /// The bytes `start..<end` of the document's text, as they stand there.
  public var sentence: String
  /// UTF-8 offset of the first byte in the document's text.
  public var start: Int
  /// UTF-8 offset after the last byte.
  public var end: Int
  /// Who is quoted, as written; nil when the document says it itself.
  public var speaker: String?

  /// Makes evidence.
  public init(
    document: DocumentID, sentence: String, start: Int, end: Int, speaker: String? = nil
  ) {
    self.document = document
    self.sentence = sentence
    self.start = start
    self.end = end
    self.speaker = speaker
  }
}

/// A typed link between two entities, resting on the sentences that state it.
public struct Relation: Sendable, Codable, Hashable, Identifiable {
  /// Made from its ends, label, polarity and modality.
  public var id: String
  /// Id of the entity that acts.
  public var from: String
  /// Id of the entity acted upon.
  public var to: String
  /// Label in snake_case: *arrested*, *leads*, *located_in*.
  public var type: String
  /// False when the two ends may be swapped.
  public var directed: Bool
  /// Said or denied.
  public var polarity: Polarity
  /// As fact, or how else.
  public var modality: Modality
  /// When, as far as the texts say.
  public var date: CalendarDate?
  /// Probability that at least one text says this, 0...1, two decimals.
  public var confidence: Double
  /// Probability that at least one of its origins tells the truth, 0...1, two decimals, by their
  /// grades alone: 1 − Π (1 − weight), at most 0.99. Nil unless it was asked for.
  public var credence: Double?
  /// Number of independent origins.
  public var origins: Int
  /// Their names, sorted.
  public var originIDs: [String]
  /// The sentences, ordered by document name and position.
  public var evidence: [Evidence]

  enum CodingKeys: String, CodingKey {
    case id, from, to, type, directed, polarity, modality, date, confidence, credence
    case origins
    case originIDs = "origin_ids"
    case evidence
  }

  /// Makes a relation.
  public init(
    id: String, from: String, to: String, type: String, directed: Bool = true,
    polarity: Polarity = .asserted, modality: Modality = .fact, date: CalendarDate? = nil,
    confidence: Double, credence: Double? = nil, origins: Int, originIDs: [String],
    evidence: [Evidence]
  ) {
    self.id = id
    self.from = from
    self.to = to
    self.type = type
    self.directed = directed
    self.polarity = polarity
    self.modality = modality
    self.date = date
    self.confidence = confidence
    self.credence = credence
    self.origins = origins
    self.originIDs = originIDs
    self.evidence = evidence
  }
}
