import ArgumentParser
import Dragnet
import Foundation

/// `dragnet extract`
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Turn documents into a network.json, or into readings.",
    discussion: """
      A reading holds one document and what was found in it. Readings made on many machines can be \
      joined with 'dragnet map --from-readings', in any order.

      Example:
        dragnet extract articles/ > network.json
        dragnet extract articles/ --readings > readings.jsonl
      """)

  @OptionGroup var source: DocumentOptions
  @OptionGroup(title: "The case") var known: CaseOptions
  @Flag(help: "Write one reading a line, as JSON, in place of the network.") var readings = false
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write to this file, not to standard output.", valueName: "file"),
    completion: .file())
  var output = "-"

  func validate() throws {
    if source.documents.isEmpty { throw ValidationError("give files or folders, or '-'") }
    if readings && !known.isEmpty {
      throw ValidationError("a reading is of one document; give --judgements and --grades to map")
    }
  }

  func run() throws {
    let read = try source.read()
    let file = OutputFile(path: output)
    if readings {
      try file.write(try read.readings.reduce(into: Data()) { $0 += try ReadingLines.line($1) })
    } else {
      try file.write(try known.makeNetwork(from: read.readings).jsonData())
    }
    try read.endIfAnyFailed()
  }
}
