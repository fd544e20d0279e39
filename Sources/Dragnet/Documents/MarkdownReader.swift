import DragnetText

/// Reads Markdown as text: nothing is taken out, what is not prose becomes furniture.
enum MarkdownReader {
  /// The text; title, day, author and outlet from the front matter or the first heading.
  ///
  /// Front matter, code blocks, lines of images, link definitions, rules and comments are furniture.
  /// Link targets inside a sentence stay.
  static func extract(_ bytes: [UInt8]) throws(DocumentError) -> Extract {
    var extract = Extract(text: try Charset.decode(bytes))
    let lines = PageLine.lines(of: extract.text)
    let isFenced = lines.first?.text == "---"
    let frontEnd =
      isFenced ? lines.indices.dropFirst().prefix(60).first { lines[$0].text == "---" } : nil
    var isInCode = false
    for (index, line) in lines.enumerated() {
      if let frontEnd, index <= frontEnd {
        read(line.text, into: &extract)
        extract.furniture.append(line.range)
        continue
      }
      let isFence = line.text.hasPrefix("```") || line.text.hasPrefix("~~~")
      if isFence { isInCode.toggle() }
      if isFence || isInCode || isMarkup(line) { extract.furniture.append(line.range) }
      if extract.title == nil, !isInCode, line.text.hasPrefix("# ") {
        extract.title = line.text.trimming { "# ".contains($0) }
      }
    }
    return extract
  }

  /// A field of the front matter: *title: "…"*.
  private static func read(_ line: String, into extract: inout Extract) {
    guard let colon = line.firstIndex(of: ":") else { return }
    let value = line[line.index(after: colon)...].trimming { " \"'".contains($0) }
    guard !value.isEmpty else { return }
    switch line[..<colon].lowercased() {
    case "title": extract.title = value
    case "date", "published": extract.published = NewsDate.date(in: value)
    case "author", "byline": extract.byline = value
    case "source", "publication", "outlet": extract.source = value
    default: break
    }
  }

  private static func isMarkup(_ line: PageLine) -> Bool {
    let text = line.text
    let isImage = text.hasPrefix("![") && text.hasSuffix(")") && line.tokens.count <= 30
    let isDefinition = text.hasPrefix("[") && text.contains("]: ") && text.contains("://")
    let isComment = text.hasPrefix("<!--") && text.hasSuffix("-->")
    return isImage || isDefinition || isComment || text.allSatisfy { "-*_=|: +".contains($0) }
  }
}
