import DragnetText

/// `timeline`: what the documents date, in order.
struct TimelineBlock: ReportBlock {
  static let form = BlockForm(
    "timeline", summary: "What the documents date, in order.",
    options: [
      .init("about", .text, meaning: "the name of an entity"),
      .init("limit", .number(1...1000), meaning: "the most entries (60)"),
    ], example: #"timeline about="Rui Almada""#)

  private let about: String?
  private let place: BlockPlace
  private let limit: Int

  init(_ arguments: BlockArguments) {
    about = arguments.value("about")
    place = arguments.place(of: "about")
    limit = arguments.number("limit") ?? 60
  }

  private struct Entry {
    let date: CalendarDate
    let what: Prose
    let support: Support
    /// Publications come after what happened on their day.
    let order: Int
  }

  func makeFigure(of matter: ReportCase) throws(BlockError) -> Figure {
    let entity = try about.map { name throws(BlockError) in try matter.entity(name, at: place) }
    let entries = (events(of: entity, in: matter) + publications(of: entity, in: matter))
      .sorted { ($0.date, $0.order, $0.what.plain) < ($1.date, $1.order, $1.what.plain) }
    guard !entries.isEmpty else {
      return Figure(.text, parts: [.paragraph("The documents date nothing of this.")])
    }
    let shown = entries.prefix(limit)
    var caption = entity.map { Prose("What is dated of ") + matter.mention($0.id) + "." }
      ?? Prose("What the documents date, and when they were published.")
    if entries.count > shown.count {
      caption += Prose(" The first \(shown.count) of \(entries.count).")
    }
    return Figure(
      .table, caption: caption,
      parts: [
        .table(
          FigureTable(
            "Timeline", columns: [.init("When"), .init("What")],
            rows: shown.map { [Prose($0.date.words), $0.what] }))
      ], supports: shown.map(\.support))
  }

  private func events(of entity: Entity?, in matter: ReportCase) -> [Entry] {
    let relations = entity.map { matter.relationsByEntity[$0.id] ?? [] } ?? matter.network.relations
    let dated = relations.filter { $0.type != "reported_on" }
    let told = dated.compactMap { relation in
      relation.date.map {
        Entry(
          date: $0, what: matter.statement(relation, withDate: false), support: matter.support(relation), order: 0)
      }
    }
    let conflicts = matter.network.conflicts.filter { conflict in
      entity.map { conflict.entities.contains($0.id) } ?? true
    }
    return told
      + conflicts.flatMap { conflict in
        conflict.values.compactMap { value in
          value.date.map {
            Entry(
              date: $0,
              what: Prose([
                .text(capitalized(conflict.about)),
                .text(value.value == $0.description ? " (" : ": \(value.value) ("),
                conflict.verdict.isConflict
                  ? .hedge(conflict.verdict.words) : .text(conflict.verdict.words),
                .text(") "), .notes(value.evidence),
              ]), support: matter.support(conflict), order: 1)
          }
        }
      }
  }

  private func publications(of entity: Entity?, in matter: ReportCase) -> [Entry] {
    guard entity == nil else { return [] }
    return matter.network.documents.compactMap { document in
      document.published.map {
        Entry(
          date: $0, what: matter.mention(document.id) + " is published.",
          support: matter.support(document), order: 2)
      }
    }
  }
}
