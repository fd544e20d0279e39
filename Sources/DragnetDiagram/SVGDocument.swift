/// Makes Graphviz's SVG fit for people: names in place of numbers, links that are checked, words for
/// those who do not see it.
///
/// Links and tooltips never pass through Graphviz, which writes addresses into the file as they are.
struct SVGDocument {
  private let drawing: Drawing
  private let prefix: String
  private let nodeNames: [String]
  private let lineNames: [String]

  init(drawing: Drawing, prefix: String) {
    self.drawing = drawing
    self.prefix = prefix
    nodeNames = SVGDocument.names(of: drawing.sketch.nodes.map(\.id), prefix: prefix + "n-")
    lineNames = SVGDocument.names(of: drawing.sketch.lines.map(\.id), prefix: prefix + "l-")
  }

  /// Ids safe for CSS and fragments, each of them once.
  private static func names(of ids: [String], prefix: String) -> [String] {
    var taken: Set<String> = []
    return ids.map { id in
      let base = prefix + Wording.identifier(id)
      var name = base
      var count = 2
      while !taken.insert(name).inserted {
        name = "\(base)-\(count)"
        count += 1
      }
      return name
    }
  }

  /// One group of Graphviz's SVG: a node, a line, a label, a cluster or a piece of furniture.
  private struct Part {
    var id: String
    var classes: [String]
    var title: String?
    var link: String?
    var isSymbol = false
  }

  /// The finished file.
  func rewrite(_ raw: [UInt8]) -> [UInt8] {
    var output = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n"
    var hasStarted = false
    var closing: [String] = []
    var lines = String(decoding: raw, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: true)[...]
    while let line = lines.popFirst() {
      if line.hasPrefix("<svg") {
        hasStarted = true
        var tag = String(line)
        while !tag.hasSuffix(">"), let next = lines.popFirst() { tag += next }
        output += root(tag)
      } else if !hasStarted || line.hasPrefix("<!--") {
        continue
      } else if line.hasPrefix("<g id=\"") {
        let key = line.dropFirst(7).prefix { $0 != "\"" }
        if lines.first?.hasPrefix("<title>") == true { lines.removeFirst() }
        let part = self.part(String(key))
        output += open(part, tag: String(line))
        closing.append(part.link == nil ? "</g>\n" : "</a></g>\n")
      } else if line == "</g>" {
        output += closing.popLast() ?? ""
      } else {
        output += line.replacing(fontAttribute, with: "") + "\n"
      }
    }
    return Array(output.utf8)
  }

  /// Written once on the root instead of on every word.
  private var fontAttribute: String {
    " font-family=\"\(Wording.xml(drawing.sketch.theme.font))\""
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
  }

  private func open(_ part: Part, tag: String) -> String {
    var result = "<g id=\"\(part.id)\" class=\"\(part.classes.joined(separator: " "))\""
    let title = part.title.map(tooltip)
    // A symbol's parts are not told to those who listen; a link would be lost.
    if part.isSymbol, part.link == nil { result += " role=\"graphics-symbol\"" }
    if let start = tag.range(of: " transform=\"") {
      let value = tag[start.upperBound...].prefix { $0 != "\"" }
      result += " transform=\"\(value)\""
    }
    result += ">"
    if let link = part.link {
      let address = link.replacing("&", with: "&amp;").replacing("'", with: "&#39;")
      result += "<a xlink:href=\"\(address)\">"
    }
    if let title { result += "<title>\(title)</title>" }
    return result + "\n"
  }

  /// At most twenty lines, which browsers show as such.
  private func tooltip(_ text: String) -> String {
    text.split(separator: "\n").prefix(20)
      .map { Wording.xml(Wording.clean(String($0), limit: 600)) }
      .joined(separator: "\n")
  }

  private func part(_ key: String) -> Part {
    guard let index = Int(key.dropFirst()) else {
      return Part(id: prefix + "page", classes: ["page"])
    }
    let sketch = drawing.sketch
    switch key.first {
    case "n" where sketch.nodes.indices.contains(index):
      let node = sketch.nodes[index]
      let own =
        ["node", "kind-" + Wording.identifier(node.kind)] + node.classes.map(Wording.identifier)
      return Part(
        id: nodeNames[index], classes: own + (node.isMarked ? ["marked"] : []),
        title: node.tooltip ?? node.label, link: node.link.flatMap(Link.checked), isSymbol: true)
    case "l" where sketch.lines.indices.contains(index):
      return part(ofLine: index, isLabel: false)
    case "t" where sketch.lines.indices.contains(index):
      return part(ofLine: index, isLabel: true)
    case "g" where sketch.clusters.indices.contains(index):
      let cluster = sketch.clusters[index]
      return Part(
        id: "\(prefix)g-\(index)", classes: ["cluster"], title: cluster.label)
    case "f" where drawing.furniture.indices.contains(index):
      var role = "legend"
      if case .text(_, _, let own) = drawing.furniture[index] { role = own }
      return Part(id: "\(prefix)f-\(index)", classes: [role])
    default:
      return Part(id: prefix + Wording.identifier(key), classes: ["page"])
    }
  }

  private func part(ofLine index: Int, isLabel: Bool) -> Part {
    let line = drawing.sketch.lines[index]
    let (from, to) = drawing.sketch.ends[index]
    let words = line.labels.map(\.text).joined(separator: ", ")
    let names = [drawing.sketch.nodes[from].label, words, drawing.sketch.nodes[to].label]
    let isMarked = line.labels.contains(where: \.isMarked)
    let own =
      [isLabel ? "label" : "line", "family-" + Wording.identifier(line.family)]
      + line.classes.map(Wording.identifier) + (isMarked ? ["marked"] : [])
    return Part(
      id: lineNames[index] + (isLabel ? "-label" : ""), classes: own,
      title: line.tooltip ?? names.filter { !$0.isEmpty }.joined(separator: " – "),
      link: line.link.flatMap(Link.checked), isSymbol: !isLabel)
  }
}
