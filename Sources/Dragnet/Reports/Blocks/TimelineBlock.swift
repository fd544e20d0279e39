import DragnetText

/// `timeline`: what the documents date, in order.
struct TimelineBlock: ReportBlock {
  static let form = BlockForm(
    "timeline", summary: "What the documents date, in order.",
    options: [
      .init("about", .text, meaning: "the name of an entity"),
      .init("limit", .number(1...200), meaning: "the most dated claims drawn (36)"),
    ], example: #"timeline about="Rui Almada""#)

  /// The most claims in the table.
  private static let rowLimit = 300

  private let about: String?
  private let place: BlockPlace
  private let limit: Int

  init(_ arguments: BlockArguments) {
    about = arguments.value("about")
    place = arguments.place(of: "about")
    limit = arguments.number("limit") ?? 36
  }

  func makeFigure(of matter: ReportCase) throws(BlockError) -> Figure {
    let entity = try about.map { name throws(BlockError) in try matter.entity(name, at: place) }
    let network = entity.map { matter.network.part(about: $0) } ?? matter.network
    let all = CaseIndex(network).timelineEvents().events
      .sorted { ($0.date, $0.lane, $0.words, $0.id) < ($1.date, $1.lane, $1.words, $1.id) }
    let events = all.prefix(TimelineBlock.rowLimit)
    let published = entity == nil ? network.documents.filter { $0.published != nil } : []
    guard !events.isEmpty || !published.isEmpty else {
      return Figure(.text, parts: [.paragraph("The documents date nothing of this.")])
    }
    var caption =
      entity.map { Prose("What is dated of ") + matter.mention($0.id) + "." }
      ?? Prose("What the documents date, and when they were published.")
    if all.count > events.count {
      caption += Prose(" The table has the first \(events.count) of \(all.count) dated claims.")
    }
    let table = table(Array(events), published, in: matter)
    let supports =
      events.flatMap { event in
        (event.relation.map { [matter.support($0)] } ?? [])
          + (event.conflict.map { [matter.support($0)] } ?? [])
      } + published.map(matter.support)
    let options = FigureOptions(limit: limit, links: matter.links)
    guard !events.isEmpty, let drawn = try? network.timelineFigure(options), !drawn.isEmpty else {
      return Figure(.table, caption: caption, parts: [.table(table)], supports: supports)
    }
    return Figure(
      .picture, caption: caption, diagram: drawn.diagram, layout: drawn.layout,
      alternativeText: drawn.altText, parts: [.table(table)], supports: supports)
  }

  private func table(
    _ events: [TimelineEvent], _ published: [Network.Text], in matter: ReportCase
  ) -> FigureTable {
    var rows = events.map { event -> (CalendarDate, [Prose]) in
      var what = Prose(event.words)
      if event.isTentative, let relation = event.relation {
        what += Prose([.text(" "), .hedge(relation.modality.rawValue)])
      }
      if event.relation?.polarity == .denied { what += Prose([.text(" "), .hedge("denied")]) }
      if event.isMarked { what += Prose([.text(" "), .hedge("conflict")]) }
      if event.isDatedBySentence { what += Prose(" (dated by its sentence)") }
      what += Prose([.text(" "), .notes(event.evidence)])
      return (event.date, [Prose(event.date.words), matter.mention(event.lane), what])
    }
    rows += published.compactMap { document in
      document.published.map {
        ($0, [Prose($0.words), matter.mention(document.id), Prose("Published")])
      }
    }
    let order = rows.indices.sorted { (rows[$0].0, $0) < (rows[$1].0, $1) }
    return FigureTable(
      "Timeline", columns: [.init("When"), .init("Who"), .init("What")],
      rows: order.map { rows[$0].1 })
  }
}

extension Network {
  /// What is said of one entity: its relations and the questions about it.
  fileprivate func part(about entity: Entity) -> Network {
    var part = self
    part.relations = relations.filter { $0.from == entity.id || $0.to == entity.id }
    part.conflicts = conflicts.filter { $0.entities.contains(entity.id) }
    for index in part.documents.indices { part.documents[index].published = nil }
    return part
  }
}
