import Dragnet
import DragnetDiagram
import DragnetText

/// Every figure of a case with what disturbs in it: rows of a table in Markdown.
struct FigureBench {
  /// Draws all figures of the documents in some paths and prints a row for each.
  static func run(_ paths: [String]) throws {
    let loaded = DocumentLoader().load(paths)
    let investigation = Investigation(reader: try LexiconReader(), threads: 1)
    let readings = investigation.read(loaded.documents).readings
    let network = Investigation.makeNetwork(from: readings)
    let earlier = Investigation.makeNetwork(from: Array(readings.dropLast()))
    print("| figure | nodes | lines | nodes on nodes | labels on something | silent | crossings |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for (name, figure) in try figures(of: network, since: earlier) {
      let drawing = try figure.diagram.draw(layout: figure.layout)
      let counts = drawing.tidiness()
      print(
        "| \(name) | \(drawing.nodes.count) | \(drawing.lines.count) | \(counts.nodeOverlaps) "
          + "| \(counts.labelOverlaps) | \(silent(figure.diagram, drawing)) | \(counts.crossings) |"
      )
    }
  }

  /// Lines of two or more origins that stay without their words.
  private static func silent(_ diagram: Diagram, _ drawing: Drawing) -> Int {
    let wordless = Set(drawing.lines.filter { $0.label == nil }.map(\.id))
    return diagram.lines.count {
      $0.width > 1.5 && $0.emphasis != .faint && !$0.labels.isEmpty && wordless.contains($0.id)
    }
  }

  private static func figures(
    of network: Network, since earlier: Network
  ) throws -> [(String, CaseFigure)] {
    let ranking = network.rankings[Network.mainMeasure] ?? []
    let main = ranking.sorted { ($0.rank, $0.entity) < ($1.rank, $1.entity) }
      .compactMap { row in network.entities.first { $0.id == row.entity } }
    var figures: [(String, CaseFigure)] = [
      ("overview", try network.overviewFigure()),
      ("overview, no communities", try network.overviewFigure(choosing: .init(communities: .none))),
      ("overview, alike folded", try network.overviewFigure(choosing: .init(foldsAlike: true))),
      ("communities folded", try network.overviewFigure(choosing: .init(communities: .folded))),
      ("core", try network.overviewFigure(choosing: .init(core: 2))),
      ("hierarchy", try network.hierarchyFigure()), ("flow", try network.flowFigure()),
      ("timeline", try network.timelineFigure()), ("sources", try network.sourcesFigure()),
      ("mentions", try network.mentionsFigure()),
      ("contradictions", try network.contradictionsFigure()),
      ("difference", try network.differenceFigure(since: earlier)),
    ]
    if let conflict = network.conflicts.first {
      figures.append(("contradiction", try network.contradictionFigure(conflict)))
    }
    for entity in main.prefix(2) {
      for radius in 1...2 {
        guard let ego = try network.egoFigure(around: entity.id, radius: radius) else { continue }
        figures.append(("ego, \(entity.name), \(radius)", ego))
      }
    }
    if main.count > 3 {
      let ties = try network.pathsFigure(among: main.prefix(4).map(\.id))
      figures.append(("ties", ties))
      let paths = try network.paths(from: main[1], to: main[3])
      figures.append(("paths", try network.pathsFigure(paths)))
    }
    return figures
  }
}
