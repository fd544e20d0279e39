import DragnetText
import Foundation

/// Tables after RFC 4180: comma-separated, CRLF line ends, a header line, UTF-8.
///
/// A cell is quoted when it holds a comma, a quote or a line end. A text cell that a spreadsheet
/// would take for a formula — one that starts with `=`, `+`, `-`, `@`, a tab or a carriage return —
/// gets an apostrophe before it; numbers are written as they are.
public struct CSVTable: Sendable, Equatable {
  /// One cell.
  public enum Cell: Sendable, Equatable {
    /// Text, made safe against formulas.
    case text(String)
    /// A number as it is.
    case number(Double)
    /// Nothing.
    case empty
  }

  /// Names of the columns.
  public let header: [String]
  /// The rows, each with a cell for every column.
  public private(set) var rows: [[Cell]] = []

  /// Starts a table.
  public init(header: [String]) { self.header = header }

  /// Adds a row.
  ///
  /// - Precondition: it has a cell for every column.
  public mutating func append(_ row: [Cell]) {
    precondition(row.count == header.count, "a row has a cell for every column")
    rows.append(row)
  }

  /// The whole table as text.
  public var text: String {
    var text = ""
    for row in [header.map(Cell.text)] + rows {
      text += row.map(CSVTable.field).joined(separator: ",")
      text += "\r\n"
    }
    return text
  }

  private static func field(_ cell: Cell) -> String {
    switch cell {
    case .empty: ""
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    case .text(let words): quoted(safe(words))
    }
  }

  private static func safe(_ words: String) -> String {
    guard let first = words.utf8.first, "=+-@\t\r".utf8.contains(first) else { return words }
    return "'" + words
  }

  private static func quoted(_ words: String) -> String {
    guard words.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return words }
    return "\"" + words.replacing("\"", with: "\"\"") + "\""
  }
}

extension CSVTable.Cell {
  fileprivate static func text(_ words: String?) -> Self { words.map { .text($0) } ?? .empty }

  fileprivate static func number(_ number: Int?) -> Self {
    number.map { .number(Double($0)) } ?? .empty
  }
}

extension Network {
  /// `entities.csv`: one row for every entity.
  public func entitiesTable() -> CSVTable {
    var table = CSVTable(header: [
      "id", "type", "name", "aliases", "country", "role", "mentions", "documents",
    ])
    for entity in entities {
      table.append([
        .text(entity.id), .text(entity.type.rawValue), .text(entity.name),
        .text(entity.aliases.joined(separator: "; ")), .text(entity.attributes.country),
        .text(entity.attributes.role), .number(entity.mentions.count),
        .number(Set(entity.mentions.map(\.document)).count),
      ])
    }
    return table
  }

  /// `relations.csv`: one row for every relation; with grades, those of its documents, and with
  /// credences, its credence.
  public func relationsTable() -> CSVTable {
    let names = entityNames()
    let grading = Grading(self)
    let hasCredence = relations.contains { $0.credence != nil }
    let header = [
      "id", "from", "from_name", "type", "to", "to_name", "directed", "polarity", "modality",
      "date", "confidence", "origins", "origin_names", "documents",
    ]
    var table = CSVTable(
      header: header + grading.header + (hasCredence ? ["credence"] : []))
    for relation in relations {
      let row: [CSVTable.Cell] = [
        .text(relation.id), .text(relation.from), .text(names[relation.from]),
        .text(relation.type), .text(relation.to), .text(names[relation.to]),
        .text(relation.directed ? "true" : "false"), .text(relation.polarity.rawValue),
        .text(relation.modality.rawValue), .text(relation.date?.description),
        .number(relation.confidence), .number(relation.origins),
        .text(relation.originIDs.joined(separator: "; ")),
        .number(Set(relation.evidence.map(\.document)).count),
      ]
      let credence: [CSVTable.Cell] =
        hasCredence ? [relation.credence.map { .number($0) } ?? .empty] : []
      table.append(row + grading.cells(relation.evidence.map(\.document)) + credence)
    }
    return table
  }

  /// `evidence.csv`: one row for every sentence behind every relation; with grades, that of
  /// its document.
  public func evidenceTable() -> CSVTable {
    let names = entityNames()
    let grading = Grading(self)
    let texts = Dictionary(documents.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let header = [
      "relation", "from_name", "type", "to_name", "document", "source", "published", "start",
      "end", "speaker", "sentence",
    ]
    var table = CSVTable(header: header + grading.header)
    for relation in relations {
      for evidence in relation.evidence {
        let document = texts[evidence.document]
        let row: [CSVTable.Cell] = [
          .text(relation.id), .text(names[relation.from]), .text(relation.type),
          .text(names[relation.to]), .text(document?.name), .text(document?.source),
          .text(document?.published?.description), .number(evidence.start),
          .number(evidence.end), .text(evidence.speaker), .text(evidence.sentence),
        ]
        table.append(row + grading.cells([evidence.document]))
      }
    }
    return table
  }

  /// `conflicts.csv`: one row for every value of every question; with grades, those of
  /// the documents that give it.
  public func conflictsTable() -> CSVTable {
    let names = entityNames()
    let grading = Grading(self)
    let texts = Dictionary(documents.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let header = [
      "conflict", "about", "entities", "verdict", "reason", "value", "number", "unit", "currency",
      "date", "documents", "sentences",
    ]
    var table = CSVTable(header: header + grading.header)
    for conflict in conflicts {
      for value in conflict.values {
        let row: [CSVTable.Cell] = [
          .text(conflict.id), .text(conflict.about),
          .text(conflict.entities.compactMap { names[$0] }.joined(separator: "; ")),
          .text(conflict.verdict.rawValue), .text(conflict.reason), .text(value.value),
          value.number.map { .number($0) } ?? .empty, .text(value.unit), .text(value.currency),
          .text(value.date?.description),
          .text(value.documents.compactMap { texts[$0]?.name }.joined(separator: "; ")),
          .text(value.evidence.map(\.sentence).joined(separator: "\n")),
        ]
        table.append(row + grading.cells(value.documents))
      }
    }
    return table
  }

  /// `rankings.csv`: one row for every entity and measure.
  public func rankingsTable() -> CSVTable {
    let known = Dictionary(entities.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    var table = CSVTable(header: [
      "measure", "rank", "entity", "name", "type", "score", "low", "high",
    ])
    for (measure, ranking) in rankings.sorted(by: { $0.key < $1.key }) {
      for ranked in ranking {
        table.append([
          .text(measure), .number(ranked.rank), .text(ranked.entity),
          .text(known[ranked.entity]?.name), .text(known[ranked.entity]?.type.rawValue),
          .number(ranked.score), ranked.low.map { .number($0) } ?? .empty,
          ranked.high.map { .number($0) } ?? .empty,
        ])
      }
    }
    return table
  }

  private func entityNames() -> [String: String] {
    Dictionary(entities.map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a })
  }
}

/// The column of grades, which tables have only where a source is graded.
private struct Grading {
  let header: [String]
  private let grades: [DocumentID: Grade]

  init(_ network: Network) {
    grades = Dictionary(
      network.documents.compactMap { text in text.grade.map { (text.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    header = grades.isEmpty ? [] : ["grades"]
  }

  /// The distinct grades of documents, best first, in one cell; no cell where there is no column.
  func cells(_ documents: [DocumentID]) -> [CSVTable.Cell] {
    guard !header.isEmpty else { return [] }
    let found = Set(documents.compactMap { grades[$0]?.description }).sorted()
    return [found.isEmpty ? .empty : .text(found.joined(separator: "; "))]
  }
}
