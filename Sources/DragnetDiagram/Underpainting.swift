/// What is painted behind everything, as a list of strokes and fills that every renderer of Graphviz
/// draws (its xdot language, as the graph's background).
struct Underpainting {
  /// In Graphviz's own notation.
  private(set) var operations = ""
  private var width = ""
  private var pen = ""
  private var fill = ""

  /// Fills a closed curve. `alpha` 0...255.
  mutating func fill(_ curve: Curve, color: String, alpha: Int) {
    setPen(color, 0)
    let name = Pen.color(color, alpha: alpha)
    if name != fill {
      fill = name
      operations += "C \(name.utf8.count) -\(name) "
    }
    add("b", curve.points)
  }

  /// Draws a curve.
  mutating func stroke(_ curve: Curve, color: String, alpha: Int, width: Double) {
    setPen(color, alpha)
    set(width)
    add("B", curve.points)
  }

  /// Draws a straight line.
  mutating func line(from a: Point, to b: Point, color: String, alpha: Int, width: Double) {
    setPen(color, alpha)
    set(width)
    add("L", [a, b])
  }

  private mutating func setPen(_ color: String, _ alpha: Int) {
    let name = Pen.color(color, alpha: alpha)
    guard name != pen else { return }
    pen = name
    operations += "c \(name.utf8.count) -\(name) "
  }

  private mutating func set(_ points: Double) {
    let style = "setlinewidth(\(number(points)))"
    guard style != width else { return }
    width = style
    operations += "S \(style.utf8.count) -\(style) "
  }

  private mutating func add(_ letter: String, _ points: [Point]) {
    operations += "\(letter) \(points.count)"
    for point in points { operations += " \(number(point.x)) \(number(point.y))" }
    operations += " "
  }
}
