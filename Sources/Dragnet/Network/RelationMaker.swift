import DragnetText

/// Folds the findings of all documents into relations between entities.
///
/// Findings with the same ends, label, direction, polarity and modality are one relation. Its
/// confidence is the probability that at least one origin said so, taking only the surest finding of
/// each origin: 1 − Π (1 − c), at most 0.99: no number of readings makes certain. A finding that
/// ties an entity to itself is dropped.
struct RelationMaker {
  private struct Key: Hashable {
    let from: Int
    let to: Int
    let label: String
    let isDirected: Bool
    let polarity: Polarity
    let modality: Modality
  }

  fileprivate struct Support {
    var evidence: Set<Evidence> = []
    var confidences: [String: Double] = [:]
    var dates: [CalendarDate] = []
  }

  /// Makes the relations, in the order `Network.relations` asks for.
  ///
  /// - Parameters:
  ///   - origins: the origin of every reading's document.
  ///   - entityOf: by reading and chain, the index of the entity, or nil where none was made.
  static func relations(
    readings: [Reading], origins: [String], entities: [Entity],
    entityOf: [[Int?]]
  ) -> [Relation] {
    var support: [Key: Support] = [:]
    for (index, reading) in readings.enumerated() {
      for finding in reading.findings {
        guard let from = entityOf[index][reading.mentions[finding.from].chain],
          let to = entityOf[index][reading.mentions[finding.to].chain], from != to
        else { continue }
        let isSwapped = !finding.isDirected && to < from
        let key = Key(
          from: isSwapped ? to : from, to: isSwapped ? from : to, label: finding.label,
          isDirected: finding.isDirected, polarity: finding.polarity, modality: finding.modality)
        support[key, default: Support()].add(finding, in: reading, origin: origins[index])
      }
    }
    let places = Dictionary(
      uniqueKeysWithValues: readings.enumerated().map { ($1.document.id, $0) })
    var ids = UniqueIDs()
    let ordered = support.keys.sorted { isBefore($0, $1) }
    return ordered.compactMap { key in
      guard let said = support[key] else { return nil }
      return relation(key, said, entities: entities, places: places, ids: &ids)
    }
  }

  private static func isBefore(_ a: Key, _ b: Key) -> Bool {
    (a.from, a.to, a.label, a.polarity.rawValue, a.modality.rawValue, a.isDirected ? 0 : 1)
      < (b.from, b.to, b.label, b.polarity.rawValue, b.modality.rawValue, b.isDirected ? 0 : 1)
  }

  private static func relation(
    _ key: Key, _ said: Support, entities: [Entity], places: [DocumentID: Int],
    ids: inout UniqueIDs
  ) -> Relation {
    let from = entities[key.from].id, to = entities[key.to].id
    var id = ContentID()
    for part in [
      from, to, key.label, key.isDirected ? "directed" : "mutual", key.polarity.rawValue,
      key.modality.rawValue,
    ] {
      id.add(part)
    }
    let names = said.confidences.keys.sorted()
    let doubt = names.reduce(1.0) { $0 * (1 - min(1, max(0, said.confidences[$1] ?? 0))) }
    return Relation(
      id: ids.claim(id.text("r")), from: from, to: to, type: key.label, directed: key.isDirected,
      polarity: key.polarity, modality: key.modality, date: commonDate(said.dates),
      confidence: min(99, (100 * (1 - doubt)).rounded()) / 100, origins: names.count,
      originIDs: names,
      evidence: said.evidence.sorted { a, b in
        let left = places[a.document] ?? 0, right = places[b.document] ?? 0
        return (left, a.start, a.end, a.speaker ?? "") < (right, b.start, b.end, b.speaker ?? "")
      })
  }

  /// The most precise date when all others hold it; nil when two exclude each other.
  static func commonDate(_ dates: [CalendarDate]) -> CalendarDate? {
    guard let finest = dates.max(by: { precision($0) < precision($1) }) else { return nil }
    return dates.allSatisfy { $0.contains(finest) } ? finest : nil
  }

  private static func precision(_ date: CalendarDate) -> Int {
    date.day != nil ? 3 : date.month != nil ? 2 : 1
  }
}

extension RelationMaker.Support {
  fileprivate mutating func add(_ finding: Finding, in reading: Reading, origin: String) {
    evidence.insert(Evidence(finding.sentence, of: reading, speaker: finding.speaker))
    confidences[origin] = max(confidences[origin] ?? 0, finding.confidence)
    if let date = finding.date { dates.append(date) }
  }
}

extension Evidence {
  /// A whole sentence of a reading as evidence.
  init(_ sentence: Int, of reading: Reading, speaker: String?) {
    let range = reading.sentences[sentence].range
    self.init(
      document: reading.document.id, sentence: reading.document.quote(range), start: range.start,
      end: range.end, speaker: speaker)
  }
}
