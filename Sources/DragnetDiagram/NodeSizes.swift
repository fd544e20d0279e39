extension Diagram {
  /// How large every node will be drawn, by id: what a caller needs who places them. The centers mean
  /// nothing.
  ///
  /// - Complexity: O(*n*); the words are set once.
  public func nodeSizes(theme: Theme = .light) throws(DrawingError) -> [String: Box] {
    let sketch = try Sketch(self, theme: theme, layout: .neato)
    let boxes = try Graphviz.run {
      var sketch = sketch
      sketch.measure()
      return sketch.boxes
    }
    return Dictionary(uniqueKeysWithValues: zip(sketch.nodes.map(\.id), boxes))
  }
}
