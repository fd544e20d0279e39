extension Arrangement {
  /// Puts what the caller has placed exactly where it asked for: nodes, when all have a position, and
  /// the lines that have a course of their own.
  mutating func holdPlaces(of sketch: Sketch) {
    guard let wanted = sketch.nodes.first?.position, let first = boxes.first,
      sketch.nodes.allSatisfy({ $0.position != nil })
    else { return }
    let step = wanted - first.center
    for index in boxes.indices { boxes[index].center = boxes[index].center + step }
    for index in curves.indices {
      let line = sketch.lines[index]
      if let course = line.course, course.count > 3, course.count % 3 == 1 {
        curves[index] = Curve(along: course, direction: line.direction, width: line.strokeWidth)
      } else if let curve = curves[index] {
        curves[index] = Curve(
          points: curve.points.map { $0 + step }, startTip: curve.startTip.map { $0 + step },
          endTip: curve.endTip.map { $0 + step })
      }
    }
  }
}

extension Curve {
  /// A course from tip to tip: the stroke ends where the arrow begins.
  fileprivate init(along course: [Point], direction: Diagram.Direction, width: Double) {
    let arrow = 10 * (0.5 + 0.07 * width)
    var points = course
    func setBack(_ tip: Point, toward inner: Point) -> Point {
      let way = inner - tip
      return way.length > 0 ? tip + way * (min(arrow, way.length / 2) / way.length) : tip
    }
    let last = points.count - 1
    let hasStart = direction == .backward || direction == .both
    let hasEnd = direction == .forward || direction == .both
    if hasStart { points[0] = setBack(course[0], toward: course[1]) }
    if hasEnd { points[last] = setBack(course[last], toward: course[last - 1]) }
    self.init(
      points: points, startTip: hasStart ? course[0] : nil, endTip: hasEnd ? course[last] : nil)
  }
}
