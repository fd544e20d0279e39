import ArgumentParser
import Dragnet

/// The program: one subcommand for each thing a user wants.
@main struct DragnetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dragnet",
    abstract: "Maps who did what to whom in news articles.",
    discussion: """
      Reads what was written about a case, works out who is who and where the texts contradict each \
      other, and makes maps, rankings and reports of it. Every line leads back to a sentence.

      Example:
        dragnet map articles/ -o case/
        dragnet rank case/network.json --by pagerank
      """,
    version: Network.Stamp.current.version,
    subcommands: [
      MapCommand.self, ExtractCommand.self, ShowCommand.self, RankCommand.self, PathCommand.self,
      DrawCommand.self, ConflictsCommand.self, JudgementsCommand.self, ReadCommand.self,
      ReportCommand.self, PandocCommand.self,
    ])

  /// Runs the program. A failure is one message on standard error and status 1; wrong usage is 64.
  static func main() {
    Output.ignoreClosedPipes()
    do {
      var command = try parseAsRoot()
      // What ArgumentParser itself runs (help, completions) ends by throwing.
      let isOurs = configuration.subcommands.contains { $0 == type(of: command) }
      do {
        try command.run()
      } catch let error where isOurs && !(error is ValidationError || error is ExitCode) {
        Output.note("dragnet: \(error)")
        throw ExitCode.failure
      }
    } catch {
      exit(withError: error)
    }
  }
}

/// Why a command could not do what it was asked, in words for the one who asked.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
