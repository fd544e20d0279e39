import DragnetDiagram
import Testing

@Suite struct PackingTests {
  /// Fifty stars of four nodes each and one of ten.
  private var stars: Diagram {
    var diagram = Diagram(form: .shapes)
    for star in 0...50 {
      for index in 0..<(star == 50 ? 10 : 4) {
        let id = "s\(star)-\(index)"
        diagram.nodes.append(.init(id: id, kind: "person", label: "Person \(index)"))
        guard index > 0 else { continue }
        diagram.lines.append(
          .init(
            id: "l-" + id, from: "s\(star)-0", to: id, family: "contact",
            labels: [.init("met")]))
      }
    }
    return diagram
  }

  @Test func `many pieces stand beside each other on about a square`() throws {
    let drawing = try stars.draw()
    let counts = drawing.tidiness()
    #expect(counts.nodeOverlaps == 0)
    #expect(counts.labelOverlaps == 0)
    #expect(counts.crossings == 0)
    let shape = drawing.extent.width / drawing.extent.height
    #expect(shape > 0.7 && shape < 2)
  }
}
