import DragnetDiagram
import DragnetText

extension Network {
  /// Who and what went where: people from place to place, money and goods from hand to hand, each step
  /// numbered in order of date, and of the text where there is none.
  ///
  /// `limit` is the most steps (30), those of most origins.
  ///
  /// - Complexity: O(*m* log *m*) for *m* relations.
  public func flowFigure(
    _ options: FigureOptions = FigureOptions()
  ) throws(DrawingError) -> CaseFigure {
    let columns = ["Step", "Who or what", "From", "To", "Said as", "Date", "Origins", "Sentence"]
    let title = options.title ?? "Who and what went where"
    let index = CaseIndex(self)
    let order = FlowOrder(index)
    let all = order.steps()
    guard !all.isEmpty else {
      return .empty(
        .flow, title: title, why: "No document says that anybody or anything went anywhere.",
        columns: columns)
    }
    let limit = max(options.limit ?? 30, 1)
    let kept = Set(
      all.sorted { ($1.relation.origins, $0.id) < ($0.relation.origins, $1.id) }.prefix(limit)
        .map(\.id))
    let steps = all.filter { kept.contains($0.id) }
    let painter = NetworkPainter(self, options.links)
    var lines: [Diagram.Line] = []
    var rows: [[String]] = []
    for (place, step) in steps.enumerated() {
      let relation = step.relation
      let mover = step.mover.map(index.name)
      let said = [index.verb(relation), step.date?.shortWords].compactMap(\.self)
        .joined(separator: ", ")
      let words = ["\(place + 1). \(mover ?? said)"] + (mover == nil ? [] : [said])
      lines.append(
        Diagram.Line(
          id: String(repeating: "0", count: max(0, 4 - "\(place)".count)) + "\(place)-"
            + relation.id,
          from: step.from, to: step.to, family: RelationFamily(label: relation.type).rawValue,
          labels: words.map { Diagram.Label($0, isTentative: relation.modality != .fact) },
          tooltip: relation.evidence.prefix(3).map(index.sourced).joined(separator: "\n"),
          link: options.links.relation(relation),
          width: 0.9 + 0.8 * Double(min(relation.origins, 6) - 1),
          dash: relation.modality == .fact ? .solid : .dashed, classes: ["relation"]))
      rows.append([
        "\(place + 1)", mover ?? "", index.name(step.from), index.name(step.to),
        index.verb(relation)
          + (relation.modality == .fact ? "" : " (\(relation.modality.rawValue))"),
        step.date?.description ?? "", String(relation.origins),
        index.mainEvidence(relation).map(index.sourced) ?? "",
      ])
    }
    let passed = Set(lines.flatMap { [$0.from, $0.to] })
    let nodes = entities.filter { passed.contains($0.id) }.map { painter.node($0, size: 0.3) }
    var notes: [String] = []
    if all.count > steps.count {
      notes.append(
        "Left out: \(all.count - steps.count) of \(all.count) steps, the least attested.")
    }
    if steps.contains(where: { $0.date == nil }) {
      notes.append("Steps without a date stand in the order of the text.")
    }
    let diagram = Diagram(
      title: title,
      subtitle:
        "\(counted(steps.count, "step")), numbered in order. Line weight shows the number of "
        + "independent origins.",
      nodes: nodes, lines: lines, flow: .right,
      legend: painter.legend(nodes: nodes, lines: lines), notes: notes)
    return CaseFigure(
      kind: .flow, diagram: diagram, layout: .dot,
      caption: "\(counted(steps.count, "step")) of people, money and goods, in order.",
      altText: rows.prefix(8).map { row in
        "\(row[0]). \([row[1], row[4]].filter { !$0.isEmpty }.joined(separator: " ")): from \(row[2]) "
          + "to \(row[3])."
      }.joined(separator: " "),
      columns: columns, rows: rows)
  }
}

/// A step from one place or hand to the next.
private struct FlowStep {
  let id: String
  let relation: Relation
  /// Who went; nil where the step itself is between giver and taker.
  let mover: String?
  let from: String
  let to: String
  let date: CalendarDate?
}

/// Brings the movements of a case into order.
private struct FlowOrder {
  let index: CaseIndex
  private let sentenceDates: SentenceDate
  private let documentPlaces: [DocumentID: Int]

