extension GraphvizGraph {
  /// Lays out a graph whose every part has its place, and renders it.
  consuming func finished(_ format: String) -> [UInt8]? {
    var graph = self
    guard graph.layOut("nop2") else { return nil }
    return graph.render(format)
  }
}

extension Graphviz {
  /// The drawing as a graph in which everything is placed: lines and clusters below, nodes, labels
  /// and furniture above. Labels are nodes of their own, so that no line is drawn over them.
  static func graph(
    of drawing: Drawing, dpi: Int? = nil, hasAreas: Bool = false
  ) -> GraphvizGraph? {
    let theme = drawing.sketch.theme
    var attributes: [GraphvizAttribute] = [
      .init("bgcolor", theme.paper), .init("pad", "0.35"), .init("outputorder", "edgesfirst"),
      .init("id", "page"),
    ]
    if let dpi { attributes.append(.init("dpi", String(dpi))) }
    let areas: [GraphvizAttribute] = hasAreas ? [.init("URL", "")] : []
    let ground = underpainting(of: drawing).operations
    if !ground.isEmpty { attributes.append(.init("_background", ground)) }
    guard
      let graph = GraphvizGraph(
        graph: attributes, node: nodeDefaults(theme) + areas, edge: edgeDefaults + areas)
    else { return nil }
    for (index, item) in drawing.backdrop.enumerated() {
      add(item, named: "b\(index)", theme: theme, to: graph)
    }
    addNodes(of: drawing, to: graph, hasAreas: hasAreas)
    for (index, line) in drawing.lines.enumerated() {
      guard let box = line.label else { continue }
      let ground = drawing.ground(ofLabel: index).map {
        theme.tint(of: drawing.sketch.clusters[$0], at: $0)
      }
      addText(
        drawing.labelTexts[index], in: box, named: "t\(index)", paper: ground ?? theme.paper,
        to: graph)
    }
    for (index, item) in drawing.furniture.enumerated() {
      add(item, named: "f\(index)", theme: theme, to: graph)
    }
    // Corners that hold the page open.
    for (index, x) in [drawing.page.minX, drawing.page.maxX].enumerated() {
      let y = index == 0 ? drawing.page.minY : drawing.page.maxY
      addPoint("c\(index)", at: Point(x: x, y: y), to: graph)
    }
    return graph
  }

  /// The diagram as a plain graph for other tools: names, words and places, no furniture.
  static func plainGraph(of drawing: Drawing) -> GraphvizGraph? {
    let theme = drawing.sketch.theme
    guard
      let graph = GraphvizGraph(
        graph: [.init("bgcolor", theme.paper)],
        node: nodeDefaults(theme) + ["ref", "kind", "xlabel"].map { .init($0, "") },
        edge: edgeDefaults + ["ref", "family"].map { .init($0, "") })
    else { return nil }
    addNodes(of: drawing, to: graph, forOthers: true)
    return graph
  }

  private static func nodeDefaults(_ theme: Theme) -> [GraphvizAttribute] {
    [
      .init("label", ""), .init("fixedsize", "true"), .init("shape", "box"), .init("style", ""),
      .init("width", "0.1"), .init("height", "0.1"), .init("peripheries", "1"), .init("pos", "0,0"),
      .init("fillcolor", theme.paper), .init("color", theme.paper), .init("penwidth", "1"),
      .init("fontname", theme.font), .init("id", ""), .init("margin", "0"),
    ]
  }

  private static let edgeDefaults: [GraphvizAttribute] = [
    .init("dir", "forward"), .init("penwidth", "1"), .init("arrowsize", "0.6"), .init("pos", ""),
    .init("color", "#000000"), .init("style", "solid"), .init("id", ""), .init("label", ""),
    .init("lp", ""), .init("fontname", ""),
  ]

