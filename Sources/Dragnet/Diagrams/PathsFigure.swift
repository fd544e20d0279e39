import DragnetDiagram

extension Network {
  /// Paths from one entity to another, from left to right, with the sentence on each step.
  ///
  /// The sentences of the best attested paths stand between the entities, as many as `sentences`;
  /// further steps carry their words alone, their sentences are in the table.
  ///
  /// - Parameter paths: as `paths(from:to:)` finds them, the best first.
  public func pathsFigure(
    _ paths: [NetworkPath], sentences: Int = 9, _ options: FigureOptions = FigureOptions()
  ) throws(DrawingError) -> CaseFigure {
    let index = CaseIndex(self)
    var diagram = pathDiagram(
      paths.map(\.entities), title: options.title, link: options.links.relation,
      entityLink: options.links.entity)
    guard !paths.isEmpty else {
      diagram.title = options.title ?? "No path"
      return CaseFigure(
        kind: .paths, diagram: diagram, caption: "Nothing joins the two.",
        altText: "An empty figure. Nothing joins the two.", columns: Network.pathColumns, rows: [])
    }
    addSentences(to: &diagram, along: paths, index, limit: sentences)
    return CaseFigure(
      kind: .paths, diagram: diagram, layout: .dot,
      caption: "\(diagram.title): \(counted(paths.count, "path")), "
        + "\(counted(paths[0].steps.count, "step")) on the shortest.",
      altText: altText(of: paths, index), columns: Network.pathColumns,
      rows: pathRows(paths, index))
  }

  static let pathColumns = ["Path", "Step", "From", "Relation", "To", "Origins", "Sentence"]

