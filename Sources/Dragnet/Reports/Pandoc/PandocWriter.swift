import DragnetDiagram
import DragnetText
import Foundation

/// Writes figures as the blocks that Pandoc's documents are made of.
struct PandocWriter {
  private let report: Report
  private let notes: ReportNotes
  private let folder: String
  private let format: Format
  private let hasFigures: Bool
  private let headingLevel: Int
  private var known: [Diagram: (name: String, width: Double)] = [:]
  private(set) var files: [(name: String, contents: Data)] = []
  private(set) var failures: [(block: Int, error: BlockError)] = []
  private var number = 0

  init(_ report: Report, folder: String, target: String, document: PandocDocument) {
    self.report = report
    notes = ReportNotes(report)
    self.folder = folder
    hasFigures = document.hasFigures
    headingLevel = document.headingLevel
    switch target.prefix(while: { $0 != "+" && $0 != "-" }) {
    case "docx", "odt", "opendocument", "pptx", "rtf", "icml": format = .png
    case "latex", "beamer", "context", "pdf": format = .pdf
    default: format = .svg
    }
  }

  /// The blocks that stand for one question.
  mutating func blocks(_ block: Report.Block) -> [JSONValue] {
    number += 1
    switch block.answer {
    case .failure(let error):
      let text = "This dragnet block is broken, line \(error.place.line), column "
        + "\(error.place.column): \(error.message)."
      return [
        node("Div", [attributes("", classes: ["dragnet-broken"]),
          [node("Para", [node("Strong", .array(inlines(text)))]), code(block.question)]])
      ]
    case .success(let figure): return blocks(figure, block)
    }
  }

  private mutating func blocks(_ figure: Figure, _ block: Report.Block) -> [JSONValue] {
    var result: [JSONValue] = []
    var caption: [JSONValue] = []
    if let label = block.label {
      caption = [node("Strong", .array(inlines(label + "."))), node("Space")]
      if let own = block.caption { caption += inlines(own) + [node("Space")] }
      caption += prose(figure.caption)
    }
    if let diagram = figure.diagram {
      result += picture(diagram, figure, block, caption)
    } else if !figure.heading.isEmpty {
      result.append(node("Para", [node("Strong", .array(inlines(figure.heading)))]))
    }
    for part in figure.parts {
      switch part {
      case .paragraph(let text): result.append(node("Para", .array(prose(text))))
      case .list(let items):
        result.append(
          node("BulletList", .array(items.map { [node("Plain", .array(prose($0)))] })))
      case .facts(let facts):
        result.append(
          node(
            "BulletList",
            .array(
              facts.map { fact in
                let name = node("Emph", .array(inlines(fact.name + ":")))
                return [node("Plain", .array([name, node("Space")] + prose(fact.text)))]
              })))
      case .table(let table):
        result.append(self.table(table, caption: figure.diagram == nil ? caption : []))
      }
    }
    return [node("Div", [attributes(block.anchor, classes: ["dragnet"]), .array(result)])]
  }

  private mutating func picture(
    _ diagram: Diagram, _ figure: Figure, _ block: Report.Block, _ caption: [JSONValue]
  ) -> [JSONValue] {
    var diagram = diagram
    for index in diagram.nodes.indices { diagram.nodes[index].link = nil }
    for index in diagram.lines.indices { diagram.lines[index].link = nil }
    let file: (name: String, width: Double)
    do throws(DrawingError) {
      file = try drawn(diagram, figure, block)
    } catch {
      let reason = "\(block.label ?? "The figure") could not be drawn: \(error)"
      failures.append((number, BlockError(BlockPlace(line: 1, column: 1), reason)))
      return [node("Para", .array(inlines(reason + ". The table below says the same.")))]
    }
    let width = "\((file.width * 100).rounded() / 100)in"
    let image: [JSONValue] = [
      ["", [], [["width", .string(width)], ["alt", .string(figure.alternativeText)]]],
    ]
    guard hasFigures else {
      let target: JSONValue = [.string(file.name), "fig:"]
      return [node("Para", [node("Image", .array(image + [.array(caption), target]))])]
    }
    let words = JSONValue.array(inlines(figure.alternativeText))
    let target: JSONValue = [.string(file.name), ""]
    return [
      node(
        "Figure",
        [
          attributes(""), [.null, [node("Plain", .array(caption))]],
          [node("Plain", [node("Image", .array(image + [words, target]))])],
        ])
    ]
  }

