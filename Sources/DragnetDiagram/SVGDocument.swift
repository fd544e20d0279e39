/// The drawing as an SVG for people: names in place of numbers, links that are checked, words for those
/// who do not see it, handles for styles and scripts.
///
/// Lines and clusters lie below, nodes, labels and furniture above.
struct SVGDocument {
  private let drawing: Drawing
  private let options: SVGOptions
  private let typesetting: Typesetting
  private let prefix: String
  private let parts: SVGParts
  private var canvas = SVGCanvas()

  /// `typesetting` knows all words of the drawing.
  init(drawing: Drawing, options: SVGOptions, typesetting: Typesetting) {
    self.drawing = drawing
    self.options = options
    self.typesetting = typesetting
    prefix = Wording.identifier(options.idPrefix)
    parts = SVGParts(drawing: drawing, prefix: prefix, isInteractive: options.isInteractive)
  }

  /// The finished file.
  consuming func bytes() -> [UInt8] {
    open()
    addClusters()
    addCrowd()
    for (index, item) in drawing.backdrop.enumerated() where item.text == nil {
      add(item, key: "b\(index)")
    }
    addLines()
    let strokes = drawing.furniture.indices.filter { drawing.furniture[$0].isStroke }
    for index in strokes { add(drawing.furniture[index], key: "f\(index)") }
    for (index, item) in drawing.backdrop.enumerated() where item.text != nil {
      add(item, key: "b\(index)")
    }
    addNodes()
    addLabels()
    for (index, item) in drawing.furniture.enumerated() where !item.isStroke {
      add(item, key: "f\(index)")
    }
    canvas.write("</g>\n")
    if options.isInteractive { canvas.write(SVGScript.element(prefix: prefix)) }
    canvas.write("</svg>\n")
    return canvas.bytes
  }

  // MARK: The page

  private mutating func open() {
    var page = drawing.page.inset(by: -25.7)
    // In whole points, so that no hairline is left at the rim.
    page = Box(
      minX: page.minX, minY: page.maxY - page.height.rounded(.up),
      maxX: page.minX + page.width.rounded(.up), maxY: page.maxY)
    let (width, height) = (number(page.width), number(page.height))
    let title = drawing.diagram.title.isEmpty ? "Diagram" : drawing.diagram.title
    let name = Wording.xml(Wording.clean(title, limit: 300))
    let classes = "dragnet-diagram theme-" + Wording.identifier(drawing.sketch.theme.name)
    canvas.write(
      """
      <?xml version="1.0" encoding="UTF-8" standalone="no"?>
      <svg width="\(whole(page.width))pt" height="\(whole(page.height))pt" \
      viewBox="0 0 \(width) \(height)" xmlns="http://www.w3.org/2000/svg" \
      xmlns:xlink="http://www.w3.org/1999/xlink" id="\(prefix)diagram" class="\(classes)" \
      role="graphics-document" aria-label="\(name)" aria-describedby="\(prefix)description" \
      font-family="\(Wording.xml(drawing.sketch.theme.font))">
      <title id="\(prefix)name">\(name)</title>
      <desc id="\(prefix)description">\(Wording.xml(drawing.alternativeText))</desc>

      """)
    canvas.write(SVGStyle(drawing: drawing, darkTheme: options.darkTheme, prefix: prefix).element)
    let shift = "translate(\(number(-page.minX)) \(number(page.maxY)))"
    canvas.write("<g id=\"\(prefix)page\" class=\"page\" transform=\"\(shift)\">\n")
    canvas.ground(page, fill: drawing.sketch.theme.paper)
  }

  private func whole(_ points: Double) -> Int {
    points.isFinite ? Int(min(max(points, 1), 1e7).rounded()) : 1
  }

  /// Writes a part as a group: its handles, its tooltip, its link round what `content` draws.
  private mutating func group(_ part: SVGParts.Part, _ content: (inout SVGCanvas) -> Void) {
    var tag = "<g id=\"\(part.id)\" class=\"\(part.classes.joined(separator: " "))\""
    // A symbol's parts are not told to those who listen; a link would be lost.
    if part.isSymbol, part.link == nil { tag += " role=\"graphics-symbol\"" }
    let focus = part.focusOrder.map { " tabindex=\"\($0)\"" } ?? ""
    if part.link == nil { tag += focus }
    for (key, value) in part.data { tag += " data-\(key)=\"\(Wording.xml(value))\"" }
    tag += ">"
    if let link = part.link { tag += "<a xlink:href=\"\(Wording.xml(link))\"\(focus)>" }
    if let title = part.title.map(tooltip) { tag += "<title>\(title)</title>" }
    canvas.write(tag + "\n")
    content(&canvas)
    canvas.write(part.link == nil ? "</g>\n" : "</a></g>\n")
  }

  /// At most twenty lines, which browsers show as such.
  private func tooltip(_ text: String) -> String {
    text.utf8.split(separator: UInt8(ascii: "\n")).prefix(20)
      .map { Wording.xml(Wording.clean(String(Substring($0)), limit: 600)) }
      .joined(separator: "\n")
  }

  // MARK: Its parts