  private func pathRows(_ paths: [NetworkPath], _ index: CaseIndex) -> [[String]] {
    let known = Dictionary(relations.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    return paths.enumerated().flatMap { number, path in
      path.steps.enumerated().flatMap { place, step in
        step.relations.compactMap { known[$0] }.map { relation in
          [
            "\(number + 1)", "\(place + 1)", index.name(relation.from), index.verb(relation),
            index.name(relation.to), String(relation.origins),
            index.mainEvidence(relation).map(index.sourced) ?? "",
          ]
        }
      }
    }
  }

  private func altText(of paths: [NetworkPath], _ index: CaseIndex) -> String {
    let known = Dictionary(relations.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let told = paths.prefix(3).map { path in
      path.steps.compactMap { $0.relations.first.flatMap { known[$0] } }.map {
        "\(index.name($0.from)) – \(index.verb($0)) – \(index.name($0.to))"
      }.joined(separator: "; ")
    }
    return "\(counted(paths.count, "path")) between two entities. " + told.joined(separator: ". ")
      + "."
  }

  /// Puts a card with the words of a document in the middle of each step, along the first paths.
  private func addSentences(
    to diagram: inout Diagram, along paths: [NetworkPath], _ index: CaseIndex, limit: Int
  ) {
    let known = Dictionary(relations.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    var room = limit
    var cards: [Int: [String]] = [:]
    for path in paths {
      for (depth, step) in path.steps.enumerated() where room > 0 {
        let id = min(step.from, step.to) + "--" + max(step.from, step.to)
        guard let place = diagram.lines.firstIndex(where: { $0.id == id }),
          let relation = step.relations.first.flatMap({ known[$0] }),
          let evidence = index.mainEvidence(relation)
        else { continue }
        room -= 1
        let line = diagram.lines[place]
        let card = "s-" + id
        var node = Diagram.Node(
          id: card, kind: "quote",
          label: (relation.from == line.from ? "" : "← ")
            + step.relations.compactMap { known[$0] }.map(index.verb).reduce(into: []) {
              if !$0.contains($1) { $0.append($1) }
            }.prefix(3).joined(separator: ", ") + (relation.from == line.from ? " →" : ""),
          detail: index.label(evidence.document) + ", " + counted(step.origins, "origin"),
          tooltip: line.tooltip, link: line.link, size: 0.3,
          isMarked: line.labels.contains(where: \.isMarked), classes: ["sentence"])
        node.body = index.quoted(evidence, limit: 200)
        diagram.nodes.append(node)
        cards[depth, default: []].append(card)
        var first = line, second = line
        first.id += "-1"
        second.id += "-2"
        (first.to, second.from) = (card, card)
        (first.labels, second.labels) = ([], [])
        first.direction = line.direction == .backward || line.direction == .both ? .backward : .none
        second.direction = line.direction == .forward || line.direction == .both ? .forward : .none
        diagram.lines[place] = first
        diagram.lines.append(second)
      }
    }
    for depth in cards.keys.sorted() { diagram.ranks.append(cards[depth] ?? []) }
  }
}

extension Network {
  /// What ties several entities together: a short tree of the network that joins them all, with the
  /// sentence of each tie numbered below.
  ///
  /// - Parameter entityIDs: two or more; unknown ones are skipped.
  public func pathsFigure(
    among entityIDs: [String], _ options: FigureOptions = FigureOptions()
  ) throws(DrawingError) -> CaseFigure {
    let index = CaseIndex(self)
    let ends = entityIDs.filter { index.entities[$0] != nil }
    let names = ends.map(index.name)
    let title = options.title ?? "What ties \(listed(names))"
    var measureOptions = MeasureOptions()
    measureOptions.types.formUnion(ends.compactMap { index.entities[$0]?.type })
    let measured = MeasuredNetwork(self, options: measureOptions)
    let places = Dictionary(
      measured.entities.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    guard ends.count > 1,
      let tree = try? measured.graph.connectingTree(of: ends.compactMap { places[$0] })
    else {
      return .empty(
        .paths, title: title, why: "Nothing in the network joins \(listed(names)).",
        columns: Network.pathColumns)
    }
    let painter = NetworkPainter(self, options.links)
    let folds = Dictionary(
      Fold.all(of: drawnRelations).map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let shown = Set(tree.nodes.map { measured.entities[$0] })
    let nodes = entities.filter { shown.contains($0.id) }.map {
      painter.node($0, size: 0.35, emphasis: ends.contains($0.id) ? .focus : .normal)
    }
    var lines: [Diagram.Line] = []
    var notes: [String] = []
    var rows: [[String]] = []
    for edge in tree.edges {
      let (a, b) = measured.graph.ends(ofEdge: edge)
      let (from, to) = (measured.entities[a], measured.entities[b])
      guard let fold = folds[min(from, to) + "--" + max(from, to)],
        let relation = fold.relations.first
      else { continue }
      let number = lines.count + 1
      var line = painter.line(fold)
      if !line.labels.isEmpty { line.labels[0].text = "\(number). " + line.labels[0].text }
      lines.append(line)
      let said = index.mainEvidence(relation).map(index.sourced) ?? ""
      if number <= 7 { notes.append("\(number). \(said)") }
      rows.append([
        "", "\(number)", index.name(relation.from), index.verb(relation), index.name(relation.to),
        String(relation.origins), said,
      ])
    }
    if lines.count > 7 {
      notes.append("The sentences of \(lines.count - 7) more ties are in the table.")
    }
    return CaseFigure(
      kind: .paths,
      diagram: Diagram(
        title: title,
        subtitle:
          "\(counted(lines.count, "tie")) join all \(ends.count). Line weight shows the number "
          + "of independent origins; the sentences stand below.",
        nodes: nodes, lines: lines, legend: painter.legend(nodes: nodes, lines: lines),
        notes: notes), layout: .neato,
      caption: "\(title): \(counted(lines.count, "tie")).",
      altText: "\(title): "
        + rows.prefix(10).map { "\($0[2]) – \($0[3]) – \($0[4])" }.joined(separator: "; ") + ".",
      columns: Network.pathColumns, rows: rows)
  }
}
