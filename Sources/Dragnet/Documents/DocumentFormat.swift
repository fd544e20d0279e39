/// The formats that are read.
enum DocumentFormat: Equatable {
  case text
  case markdown
  case html
  case mail
  case pdf
  case word
  case jsonLines

  /// The format of a file: what its bytes begin with goes before its name, except that a name that
  /// promises a PDF or Word file must keep the promise.
  init(name: String, bytes: [UInt8]) throws(DocumentError) {
    let ending = Self.ending(of: name)
    if let unread = Self.unread[ending] {
      throw .unsupportedFormat(name: unread.name, advice: unread.advice)
    }
    let head = bytes.prefix(1024)
    let isPDF = Self.contains(Array("%PDF-".utf8), in: head)
    let isZip = bytes.starts(with: [0x50, 0x4B, 3, 4])
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw ending == "docx"
        ? .encrypted(format: "Word")
        : .unsupportedFormat(name: "an old Office file", advice: "save it as .docx or .txt")
    }
    if bytes.starts(with: Array("{\\rtf".utf8)) {
      throw .unsupportedFormat(name: "RTF", advice: "save it as .docx or .txt")
    }
    switch ending {
    case "pdf": self = .pdf
    case "docx", "docm": self = .word
    case _ where isPDF && bytes.starts(with: Array("%PDF-".utf8)): self = .pdf
    case _ where isZip: self = .word
    case "html", "htm", "xhtml", "shtml": self = .html
    case "eml": self = .mail
    case "md", "markdown", "mdown": self = .markdown
    case "jsonl", "ndjson": self = .jsonLines
    default: self = Self.sniffed(head)
    }
    if self == .pdf, !isPDF {
      throw .damaged(format: "PDF", detail: "it does not begin with %PDF-")
    }
    if self == .word, !isZip {
      throw .damaged(format: "Word", detail: "it is no ZIP archive")
    }
  }

  /// The part of a name after its last dot, in lower case.
  static func ending(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// Formats people have in their folders and that would be noise if read as text.
  private static let unread: [String: (name: String, advice: String)] = [
    "rtf": ("RTF", "save it as .docx or .txt"),
    "odt": ("OpenDocument", "save it as .docx or .txt"),
    "doc": ("an old Word file", "save it as .docx or .txt"),
    "xls": ("a spreadsheet", "save it as .txt"),
    "xlsx": ("a spreadsheet", "save it as .txt"),
    "pptx": ("a presentation", "save it as .pdf or .txt"),
    "epub": ("EPUB", "save it as .html or .txt"),
    "json": ("JSON", "for one document per line, use JSON lines"),
    "xml": ("XML", "save it as .html or .txt"),
    "mbox": ("a mailbox", "save its messages as .eml"),
    "msg": ("an Outlook message", "save it as .eml"),
  ]

  private static func contains(_ needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: needle) }
  }

  private static func sniffed(_ head: ArraySlice<UInt8>) -> DocumentFormat {
    let text = String(decoding: head, as: UTF8.self).lowercased()
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
      || start.hasPrefix("<?xml") && text.contains("<html")
    {
      return .html
    }
    return isMailHead(start) ? .mail : .text
  }

  /// At least three header lines that only messages have, the first at the top.
  private static func isMailHead(_ text: Substring) -> Bool {
    let names: Set<Substring> = [
      "return-path", "received", "delivered-to", "message-id", "mime-version", "from", "to", "date",
      "subject", "content-type", "x-mailer", "reply-to", "dkim-signature",
      "content-transfer-encoding",
    ]
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    let header = lines.prefix { !$0.isEmpty }
    func isField(_ line: Substring) -> Bool {
      line.firstIndex(of: ":").map { names.contains(line[..<$0]) } ?? false
    }
    guard let first = header.first, isField(first) else { return false }
    let isTechnical = ["message-id:", "mime-version:", "received:", "return-path:"].contains {
      name in
      header.contains { $0.hasPrefix(name) }
    }
    return isTechnical && header.count(where: isField) >= 3
  }
}
