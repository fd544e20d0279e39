import Dragnet
import DragnetText

/// A ranking as it is shown.
struct RankedList: Encodable {
  struct Row: Encodable {
    let rank: Int
    let entity: String
    let name: String
    let type: EntityType
    let score: Double
    let low: Double?
    let high: Double?
    let documents: Int
  }

  let measure: Measure
  let measured: String
  let count: Int
  let ranking: [Row]

  /// Ranks a network; the ranking it carries is taken where it answers the question.
  init(
    _ network: Network, by measure: Measure, options: MeasureOptions, useStrengths: Bool = false,
    threads: Int, limit: Int?
  ) throws {
    let graph = MeasuredNetwork(network, options: options)
    let isStored = options == MeasureOptions() && !useStrengths
    let stored = isStored ? network.rankings[measure.rawValue] : nil
    let ranked =
      try stored
      ?? graph.ranking(
        by: measure, useStrengths: useStrengths, threads: threads,
        progress: Progress.handler("measuring"))
    let entities = Dictionary(
      network.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.measure = measure
    measured = graph.description
    count = ranked.count
    ranking = ranked.prefix(limit ?? ranked.count).compactMap { place in
      guard let entity = entities[place.entity] else { return nil }
      return Row(
        rank: place.rank, entity: entity.id, name: entity.name, type: entity.type,
        score: place.score, low: place.low, high: place.high,
        documents: Set(entity.mentions.map(\.document)).count)
    }
  }

  /// The ranking for people to read.
  var table: String {
    let hasIntervals = ranking.contains { $0.low != nil }
    var table = TextTable(
      [
        .init("rank", isNumber: true), .init("entity"), .init("type"),
        .init(measure.rawValue, isNumber: true),
      ] + (hasIntervals ? [.init("interval")] : []) + [.init("documents", isNumber: true)])
    for row in ranking {
      var cells = [String(row.rank), row.name, row.type.rawValue, scoreText(row.score)]
      if hasIntervals {
        let interval = row.low.flatMap { low in row.high.map { (low, $0) } }
        cells.append(interval.map { "\(scoreText($0.0))–\(scoreText($0.1))" } ?? "")
      }
      table.add(cells + [String(row.documents)])
    }
    return table.text
  }

  /// What was ranked, and how much of it is shown.
  var summary: String {
    let shown = ranking.count < count ? "the first \(ranking.count) of " : ""
    return "\(measure.rawValue): \(shown)\(measured)"
  }

  /// The ranking for programs.
  var csv: String {
    var table = CSVTable(
      header: ["rank", "entity", "name", "type", measure.rawValue, "low", "high", "documents"])
    for row in ranking {
      var cells: [CSVTable.Cell] = [.number(Double(row.rank)), .text(row.entity), .text(row.name)]
      cells += [.text(row.type.rawValue), .number(row.score)]
      for end in [row.low, row.high] { cells.append(end.map { .number($0) } ?? .empty) }
      table.append(cells + [.number(Double(row.documents))])
    }
    return table.text
  }
}
