import ArgumentParser
import Dragnet

/// `dragnet rank`
struct RankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "List the entities that matter most by a measure.",
    discussion: """
      States what was measured: unless told otherwise, the undirected network in which an edge joins \
      two entities with at least one relation that is not denied.

      Example:
        dragnet rank network.json --by closeness --types person,group --limit 10
      """)

  @OptionGroup var source: NetworkOptions
  @Option(help: "What to rank by.") var by: Measure = .betweenness
  @Option(help: ArgumentHelp("How many to list.", valueName: "count")) var limit: Int?
  @Flag(help: "Write JSON.") var json = false
  @Flag(help: "Write comma-separated values.") var csv = false
  @OptionGroup(title: "What is measured") var measured: MeasureArguments

  func validate() throws {
    if json && csv { throw ValidationError("--json and --csv exclude each other") }
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1") }
  }

  func run() throws {
    try source.run { network in
      let options = measured.options(for: network)
      let list = try RankedList(
        network, by: by, options: options, threads: source.reading.threads, limit: limit)
      if json {
        try Output.write(try jsonText(list))
      } else if csv {
        try Output.write(list.csv)
      } else {
        try Output.print(list.table)
        Output.note(list.summary)
      }
    }
  }
}
