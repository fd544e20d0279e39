import ArgumentParser
import Dragnet
import DragnetDiagram

/// `dragnet path`
struct PathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Show how two entities, or nodes of an edge list, are connected.",
    discussion: """
      Lists the shortest paths with the sentences on the way, those whose weakest link has the most \
      origins first. With --limit, longer paths follow.

      Example:
        dragnet path network.json "Ana Costa" "Harbour Police" --svg path.svg
        dragnet path roads.tsv 17 99 --lengths --limit 5
      """)

  @OptionGroup var source: NetworkOptions
  @Argument(help: "The entity a path starts at.") var from: String
  @Argument(help: "The entity a path ends at.") var to: String
  @Option(
    help: ArgumentHelp(
      "How many paths to list, longer ones too; by default up to \(shortestPaths) shortest.",
      valueName: "count"))
  var limit: Int?
  @Flag(help: "Write JSON.") var json = false
  @Option(help: ArgumentHelp("Draw the paths to this file.", valueName: "file")) var svg: String?
  @OptionGroup(title: "What is measured") var measured: MeasureArguments
  @OptionGroup(title: "Reading, when NETWORK is an edge list") var edgeList: EdgeListOptions

  /// How many shortest paths are listed unasked.
  static let shortestPaths = 10

  private struct Answer: Encodable {
    let from: Entity
    let to: Entity
    let paths: [NetworkPath]
    let relations: [Relation]
  }

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1") }
  }

  func run() throws { try source.run(edges: connectNodes, network: connectEntities) }

  private func connectNodes(of file: NetworkFile.Edges) throws {
    try measured.refuseForEdgeList()
    if svg != nil { throw ValidationError("--svg draws paths between entities, not edge lists") }
    if edgeList.strengths { Output.note("dragnet: paths do not look at strengths") }
    let edges = try edgeList.read(file, isDirected: measured.directed)
    let paths = try NodePaths(edges, from: from, to: to, metric: edgeList.metric, limit: limit)
    if json {
      try Output.write(try jsonText(paths))
    } else {
      try Output.print(paths.text)
    }
  }

  private func connectEntities(of network: Network) throws {
    try edgeList.refuseForNetwork()
    if edgeList.strengths { Output.note("dragnet: paths do not look at strengths") }
    let start = try network.entity(named: from)
    let end = try network.entity(named: to)
    guard start.id != end.id else {
      throw Failure("'\(from)' and '\(to)' are the same entity, \(start.name)")
    }
    let paths = try network.paths(
      from: start, to: end, options: measured.options(for: network),
      limit: limit ?? Self.shortestPaths, withLonger: limit != nil)
    if let svg, !paths.isEmpty {
      let drawing = try network.pathDiagram(paths.map(\.entities)).draw()
      try OutputFile(path: svg).write(try drawing.svg())
    }
    if json {
      let passed = Set(paths.flatMap { $0.steps.flatMap(\.relations) })
      let relations = network.relations.filter { passed.contains($0.id) }
      try Output.write(
        try jsonText(Answer(from: start, to: end, paths: paths, relations: relations)))
    } else if svg != "-" {
      try Output.print(text(paths, from: start, to: end, in: network))
    }
  }

  private func text(
    _ paths: [NetworkPath], from start: Entity, to end: Entity, in network: Network
  ) -> String {
    let quotations = Quotations(network)
    guard let shortest = paths.first?.steps.count, let longest = paths.last?.steps.count else {
      return "No path leads from \(quotations.name(start.id)) to \(quotations.name(end.id)) in the "
        + "network as it is measured."
    }
    let byID = Dictionary(
      network.relations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var lines = [
      "\(paths.count == 1 ? "One path" : "\(paths.count) paths") of "
        + (shortest < longest ? "\(shortest) to " : "")
        + (longest == 1 ? "1 step" : "\(longest) steps")
    ]
    for path in paths {
      let names = path.entities.map { Output.strong(quotations.name($0)) }
      lines.append("\n" + names.joined(separator: " – "))
      lines.append(
        "weakest step: \(path.origins == 1 ? "1 origin" : "\(path.origins) origins"), confidence "
          + twoDecimals(path.confidence))
      for step in path.steps {
        for relation in step.relations.compactMap({ byID[$0] }) {
          lines.append("  " + quotations.line(relation))
          lines += quotations.quotes(relation.evidence, limit: 2, indent: 4)
        }
      }
    }
    return lines.joined(separator: "\n")
  }
}
