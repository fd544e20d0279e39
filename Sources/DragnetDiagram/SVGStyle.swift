/// The style sheet of an SVG: colors as variables, what has the focus, how it is printed.
///
/// Every color also stands as an attribute where it is used, so that programs that know no variables
/// draw the same picture.
struct SVGStyle {
  private let drawing: Drawing
  private let darkTheme: Theme?
  private let root: String
  private var rules: [String] = []
  private var light: [(name: String, value: String)] = []
  private var dark: [(name: String, value: String)] = []

  init(drawing: Drawing, darkTheme: Theme?, prefix: String) {
    self.drawing = drawing
    self.darkTheme = darkTheme
    root = "#\(prefix)diagram"
    collect()
  }

  /// The `<style>` element.
  var element: String {
    var lines = [
      "\(root) a:focus,\(root) g:focus{outline:none}",
      "\(root) :focus-visible{outline:2.5px solid \(drawing.sketch.theme.alert);outline-offset:2px}",
      "@media print{svg\(root):root{width:100%;height:auto;max-height:100vh}}",
      // Programs that know no variables mostly know no @supports either and skip all of this.
      "@supports (color:var(--d-ink)){", "\(root){\(declarations(light))}",
    ]
    if darkTheme != nil {
      lines.append("@media screen and (prefers-color-scheme:dark){\(root){\(declarations(dark))}}")
    }
    lines += rules + ["}"]
    return "<style>\n\(lines.joined(separator: "\n"))\n</style>\n"
  }

  private func declarations(_ pairs: [(name: String, value: String)]) -> String {
    pairs.map { "--d-\($0.name):\($0.value)" }.joined(separator: ";")
  }

  private mutating func collect() {
    let sketch = drawing.sketch
    let theme = sketch.theme
    add("paper", \.paper)
    add("ink", \.ink)
    add("secondary", \.secondary)
    add("faint", \.faint)
    add("alert", \.alert)
    rule(
      ".page>polygon,.label>polygon,.label>a>polygon,.name>polygon,.heading>polygon", "fill",
      "paper")
    add("wash", \.wash)
    swap(".band", "path", "stroke", [("wash", theme.wash), ("paper", theme.paper)])
    swap(".backdrop", "text", "fill", [("ink", theme.ink), ("secondary", theme.secondary)])
    rule(".title text,.name text", "fill", "ink")
    rule(".subtitle text,.note text", "fill", "secondary")
    rule(".rule path", "stroke", "faint")
    swap(".legend", "text", "fill", [("ink", theme.ink), ("alert", theme.alert)])
    let kinds = Set(sketch.nodes.map(\.kind) + drawing.furniture.compactMap(\.kind)).sorted()
    for kind in kinds { add(kind: kind) }
    var families = Set(sketch.lines.map(\.family) + drawing.furniture.compactMap(\.family))
    families.formUnion(sketch.lines.flatMap { $0.labels.compactMap(\.family) })
    let named = families.sorted().map { ("f-" + Wording.identifier($0), $0) }
    for (name, family) in named {
      add(name) { $0.color(ofFamily: family) }
      if !sketch.isMap {
        let scope = ".line.family-\(Wording.identifier(family)):not(.emphasis-faint)"
        rule("\(scope) path,\(scope) polygon", "stroke", name)
        rule("\(scope) polygon", "fill", name)
      }
      rule(".legend.family-\(Wording.identifier(family)) path", "stroke", name)
      swap(".label", "text", "fill", [(name, theme.color(ofFamily: family))])
    }
    swap(".label", "text", "fill", [("secondary", theme.secondary), ("alert", theme.alert)])
    rule(".line.emphasis-faint path,.line.emphasis-faint polygon", "stroke", "faint")
    rule(".line.emphasis-faint polygon", "fill", "faint")
    addClusters()
  }

  private mutating func add(kind: String) {
    let name = "k-" + Wording.identifier(kind)
    let scope = ".kind-" + Wording.identifier(kind)
    let style = drawing.sketch.theme.style(ofKind: kind)
    add(name + "-fill") { $0.style(ofKind: kind).fill }
    add(name + "-stroke") { $0.style(ofKind: kind).stroke }
    add(name + "-text") { $0.style(ofKind: kind).text }
    let theme = drawing.sketch.theme
    let shape = ":not(text)"
    if drawing.sketch.isMap {
      swap(scope, shape, "fill", [(name + "-stroke", style.stroke), ("faint", theme.faint)])
      swap(scope, shape, "stroke", [("paper", theme.paper), ("ink", theme.ink)])
      return
    }
    swap(scope, shape, "fill", [("ink", theme.ink), (name + "-fill", style.fill)])
    swap(scope, shape, "stroke", [("faint", theme.faint), (name + "-stroke", style.stroke)])
    swap(
      scope, "text", "fill",
      [
        ("paper", theme.paper), ("alert", theme.alert), ("secondary", theme.secondary),
        (name + "-text", style.text),
      ])
  }

  private mutating func addClusters() {
    let sketch = drawing.sketch
    for (index, cluster) in sketch.clusters.enumerated() {
      guard !drawing.clusters[index].fills.isEmpty || sketch.isMap else { continue }
      add("c-\(index)") { $0.color(of: cluster, at: index) }
      add("c-\(index)-text") { $0.legible($0.color(of: cluster, at: index)) }
      swap(
        ".cluster-\(index)", ":not(text)", "fill",
        [("c-\(index)", sketch.theme.color(of: cluster, at: index))])
      swap(
        ".cluster-\(index)", ":not(text)", "stroke",
        [("c-\(index)", sketch.theme.color(of: cluster, at: index))])
      if sketch.isMap {
        swap(
          ".in-\(index)", ":not(text)", "fill",
          [("c-\(index)", sketch.theme.color(of: cluster, at: index))])
      }
      rule(".heading.cluster-\(index) text", "fill", "c-\(index)-text")
      guard !sketch.isMap else { continue }
      add("c-\(index)-tint") { $0.tint(of: cluster, at: index) }
      rule(
        ".label.on-\(index)>polygon,.label.on-\(index)>a>polygon", "fill", "c-\(index)-tint")
    }
  }

  private mutating func add(_ name: String, _ color: (Theme) -> String) {
    guard !light.contains(where: { $0.name == name }) else { return }
    light.append((name, color(drawing.sketch.theme)))
    if let darkTheme { dark.append((name, color(darkTheme))) }
  }

  /// Gives parts a variable in place of their color.
  private mutating func rule(_ selectors: String, _ property: String, _ name: String) {
    let scoped = selectors.split(separator: ",").map { "\(root) \($0)" }.joined(separator: ",")
    rules.append("\(scoped){\(property):var(--d-\(name))}")
  }

  /// Gives parts that have one of some colors its variable; where two are the same color, the last.
  private mutating func swap(
    _ scope: String, _ element: String, _ property: String, _ colors: [(String, String)]
  ) {
    for (name, value) in colors {
      rules.append(
        "\(root) \(scope) \(element)[\(property)=\"\(value.lowercased())\"]"
          + "{\(property):var(--d-\(name))}")
    }
  }
}

extension Furniture {
  /// The kind of node it is a sample of.
  fileprivate var kind: String? {
    if case .shape(let kind, _, _) = self { kind } else { nil }
  }

  /// The family of lines it is a sample of.
  fileprivate var family: String? {
    if case .line(let family, _, _, _) = self, !family.isEmpty { family } else { nil }
  }
}
