/// Rows of text in one or more sizes and colors, as Graphviz measures and draws them.
struct TextBlock: Sendable, Hashable, Codable {
  /// Words in one style.
  struct Run: Sendable, Hashable, Codable {
    var text: String
    /// In whole points: Graphviz reads no fractions here.
    var size: Int
    var color: String
    var isBold = false
    var isItalic = false
    /// Font families; nil takes the drawing's.
    var font: String?

    var markup: String {
      let font = font.map { " FACE=\"\(Wording.markup($0))\"" } ?? ""
      var text = Wording.markup(text)
      if isItalic { text = "<I>\(text)</I>" }
      if isBold { text = "<B>\(text)</B>" }
      return "<FONT\(font) POINT-SIZE=\"\(size)\" COLOR=\"\(color)\">\(text)</FONT>"
    }
  }

  /// Where rows begin.
  enum Alignment: String, Codable { case center = "CENTER", left = "LEFT", right = "RIGHT" }

  /// Each row is a list of runs.
  var rows: [[Run]]
  var alignment = Alignment.center

  /// Nothing to draw.
  var isEmpty: Bool { rows.allSatisfy { $0.allSatisfy(\.text.isEmpty) } }

  /// The HTML-like label. It always begins with a tag: Graphviz keeps one copy of equal strings, and
  /// a plain label equal to a marked-up one would become marked up.
  var markup: String {
    var lines = ""
    for row in rows where !row.allSatisfy(\.text.isEmpty) {
      // Graphviz refuses a font without words.
      for run in row where !run.text.isEmpty { lines += run.markup }
      lines += "<BR ALIGN=\"\(alignment.rawValue)\"/>"
    }
    return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"0\">"
      + "<TR><TD HEIGHT=\"\(headroom)\"></TD></TR><TR><TD>\(lines)</TD></TR></TABLE>"
  }

  /// Graphviz leaves more room below the last line than above the first; this much above, in whole
  /// points, brings the letters into the middle.
  var headroom: Int {
    let first = Double(rows.first?.map(\.size).max() ?? 0)
    let last = Double(rows.last?.map(\.size).max() ?? 0)
    return max(1, Int((0.41 * last - 0.06 * first).rounded()))
  }
}

/// Two decimals at most, never an exponent; what is not finite or beyond ten million is brought in.
func number(_ value: Double) -> String {
  let bounded = value.isFinite ? min(max(value, -1e7), 1e7) : 0
  let hundredths = Int((bounded * 100).rounded())
  let (whole, part) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
  let sign = hundredths < 0 ? "-" : ""
  if part == 0 { return sign + String(whole) }
  if part % 10 == 0 { return "\(sign)\(whole).\(part / 10)" }
  return "\(sign)\(whole).\(part < 10 ? "0" : "")\(part)"
}

extension Theme {
  /// Name and second line of a node, the name in rows of `width` characters. Type size 9 to 18 points by
  /// importance.
  func text(of node: Diagram.Node, width: Int) -> TextBlock {
    let style = style(ofKind: node.kind)
    let isFocus = node.emphasis == .focus
    let isFaint = node.emphasis == .faint
    let importance = node.importance
    let size = Int((10 + 8 * importance).rounded())
    let color = isFocus ? paper : isFaint ? secondary : style.text
    let isBold = isFocus || node.emphasis == .strong || importance >= 0.3
    var rows = Wording.wrap(node.label, width: width, lines: 4).map {
      [TextBlock.Run(text: $0, size: size, color: color, isBold: isBold)]
    }
    if node.isMarked {
      let sign = TextBlock.Run(
        text: "≠ ", size: size, color: isFocus ? paper : alert, isBold: true)
      rows[0].insert(sign, at: 0)
    }
    if let detail = node.detail, !detail.isEmpty {
      rows += Wording.wrap(detail, width: min(34, 2 * width), lines: 2).map {
        [TextBlock.Run(text: $0, size: max(8, size * 5 / 8), color: isFocus ? paper : secondary)]
      }
    }
    if let body = node.body, !body.isEmpty {
      if node.label.isEmpty { rows = [] }
      rows += Wording.wrap(body, width: 36, lines: 9).map {
        [TextBlock.Run(text: $0, size: 9, color: isFocus ? paper : secondary, isItalic: true)]
      }
    }
    return TextBlock(rows: rows)
  }

  /// The words on a line in one form. `arrows` has a sign for each label that reads one way.
  func text(of line: Diagram.Line, as form: LabelForm, arrows: [String]) -> TextBlock {
    var rows: [[TextBlock.Run]] = []
    for (label, arrow) in zip(line.labels.prefix(form.count), arrows) {
      let family = color(ofFamily: label.family ?? line.family)
      let color = line.emphasis == .faint ? secondary : family
      let width = form.isWrapped ? LabelForm.wrappingWidth(of: label) : LabelForm.width
      var words = Wording.wrap(label.text, width: width, lines: form.isWrapped ? 2 : 1).map {
        [TextBlock.Run(text: $0, size: 9, color: color, isItalic: label.isTentative)]
      }
      if !arrow.isEmpty {
        words[0].insert(TextBlock.Run(text: arrow + " ", size: 9, color: color), at: 0)
      }
      if label.isMarked {
        words[0].insert(TextBlock.Run(text: "≠ ", size: 9, color: alert, isBold: true), at: 0)
      }
      rows += words
    }
    if line.labels.count > form.count, !rows.isEmpty {
      let rest = "\u{00A0}+\(line.labels.count - form.count)"
      rows[rows.count - 1].append(TextBlock.Run(text: rest, size: 9, color: secondary))
    }
    return TextBlock(rows: rows)
  }

  /// A text's box grown to the outline of a shape that holds it.
  func size(of shape: Shape, around text: Box) -> Box {
    var box = text
    switch shape {
    case .rounded, .box:
      box.width += 20
      box.height += 10
    case .doubleBox, .doubleRounded:
      box.width += 16 + shape.rim
      box.height += 6 + shape.rim
    case .ellipse:
      box.width = box.width * 1.22 + 14
      box.height = box.height * 1.22 + 10
    case .note:
      box.width += 28
      box.height += 12
    case .plaque:
      box.width += 26
      box.height += 12
    case .plain:
      box.width += 6
      box.height += 4
      return box
    }
    box.width = max(box.width, 44)
    box.height = max(box.height, 26)
    return box
  }
}
