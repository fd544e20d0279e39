import DragnetDiagram
import DragnetText

/// Places the cards of a timeline: lanes below each other, a column for each date.
struct TimelineBoard {
  private struct Lane {
    let id: String
    let heading: String
    let remark: String
    var cards: [(date: CalendarDate, node: Diagram.Node)] = []
  }

  private let index: CaseIndex
  private let links: FigureLinks
  private var lanes: [Lane] = []
  private var families: [RelationFamily] = []
  /// The documents in the last lane.
  private(set) var published: [Network.Text] = []

  init(index: CaseIndex, links: FigureLinks) {
    self.index = index
    self.links = links
  }

  /// All dates in order.
  var dates: [CalendarDate] { Set(lanes.flatMap { $0.cards.map(\.date) }).sorted() }

  mutating func addLane(_ entity: String, _ events: [TimelineEvent]) {
    guard let owner = index.entities[entity], !events.isEmpty else { return }
    var lane = Lane(id: entity, heading: owner.name, remark: owner.type.title)
    for event in events {
      let family = RelationFamily(rawValue: event.family) ?? .other
      if !families.contains(family) { families.append(family) }
      var remarks = event.isTentative ? [event.relation?.modality.rawValue ?? ""] : []
      remarks.append(counted(event.origins, "origin"))
      if event.isDatedBySentence { remarks[remarks.count - 1] += " *" }
      let node = Diagram.Node(
        id: event.id, kind: "event-" + event.family, label: event.words,
        detail: remarks.joined(separator: ", "),
        tooltip: (["\(owner.name): \(event.words) (\(event.date.words))"]
          + event.evidence.prefix(3).map(index.sourced)).joined(separator: "\n"),
        link: event.relation.flatMap(links.relation) ?? event.conflict.flatMap(links.conflict),
        size: 0.08 * Double(min(event.origins, 4)), isMarked: event.isMarked, classes: ["event"])
      lane.cards.append((event.date, node))
    }
    lanes.append(lane)
  }

  mutating func addDocuments() {
    published = index.network.documents.filter { $0.published != nil }
      .sorted {
        ($0.published ?? .distant, $0.name, $0.id) < ($1.published ?? .distant, $1.name, $1.id)
      }
    guard !published.isEmpty else { return }
    var lane = Lane(id: "documents", heading: "Published", remark: "Documents")
    for document in published {
      guard let date = document.published else { continue }
      lane.cards.append(
        (
          date,
          Diagram.Node(
            id: "d-" + document.id.rawValue, kind: "document", label: index.label(document.id),
            tooltip: document.title ?? document.name, link: links.document(document),
            classes: ["document"])
        ))
    }
    lanes.append(lane)
  }

  /// The diagram, everything in its place.
  func diagram() throws(DrawingError) -> Diagram {
    var diagram = Diagram(nodes: lanes.flatMap { $0.cards.map(\.node) })
    let sizes = try diagram.nodeSizes()
    func size(_ id: String) -> Box {
      sizes[id] ?? Box(center: Point(x: 0, y: 0), width: 44, height: 26)
    }
    let dates = dates
    var widths = [CalendarDate: Double]()
    for (date, node) in lanes.flatMap(\.cards) {
      widths[date] = max(widths[date] ?? 64, size(node.id).width)
    }
    // Columns from left to right, further apart the more days lie between.
    var places = [CalendarDate: Double]()
    var left = 0.0
    var gaps: [(x: Double, days: Int)] = []
    for (place, date) in dates.enumerated() {
      if place > 0 {
        let days = dates[place - 1].days(until: date)
        let gap = 22 + min(46, 6 * Double(max(days, 1)).squareRoot())
        if days > 1, date.day != nil, dates[place - 1].day != nil {
          gaps.append((left + gap / 2, days))
        }
        left += gap
      }
      let width = widths[date] ?? 64
      places[date] = left + width / 2
      left += width
    }
    let right = left + 16
    let margin = -158.0
    var top = 0.0
    var positions: [String: Point] = [:]
    var bands: [Backdrop] = []
    var words: [Backdrop] = []
    for (row, lane) in lanes.enumerated() {
      var stacks: [CalendarDate: Double] = [:]
      for (date, node) in lane.cards {
        let height = size(node.id).height
        let y = (stacks[date] ?? 12) + height / 2
        stacks[date] = y + height / 2 + 8
        positions[node.id] = Point(x: places[date] ?? 0, y: top - y)
      }
      let height = max((stacks.values.max() ?? 20) + 4, 50)
      bands.append(
        .band(
          Box(
            center: Point(x: (margin + right) / 2, y: top - height / 2), width: right - margin,
            height: height), isTinted: row % 2 == 0))
      words.append(
        .words(
          lane.heading, at: Point(x: margin + 10, y: top - height / 2 + 6), alignment: .left,
          style: .heading, width: 20))
      words.append(
        .words(
          lane.remark, at: Point(x: margin + 10, y: top - height / 2 - rowDrop(lane.heading)),
          alignment: .left, style: .remark, width: 26))
      top -= height
    }
    for index in diagram.nodes.indices {
      diagram.nodes[index].position = positions[diagram.nodes[index].id]
    }
    diagram.backdrop =
      bands + axis(dates, places, gaps, bottom: top, margin: margin, right: right) + words
    diagram.legend = legend()
    return diagram
  }

