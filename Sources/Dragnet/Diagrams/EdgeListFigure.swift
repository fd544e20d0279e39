import DragnetDiagram
import DragnetGraph

extension EdgeList {
  /// The whole of an edge list as one picture: nodes by degree, communities by color, the names of
  /// those that matter most.
  ///
  /// Up to some hundred nodes are drawn as shapes with names, more as points. `limit` is the most
  /// nodes (50,000); of more, those of the highest degree are kept, and the picture says so. The
  /// fourteen largest communities have a color and are named after their busiest node.
  ///
  /// - Complexity: O(*n* log *n* + *m*), and that of the Leiden method.
  public func overviewFigure(
    name: String, _ options: FigureOptions = FigureOptions()
  ) throws(DrawingError) -> CaseFigure {
    let limit = max(options.limit ?? 50_000, 1)
    let degrees = graph.degrees(.all)
    let linked = degrees.indices.filter { degrees[$0] > 0 }
    let ranked = linked.sorted { (degrees[$1], $0) < (degrees[$0], $1) }
    let kept = Set(ranked.prefix(limit))
    let most = Double(max(ranked.first.map { degrees[$0] } ?? 1, 1))
    // Ids stand in the order of the nodes.
    func id(_ node: Int) -> String {
      String(repeating: "0", count: max(0, 9 - String(node).count)) + String(node)
    }
    let nodes = kept.sorted().map { node in
      Diagram.Node(
        id: id(node), kind: "point", label: self.name(of: node),
        tooltip: "\(self.name(of: node)): \(counted(Int(degrees[node]), "neighbor"))",
        size: (Double(degrees[node]) / most).squareRoot())
    }
    var lines: [Diagram.Line] = []
    let strongest = graph.edgeStrengths.flatMap { $0.max() } ?? 1
    for edge in 0..<graph.edgeCount {
      let (source, target) = graph.ends(ofEdge: edge)
      guard kept.contains(source), kept.contains(target) else { continue }
      let strength = graph.edgeStrengths.map { $0[edge] / max(strongest, .leastNonzeroMagnitude) }
      lines.append(
        Diagram.Line(
          id: id(edge), from: id(source), to: id(target), family: "same",
          width: 0.8 + 2 * (strength ?? 0),
          direction: graph.isDirected ? .forward : .none))
    }
    let communities = (try? graph.leidenCommunities())?.members() ?? []
    let large = communities.filter { $0.count > 2 }
      .sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    let clusters = large.prefix(14).enumerated().compactMap { place, members -> Diagram.Cluster? in
      let shown = members.filter(kept.contains)
      guard let first = shown.min(by: { (degrees[$1], $0) < (degrees[$0], $1) }) else { return nil }
      return Diagram.Cluster(
        id: "community-\(place + 1)", label: self.name(of: first), nodes: shown.map(id))
    }
    var notes: [String] = []
    if ranked.count > kept.count {
      notes.append(
        "Left out: \(ranked.count - kept.count) of \(ranked.count) linked nodes, those of the lowest "
          + "degree.")
    }
    if graph.nodeCount > linked.count {
      notes.append("Left out: \(counted(graph.nodeCount - linked.count, "node")) without an edge.")
    }
    if large.count > clusters.count {
      notes.append(
        "Without a color of their own: \(large.count - clusters.count) smaller communities.")
    }
    let summary =
      "\(counted(kept.count, "node")), \(counted(lines.count, "edge")), "
      + "\(counted(large.count, "community", plural: "communities")) of three or more."
    let top = ranked.prefix(40)
    return CaseFigure(
      kind: .overview,
      diagram: Diagram(
        title: options.title ?? name,
        subtitle: summary
          + " Size shows the number of neighbors, color the community, which is named "
          + "after its busiest node.",
        nodes: nodes, lines: lines, clusters: clusters,
        form: nodes.count > 60 || lines.count > 200 ? .points : .automatic, notes: notes),
      caption: summary,
      altText: summary + " Most neighbors: "
        + top.prefix(5).map { "\(self.name(of: $0)) (\(degrees[$0]))" }.joined(separator: ", ")
        + ".",
      columns: ["Node", "Neighbors", "Community"],
      rows: top.map { node in
        let home = large.firstIndex { $0.contains(node) }
        return [self.name(of: node), String(degrees[node]), home.map { "\($0 + 1)" } ?? ""]
      })
  }
}
