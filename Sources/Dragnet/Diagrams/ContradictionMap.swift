import DragnetDiagram
import DragnetText

extension Network {
  /// One question in the middle, its rival values to both sides, and behind each value the documents
  /// that give it with their words. The verdict and its reason stand with the question.
  ///
  /// Lines are as wide as a value has origins; a value that cannot stand beside another is marked.
  /// `limit` is the most documents behind a value (4).
  ///
  /// - Complexity: O(*v* log *v*) for *v* values.
  public func contradictionFigure(
    _ conflict: Conflict, _ options: FigureOptions = FigureOptions()
  ) throws(DrawingError) -> CaseFigure {
    let index = CaseIndex(self)
    var map = ContradictionMap(
      conflict, index: index, links: options.links, limit: max(options.limit ?? 4, 1))
    try map.place()
    let title = options.title ?? capitalized(conflict.about)
    let documents = Set(conflict.values.flatMap(\.documents)).count
    let origins = index.origins(of: conflict.values.flatMap(\.documents)).count
    let diagram = Diagram(
      title: title,
      subtitle:
        "\(counted(conflict.values.count, "value")) in \(counted(documents, "document")) of "
        + "\(counted(origins, "origin")). Verdict: \(conflict.verdict.words).",
      nodes: map.nodes, lines: map.lines, legend: map.legend, notes: map.notes)
    return CaseFigure(
      kind: .contradiction, diagram: diagram, layout: .neato,
      caption: "\(title): \(conflict.verdict.words) – \(conflict.reason).",
      altText: "The question “\(conflict.about)” with "
        + "\(counted(conflict.values.count, "value")): "
        + listed(
          conflict.values.prefix(8).map {
            "\($0.value) (\(counted($0.documents.count, "document")))"
          }) + ". Verdict: \(conflict.verdict.words); \(conflict.reason).",
      columns: ["Question", "Value", "Document", "Origin", "Sentence"],
      rows: index.rows(of: conflict))
  }
}

extension CaseIndex {
  /// Names of the origins of some documents, sorted.
  func origins(of ids: [DocumentID]) -> [String] {
    Set(ids.compactMap { documents[$0]?.origin }).sorted()
  }

  /// The answers to a question, a row for each document that gives one.
  func rows(of conflict: Conflict) -> [[String]] {
    conflict.values.flatMap { value in
      value.documents.map { id in
        [
          conflict.about, value.value, label(id), documents[id]?.origin ?? "",
          value.evidence.first { $0.document == id }.map { quoted($0) } ?? "",
        ]
      }
    }
  }
}

/// A question, its values and their documents as shapes, in two wings.
private struct ContradictionMap {
  /// Values with the documents that give them, from top to bottom.
  private struct Block {
    var values: [String]
    var documents: [String]
  }

  private struct Wing {
    var blocks: [Block] = []
    var height = 0.0
  }

  let conflict: Conflict
  let index: CaseIndex
  let links: FigureLinks
  private(set) var nodes: [Diagram.Node] = []
  private(set) var lines: [Diagram.Line] = []
  private(set) var notes: [String] = []
  private var blocks: [Block] = []

  init(_ conflict: Conflict, index: CaseIndex, links: FigureLinks, limit: Int) {
    self.conflict = conflict
    self.index = index
    self.links = links
    var question = Diagram.Node(
      id: "question", kind: "question", label: capitalized(conflict.about),
      detail: conflict.verdict.words.uppercased(), tooltip: conflict.reason,
      link: links.conflict(conflict), size: 0.5, emphasis: .focus)
    question.body = conflict.reason
    nodes.append(question)
    let isOpen = conflict.verdict.isConflict
    for (place, value) in conflict.values.enumerated() {
      let origins = index.origins(of: value.documents)
      let id = "v\(place)"
      nodes.append(
        Diagram.Node(
          id: id, kind: "value", label: value.value,
          detail: counted(origins.count, "origin"),
          tooltip: value.evidence.prefix(6).map(index.sourced).joined(separator: "\n"),
          link: links.conflict(conflict), size: 0.25 + 0.15 * Double(min(origins.count, 5)),
          emphasis: .strong, isMarked: isOpen, classes: ["value"]))
      lines.append(
        Diagram.Line(
          id: "q-" + id, from: "question", to: id, family: isOpen ? "conflict" : "dissolved",
          tooltip: "\(conflict.about): \(value.value)",
          width: 0.9 + 0.9 * Double(min(origins.count, 6)), direction: .none))
      addDocuments(of: value, named: id, limit: limit)
    }
  }

