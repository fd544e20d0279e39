import DragnetDiagram

extension Network {
  /// One entity and everything tied to it: its relations in full color, those among its neighbors in
  /// pale grey. With a radius of two also what is tied to its neighbors, smaller.
  ///
  /// - Parameters:
  ///   - entityID: the entity in the middle.
  ///   - radius: how many steps to go, 1 or 2.
  ///   - title: the headline; by default the entity's name.
  ///   - limit: the most neighbors to show, best attested first; a note tells of the rest.
  ///   - link: where a line leads.
  ///   - entityLink: where an entity leads.
  /// - Returns: nil when the network has no such entity.
  public func egoDiagram(
    around entityID: String, radius: Int = 1, title: String? = nil, limit: Int = 40,
    link: @escaping (Relation) -> String? = { _ in nil },
    entityLink: @escaping (Entity) -> String? = { _ in nil }
  ) -> Diagram? {
    guard let center = entities.first(where: { $0.id == entityID }) else { return nil }
    let painter = NetworkPainter(self, link: link, entityLink: entityLink)
    let folds = Fold.all(of: drawnRelations)
    let own = folds.filter { $0.from == entityID || $0.to == entityID }
    let drawn = own.prefix(max(limit, 0))
    let neighbors = Set(drawn.map { $0.from == entityID ? $0.to : $0.from })
    // The second ring: ties from a neighbor to somebody new, best attested first.
    let outside = folds.filter { fold in
      guard radius > 1, fold.from != entityID, fold.to != entityID else { return false }
      return neighbors.contains(fold.from) != neighbors.contains(fold.to)
    }
    let further = outside.prefix(max(limit - neighbors.count, 0))
    let second = Set(further.map { neighbors.contains($0.from) ? $0.to : $0.from })
    let between = folds.filter { neighbors.contains($0.from) && neighbors.contains($0.to) }
      .prefix(2 * neighbors.count)
    let importance = Importance(self, folds: folds, measure: "degree")
    var nodes = [painter.node(center, size: 1, emphasis: .focus)]
    nodes += entities.filter { neighbors.contains($0.id) }.map {
      painter.node($0, size: 0.7 * importance.score(of: $0.id))
    }
    nodes += entities.filter { second.contains($0.id) }.map {
      painter.node($0, size: 0.3 * importance.score(of: $0.id))
    }
    var lines = drawn.map { painter.line($0, start: entityID) } + further.map { painter.line($0) }
    lines += between.map { fold in
      var line = painter.line(fold)
      line.emphasis = .faint
      line.labels = []
      line.width = 0.9
      return line
    }
    var notes: [String] = []
    if own.count > drawn.count {
      notes.append(
        "Left out: \(own.count - drawn.count) of \(own.count) links, the least attested.")
    }
    if outside.count > further.count {
      notes.append(
        "Left out: \(outside.count - further.count) of \(outside.count) links of the second step, the "
          + "least attested.")
    }
    return Diagram(
      title: title ?? center.name,
      subtitle: drawn.isEmpty
        ? "No relations are known."
        : "\(counted(own.count, "direct link"))\(further.isEmpty ? "" : " and \(further.count) a step further"). Line weight shows the number of independent "
          + "origins; links among the neighbors in pale grey.",
      nodes: nodes, lines: lines, legend: painter.legend(nodes: nodes, lines: lines), notes: notes)
  }
}
