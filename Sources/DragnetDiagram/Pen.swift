/// How an outline or a line is drawn.
struct Pen: Equatable {
  /// `#RRGGBB`, or `#RRGGBBAA` with what shines through.
  var color: String
  /// In points.
  var width = 1.0
  var dash = Diagram.Dash.solid
}

extension Sketch {
  /// What fills a node's shape.
  func fill(ofNode index: Int) -> String {
    let node = nodes[index]
    if isMap { return node.emphasis == .faint ? theme.faint : color(ofPoint: index) }
    return node.emphasis == .focus ? theme.ink : theme.style(ofKind: node.kind).fill
  }

  /// What draws a node's border.
  func pen(ofNode index: Int) -> Pen {
    let node = nodes[index]
    if isMap {
      return node.emphasis == .focus
        ? Pen(color: theme.ink, width: 1.5) : Pen(color: theme.paper, width: 0.4)
    }
    let style = theme.style(ofKind: node.kind)
    return Pen(
      color: node.emphasis == .faint ? theme.faint : style.stroke,
      width: border(of: node, isDouble: style.shape.rim > 0))
  }

  /// Thicker the more a node matters; a double border is thick enough.
  private func border(of node: Diagram.Node, isDouble: Bool) -> Double {
    if node.emphasis == .strong || node.emphasis == .focus { return isDouble ? 1.8 : 2.6 }
    return isDouble ? 1 : 1 + node.importance
  }

  /// What draws a line.
  func pen(ofLine index: Int) -> Pen {
    let line = lines[index]
    if isMap {
      let stroke = PointMap.stroke(ofLine: index, in: self)
      return Pen(
        color: Pen.color(stroke.color, alpha: stroke.alpha), width: stroke.width, dash: line.dash)
    }
    let color = line.emphasis == .faint ? theme.faint : theme.color(ofFamily: line.family)
    return Pen(color: color, width: line.strokeWidth, dash: line.dash)
  }
}

extension Pen {
  /// `#RRGGBBAA` of a color and its share of 255.
  static func color(_ color: String, alpha: Int) -> String {
    let digits = String(min(max(alpha, 0), 255), radix: 16)
    return color + (digits.count == 1 ? "0" : "") + digits
  }
}

extension Diagram.Line {
  /// How large its arrowheads are in Graphviz's measure.
  var arrowSize: Double { 0.5 + 0.07 * strokeWidth }
}
