import ArgumentParser
import Dragnet
import DragnetGraph

/// How a text edge list is read.
struct EdgeListOptions: ParsableArguments {
  @Flag(help: "The third column holds lengths: smaller is nearer. Paths are measured by them.")
  var lengths = false

  @Flag(
    help: """
      The third column holds strengths: larger is closer. In a network of entities, count the \
      origins behind each edge.
      """)
  var strengths = false

  @Flag(help: "Nodes are called by words even where they look like numbers: telephone numbers.")
  var words = false

  func validate() throws {
    if lengths && strengths {
      throw ValidationError("--lengths and --strengths exclude each other")
    }
  }

  /// What paths are measured by.
  var metric: Metric { lengths ? .lengths : .hops }

  /// Reads an edge list and says on standard error what was read.
  func read(_ file: NetworkFile.Edges, isDirected: Bool) throws -> EdgeList {
    let column: EdgeList.ThirdColumn = lengths ? .lengths : strengths ? .strengths : .ignored
    let names: EdgeList.Names = words ? .words : .automatic
    let list =
      if let bytes = file.bytes {
        try EdgeList(
          bytes: bytes, name: file.name, directed: isDirected, thirdColumn: column, names: names)
      } else {
        try EdgeList(
          path: file.name, directed: isDirected, thirdColumn: column, names: names)
      }
    Output.note("\(file.name): \(list.graph.contents)")
    guard list.graph.edgeCount > 0 else {
      throw Failure("\(file.name): no line joins two nodes; there is nothing to measure")
    }
    return list
  }

  /// Refuses what only an edge list has.
  func refuseForNetwork() throws {
    if lengths { throw ValidationError("--lengths is for edge lists; a network has no lengths") }
    if words { throw ValidationError("--words is for edge lists") }
  }

  /// Says on standard error when a measure leaves lengths or strengths out of account.
  func noteWhatIsUnused(by measure: Measure) {
    if lengths && !measure.knowsLengths {
      Output.note("dragnet: \(measure.rawValue) does not look at lengths")
    }
    if strengths && !measure.knowsStrengths {
      Output.note("dragnet: \(measure.rawValue) does not look at strengths")
    }
  }
}

extension Graph {
  /// How many nodes and edges there are, and what was merged and dropped, in words.
  var contents: String {
    func count(_ number: Int, _ one: String, _ many: String) -> String {
      "\(number) \(number == 1 ? one : many)"
    }
    var text =
      count(nodeCount, "node", "nodes") + ", " + count(edgeCount, "edge", "edges")
      + (isDirected ? " (directed)" : " (undirected)")
    if parallelEdgeCount > 0 {
      text += ", " + count(parallelEdgeCount, "parallel edge", "parallel edges") + " merged"
    }
    if selfLoopCount > 0 {
      text += ", " + count(selfLoopCount, "self-loop", "self-loops") + " left out"
    }
    return text
  }
}
