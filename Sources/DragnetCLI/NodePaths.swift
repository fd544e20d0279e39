import Dragnet
import DragnetGraph

/// The paths between two nodes of an edge list as they are shown.
struct NodePaths: Encodable {
  struct Row: Encodable {
    let length: Double
    let nodes: [String]
  }

  let from: String
  let to: String
  let directed: Bool
  let measured: String
  let paths: [Row]

  /// The shortest paths, up to ten; or as many as asked for, longer ones too.
  init(_ edges: EdgeList, from: String, to: String, metric: Metric, limit: Int?) throws {
    let (start, end) = (try edges.wantedNode(from), try edges.wantedNode(to))
    guard start != end else { throw Failure("'\(from)' and '\(to)' are the same node") }
    let graph = edges.graph
    let found = try graph.shortestSimplePaths(
      from: start, to: end, count: limit ?? PathCommand.shortestPaths, by: metric)
    let rows = try found.map { path in
      Row(
        length: try graph.length(of: path, by: metric), nodes: path.nodes.map(edges.name(of:)))
    }
    let shortest = (rows.first?.length ?? 0) * (1 + 1e-10)
    self.from = edges.name(of: start)
    self.to = edges.name(of: end)
    directed = graph.isDirected
    measured = metric.rawValue
    paths = limit == nil ? rows.filter { $0.length <= shortest } : rows
  }

  /// The paths for people to read.
  var text: String {
    guard !paths.isEmpty else {
      return "No path leads from \(singleLine(from)) to \(singleLine(to))."
    }
    let lines = paths.map { path in
      let names = path.nodes.map { Output.strong(singleLine($0)) }
      return "\(scoreText(path.length))  " + names.joined(separator: " – ")
    }
    let count = paths.count == 1 ? "One path" : "\(paths.count) paths"
    return "\(count), measured in \(measured)\n\n" + lines.joined(separator: "\n")
  }
}

extension EdgeList {
  /// The node with a name, or the only one that has it but for case.
  fileprivate func wantedNode(_ name: String) throws(Failure) -> Int {
    if let node = node(named: name) { return node }
    guard let names else {
      throw Failure("no node is called '\(name)'; the nodes are 0 to \(graph.nodeCount - 1)")
    }
    let wanted = name.lowercased()
    let near = names.indices.filter { names[$0].lowercased().contains(wanted) }
    let same = near.filter { names[$0].lowercased() == wanted }
    if same.count == 1 { return same[0] }
    let some = (same.isEmpty ? near : same).prefix(5).map { "'\(names[$0])'" }
    throw Failure(
      "no node is called '\(name)'"
        + (some.isEmpty ? "" : "; near it: " + some.joined(separator: ", ")))
  }
}
