import DragnetDiagram

extension Network {
  /// Two pictures of the same size, before and after, in which whatever is on both stands at the same
  /// place: `differenceFigure` taken apart.
  ///
  /// - Complexity: that of `differenceFigure`, and one layout.
  public func differencePanels(
    since earlier: Network, _ options: FigureOptions = FigureOptions()
  ) throws(DrawingError) -> (before: CaseFigure, after: CaseFigure) {
    let whole = try differenceFigure(since: earlier, options)
    guard !whole.isEmpty else { return (whole, whole) }
    let drawing = try whole.diagram.draw(layout: whole.layout)
    var places: [String: Point] = [:]
    for node in drawing.nodes { places[node.id] = node.box.center }
    func panel(_ title: String, without gone: String) -> CaseFigure {
      var figure = whole
      figure.diagram.title = title
      figure.diagram.nodes.removeAll { $0.kind == gone }
      let kept = Set(figure.diagram.nodes.map(\.id))
      figure.diagram.lines.removeAll {
        $0.family == gone || !kept.contains($0.from) || !kept.contains($0.to)
      }
      figure.diagram.legend.removeAll { $0.sample == .kind(gone) }
      for index in figure.diagram.nodes.indices {
        figure.diagram.nodes[index].position = places[figure.diagram.nodes[index].id]
      }
      figure.diagram.backdrop = [.band(drawing.extent, isTinted: false)]
      return figure
    }
    let title = options.title ?? "What has changed"
    return (
      panel(title + ": before", without: "new"), panel(title + ": after", without: "gone")
    )
  }
}
