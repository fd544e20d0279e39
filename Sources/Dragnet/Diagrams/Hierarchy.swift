import DragnetDiagram

extension Network {
  /// Who leads, owns and belongs to whom, from the top down.
  ///
  /// Whoever leads or owns stands above; a member, a part, an employee below. Arrows run as the
  /// documents say it. `limit` is the most entities (48); of more, those that matter most by the
  /// options' measure stay.
  ///
  /// - Complexity: O(*m* log *m*) for *m* relations.
  public func hierarchyFigure(
    _ options: FigureOptions = FigureOptions()
  ) throws(DrawingError) -> CaseFigure {
    let columns = ["Above", "Relation", "Below", "Origins", "Sentence"]
    let title = options.title ?? "Who stands above whom"
    let index = CaseIndex(self)
    let folds = Fold.all(
      of: drawnRelations.filter { Rank(of: $0) != nil && $0.polarity == .asserted })
    guard !folds.isEmpty else {
      return .empty(
        .hierarchy, title: title,
        why: "No document says who leads, owns or belongs to whom.", columns: columns)
    }
    let painter = NetworkPainter(self, options.links)
    let importance = Importance(self, folds: folds, measure: options.measure)
    let shown = importance.mostImportant(max(options.limit ?? 48, 2))
    let visible = folds.filter { shown.contains($0.from) && shown.contains($0.to) }
    var lines: [Diagram.Line] = []
    var rows: [[String]] = []
    for fold in visible {
      let top = fold.relations.first.flatMap { Rank(of: $0)?.upper } ?? fold.from
      lines.append(painter.line(fold, start: top))
      for relation in fold.relations {
        guard let rank = Rank(of: relation) else { continue }
        rows.append([
          index.name(rank.upper), index.verb(relation), index.name(rank.lower),
          String(relation.origins), index.mainEvidence(relation).map(index.sourced) ?? "",
        ])
      }
    }
    let nodes = entities.filter { shown.contains($0.id) }.map {
      painter.node($0, size: 0.6 * importance.score(of: $0.id))
    }
    var notes: [String] = []
    if importance.count > shown.count {
      notes.append(
        "Left out: \(importance.count - shown.count) of \(importance.count) entities with a place in "
          + "a hierarchy, those that matter least.")
    }
    let diagram = Diagram(
      title: title,
      subtitle: "Leads, owns, employs: above. Member, part, employee: below. Line weight shows the "
        + "number of independent origins.",
      nodes: nodes, lines: lines, flow: .down,
      legend: painter.legend(nodes: nodes, lines: lines), notes: notes)
    return CaseFigure(
      kind: .hierarchy, diagram: diagram, layout: .dot,
      caption: "\(counted(shown.count, "entity", plural: "entities")) in "
        + "\(counted(visible.count, "tie")) of command, membership and ownership.",
      altText: "A hierarchy. "
        + rows.prefix(8).map { "\($0[0]) above \($0[2]) (\($0[1]))" }.joined(separator: "; ") + ".",
      columns: columns, rows: rows)
  }
}

/// Which end of a relation stands above the other.
private struct Rank {
  let upper: String
  let lower: String

  /// Nil for relations without above and below.
  init?(of relation: Relation) {
    if Rank.fromAbove.contains(relation.type) {
      (upper, lower) = (relation.from, relation.to)
    } else if Rank.fromBelow.contains(relation.type) {
      (upper, lower) = (relation.to, relation.from)
    } else {
      return nil
    }
  }

  private static let fromAbove: Set<String> = [
    "leads", "heads", "owns", "controls", "commands", "runs", "directs", "manages", "employs",
    "founded", "appointed", "oversees", "supervises", "chairs", "hired", "acquired", "recruited",
    "commanded", "controlled", "parent_company_of",
  ]
  private static let fromBelow: Set<String> = [
    "member_of", "part_of", "unit_of", "subsidiary_of", "works_for", "subordinate_of",
    "spokesperson_for", "employee_of", "reports_to", "owned_by", "led_by", "branch_of", "joined",
    "represents", "acted_for", "agent_of",
  ]
}
