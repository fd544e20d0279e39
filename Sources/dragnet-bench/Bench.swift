import ArgumentParser

@main struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dragnet-bench", abstract: "Times the parts of Dragnet.",
    subcommands: [CaseBench.self, GraphBench.self, DiagramBench.self])
}
