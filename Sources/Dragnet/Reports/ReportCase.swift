import DragnetText

/// A network as the blocks of a report look at it: entities, relations and documents by id, and the
/// words a report has for them.
public struct ReportCase: Sendable {
  /// The network.
  public let network: Network
  /// Entities by id.
  public let entityByID: [String: Entity]
  /// The relations an entity is an end of, by its id, the most widely stated first. Those that only
  /// tell who reported on whom are not among them.
  public let relationsByEntity: [String: [Relation]]
  /// A short name for each document.
  public let documentLabels: [DocumentID: String]
  private let documentNumbers: [DocumentID: Int]
  private let documentNames: [DocumentID: String]
  let relationByID: [String: Relation]
  /// What keeps names out of the report, if anything does.
  let redacted: RedactedCase?

  /// Looks at a case whose listed names are roles. Blocks may still name entities by their names.
  public init(_ redacted: RedactedCase) { self.init(redacted.network, redacted) }

  /// Looks at a network.
  ///
  /// - Complexity: O(*n* + *m* log *m*) for *n* entities and *m* relations.
  public init(_ network: Network) { self.init(network, nil) }

  private init(_ network: Network, _ redacted: RedactedCase?) {
    self.network = network
    self.redacted = redacted
    entityByID = Dictionary(network.entities.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    relationByID = Dictionary(
      network.relations.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    documentLabels = network.documentLabels
    documentNumbers = Dictionary(
      network.documents.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { a, _ in a })
    documentNames = Dictionary(
      network.documents.map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a })
    var ends: [String: [Relation]] = [:]
    for relation in network.relations where relation.type != "reported_on" {
      ends[relation.from, default: []].append(relation)
      if relation.to != relation.from { ends[relation.to, default: []].append(relation) }
    }
    relationsByEntity = ends.mapValues { $0.sorted { $0.isMoreWidelyStated(than: $1) } }
  }

  /// A text as it may stand in the report.
  func safe(_ text: String) -> String { redacted?.replacer.redacted(text) ?? text }

  /// The name of an entity; its id when the network has none of it.
  public func name(of entity: String) -> String { entityByID[entity]?.name ?? entity }

  /// The short name of a document.
  public func label(of document: DocumentID) -> String {
    documentLabels[document] ?? document.rawValue
  }

  /// The anchor of a sentence in a report: the number of its document and where it stands there.
  public func anchor(of evidence: Evidence) -> String {
    "note-\(documentNumbers[evidence.document] ?? 0)-\(evidence.start)-\(evidence.end)"
  }

  /// The anchor of an entity's card in a report.
  public static func anchor(ofEntity id: String) -> String {
    "entity-"
      + String(
        id.unicodeScalars.map {
          $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0))
            ? Character($0) : "-"
        })
  }

  /// Where the line of a relation leads: to its first sentence.
  public func address(of relation: Relation) -> String? {
    relation.evidence.first.map { "#" + anchor(of: $0) }
  }

  /// Where an entity leads: to its card.
  public func address(of entity: Entity) -> String? {
    "#" + ReportCase.anchor(ofEntity: entity.id)
  }

  /// An entity as a piece of prose.
  public func mention(_ id: String) -> Prose {
    Prose([.entity(id: id, name: name(of: id))])
  }

  /// A document as a piece of prose.
  public func mention(_ id: DocumentID) -> Prose {
    Prose([.document(id, name: label(of: id))])
  }

  /// A relation as a statement: who, what, whom, how it is said and which sentences say it.
  public func statement(
    _ relation: Relation, withNotes: Bool = true, withDate: Bool = true
  ) -> Prose {
    var prose = mention(relation.from)
    prose += Prose([.text(" "), .label(relation.labelWords), .text(relation.directed ? " → " : " ")])
    prose += mention(relation.to)
    for word in qualifiers(relation) { prose += Prose([.text(" "), .hedge(word)]) }
    if withDate, let date = relation.date { prose += Prose(", \(date.words)") }
    if withNotes { prose += Prose([.text(" "), .notes(relation.evidence)]) }
    return prose
  }

  /// How a relation is said, where it is not said as plain fact.
  public func qualifiers(_ relation: Relation) -> [String] {
    (relation.modality == .fact ? [] : [relation.modality.rawValue])
      + (relation.polarity == .denied ? ["denied"] : [])
  }

  private func words(_ relation: Relation) -> String { statement(relation, withNotes: false).plain }

  private func says(_ evidence: [Evidence]) -> [String] {
    evidence.flatMap {
      [documentNames[$0.document] ?? "", $0.sentence, $0.speaker ?? ""]
    }
  }

  /// A relation as what a figure rests on.
  public func support(_ relation: Relation) -> Support {
    let ends = [relation.from, relation.to].flatMap { id -> [String] in
      [name(of: id), entityByID[id]?.type.rawValue ?? ""]
    }
    return Support(
      ["relation", relation.type] + ends,
      says: [
        relation.polarity.rawValue, relation.modality.rawValue, relation.date?.description ?? "",
        relation.directed.description, twoDecimals(relation.confidence),
        relation.originIDs.joined(separator: "\n"),
      ] + says(relation.evidence), words: words(relation))
  }

  /// An entity, with its name and what the texts say of it, as what a figure rests on.
  public func support(_ entity: Entity) -> Support {
    let attributes = entity.attributes
    return Support(
      ["entity", entity.type.rawValue, entity.name],
      says: [
        attributes.honorific, attributes.role, attributes.office, attributes.seat,
        attributes.country, attributes.count.map(String.init), attributes.noun,
      ].map { $0 ?? "" }, words: entity.name)
  }

  /// The other names of an entity as what a figure rests on.
  public func aliasSupport(_ entity: Entity) -> Support {
    Support(
      ["aliases", entity.type.rawValue, entity.name], says: entity.aliases,
      words: "the names of \(entity.name)")
  }

  /// A question with several values as what a figure rests on.
  public func support(_ conflict: Conflict) -> Support {
    let values = conflict.values.flatMap { value in
      [value.value] + value.documents.map { documentNames[$0] ?? "" } + says(value.evidence)
    }
    return Support(
      ["conflict", conflict.about] + conflict.entities.map(name(of:)),
      says: [conflict.verdict.rawValue, conflict.reason] + values, words: conflict.about)
  }

  /// A place in a ranking as what a figure rests on.
  public func support(_ place: RankedEntity, measure: String) -> Support {
    let interval = [place.low, place.high].map { $0.map(scoreText) ?? "" }
    return Support(
      ["rank", measure, name(of: place.entity), entityByID[place.entity]?.type.rawValue ?? ""],
      says: [String(place.rank), scoreText(place.score)] + interval,
      words: "\(name(of: place.entity)) by \(measure)")
  }

  /// A document, who published it and where its news came from, as what a figure rests on.
  public func support(_ document: Network.Text) -> Support {
    Support(
      ["document", document.name],
      says: [
        document.title ?? "", document.source ?? "", document.published?.description ?? "",
        document.origin, document.sha256,
      ], words: document.name)
  }
}

/// A probability with two decimals.
func twoDecimals(_ number: Double) -> String {
  let hundredths = Int((min(max(number, 0), 1) * 100).rounded())
  return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
}
