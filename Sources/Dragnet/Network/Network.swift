import DragnetText

/// Entities and the relations between them, with names, sentences, conflicts and rankings.
///
/// Its coded form is `network.json`, which `docs/network-json.md` describes.
public struct Network: Sendable, Codable, Equatable {
  /// Which Dragnet wrote the file.
  public struct Stamp: Sendable, Codable, Hashable {
    /// Version of the program.
    public var version: String
    /// Version of the file format.
    public var schema: Int

    /// The stamp of this Dragnet.
    public static let current = Stamp(version: "0.1.0", schema: 1)

    /// Makes a stamp.
    public init(version: String, schema: Int) {
      self.version = version
      self.schema = schema
    }
  }

  /// A document as the network carries it.
  public struct Text: Sendable, Codable, Hashable, Identifiable {
    /// Made from name and content.
    public var id: DocumentID
    /// The file's name.
    public var name: String
    /// The headline.
    public var title: String?
    /// The outlet.
    public var source: String?
    /// Day of publication.
    public var published: CalendarDate?
    /// SHA-256 of the file's bytes.
    public var sha256: String
    /// Name of the origin the document counts for.
    public var origin: String
    /// How far its source is trusted; nil when nobody graded it.
    public var grade: Grade?
    /// The text as read.
    public var text: String

    /// Makes a text.
    public init(
      id: DocumentID, name: String, title: String? = nil, source: String? = nil,
      published: CalendarDate? = nil, sha256: String, origin: String, grade: Grade? = nil,
      text: String
    ) {
      self.id = id
      self.name = name
      self.title = title
      self.source = source
      self.published = published
      self.sha256 = sha256
      self.origin = origin
      self.grade = grade
      self.text = text
    }
  }

  /// Which Dragnet wrote it.
  public var dragnet: Stamp
  /// Ordered by name, then id.
  public var documents: [Text]
  /// Ordered by type, then name, then id.
  public var entities: [Entity]
  /// Ordered by the ends' places in `entities`, then label, then id.
  public var relations: [Relation]
  /// Conflicts first, then what dissolves.
  public var conflicts: [Conflict]
  /// Rankings by name of measure: *betweenness*, *closeness*, *degree*, *eigenvector*, *pagerank*.
  public var rankings: [String: [RankedEntity]]
  /// How it was decided who is who: a person's decisions first, then the program's, the most
  /// doubtful first. Nil when a file does not tell.
  public var judgements: [KeptJudgement]?

  /// Makes a network.
  public init(
    dragnet: Stamp = .current, documents: [Text], entities: [Entity], relations: [Relation],
    conflicts: [Conflict] = [], rankings: [String: [RankedEntity]] = [:],
    judgements: [KeptJudgement]? = nil
  ) {
    self.dragnet = dragnet
    self.documents = documents
    self.entities = entities
    self.relations = relations
    self.conflicts = conflicts
    self.rankings = rankings
    self.judgements = judgements
  }
}