  /// How far below a heading of one, two or three rows its remark stands.
  private func rowDrop(_ heading: String) -> Double {
    heading.count <= 20 ? 9 : heading.count <= 40 ? 16 : 23
  }

  /// Months with the days below them, and a thin line down from each day.
  private func axis(
    _ dates: [CalendarDate], _ places: [CalendarDate: Double], _ gaps: [(x: Double, days: Int)],
    bottom: Double, margin: Double, right: Double
  ) -> [Backdrop] {
    var axis: [Backdrop] = [
      .rule(from: Point(x: margin, y: 0), to: Point(x: right, y: 0))
    ]
    var month = ""
    for date in dates {
      let x = places[date] ?? 0
      axis.append(.rule(from: Point(x: x, y: 0), to: Point(x: x, y: bottom)))
      let own = CalendarDate(year: date.year, month: date.month) ?? date
      if own.words != month {
        month = own.words
        axis.append(
          .words(
            month, at: Point(x: x, y: 32), alignment: .center, style: .heading, width: 18))
      }
      axis.append(
        .words(
          date.day.map { "\($0)" } ?? (date.month == nil ? "no month given" : "no day given"),
          at: Point(x: x, y: 12), alignment: .center,
          style: date.day == nil ? .remark : .heading, width: 18))
    }
    for gap in gaps {
      axis.append(
        .words(
          "+\(gap.days) days", at: Point(x: gap.x, y: 12), alignment: .center, style: .remark,
          width: 14))
    }
    return axis
  }

  private func legend() -> [Diagram.LegendEntry] {
    var entries = RelationFamily.allCases.filter(families.contains).map {
      Diagram.LegendEntry(.kind("event-" + $0.rawValue), $0.title)
    }
    if !published.isEmpty { entries.append(.init(.kind("document"), "Document")) }
    if lanes.contains(where: { $0.cards.contains { $0.node.isMarked } }) {
      entries.append(.init(.mark, "Documents disagree"))
    }
    return entries
  }

  /// *From 7 October to 10 October 2023.*
  static func span(_ first: CalendarDate?, _ last: CalendarDate?) -> String {
    guard let first, let last else { return "" }
    return first == last ? "\(first.words)." : "From \(first.words) to \(last.words)."
  }
}

extension CalendarDate {
  /// After every date that is.
  static let distant = CalendarDate(year: 9999) ?? CalendarDate.firstOfAll
  private static var firstOfAll: CalendarDate {
    guard let date = CalendarDate(year: 1) else { preconditionFailure("there was a year 1") }
    return date
  }

  /// The date with its month in three letters: *29 Sep 2023*.
  var shortWords: String {
    words.split(separator: " ").map {
      $0.first?.isLetter == true ? String($0.prefix(3)) : String($0)
    }
    .joined(separator: " ")
  }

  /// Days to a later date; what is not said counts as the first.
  func days(until later: CalendarDate) -> Int { later.dayNumber - dayNumber }

  /// Days since the first of March of the year 0 (Hinnant, "chrono-Compatible Low-Level Date
  /// Algorithms", 2013).
  private var dayNumber: Int {
    let month = month ?? 1
    let year = month <= 2 ? self.year - 1 : self.year
    let era = year / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + (day ?? 1) - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }
}
