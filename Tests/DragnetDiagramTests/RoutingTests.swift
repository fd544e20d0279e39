import DragnetDiagram
import Testing

@Suite struct RoutingTests {
  /// Five nodes in a row, far apart, their ends tied.
  private func row(shift: Double) -> Diagram {
    var diagram = Diagram(form: .shapes)
    for index in 0..<5 {
      diagram.nodes.append(
        .init(
          id: "n\(index)", kind: "organization", label: "\(index)",
          position: Point(x: Double(index) * 150, y: index == 2 ? shift : 0)))
    }
    diagram.lines = [.init(id: "l", from: "n0", to: "n4", family: "contact")]
    return diagram
  }

  @Test func `a line runs round the boxes in its way`() throws {
    let counts = try row(shift: 0).draw().tidiness()
    #expect(counts.linesBehindNodes == 0)
  }

  @Test func `a line that nothing blocks is straight`() throws {
    var diagram = row(shift: 0)
    diagram.nodes.removeSubrange(1...3)
    let curve = try #require(try diagram.draw().lines[0].curve)
    for point in curve.points { #expect(abs(point.y - curve.points[0].y) < 0.01) }
  }

  @Test func `of many lines all that can run clear of every node`() throws {
    // A ring of twenty with chords, and a node in the middle that blocks the long ones.
    var diagram = Diagram(form: .shapes)
    diagram.nodes = [.init(id: "m", kind: "person", label: "middle", position: Point(x: 0, y: 0))]
    for (index, place) in ring(20, radius: 400).enumerated() {
      diagram.nodes.append(.init(id: "n\(index)", kind: "person", label: "p", position: place))
    }
    for index in 0..<10 {
      diagram.lines.append(
        .init(id: "l\(index)", from: "n\(index)", to: "n\(index + 10)", family: "contact"))
    }
    #expect(try diagram.draw().tidiness().linesBehindNodes == 0)
  }

  /// Places on a circle, by the half-angle steps of a rotation worked out once.
  private func ring(_ count: Int, radius: Double) -> [Point] {
    // cos and sin of 18°.
    let (cosine, sine) = (0.951_056_516_295_153_6, 0.309_016_994_374_947_45)
    var places = [Point(x: radius, y: 0)]
    while places.count < count {
      let last = places[places.count - 1]
      places.append(
        Point(x: last.x * cosine - last.y * sine, y: last.x * sine + last.y * cosine))
    }
    return places
  }
}
