import DragnetDiagram
import Foundation
import Testing

@Suite struct LayoutTests {
  @Test(arguments: Layout.allCases, [0, 1, 2, 50])
  func `every layout draws every size in every format`(layout: Layout, count: Int) throws {
    let drawing = try sampleDiagram(count).draw(layout: layout)
    #expect(drawing.nodes.count == count)
    let svg = try drawing.svg()
    #expect(svg.hasSuffix("</svg>\n"))
    try expectWellFormed(svg)
    #expect(try drawing.render(.pdf).starts(with: Array("%PDF-".utf8)))
    #expect(try drawing.render(.png).starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }

  @Test(arguments: [Layout.neato, .dot, .twopi, .sfdp, .circo, .fdp, .osage, .patchwork])
  func `names and labels do not lie on each other`(layout: Layout) throws {
    let tidiness = try sampleDiagram(40).draw(layout: layout).tidiness()
    #expect(tidiness.nodeOverlaps == 0)
    #expect(tidiness.labelOverlaps == 0)
  }

  @Test func `a network of forty has its lines beside its names and few crossings`() throws {
    let tidiness = try sampleDiagram(40).draw().tidiness()
    #expect(tidiness.linesBehindNodes <= 2)
    #expect(tidiness.crossings <= 12)
    #expect(tidiness.droppedLabels == 0)
  }

  @Test func `a small network crosses nothing`() throws {
    let tidiness = try chainDiagram(8).draw().tidiness()
    #expect(tidiness.crossings == 0)
    #expect(tidiness.linesBehindNodes == 0)
  }

  @Test func `nodes keep the places they are given`() throws {
    var diagram = chainDiagram(3)
    for (index, place) in [(0.0, 0.0), (200.0, 0.0), (200.0, 150.0)].enumerated() {
      diagram.nodes[index].position = Point(x: place.0, y: place.1)
    }
    let centers = try diagram.draw().nodes.map(\.box.center)
    #expect(abs(centers[1].x - centers[0].x - 200) < 0.1)
    #expect(abs(centers[1].y - centers[0].y) < 0.1)
    #expect(abs(centers[2].y - centers[1].y - 150) < 0.1)
  }

  @Test func `ranks put nodes on one level from left to right`() throws {
    var diagram = chainDiagram(4)
    diagram.ranks = [["n0"], ["n1"], ["n2"], ["n3"]]
    diagram.flow = .right
    let centers = try diagram.draw().nodes.map(\.box.center)
    #expect(zip(centers, centers.dropFirst()).allSatisfy { $0.x < $1.x })
  }

  @Test func `clusters hold their nodes`() throws {
    var diagram = sampleDiagram(8)
    diagram.clusters = [
      .init(id: "a", label: "First", nodes: ["n0", "n1", "n2"]),
      .init(id: "b", label: "Second", nodes: ["n5", "n6"]),
    ]
    let drawing = try diagram.draw(layout: .dot)
    let box = try #require(drawing.clusters[0].box)
    for id in ["n0", "n1", "n2"] {
      let node = try #require(drawing.nodes.first { $0.id == id })
      #expect(abs(node.box.center.x - box.center.x) < box.width / 2)
      #expect(abs(node.box.center.y - box.center.y) < box.height / 2)
    }
    let svg = try drawing.svg()
    #expect(svg.contains("class=\"cluster cluster-0\""))
    #expect(svg.contains(">First<"))
  }

  @Test func `loops and parallel lines are drawn`() throws {
    var diagram = chainDiagram(2)
    diagram.lines += [
      .init(id: "loop", from: "n0", to: "n0", family: "harm", labels: [.init("itself")]),
      .init(id: "twin", from: "n0", to: "n1", family: "harm", labels: [.init("again")]),
      .init(id: "back", from: "n1", to: "n0", family: "harm", direction: .both),
    ]
    let drawing = try diagram.draw()
    #expect(drawing.lines.allSatisfy { $0.curve != nil })
    try expectWellFormed(try drawing.svg())
  }

  @Test func `a chain of 20,000 nodes does not overflow the stack`() throws {
    let drawing = try chainDiagram(20_000).draw()
    #expect(drawing.layout == .sfdp)
    #expect(drawing.nodes.count == 20_000)
  }

  @Test(arguments: Layout.allCases)
  func `too large a diagram is refused before it is begun`(layout: Layout) {
    let count = layout.limits.nodes + 1
    #expect {
      try chainDiagram(count).draw(layout: layout)
    } throws: { error in
      guard case .tooLarge(_, count, _, _, _)? = error as? DrawingError else { return false }
      return "\(error)".contains("\(count) nodes") && "\(error)".contains("\(count - 1)")
    }
  }

  @Test func `a diagram that contradicts itself is refused with the name at fault`() {
    var twins = chainDiagram(2)
    twins.nodes[1].id = "n0"
    #expect(throws: DrawingError.duplicateID("n0")) { try twins.draw() }
    var loose = chainDiagram(2)
    loose.lines[0].to = "nobody"
    #expect(throws: DrawingError.unknownNode(id: "nobody", namedBy: "the line 'l1'")) {
      try loose.draw()
    }
  }
}
