import DragnetText

/// How two claims on the same question stand to each other.
public enum Verdict: String, Sendable, Codable, CaseIterable {
  /// The values are equal.
  case same
  /// One value is a more precise form of the other.
  case refines
  /// One value is a part of the other's total.
  case partOfTotal = "part_of_total"
  /// The same value in another unit or currency.
  case restates
  /// They speak of different people, things or places.
  case otherScope = "other_scope"
  /// They speak of different times, or were said at different times.
  case otherTime = "other_time"
  /// They cannot both be right.
  case conflict
  /// One document contradicts itself.
  case internalConflict = "internal_conflict"
  /// They cannot be compared.
  case notComparable = "not_comparable"
}

/// A question on which the documents give more than one value, dissolved ones included.
public struct Conflict: Sendable, Codable, Hashable, Identifiable {
  /// One of the values, and who gives it.
  public struct Value: Sendable, Codable, Hashable {
    /// The value in words: *31*, *more than €500*.
    public var value: String
    /// The value as a number.
    public var number: Double?
    /// What is counted.
    public var unit: String?
    /// ISO 4217 code.
    public var currency: String?
    /// The value as a date, or the date it holds at.
    public var date: CalendarDate?
    /// The documents that give it, ordered by name.
    public var documents: [DocumentID]
    /// The sentences that give it.
    public var evidence: [Evidence]

    /// Makes a value.
    public init(
      value: String, number: Double? = nil, unit: String? = nil, currency: String? = nil,
      date: CalendarDate? = nil, documents: [DocumentID], evidence: [Evidence]
    ) {
      self.value = value
      self.number = number
      self.unit = unit
      self.currency = currency
      self.date = date
      self.documents = documents
      self.evidence = evidence
    }
  }

  /// Made from the question and its entities.
  public var id: String
  /// The question: *people rescued*.
  public var about: String
  /// Ids of the entities it is about.
  public var entities: [String]
  /// How the values stand to each other.
  public var verdict: Verdict
  /// Why, in one sentence.
  public var reason: String
  /// The values, most widely given first.
  public var values: [Value]

  /// Makes a conflict.
  public init(
    id: String, about: String, entities: [String], verdict: Verdict, reason: String,
    values: [Value]
  ) {
    self.id = id
    self.about = about
    self.entities = entities
    self.verdict = verdict
    self.reason = reason
    self.values = values
  }
}