  private static func addNodes(
    of drawing: Drawing, to graph: borrowing GraphvizGraph, forOthers: Bool = false,
    hasAreas: Bool = false
  ) {
    let sketch = drawing.sketch
    let texts = sketch.isMap && !forOthers ? [] : sketch.nodeTexts()
    var nodes: [GraphvizGraph.Node] = []
    for (index, placed) in drawing.nodes.enumerated() {
      let node = sketch.nodes[index]
      let style = sketch.theme.style(ofKind: node.kind)
      let pen = sketch.pen(ofNode: index)
      // A place holder: addresses and words are put in afterwards, checked and escaped.
      var area: [GraphvizAttribute] = hasAreas ? [.init("URL", "n\(index)")] : []
      if forOthers {
        area = [
          .init("ref", Wording.clean(node.id, limit: 200)),
          .init("kind", Wording.clean(node.kind, limit: 200)),
        ]
      }
      if sketch.isMap {
        let point: [GraphvizAttribute] = [
          .init("shape", "circle"), .init("style", "filled"),
          .init("fillcolor", sketch.fill(ofNode: index)), .init("color", pen.color),
          .init("penwidth", number(pen.width)), .init("id", "n\(index)"),
        ]
        let name: [GraphvizAttribute] =
          forOthers ? [.init("xlabel", markup: texts[index].markup)] : []
        guard let made = graph.addNode("n\(index)", point + name + place(placed.box) + area) else {
          return
        }
        nodes.append(made)
        continue
      }
      var own = area + style.shape.attributes + place(placed.box.inset(by: style.shape.rim / 2))
      own += [
        .init("fillcolor", sketch.fill(ofNode: index)), .init("color", pen.color),
        .init("penwidth", number(pen.width)),
        .init("label", markup: texts[index].markup), .init("id", "n\(index)"),
      ]
      guard let made = graph.addNode("n\(index)", own) else { return }
      nodes.append(made)
    }
    for (index, line) in drawing.lines.enumerated() {
      guard let curve = line.curve, forOthers || sketch.drawsLinesSingly else { continue }
      let (from, to) = sketch.ends[index]
      let pen = sketch.pen(ofLine: index)
      var own = sketch.lines[index].attributes
      own += [.init("color", pen.color), .init("style", pen.dash.rawValue)]
      if sketch.isMap { own += [.init("dir", "none"), .init("penwidth", number(pen.width))] }
      own += [.init("pos", course(curve)), .init("id", "l\(index)")]
      if hasAreas { own.append(.init("URL", "l\(index)")) }
      if forOthers {
        let line = sketch.lines[index]
        own += [
          .init("ref", Wording.clean(line.id, limit: 200)),
          .init("family", Wording.clean(line.family, limit: 200)),
        ]
      }
      if forOthers, let label = line.label {
        own += [
          .init("label", markup: drawing.labelTexts[index].markup),
          .init("lp", position(label.center)),
        ]
      }
      _ = graph.addEdge("l\(index)", from: nodes[from], to: nodes[to], own)
    }
    guard forOthers else { return }
    for (index, cluster) in drawing.clusters.enumerated() {
      guard let box = cluster.box else { continue }
      let corners = [box.minX, box.minY, box.maxX, box.maxY]
      _ = graph.addPart(
        "cluster\(index)", nodes: sketch.clusterMembers[index].map { nodes[$0] },
        [
          .init("bb", corners.map(number).joined(separator: ",")),
          .init("label", markup: (sketch.heading(of: index) ?? TextBlock(rows: [])).markup),
          .init("style", "rounded"), .init("id", "g\(index)"),
          .init("color", sketch.theme.color(of: sketch.clusters[index], at: index)),
        ])
    }
  }

  /// The shapes of clusters, and the lines of a map that has too many to draw them one by one.
  private static func underpainting(of drawing: Drawing) -> Underpainting {
    var ground = Underpainting()
    let sketch = drawing.sketch
    for (index, cluster) in drawing.clusters.enumerated() {
      let color = sketch.theme.color(of: sketch.clusters[index], at: index)
      for fill in cluster.fills {
        ground.fill(fill, color: color, alpha: sketch.isMap ? 22 : 34)
      }
      for rim in cluster.outline {
        ground.stroke(rim, color: color, alpha: sketch.isMap ? 60 : 130, width: 0.9)
      }
    }
    guard sketch.isMap, !sketch.drawsLinesSingly else { return ground }
    let strokes = drawing.lines.indices.map { PointMap.stroke(ofLine: $0, in: sketch) }
    let order = drawing.lines.indices.filter { drawing.lines[$0].curve != nil }
      .sorted {
        (strokes[$0].alpha, strokes[$0].color, $0) < (strokes[$1].alpha, strokes[$1].color, $1)
      }
    for line in order {
      guard let points = drawing.lines[line].curve?.points, let first = points.first,
        let last = points.last
      else { continue }
      let stroke = strokes[line]
      ground.line(
        from: first, to: last, color: stroke.color, alpha: stroke.alpha, width: stroke.width)
    }
    return ground
  }

