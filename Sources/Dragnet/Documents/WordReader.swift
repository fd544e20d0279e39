import DragnetText

/// Reads Word documents (Office Open XML).
enum WordReader {
  /// Paragraphs and table rows in order, then the notes. Tracked deletions are left out, tracked
  /// insertions read. Title, author and day of creation from the document's properties.
  static func extract(_ bytes: [UInt8], limit: Int) throws(DocumentError) -> Extract {
    let names = [
      "word/document.xml", "word/footnotes.xml", "word/endnotes.xml", "docProps/core.xml",
    ]
    let entries = try ZipArchive.entries(names, in: bytes, format: "Word", limit: limit)
    guard let document = entries["word/document.xml"] else {
      throw .unsupportedFormat(
        name: "a ZIP archive that is no Word document", advice: "unpack it first")
    }
    var paragraphs: [String] = []
    for content in [document, entries["word/footnotes.xml"], entries["word/endnotes.xml"]] {
      guard let content else { continue }
      var collector = WordCollector()
      try XMLStream.read(content, format: "Word") { collector.take($0) }
      paragraphs += collector.paragraphs
    }
    guard !paragraphs.isEmpty else { throw .noText(format: "Word") }
    var extract = Extract(text: paragraphs.joined(separator: "\n\n") + "\n")
    if let core = entries["docProps/core.xml"] {
      var properties = WordProperties()
      try? XMLStream.read(core, format: "Word") { properties.take($0) }
      extract.title = properties["title"]
      extract.byline = properties["creator"]
      extract.published = properties["created"].flatMap(NewsDate.date)
    }
    return extract
  }
}

/// Builds paragraphs from the elements of a Word document.
private struct WordCollector {
  private(set) var paragraphs: [String] = []
  private var current = ""
  /// How deep in elements that are not part of the text.
  private var unreadDepth = 0
  /// How deep in elements that hold characters.
  private var textDepth = 0
  /// The cells of the row being read, for each table that is open.
  private var rows: [[String]] = []
  private var cells: [String] = []

  /// Deleted or moved text, field codes, and copies for old programs.
  private static let unread: Set<String> = [
    "del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "pPr", "rPr", "sectPr",
    "tblPr", "txbxContentFallback",
  ]

  mutating func take(_ event: XMLStream.Event) {
    switch event {
    case .start(let name) where Self.unread.contains(name): unreadDepth += 1
    case .end(let name) where Self.unread.contains(name): unreadDepth -= 1
    case _ where unreadDepth > 0: break
    case .start(let name): start(name)
    case .end(let name): end(name)
    case .text(let text): if textDepth > 0 { current += text }
    }
  }

  private mutating func start(_ name: String) {
    switch name {
    case "t": textDepth += 1
    case "tab": current += "\t"
    case "br", "cr": current += "\n"
    case "noBreakHyphen": current += "\u{2011}"
    case "softHyphen": current += "\u{AD}"
    case "tbl": rows.append([])
    case "tc": cells.append("")
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "t": textDepth -= 1
    case "p": endParagraph()
    case "tc":
      guard let cell = cells.popLast(), !rows.isEmpty else { return }
      rows[rows.count - 1].append(cell)
    case "tr":
      guard !rows.isEmpty else { return }
      let row = rows[rows.count - 1].filter { !$0.isEmpty }
      rows[rows.count - 1] = []
      // Cells with prose in them lay out a page; others are a table's.
      let isLayout = row.contains { $0.utf8.count > 200 }
      add(isLayout ? row : [row.joined(separator: "\t")])
    case "tbl": _ = rows.popLast()
    default: break
    }
  }

  private mutating func endParagraph() {
    let text = current.trimming(\.isWhitespace)
    current = ""
    if !text.isEmpty { add([text]) }
  }

  /// Adds to the cell that is open, or to the document.
  private mutating func add(_ texts: [String]) {
    for text in texts where !text.isEmpty {
      if cells.isEmpty {
        paragraphs.append(text)
      } else {
        cells[cells.count - 1] += (cells[cells.count - 1].isEmpty ? "" : " ") + text
      }
    }
  }
}

/// Collects a document's properties.
private struct WordProperties {
  private var values: [String: String] = [:]
  private var open = ""

  mutating func take(_ event: XMLStream.Event) {
    switch event {
    case .start(let name): open = name
    case .end: open = ""
    case .text(let text): values[open, default: ""] += text
    }
  }

  subscript(name: String) -> String? {
    let value = HTMLFacts.line(values[name] ?? "")
    return value.isEmpty ? nil : value
  }
}
