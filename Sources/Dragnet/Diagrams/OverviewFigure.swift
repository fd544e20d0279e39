import DragnetDiagram
import DragnetText

extension Network {
  /// The main entities and what ties them, brought to what can be read: `overviewDiagram` of what a
  /// choice keeps, with caption and table.
  ///
  /// - Complexity: O(*n* log *n* + *m* log *m*), and that of the Leiden method for communities.
  public func overviewFigure(
    _ options: FigureOptions = FigureOptions(), choosing choice: MapChoice = MapChoice()
  ) throws(DrawingError) -> CaseFigure {
    let folds = Fold.all(of: drawnRelations)
    let (kept, omissions) = choice.reduce(folds, in: self)
    let importance = Importance(self, folds: kept, measure: options.measure)
    let title = options.title ?? suggestedTitle
    if choice.communities == .folded {
      return communityFigure(kept, importance, title: title, omissions, options)
    }
    let painter = NetworkPainter(self, options.links)
    let limit = options.limit ?? 60
    let shown = importance.mostImportant(limit)
    let visible = kept.filter { shown.contains($0.from) && shown.contains($0.to) }
    let drawn = mainFolds(visible, limit: max(2 * limit, 40))
    var nodes = entities.filter { shown.contains($0.id) }.map {
      painter.node($0, size: importance.score(of: $0.id))
    }
    var lines = drawn.map { painter.line($0) }
    var notes = mapNotes(
      shown: shown.count, linked: importance.count, drawn: drawn.count, visible: visible.count,
      because: omissions)
    if choice.foldsAlike {
      let alike = LookAlikes(nodes: nodes, lines: lines) {
        EntityType(rawValue: $0)?.plural ?? "alike"
      }
      (nodes, lines) = (alike.nodes, alike.lines)
      if alike.folded.nodes > 0 {
        notes.append(
          "Drawn as one: \(alike.folded.nodes) entities in \(alike.folded.into) nodes, each of one type "
            + "and with the same links.")
      }
    }
    var diagram = Diagram(
      title: title,
      subtitle: "Who is linked to whom in \(counted(documents.count, "document")). "
        + "Line weight shows the number of independent origins; type size shows \(importance.meaning).",
      nodes: nodes, lines: lines, legend: painter.legend(nodes: nodes, lines: lines), notes: notes)
    if choice.communities == .shapes {
      diagram.clusters = communityShapes(drawn, importance, among: Set(nodes.map(\.id)))
    }
    return figure(.overview, diagram, layout: .automatic)
  }

  /// Communities with the names of those that matter most in them; none where there is one only, or so
  /// few entities that the eye needs no help.
  func communityShapes(
    _ folds: [Fold], _ importance: Importance, among shown: Set<String>
  ) -> [Diagram.Cluster] {
    guard shown.count >= 8 else { return [] }
    let clusters: [Diagram.Cluster] = FoldGraph(folds).communities().enumerated().compactMap {
      place, members in
      let drawn = members.filter(shown.contains)
      guard drawn.count > 2 else { return nil }
      return Diagram.Cluster(
        id: "community-\(place + 1)", label: heading(of: members, importance), nodes: drawn)
    }
    return clusters.count > 1 ? clusters : []
  }

  private func heading(of members: [String], _ importance: Importance) -> String {
    let names = Dictionary(entities.map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a })
    return members.max {
      (importance.score(of: $0), $1) < (importance.score(of: $1), $0)
    }.flatMap { names[$0] } ?? ""
  }

  /// The communities of the network, the largest first: heading and ids. What a community folded into
  /// one node leads to.
  public func communities(
    _ options: FigureOptions = FigureOptions(), choosing choice: MapChoice = MapChoice()
  ) -> [(heading: String, entities: [String])] {
    let kept = choice.reduce(Fold.all(of: drawnRelations), in: self).folds
    let importance = Importance(self, folds: kept, measure: options.measure)
    return FoldGraph(kept).communities().map { (heading(of: $0, importance), $0) }
  }

  /// Each community as one node, lines by the number of links between them.
  private func communityFigure(
    _ folds: [Fold], _ importance: Importance, title: String, _ omissions: [String],
    _ options: FigureOptions
  ) -> CaseFigure {
    let graph = FoldGraph(folds)
    let communities = graph.communities()
    let index = CaseIndex(self)
    var home: [String: Int] = [:]
    for (place, members) in communities.enumerated() {
      for member in members { home[member] = place }
    }
    var inside = [Int](repeating: 0, count: communities.count)
    struct Pair: Hashable, Comparable {
      let low: Int
      let high: Int
      static func < (a: Pair, b: Pair) -> Bool { (a.low, a.high) < (b.low, b.high) }
    }
    var between: [Pair: [Fold]] = [:]
    for fold in graph.folds {
      guard let a = home[fold.from], let b = home[fold.to] else { continue }
      if a == b {
        inside[a] += 1
      } else {
        between[Pair(low: min(a, b), high: max(a, b)), default: []].append(fold)
      }
    }
    let largest = Double(max(communities.first?.count ?? 1, 1))
    let nodes = communities.enumerated().map { place, members in
      let ranked = members.sorted {
        (importance.score(of: $1), $0) < (importance.score(of: $0), $1)
      }
      var node = Diagram.Node(
        id: "community-\(place + 1)", kind: "community", label: heading(of: members, importance),
        detail: "\(members.count) entities, \(counted(inside[place], "link"))",
        tooltip: ranked.prefix(18).map(index.name).joined(separator: "\n"),
        link: options.links.community(place + 1),
        size: (Double(members.count) / largest).squareRoot(), classes: ["community"])
      node.body = listed(Array(ranked.dropFirst().prefix(4).map(index.name)))
      return node
    }
    let lines = between.keys.sorted().map { pair in
      let folds = between[pair] ?? []
      return Diagram.Line(
        id: "community-\(pair.low + 1)--community-\(pair.high + 1)",
        from: "community-\(pair.low + 1)", to: "community-\(pair.high + 1)", family: "same",
        labels: [Diagram.Label(counted(folds.count, "link"))],
        tooltip: folds.prefix(8).map { "\(index.name($0.from)) – \(index.name($0.to))" }
          .joined(separator: "\n"),
        width: 0.8 + 0.6 * Double(min(folds.count, 10)), direction: .none)
    }
    let loose = graph.entities.count - home.count
    var notes = omissions.isEmpty ? [] : ["Left out: " + omissions.joined(separator: "; ") + "."]
    if loose > 0 {
      notes.append(
        "Left out: \(counted(loose, "entity", plural: "entities")) in communities of fewer than three."
      )
    }
    return CaseFigure(
      kind: .overview,
      diagram: Diagram(
        title: title,
        subtitle: "\(counted(communities.count, "community", plural: "communities")) of "
          + "\(home.count) entities, each named after its most important member.",
        nodes: nodes, lines: lines, legend: [.init(.kind("community"), "Community")], notes: notes),
      layout: .neato,
      caption: "\(counted(communities.count, "community", plural: "communities")) of "
        + "\(home.count) entities.",
      altText: "Communities: "
        + nodes.prefix(8).map { "\($0.label) (\($0.detail ?? ""))" }.joined(separator: "; ") + ".",
      columns: ["Community", "Entity", "Type"],
      rows: communities.enumerated().flatMap { place, members in
        members.map {
          [nodes[place].label, index.name($0), index.entities[$0]?.type.rawValue ?? ""]
        }
      })
  }
}
