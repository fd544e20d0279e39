import DragnetDiagram
import DragnetText

extension ReportCase {
  /// A diagram as a figure: with the words for those who do not see it and the table that says the
  /// same, both from the relations and entities it shows.
  ///
  /// - Parameter diagram: one whose nodes have the ids of entities, and whose lines carry a class
  ///   `relation-` and an id for each relation they stand for.
  func picture(_ diagram: Diagram, caption: Prose) -> Figure {
    let entities = diagram.nodes.compactMap { entityByID[$0.id] }
    let relations = relations(shownIn: diagram)
    let rows = relations.map { relation -> [Prose] in
      [
        statement(relation, withNotes: false), Prose(String(relation.origins)),
        Prose(twoDecimals(relation.confidence)), Prose([.notes(relation.evidence)]),
      ]
    }
    let table = FigureTable(
      "What the picture shows, in words",
      columns: [
        .init("Relation"), .init("Origins", isNumber: true), .init("Confidence", isNumber: true),
        .init("Evidence"),
      ], rows: rows)
    return Figure(
      .picture, caption: caption, diagram: diagram,
      alternativeText: alternativeText(diagram, relations), parts: [.table(table)],
      supports: entities.map(support) + relations.map(support) + contested(entities).map(support))
  }

  /// The relations behind the lines of a diagram, the most widely stated first.
  private func relations(shownIn diagram: Diagram) -> [Relation] {
    let prefix = "relation-"
    let ids = Set(
      diagram.lines.flatMap(\.classes).filter { $0.hasPrefix(prefix) }
        .map { String($0.dropFirst(prefix.count)) })
    return ids.compactMap { relationByID[$0] }.sorted { $0.isMoreWidelyStated(than: $1) }
  }

  /// The open questions about what a diagram shows: they put the mark on it.
  private func contested(_ entities: [Entity]) -> [Conflict] {
    let shown = Set(entities.map(\.id))
    return network.conflicts.filter {
      $0.verdict.isConflict && !shown.isDisjoint(with: $0.entities)
    }
  }

  /// How many of what kind, who stands in the middle, and what is best attested.
  private func alternativeText(_ diagram: Diagram, _ relations: [Relation]) -> String {
    let entities = diagram.nodes.compactMap { entityByID[$0.id] }
    let kinds = EntityType.allCases.compactMap { type -> String? in
      let count = entities.count { $0.type == type }
      guard count > 0 else { return nil }
      return countInWords(
        count, type == .other ? "other named thing" : type.rawValue, type.plural)
    }
    var text = "Network diagram of \(kinds.isEmpty ? "nothing" : listed(kinds))"
    text += " and \(countInWords(diagram.lines.count, "line")) between them."
    var ties: [String: Int] = [:]
    for line in diagram.lines {
      ties[line.from, default: 0] += 1
      ties[line.to, default: 0] += 1
    }
    let busiest = ties.filter { $0.value > 1 }.map { (name: name(of: $0.key), count: $0.value) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }.prefix(3)
    if !busiest.isEmpty {
      text += " Most lines meet at "
      text += listed(busiest.map { "\($0.name) (\($0.count))" }) + "."
    }
    let best = relations.prefix(3).map {
      statement($0, withNotes: false).plain.replacing(" → ", with: " ")
    }
    if !best.isEmpty { text += " Best attested: " + best.joined(separator: "; ") + "." }
    return text
  }
}
