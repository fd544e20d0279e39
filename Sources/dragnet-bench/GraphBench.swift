import ArgumentParser
import DragnetGraph
import Foundation

/// Times one measure on one edge list, and prints its result so that it can be compared.
struct GraphBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Time a graph measure on an edge list.",
    discussion: """
      Prints {"load": seconds, "call": seconds, "scores": {"0": x, …}}, or "value" for a measure of \
      the whole graph. Measures of edges are keyed by line, counted from 0.
      """)

  @Argument(help: "An edge list: two columns, and lengths in a third for measures that need them.")
  var file: String
  @Option(help: "The measure: \(GraphMeasure.allCases.map(\.rawValue).joined(separator: ", ")).")
  var measure: GraphMeasure
  @Option(help: "Number of threads.") var threads = 1
  @Option(help: "Run the measure so many times and give the time of the fastest.") var repeats = 1
  @Flag(help: "Print JSON (else only the times).") var json = false
  @Flag(help: "Do not use vector paths chosen at run time.") var portable = false

  func run() throws {
    if portable { VectorPath.isPortableOnly = true }
    let clock = ContinuousClock()
    let start = clock.now
    let list: EdgeList
    do {
      list = try EdgeList(path: file, thirdColumn: measure.needsLengths ? .lengths : .ignored)
    } catch {
      throw ValidationError(error.description)
    }
    let loaded = clock.now
    let prepared = measure.prepare(list.graph)
    var fastest = Double.infinity
    var outcome: Outcome?
    for _ in 0..<max(1, repeats) {
      let begun = clock.now
      outcome = try measure.run(on: list.graph, picks: prepared, threads: threads)
      fastest = min(fastest, seconds(clock.now - begun))
    }
    let load = seconds(loaded - start)
    let call = measure == .load ? load : fastest
    guard json else {
      print("load \(load) s, \(measure.rawValue) \(call) s")
      return
    }
    let result = try outcome?.json(graph: list.graph, file: file) ?? ""
    print(
      #"{"load": \#(load), "call": \#(call), \#(result)}"#)
  }

  private func seconds(_ duration: Duration) -> Double {
    let parts = duration.components
    return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
  }
}

/// What a measure gave.
enum Outcome {
  case nodes([Double])
  case edges([Double])
  case marked([Int])
  case list([Double])
  case value(Double)

  /// The part of the JSON object that holds the result.
  func json(graph: Graph, file: String) throws -> String {
    switch self {
    case .nodes(let scores), .list(let scores):
      return scores.indices.map { #""\#($0)": \#(scores[$0])"# }.scoresObject
    case .edges(let scores):
      let edges = try edgesByLine(graph: graph, file: file)
      return edges.indices.map { #""\#($0)": \#(scores[edges[$0]])"# }.scoresObject
    case .marked(let nodes):
      return nodes.map { #""\#($0)": 1"# }.scoresObject
    case .value(let value):
      return
        #""value": \#(value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)")"#
    }
  }

  /// The edge on each line of the file.
  private func edgesByLine(graph: Graph, file: String) throws -> [Int] {
    var edges: [Int] = []
    let text = try String(contentsOfFile: file, encoding: .utf8)
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let ends = line.split(whereSeparator: \.isWhitespace).prefix(2).compactMap { Int($0) }
      guard ends.count == 2, let edge = graph.edge(from: ends[0], to: ends[1]) else { continue }
      edges.append(edge)
    }
    return edges
  }
}

extension Array<String> {
  fileprivate var scoresObject: String { #""scores": {"# + joined(separator: ", ") + "}" }
}
