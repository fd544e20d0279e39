import Dragnet
import DragnetGraph

/// A ranking of the nodes of an edge list as it is shown.
struct RankedNodes {
  private let edges: EdgeList
  private let measure: Measure
  private let count: Int
  private let places: ArraySlice<RankedNode>

  init(_ edges: EdgeList, measure: Measure, places: [RankedNode], limit: Int?) {
    self.edges = edges
    self.measure = measure
    count = places.count
    self.places = places.prefix(limit ?? places.count)
  }

  /// The ranking for people to read.
  var table: String {
    var table = TextTable([
      .init("rank", isNumber: true), .init("node"), .init(measure.rawValue, isNumber: true),
    ])
    for place in places {
      table.add([String(place.rank), edges.name(of: place.node), digits(place.score)])
    }
    return table.text
  }

  /// What was ranked, how much of it is shown, and how many have no score.
  var summary: String {
    let shown = places.count < count ? "the first \(places.count) of \(count) nodes" : "all nodes"
    let undefined = edges.graph.nodeCount - count
    return "\(measure.rawValue): \(shown)"
      + (undefined > 0 ? ", \(undefined) without a score left out" : "")
  }

  /// The ranking for programs.
  var csv: String {
    var table = CSVTable(header: ["rank", "node", measure.rawValue])
    for place in places {
      table.append([
        .number(Double(place.rank)), .text(edges.name(of: place.node)), .number(place.score),
      ])
    }
    return table.text
  }

  /// The ranking for programs, a line for each node. Written by hand: there may be millions.
  var json: String {
    let graph = edges.graph
    var text = """
      {
        "measure" : "\(measure.rawValue)",
        "nodes" : \(graph.nodeCount),
        "edges" : \(graph.edgeCount),
        "directed" : \(graph.isDirected),
        "parallel_edges_merged" : \(graph.parallelEdgeCount),
        "self_loops_left_out" : \(graph.selfLoopCount),
        "ranking" : [

      """
    var separator = "    "
    for place in places {
      text += separator
      text += "{\"node\" : \(quoted(edges.name(of: place.node))), \"rank\" : \(place.rank), "
      text += "\"score\" : \(place.score)}"
      separator = ",\n    "
    }
    return text + "\n  ]\n}\n"
  }

  /// Three decimals, or four digits of what is smaller.
  private func digits(_ score: Double) -> String {
    guard score != 0, abs(score) < 0.1 else { return scoreText(score) }
    var scale = 1.0
    while abs(score) * scale < 1000 { scale *= 10 }
    return String((score * scale).rounded() / scale)
  }
}

/// A text as a string of JSON.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\":
      result += "\\"
      result.unicodeScalars.append(scalar)
    case "\u{0}"..."\u{1F}":
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
