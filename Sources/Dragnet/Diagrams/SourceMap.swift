import DragnetDiagram
import DragnetText

extension Network {
  /// Who published, and from whom they have it: origins on the left, the documents that go back to
  /// them on the right, with the people they quote.
  ///
  /// A document that goes back to another's news counts for that origin; one that says nothing of
  /// the kind is its own. `limit` is the most documents (40).
  ///
  /// - Complexity: O(*d* log *d* + *m*) for *d* documents and *m* relations.
  public func sourcesFigure(
    _ options: FigureOptions = FigureOptions()
  ) throws(DrawingError) -> CaseFigure {
    let columns = ["Document", "Source", "Published", "Origin", "Claims", "Quotes"]
    guard !documents.isEmpty else {
      return .empty(
        .sources, title: options.title ?? "Who has it from whom",
        why: "The network names no documents.", columns: columns)
    }
    let index = CaseIndex(self)
    var map = SourceMap(index: index, links: options.links, limit: max(options.limit ?? 40, 1))
    try map.place()
    var diagram = Diagram(
      title: options.title ?? "Who has it from whom",
      subtitle: "\(counted(documents.count, "document")), \(counted(originNames.count, "origin")). "
        + "Corroboration counts origins: two documents with one origin are one voice.",
      nodes: map.nodes, lines: map.lines, legend: map.legend, notes: map.notes)
    diagram.backdrop = map.backdrop
    let shared = map.groups.filter { $0.documents.count > 1 }
    return CaseFigure(
      kind: .sources, diagram: diagram, layout: .neato,
      caption: "\(counted(documents.count, "document")) go back to "
        + "\(counted(originNames.count, "origin")).",
      altText:
        "\(counted(documents.count, "document")) and the \(counted(originNames.count, "origin")) "
        + "they go back to. "
        + (shared.isEmpty
          ? "No two share an origin."
          : shared.prefix(5).map { group in
            "\(group.origin): " + listed(group.documents.map { index.label($0.id) }) + "."
          }.joined(separator: " ")),
      columns: columns, rows: map.rows)
  }
}

/// Origins and documents as shapes in two columns.
private struct SourceMap {
  let index: CaseIndex
  let links: FigureLinks
  /// Origins with their documents, those of most documents first.
  let groups: [(origin: String, documents: [Network.Text])]
  private(set) var nodes: [Diagram.Node] = []
  private(set) var lines: [Diagram.Line] = []
  private(set) var notes: [String] = []
  private(set) var rows: [[String]] = []
  private(set) var backdrop: [Backdrop] = []

  init(index: CaseIndex, links: FigureLinks, limit: Int) {
    self.index = index
    self.links = links
    let all = Dictionary(grouping: index.network.documents) { $0.origin }
    func weight(_ origin: String) -> Int {
      let own = all[origin] ?? []
      return own.count == 1 && SourceMap.isOwn(own[0]) ? 0 : own.count
    }
    let ordered = all.keys.sorted { (weight($1), $0) < (weight($0), $1) }
    var room = limit
    groups = ordered.compactMap { origin in
      let own = (all[origin] ?? []).sorted {
        ($0.published ?? .distant, $0.name, $0.id) < ($1.published ?? .distant, $1.name, $1.id)
      }.prefix(room)
      room -= own.count
      return own.isEmpty ? nil : (origin, Array(own))
    }
    let shown = limit - room
    if shown < index.network.documents.count {
      notes.append(
        "Left out: \(index.network.documents.count - shown) of \(index.network.documents.count) "
          + "documents, of origins with the fewest.")
    }
    var claims: [DocumentID: Int] = [:]
    var speakers: [DocumentID: [String: Int]] = [:]
    for relation in index.network.relations {
      for document in Set(relation.evidence.map(\.document)) { claims[document, default: 0] += 1 }
      for evidence in relation.evidence {
        if let speaker = evidence.speaker {
          speakers[evidence.document, default: [:]][index.speaker(speaker), default: 0] += 1
        }
      }
    }
    for (place, group) in groups.enumerated() {
      addGroup(place, group.origin, group.documents, claims: claims, speakers: speakers)
    }
  }

