/// Writes the elements of an SVG as bytes. Places are those of the page, *y* upwards; SVG's run down.
///
/// Words, colors and fonts are escaped here, wherever they come from.
struct SVGCanvas {
  /// What is written so far.
  private(set) var bytes: [UInt8] = []

  mutating func write(_ text: String) { bytes += text.utf8 }

  /// A closed shape with straight sides.
  mutating func polygon(_ corners: [Point], fill: String?, pen: Pen?) {
    write("<polygon")
    paint(fill: fill, pen: pen)
    write(" points=\"")
    for corner in corners {
      write(corner)
      bytes.append(UInt8(ascii: " "))
    }
    if let first = corners.first { write(first) }
    write("\"/>\n")
  }

  /// A stroke of straight stretches.
  mutating func polyline(_ points: [Point], pen: Pen) {
    write("<polyline")
    paint(fill: nil, pen: pen)
    write(" points=\"")
    for (index, point) in points.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: " ")) }
      write(point)
    }
    write("\"/>\n")
  }

  /// Joined Bézier pieces.
  mutating func curve(_ points: [Point], fill: String? = nil, pen: Pen?) {
    guard let first = points.first else { return }
    write("<path")
    paint(fill: fill, pen: pen)
    write(" d=\"M")
    write(first)
    for (index, point) in points.dropFirst().enumerated() {
      bytes.append(index == 0 ? UInt8(ascii: "C") : UInt8(ascii: " "))
      write(point)
    }
    write("\"/>\n")
  }

  /// A rectangle with round corners of a radius.
  mutating func roundedBox(_ box: Box, radius: Double, fill: String?, pen: Pen) {
    // Control points halfway to the corner, as Graphviz has them.
    let (left, right, bottom, top) = (box.minX, box.maxX, box.minY, box.maxY)
    let half = radius / 2
    write("<path")
    paint(fill: fill, pen: pen)
    write(" d=\"M")
    write(Point(x: right - radius, y: top))
    bytes.append(UInt8(ascii: "H"))
    write(left + radius)
    corner(
      Point(x: left + half, y: top), Point(x: left, y: top - half),
      Point(x: left, y: top - radius))
    bytes.append(UInt8(ascii: "V"))
    write(-(bottom + radius))
    corner(
      Point(x: left, y: bottom + half), Point(x: left + half, y: bottom),
      Point(x: left + radius, y: bottom))
    bytes.append(UInt8(ascii: "H"))
    write(right - radius)
    corner(
      Point(x: right - half, y: bottom), Point(x: right, y: bottom + half),
      Point(x: right, y: bottom + radius))
    bytes.append(UInt8(ascii: "V"))
    write(-(top - radius))
    corner(
      Point(x: right, y: top - half), Point(x: right - half, y: top),
      Point(x: right - radius, y: top))
    write("Z\"/>\n")
  }

  private mutating func corner(_ first: Point, _ second: Point, _ end: Point) {
    bytes.append(UInt8(ascii: "C"))
    write(first)
    bytes.append(UInt8(ascii: " "))
    write(second)
    bytes.append(UInt8(ascii: " "))
    write(end)
  }

  /// An ellipse that fills a box.
  mutating func ellipse(_ box: Box, fill: String?, pen: Pen) {
    write("<ellipse")
    paint(fill: fill, pen: pen)
    write(" cx=\"")
    write(box.center.x)
    write("\" cy=\"")
    write(-box.center.y)
    write("\" rx=\"")
    write(box.width / 2)
    write("\" ry=\"")
    write(box.height / 2)
    write("\"/>\n")
  }

  /// Words in one style.
  mutating func text(_ run: TextBlock.Run, at origin: Point) {
    write("<text x=\"")
    write(origin.x)
    write("\" y=\"")
    write(-origin.y)
    if let font = run.font { write("\" font-family=\"\(Wording.xml(font))") }
    if run.isBold { write("\" font-weight=\"bold") }
    if run.isItalic { write("\" font-style=\"italic") }
    write("\" font-size=\"\(run.size)\"")
    paint("fill", run.color)
    write(">\(Wording.xml(run.text))</text>\n")
  }

  /// Straight lines of one stroke, in few paths.
  mutating func stretches(_ ends: [(Point, Point)], pen: Pen) {
    // Renderers take time with the square of what one path holds.
    let most = 300
    for start in stride(from: 0, to: ends.count, by: most) {
      write("<path")
      paint(fill: nil, pen: pen)
      write(" d=\"")
      for (a, b) in ends[start..<min(start + most, ends.count)] {
        bytes.append(UInt8(ascii: "M"))
        write(a)
        bytes.append(UInt8(ascii: "L"))
        write(b)
      }
      write("\"/>\n")
    }
  }

  private mutating func paint(fill: String?, pen: Pen?) {
    paint("fill", fill)
    paint("stroke", pen?.color)
    guard let pen else { return }
    if pen.width != 1 {
      write(" stroke-width=\"")
      write(pen.width)
      write("\"")
    }
    switch pen.dash {
    case .solid: break
    case .dashed: write(" stroke-dasharray=\"5,2\"")
    case .dotted: write(" stroke-dasharray=\"1,5\"")
    }
  }

  private mutating func paint(_ property: String, _ color: String?) {
    guard let color else { return write(" \(property)=\"none\"") }
    let utf8 = color.utf8
    guard utf8.first == UInt8(ascii: "#"), utf8.count == 9,
      let alpha = UInt8(color.suffix(2), radix: 16)
    else { return write(" \(property)=\"\(Wording.xml(color.lowercased()))\"") }
    let share = (Double(alpha) / 255 * 1_000).rounded() / 1_000
    let name = Wording.xml(color.prefix(7).lowercased())
    write(" \(property)=\"\(name)\" \(property)-opacity=\"\(share)\"")
  }

  /// *x,y*.
  mutating func write(_ point: Point) {
    write(point.x)
    bytes.append(UInt8(ascii: ","))
    write(-point.y)
  }

  /// Two decimals at most, as `number` has them.
  mutating func write(_ value: Double) {
    let bounded = value.isFinite ? min(max(value, -1e7), 1e7) : 0
    let hundredths = Int((bounded * 100).rounded())
    if hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, part) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    var divisor = 1
    while divisor <= whole / 10 { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(whole / divisor % 10))
      divisor /= 10
    }
    guard part > 0 else { return }
    bytes += [UInt8(ascii: "."), UInt8(ascii: "0") + UInt8(part / 10)]
    if part % 10 > 0 { bytes.append(UInt8(ascii: "0") + UInt8(part % 10)) }
  }
}
