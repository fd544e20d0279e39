import DragnetDiagram
import DragnetText

extension Network {
  /// Which document speaks of whom: a row for each entity, a column for each document, and where the
  /// two meet how often.
  ///
  /// Entities that more than one document names stand on their own; those that one document alone
  /// names are folded into a count below its name. `limit` is the most entities (28), those named by
  /// most documents; at most twelve documents are shown, those that share most.
  ///
  /// - Complexity: O(*k* log *k*) for *k* mentions.
  public func mentionsFigure(
    _ options: FigureOptions = FigureOptions()
  ) throws(DrawingError) -> CaseFigure {
    let columns = ["Entity", "Type", "Document", "Mentions"]
    let title = options.title ?? "Which document speaks of whom"
    let table = MentionTable(CaseIndex(self), limit: max(options.limit ?? 28, 1))
    guard !table.documents.isEmpty else {
      return .empty(
        .mentions, title: title, why: "The network names no documents.", columns: columns)
    }
    var diagram = try table.diagram(NetworkPainter(self, options.links), options.links)
    let shared = counted(table.sharedCount, "entity", plural: "entities")
    diagram.title = title
    diagram.subtitle =
      "\(shared) that more than one of \(counted(documents.count, "document")) names, and how often "
      + "each does."
    return CaseFigure(
      kind: .mentions, diagram: diagram, layout: .neato,
      caption: "\(shared) named by more than one of \(counted(documents.count, "document")).",
      altText: "A grid of entities and the documents that name them. "
        + table.entities.prefix(6).map {
          "\($0.name) in \(counted(table.counts[$0.id]?.count ?? 0, "document"))"
        }.joined(separator: "; ") + ".",
      columns: columns, rows: table.rows)
  }
}

/// How often each document names each entity.
private struct MentionTable {
  let index: CaseIndex
  /// By entity and document.
  private(set) var counts: [String: [DocumentID: Int]] = [:]
  /// The rows.
  let entities: [Entity]
  /// The columns.
  let documents: [Network.Text]
  /// How many entities more than one document names.
  let sharedCount: Int
  private var alone: [DocumentID: Int] = [:]

  init(_ index: CaseIndex, limit: Int) {
    self.index = index
    for entity in index.network.entities {
      for mention in entity.mentions where index.documents[mention.document] != nil {
        counts[entity.id, default: [:]][mention.document, default: 0] += 1
      }
    }
    let counts = counts
    func total(_ id: String) -> Int { (counts[id] ?? [:]).values.reduce(0, +) }
    func spread(_ id: String) -> Int { counts[id]?.count ?? 0 }
    let shared = index.network.entities.filter { spread($0.id) > 1 }
    sharedCount = shared.count
    entities = Array(
      shared.sorted { a, b in
        (spread(b.id), total(b.id), index.place(a.id), a.id)
          < (spread(a.id), total(a.id), index.place(b.id), b.id)
      }.prefix(limit))
    for places in counts.values where places.count == 1 {
      for document in places.keys { alone[document, default: 0] += 1 }
    }
    let rows = entities
    func use(_ id: DocumentID) -> Int { rows.filter { counts[$0.id]?[id] != nil }.count }
    let kept = Set(
      index.network.documents.sorted { a, b in
        (use(b.id), a.name, a.id) < (use(a.id), b.name, b.id)
      }.prefix(12).map(\.id))
    documents = index.network.documents.filter { kept.contains($0.id) }.sorted {
      ($0.published ?? .distant, $0.name, $0.id) < ($1.published ?? .distant, $1.name, $1.id)
    }
  }

  var rows: [[String]] {
    entities.flatMap { entity in
      documents.compactMap { document in
        (counts[entity.id]?[document.id]).map {
          [entity.name, entity.type.rawValue, index.label(document.id), String($0)]
        }
      }
    }
  }

  private var notes: [String] {
    var notes: [String] = []
    if sharedCount > entities.count {
      notes.append(
        "Left out: \(sharedCount - entities.count) of \(sharedCount) entities that several documents "
          + "name, those of fewest documents.")
    }
    if index.network.documents.count > documents.count {
      notes.append(
        "Left out: \(index.network.documents.count - documents.count) of "
          + "\(index.network.documents.count) documents, those that share fewest names.")
    }
    return notes
  }

  /// The grid: names on the left, documents above, a tally where they meet, joined by a line.
  func diagram(
    _ painter: NetworkPainter, _ links: FigureLinks
  ) throws(DrawingError) -> Diagram {
    let most = Double(counts.values.flatMap(\.values).max() ?? 1)
    var nodes = entities.map { painter.node($0, size: 0.1) }
    var lines: [Diagram.Line] = []
    for document in documents {
      nodes.append(
        Diagram.Node(
          id: "d-" + document.id.rawValue, kind: "document", label: index.label(document.id),
          detail: alone[document.id].map { "and \(counted($0, "name")) found here only" },
          tooltip: document.title ?? document.name, link: links.document(document), size: 0.1,
          classes: ["document"]))
    }
    for entity in entities {
      var last = entity.id
      for document in documents {
        guard let count = counts[entity.id]?[document.id] else { continue }
        let id = "t-\(entity.id)-\(document.id.rawValue)"
        nodes.append(
          Diagram.Node(
            id: id, kind: "tally", label: String(count),
            tooltip: "\(index.label(document.id)): \(entity.name), \(counted(count, "mention"))",
            size: 0.6 * (Double(count) / most).squareRoot(), classes: ["tally"]))
        lines.append(
          Diagram.Line(
            id: "l-" + id, from: last, to: id, family: "support", width: 1, direction: .none,
            emphasis: .faint))
        last = id
      }
    }
    let sizes = try Diagram(nodes: nodes).nodeSizes()
    func size(_ id: String) -> Box {
      sizes[id] ?? Box(center: Point(x: 0, y: 0), width: 44, height: 26)
    }
    var places: [String: Point] = [:]
    let nameWidth = entities.map { size($0.id).width }.max() ?? 0
    var x = nameWidth + 30
    let headingHeight = documents.map { size("d-" + $0.id.rawValue).height }.max() ?? 26
    var centers: [DocumentID: Double] = [:]
    for document in documents {
      let width = max(size("d-" + document.id.rawValue).width, 60)
      centers[document.id] = x + width / 2
      places["d-" + document.id.rawValue] = Point(x: x + width / 2, y: headingHeight / 2 + 12)
      x += width + 14
    }
    var backdrop: [Backdrop] = []
    var top = 0.0
    for (row, entity) in entities.enumerated() {
      let ids = documents.map { "t-\(entity.id)-\($0.id.rawValue)" }
      let height = ([entity.id] + ids).compactMap { sizes[$0]?.height }.max() ?? 26
      let middle = top - height / 2 - 5
      places[entity.id] = Point(x: nameWidth - size(entity.id).width / 2, y: middle)
      for (document, id) in zip(documents, ids) where sizes[id] != nil {
        places[id] = Point(x: centers[document.id] ?? 0, y: middle)
      }
      backdrop.append(
        .band(
          Box(
            center: Point(x: (x - 8) / 2 - 4, y: middle), width: x + 8, height: height + 10),
          isTinted: row % 2 == 0))
      top -= height + 10
    }
    for index in nodes.indices { nodes[index].position = places[nodes[index].id] }
    var diagram = Diagram(
      nodes: nodes, lines: lines,
      legend: painter.legend(nodes: nodes, lines: []) + [
        .init(.kind("document"), "Document"), .init(.kind("tally"), "Number of mentions"),
      ], notes: notes)
    diagram.backdrop = backdrop
    return diagram
  }
}
