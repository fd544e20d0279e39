/// What stands around a drawing: headline, legend, notes.
enum Furniture: Sendable, Codable {
  /// Words, and the part they play (a CSS class).
  case text(TextBlock, Box, role: String)
  /// The name of a point, and the cluster that is named after it.
  case name(TextBlock, Box, node: Int, cluster: Int?)
  /// The heading of a cluster.
  case heading(TextBlock, Box, cluster: Int)
  /// The sample of a kind of node.
  case shape(kind: String, Box, isPoint: Bool)
  /// The sample of a line.
  case line(family: String, Diagram.Dash, from: Point, to: Point)
  /// A rectangle behind everything.
  case band(Box, isTinted: Bool)
  /// A thin line across the page.
  case rule(from: Point, to: Point)

  /// Puts headline above, legend and notes below. Use only inside `Graphviz.run`.
  ///
  /// - Returns: the furniture, and the page that holds it and the drawing.
  static func arrange(
    _ diagram: Diagram, theme: Theme, around extent: Box, isMap: Bool
  ) -> (furniture: [Furniture], page: Box) {
    let legend = diagram.legend.filter { theme.tells($0.sample) }.prefix(40)
    let isBare =
      diagram.title.isEmpty && diagram.subtitle.isEmpty && legend.isEmpty && diagram.notes.isEmpty
    guard !isBare else { return ([], extent) }
    let width = max(extent.width, 480)
    let left = extent.center.x - width / 2
    var frame = Frame(theme: theme, left: left, width: width, isMap: isMap)
    frame.addHeadline(diagram.title, diagram.subtitle, above: extent.maxY)
    var floor = extent.minY - 22 * frame.scale
    floor = frame.addLegend(Array(legend), below: floor)
    floor = frame.addNotes(diagram.notes, below: floor)
    let page = Box(
      minX: left, minY: min(floor, extent.minY), maxX: left + width, maxY: frame.top)
    return (frame.items, page)
  }
}

/// A page under construction.
private struct Frame {
  let theme: Theme
  let left: Double
  let width: Double
  let isMap: Bool
  /// Words grow with the page: a wide map is looked at from further away.
  let scale: Double
  var items: [Furniture] = []
  var top = 0.0

  init(theme: Theme, left: Double, width: Double, isMap: Bool) {
    self.theme = theme
    self.isMap = isMap
    self.left = left
    self.width = width
    scale = min(max(width / 1_300, 1), 12)
  }

  private func size(_ points: Double) -> Int { Int((points * scale).rounded()) }

  mutating func addHeadline(_ title: String, _ subtitle: String, above ceiling: Double) {
    top = ceiling
    let size = Int(min(max(width / 38, 20), 34 * scale))
    let small = Int(min(max(width / 85, 11), 14 * scale))
    let headline = paragraph(
      title, size: size, color: theme.ink, isBold: true, font: theme.titleFont, lines: 3)
    let sentence = paragraph(subtitle, size: small, color: theme.secondary, lines: 4)
    let sizes = Graphviz.measure([headline, sentence], font: theme.font)
    guard sizes.contains(where: { $0.height > 0 }) else { return }
    top += 20 * scale
    if !sentence.isEmpty {
      place(sentence, sizes[1], bottom: top, role: "subtitle")
      top += sizes[1].height
    }
    if !headline.isEmpty {
      place(headline, sizes[0], bottom: top, role: "title")
      top += sizes[0].height
    }
  }

  /// Samples with their meanings in rows: shapes first, then lines.
  mutating func addLegend(_ entries: [Diagram.LegendEntry], below ceiling: Double) -> Double {
    guard !entries.isEmpty else { return ceiling }
    items.append(
      .rule(from: Point(x: left, y: ceiling), to: Point(x: left + width, y: ceiling)))
    let texts = entries.map { entry in
      TextBlock(rows: [
        [
          .init(
            text: Wording.wrap(entry.text, width: 60, lines: 1)[0], size: size(10), color: theme.ink
          )
        ]
      ])
    }
    let sizes = Graphviz.measure(texts, font: theme.font)
    let isShape = entries.map { if case .kind = $0.sample { true } else { false } }
    var floor = ceiling - 20 * scale
    for group in [true, false] {
      var x = left
      var used = false
      for index in entries.indices where isShape[index] == group {
        let advance = 50 * scale + sizes[index].width
        if used, x + advance - 16 * scale > left + width {
          x = left
          floor -= 19 * scale
        }
        addSample(entries[index].sample, at: Point(x: x + 14 * scale, y: floor))
        let center = Point(x: x + 34 * scale + sizes[index].width / 2, y: floor)
        items.append(
          .text(
            texts[index],
            Box(center: center, width: sizes[index].width, height: sizes[index].height),
            role: "legend"))
        x += advance
        used = true
      }
      if used { floor -= 21 * scale }
    }
    return floor + 8 * scale
  }

  private mutating func addSample(_ sample: Diagram.LegendEntry.Sample, at center: Point) {
    let (start, end) = (
      center - Point(x: 14 * scale, y: 0), center + Point(x: 14 * scale, y: 0)
    )
    switch sample {
    case .kind(let kind):
      let rim = theme.style(ofKind: kind).shape.rim / 2
      items.append(
        isMap
          ? .shape(
            kind: kind, Box(center: center, width: 10 * scale, height: 10 * scale), isPoint: true)
          : .shape(
            kind: kind, Box(center: center, width: 24 * scale + rim, height: 13 * scale + rim),
            isPoint: false))
    case .family(let family):
      items.append(.line(family: family, .solid, from: start, to: end))
    case .dash(let dash):
      items.append(.line(family: "", dash, from: start, to: end))
    case .mark:
      let sign = TextBlock(rows: [
        [.init(text: "≠", size: size(12), color: theme.alert, isBold: true)]
      ])
      items.append(
        .text(sign, Box(center: center, width: 16 * scale, height: 16 * scale), role: "legend"))
    }
  }

  mutating func addNotes(_ notes: [String], below ceiling: Double) -> Double {
    var floor = ceiling
    let texts = notes.prefix(8).map {
      paragraph($0, size: size(9), color: theme.secondary, lines: 6)
    }
    for (text, size) in zip(texts, Graphviz.measure(texts, font: theme.font)) where !text.isEmpty {
      floor -= size.height + 3 * scale
      place(text, size, bottom: floor, role: "note")
    }
    return floor
  }

  private mutating func place(_ text: TextBlock, _ size: Box, bottom: Double, role: String) {
    let center = Point(x: left + size.width / 2, y: bottom + size.height / 2)
    items.append(
      .text(text, Box(center: center, width: size.width, height: size.height), role: role))
  }

  private func paragraph(
    _ text: String, size: Int, color: String, isBold: Bool = false, font: String? = nil,
    lines: Int
  ) -> TextBlock {
    // An average letter is about half as wide as the type is high.
    let perLine = max(12, Int(width / (Double(size) * 0.52)))
    let rows = Wording.wrap(text, width: perLine, lines: lines).map {
      [
        TextBlock.Run(text: $0, size: size, color: color, isBold: isBold, font: font)
      ]
    }
    return TextBlock(rows: rows, alignment: .left)
  }
}
