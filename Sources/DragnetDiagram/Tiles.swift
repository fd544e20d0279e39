/// What makes a map of rectangles fit to be read. Use only inside `Graphviz.run`.
extension Arrangement {
  /// Enlarges the map until every tile holds its longest word, four times at most, sets headings over the
  /// clusters that have room for one, parts the tiles a little and wraps names to fit theirs.
  mutating func settleTiles(of sketch: inout Sketch) {
    let narrow = sketch.nodes.map { sketch.theme.text(of: $0, width: Arrangement.longestWord($0)) }
    let least = sketch.sizes(around: narrow)
    let needed = zip(boxes, least).map { box, size in
      max((size.width + 5) / max(box.width, 1), (size.height + 8) / max(box.height, 1))
    }
    enlarge(by: min(max(needed.max() ?? 1, 1), 4))
    setHeadings(of: &sketch)
    boxes = boxes.map { $0.inset(by: 2) }
    sketch.texts = narrow
    var isOpen = sketch.nodes.map { _ in true }
    for width in [26, 22, 18, 15, 12, 10, 8] {
      let texts = sketch.nodes.map { sketch.theme.text(of: $0, width: width) }
      for (node, size) in sketch.sizes(around: texts).enumerated() where isOpen[node] {
        guard width > Arrangement.longestWord(sketch.nodes[node]),
          size.width <= boxes[node].width, size.height <= boxes[node].height
        else { continue }
        sketch.texts[node] = texts[node]
        isOpen[node] = false
      }
    }
  }

  private static func longestWord(_ node: Diagram.Node) -> Int {
    min(max(node.label.split(separator: " ").map(\.count).max() ?? 0, 6), 26)
  }

  private mutating func enlarge(by scale: Double) {
    func scaled(_ box: Box) -> Box {
      Box(center: box.center * scale, width: box.width * scale, height: box.height * scale)
    }
    boxes = boxes.map(scaled)
    clusters = clusters.map { $0?.box.map { SoftShape(box: scaled($0), radius: 3) } }
  }

  /// A strip along the top of a cluster for its heading: its tiles share the rest.
  private mutating func setHeadings(of sketch: inout Sketch) {
    let texts = sketch.clusters.indices.map { sketch.heading(of: $0) ?? TextBlock(rows: []) }
    let sizes = sketch.typesetting.measure(texts)
    headings = sketch.clusters.map { _ in nil }
    for (index, size) in sizes.enumerated() where size.height > 0 {
      guard let box = clusters[index]?.box, box.width > size.width + 12,
        box.height > 6 * size.height
      else { continue }
      let strip = size.height + 4
      let share = (box.height - strip) / box.height
      for node in sketch.clusterMembers[index] {
        boxes[node].center.y = box.minY + (boxes[node].center.y - box.minY) * share
        boxes[node].height *= share
      }
      headings[index] = Box(
        center: Point(x: box.minX + 6 + size.width / 2, y: box.maxY - strip / 2),
        width: size.width, height: size.height)
    }
  }
}

extension Sketch {
  /// What the nodes' shapes take around some words.
  fileprivate mutating func sizes(around texts: [TextBlock]) -> [Box] {
    zip(nodes, typesetting.measure(texts)).map { node, text in
      theme.size(of: theme.style(ofKind: node.kind).shape, around: text)
    }
  }
}
