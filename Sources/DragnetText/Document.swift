/// Names a document; made from its content, so the same file has the same id on every machine.
public struct DocumentID: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// The id as written in files.
  public let rawValue: String

  /// Wraps an id.
  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// The id as written in files.
  public var description: String { rawValue }
  /// Orders as text.
  public static func < (a: DocumentID, b: DocumentID) -> Bool { a.rawValue < b.rawValue }
  /// Reads a single string.
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }
  /// Writes a single string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

/// One text, with its source and date. Immutable.
///
/// `text` is what was read, as UTF-8: byte order mark dropped, line ends, soft hyphens, non-breaking
/// spaces and curly quotes kept. Every `TextRange` of a reading is an offset into it.
public struct Document: Sendable, Codable, Equatable, Identifiable {
  /// Made from name and content.
  public let id: DocumentID
  /// The file's name, relative to the folder it was found in.
  public let name: String
  /// The text as read.
  public let text: String
  /// The headline, where the page gives one.
  public var title: String?
  /// The outlet, court or agency that published it, where the page gives it.
  public var source: String?
  /// Day of publication, where the page gives it.
  public var published: CalendarDate?
  /// Who wrote it, where the page says so.
  public var byline: String?
  /// SHA-256 of the file's bytes, in lower-case hexadecimal.
  public var sha256: String
  /// Menus, share lines, teasers, credits, copyright lines: kept in `text`, kept out of the reading.
  /// In order, not overlapping.
  public var furniture: [TextRange]
  /// The pages of a paginated document in order; empty when it has none.
  public var pages: [TextRange]

  /// Makes a document. Give `id` and `sha256` as the ingestion computes them.
  public init(
    id: DocumentID, name: String, text: String, title: String? = nil, source: String? = nil,
    published: CalendarDate? = nil, byline: String? = nil, sha256: String = "",
    furniture: [TextRange] = [], pages: [TextRange] = []
  ) {
    self.id = id
    self.name = name
    self.text = text
    self.title = title
    self.source = source
    self.published = published
    self.byline = byline
    self.sha256 = sha256
    self.furniture = furniture
    self.pages = pages
  }

  /// The text in a range.
  ///
  /// - Precondition: the range lies in the text. A range that cuts a character yields U+FFFD there.
  public func quote(_ range: TextRange) -> String {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.start)
    let end = utf8.index(start, offsetBy: range.count)
    return String(decoding: utf8[start..<end], as: UTF8.self)
  }
}