  private mutating func drawn(
    _ diagram: Diagram, _ figure: Figure, _ block: Report.Block
  ) throws(DrawingError) -> (name: String, width: Double) {
    if let file = known[diagram] { return file }
    let drawing = try diagram.draw(layout: figure.layout)
    let kind = block.question.prefix { $0.isLetter }
    let label = (block.label ?? "figure").lowercased().replacing(" ", with: "-")
    let name = "\(folder)/\(label)-\(kind).\(format.rawValue)"
    files.append((name, Data(try drawing.render(format))))
    // As wide as drawn, at most as a page between its margins.
    let file = (name, min(6.3, (drawing.extent.width + 50) / 72))
    known[diagram] = file
    return file
  }

  /// The sentences that are cited, at the end of the document.
  var evidence: [JSONValue] {
    guard !notes.notes.isEmpty else { return [] }
    let items = notes.notes.map { note -> JSONValue in
      let evidence = note.evidence
      let speaker = evidence.speaker.map { ", as said by \($0)" } ?? ""
      let text =
        "“\(evidence.sentence)” — \(report.matter.label(of: evidence.document)), bytes "
        + "\(evidence.start)–\(evidence.end)\(speaker)."
      let anchor = attributes(report.matter.anchor(of: evidence))
      return [node("Plain", [node("Span", [anchor, .array(inlines(text))])])]
    }
    return [
      node(
        "Header", [.int(headingLevel), attributes("dragnet-evidence"), .array(inlines("Evidence"))]
      ), node("OrderedList", [[1, node("Decimal"), node("Period")], .array(items)]),
    ]
  }

  private func table(_ table: FigureTable, caption: [JSONValue]) -> JSONValue {
    func cell(_ inlines: [JSONValue]) -> JSONValue {
      [attributes(""), node("AlignDefault"), 1, 1, [node("Plain", .array(inlines))]]
    }
    func row(_ cells: [JSONValue]) -> JSONValue { [attributes(""), .array(cells)] }
    // Columns as wide as their words ask for, within bounds.
    let lengths = table.columns.indices.map { index in
      let texts = table.rows.compactMap { $0.indices.contains(index) ? $0[index] : nil }
      let longest = texts.map { $0.plain.count + 3 * min($0.evidence.count, 6) }.max() ?? 0
      return Double(min(max(longest, table.columns[index].title.count + 2, 8), 60))
    }
    let total = max(lengths.reduce(0, +), 1)
    let columns = zip(table.columns, lengths).map { column, length -> JSONValue in
      [
        node(column.isNumber ? "AlignRight" : "AlignLeft"),
        node("ColWidth", .double((length / total * 1000).rounded() / 1000)),
      ]
    }
    let head = row(table.columns.map { cell(inlines($0.title)) })
    let rows = table.rows.map { row($0.map { cell(prose($0)) }) }
    return node(
      "Table",
      [
        attributes(""),
        [.null, caption.isEmpty ? [] : [node("Plain", .array(caption))]],
        .array(columns), [attributes(""), [head]],
        [[attributes(""), 0, [], .array(rows)]], [attributes(""), []],
      ])
  }

  private func prose(_ prose: Prose) -> [JSONValue] {
    prose.pieces.flatMap { piece -> [JSONValue] in
      switch piece {
      case .text(let text): inlines(text)
      case .strong(let text): [node("Strong", .array(inlines(text)))]
      case .label(let text), .hedge(let text): [node("Emph", .array(inlines(text)))]
      case .entity(_, let name), .document(_, let name): inlines(name)
      case .quote(let text): inlines("“\(text)”")
      case .notes(let evidence): citations(evidence)
      }
    }
  }

  private func citations(_ evidence: [Evidence]) -> [JSONValue] {
    let found = notes.notes(of: evidence)
    guard !found.isEmpty else { return [] }
    var result: [JSONValue] = [node("Str", "[")]
    for (index, note) in found.enumerated() {
      if index > 0 { result += [node("Str", ","), node("Space")] }
      let target: JSONValue = [.string("#" + report.matter.anchor(of: note.evidence)), ""]
      result.append(
        node("Link", [attributes(""), [node("Str", .string(String(note.number)))], target]))
    }
    return result + [node("Str", "]")]
  }

  /// Words and the spaces between them.
  private func inlines(_ text: String) -> [JSONValue] {
    let text = singleLine(text)
    var result: [JSONValue] = []
    for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if index > 0, result.last?["t"] != "Space" { result.append(node("Space")) }
      if !word.isEmpty { result.append(node("Str", .string(String(word)))) }
    }
    return result
  }

  private func code(_ text: String) -> JSONValue {
    node("CodeBlock", [attributes(""), .string(text)])
  }

  private func attributes(_ id: String, classes: [String] = []) -> JSONValue {
    [.string(id), .array(classes.map(JSONValue.string)), []]
  }

  private func node(_ kind: String, _ content: JSONValue? = nil) -> JSONValue {
    .object(["t": .string(kind)].merging(content.map { ["c": $0] } ?? [:]) { a, _ in a })
  }
}
