import DragnetDiagram
import Testing
import TestSupport

@Suite struct PointMapTests {
  /// `count` nodes in communities of fifty, tied mostly within them.
  private func communities(_ count: Int) -> Diagram {
    var random = SeededGenerator(seed: 7)
    var diagram = Diagram(title: "Communities")
    for index in 0..<count {
      diagram.nodes.append(
        .init(
          id: "n\(index)", kind: "person", label: "Person \(index)", size: index % 50 == 0 ? 1 : 0.2
        ))
      guard index > 0 else { continue }
      let home = index / 50 * 50
      let other =
        Int.random(in: 0..<9, using: &random) == 0 || home == index
        ? Int.random(in: 0..<index, using: &random) : Int.random(in: home..<index, using: &random)
      diagram.lines.append(
        .init(id: "l\(index)", from: "n\(index)", to: "n\(other)", family: "contact"))
    }
    diagram.clusters = (0..<count / 50).map { cluster in
      .init(
        id: "c\(cluster)", label: "Community \(cluster)",
        nodes: (cluster * 50..<cluster * 50 + 50).map { "n\($0)" })
    }
    return diagram
  }

  @Test func `a network of 600 becomes a map of points that do not overlap`() throws {
    let drawing = try communities(600).draw()
    #expect(drawing.layout == .sfdp)
    #expect(drawing.nodes.allSatisfy { $0.box.width < 34 && $0.box.width == $0.box.height })
    var overlaps = 0
    for (index, a) in drawing.nodes.enumerated() {
      for b in drawing.nodes[(index + 1)...] {
        let (dx, dy) = (a.box.center.x - b.box.center.x, a.box.center.y - b.box.center.y)
        if (dx * dx + dy * dy).squareRoot() < (a.box.width + b.box.width) / 2 - 0.5 {
          overlaps += 1
        }
      }
    }
    #expect(overlaps <= 2)
    let svg = try drawing.svg()
    try expectWellFormed(svg)
    let names = svg.components(separatedBy: "class=\"name ").count - 1
    #expect(names >= 12 && names <= 70)
    #expect(svg.components(separatedBy: "class=\"heading ").count - 1 >= 10)
    #expect(try communities(600).draw().svg() == svg)
  }

  @Test func `names on a map stay clear of each other`() throws {
    let svg = try communities(600).draw().svg()
    // Every name and heading is drawn on a small plate: <polygon points="x,y x,y …"/>.
    let plates = svg.matches(
      of: /class="(?:name|heading) [^>]*>\n?<polygon[^>]*points="([^"]+)"/
    ).map { match -> Box in
      let places = match.1.split(separator: " ").map {
        $0.split(separator: ",").compactMap { Double($0) }
      }
      let (x, y) = (places.map { $0[0] }, places.map { $0[1] })
      let (left, right) = (x.min() ?? 0, x.max() ?? 0)
      let (low, high) = (y.min() ?? 0, y.max() ?? 0)
      return Box(
        center: Point(x: (left + right) / 2, y: (low + high) / 2), width: right - left,
        height: high - low)
    }
    #expect(plates.count > 20)
    for (index, a) in plates.enumerated() {
      for b in plates[(index + 1)...] {
        let apart =
          abs(a.center.x - b.center.x) * 2 >= a.width + b.width
          || abs(a.center.y - b.center.y) * 2 >= a.height + b.height
        #expect(apart)
      }
    }
  }

  @Test func `a map of 200 nodes names every one, and no name is on a point or a name`() throws {
    var diagram = communities(200)
    diagram.form = .points
    let drawing = try diagram.draw()
    let counts = drawing.tidiness()
    #expect(counts.nodeOverlaps == 0)
    #expect(counts.labelOverlaps == 0)
    #expect(try drawing.svg().components(separatedBy: "class=\"name ").count - 1 == 200)
  }

  @Test func `on a larger map points make room for the names`() throws {
    // Headings stay where there is no room, too.
    #expect(try communities(600).draw().tidiness().labelOverlaps <= 3)
  }

  @Test func `a community named after one of its points has that name for a heading`() throws {
    var diagram = communities(450)
    diagram.clusters[0].label = "Person 0"
    let svg = try diagram.draw().svg()
    #expect(svg.contains("class=\"name name-of-n-n0 heading cluster-0\""))
    #expect(svg.components(separatedBy: ">Person 0</text>").count == 2)
  }

  @Test func `small pieces stand below the large one, none on another`() throws {
    var diagram = communities(450)
    for index in 0..<40 {
      diagram.nodes.append(.init(id: "lone\(index)", kind: "place", label: "Lone \(index)"))
    }
    let drawing = try diagram.draw()
    let lowest = drawing.nodes.filter { !$0.id.hasPrefix("lone") }.map(\.box.center.y).min() ?? 0
    #expect(
      drawing.nodes.filter { $0.id.hasPrefix("lone") }.allSatisfy { $0.box.center.y < lowest })
  }

  @Test func `too many lines for the eye are thinned, and the map says so`() throws {
    var diagram = communities(500)
    var random = SeededGenerator(seed: 1)
    for index in 0..<13_000 {
      let (a, b) = (
        Int.random(in: 0..<500, using: &random), Int.random(in: 0..<500, using: &random)
      )
      diagram.lines.append(.init(id: "x\(index)", from: "n\(a)", to: "n\(b)", family: "contact"))
    }
    let drawing = try diagram.draw()
    let drawn = drawing.lines.count { $0.curve != nil }
    #expect(drawn > 11_000 && drawn <= 12_000)
    // Nobody is cut off.
    let tied = Set(
      zip(drawing.lines, diagram.lines.sorted { $0.id < $1.id }).filter { $0.0.curve != nil }
        .flatMap { [$0.1.from, $0.1.to] })
    #expect(tied.count == 500)
    let svg = try drawing.svg()
    #expect(svg.contains("lines are drawn, those that matter most"))
    #expect(svg.utf8.count < 1_000_000)
    try expectWellFormed(svg)
  }

  @Test(arguments: ["a star", "nodes alone", "a cycle", "loops only"])
  func `odd shapes of 1,500 nodes are drawn`(shape: String) throws {
    var diagram = Diagram()
    diagram.nodes = (0..<1_500).map { .init(id: "n\($0)", kind: "person", label: "\($0)") }
    if shape != "nodes alone" {
      diagram.lines = (1..<1_500).map { index in
        let other = shape == "a star" ? 0 : shape == "a cycle" ? index - 1 : index
        return .init(id: "l\(index)", from: "n\(index)", to: "n\(other)", family: "contact")
      }
    }
    if shape == "a cycle" {
      diagram.lines.append(.init(id: "l0", from: "n0", to: "n1499", family: "contact"))
    }
    let drawing = try diagram.draw()
    #expect(drawing.nodes.allSatisfy { $0.box.center.x.isFinite && $0.box.center.y.isFinite })
    #expect(drawing.extent.width < 6_000 && drawing.extent.height < 6_000)
    try expectWellFormed(try drawing.svg())
  }
}
