import Dragnet
import DragnetText

/// A network of three documents made by hand: who paid, led, moved and arrested whom.
struct SmallCase {
  private(set) var documents: [Network.Text] = []
  private(set) var entities: [Entity] = []
  private(set) var relations: [Relation] = []
  private(set) var conflicts: [Conflict] = []

  var network: Network {
    Network(
      documents: documents, entities: entities, relations: relations, conflicts: conflicts)
  }

  mutating func document(
    _ id: String, source: String? = nil, title: String? = nil, origin: String? = nil,
    published: String? = nil
  ) {
    documents.append(
      Network.Text(
        id: DocumentID(id), name: id + ".txt", title: title, source: source,
        published: published.flatMap { CalendarDate($0) }, sha256: "",
        origin: origin ?? source ?? id + ".txt", text: ""))
  }

  mutating func entity(
    _ id: String, _ type: EntityType = .person, name: String? = nil, in documents: [String] = []
  ) {
    entities.append(
      Entity(
        id: id, type: type, name: name ?? "Name \(id)", aliases: [], attributes: Attributes(),
        mentions: documents.enumerated().map {
          Entity.Occurrence(
            document: DocumentID($1), start: 10 * $0 + id.utf8.count, end: 10 * $0 + 20, text: id)
        }))
  }

  mutating func relation(
    _ from: String, _ to: String, _ type: String, date: String? = nil,
    modality: Modality = .fact, polarity: Polarity = .asserted, origins: [String] = ["A"],
    in document: String = "d1", saying sentence: String = "They say so.", at start: Int = 0
  ) {
    relations.append(
      Relation(
        id: "\(from)-\(type)-\(to)", from: from, to: to, type: type, polarity: polarity,
        modality: modality, date: date.flatMap { CalendarDate($0) }, confidence: 0.9,
        origins: origins.count, originIDs: origins,
        evidence: [
          Evidence(
            document: DocumentID(document), sentence: sentence, start: start,
            end: start + sentence.utf8.count)
        ]))
  }

  mutating func conflict(
    _ id: String, about: String, of entity: String, verdict: Verdict = .conflict,
    values: [(String, String, String)]
  ) {
    conflicts.append(
      Conflict(
        id: id, about: about, entities: [entity], verdict: verdict, reason: "They differ",
        values: values.map { value, document, sentence in
          Conflict.Value(
            value: value, number: Double(value), documents: [DocumentID(document)],
            evidence: [
              Evidence(
                document: DocumentID(document), sentence: sentence, start: 0,
                end: sentence.utf8.count)
            ])
        }))
  }

  /// The case most tests look at. Every word in it that is a name is `name` of the name's number.
  static func sample(_ name: (Int) -> String = { "Name \($0)" }) -> SmallCase {
    var made = SmallCase()
    made.document("d1", source: name(1), title: name(2), published: "2024-03-10")
    made.document("d2", source: name(3), title: name(4), origin: name(1), published: "2024-03-12")
    made.document("d3")
    for (place, type) in [
      ("boss", EntityType.person), ("gang", .organization), ("police", .agency), ("port", .place),
      ("men", .group), ("city", .place), ("banker", .person),
    ].enumerated() {
      made.entity(type.0, type.1, name: name(10 + place), in: ["d1", "d2"])
    }
    made.relation("boss", "gang", "leads", origins: ["A", "B"])
    made.relation("men", "gang", "member_of", modality: .alleged)
    made.relation("police", "boss", "arrested", date: "2024-03-09", saying: name(20))
    made.relation("police", "men", "arrested", saying: "They came on 8 March.")
    made.relation("men", "port", "taken_to", date: "2024-02")
    made.relation("men", "city", "taken_to", at: 30)
    made.relation("boss", "banker", "paid", in: "d2")
    made.conflict(
      "c1", about: name(30), of: "men",
      values: [("12", "d1", name(31)), ("14", "d2", name(32))])
    return made
  }
}
