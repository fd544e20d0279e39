import ArgumentParser
import Dragnet
import Foundation

/// The network a command works on.
struct NetworkOptions: ParsableArguments {
  @Argument(
    help: """
      A network.json, a folder that holds one, or a folder of documents; for rank and path also an \
      edge list (.tsv, .csv, .txt, .edges, or gzip). '-' is standard input.
      """,
    completion: .file())
  var network: String

  @OptionGroup(title: "Reading, when NETWORK is a folder of documents") var reading: ReadingOptions

  @OptionGroup(title: "The case, when NETWORK is a folder of documents") var known: CaseOptions

  /// The network, and how many documents could not be read on the way to it.
  func load() throws -> (network: Network, failureCount: Int) {
    try load(NetworkFile(path: network))
  }

  private func load(_ file: NetworkFile) throws -> (network: Network, failureCount: Int) {
    switch file {
    case .json(let data, let name):
      try known.refuseForNetwork(name)
      return (try Network(jsonData: data, file: name), 0)
    case .edges(let file):
      throw Failure(
        "\(file.name) is an edge list, or no network at all; only rank and path read edge lists")
    case .folder: break
    }
    let inside = OutputFolder.join(network, "network.json")
    if fileKind(inside) != nil {
      try known.refuseForNetwork(inside)
      return (try Network(jsonData: try InputFile(path: inside).read(), file: inside), 0)
    }
    let read = try reading.read(reading.loader.load([network]))
    return (try known.makeNetwork(from: read.readings), read.failureCount)
  }

  /// Does something with the network; ends with status 1 when a document could not be read.
  func run(_ body: (Network) throws -> Void) throws { try run(NetworkFile(path: network), body) }

  /// Does something with the edge list that NETWORK is, or else with the network.
  func run(
    edges: (NetworkFile.Edges) throws -> Void, network body: (Network) throws -> Void
  ) throws {
    let file = try NetworkFile(path: network)
    if case .edges(let list) = file {
      try known.refuseForNetwork(list.name)
      return try edges(list)
    }
    try run(file, body)
  }

  private func run(_ file: NetworkFile, _ body: (Network) throws -> Void) throws {
    let (network, failureCount) = try load(file)
    try body(network)
    if failureCount > 0 { throw ExitCode.failure }
  }
}
