extension SVGCanvas {
  /// The outline of a node. `box` holds the outer border.
  mutating func shape(_ shape: Theme.Shape, _ box: Box, fill: String, pen: Pen) {
    let inner = box.inset(by: shape.rim / 2)
    switch shape {
    case .plain: break
    case .rounded: roundedBox(box, radius: radius(box), fill: fill, pen: pen)
    case .doubleRounded:
      roundedBox(inner, radius: radius(inner), fill: fill, pen: pen)
      roundedBox(box, radius: radius(box), fill: nil, pen: pen)
    case .box: polygon(corners(box), fill: fill, pen: pen)
    case .doubleBox:
      polygon(corners(inner), fill: fill, pen: pen)
      polygon(corners(box), fill: nil, pen: pen)
    case .ellipse: ellipse(box, fill: fill, pen: pen)
    case .note: note(box, fill: fill, pen: pen)
    case .plaque:
      polygon(corners(box), fill: fill, pen: pen)
      cut(box, pen: pen)
    }
  }

  /// A filled rectangle without a border.
  mutating func ground(_ box: Box, fill: String) { polygon(corners(box), fill: fill, pen: nil) }

  /// A line with the heads of its arrows, `length` points long.
  mutating func line(_ curve: Curve, arrow length: Double, pen: Pen) {
    self.curve(curve.points, pen: pen)
    guard let first = curve.points.first, let last = curve.points.last else { return }
    if let tip = curve.startTip { head(at: tip, from: first, length: length, pen: pen) }
    if let tip = curve.endTip { head(at: tip, from: last, length: length, pen: pen) }
  }

  private mutating func head(at tip: Point, from base: Point, length: Double, pen: Pen) {
    let way = base - tip
    guard way.length > 0 else { return }
    let back = way * (length / way.length)
    let share = 0.35 * max(1, pen.width / 4)
    let side = Point(x: -back.y * share, y: back.x * share)
    let foot = tip + back
    polygon(
      [foot - side, tip, foot + side], fill: pen.color, pen: Pen(color: pen.color, width: pen.width)
    )
  }

  private func corners(_ box: Box) -> [Point] {
    [
      Point(x: box.maxX, y: box.maxY), Point(x: box.minX, y: box.maxY),
      Point(x: box.minX, y: box.minY), Point(x: box.maxX, y: box.minY),
    ]
  }

  private func radius(_ box: Box) -> Double { min(12, box.width / 3, box.height / 3) }

  /// A sheet with its upper right corner folded.
  private mutating func note(_ box: Box, fill: String, pen: Pen) {
    let fold = radius(box) / 2
    let (right, top) = (box.maxX, box.maxY)
    polygon(
      [
        Point(x: right - fold, y: top), Point(x: box.minX, y: top),
        Point(x: box.minX, y: box.minY), Point(x: right, y: box.minY),
        Point(x: right, y: top - fold),
      ], fill: fill, pen: pen)
    polyline(
      [
        Point(x: right - fold, y: top), Point(x: right - fold, y: top - fold),
        Point(x: right, y: top - fold),
      ], pen: pen)
  }

  /// A short line across each corner.
  private mutating func cut(_ box: Box, pen: Pen) {
    let length = radius(box)
    for (x, stepX) in [(box.minX, length), (box.maxX, -length)] {
      for (y, stepY) in [(box.minY, length), (box.maxY, -length)] {
        polyline([Point(x: x + stepX, y: y), Point(x: x, y: y + stepY)], pen: pen)
      }
    }
  }
}
