import DragnetText

/// Reads web pages.
enum HTMLReader {
  /// The article of a page: headline first, then its paragraphs with blank lines between.
  static func extract(_ bytes: [UInt8], charset: String? = nil) throws(DocumentError) -> Extract {
    try extract(page: Charset.decode(bytes, declared: charset ?? declaredCharset(bytes)))
  }

  /// The article of a page that is already text.
  static func extract(page: String) throws(DocumentError) -> Extract {
    let tree = try HTMLTree(page)
    let facts = HTMLFacts(tree)
    var paragraphs = HTMLText(tree).paragraphs
    guard !paragraphs.isEmpty else { throw .noText(format: "HTML") }
    if let title = facts.title, !paragraphs.prefix(4).contains(where: { same($0, title) }) {
      paragraphs.insert(title, at: 0)
    }
    var extract = Extract(text: paragraphs.joined(separator: "\n\n") + "\n")
    extract.title = facts.title
    extract.source = facts.source
    extract.published = facts.published
    extract.byline = facts.byline
    return extract
  }

  private static func same(_ paragraph: String, _ title: String) -> Bool {
    func letters(_ text: String) -> [Character] {
      text.lowercased().filter { $0.isLetter || $0.isNumber }.map(\.self)
    }
    return paragraph.utf8.count < 4 * title.utf8.count + 40 && letters(paragraph) == letters(title)
  }

  /// The character set a page names in a meta element or XML declaration near its top.
  private static func declaredCharset(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    for mark in ["charset=", "encoding="] {
      guard let range = head.firstRange(of: mark) else { continue }
      let rest = head[range.upperBound...].drop { "\"' ".contains($0) }
      let name = rest.prefix { $0.isLetter || $0.isNumber || "-_:".contains($0) }
      if !name.isEmpty { return String(name) }
    }
    return nil
  }
}
