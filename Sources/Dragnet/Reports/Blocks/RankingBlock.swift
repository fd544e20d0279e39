/// `ranking betweenness`: the entities that matter most by a measure.
struct RankingBlock: ReportBlock {
  static let form = BlockForm(
    "ranking", summary: "The entities that matter most by a measure.",
    values: [.init("measure", .words(Measure.allCases.map(\.rawValue)), meaning: "a measure")],
    options: [.init("top", .number(1...1000), meaning: "how many entities (10)")],
    example: "ranking betweenness top=10")

  private let measure: Measure
  private let place: BlockPlace
  private let top: Int

  init(_ arguments: BlockArguments) {
    measure = arguments.value("measure").flatMap(Measure.init) ?? .betweenness
    place = arguments.place(of: "measure")
    top = arguments.number("top") ?? 10
  }

  func makeFigure(of matter: ReportCase) throws(BlockError) -> Figure {
    let measured = MeasuredNetwork(matter.network)
    let ranking: [RankedEntity]
    do {
      ranking =
        try matter.network.rankings[measure.rawValue] ?? measured.ranking(by: measure)
    } catch { throw BlockError(place, "\(measure.rawValue) could not be computed: \(error)") }
    let linked = ranking.filter { matter.relationsByEntity[$0.entity] != nil }
    let shown = linked.prefix(top)
    let hasIntervals = shown.contains { $0.low != nil && $0.high != nil }
    let rows = shown.map { place -> [Prose] in
      let entity = matter.entityByID[place.entity]
      let count = Set(entity?.mentions.map(\.document) ?? []).count
      var row: [Prose] = [
        matter.mention(place.entity), Prose(String(place.rank)),
        Prose(entity?.type.rawValue ?? ""), Prose(scoreText(place.score)),
      ]
      if hasIntervals {
        row.append(
          Prose(
            place.low.flatMap { low in
              place.high.map { "\(scoreText(low))–\(scoreText($0))" }
            } ?? "–"))
      }
      let why = reason(place.entity, in: matter).map { matter.statement($0) }
      return row + [Prose(String(count)), why ?? "–"]
    }
    var columns: [FigureTable.Column] = [
      .init("Entity"), .init("Rank", isNumber: true), .init("Kind"),
      .init(capitalized(measure.rawValue), isNumber: true),
    ]
    if hasIntervals { columns.append(.init("Interval", isNumber: true)) }
    columns += [.init("Documents", isNumber: true), .init("Best attested")]
    let caption =
      "Entities by \(measure.rawValue): \(measure.meaning). The first "
      + "\(shown.count) of \(ranking.count). Measured: \(measured.description). A high rank says "
      + "that a name connects others in these documents, not that anyone did wrong."
    return Figure(
      .table, caption: Prose(caption),
      parts: [
        .table(FigureTable("Ranking by \(measure.rawValue)", columns: columns, rows: Array(rows)))
      ],
      supports: shown.map { matter.support($0, measure: measure.rawValue) }
        + shown.compactMap { matter.entityByID[$0.entity].map(matter.support) }
        + shown.compactMap { reason($0.entity, in: matter).map(matter.support) })
  }

  /// What most origins state of an entity; where it is only if nothing else is stated.
  private func reason(_ entity: String, in matter: ReportCase) -> Relation? {
    let relations = matter.relationsByEntity[entity] ?? []
    return relations.first { RelationFamily(label: $0.type) != .place } ?? relations.first
  }
}

extension Measure {
  /// What a high score means, in a few words.
  var meaning: String {
    switch self {
    case .betweenness: "how often one stands on the shortest paths of others"
    case .closeness: "how near one is to all it can reach"
    case .harmonic: "how near one is to each it can reach, added up"
    case .eccentricity: "how far the farthest it can reach is"
    case .degree: "with how many one is tied"
    case .inDegree: "how many ties lead to it"
    case .outDegree: "how many ties lead from it"
    case .strength: "how many origins stand behind its ties"
    case .inStrength: "how many origins stand behind the ties that lead to it"
    case .outStrength: "how many origins stand behind the ties that lead from it"
    case .eigenvector: "how well tied those are with whom one is tied"
    case .katz: "how many walks lead to it, long ones counting less"
    case .pagerank: "how often a random walk comes by"
    case .authorities: "how much those point to it that point to much"
    case .hubs: "how much it points to those that much points to"
    case .core: "the densest core it belongs to"
    case .triangles: "in how many triangles it stands"
    case .clustering: "how many of its neighbors are tied with each other, as a share"
    case .constraint: "how little room its neighbors leave it, the smallest first"
    case .effectiveSize: "with how many it is tied that are not tied with each other"
    case .efficiency: "effective size as a share of its ties"
    }
  }
}