  init(_ index: CaseIndex) {
    self.index = index
    sentenceDates = SentenceDate(index.network)
    documentPlaces = Dictionary(
      index.network.documents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
  }

  private static let arrivals: Set<String> = [
    "taken_to", "travelled_to", "traveled_to", "moved_to", "flew_to", "sent_to", "arrived_in",
    "arrived_at", "went_to", "deported_to", "repatriated_to", "extradited_to", "transferred_to",
    "returned_to", "fled_to", "shipped_to", "smuggled_to", "trafficked_to", "brought_to",
    "entered", "reached", "moved_in", "sailed_to", "transported_to", "delivered_to",
  ]
  private static let departures: Set<String> = [
    "left", "escaped_from", "fled", "fled_from", "departed", "departed_from", "travelled_from",
    "moved_from", "taken_from", "sent_from", "deported_from",
  ]

  /// All steps, in order.
  func steps() -> [FlowStep] {
    let relations = index.network.drawnRelations.filter { $0.polarity == .asserted }
    var steps: [FlowStep] = []
    var routes: [String: [Relation]] = [:]
    for relation in relations {
      if FlowOrder.arrivals.contains(relation.type) || FlowOrder.departures.contains(relation.type)
      {
        routes[relation.from, default: []].append(relation)
      } else if relation.directed, RelationFamily(label: relation.type) == .money,
        !CaseIndex.lasting.contains(relation.type)
      {
        steps.append(
          FlowStep(
            id: relation.id, relation: relation, mover: nil, from: relation.from,
            to: relation.to, date: date(of: relation)))
      }
    }
    for (mover, relations) in routes { steps += route(of: mover, relations) }
    return steps.sorted { isBefore(($0.date, $0.relation), ($1.date, $1.relation)) }
  }

  /// A traveller's ways: each arrival comes from where the last step ended, the first from where they
  /// left or, where nobody says, from themselves.
  private func route(of mover: String, _ relations: [Relation]) -> [FlowStep] {
    var place: String?
    var steps: [FlowStep] = []
    var departure: Relation?
    // Of several words for one way the best attested stays.
    let ways = Dictionary(grouping: relations) { relation in
      (FlowOrder.departures.contains(relation.type) ? "-" : "+") + relation.to
    }.values.compactMap { same in
      same.max {
        ($0.modality == .fact ? 1 : 0, $0.origins, $0.confidence, $1.id)
          < ($1.modality == .fact ? 1 : 0, $1.origins, $1.confidence, $0.id)
      }
    }
    let ordered = ways.sorted { a, b in
      let (first, second) = (stage(a), stage(b))
      return first != second ? first < second : isBefore((date(of: a), a), (date(of: b), b))
    }
    for relation in ordered {
      if FlowOrder.departures.contains(relation.type) {
        departure = relation
        place = relation.to
        continue
      }
      guard relation.to != place else { continue }
      steps.append(
        FlowStep(
          id: relation.id, relation: relation, mover: place == nil ? nil : mover,
          from: place ?? mover, to: relation.to, date: date(of: relation)))
      place = relation.to
      departure = nil
    }
    if let departure {
      steps.append(
        FlowStep(
          id: departure.id, relation: departure, mover: nil, from: mover, to: departure.to,
          date: date(of: departure)))
    }
    return steps
  }

  /// Whoever left did so first; what is only planned comes last.
  private func stage(_ relation: Relation) -> Int {
    if relation.modality == .planned || relation.type.hasPrefix("repatriated") { return 2 }
    return FlowOrder.departures.contains(relation.type) && date(of: relation) == nil ? 0 : 1
  }

  private func date(of relation: Relation) -> CalendarDate? {
    if let date = relation.date { return date }
    let said = Set(relation.evidence.compactMap(sentenceDates.date))
    return said.count == 1 ? said.first : nil
  }

  /// By date where both have one, else by the place in the text.
  private func isBefore(
    _ a: (date: CalendarDate?, relation: Relation), _ b: (date: CalendarDate?, relation: Relation)
  ) -> Bool {
    // A total order: dated before undated, each by its own measure.
    let last = CalendarDate.distant
    let (first, second) = (a.date ?? last, b.date ?? last)
    if first != second { return first < second }
    let (left, right) = (textPlace(a.relation), textPlace(b.relation))
    return (left.document, left.start, a.relation.id) < (right.document, right.start, b.relation.id)
  }

  private func textPlace(_ relation: Relation) -> (document: Int, start: Int) {
    relation.evidence.map { (documentPlaces[$0.document] ?? .max, $0.start) }
      .min { $0 < $1 } ?? (.max, 0)
  }
}
