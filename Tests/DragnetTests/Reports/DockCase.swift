import Dragnet
import DragnetText

/// A small invented network written by hand: two people, a firm, a port and their sentences.
enum DockCase {
  static let sentences = [
    "Mara Quist owns Tern Shipping.", "Tern Shipping allegedly paid Olav Brandt.",
    "Olav Brandt visited Farhaven.", "Olav Brandt denied that he met Mara Quist.",
    "Quist’s ship carried 40 crates.", "Quist's ship carried 44 crates.",
  ]
  static let text = sentences.joined(separator: "\n")

  static func evidence(_ index: Int, speaker: String? = nil) -> Evidence {
    let start = sentences[..<index].reduce(0) { $0 + $1.utf8.count + 1 }
    return Evidence(
      document: DocumentID("d1"), sentence: sentences[index], start: start,
      end: start + sentences[index].utf8.count, speaker: speaker)
  }

  static func entity(
    _ id: String, _ type: EntityType, _ name: String, aliases: [String] = [], place: Int
  ) -> Entity {
    let start = evidence(place).start
    let range = text.utf8.count >= start ? start : 0
    return Entity(
      id: id, type: type, name: name, aliases: aliases, attributes: Attributes(),
      mentions: [
        .init(
          document: DocumentID("d1"), start: range, end: range + 4,
          text: String(sentences[place].prefix(4)))
      ])
  }

  static func relation(
    _ id: String, _ from: String, _ type: String, _ to: String, _ sentence: Int,
    polarity: Polarity = .asserted, modality: Modality = .fact, date: CalendarDate? = nil
  ) -> Relation {
    Relation(
      id: id, from: from, to: to, type: type, polarity: polarity, modality: modality, date: date,
      confidence: 0.8, origins: 1, originIDs: ["Ledger"], evidence: [evidence(sentence)])
  }

  static var network: Network {
    var network = Network(
      documents: [
        .init(
          id: DocumentID("d1"), name: "ledger.txt", title: "The crates of Farhaven",
          source: "Ledger", published: CalendarDate("2021-04-02"), sha256: "ab12", origin: "Ledger",
          text: text)
      ],
      entities: [
        entity("e1", .person, "Mara Quist", aliases: ["Quist", "the owner"], place: 0),
        entity("e2", .person, "Olav Brandt", aliases: ["Brandt"], place: 2),
        entity("e3", .organization, "Tern Shipping", place: 1),
        entity("e4", .place, "Farhaven", place: 2),
      ],
      relations: [
        relation("r1", "e1", "owns", "e3", 0),
        relation("r2", "e3", "paid", "e2", 1, modality: .alleged),
        relation("r3", "e2", "visited", "e4", 2, date: CalendarDate("2021-03-30")),
        relation("r4", "e2", "met", "e1", 3, polarity: .denied),
      ],
      conflicts: [
        Conflict(
          id: "c1", about: "crates carried", entities: ["e1"], verdict: .conflict,
          reason: "40 and 44 cannot both be right",
          values: [
            .init(value: "40", documents: [DocumentID("d1")], evidence: [evidence(4)]),
            .init(value: "44", documents: [DocumentID("d1")], evidence: [evidence(5)]),
          ])
      ])
    network.rankings = MeasuredNetwork(network).rankings()
    return network
  }
}
