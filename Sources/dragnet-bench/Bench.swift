import ArgumentParser

@main struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dragnet-bench", abstract: "Times the parts of Dragnet, and scores its reading.",
    subcommands: [
      CaseBench.self, ArchiveBench.self, GraphBench.self, SegmentationBench.self, ReadBench.self,
    ])
}
