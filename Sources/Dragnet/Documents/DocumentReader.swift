import DragnetText

/// What a format gives of a file: its text, and what it states about it.
struct Extract {
  var text: String
  var title: String?
  var source: String?
  var published: CalendarDate?
  var byline: String?
  var pages: [TextRange] = []
  /// What the format itself shows to be furniture.
  var furniture: [TextRange] = []

  init(text: String) { self.text = text }
}

/// Makes documents of bytes.
struct DocumentReader {
  /// Bytes a text may have, packed or unpacked.
  let maximumSize: Int
  /// Seconds the reading of one PDF may take.
  let timeLimit: Int

  /// Reads bytes by their format. `path` is where they came from, for programs that want a file.
  func document(bytes: [UInt8], name: String, path: String? = nil) throws(DocumentError) -> Document
  {
    guard !bytes.isEmpty else { throw .empty }
    let format = try DocumentFormat(name: name, bytes: bytes)
    let extract = try extract(bytes, format: format, path: path)
    return try document(extract, name: name, bytes: bytes)
  }

  /// Reads bytes that are known to be a plain text.
  func plainText(bytes: [UInt8], name: String) throws(DocumentError) -> Document {
    guard !bytes.isEmpty else { throw .empty }
    return try document(Extract(text: Charset.decode(bytes)), name: name, bytes: bytes)
  }

  private func extract(
    _ bytes: [UInt8], format: DocumentFormat, path: String?
  ) throws(DocumentError) -> Extract {
    switch format {
    case .text: Extract(text: try Charset.decode(bytes))
    case .markdown: try MarkdownReader.extract(bytes)
    case .html: try HTMLReader.extract(bytes)
    case .mail: try MailReader.extract(bytes)
    case .pdf:
      try PDFReader(timeLimit: timeLimit, sizeLimit: maximumSize).extract(bytes, path: path)
    case .word: try WordReader.extract(bytes, limit: maximumSize)
    case .jsonLines:
      throw .unsupportedFormat(name: "a file of JSON lines", advice: "give it by its path")
    }
  }

  /// Adds what the text itself shows: furniture, headline, day, outlet, author.
  func document(_ extract: Extract, name: String, bytes: [UInt8]) throws(DocumentError) -> Document
  {
    let text = extract.text
    guard text.utf8.count <= 3 * maximumSize else { throw .tooLarge(size: nil, limit: maximumSize) }
    guard !text.utf8.contains(0) else {
      throw .binary(kind: "binary data: it holds NUL characters")
    }
    let lines = PageLine.lines(of: text)
    guard !lines.isEmpty else { throw .empty }
    let furniture = PageFurniture(lines: lines)
    let facts = PageFacts(of: text, lines: lines, furniture: furniture)
    let hash = sha256(bytes)
    return Document(
      id: DocumentID("d" + sha256(Array(name.utf8), [0], Array(hash.utf8)).prefix(16)),
      name: name, text: text,
      title: extract.title ?? facts.title, source: extract.source ?? facts.source,
      published: extract.published ?? facts.published, byline: extract.byline ?? facts.byline,
      sha256: hash,
      furniture: Self.merged(furniture.ranges + extract.furniture), pages: extract.pages)
  }

  /// The ranges in order; those that overlap become one.
  private static func merged(_ ranges: [TextRange]) -> [TextRange] {
    var merged: [TextRange] = []
    for range in ranges.sorted() where !range.isEmpty {
      if let last = merged.last, range.start < last.end {
        merged[merged.count - 1] = TextRange(last.start, max(last.end, range.end))
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}
