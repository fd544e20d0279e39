/// Makes Graphviz's SVG fit for people: names in place of numbers, links that are checked, words for
/// those who do not see it, handles for styles and scripts.
///
/// Links and tooltips never pass through Graphviz, which writes addresses into the file as they are.
struct SVGDocument {
  private let drawing: Drawing
  private let options: SVGOptions
  private let prefix: String
  private let parts: SVGParts

  init(drawing: Drawing, options: SVGOptions) {
    self.drawing = drawing
    self.options = options
    prefix = Wording.identifier(options.idPrefix)
    parts = SVGParts(drawing: drawing, prefix: prefix, isInteractive: options.isInteractive)
  }

  /// The finished file.
  func rewrite(_ raw: [UInt8]) -> [UInt8] {
    var output = Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n".utf8)
    output.reserveCapacity(raw.count * 3 / 2)
    let font = Array(fontAttribute.utf8)
    var hasStarted = false
    var closing: [String] = []
    var painted: [ArraySlice<UInt8>] = []
    var lines = raw.split(separator: 10)[...]
    while let line = lines.popFirst() {
      if line.starts(with: "<svg".utf8) {
        hasStarted = true
        var tag = String(decoding: line, as: UTF8.self)
        while !tag.hasSuffix(">"), let next = lines.popFirst() {
          tag += String(decoding: next, as: UTF8.self)
        }
        output += root(tag).utf8
      } else if !hasStarted || line.starts(with: "<!--".utf8) {
        continue
      } else if line.starts(with: "<g id=\"".utf8) {
        if !painted.isEmpty { output += backdrop(painted) }
        painted = []
        let tag = String(decoding: line, as: UTF8.self)
        let key = tag.dropFirst(7).prefix { $0 != "\"" }
        if lines.first?.starts(with: "<title>".utf8) == true { lines.removeFirst() }
        let part = parts.part(String(key))
        output += open(part, tag: tag).utf8
        closing.append(part.link == nil ? "</g>\n" : "</a></g>\n")
      } else if line.elementsEqual("</g>".utf8) {
        if !painted.isEmpty { output += backdrop(painted) }
        painted = []
        output += (closing.popLast() ?? "").utf8
      } else if closing.count == 1, !line.starts(with: "<polygon".utf8) {
        painted.append(line)
      } else if line.starts(with: "<text".utf8) {
        output += without(font, in: line)
        output.append(10)
      } else {
        if line.elementsEqual("</svg>".utf8), options.isInteractive {
          output += SVGScript.element(prefix: prefix).utf8
        }
        output += line
        output.append(10)
      }
    }
    return inOrderOfBands(output)
  }

  /// Written once on the root instead of on every word.
  private var fontAttribute: String {
    " font-family=\"\(Wording.xml(drawing.sketch.theme.font))\""
  }

  private func without(_ words: [UInt8], in line: ArraySlice<UInt8>) -> [UInt8] {
    var start = line.startIndex
    while start + words.count <= line.endIndex {
      if line[start] == words[0], line[start..<start + words.count].elementsEqual(words) {
        return Array(line[..<start] + line[(start + words.count)...])
      }
      start += 1
    }
    return Array(line)
  }

  private func root(_ tag: String) -> String {
    let title = drawing.diagram.title.isEmpty ? "Diagram" : drawing.diagram.title
    let name = Wording.xml(Wording.clean(title, limit: 300))
    let classes = "dragnet-diagram theme-" + Wording.identifier(drawing.sketch.theme.name)
    return String(tag.dropLast())
      + " id=\"\(prefix)diagram\" class=\"\(classes)\" role=\"graphics-document\""
      + " aria-label=\"\(name)\" aria-describedby=\"\(prefix)description\"\(fontAttribute)>\n"
      + "<title id=\"\(prefix)name\">\(name)</title>\n"
      + "<desc id=\"\(prefix)description\">\(Wording.xml(drawing.alternativeText))</desc>\n"
      + SVGStyle(drawing: drawing, darkTheme: options.darkTheme, prefix: prefix).element
  }

  private func open(_ part: SVGParts.Part, tag: String) -> String {
    var result = "<g id=\"\(part.id)\" class=\"\(part.classes.joined(separator: " "))\""
    // A symbol's parts are not told to those who listen; a link would be lost.
    if part.isSymbol, part.link == nil { result += " role=\"graphics-symbol\"" }
    let focus = part.focusOrder.map { " tabindex=\"\($0)\"" } ?? ""
    if part.link == nil { result += focus }
    for (key, value) in part.data { result += " data-\(key)=\"\(Wording.xml(value))\"" }
    if let start = tag.firstRange(of: " transform=\"") {
      result += " transform=\"\(tag[start.upperBound...].prefix { $0 != "\"" })\""
    }
    result += ">"
    if let link = part.link { result += "<a xlink:href=\"\(Wording.xml(link))\"\(focus)>" }
    if let title = part.title.map(tooltip) { result += "<title>\(title)</title>" }
    return result + "\n"
  }

  /// At most twenty lines, which browsers show as such.
  private func tooltip(_ text: String) -> String {
    text.split(separator: "\n").prefix(20)
      .map { Wording.xml(Wording.clean(String($0), limit: 600)) }
      .joined(separator: "\n")
  }

  /// The shapes of clusters, each in a group of its own, and the lines of a crowded map, many of one
  /// stroke in one path.
  private func backdrop(_ painted: [ArraySlice<UInt8>]) -> [UInt8] {
    var rest = painted[...]
    var output: [UInt8] = []
    for (index, cluster) in drawing.clusters.enumerated() where !cluster.fills.isEmpty {
      output += open(parts.shape(ofCluster: index), tag: "").utf8
      for _ in 0..<cluster.fills.count + cluster.outline.count {
        output += rest.popFirst() ?? []
        output.append(10)
      }
      output += "</g>\n".utf8
    }
    guard !rest.isEmpty else { return output }
    output += "<g id=\"\(prefix)lines\" class=\"lines\">\n".utf8
    var style = ""
    // Renderers take time with the square of what one path holds.
    let most = 300
    var count = 0
    for element in rest {
      // <polyline fill=… stroke=… points="x,y x,y "/>
      let text = String(decoding: element, as: UTF8.self)
      guard let start = text.firstRange(of: " points=\"") else { continue }
      let own = text[text.index(text.startIndex, offsetBy: 9)..<start.lowerBound]
      let places = text[start.upperBound...].prefix { $0 != "\"" }
      if own != style || count == most {
        if !style.isEmpty { output += "\"/>\n".utf8 }
        style = String(own)
        count = 0
        output += "<path\(own) d=\"".utf8
      }
      output += "M\(places.replacing(" ", with: "L", maxReplacements: 1))".utf8
      count += 1
    }
    output += "\"/>\n</g>\n".utf8
    return output
  }
}
