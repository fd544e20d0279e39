/// A place on the page in points (1/72 inch), *y* upwards.
public struct Point: Hashable, Sendable, Codable {
  /// To the right.
  public var x: Double
  /// Upwards.
  public var y: Double

  /// Makes a point.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x, y: a.y - b.y) }
  static func * (a: Point, scale: Double) -> Point { Point(x: a.x * scale, y: a.y * scale) }

  var length: Double { (x * x + y * y).squareRoot() }

  /// Brought to the page where it is not a number or beyond a million.
  var bounded: Point {
    func bounded(_ value: Double) -> Double { value.isFinite ? min(max(value, -1e6), 1e6) : 0 }
    return Point(x: bounded(x), y: bounded(y))
  }
}

/// An upright rectangle, in points.
public struct Box: Hashable, Sendable, Codable {
  /// Its middle.
  public var center: Point
  /// From left to right.
  public var width: Double
  /// From bottom to top.
  public var height: Double

  /// Makes a box around a center.
  public init(center: Point, width: Double, height: Double) {
    self.center = center
    self.width = width
    self.height = height
  }

  init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    center = Point(x: (minX + maxX) / 2, y: (minY + maxY) / 2)
    width = maxX - minX
    height = maxY - minY
  }

  var minX: Double { center.x - width / 2 }
  var maxX: Double { center.x + width / 2 }
  var minY: Double { center.y - height / 2 }
  var maxY: Double { center.y + height / 2 }

  /// True when the two share more than a border.
  func overlaps(_ other: Box) -> Bool {
    abs(center.x - other.center.x) * 2 < width + other.width
      && abs(center.y - other.center.y) * 2 < height + other.height
  }

  /// True when a point lies inside, off the border.
  func contains(_ point: Point) -> Bool {
    abs(center.x - point.x) * 2 < width && abs(center.y - point.y) * 2 < height
  }

  /// How far another box is to the side, above or below; negative where they overlap.
  func gap(to other: Box) -> Double {
    max(
      abs(center.x - other.center.x) - (width + other.width) / 2,
      abs(center.y - other.center.y) - (height + other.height) / 2)
  }

  func inset(by margin: Double) -> Box {
    Box(center: center, width: max(0, width - 2 * margin), height: max(0, height - 2 * margin))
  }

  func union(_ other: Box) -> Box {
    Box(
      minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
      maxY: max(maxY, other.maxY))
  }

  /// True when a straight stretch passes through the box (Liang and Barsky's clipping, 1984).
  func meets(_ a: Point, _ b: Point) -> Bool {
    var enter = 0.0
    var leave = 1.0
    func clip(_ start: Double, _ step: Double, _ low: Double, _ high: Double) -> Bool {
      if step == 0 { return low < start && start < high }
      let first = (low - start) / step
      let second = (high - start) / step
      enter = max(enter, min(first, second))
      leave = min(leave, max(first, second))
      return enter < leave
    }
    return clip(a.x, b.x - a.x, minX, maxX) && clip(a.y, b.y - a.y, minY, maxY)
  }
}

/// A line as drawn: joined cubic Bézier pieces, with the tips of its arrows.
public struct Curve: Hashable, Sendable, Codable {
  /// Control points, 3*k* + 1 of them.
  public var points: [Point]
  /// Tip of the arrow at the start, if there is one.
  public var startTip: Point?
  /// Tip of the arrow at the end, if there is one.
  public var endTip: Point?

  /// Makes a curve.
  public init(points: [Point], startTip: Point? = nil, endTip: Point? = nil) {
    self.points = points
    self.startTip = startTip
    self.endTip = endTip
  }

  /// Makes a straight stretch.
  init(from start: Point, to end: Point) {
    self.init(points: [
      start, start + (end - start) * (1 / 3), start + (end - start) * (2 / 3), end,
    ])
  }

  /// The curve as a chain of short straight stretches, tips included.
  func flattened(stepsPerPiece: Int = 8) -> [Point] {
    var chain: [Point] = []
    if let startTip { chain.append(startTip) }
    if let first = points.first { chain.append(first) }
    for start in stride(from: 0, to: points.count - 3, by: 3) {
      for step in 1...stepsPerPiece {
        let t = Double(step) / Double(stepsPerPiece)
        let s = 1 - t
        chain.append(
          points[start] * (s * s * s) + points[start + 1] * (3 * s * s * t)
            + points[start + 2] * (3 * s * t * t) + points[start + 3] * (t * t * t))
      }
    }
    if let endTip { chain.append(endTip) }
    return chain
  }
}

/// True when two straight stretches cross at an inner point of both.
func segmentsCross(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
  func side(_ p: Point, _ q: Point, _ r: Point) -> Double {
    (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
  }
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}
