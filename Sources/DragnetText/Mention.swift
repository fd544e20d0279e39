/// The kinds of things that are found in a text.
public enum EntityType: String, Sendable, Codable, CaseIterable, Comparable {
  /// A human being with a name or a singular role.
  case person
  /// A company, party, gang, outlet, charity: any body that is not of a state.
  case organization
  /// A body of a state or between states: police, ministry, court, embassy, army, parliament.
  case agency
  /// A country, city, district, address, building.
  case place
  /// People known by number, origin or role: *three smugglers*.
  case group
  /// A named thing that is none of these: a ship, a scam, an operation.
  case other

  /// Orders as declared.
  public static func < (a: EntityType, b: EntityType) -> Bool {
    order(a) < order(b)
  }

  private static func order(_ type: EntityType) -> Int {
    switch type {
    case .person: 0
    case .organization: 1
    case .agency: 2
    case .place: 3
    case .group: 4
    case .other: 5
    }
  }
}

/// A range of a document that refers to someone or something.
public struct Mention: Sendable, Codable, Hashable {
  /// How a mention refers.
  public enum Kind: String, Sendable, Codable {
    /// By a proper name: *Interpol*.
    case name
    /// By a noun: *the police*, *three smugglers*.
    case nominal
    /// By a pronoun: *they*.
    case pronoun
  }

  /// All the words that refer, article and title included.
  public var range: TextRange
  /// Name, noun or pronoun.
  public var kind: Kind
  /// What is referred to.
  public var type: EntityType
  /// Index of its chain in `Reading.chains`.
  public var chain: Int
  /// Probability that the range and the type are right, 0...1.
  public var confidence: Double

  /// Makes a mention.
  public init(range: TextRange, kind: Kind, type: EntityType, chain: Int, confidence: Double) {
    self.range = range
    self.kind = kind
    self.type = type
    self.chain = chain
    self.confidence = confidence
  }
}

/// What is known of a chain or an entity beside its name. Absent means not said.
public struct Attributes: Sendable, Codable, Hashable {
  /// An honorific before the name: *Dr*, *General*.
  public var honorific: String?
  /// Function or office of a person: *senior prosecutor*.
  public var role: String?
  /// ISO 3166-1 alpha-2 code of the country it is of: citizenship of people, state of an agency,
  /// the country itself.
  public var country: String?
  /// What a body is for, in lower case: *police*, *foreign ministry*, *embassy*, *bank*, *crime group*.
  public var office: String?
  /// The place that tells it from others of its kind: the *Oslo* of *the embassy in Oslo*.
  public var seat: String?
  /// Number of people of a group as stated.
  public var count: Int?
  /// The noun a group is known by, singular and in lower case: *suspect*, *victim*.
  public var noun: String?

  /// Makes attributes; leave out what is not said.
  public init(
    honorific: String? = nil, role: String? = nil, country: String? = nil, office: String? = nil,
    seat: String? = nil, count: Int? = nil, noun: String? = nil
  ) {
    self.honorific = honorific
    self.role = role
    self.country = country
    self.office = office
    self.seat = seat
    self.count = count
    self.noun = noun
  }
}

/// Mentions of one document that mean the same.
public struct Chain: Sendable, Codable, Hashable {
  /// What is referred to.
  public var type: EntityType
  /// The best name the document gives: without article, possessive and honorific.
  public var name: String
  /// Indices into `Reading.mentions`, ascending.
  public var mentions: [Int]
  /// What the document says of it beside its name.
  public var attributes: Attributes
  /// Other names it says are the same: acronyms in brackets, *known as …*.
  public var aliases: [String]

  /// Makes a chain.
  public init(
    type: EntityType, name: String, mentions: [Int], attributes: Attributes = Attributes(),
    aliases: [String] = []
  ) {
    self.type = type
    self.name = name
    self.mentions = mentions
    self.attributes = attributes
    self.aliases = aliases
  }
}
