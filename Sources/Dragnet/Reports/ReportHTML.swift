import DragnetDiagram
import DragnetText
import Foundation

/// A report as it was written.
public struct WrittenReport: Sendable {
  /// The page, or the Markdown.
  public var text: String
  /// Files that belong beside it, by name relative to it.
  public var files: [(name: String, contents: Data)] = []
  /// Diagrams that could not be drawn, with their place in the template; their tables are there.
  public var failures: [BlockError] = []
  /// The first picture of a page as a file of its own, and why there is none.
  var firstPicture: Result<String, DrawingError>?
}

extension Report {
  /// The report as one page that needs nothing else: no script, no other file, no request to any host.
  ///
  /// It follows the reader's light or dark setting, fits a phone and prints on A4. Raw HTML of the
  /// template is left out; images of its folder are put in, images elsewhere become links.
  ///
  /// - Complexity: each different diagram is drawn once.
  public func html() -> WrittenReport {
    var page = HTMLPage(self)
    return page.write()
  }
}

/// Writes one report as HTML.
struct HTMLPage {
  let report: Report
  let notes: ReportNotes
  /// Entities with a card, by id.
  private let cards: Set<String>
  private var placedCards: Set<String> = []
  private var drawings: [Diagram: String] = [:]
  private var styles: [String] = []
  private var failures: [BlockError] = []
  private var hasImages = false
  private var firstPicture: Result<String, DrawingError>?

  init(_ report: Report) {
    self.report = report
    notes = ReportNotes(report)
    cards = Set(report.blocks.compactMap { $0.figure?.entity })
  }

