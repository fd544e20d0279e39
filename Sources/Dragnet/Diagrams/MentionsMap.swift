import DragnetDiagram
import DragnetText

extension Network {
  /// Which document speaks of whom: documents and entities, lines as wide as there are mentions.
  ///
  /// Entities that more than one document names stand on their own; those that one document alone
  /// names are folded into a count beside it. `limit` is the most entities (28), those named by most
  /// documents.
  ///
  /// - Complexity: O(*k* log *k*) for *k* mentions.
  public func mentionsFigure(
    _ options: FigureOptions = FigureOptions()
  ) throws(DrawingError) -> CaseFigure {
    let columns = ["Entity", "Type", "Document", "Mentions"]
    let title = options.title ?? "Which document speaks of whom"
    let index = CaseIndex(self)
    var counts: [String: [DocumentID: Int]] = [:]
    for entity in entities {
      for mention in entity.mentions where index.documents[mention.document] != nil {
        counts[entity.id, default: [:]][mention.document, default: 0] += 1
      }
    }
    guard !counts.isEmpty else {
      return .empty(
        .mentions, title: title, why: "The network names no documents.", columns: columns)
    }
    func total(_ id: String) -> Int { (counts[id] ?? [:]).values.reduce(0, +) }
    let shared = entities.map(\.id).filter { (counts[$0]?.count ?? 0) > 1 }.sorted {
      (counts[$1]?.count ?? 0, total($1), index.place($0), $0)
        < (counts[$0]?.count ?? 0, total($0), index.place($1), $1)
    }
    let shown = shared.prefix(max(options.limit ?? 28, 1))
    let painter = NetworkPainter(self, options.links)
    let most = Double(max(shown.map { counts[$0]?.count ?? 0 }.max() ?? 1, 1))
    var nodes = shown.compactMap { index.entities[$0] }.map {
      painter.node($0, size: Double(counts[$0.id]?.count ?? 0) / most * 0.6)
    }
    var lines: [Diagram.Line] = []
    var alone: [DocumentID: Int] = [:]
    for (_, places) in counts where places.count == 1 {
      for document in places.keys { alone[document, default: 0] += 1 }
    }
    for document in documents {
      let id = "d-" + document.id.rawValue
      nodes.append(
        Diagram.Node(
          id: id, kind: "document", label: index.label(document.id),
          detail: alone[document.id].map {
            "and \(counted($0, "name")) found here only"
          }, tooltip: document.title ?? document.name, link: options.links.document(document),
          size: 0.35, emphasis: .strong, classes: ["document"]))
      for entity in shown {
        guard let count = counts[entity]?[document.id] else { continue }
        lines.append(
          Diagram.Line(
            id: "\(id)-\(entity)", from: id, to: entity, family: "support",
            tooltip: "\(index.label(document.id)): \(index.name(entity)), "
              + counted(count, "mention"), width: 0.5 + 0.5 * Double(min(count, 8)).squareRoot(),
            direction: .none))
      }
    }
    var notes: [String] = []
    if shared.count > shown.count {
      notes.append(
        "Left out: \(shared.count - shown.count) of \(shared.count) entities that several documents "
          + "name, those of fewest documents.")
    }
    let lone = alone.values.reduce(0, +)
    if lone > 0 {
      notes.append(
        "Folded into the documents: \(counted(lone, "name")) found in one document only.")
    }
    let diagram = Diagram(
      title: title,
      subtitle: "\(counted(shared.count, "entity", plural: "entities")) that more than one of "
        + "\(counted(documents.count, "document")) names. Line weight shows the number of mentions.",
      nodes: nodes, lines: lines,
      legend: painter.legend(nodes: nodes, lines: lines) + [.init(.kind("document"), "Document")],
      notes: notes)
    return CaseFigure(
      kind: .mentions, diagram: diagram, layout: .neato,
      caption: "\(counted(shared.count, "entity", plural: "entities")) named by more than one of "
        + "\(counted(documents.count, "document")).",
      altText: "Documents and the entities they name. "
        + shown.prefix(6).map {
          "\(index.name($0)) in \(counted(counts[$0]?.count ?? 0, "document"))"
        }
        .joined(separator: "; ") + ".",
      columns: columns,
      rows: shown.flatMap { entity in
        documents.compactMap { document in
          (counts[entity]?[document.id]).map {
            [
              index.name(entity), index.entities[entity]?.type.rawValue ?? "",
              index.label(document.id), String($0),
            ]
          }
        }
      })
  }
}
