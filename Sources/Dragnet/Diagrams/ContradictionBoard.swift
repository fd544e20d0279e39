import DragnetDiagram
import DragnetText

extension Network {
  /// All questions on which the documents differ, one below the other: what is asked, what is
  /// answered and by how many, and how it stands; open ones first.
  ///
  /// `limit` is the most questions (12).
  ///
  /// - Complexity: O(*v*) for *v* values.
  public func contradictionsFigure(
    _ options: FigureOptions = FigureOptions()
  ) throws(DrawingError) -> CaseFigure {
    let columns = ["Question", "Verdict", "Reason", "Value", "Document", "Origin", "Sentence"]
    guard !conflicts.isEmpty else {
      return .empty(
        .contradictions, title: options.title ?? "Where the documents differ",
        why: "The documents give one answer to every question.", columns: columns)
    }
    let index = CaseIndex(self)
    let ordered = conflicts.sorted { a, b in
      (a.verdict.isConflict ? 0 : 1, b.values.count, a.about, a.id)
        < (b.verdict.isConflict ? 0 : 1, a.values.count, b.about, b.id)
    }
    let shown = ordered.prefix(max(options.limit ?? 12, 1))
    let open = conflicts.filter(\.verdict.isConflict).count
    var diagram = try board(of: Array(shown), index, options.links)
    diagram.title = options.title ?? "Where the documents differ"
    diagram.subtitle =
      "\(counted(open, "question")) with answers that cannot all be right, "
      + "\(conflicts.count - open) that dissolve on a closer look. Below each answer: how many "
      + "documents give it, and from how many origins."
    if conflicts.count > shown.count {
      diagram.notes.append(
        "Left out: \(conflicts.count - shown.count) of \(conflicts.count) questions.")
    }
    return CaseFigure(
      kind: .contradictions, diagram: diagram, layout: .neato,
      caption:
        "\(counted(open, "open question")), \(counted(conflicts.count - open, "dissolved one")).",
      altText: shown.prefix(6).map { conflict in
        "\(capitalized(conflict.about)): \(listed(conflict.values.prefix(6).map(\.value))) – "
          + "\(conflict.verdict.words)."
      }.joined(separator: " "),
      columns: columns,
      rows: ordered.flatMap { conflict in
        index.rows(of: conflict).map {
          [$0[0], conflict.verdict.words, conflict.reason] + $0.dropFirst()
        }
      })
  }

  private func board(
    of conflicts: [Conflict], _ index: CaseIndex, _ links: FigureLinks
  ) throws(DrawingError) -> Diagram {
    var nodes: [Diagram.Node] = []
    for (row, conflict) in conflicts.enumerated() {
      var question = Diagram.Node(
        id: "q\(row)", kind: "word", label: capitalized(conflict.about),
        detail: conflict.verdict.words.uppercased(), tooltip: conflict.reason,
        link: links.conflict(conflict), size: 0.3, isMarked: conflict.verdict.isConflict,
        classes: ["question"])
      question.body = conflict.reason
      nodes.append(question)
      for (place, value) in conflict.values.enumerated() {
        let origins = index.origins(of: value.documents).count
        nodes.append(
          Diagram.Node(
            id: "q\(row)v\(place)", kind: "value", label: value.value,
            detail: "\(counted(value.documents.count, "document")), \(counted(origins, "origin"))",
            tooltip: value.evidence.prefix(6).map(index.sourced).joined(separator: "\n"),
            link: links.conflict(conflict), size: 0.12 * Double(min(origins, 6)),
            emphasis: conflict.verdict.isConflict ? .strong : .normal, classes: ["value"]))
      }
    }
    let sizes = try Diagram(nodes: nodes).nodeSizes()
    func size(_ id: String) -> Box {
      sizes[id] ?? Box(center: Point(x: 0, y: 0), width: 44, height: 26)
    }
    let questionWidth = conflicts.indices.map { size("q\($0)").width }.max() ?? 0
    let valueRoom = 620.0
    let right = questionWidth + 44 + valueRoom
    var places: [String: Point] = [:]
    var bands: [Backdrop] = []
    var top = 0.0
    for (row, conflict) in conflicts.enumerated() {
      // Values side by side, in as many rows as it takes.
      var x = questionWidth + 34, y = 14.0, deepest = 0.0
      for place in conflict.values.indices {
        let box = size("q\(row)v\(place)")
        if x + box.width > right, x > questionWidth + 34 {
          x = questionWidth + 34
          y += deepest + 10
          deepest = 0
        }
        places["q\(row)v\(place)"] = Point(x: x + box.width / 2, y: top - y - box.height / 2)
        x += box.width + 12
        deepest = max(deepest, box.height)
      }
      let question = size("q\(row)")
      let height = max(y + deepest, question.height + 14) + 14
      let drop = (height - 14 - y - deepest) / 2 - 7
      for place in conflict.values.indices where drop > 0 {
        places["q\(row)v\(place)"]?.y -= drop
      }
      places["q\(row)"] = Point(x: 12 + questionWidth / 2, y: top - height / 2)
      bands.append(
        .band(
          Box(center: Point(x: right / 2, y: top - height / 2), width: right, height: height),
          isTinted: row % 2 == 0))
      top -= height
    }
    for place in nodes.indices { nodes[place].position = places[nodes[place].id] }
    var diagram = Diagram(nodes: nodes)
    diagram.backdrop = bands
    if conflicts.contains(where: \.verdict.isConflict) {
      diagram.legend = [.init(.mark, "The answers cannot all be right")]
    }
    return diagram
  }
}
