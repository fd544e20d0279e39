import ArgumentParser
import Dragnet
import DragnetDiagram
import DragnetText
import Foundation

/// `dragnet-bench case`: the rooms of the chain, one after the other.
struct CaseBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case",
    abstract: "Time the chain from documents to map, room by room.",
    discussion: """
      Prints wall milliseconds, the least and the median of the repeats. The tables and weights of \
      the reader are loaded once, before the first repeat.

      Example:
        dragnet-bench case seeds --repeats 9
      """)

  @Argument(help: "Files and folders of documents.") var documents: [String]
  @Option(help: "How often each room is timed.") var repeats = 9
  @Option(help: "How many documents are read at a time.") var threads = 1

  func validate() throws {
    guard repeats > 0 else { throw ValidationError("'--repeats' is 1 or more") }
  }

  func run() throws {
    let (loading, loaded) = time { DocumentLoader().load(documents) }
    guard !loaded.documents.isEmpty else { throw ValidationError("there is nothing to read") }
    let start = ContinuousClock.now
    let investigation = Investigation(reader: try NeuralReader(), threads: threads)
    let tables = milliseconds(ContinuousClock.now - start)
    let (reading, read) = time { investigation.read(loaded.documents).readings }
    let (joining, network) = time { Investigation.makeNetwork(from: read) }
    let (drawing, _) = try time { try network.mapDrawing(title: network.suggestedTitle).svg() }

    let words = read.reduce(0) { $0 + $1.tokens.count }
    print(
      "\(loaded.documents.count) documents, \(words) tokens, \(network.entities.count) entities,",
      "\(network.relations.count) relations; tables and weights loaded in \(shown(tables)) ms")
    row("documents", loading)
    row("reading", reading, "\(Int(Double(words) / (reading[0] / 1000))) tokens a second")
    row("network", joining)
    row("map", drawing)
  }

  /// Milliseconds of each repeat in ascending order, and what the last one made.
  private func time<Made>(_ work: () throws -> Made) rethrows -> ([Double], Made) {
    var start = ContinuousClock.now
    var made = try work()
    var times = [milliseconds(ContinuousClock.now - start)]
    for _ in 1..<repeats {
      start = ContinuousClock.now
      made = try work()
      times.append(milliseconds(ContinuousClock.now - start))
    }
    return (times.sorted(), made)
  }

  private func milliseconds(_ duration: Duration) -> Double { duration / .milliseconds(1) }

  private func row(_ name: String, _ times: [Double], _ note: String = "") {
    let padded = name + String(repeating: " ", count: max(0, 12 - name.count))
    print("\(padded)\(shown(times[0])) ms, median \(shown(times[times.count / 2])) ms  \(note)")
  }

  private func shown(_ number: Double) -> String { String(format: "%.2f", number) }
}
