import DragnetDiagram
import Foundation

/// The same nodes and lines drawn by a program of Graphviz with its own defaults.
final class Rival {
  /// Its name.
  let program: String
  /// Where it put the nodes, in the order of the diagram.
  private(set) var boxes: [Box] = []
  /// Its lines as drawn, as chains of straight stretches, in its own order.
  private(set) var chains: [[Point]] = []
  private let folder: URL

  /// Nil where the program is not installed.
  init?(_ diagram: Diagram, drawing: Drawing) throws {
    program = drawing.layout.rawValue
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("dragnet-bench-\(UUID().uuidString)")
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/" + program) else { return nil }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(Rival.dot(diagram, drawing).utf8).write(to: folder.appendingPathComponent("graph"))
    try Data("digraph { a }".utf8).write(to: folder.appendingPathComponent("one"))
    var places: [String: Box] = [:]
    for line in try draw("graph", as: "plain").output.split(separator: "\n") {
      let parts = line.split(separator: " ")
      if parts.first == "edge", parts.count > 4, let count = Int(parts[3]) {
        let numbers = parts.dropFirst(4).prefix(2 * count).compactMap { Double($0) }
        chains.append(Rival.chain(numbers))
      }
      guard parts.first == "node", parts.count > 5 else { continue }
      let numbers = parts[2...5].compactMap { Double($0) }.map { $0 * 72 }
      guard numbers.count == 4 else { continue }
      places[String(parts[1])] = Box(
        center: Point(x: numbers[0], y: numbers[1]), width: numbers[2], height: numbers[3])
    }
    boxes = diagram.nodes.indices.compactMap { places["n\($0)"] }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Processor seconds of one run that draws the diagram as SVG, start of the program included.
  func timeSVG() throws -> Double { try draw("graph", as: "svg").seconds }

  /// Processor seconds of one run on a graph of a single node: what the program takes to start.
  func timeStart() throws -> Double { try draw("one", as: "svg").seconds }

  private func draw(_ input: String, as format: String) throws -> (seconds: Double, output: String)
  {
    let output = folder.appendingPathComponent("output")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/" + program)
    process.arguments = ["-T" + format, folder.appendingPathComponent(input).path]
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    let start = ProcessorTime.children
    try process.run()
    process.waitUntilExit()
    return (ProcessorTime.children - start, try String(contentsOf: output, encoding: .utf8))
  }

  /// The chain of a Bézier curve given by the coordinates of its points, in inches.
  private static func chain(_ numbers: [Double]) -> [Point] {
    let points = stride(from: 0, to: numbers.count - 1, by: 2).map {
      Point(x: numbers[$0] * 72, y: numbers[$0 + 1] * 72)
    }
    guard var last = points.first else { return [] }
    var chain = [last]
    for start in stride(from: 0, to: points.count - 3, by: 3) {
      let (a, b, c) = (points[start + 1], points[start + 2], points[start + 3])
      for step in 1...8 {
        let t = Double(step) / 8
        let s = 1 - t
        func mixed(_ p: Double, _ q: Double, _ r: Double, _ u: Double) -> Double {
          p * s * s * s + q * 3 * s * s * t + r * 3 * s * t * t + u * t * t * t
        }
        chain.append(Point(x: mixed(last.x, a.x, b.x, c.x), y: mixed(last.y, a.y, b.y, c.y)))
      }
      last = c
    }
    return chain
  }

  /// Boxes as large as ours, with the same words, and lines with theirs, in the order of the diagram.
  private static func dot(_ diagram: Diagram, _ drawing: Drawing) -> String {
    let sizes = Dictionary(uniqueKeysWithValues: drawing.nodes.map { ($0.id, $0.box) })
    var index: [String: Int] = [:]
    func quoted(_ text: String) -> String {
      "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
    var text =
      "digraph g {\n node [shape=box fixedsize=true fontname=\"Liberation Sans\" fontsize=11]\n"
    text += " edge [fontname=\"Liberation Sans\" fontsize=9]\n"
    for (place, node) in diagram.nodes.enumerated() {
      index[node.id] = place
      let box = sizes[node.id] ?? Box(center: Point(x: 0, y: 0), width: 50, height: 26)
      text +=
        " n\(place) [width=\(box.width / 72) height=\(box.height / 72) label=\(quoted(box.width > 40 ? node.label : ""))]\n"
    }
    for line in diagram.lines {
      guard let from = index[line.from], let to = index[line.to] else { continue }
      let words = line.labels.map(\.text).joined(separator: "\n")
      text += " n\(from) -> n\(to)" + (words.isEmpty ? "\n" : " [label=\(quoted(words))]\n")
    }
    // dot draws clusters as boxes, as ours does.
    for (place, cluster) in diagram.clusters.enumerated() where drawing.layout == .dot {
      let members = cluster.nodes.compactMap { index[$0] }.map { "n\($0)" }
      text += " subgraph cluster\(place) { label=\(quoted(cluster.label)) "
      text += members.joined(separator: "; ") + " }\n"
    }
    return text + "}\n"
  }
}

/// How tidy a placement is; lower is better everywhere.
struct Tidy: CustomStringConvertible {
  let description: String

  /// Of our drawing, its lines as drawn.
  init(_ drawing: Drawing, _ diagram: Diagram) {
    let counts = drawing.tidiness()
    let places = Dictionary(uniqueKeysWithValues: drawing.nodes.map { ($0.id, $0.box) })
    let boxes = diagram.nodes.compactMap { places[$0.id] }
    description =
      "\(counts.nodeOverlaps) nodes on nodes, \(counts.labelOverlaps) labels on something, "
      + "\(counts.droppedLabels) labels left out, \(counts.crossings) crossings "
      + "(\(Tidy.straightCrossings(boxes, diagram)) of straight lines), "
      + String(format: "stretch %.3f", Tidy.stretch(boxes, diagram))
  }

  /// Of a rival's drawing, its labels in the middle between the nodes.
  init(_ rival: Rival, _ diagram: Diagram) {
    let boxes = rival.boxes
    let index = Dictionary(uniqueKeysWithValues: diagram.nodes.enumerated().map { ($1.id, $0) })
    let ends = diagram.lines.map { (index[$0.from] ?? 0, index[$0.to] ?? 0) }
    func overlap(_ a: Box, _ b: Box) -> Bool {
      abs(a.center.x - b.center.x) * 2 < a.width + b.width - 1
        && abs(a.center.y - b.center.y) * 2 < a.height + b.height - 1
    }
    var nodes = 0
    for a in boxes.indices {
      for b in boxes.indices where b > a && overlap(boxes[a], boxes[b]) { nodes += 1 }
    }
    let labels = diagram.lines.indices.compactMap { line -> Box? in
      guard let longest = diagram.lines[line].labels.map(\.text.count).max(), longest > 0 else {
        return nil
      }
      let (a, b) = (boxes[ends[line].0].center, boxes[ends[line].1].center)
      return Box(
        center: Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2), width: 4.5 * Double(longest),
        height: 11)
    }
    let touching = labels.indices.count { own in
      boxes.contains { overlap($0, labels[own]) }
        || labels.indices.contains { $0 != own && overlap(labels[$0], labels[own]) }
    }
    let chains = rival.chains
    var crossings = 0
    for a in chains.indices {
      for b in chains.indices where b > a && Tidy.cross(chains[a], chains[b]) { crossings += 1 }
    }
    description =
      "\(nodes) nodes on nodes, \(touching) labels on something, 0 labels left out, "
      + "\(crossings) crossings (\(Tidy.straightCrossings(boxes, diagram)) of straight lines), "
      + String(format: "stretch %.3f", Tidy.stretch(boxes, diagram))
  }

  /// Crossings of straight lines between the middles of nodes: lines as drawn end at the rims, so that
  /// nodes which lie on each other hide crossings.
  private static func straightCrossings(_ boxes: [Box], _ diagram: Diagram) -> Int {
    let index = Dictionary(uniqueKeysWithValues: diagram.nodes.enumerated().map { ($1.id, $0) })
    let chains = diagram.lines.map { line in
      [line.from, line.to].compactMap { index[$0] }.map { boxes[$0].center }
    }
    return chains.indices.reduce(0) { sum, a in
      sum + chains.indices.dropFirst(a + 1).count { cross(chains[a], chains[$0]) }
    }
  }

  private static func cross(_ a: [Point], _ b: [Point]) -> Bool {
    func side(_ a: Point, _ b: Point, _ c: Point) -> Double {
      (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }
    return zip(a, a.dropFirst()).contains { p, q in
      zip(b, b.dropFirst()).contains { r, s in
        side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0
      }
    }
  }

  /// How far distances on the page are from distances along lines: the mean over pairs of
  /// ((s·|p − q| − d) / d)², with the scale *s* that makes it least (Kamada and Kawai's energy).
  private static func stretch(_ boxes: [Box], _ diagram: Diagram) -> Double {
    let index = Dictionary(uniqueKeysWithValues: diagram.nodes.enumerated().map { ($1.id, $0) })
    var neighbors = [[Int]](repeating: [], count: boxes.count)
    for line in diagram.lines {
      guard let a = index[line.from], let b = index[line.to] else { continue }
      neighbors[a].append(b)
      neighbors[b].append(a)
    }
    var (squares, products, count) = (0.0, 0.0, 0.0)
    for start in boxes.indices {
      var distance = [Int](repeating: -1, count: boxes.count)
      distance[start] = 0
      var queue = [start]
      var head = 0
      while head < queue.count {
        let node = queue[head]
        head += 1
        for next in neighbors[node] where distance[next] < 0 {
          distance[next] = distance[node] + 1
          queue.append(next)
        }
      }
      for end in boxes.indices where end > start && distance[end] > 0 {
        let (dx, dy) = (
          boxes[start].center.x - boxes[end].center.x, boxes[start].center.y - boxes[end].center.y
        )
        let share = (dx * dx + dy * dy).squareRoot() / Double(distance[end])
        squares += share * share
        products += share
        count += 1
      }
    }
    guard squares > 0 else { return 0 }
    // Least at s = Σ share / Σ share².
    return (count - products * products / squares) / count
  }
}

extension Diagram {
  /// Communities of about fifty with more lines within than between, from a fixed seed.
  static func generated(nodeCount: Int) -> Diagram {
    var state: UInt64 = 42
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let side = nodeCount > 10_000 ? 1_000 : nodeCount > 500 ? 150 : 15
    var diagram = Diagram(title: "\(nodeCount) nodes")
    var ends: [[Int]] = []
    var degrees = [Int](repeating: 0, count: nodeCount)
    for index in 0..<nodeCount {
      let home = index / side
      if home == ends.count { ends.append([]) }
      for _ in 0..<(index % 3 == 0 ? 2 : 1) where index > 0 {
        let stays = !ends[home].isEmpty && random(8) > 0
        let other = stays ? ends[home][random(ends[home].count)] : random(index)
        degrees[index] += 1
        degrees[other] += 1
        ends[home].append(other / side == home ? other : index)
        diagram.lines.append(
          Line(
            id: "l\(diagram.lines.count)", from: "n\(index)", to: "n\(other)", family: "contact",
            labels: nodeCount <= 200 ? [.init(["met", "paid", "works for"][random(3)])] : [],
            width: 1 + Double(random(3))))
      }
      ends[home].append(index)
    }
    let most = Double(max(degrees.max() ?? 1, 1))
    diagram.nodes = (0..<nodeCount).map {
      Node(
        id: "n\($0)", kind: ["person", "organization", "agency", "place"][$0 % 4],
        label: "Entity \($0)", size: (Double(degrees[$0]) / most).squareRoot())
    }
    if nodeCount > 200 {
      diagram.clusters = ends.indices.map { cluster in
        Cluster(
          id: "c\(cluster)", label: "Community \(cluster + 1)",
          nodes: (cluster * side..<min((cluster + 1) * side, nodeCount)).map { "n\($0)" })
      }
    }
    return diagram
  }
}