  mutating func write() -> WrittenReport {
    let body = bodyAndContents()
    let style = ReportStyle.sheet
    let hashes = ([style] + styles).map { "'sha256-\(base64Digest($0))'" }
    var seen: Set<String> = []
    let sources = hashes.filter { seen.insert($0).inserted }.joined(separator: " ")
    let title = htmlEscaped(report.title)
    let text = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \(sources);\
      \(hasImages ? " img-src data:;" : "") base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="Dragnet \(htmlEscaped(report.matter.network.dragnet.version))">
      <title>\(title)</title>
      <style>\(style)</style>
      </head>
      <body>
      <a class="skip" href="#content">Skip to the text</a>
      \(body)
      </body>
      </html>

      """
    return WrittenReport(text: text, failures: failures, firstPicture: firstPicture)
  }

  /// Template with figures, contents and notes.
  private mutating func bodyAndContents() -> String {
    guard let parsed = ParsedMarkdown(report.template.text) else { return "" }
    let nodes = parsed.nodes()
    var anchors = UniqueIDs()
    var contents: [(level: Int, anchor: String, words: String)] = []
    var level = 0
    var levels: [Int] = []
    for node in nodes {
      if node.isHeading {
        // A heading is at most one level below the one before it.
        node.level = min(node.level, level + 1)
        level = node.level
        let anchor = anchors.claim("h-" + slug(node.words))
        contents.append((level, anchor, node.words))
        node.insertFirst("<span class=\"anchor\" id=\"\(anchor)\"></span>")
      } else if node.isCodeBlock, Template.isQuestion(node.fenceInfo) {
        levels.append(max(level, 1))
      }
    }
    var figures = zip(report.blocks, levels).map { figure($0, below: $1) }
    for node in nodes.reversed() {
      if node.isCodeBlock, Template.isQuestion(node.fenceInfo) {
        node.replaceBlock(with: figures.popLast() ?? "")
      } else if node.isImage {
        node.replaceInline(with: image(node))
      }
    }
    let text = parsed.html()
    let headline = report.template.hasTitle ? "" : "<h1>\(htmlEscaped(report.title))</h1>\n"
    let evidence = evidenceSection
    if !evidence.isEmpty { contents.append((2, "evidence", "Evidence")) }
    // The contents follow the headline.
    var page = headline + text
    let place = page.firstRange(of: "</h1>\n")?.upperBound ?? page.startIndex
    page.insert(contentsOf: navigation(contents), at: place)
    return """
      <main id="content" class="report">
      \(page)\(evidence)</main>
      """
  }

  private func navigation(_ contents: [(level: Int, anchor: String, words: String)]) -> String {
    let items = contents.filter { $0.level == 2 }
    guard items.count > 2 else { return "" }
    let links = items.map { "<li><a href=\"#\($0.anchor)\">\(htmlEscaped($0.words))</a></li>" }
    return """
      <nav aria-label="Contents"><ol>
      \(links.joined(separator: "\n"))
      </ol></nav>

      """
  }

  private func slug(_ words: String) -> String {
    let text = words.lowercased().unicodeScalars.map { scalar -> Character in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        ? Character(scalar) : "-"
    }
    let parts = String(text).split(separator: "-").prefix(12)
    return parts.isEmpty ? "section" : parts.joined(separator: "-")
  }

  /// An image of the template: in the page where it is a file of the folder, else a link.
  private mutating func image(_ node: MarkdownNode) -> String {
    let words = htmlEscaped(node.words)
    guard let data = report.image(node.address) else {
      let address = htmlEscaped(node.address)
      let isAddress = node.address.hasPrefix("https://") || node.address.hasPrefix("http://")
      let name = words.isEmpty ? "Image" : words
      return isAddress ? "<a href=\"\(address)\">\(name)</a>" : "<em class=\"missing\">\(name)</em>"
    }
    hasImages = true
    return "<img src=\"data:\(data.type);base64,\(data.bytes.base64EncodedString())\" alt=\"\(words)\">"
  }

  // MARK: Figures

  private mutating func figure(_ block: Report.Block, below level: Int) -> String {
    switch block.answer {
    case .failure(let error):
      return """
        <div class="broken" id="\(htmlEscaped(block.anchor))">
        <p><strong>This block is broken.</strong> Line \(error.place.line), column \
        \(error.place.column): \(htmlEscaped(error.message)).</p>
        <pre><code>\(htmlEscaped(block.question))</code></pre>
        </div>

        """
    case .success(let figure):
      let marker = FigureMarker(block, figure: figure).comment
      return marker + "\n" + written(figure, block, below: level) + "\n"
    }
  }

  private mutating func written(
    _ figure: Figure, _ block: Report.Block, below level: Int
  ) -> String {
    let anchor = htmlEscaped(block.anchor)
    guard let label = block.label else { return card(figure, anchor: anchor, below: level) }
    let own = block.caption.map { htmlEscaped($0) + " " } ?? ""
    let caption =
      "<figcaption><b>\(label).</b> \(own)\(prose(figure.caption))</figcaption>"
    guard let diagram = figure.diagram else {
      return """
        <figure id="\(anchor)" class="tabular">
        \(caption)
        \(parts(figure.parts, label: label))
        </figure>
        """
    }
    let picture = drawing(diagram, figure: figure, block: block, label: label)
    return """
      <figure id="\(anchor)" class="picture\(picture.isRoomy ? " roomy" : "")">
      \(picture.html)
      \(caption)
      <details class="twin"><summary>\(label) as a table</summary>
      \(parts(figure.parts, label: label))
      </details>
      </figure>
      """
  }

  private mutating func card(_ figure: Figure, anchor: String, below level: Int) -> String {
    guard !figure.heading.isEmpty else {
      return "<div class=\"text\" id=\"\(anchor)\">\n\(parts(figure.parts, label: ""))\n</div>"
    }
    var id = anchor
    if let entity = figure.entity, placedCards.insert(entity).inserted {
      id = ReportCase.anchor(ofEntity: entity)
    }
    let heading = min(level + 1, 6)
    return """
      <section class="card" id="\(id)" aria-labelledby="\(id)-name">
      <h\(heading) id="\(id)-name">\(htmlEscaped(figure.heading))</h\(heading)>
      \(parts(figure.parts, label: figure.heading))
      </section>
      """
  }

  private mutating func drawing(
    _ diagram: Diagram, figure: Figure, block: Report.Block, label: String
  ) -> (html: String, isRoomy: Bool) {
    let prefix = block.anchor + "-"
    let placeholder = "dragnet0placeholder-"
    var diagram = diagram
    for index in diagram.nodes.indices where !cards.contains(diagram.nodes[index].id) {
      diagram.nodes[index].link = nil
    }
    do throws(DrawingError) {
      let drawn: String
      if let known = drawings[diagram] {
        drawn = known
      } else {
        drawn = try diagram.draw(layout: figure.layout).svg(idPrefix: placeholder)
        drawings[diagram] = drawn
      }
      guard let inline = InlineSVG(described(drawn, figure.alternativeText)) else {
        throw .graphviz("the drawing is no SVG")
      }
      styles += inline.styles
      firstPicture = firstPicture ?? .success(drawn.replacing(placeholder, with: "dragnet-"))
      let html = """
        <div class="drawing" role="region" tabindex="0" aria-label="\(label), scrollable">
        \(inline.svg.replacing(placeholder, with: prefix))
        </div>
        """
      return (html, inline.isRoomy)
    } catch {
      firstPicture = firstPicture ?? .failure(error)
      failures.append(BlockError(block.place, "\(label) could not be drawn: \(error)"))
      return (
        "<p class=\"broken\">\(label) could not be drawn: \(htmlEscaped("\(error)")). "
          + "The table below says the same.</p>", false
      )
    }
  }

  /// Puts the facts of the network in the place of the drawing's own description.
  private func described(_ svg: String, _ words: String) -> String {
    guard let open = svg.firstRange(of: "<desc"), let close = svg.firstRange(of: "</desc>"),
      let start = svg[open.upperBound..<close.lowerBound].firstIndex(of: ">")
    else { return svg }
    return svg[...start] + htmlEscaped(words) + svg[close.lowerBound...]
  }

  // MARK: Parts

  private func parts(_ parts: [Figure.Part], label: String) -> String {
    parts.map { part in
      switch part {
      case .paragraph(let text): "<p>\(prose(text))</p>"
      case .list(let items):
        "<ul>\n" + items.map { "<li>\(prose($0))</li>\n" }.joined() + "</ul>"
      case .facts(let facts):
        "<dl>\n"
          + facts.map { "<div><dt>\(htmlEscaped($0.name))</dt><dd>\(prose($0.text))</dd></div>\n" }
          .joined() + "</dl>"
      case .table(let table): self.table(table, label: label)
      }
    }.joined(separator: "\n")
  }

  private func table(_ table: FigureTable, label: String) -> String {
    let kinds = table.columns.indices.map { index -> String in
      if table.columns[index].isNumber { return " class=\"number\"" }
      let isLong = table.rows.contains { $0.indices.contains(index) && $0[index].plain.count > 40 }
      return isLong ? " class=\"long\"" : ""
    }
    let heads = zip(table.columns, kinds).map { column, kind in
      "<th scope=\"col\"\(kind)>\(htmlEscaped(column.title))</th>"
    }
    let rows = table.rows.map { row -> String in
      let cells = zip(row, kinds).enumerated().map { index, cell -> String in
        let (text, kind) = cell
        return index == 0 && !text.isEmpty
          ? "<th scope=\"row\"\(kind)>\(prose(text))</th>" : "<td\(kind)>\(prose(text))</td>"
      }
      return "<tr\(row.first?.isEmpty == false ? "" : " class=\"more\"")>\(cells.joined())</tr>"
    }
    let name = htmlEscaped("\(label): \(table.title)")
    return """
      <div class="table" role="region" tabindex="0" aria-label="\(name), scrollable">
      <table aria-label="\(name)">
      <thead><tr>\(heads.joined())</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </div>
      """
  }

  func prose(_ prose: Prose) -> String {
    prose.pieces.map { piece in
      switch piece {
      case .text(let text): htmlEscaped(text)
      case .strong(let text): "<b>\(htmlEscaped(text))</b>"
      case .label(let text): "<i class=\"label\">\(htmlEscaped(text))</i>"
      case .hedge(let text): "<em class=\"hedge\">\(htmlEscaped(text))</em>"
      case .quote(let text): "<q>\(htmlEscaped(text))</q>"
      case .entity(let id, let name):
        cards.contains(id)
          ? "<a class=\"entity\" href=\"#\(ReportCase.anchor(ofEntity: id))\">\(htmlEscaped(name))</a>"
          : htmlEscaped(name)
      case .document(let id, let name):
        "<a class=\"entity\" href=\"#\(documentAnchor(id))\">\(htmlEscaped(name))</a>"
      case .notes(let evidence): citations(evidence)
      }
    }.joined()
  }

  /// The numbers of notes, leading to them; neighbors as *4–7*, which leads to the first.
  private func citations(_ evidence: [Evidence]) -> String {
    var runs: [(first: ReportNotes.Note, last: Int)] = []
    for note in notes.notes(of: evidence) {
      if let last = runs.last?.last, last + 1 == note.number {
        runs[runs.count - 1].last = note.number
      } else {
        runs.append((note, note.number))
      }
    }
    guard !runs.isEmpty else { return "" }
    let links = runs.map { first, last in
      let numbers = last == first.number ? "\(last)" : "\(first.number)–\(last)"
      let name = last == first.number ? "Note \(last)" : "Notes \(first.number) to \(last)"
      return "<a href=\"#\(report.matter.anchor(of: first.evidence))\" aria-label=\"\(name)\">"
        + "\(numbers)</a>"
    }
    return "<span class=\"notes\">[\(links.joined(separator: ", "))]</span>"
  }

  func documentAnchor(_ id: DocumentID) -> String {
    "document-" + ReportCase.anchor(ofEntity: id.rawValue).dropFirst("entity-".count)
  }
}

/// The SHA-256 digest of a text, in the form a content security policy names it.
func base64Digest(_ text: String) -> String {
  let digits = Array(sha256(Array(text.utf8)).utf8)
  let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { index in
    UInt8(String(decoding: digits[index...(index + 1)], as: UTF8.self), radix: 16)
  }
  return Data(bytes).base64EncodedString()
}
