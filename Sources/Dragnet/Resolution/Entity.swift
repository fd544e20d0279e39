import DragnetText

/// The person, body, place, group or thing that chains of several documents were judged to mean.
public struct Entity: Sendable, Codable, Hashable, Identifiable {
  /// One place where an entity is mentioned.
  public struct Occurrence: Sendable, Codable, Hashable {
    /// The document.
    public var document: DocumentID
    /// UTF-8 offset of the first byte in the document's text.
    public var start: Int
    /// UTF-8 offset after the last byte.
    public var end: Int
    /// The bytes `start..<end` as they stand there.
    public var text: String

    /// Makes an occurrence.
    public init(document: DocumentID, start: Int, end: Int, text: String) {
      self.document = document
      self.start = start
      self.end = end
      self.text = text
    }
  }

  /// Made from its first occurrence.
  public var id: String
  /// What it is.
  public var type: EntityType
  /// The name it is shown by.
  public var name: String
  /// Other names the texts use, sorted.
  public var aliases: [String]
  /// What the texts say of it beside its name.
  public var attributes: Attributes
  /// Where it is mentioned, ordered by document name and position.
  public var mentions: [Occurrence]

  /// Makes an entity.
  public init(
    id: String, type: EntityType, name: String, aliases: [String], attributes: Attributes,
    mentions: [Occurrence]
  ) {
    self.id = id
    self.type = type
    self.name = name
    self.aliases = aliases
    self.attributes = attributes
    self.mentions = mentions
  }
}
