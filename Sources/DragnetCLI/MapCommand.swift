import ArgumentParser
import Dragnet
import Foundation

/// `dragnet map`
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Turn documents into a network, its map, its rankings and a report.",
    discussion: """
      Writes network.json, map.svg, rankings.csv, conflicts.csv, entities.csv, relations.csv, \
      evidence.csv and report.html, and prints the ranking. The same documents give the same bytes.

      Example:
        dragnet map articles/ press-release.pdf -o case/
      """)

  @OptionGroup var source: DocumentOptions
  @OptionGroup(title: "The case") var known: CaseOptions
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("The folder to write into; made if it is not there.", valueName: "folder"),
    completion: .directory)
  var output: String
  @Option(
    help: ArgumentHelp(
      "Take what 'extract --readings' wrote, in any order. '-' is standard input.",
      valueName: "file"),
    completion: .file())
  var fromReadings: [String] = []
  @Option(help: "The headline of map and report.") var title: String?

  func validate() throws {
    if source.documents.isEmpty && fromReadings.isEmpty {
      throw ValidationError("give documents, or readings with --from-readings")
    }
    if !source.documents.isEmpty && !fromReadings.isEmpty {
      throw ValidationError("give either documents or --from-readings")
    }
  }

  func run() throws {
    let folder = try OutputFolder(output)
    let read = try fromReadings.isEmpty ? source.read(excluding: folder) : readBack()
    let network = try known.makeNetwork(from: read.readings)
    let made = try NetworkFiles(network, title: title)
    for file in made.files { try folder.file(file.name).write(file.contents) }
    try Output.print(try summary(of: network))
    let names = made.files.map(\.name).joined(separator: ", ")
    Output.note("wrote to \(output): \(names)")
    if let error = made.drawingError {
      throw Failure("the map could not be drawn: \(error)")
    }
    try read.endIfAnyFailed()
  }

  private func readBack() throws -> ReadDocuments {
    var result = ReadDocuments(readings: [], failureCount: 0)
    for file in fromReadings {
      let (readings, failures) = try InputFile(path: file).readings()
      for failure in failures { Output.note("dragnet: \(failure)") }
      result.readings += readings
      result.failureCount += failures.count
    }
    guard !result.readings.isEmpty else { throw Failure("there is no reading to work on") }
    return result
  }

  /// The highest ranked entities, what was measured, and how many questions stand open.
  private func summary(of network: Network) throws -> String {
    let list = try RankedList(
      network, by: .betweenness, options: MeasureOptions(), threads: source.reading.threads,
      limit: 15)
    let open = network.conflicts.count { $0.verdict.isConflict }
    let dissolved = network.conflicts.count - open
    let conflicts =
      network.conflicts.isEmpty
      ? "conflicts: no values were found that differ"
      : "conflicts: \(open) standing, \(dissolved) explained; see conflicts.csv"
    return "\(list.table)\n\n\(list.summary)\n\(conflicts)"
  }
}
