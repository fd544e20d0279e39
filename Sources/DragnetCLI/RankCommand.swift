import ArgumentParser
import Dragnet

/// `dragnet rank`
struct RankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "List the entities, or the nodes of an edge list, that matter most by a measure.",
    discussion: """
      States what was measured: unless told otherwise, the undirected network in which an edge joins \
      two entities with at least one relation that is not denied. An edge list is undirected unless \
      --directed; names that are all non-negative integers mean the nodes 0 to the largest.

      Example:
        dragnet rank network.json --by closeness --types person,group --limit 10
        dragnet rank calls.csv --by betweenness --limit 20
      """)

  @OptionGroup var source: NetworkOptions
  @Option(help: "What to rank by.") var by: Measure = .betweenness
  @Option(
    help: ArgumentHelp(
      "How many to list; by default all, of the table of an edge list the first \(tableRows).",
      valueName: "count"))
  var limit: Int?
  @Flag(help: "Write JSON.") var json = false
  @Flag(help: "Write comma-separated values.") var csv = false
  @OptionGroup(title: "What is measured") var measured: MeasureArguments
  @OptionGroup(title: "Reading, when NETWORK is an edge list") var edgeList: EdgeListOptions

  private static let tableRows = 100

  func validate() throws {
    if json && csv { throw ValidationError("--json and --csv exclude each other") }
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1") }
  }

  func run() throws { try source.run(edges: rankNodes, network: rankEntities) }

  private func rankEntities(of network: Network) throws {
    try edgeList.refuseForNetwork()
    edgeList.noteWhatIsUnused(by: by)
    let list = try RankedList(
      network, by: by, options: measured.options(for: network), useStrengths: edgeList.strengths,
      threads: source.reading.threads, limit: limit)
    if json {
      try Output.write(try jsonText(list))
    } else if csv {
      try Output.write(list.csv)
    } else {
      try Output.print(list.table)
      Output.note(list.summary)
    }
  }

  private func rankNodes(of file: NetworkFile.Edges) throws {
    try measured.refuseForEdgeList()
    if by.needsStrengths && !edgeList.strengths {
      throw ValidationError("--by \(by.rawValue) of an edge list needs --strengths")
    }
    edgeList.noteWhatIsUnused(by: by)
    let edges = try edgeList.read(file, isDirected: measured.directed)
    let ranking = try edges.graph.ranking(
      by: by, metric: edgeList.metric, useStrengths: edgeList.strengths,
      threads: source.reading.threads, progress: Progress.handler("measuring"))
    let isTable = !json && !csv
    let list = RankedNodes(
      edges, measure: by, places: ranking, limit: limit ?? (isTable ? Self.tableRows : nil))
    if json {
      try Output.write(list.json)
    } else if csv {
      try Output.write(list.csv)
    } else {
      try Output.print(list.table)
      Output.note(list.summary)
    }
  }
}