  private mutating func addGroup(
    _ place: Int, _ origin: String, _ documents: [Network.Text], claims: [DocumentID: Int],
    speakers: [DocumentID: [String: Int]]
  ) {
    let isOwn = documents.count == 1 && SourceMap.isOwn(documents[0])
    nodes.append(
      isOwn
        ? Diagram.Node(id: "o\(place)", kind: "quote", label: "", detail: "names no other origin")
        : Diagram.Node(
          id: "o\(place)", kind: "origin", label: origin,
          detail: counted(documents.count, "document"),
          size: 0.2 + 0.12 * Double(min(documents.count, 6)), classes: ["origin"]))
    for document in documents {
      let quoted = (speakers[document.id] ?? [:]).sorted {
        ($1.value, $0.key) < ($0.value, $1.key)
      }.map(\.key)
      let count = claims[document.id] ?? 0
      rows.append([
        document.name, document.source ?? "", document.published?.description ?? "",
        document.origin, String(count), quoted.joined(separator: "; "),
      ])
      let id = "d-" + document.id.rawValue
      var node = Diagram.Node(
        id: id, kind: "document",
        label: shortened(document.title ?? index.label(document.id), to: 80),
        tooltip: document.name, link: links.document(document), size: 0.1,
        classes: ["document"])
      node.detail = [
        document.title == nil ? nil : document.source ?? document.name, document.published?.words,
        counted(count, "claim"),
      ].compactMap(\.self).joined(separator: "; ")
      if !quoted.isEmpty { node.body = "Quotes " + listed(Array(quoted.prefix(4))) }
      nodes.append(node)
      guard !isOwn else { continue }
      lines.append(
        Diagram.Line(
          id: "l-" + id, from: "o\(place)", to: id, family: "reporting",
          tooltip: "\(index.label(document.id)) has it from \(origin)", width: 2))
    }
  }

  /// True when a document goes back to nobody but itself.
  private static func isOwn(_ document: Network.Text) -> Bool {
    document.origin == document.source || document.origin == document.name
  }

  var legend: [Diagram.LegendEntry] {
    let own = [Diagram.LegendEntry(.kind("document"), "Document")]
    return lines.isEmpty ? own : [.init(.kind("origin"), "Origin it has its news from")] + own
  }

  /// Two columns; every origin in the middle of its documents.
  mutating func place() throws(DrawingError) {
    let sizes = try Diagram(nodes: nodes).nodeSizes()
    func size(_ id: String) -> Box {
      sizes[id] ?? Box(center: Point(x: 0, y: 0), width: 44, height: 26)
    }
    let originWidth = groups.indices.map { size("o\($0)").width }.max() ?? 0
    let documentWidth =
      groups.flatMap(\.documents).map { size("d-" + $0.id.rawValue).width }
      .max() ?? 0
    let documentLeft = originWidth + 130
    var places: [String: Point] = [:]
    var top = 0.0
    for (place, group) in groups.enumerated() {
      let origin = size("o\(place)")
      let boxes = group.documents.map { size("d-" + $0.id.rawValue) }
      let stack = boxes.reduce(-12) { $0 + $1.height + 12 }
      let height = max(stack, origin.height) + 24
      places["o\(place)"] = Point(x: originWidth / 2, y: top - height / 2)
      var y = top - (height - stack) / 2
      for (document, box) in zip(group.documents, boxes) {
        places["d-" + document.id.rawValue] = Point(
          x: documentLeft + box.width / 2, y: y - box.height / 2)
        y -= box.height + 12
      }
      let width = documentLeft + documentWidth + 28
      backdrop.append(
        .band(
          Box(
            center: Point(x: width / 2 - 14, y: top - height / 2), width: width, height: height),
          isTinted: place % 2 == 0))
      top -= height
    }
    for place in nodes.indices { nodes[place].position = places[nodes[place].id] }
  }
}