  private mutating func addClusters() {
    let sketch = drawing.sketch
    for (index, cluster) in drawing.clusters.enumerated() where !cluster.fills.isEmpty {
      let color = sketch.theme.color(of: sketch.clusters[index], at: index)
      let fill = Pen.color(color, alpha: sketch.isMap ? 22 : 34)
      let rim = Pen(color: Pen.color(color, alpha: sketch.isMap ? 60 : 130), width: 0.9)
      group(parts.shape(ofCluster: index)) { canvas in
        for curve in cluster.fills { canvas.curve(curve.points, fill: fill, pen: nil) }
        for curve in cluster.outline { canvas.curve(curve.points, pen: rim) }
      }
    }
  }

  /// The lines of a map that has too many to draw them one by one: the faintest first, many of one
  /// stroke in one path.
  private mutating func addCrowd() {
    let sketch = drawing.sketch
    guard sketch.isMap, !sketch.drawsLinesSingly else { return }
    var groups: [PointMap.Stroke: [(Point, Point)]] = [:]
    for (index, line) in drawing.lines.enumerated() {
      guard let points = line.curve?.points, let first = points.first, let last = points.last
      else { continue }
      groups[PointMap.stroke(ofLine: index, in: sketch), default: []].append((first, last))
    }
    guard !groups.isEmpty else { return }
    let order = groups.keys.sorted {
      ($0.alpha, $0.color, $0.width) < ($1.alpha, $1.color, $1.width)
    }
    canvas.write("<g id=\"\(prefix)lines\" class=\"lines\">\n")
    for stroke in order {
      canvas.stretches(
        groups[stroke] ?? [],
        pen: Pen(color: Pen.color(stroke.color, alpha: stroke.alpha), width: stroke.width))
    }
    canvas.write("</g>\n")
  }

  private mutating func addLines() {
    let sketch = drawing.sketch
    guard sketch.drawsLinesSingly else { return }
    for (index, line) in drawing.lines.enumerated() {
      guard var curve = line.curve else { continue }
      if sketch.isMap { curve = Curve(points: curve.points) }
      let pen = sketch.pen(ofLine: index)
      group(parts.part("l\(index)")) {
        $0.line(curve, arrow: 10 * sketch.lines[index].arrowSize, pen: pen)
      }
    }
  }

  private mutating func addNodes() {
    let sketch = drawing.sketch
    let texts = sketch.isMap ? [] : sketch.nodeTexts()
    let typesetting = typesetting
    for (index, node) in drawing.nodes.enumerated() {
      let (fill, pen) = (sketch.fill(ofNode: index), sketch.pen(ofNode: index))
      group(parts.part("n\(index)")) { canvas in
        guard !sketch.isMap else { return canvas.ellipse(node.box, fill: fill, pen: pen) }
        let style = sketch.theme.style(ofKind: sketch.nodes[index].kind)
        canvas.shape(style.shape, node.box, fill: fill, pen: pen)
        canvas.words(texts[index], in: node.box, typesetting)
      }
    }
  }

  private mutating func addLabels() {
    let sketch = drawing.sketch
    let typesetting = typesetting
    for (index, line) in drawing.lines.enumerated() {
      guard let box = line.label else { continue }
      let ground = drawing.ground(ofLabel: index).map {
        sketch.theme.tint(of: sketch.clusters[$0], at: $0)
      }
      let text = drawing.labelTexts[index]
      group(parts.part("t\(index)")) { canvas in
        canvas.ground(box, fill: ground ?? sketch.theme.paper)
        canvas.words(text, in: box, typesetting)
      }
    }
  }

  private mutating func add(_ item: Furniture, key: String) {
    let (theme, typesetting) = (drawing.sketch.theme, typesetting)
    group(parts.part(key)) { canvas in
      switch item {
      case .text(let text, let box, _): canvas.words(text, in: box, typesetting)
      case .name(let text, let box, _, _):
        canvas.ground(box, fill: theme.paper + "B0")
        canvas.words(text, in: box, typesetting)
      case .heading(let text, let box, _):
        canvas.ground(box, fill: theme.paper + "90")
        canvas.words(text, in: box, typesetting)
      case .shape(let kind, let box, let isPoint):
        let style = theme.style(ofKind: kind)
        if isPoint {
          canvas.ellipse(box, fill: style.stroke, pen: Pen(color: theme.paper))
        } else {
          canvas.shape(style.shape, box, fill: style.fill, pen: Pen(color: style.stroke))
        }
      case .line(let family, let dash, let start, let end):
        let color = family.isEmpty ? theme.secondary : theme.color(ofFamily: family)
        canvas.curve(
          Curve(from: start, to: end).points, pen: Pen(color: color, width: 2, dash: dash))
      case .band(let box, let isTinted):
        let side = Point(x: box.width / 2, y: 0)
        canvas.curve(
          Curve(from: box.center - side, to: box.center + side).points,
          pen: Pen(color: isTinted ? theme.wash : theme.paper, width: box.height))
      case .rule(let start, let end):
        canvas.curve(
          Curve(from: start, to: end).points, pen: Pen(color: theme.faint, width: 0.6))
      }
    }
  }
}

extension SVGCanvas {
  /// Words in the middle of a box.
  fileprivate mutating func words(_ words: TextBlock, in box: Box, _ setting: Typesetting) {
    for placed in setting.place(words, in: box) { text(placed.run, at: placed.origin) }
  }
}

extension Furniture {
  /// True for what is drawn with the lines.
  fileprivate var isStroke: Bool {
    switch self {
    case .line, .band, .rule: true
    case .text, .name, .heading, .shape: false
    }
  }
}
