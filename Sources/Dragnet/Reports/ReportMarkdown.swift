import DragnetDiagram
import DragnetText
import Foundation

extension Report {
  /// The report as GitHub's Markdown: the template with its blocks filled in, pictures as SVG files
  /// beside it, the sentences as footnotes.
  ///
  /// - Parameter figureFolder: the folder of the pictures, relative to the Markdown.
  /// - Complexity: each different diagram is drawn once.
  public func markdown(figureFolder: String = "figures") -> WrittenReport {
    var writer = MarkdownPage(self, folder: figureFolder)
    return writer.write()
  }
}

/// Writes one report as Markdown.
private struct MarkdownPage {
  let report: Report
  let notes: ReportNotes
  let folder: String
  private var written = WrittenReport(text: "")
  private var files: [Diagram: String] = [:]

  init(_ report: Report, folder: String) {
    self.report = report
    notes = ReportNotes(report)
    self.folder = folder
  }

  mutating func write() -> WrittenReport {
    let lines = report.template.text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var output: [String] = []
    var next = 0
    for (block, source) in zip(report.blocks, report.template.blocks) {
      let first = source.lines.lowerBound - 1
      guard first >= next, lines.indices.contains(first) else { continue }
      output += lines[next..<first].map(String.init)
      let opening = String(lines[first].prefix { $0 != "`" && $0 != "~" })
      // Below the first line, a list goes on by spaces and a quote by its sign.
      let indent = String(opening.map { $0 == ">" || $0.isWhitespace ? $0 : " " })
      for (index, line) in figure(block).enumerated() {
        let start = index == 0 ? opening : indent
        output.append(line.isEmpty ? start.trimmedRight : start + line)
      }
      next = min(source.lines.upperBound, lines.count)
    }
    output += lines[next...].map(String.init)
    output.replaceSubrange(
      0..<min(report.template.frontMatter.count, output.count), with: report.template.frontMatter)
    while output.last?.isEmpty == true { output.removeLast() }
    if !notes.notes.isEmpty {
      output.append("")
      output += notes.notes.map(footnote)
    }
    written.text = output.joined(separator: "\n") + "\n"
    return written
  }

  private mutating func figure(_ block: Report.Block) -> [String] {
    switch block.answer {
    case .failure(let error):
      return [
        "**This block is broken.** Line \(error.place.line), column \(error.place.column): "
          + markdownEscaped(error.message) + ".", "", "    " + singleLine(block.question),
      ]
    case .success(let figure):
      var lines = [FigureMarker(block, figure: figure).comment, ""]
      if let diagram = figure.diagram {
        lines += picture(diagram, figure: figure, block: block)
      }
      if !figure.heading.isEmpty { lines += ["**\(markdownEscaped(figure.heading))**", ""] }
      if let label = block.label {
        let own = block.caption.map { markdownEscaped($0) + " " } ?? ""
        lines += ["**\(label).** \(own)\(prose(figure.caption))", ""]
      }
      for part in figure.parts { lines += self.part(part) + [""] }
      while lines.last?.isEmpty == true { lines.removeLast() }
      return lines
    }
  }

  private mutating func picture(
    _ diagram: Diagram, figure: Figure, block: Report.Block
  ) -> [String] {
    let words = markdownEscaped(figure.alternativeText)
    var diagram = diagram
    // In a file of its own there is nothing for a link to lead to.
    for index in diagram.nodes.indices { diagram.nodes[index].link = nil }
    for index in diagram.lines.indices { diagram.lines[index].link = nil }
    if let name = files[diagram] { return ["![\(words)](\(name))", ""] }
    let kind = block.question.prefix { $0.isLetter }
    let label = (block.label ?? "figure").lowercased().replacing(" ", with: "-")
    let name = "\(folder)/\(label)-\(kind).svg"
    do {
      let svg = try diagram.draw(layout: figure.layout).svg()
      written.files.append((name, Data(svg.utf8)))
      files[diagram] = addressEscaped(name)
      return ["![\(words)](\(addressEscaped(name)))", ""]
    } catch {
      let reason = "\(block.label ?? "the figure") could not be drawn: \(error)"
      written.failures.append(BlockError(block.place, reason))
      return ["**\(markdownEscaped(reason)).** The table below says the same.", ""]
    }
  }

  private func part(_ part: Figure.Part) -> [String] {
    switch part {
    case .paragraph(let text): return [prose(text)]
    case .list(let items): return items.map { "- " + prose($0) }
    case .facts(let facts):
      return facts.map { "- *\(markdownEscaped($0.name)):* \(prose($0.text))" }
    case .table(let table):
      func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
      return [
        row(table.columns.map { markdownEscaped($0.title) }),
        row(table.columns.map { $0.isNumber ? "---:" : "---" }),
      ] + table.rows.map { row($0.map(prose)) }
    }
  }

  private func prose(_ prose: Prose) -> String {
    prose.pieces.map { piece in
      switch piece {
      case .text(let text): markdownEscaped(text)
      case .strong(let text): text.isEmpty ? "" : "**\(markdownEscaped(text))**"
      case .label(let text), .hedge(let text): text.isEmpty ? "" : "*\(markdownEscaped(text))*"
      case .entity(_, let name), .document(_, let name): markdownEscaped(name)
      case .quote(let text): "“\(markdownEscaped(text))”"
      case .notes(let evidence):
        notes.notes(of: evidence).prefix(12).map { "[^n\($0.number)]" }.joined(separator: " ")
      }
    }.joined()
  }

  private func footnote(_ note: ReportNotes.Note) -> String {
    let evidence = note.evidence
    let speaker = evidence.speaker.map { ", as said by \(markdownEscaped($0))" } ?? ""
    let label = markdownEscaped(report.matter.label(of: evidence.document))
    return "[^n\(note.number)]: “\(markdownEscaped(evidence.sentence))” — \(label), bytes "
      + "\(evidence.start)–\(evidence.end)\(speaker)."
  }
}

/// Text as it may stand in a line or a table cell of Markdown: nothing in it is a mark.
func markdownEscaped(_ text: String) -> String {
  var result = ""
  for scalar in singleLine(text).unicodeScalars {
    switch scalar {
    case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "~", "&", "!", "$", "@", "^":
      result += "\\"
    // Bare addresses would become links.
    case ":" where result.hasSuffix("http") || result.hasSuffix("https") || result.hasSuffix("ftp"):
      result += "\\"
    case "." where result.lowercased().hasSuffix("www"): result += "\\"
    case _ where result.isEmpty && "-+=".unicodeScalars.contains(scalar): result += "\\"
    case ".", ")":
      // A number and a point at the start would become a list.
      if !result.isEmpty, result.utf8.count < 10, result.allSatisfy(\.isNumber),
        !text.dropFirst(result.count + 1).prefix(1).allSatisfy(\.isNumber)
          || text.count == result.count + 1
      {
        result += "\\"
      }
    default: break
    }
    result.unicodeScalars.append(scalar)
  }
  return result
}

/// Text without line ends and without marks that cannot be seen.
func singleLine(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    if "\t\n\r".unicodeScalars.contains(scalar) {
      result += " "
    } else if scalar.isHiddenControl {
      result += "[\(scalar.codeName)]"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// A relative path as an address in Markdown.
private func addressEscaped(_ path: String) -> String {
  path.addingPercentEncoding(
    withAllowedCharacters: CharacterSet(
      charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")) ?? path
}

extension String {
  fileprivate var trimmedRight: String {
    var rest = self[...]
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
