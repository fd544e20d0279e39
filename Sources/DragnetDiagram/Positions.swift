import Foundation

extension Drawing {
  /// Positions and sizes as JSON, keys sorted.
  func json() -> [UInt8] {
    struct Page: Encodable {
      var layout: Layout
      var extent: Box
      var nodes: [Node]
      var lines: [Line]
      var clusters: [Cluster]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let page = Page(
      layout: layout, extent: extent, nodes: nodes, lines: lines, clusters: clusters)
    // Every number is finite: they come from Graphviz's finished layout.
    guard let data = try? encoder.encode(page) else { return Array("{}".utf8) }
    return Array(data)
  }

  /// How tidy the drawing is; lower is better everywhere.
  public struct Tidiness: Sendable, Hashable {
    /// Pairs of nodes that share ground.
    public var nodeOverlaps: Int
    /// Labels, names and headings that share ground with a node or with each other.
    public var labelOverlaps: Int
    /// Labels for which there was no room.
    public var droppedLabels: Int
    /// Pairs of lines that cross.
    public var crossings: Int
    /// Pairs of a line and a node it runs behind.
    public var linesBehindNodes: Int
  }

  /// Counts what disturbs. Time grows with the square of the number of lines.
  public func tidiness() -> Tidiness {
    let boxes = nodes.map { $0.box.inset(by: 0.5) }
    let names = furniture.compactMap { item -> Box? in
      switch item {
      case .name(_, let box, _, _), .heading(_, let box, _): box
      default: nil
      }
    }
    let words = lines.compactMap(\.label)
    let labels = (words + names).map { $0.inset(by: 0.5) }
    let chains = lines.map { Chain($0.curve?.flattened() ?? []) }
    var result = Tidiness(
      nodeOverlaps: 0, labelOverlaps: 0,
      droppedLabels: sketch.labels.filter { $0.width > 0 }.count - words.count, crossings: 0,
      linesBehindNodes: 0)
    for a in boxes.indices {
      for b in boxes.indices.dropFirst(a + 1) where boxes[a].overlaps(boxes[b]) {
        result.nodeOverlaps += 1
      }
    }
    for a in labels.indices {
      let isOnNode = boxes.contains { $0.overlaps(labels[a]) }
      let isOnLabel = labels.indices.contains { $0 != a && labels[$0].overlaps(labels[a]) }
      if isOnNode || isOnLabel { result.labelOverlaps += 1 }
    }
    for a in chains.indices {
      result.crossings += chains[(a + 1)...].count { $0.crosses(chains[a]) }
      let (from, to) = sketch.ends[a]
      for node in boxes.indices where node != from && node != to {
        let points = chains[a].points
        if zip(points, points.dropFirst()).contains(where: { boxes[node].meets($0, $1) }) {
          result.linesBehindNodes += 1
        }
      }
    }
    return result
  }
}
