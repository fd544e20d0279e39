/// What each group of Graphviz's SVG stands for: a node, a line, a label, a cluster, a piece of
/// furniture.
struct SVGParts {
  /// One group.
  struct Part {
    var id: String
    var classes: [String]
    var title: String?
    var link: String?
    var isSymbol = false
    /// For the keyboard; nil where it does not stop.
    var focusOrder: Int?
    /// Names and values for scripts; both are escaped where they are written.
    var data: [(String, String)] = []
  }

  /// Nodes and lines beyond this carry an id and a tooltip only, or the file grows out of hand.
  private static let mostHandles = 12_000
  /// On a map the keyboard stops at this many nodes, the most important ones.
  private static let mostStops = 200

  private let drawing: Drawing
  private let prefix: String
  private let nodeNames: [String]
  private let lineNames: [String]
  private let hasHandles: Bool
  /// By node and by line: place in the keyboard's order; nil where it does not stop.
  private var nodeFocus: [Int?]
  private var lineFocus: [Int?]

  init(drawing: Drawing, prefix: String, isInteractive: Bool) {
    self.drawing = drawing
    self.prefix = prefix
    let sketch = drawing.sketch
    nodeNames = SVGParts.names(of: sketch.nodes.map(\.id), prefix: prefix + "n-")
    lineNames = SVGParts.names(of: sketch.lines.map(\.id), prefix: prefix + "l-")
    hasHandles = sketch.nodes.count + sketch.lines.count <= SVGParts.mostHandles
    nodeFocus = sketch.nodes.map { _ in nil }
    lineFocus = sketch.lines.map { _ in nil }
    // A file of its own has an order of its own: names by importance, then lines. On a page the
    // drawing takes its turn in the page's order.
    let order = sketch.nodes.indices.sorted {
      (sketch.importance[$1], $0) < (sketch.importance[$0], $1)
    }
    for (place, node) in order.prefix(sketch.isMap ? SVGParts.mostStops : order.count).enumerated()
    {
      nodeFocus[node] = isInteractive ? place + 1 : 0
    }
    guard !sketch.isMap else { return }
    for line in sketch.lines.indices {
      lineFocus[line] = isInteractive ? order.count + line + 1 : 0
    }
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

  /// What a group with an id given by `Graphviz.graph(of:)` stands for.
  func part(_ key: String) -> Part {
    let sketch = drawing.sketch
    guard let index = Int(key.dropFirst()) else {
      return Part(id: prefix + "page", classes: ["page"])
    }
    switch key.first {
    case "n" where sketch.nodes.indices.contains(index): return node(index)
    case "l" where sketch.lines.indices.contains(index): return line(index, isLabel: false)
    case "t" where sketch.lines.indices.contains(index): return line(index, isLabel: true)
    case "f" where drawing.furniture.indices.contains(index):
      return Part(id: "\(prefix)f-\(index)", classes: furniture(drawing.furniture[index]))
    case "b" where drawing.backdrop.indices.contains(index):
      return Part(id: "\(prefix)b-\(index)", classes: furniture(drawing.backdrop[index]))
    default: return Part(id: prefix + Wording.identifier(key), classes: ["page"])
    }
  }

  /// The soft shape of a cluster.
  func shape(ofCluster index: Int) -> Part {
    let cluster = drawing.sketch.clusters[index]
    return Part(
      id: "\(prefix)g-\(index)", classes: ["cluster", "cluster-\(index)"], title: cluster.label,
      data: [("id", Wording.clean(cluster.id, limit: 200))])
  }

  private func node(_ index: Int) -> Part {
    let sketch = drawing.sketch
    let node = sketch.nodes[index]
    var classes = ["node", "kind-" + Wording.identifier(node.kind)]
    if let cluster = sketch.clusterOf[index] { classes.append("in-\(cluster)") }
    classes += node.classes.map(Wording.identifier)
    if node.emphasis != .normal { classes.append("emphasis-" + node.emphasis.rawValue) }
    if node.isMarked { classes.append("marked") }
    var part = Part(
      id: nodeNames[index], classes: classes, title: node.tooltip ?? node.label,
      link: node.link.flatMap(Link.checked), isSymbol: hasHandles, focusOrder: nodeFocus[index])
    if hasHandles {
      part.data = [
        ("id", Wording.clean(node.id, limit: 200)), ("kind", Wording.clean(node.kind, limit: 80)),
        ("name", Wording.clean(node.label, limit: 200)),
      ]
      part.data += data(node.data)
    }
    return part
  }

  private func line(_ index: Int, isLabel: Bool) -> Part {
    let sketch = drawing.sketch
    let line = sketch.lines[index]
    let isMarked = line.labels.contains(where: \.isMarked)
    var classes = [isLabel ? "label" : "line", "family-" + Wording.identifier(line.family)]
    if line.emphasis == .faint { classes.append("emphasis-faint") }
    classes += line.classes.map(Wording.identifier) + (isMarked ? ["marked"] : [])
    if isLabel, let ground = drawing.ground(ofLabel: index) { classes.append("on-\(ground)") }
    var part = Part(
      id: lineNames[index] + (isLabel ? "-label" : ""), classes: classes,
      title: line.tooltip ?? sketch.sentence(ofLine: index),
      link: line.link.flatMap(Link.checked), isSymbol: !isLabel && hasHandles)
    if isLabel {
      // The line itself is the keyboard's stop.
      part.focusOrder = part.link == nil ? nil : -1
      part.data = [("line", lineNames[index])]
    } else if hasHandles {
      part.focusOrder = lineFocus[index]
      let (from, to) = sketch.ends[index]
      part.data = [
        ("id", Wording.clean(line.id, limit: 200)),
        ("family", Wording.clean(line.family, limit: 80)), ("from", nodeNames[from]),
        ("to", nodeNames[to]),
      ]
      part.data += data(line.data)
    }
    return part
  }

  /// A caller's own names and values, those that clash with ours left out.
  private func data(_ pairs: [String: String]) -> [(String, String)] {
    let own: Set = ["id", "kind", "name", "family", "from", "to", "line"]
    var taken = own
    return pairs.sorted { $0.key < $1.key }.prefix(20).compactMap { key, value in
      let name = Wording.identifier(key).lowercased().replacing("_", with: "-")
      guard !name.isEmpty, taken.insert(name).inserted else { return nil }
      return (name, Wording.clean(value, limit: 1_000))
    }
  }

  private func furniture(_ item: Furniture) -> [String] {
    switch item {
    case .text(_, _, let role): [role]
    case .name(_, _, let node, let cluster):
      ["name", "name-of-" + nodeNames[node].dropFirst(prefix.count)]
        + (cluster.map { ["heading", "cluster-\($0)"] } ?? [])
    case .heading(_, _, let cluster): ["heading", "cluster-\(cluster)"]
    case .shape(let kind, _, _): ["legend", "kind-" + Wording.identifier(kind)]
    case .line(let family, _, _, _):
      ["legend"] + (family.isEmpty ? [] : ["family-" + Wording.identifier(family)])
    case .rule: ["rule"]
    case .band: ["band"]
    }
  }
}
