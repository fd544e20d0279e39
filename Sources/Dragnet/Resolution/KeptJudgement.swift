import DragnetText

/// A decision on whether mentions of several texts mean the same, as a network keeps it.
public struct KeptJudgement: Sendable, Codable, Hashable {
  /// What was decided.
  public enum Decision: String, Sendable, Codable {
    /// They mean the same.
    case same
    /// They do not.
    case different
  }

  /// Who decided.
  public enum Author: String, Sendable, Codable {
    /// The program.
    case dragnet
    /// Someone, in a file of judgements.
    case person
  }

  /// What came of a decision.
  public enum Outcome: String, Sendable, Codable {
    /// The entities are as it says.
    case applied
    /// Not acted upon: another fits as well, or something surer speaks against it.
    case heldBack = "held_back"
    /// A person decided otherwise.
    case overruled
    /// A person's, and a side of it names nothing that was read.
    case unmatched
    /// A person's, and it contradicts itself or another of theirs.
    case contradicted
  }

  /// A mention that stands for all that its document says of the same.
  public struct Place: Sendable, Codable, Hashable {
    /// What its document takes it for.
    public var type: EntityType
    /// What its document calls it.
    public var name: String
    /// The document.
    public var document: DocumentID
    /// UTF-8 offset of the first byte in the document's text.
    public var start: Int
    /// UTF-8 offset after the last byte.
    public var end: Int
    /// The bytes `start..<end` as they stand there.
    public var text: String
    /// Id of the entity it went into; nil when none was made of it.
    public var entity: String?

    /// Makes a place.
    public init(
      type: EntityType, name: String, document: DocumentID, start: Int, end: Int, text: String,
      entity: String? = nil
    ) {
      self.type = type
      self.name = name
      self.document = document
      self.start = start
      self.end = end
      self.text = text
      self.entity = entity
    }
  }

  /// Same or different.
  public var decision: Decision
  /// The program, or a person.
  public var by: Author
  /// Probability that they mean the same, 0...1, two decimals; of a person's decision 0 or 1.
  public var probability: Double
  /// What speaks for it, and why it was held back where it was.
  public var reasons: [String]
  /// What came of it.
  public var outcome: Outcome
  /// Of a person's decision: its line in the file, from 1.
  public var line: Int?
  /// Of a person's decision: how the two sides are named in the file.
  public var sides: [String]?
  /// What was judged, one mention of each document's: two, or more that are all alike.
  public var between: [Place]

  /// Makes a judgement.
  public init(
    decision: Decision, by: Author, probability: Double, reasons: [String], outcome: Outcome,
    line: Int? = nil, sides: [String]? = nil, between: [Place]
  ) {
    self.decision = decision
    self.by = by
    self.probability = probability
    self.reasons = reasons
    self.outcome = outcome
    self.line = line
    self.sides = sides
    self.between = between
  }
}

extension Judgements.Side: CustomStringConvertible {
  /// As a file of judgements has it.
  public var description: String {
    let place = document.map { " @ \($0)" } ?? ""
    let quote = words.map { " “\($0)”" } ?? ""
    return "\(type.rawValue) \(name)\(place)\(quote)"
  }
}
