/// A Markdown text and the `dragnet` blocks in it.
struct Template: Sendable {
  /// A fenced block as it stands in the text.
  struct Block: Sendable {
    /// What stands between the fences.
    let text: String
    /// Lines of the text, fences included, from 1.
    let lines: ClosedRange<Int>
    /// Characters before each line of the block: of a quote or a list it stands in.
    let indents: [Int]

    /// A place of the block as a place of the text.
    func place(of inside: BlockPlace) -> BlockPlace {
      let indent = indents.indices.contains(inside.line - 1) ? indents[inside.line - 1] : 0
      return BlockPlace(line: lines.lowerBound + inside.line, column: inside.column + indent)
    }

    var firstLine: String {
      String(text.split(whereSeparator: \.isNewline).first ?? "").trimmed
    }
  }

  /// The text; front matter is blank lines.
  let text: String
  /// The lines of front matter, those of `---` included.
  let frontMatter: [String]
  /// In the order of the text.
  let blocks: [Block]
  /// The first heading, the title of the front matter, or the name.
  let title: String
  /// True when a heading of the first level is there.
  let hasTitle: Bool

  init(_ source: String, name: String) {
    let (text, frontMatter, frontTitle) = Template.withoutFrontMatter(source)
    self.text = text
    self.frontMatter = frontMatter
    var blocks: [Block] = []
    var heading: String?
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if let parsed = ParsedMarkdown(text) {
      for node in parsed.nodes() {
        if node.isHeading, node.level == 1, heading == nil { heading = node.words }
        guard node.isCodeBlock, Template.isQuestion(node.fenceInfo) else { continue }
        blocks.append(Template.block(node, lines: lines))
      }
    }
    self.blocks = blocks
    hasTitle = heading != nil
    title = heading ?? frontTitle ?? name
  }

  private init(
    text: String, frontMatter: [String], blocks: [Block], title: String, hasTitle: Bool
  ) {
    self.text = text
    self.frontMatter = frontMatter
    self.blocks = blocks
    self.title = title
    self.hasTitle = hasTitle
  }

  /// Questions without a text around them; places are those in each question.
  init(questions: [String]) {
    self.init(
      text: "", frontMatter: [],
      blocks: questions.map { Block(text: $0, lines: 0...0, indents: []) }, title: "",
      hasTitle: false)
  }

  /// The template with roles in the place of names, all but the questions themselves, which are
  /// never written.
  func redacted(for matter: ReportCase) -> Template {
    guard matter.redacted != nil else { return self }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var output: [String] = []
    var moved: [Block] = []
    var next = 0
    func copy(_ range: Range<Int>) {
      guard !range.isEmpty else { return }
      let safe = matter.safe(lines[range].joined(separator: "\n"))
      output += safe.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .map(String.init)
    }
    for block in blocks {
      let range = block.lines.lowerBound - 1..<min(block.lines.upperBound, lines.count)
      guard range.lowerBound >= next else { continue }
      copy(next..<range.lowerBound)
      let start = output.count + 1
      output += lines[range].map(String.init)
      moved.append(
        Block(text: block.text, lines: start...max(start, output.count), indents: block.indents))
      next = range.upperBound
    }
    copy(next..<lines.count)
    return Template(
      text: output.joined(separator: "\n"), frontMatter: frontMatter.map(matter.safe),
      blocks: moved, title: matter.safe(title),
      hasTitle: hasTitle)
  }

  /// True for the fence of a block: `dragnet`, `{.dragnet}` or `{dragnet}`.
  static func isQuestion(_ info: String) -> Bool {
    let words = info.split { $0.isWhitespace || "{}".contains($0) }
    return words.first == "dragnet" || words.first == ".dragnet"
  }

  private static func block(_ node: MarkdownNode, lines: [Substring]) -> Block {
    let inner = node.literal.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let indents = inner.enumerated().map { index, line -> Int in
      let place = node.lines.lowerBound + index
      guard lines.indices.contains(place), lines[place].hasSuffix(line) else { return 0 }
      return lines[place].count - line.count
    }
    return Block(text: node.literal, lines: node.lines, indents: indents)
  }

  /// Blanks out a block of `---` lines at the start, so that line numbers stay.
  private static func withoutFrontMatter(
    _ text: String
  ) -> (text: String, frontMatter: [String], title: String?) {
    var text = text
    if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.first?.trimmed == "---",
      let end = lines.dropFirst().firstIndex(where: { ["---", "..."].contains($0.trimmed) })
    else { return (text, [], nil) }
    var title: String?
    let frontMatter = lines[0...end].map(String.init)
    for index in 0...end {
      if lines[index].hasPrefix("title:") {
        let value = lines[index].dropFirst(6).trimmed
        let isQuoted =
          value.count > 1 && value.first == value.last && (value.first == "\"" || value.first == "'")
        title = isQuoted ? String(value.dropFirst().dropLast()) : value
      }
      lines[index] = ""
    }
    return (lines.joined(separator: "\n"), frontMatter, title.flatMap { $0.isEmpty ? nil : $0 })
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
