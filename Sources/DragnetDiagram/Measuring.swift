extension Graphviz {
  /// The size of each text as Graphviz will draw it, in points; an empty text has none.
  ///
  /// Use only inside `Graphviz.run`.
  static func measure(_ texts: [TextBlock], font: String) -> [Box] {
    let nowhere = Box(center: Point(x: 0, y: 0), width: 0, height: 0)
    guard texts.contains(where: { !$0.isEmpty }),
      var graph = GraphvizGraph(
        graph: [],
        node: [
          .init("shape", "plain"), .init("label", ""), .init("pos", "0,0"),
          .init("fontname", font),
        ], edge: [])
    else { return texts.map { _ in nowhere } }
    let nodes = texts.enumerated().map { index, text in
      text.isEmpty
        ? nil : graph.addNode("t\(index)", [.init("label", markup: text.markup)])
    }
    guard graph.layOut("nop2") else { return texts.map { _ in nowhere } }
    return nodes.map { node in
      guard let node else { return nowhere }
      let box = graph.box(of: node)
      return Box(center: nowhere.center, width: box.width, height: box.height)
    }
  }
}
