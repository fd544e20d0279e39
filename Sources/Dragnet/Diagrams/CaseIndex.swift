import DragnetText

/// A network looked up by id, with the words its figures share.
struct CaseIndex {
  let network: Network
  let entities: [String: Entity]
  let documents: [DocumentID: Network.Text]
  let labels: [DocumentID: String]
  /// The name of the entity that goes by a name, in small letters; none where several do.
  private let speakers: [String: String]
  /// By entity: its place among all, the most important first.
  let places: [String: Int]

  init(_ network: Network) {
    self.network = network
    entities = Dictionary(network.entities.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    documents = Dictionary(network.documents.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    labels = CaseIndex.labels(of: network)
    var speakers: [String: Set<String>] = [:]
    for entity in network.entities {
      for name in [entity.name] + entity.aliases {
        speakers[name.lowercased(), default: []].insert(entity.name)
      }
    }
    self.speakers = speakers.compactMapValues { $0.count == 1 ? $0.first : nil }
    places = Dictionary(
      network.entitiesByRank.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
  }

  func name(_ entity: String) -> String { entities[entity]?.name ?? "" }

  func label(_ document: DocumentID) -> String { labels[document] ?? document.rawValue }

  /// Who speaks, by the name of the entity where the words tell it.
  func speaker(_ words: String) -> String { speakers[words.lowercased()] ?? words }

  /// A short name for each document: its source where that tells it apart, else the beginning of its
  /// headline, else its file's name.
  private static func labels(of network: Network) -> [DocumentID: String] {
    let given = network.documentLabels
    var labels: [DocumentID: String] = [:]
    for document in network.documents {
      let label = given[document.id] ?? document.name
      labels[document.id] =
        label == document.name
        ? document.title.map { "“" + shortened($0, to: 44) + "”" } ?? label : label
    }
    let uses = Dictionary(grouping: labels.values) { $0 }
    for document in network.documents where uses[labels[document.id] ?? ""]?.count ?? 0 > 1 {
      labels[document.id] = document.name
    }
    return labels
  }

  func place(_ entity: String) -> Int { places[entity] ?? .max }

  /// *arrested*, *denied: arrested*.
  func verb(_ relation: Relation) -> String {
    relation.polarity == .denied ? "denied: " + relation.labelWords : relation.labelWords
  }

  /// *alleged, 2 origins*.
  func standing(_ relation: Relation) -> String {
    let modality = relation.modality == .fact ? "" : relation.modality.rawValue + ", "
    return modality + counted(relation.origins, "origin")
  }

  /// A sentence in quotation marks, on one line.
  func quoted(_ evidence: Evidence, limit: Int = 260) -> String {
    "“\(shortened(evidence.sentence, to: limit))”"
  }

  /// *“They met.” — The Daily*.
  func sourced(_ evidence: Evidence) -> String {
    quoted(evidence) + " — " + label(evidence.document)
  }

  /// The sentence of a relation that reads best in print: the shortest of those long enough to tell.
  func mainEvidence(_ relation: Relation) -> Evidence? {
    relation.evidence.min { a, b in
      let (first, second) = (abs(a.sentence.count - 110), abs(b.sentence.count - 110))
      return first != second
        ? first < second : (a.document, a.start) < (b.document, b.start)
    }
  }
}

/// A text on one line, cut between words with *…* where it is longer than `limit` characters.
func shortened(_ text: String, to limit: Int) -> String {
  let words = text.split(whereSeparator: \.isWhitespace)
  let line = words.joined(separator: " ")
  guard line.count > limit else { return line }
  var result = ""
  for word in words {
    if result.count + word.count + 1 > limit - 1 { break }
    result += (result.isEmpty ? "" : " ") + word
  }
  return (result.isEmpty ? String(line.prefix(max(limit - 1, 1))) : result) + "…"
}
