import CGraphviz
import DragnetDiagram
import Foundation
import Testing

@Suite struct KeptPlacesTests {
  @Test(arguments: [Layout.automatic, .sfdp, .twopi, .dot])
  func `a drawing drawn again at its places stays where it was`(layout: Layout) throws {
    let diagram = sampleDiagram(14)
    let first = try diagram.draw(layout: layout)
    let second = try diagram.placed(at: first.positions).draw(layout: layout)
    for (a, b) in zip(first.nodes, second.nodes) {
      #expect(abs(a.box.center.x - b.box.center.x) < 0.02)
      #expect(abs(a.box.center.y - b.box.center.y) < 0.02)
    }
  }

  @Test func `what stays is not moved by what is new`() throws {
    let before = try sampleDiagram(14).draw()
    let after = try sampleDiagram(18).placed(at: before.positions).draw()
    for node in before.nodes {
      let now = try #require(after.positions[node.id])
      #expect(abs(now.x - node.box.center.x) < 0.02 && abs(now.y - node.box.center.y) < 0.02)
    }
    #expect(after.tidiness().nodeOverlaps == 0)
  }

  @Test func `a point of a map keeps its place among new ones`() throws {
    var diagram = sampleDiagram(30)
    diagram.form = .points
    let before = try diagram.draw()
    var larger = sampleDiagram(60)
    larger.form = .points
    let after = try larger.placed(at: before.positions).draw()
    for node in before.nodes { #expect(after.positions[node.id] == node.box.center) }
  }

  @Test func `positions are read back from JSON`() throws {
    let drawing = try sampleDiagram(9).draw()
    let positions = try Drawing.positions(fromJSON: try drawing.render(.json))
    #expect(positions == drawing.positions)
    #expect(throws: DrawingError.self) {
      try Drawing.positions(fromJSON: Array("{\"nodes\": 3}".utf8))
    }
  }

  @Test func `DOT holds the same nodes and lines when Graphviz reads it again`() throws {
    var diagram = sampleDiagram(9)
    for (index, name) in SafetyTests.hostile.prefix(9).enumerated() {
      diagram.nodes[index].label = name
      diagram.nodes[index].tooltip = name
    }
    diagram.clusters = [.init(id: "c", label: "a \"cluster\" <b>", nodes: ["n1", "n2"])]
    let dot = String(decoding: try diagram.draw().render(.dot), as: UTF8.self)
    let counts = try Graphviz.readCounts(dot)
    #expect(counts.nodes == 9)
    #expect(counts.lines == diagram.lines.count)
    #expect(counts.refs == diagram.nodes.map(\.id).sorted())
  }

  @Test func `an image map has an area for every node, with checked links and escaped words`()
    throws
  {
    var diagram = chainDiagram(3)
    diagram.nodes[0].link = "report.html?a=1&b=2"
    diagram.nodes[0].tooltip = "Say \"so\" <b>"
    diagram.nodes[1].link = "javascript:alert(1)"
    diagram.lines[0].link = "#evidence-1"
    let map = String(decoding: try diagram.draw().render(.imageMap), as: UTF8.self)
    #expect(map.hasPrefix("<map id=\"dragnet-map\""))
    #expect(map.contains("href=\"report.html?a=1&amp;b=2\""))
    #expect(map.contains("title=\"Say &quot;so&quot; &lt;b&gt;\""))
    #expect(map.contains("href=\"#evidence-1\""))
    #expect(!map.contains("javascript"))
    #expect(map.components(separatedBy: "shape=\"rect\"").count - 1 >= 2)
    try expectWellFormed(map, elements: ["map", "area"])
  }
}

/// Graphviz as a second reader.
private enum Graphviz {
  struct Unreadable: Error {}

  static func readCounts(_ dot: String) throws -> (nodes: Int, lines: Int, refs: [String]) {
    guard let graph = unsafe agmemread(dot) else { throw Unreadable() }
    defer { unsafe agclose(graph) }
    var refs: [String] = []
    let name = unsafe strdup("ref")
    defer { unsafe free(name) }
    var node = unsafe agfstnode(graph)
    while let current = unsafe node {
      if let value = unsafe agget(current, name) {
        unsafe refs.append(String(cString: value))
      }
      unsafe node = agnxtnode(graph, current)
    }
    return unsafe (Int(agnnodes(graph)), Int(agnedges(graph)), refs.sorted())
  }
}
