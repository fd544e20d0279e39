import ArgumentParser
import Dragnet
import Foundation

/// The network a command works on.
struct NetworkOptions: ParsableArguments {
  @Argument(
    help: """
      A network.json, a folder that holds one, or a folder of documents. '-' is a network.json on \
      standard input.
      """,
    completion: .file())
  var network: String

  @OptionGroup(title: "Reading, when NETWORK is a folder of documents") var reading: ReadingOptions

  /// The network, and how many documents could not be read on the way to it.
  func load() throws -> (network: Network, failureCount: Int) {
    if network == "-" {
      let data = try InputFile(path: "-").read()
      return (try Network(jsonData: data, file: "standard input"), 0)
    }
    guard let kind = fileKind(network) else {
      throw Failure("\(network): there is no such file or folder")
    }
    guard kind == .typeDirectory else {
      return (try Network(jsonData: try InputFile(path: network).read(), file: network), 0)
    }
    let inside = OutputFolder.join(network, "network.json")
    if fileKind(inside) != nil {
      return (try Network(jsonData: try InputFile(path: inside).read(), file: inside), 0)
    }
    let read = try reading.read(reading.loader.load([network]))
    return (Investigation.makeNetwork(from: read.readings), read.failureCount)
  }

  /// Does something with the network; ends with status 1 when a document could not be read.
  func run(_ body: (Network) throws -> Void) throws {
    let (network, failureCount) = try load()
    try body(network)
    if failureCount > 0 { throw ExitCode.failure }
  }
}