  private static func add(
    _ item: Furniture, named name: String, theme: Theme, to graph: borrowing GraphvizGraph
  ) {
    switch item {
    case .text(let text, let box, _):
      addText(text, in: box, named: name, paper: nil, to: graph)
    case .name(let text, let box, _, _):
      addText(text, in: box, named: name, paper: theme.paper + "B0", to: graph)
    case .heading(let text, let box, _):
      addText(text, in: box, named: name, paper: theme.paper + "90", to: graph)
    case .shape(let kind, let box, true):
      _ = graph.addNode(
        name,
        place(box) + [
          .init("shape", "circle"), .init("style", "filled"),
          .init("fillcolor", theme.style(ofKind: kind).stroke), .init("id", name),
        ])
    case .shape(let kind, let box, false):
      let style = theme.style(ofKind: kind)
      _ = graph.addNode(
        name,
        style.shape.attributes + place(box.inset(by: style.shape.rim / 2)) + [
          .init("fillcolor", style.fill), .init("color", style.stroke), .init("id", name),
        ])
    case .line(let family, let dash, let start, let end):
      let color = family.isEmpty ? theme.secondary : theme.color(ofFamily: family)
      addStretch(
        named: name, from: start, to: end,
        [.init("color", color), .init("penwidth", "2"), .init("style", dash.rawValue)], to: graph)
    case .band(let box, let isTinted):
      // As a stroke: Graphviz draws parts in the order of their addresses, lines in that of their making.
      let side = Point(x: box.width / 2, y: 0)
      addStretch(
        named: name, from: box.center - side, to: box.center + side,
        [
          .init("color", isTinted ? theme.wash : theme.paper),
          .init("penwidth", number(box.height)),
        ], to: graph)
    case .rule(let start, let end):
      addStretch(
        named: name, from: start, to: end,
        [.init("color", theme.faint), .init("penwidth", "0.6")], to: graph)
    }
  }

  private static func addStretch(
    named name: String, from start: Point, to end: Point, _ attributes: [GraphvizAttribute],
    to graph: borrowing GraphvizGraph
  ) {
    guard let tail = addPoint(name + "a", at: start, to: graph),
      let head = addPoint(name + "b", at: end, to: graph)
    else { return }
    let own: [GraphvizAttribute] = [
      .init("dir", "none"), .init("pos", course(Curve(from: start, to: end))), .init("id", name),
    ]
    _ = graph.addEdge(name, from: tail, to: head, own + attributes)
  }

  @discardableResult private static func addPoint(
    _ name: String, at point: Point, to graph: borrowing GraphvizGraph
  ) -> GraphvizGraph.Node? {
    graph.addNode(
      name,
      [.init("style", "invis"), .init("width", "0"), .init("height", "0")] + [
        .init("pos", position(point))
      ])
  }

  /// Words without a border; on `paper` they break the lines that run behind them.
  private static func addText(
    _ text: TextBlock, in box: Box, named name: String, paper: String?,
    to graph: borrowing GraphvizGraph
  ) {
    var own = place(box)
    own += [
      .init("label", markup: text.markup), .init("id", name), .init("peripheries", "0"),
      .init("style", paper == nil ? "" : "filled"),
    ]
    if let paper { own.append(.init("fillcolor", paper)) }
    _ = graph.addNode(name, own)
  }

  private static func place(_ box: Box) -> [GraphvizAttribute] {
    [
      .init("pos", position(box.center)), .init("width", inches(box.width)),
      .init("height", inches(box.height)),
    ]
  }

  private static func course(_ curve: Curve) -> String {
    var parts: [String] = []
    if let tip = curve.endTip { parts.append("e," + position(tip)) }
    if let tip = curve.startTip { parts.append("s," + position(tip)) }
    return (parts + curve.points.map(position)).joined(separator: " ")
  }
}
