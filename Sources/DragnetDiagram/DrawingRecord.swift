import Foundation

/// What `dragnet-draw` is asked for, as JSON on its standard input.
package struct DrawingRequest: Codable {
  package var diagram: Diagram
  package var theme: Theme
  package var layout: Layout
  /// nil asks for a `DrawingRecord`.
  package var format: Format?
  package var options: SVGOptions?

  package init(
    diagram: Diagram, theme: Theme, layout: Layout, format: Format? = nil,
    options: SVGOptions? = nil
  ) {
    self.diagram = diagram
    self.theme = theme
    self.layout = layout
    self.format = format
    self.options = options
  }

  /// The bytes asked for.
  package func answer() throws -> [UInt8] {
    let drawing = try diagram.draw(layout: layout, theme: theme)
    if let format { return try drawing.render(format, options: options ?? SVGOptions()) }
    return Array(try JSONEncoder().encode(DrawingRecord(drawing)))
  }
}

/// A drawing as it travels from one process to another.
struct DrawingRecord: Codable {
  private struct Cluster: Codable {
    var box: Box?
    var outline: [Curve]
    var label: Box?
    var fills: [Curve]
  }

  private var layout: Layout
  private var diagram: Diagram
  private var nodes: [Drawing.Node]
  private var lines: [Drawing.Line]
  private var clusters: [Cluster]
  private var extent: Box
  private var page: Box
  private var boxes: [Box]
  private var texts: [TextBlock]
  private var labels: [Box]
  private var labelForms: [[LabelForm]]
  private var furniture: [Furniture]
  private var backdrop: [Furniture]
  private var labelTexts: [TextBlock]

  init(_ drawing: Drawing) {
    layout = drawing.layout
    diagram = drawing.diagram
    nodes = drawing.nodes
    lines = drawing.lines
    clusters = drawing.clusters.map {
      Cluster(box: $0.box, outline: $0.outline, label: $0.label, fills: $0.fills)
    }
    extent = drawing.extent
    page = drawing.page
    boxes = drawing.sketch.boxes
    texts = drawing.sketch.texts
    labels = drawing.sketch.labels
    labelForms = drawing.sketch.labelForms
    furniture = drawing.furniture
    backdrop = drawing.backdrop
    labelTexts = drawing.labelTexts
  }

  func drawing(theme: Theme) throws(DrawingError) -> Drawing {
    var sketch = try Sketch(diagram, theme: theme, layout: layout)
    sketch.boxes = boxes
    sketch.texts = texts
    sketch.labels = labels
    sketch.labelForms = labelForms
    return Drawing(
      layout: layout, nodes: nodes, lines: lines,
      clusters: zip(sketch.clusters, clusters).map {
        Drawing.Cluster(
          id: $0.id, box: $1.box, outline: $1.outline, label: $1.label, fills: $1.fills)
      }, extent: extent, diagram: diagram, sketch: sketch, furniture: furniture,
      backdrop: backdrop, labelTexts: labelTexts, page: page)
  }
}
