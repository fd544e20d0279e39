import Dragnet
import DragnetText

/// How entities, relations and sentences of a network are shown in plain text.
struct Quotations {
  private let names: [String: String]
  private let labels: [DocumentID: String]
  private let files: [DocumentID: String]
  private let grades: [DocumentID: Grade]

  init(_ network: Network) {
    names = Dictionary(
      network.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    labels = network.documentLabels
    grades = Dictionary(
      network.documents.compactMap { text in text.grade.map { (text.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    files = Dictionary(
      network.documents.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// The name of an entity.
  func name(_ id: String) -> String { singleLine(names[id] ?? id) }

  /// The short name of a document, with the grade of its source where it has one.
  func document(_ id: DocumentID) -> String {
    label(id) + (grades[id].map { " [\($0)]" } ?? "")
  }

  private func label(_ id: DocumentID) -> String { singleLine(labels[id] ?? id.rawValue) }

  /// A relation in a line: who, what, whom, how it is said and by how many.
  func line(_ relation: Relation) -> String {
    var notes: [String] = []
    if relation.modality != .fact { notes.append(relation.modality.rawValue) }
    if relation.polarity == .denied { notes.append("denied") }
    if let date = relation.date { notes.append(date.description) }
    notes.append(relation.origins == 1 ? "1 origin" : "\(relation.origins) origins")
    notes.append("confidence \(twoDecimals(relation.confidence))")
    if let credence = relation.credence { notes.append("credence \(twoDecimals(credence))") }
    let arrow = relation.directed ? "→" : "–"
    return "\(name(relation.from)) \(singleLine(relation.labelWords)) \(arrow) "
      + "\(name(relation.to))  (\(notes.joined(separator: ", ")))"
  }

  /// A sentence with its place, in two lines indented by spaces.
  func quote(_ evidence: Evidence, indent: Int) -> String {
    let gap = String(repeating: " ", count: indent)
    let speaker = evidence.speaker.map { ", as said by \(singleLine($0))" } ?? ""
    let source = document(evidence.document)
    let file = singleLine(files[evidence.document] ?? "")
    let place = label(evidence.document) == file ? source : "\(source), \(file)"
    return "\(gap)“\(singleLine(evidence.sentence))”\n"
      + "\(gap)— \(place), bytes \(evidence.start)–\(evidence.end)\(speaker)"
  }

  /// The first sentences of a list, each in two lines, and how many more there are.
  func quotes(_ evidence: [Evidence], limit: Int, indent: Int) -> [String] {
    let more = evidence.count - limit
    return evidence.prefix(limit).map { quote($0, indent: indent) }
      + (more > 0 ? [String(repeating: " ", count: indent) + "and \(more) more"] : [])
  }
}

/// A probability with two decimals.
func twoDecimals(_ number: Double) -> String {
  let hundredths = Int((min(max(number, 0), 1) * 100).rounded())
  return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
}
