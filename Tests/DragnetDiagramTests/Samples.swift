import DragnetDiagram
import TestSupport

/// A network of `count` nodes, each tied to an earlier one and now and then to a second.
func sampleDiagram(_ count: Int, seed: UInt64 = 1) -> Diagram {
  var random = SeededGenerator(seed: seed)
  let kinds = ["person", "organization", "agency", "place", "group", "other"]
  let families = ["command", "harm", "enforcement", "place", "money", "contact"]
  var diagram = Diagram(title: "A sample", subtitle: "Made by a test.")
  for index in 0..<count {
    diagram.nodes.append(
      Diagram.Node(
        id: "n\(index)", kind: kinds[index % kinds.count], label: "Entity number \(index)",
        detail: index % 3 == 0 ? "second line" : nil, link: "#e\(index)",
        size: Double(index % 10) / 10))
    guard index > 0 else { continue }
    for _ in 0...(index % 4 == 0 ? 1 : 0) {
      let other = Int.random(in: 0..<index, using: &random)
      let id = "l\(diagram.lines.count)"
      diagram.lines.append(
        Diagram.Line(
          id: id, from: "n\(index)", to: "n\(other)", family: families[index % families.count],
          labels: [Diagram.Label("tied to")], width: 1 + Double(index % 3)))
    }
  }
  diagram.legend = kinds.map { .init(.kind($0), $0) } + families.map { .init(.family($0), $0) }
  diagram.notes = ["Nothing was left out."]
  return diagram
}

/// `count` nodes in a row.
func chainDiagram(_ count: Int) -> Diagram {
  Diagram(
    nodes: (0..<count).map { Diagram.Node(id: "n\($0)", kind: "person", label: "\($0)") },
    lines: (1..<max(count, 1)).map {
      Diagram.Line(id: "l\($0)", from: "n\($0 - 1)", to: "n\($0)", family: "contact")
    })
}
