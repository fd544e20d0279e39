import DragnetDiagram
import DragnetText

extension Network {
  /// What happened when: a lane for each main entity, a column for each date, and below them the days
  /// on which the documents were published.
  ///
  /// A claim is dated by itself, or else by its sentence when that names one date only; the card says
  /// which. Columns stand in order; their distances are not to scale, and the number of days between
  /// them is written. Claims without a date are counted in a note.
  ///
  /// - Complexity: O(*m* log *m*) for *m* relations.
  public func timelineFigure(
    _ options: FigureOptions = FigureOptions()
  ) throws(DrawingError) -> CaseFigure {
    let index = CaseIndex(self)
    let (all, undated) = index.timelineEvents()
    let columns = ["Date", "Who", "What", "Origins", "Sentence", "Dated by"]
    guard !all.isEmpty || documents.contains(where: { $0.published != nil }) else {
      return .empty(
        .timeline, title: options.title ?? "Timeline",
        why: "None of the claims has a date.", columns: columns)
    }
    let lanes = chosenLanes(all, index, limit: 8)
    let events = Network.mostStated(
      all.filter { lanes.contains($0.lane) }, limit: options.limit ?? 36)
    var board = TimelineBoard(index: index, links: options.links)
    for lane in lanes { board.addLane(lane, events.filter { $0.lane == lane }) }
    board.addDocuments()
    var diagram = try board.diagram()
    diagram.title = options.title ?? "What happened when"
    let first = board.dates.first, last = board.dates.last
    diagram.subtitle =
      TimelineBoard.span(first, last)
      + " Lanes by whom it is said of, from left to right in time; distances are not to scale."
    var notes: [String] = []
    if all.count > events.count {
      notes.append(
        "Left out: \(all.count - events.count) of \(all.count) dated claims, those of "
          + "fewer origins and of entities that matter less.")
    }
    if events.contains(where: \.isDatedBySentence) {
      notes.insert(
        "* The date is the only one in the sentence; the sentence need not mean it for this claim.",
        at: 0)
    }
    if undated > 0 {
      notes.append("Left out: \(counted(undated, "claim")) without a date.")
    }
    diagram.notes = notes + diagram.notes
    let rows = events.map { event in
      [
        event.date.description, index.name(event.lane), event.words, String(event.origins),
        event.evidence.first.map(index.sourced) ?? "",
        event.isDatedBySentence ? "its sentence" : "the claim",
      ]
    }
    let published = board.published.map { document in
      [
        document.published?.description ?? "", index.label(document.id), "published", "", "",
        "the document",
      ]
    }
    let days = Set(events.map(\.date)).count
    return CaseFigure(
      kind: .timeline, diagram: diagram,
      caption:
        "\(counted(events.count, "dated claim")) on \(counted(days, "date"))."
        + (undated > 0 ? " \(counted(undated, "claim")) without a date left out." : ""),
      altText: altText(events, index), columns: columns, rows: rows + published)
  }

  private func altText(_ events: [TimelineEvent], _ index: CaseIndex) -> String {
    guard !events.isEmpty else { return "A timeline of the days of publication." }
    let told = events.prefix(6).map {
      "\($0.date.words): \(index.name($0.lane)) – \($0.words)"
    }
    return "A timeline of \(counted(events.count, "dated claim")). " + told.joined(separator: "; ")
      + (events.count > 6 ? "; and \(events.count - 6) more." : ".")
  }

  /// The entities most is dated of, in the order of their first date.
  private func chosenLanes(
    _ events: [TimelineEvent], _ index: CaseIndex, limit: Int
  ) -> [String] {
    var counts: [String: Int] = [:]
    for event in events { counts[event.lane, default: 0] += event.origins }
    let chosen = counts.keys.sorted {
      (counts[$1] ?? 0, index.place($0), $0) < (counts[$0] ?? 0, index.place($1), $1)
    }.prefix(limit)
    var order: [String] = []
    for event in events where chosen.contains(event.lane) && !order.contains(event.lane) {
      order.append(event.lane)
    }
    return order
  }

  /// The events of most origins, back in order of time.
  private static func mostStated(_ events: [TimelineEvent], limit: Int) -> [TimelineEvent] {
    guard events.count > limit else { return events }
    let kept = Set(
      events.sorted { ($1.origins, $0.date, $0.id) < ($0.origins, $1.date, $1.id) }
        .prefix(max(limit, 0)).map(\.id))
    return events.filter { kept.contains($0.id) }
  }
}