  private mutating func addDocuments(of value: Conflict.Value, named id: String, limit: Int) {
    var shown: [String] = []
    for document in value.documents.prefix(limit) {
      guard let text = index.documents[document] else { continue }
      let evidence = value.evidence.filter { $0.document == document }
      let main = evidence.min { ($0.sentence.count, $0.start) < ($1.sentence.count, $1.start) }
      // One sentence that gives two values stands once, behind both.
      let own = "\(document.rawValue)-\(main.map { String($0.start) } ?? id)"
      shown.append(own)
      lines.append(
        Diagram.Line(
          id: "d-\(id)-\(own)", from: id, to: own, family: "support", width: 1.1,
          direction: .none))
      if nodes.contains(where: { $0.id == own }) { continue }
      var remarks = [text.published?.words]
      if let speaker = main?.speaker { remarks.append("quoting " + index.speaker(speaker)) }
      if text.origin != text.source, text.origin != text.name {
        remarks.append("news from " + text.origin)
      }
      var node = Diagram.Node(
        id: own, kind: "document", label: index.label(document),
        detail: remarks.compactMap(\.self).joined(separator: "; "),
        tooltip: evidence.map(index.sourced).joined(separator: "\n"),
        link: links.document(text), classes: ["document"])
      node.body = main.map { index.quoted($0, limit: 190) }
      nodes.append(node)
    }
    if value.documents.count > shown.count {
      let own = "\(id)-more"
      nodes.append(
        Diagram.Node(
          id: own, kind: "more",
          label: counted(value.documents.count - shown.count, "more document")))
      lines.append(
        Diagram.Line(
          id: "d-" + own, from: id, to: own, family: "support", width: 1.1, dash: .dotted,
          direction: .none))
      shown.append(own)
    }
    // Values that share a sentence stay together.
    let sharing = blocks.indices.filter { !blocks[$0].documents.filter(shown.contains).isEmpty }
    var block = Block(values: [id], documents: shown)
    for index in sharing.reversed() {
      let other = blocks.remove(at: index)
      block.values = other.values + block.values
      block.documents = other.documents + block.documents.filter { !other.documents.contains($0) }
    }
    blocks.insert(block, at: sharing.first ?? blocks.count)
  }

  var legend: [Diagram.LegendEntry] {
    var entries = [
      Diagram.LegendEntry(.kind("value"), "Value"),
      .init(.kind("document"), "Document that gives it"),
    ]
    if conflict.verdict.isConflict { entries.append(.init(.mark, "Cannot all be right")) }
    return entries
  }

  /// Puts the question in the middle, the values beside it and the documents outside.
  mutating func place() throws(DrawingError) {
    let sizes = try Diagram(nodes: nodes).nodeSizes()
    func size(_ id: String) -> Box {
      sizes[id] ?? Box(center: Point(x: 0, y: 0), width: 44, height: 26)
    }
    let gap = 12.0
    func stack(_ ids: [String]) -> Double { ids.reduce(-gap) { $0 + size($1).height + gap } }
    func height(_ block: Block) -> Double { max(stack(block.documents), stack(block.values)) }
    // Each value goes to the lower wing, the most widely given first, so that both end up even.
    var wings = [Wing(), Wing()]
    for block in blocks {
      let side = wings[1].height < wings[0].height ? 1 : 0
      wings[side].blocks.append(block)
      wings[side].height += height(block) + 2 * gap
    }
    var places = ["question": Point(x: 0, y: 0)]
    for (wing, sign) in zip(wings, [-1.0, 1]) {
      let widest = wing.blocks.flatMap(\.values).map { size($0).width }.max() ?? 0
      let valueX = size("question").width / 2 + 64 + widest / 2
      let documentX = valueX + widest / 2 + 44
      var top = (wing.height - 2 * gap) / 2
      for block in wing.blocks {
        let own = height(block)
        var y = top - (own - stack(block.values)) / 2
        for value in block.values {
          places[value] = Point(x: sign * valueX, y: y - size(value).height / 2)
          y -= size(value).height + gap
        }
        y = top - (own - stack(block.documents)) / 2
        for document in block.documents {
          let box = size(document)
          places[document] = Point(
            x: sign * (documentX + box.width / 2), y: y - box.height / 2)
          y -= box.height + gap
        }
        top -= own + 2 * gap
      }
    }
    for index in nodes.indices { nodes[index].position = places[nodes[index].id] }
  }
}
