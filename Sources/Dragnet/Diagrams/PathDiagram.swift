import DragnetDiagram

extension Network {
  /// Paths between entities, from left to right; the best attested one is drawn heavier.
  ///
  /// - Parameters:
  ///   - paths: each a list of entity ids from start to end. Unknown entities and steps without a
  ///     relation are skipped.
  ///   - title: the headline; by default *From A to B*.
  ///   - link: where a line leads.
  ///   - entityLink: where an entity leads.
  public func pathDiagram(
    _ paths: [[String]], title: String? = nil,
    link: @escaping (Relation) -> String? = { _ in nil },
    entityLink: @escaping (Entity) -> String? = { _ in nil }
  ) -> Diagram {
    let painter = NetworkPainter(self, link: link, entityLink: entityLink)
    let known = Dictionary(entities.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let folds = Dictionary(
      Fold.all(of: drawnRelations).map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let routes = paths.map { path in path.filter { known[$0] != nil } }.filter { $0.count > 1 }
    let best = routes.map { ($0, steps(of: $0, folds)) }
      .max { attestation($0.1) < attestation($1.1) }
    let bestSteps = Set(best?.1.map(\.id) ?? [])

    var level: [String: Int] = [:]
    var lines: [Diagram.Line] = []
    var drawn: Set<String> = []
    for route in routes {
      for (depth, entity) in route.enumerated() {
        level[entity] = min(level[entity] ?? depth, depth)
      }
      for (start, end) in zip(route, route.dropFirst()) {
        guard let fold = folds[min(start, end) + "--" + max(start, end)],
          drawn.insert(fold.id).inserted
        else { continue }
        var line = painter.line(fold, start: start)
        if routes.count > 1, bestSteps.contains(fold.id) {
          line.emphasis = .strong
          line.width += 1.6
        }
        lines.append(line)
      }
    }
    let ends = Set(routes.flatMap { [$0[0], $0[$0.count - 1]] })
    let nodes = entities.filter { level[$0.id] != nil }.map {
      painter.node($0, size: 0.35, emphasis: ends.contains($0.id) ? .focus : .normal)
    }
    let ranks = Dictionary(grouping: level.keys.sorted()) { level[$0] ?? 0 }
    return Diagram(
      title: title ?? pathTitle(routes, known), subtitle: pathSubtitle(routes),
      nodes: nodes, lines: lines, ranks: ranks.keys.sorted().compactMap { ranks[$0] },
      flow: .right, legend: painter.legend(nodes: nodes, lines: lines))
  }

  private func steps(of route: [String], _ folds: [String: Fold]) -> [Fold] {
    zip(route, route.dropFirst()).compactMap { folds[min($0, $1) + "--" + max($0, $1)] }
  }

  /// A path is no surer than its weakest step; then all steps count.
  private func attestation(_ steps: [Fold]) -> Double {
    let strengths = steps.map { Double($0.strength) }
    return (strengths.min() ?? 0) * 1_000 + strengths.reduce(0, +) / Double(max(steps.count, 1))
  }

  private func pathTitle(_ routes: [[String]], _ known: [String: Entity]) -> String {
    guard let route = routes.first, let start = route.first.flatMap({ known[$0] }),
      let end = route.last.flatMap({ known[$0] })
    else { return "No path" }
    return "From \(start.name) to \(end.name)"
  }

  private func pathSubtitle(_ routes: [[String]]) -> String {
    guard let shortest = routes.map(\.count).min() else { return "Nothing joins the two." }
    let longest = routes.map(\.count).max() ?? shortest
    let length =
      shortest == longest
      ? counted(shortest - 1, "step") : "\(shortest - 1) to \(longest - 1) steps"
    let count = routes.count == 1 ? "One path" : "\(routes.count) paths"
    let heavy = routes.count > 1 ? " The heavy line is the best attested." : ""
    return "\(count) of \(length). Line weight shows the number of independent origins.\(heavy)"
  }
}
