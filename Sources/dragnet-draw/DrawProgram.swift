import CGraphviz
import DragnetDiagram
import Foundation

/// `dragnet-draw [--seconds N] [--megabytes N]`: draws one diagram and ends.
///
/// Reads a request as JSON from standard input and writes the drawing to standard output. Not meant for
/// people: the library starts it for drawings with a limit, so that one that takes too much can be ended
/// without harm to the rest.
@main enum DrawProgram {
  static func main() {
    do {
      try limit(CommandLine.arguments.dropFirst())
      let input = try FileHandle.standardInput.readToEnd() ?? Data()
      let request = try JSONDecoder().decode(DrawingRequest.self, from: input)
      try FileHandle.standardOutput.write(contentsOf: Data(try request.answer()))
    } catch {
      let words = (try? JSONEncoder().encode(Failure(error))) ?? Data("\(error)".utf8)
      try? FileHandle.standardError.write(contentsOf: words)
      exit(1)
    }
  }

  private static func limit(_ arguments: ArraySlice<String>) throws {
    var rest = arguments
    var (seconds, megabytes) = (0, 0)
    while let name = rest.popFirst() {
      guard let value = rest.popFirst().flatMap(Int.init), (1...1_000_000).contains(value) else {
        throw Usage()
      }
      switch name {
      case "--seconds": seconds = value
      case "--megabytes": megabytes = value
      default: throw Usage()
      }
    }
    guard dragnet_gv_limit(Int32(seconds), Int32(megabytes)) == 0 else { throw Usage() }
  }

  private struct Usage: Error, CustomStringConvertible {
    let description =
      "usage: dragnet-draw [--seconds N] [--megabytes N] < request.json, N from 1 to 1,000,000"
  }
}
