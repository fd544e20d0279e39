import DragnetDiagram

/// Folds nodes that are alike, of one kind and with the same lines to the same others, into one with
/// a count.
struct LookAlikes {
  /// Fewer are drawn one by one.
  static let fewest = 3

  private(set) var nodes: [Diagram.Node]
  private(set) var lines: [Diagram.Line]
  /// How many nodes were folded, into how many.
  private(set) var folded = (nodes: 0, into: 0)

  init(nodes: [Diagram.Node], lines: [Diagram.Line], plural: (String) -> String) {
    self.nodes = nodes
    self.lines = lines
    struct Tie: Hashable, Comparable {
      let other: String
      let words: String
      static func < (a: Tie, b: Tie) -> Bool { (a.other, a.words) < (b.other, b.words) }
    }
    var ties: [String: [Tie]] = [:]
    for line in lines {
      let words = line.labels.map(\.text).joined(separator: "|") + line.dash.rawValue
      let backward: Diagram.Direction =
        line.direction == .forward
        ? .backward : line.direction == .backward ? .forward : line.direction
      ties[line.from, default: []].append(
        Tie(other: line.to, words: words + line.direction.rawValue))
      ties[line.to, default: []].append(
        Tie(other: line.from, words: words + backward.rawValue))
    }
    struct Key: Hashable {
      let kind: String
      let ties: [Tie]
    }
    let groups = Dictionary(grouping: nodes.filter { !$0.isMarked && ties[$0.id] != nil }) { node in
      Key(kind: node.kind, ties: (ties[node.id] ?? []).sorted())
    }.values.filter { $0.count >= LookAlikes.fewest }
      .map { $0.sorted { ($1.size, $0.label, $0.id) < ($0.size, $1.label, $1.id) } }
      .sorted { $0[0].id < $1[0].id }
    for group in groups { fold(group, plural(group[0].kind)) }
  }

  private mutating func fold(_ group: [Diagram.Node], _ plural: String) {
    let gone = Set(group.map(\.id))
    let id = "alike-" + group[0].id
    var node = group[0]
    node.id = id
    node.label = "\(group.count) \(plural)"
    let names = group.map(\.label)
    node.detail = listed(names.count > 4 ? names.prefix(3) + ["\(names.count - 3) more"] : names)
    node.tooltip = names.joined(separator: "\n")
    node.link = nil
    node.emphasis = .strong
    node.classes.append("folded")
    nodes = nodes.filter { !gone.contains($0.id) } + [node]
    var kept: [Diagram.Line] = []
    var others: [String: Int] = [:]
    for line in lines {
      let other = gone.contains(line.from) ? line.to : gone.contains(line.to) ? line.from : nil
      guard let other else {
        kept.append(line)
        continue
      }
      if let place = others[other] {
        kept[place].width = max(kept[place].width, line.width)
        continue
      }
      var line = line
      line.id = id + "--" + other
      line.link = nil
      if line.to == other { line.from = id } else { line.to = id }
      others[other] = kept.count
      kept.append(line)
    }
    lines = kept
    folded = (folded.nodes + group.count, folded.into + 1)
  }
}
