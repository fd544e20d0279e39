internal import CGraphviz
import Foundation
import Synchronization

/// The door to Graphviz, which keeps its state in globals: one caller at a time, on a thread with a
/// deep stack, with one context for the life of the process (each new one leaks).
enum Graphviz {
  /// Its layouts recurse as deep as the longest path.
  private static let stackSize = 64 << 20
  /// Held from the start of a piece of work to its end.
  private static let door = Mutex(())
  /// What Graphviz reported during the piece of work, in its own words.
  fileprivate static let report = Mutex("")

  /// Runs a piece of work alone, and throws what Graphviz reported during it as an error.
  static func run<Result: Sendable>(
    _ work: @escaping @Sendable () -> Result
  ) throws(DrawingError) -> Result {
    let outcome: (Result?, String) = door.withLock { _ in
      report.withLock { $0 = "" }
      let result = Mutex<Result?>(nil)
      let done = DispatchSemaphore(value: 0)
      let thread = Thread {
        _ = unsafe context
        agreseterrors()
        result.withLock { $0 = work() }
        done.signal()
      }
      thread.stackSize = stackSize
      thread.start()
      done.wait()
      return (result.withLock { $0 }, report.withLock { $0 })
    }
    if let words = errors(in: outcome.1) { throw .graphviz(words) }
    guard let result = outcome.0 else { throw .graphviz("the drawing thread gave no answer") }
    return result
  }

  /// The error messages among what was reported; warnings are left out.
  private static func errors(in report: String) -> String? {
    let errors = report.split(separator: "\n").filter { $0.hasPrefix("Error") }
      .map { $0.dropFirst(5).drop { $0 == ":" || $0 == " " } }
    guard !errors.isEmpty else { return nil }
    let words = Wording.clean(errors.joined(separator: "; "), limit: 500)
    guard words.contains("not recognized. Use one of:") else { return words }
    return words + " (its plugins are not registered: run `libgvc6-config-update -c` as root)"
  }

  /// Made on first use, under `door`, and never freed.
  nonisolated(unsafe) fileprivate static let context: OpaquePointer? = {
    unsafe agseterrf { message in
      guard let message = unsafe message else { return 0 }
      let words = unsafe String(cString: message)
      Graphviz.report.withLock { if $0.utf8.count < 65_536 { $0 += words } }
      return 0
    }
    agseterr(AGWARN)
    return unsafe gvContext()
  }()
}

/// Attributes in the order they are set. A value that is `markup` is an HTML-like label.
struct GraphvizAttribute {
  var name: String
  var value: String
  var isMarkup = false

  init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  init(_ name: String, markup: String) {
    self.name = name
    value = markup
    isMarkup = true
  }
}

/// A graph under construction and its layout; frees both. Use only inside `Graphviz.run`.
@safe struct GraphvizGraph: ~Copyable {
  /// A node of the graph, valid as long as the graph.
  @safe struct Node { fileprivate let pointer: UnsafeMutablePointer<Agnode_t> }
  /// A line of the graph, valid as long as the graph.
  @safe struct Edge { fileprivate let pointer: UnsafeMutablePointer<Agedge_t> }
  /// A part of the graph, valid as long as the graph.
  @safe struct Part { fileprivate let pointer: UnsafeMutablePointer<Agraph_t> }

  private let graph: UnsafeMutablePointer<Agraph_t>
  private var isLaidOut = false

  /// An empty graph. The attributes named must be declared before they are set, which sets their
  /// defaults. An anonymous graph would get a running number that shows in the drawing.
  init?(
    graph attributes: [GraphvizAttribute], node: [GraphvizAttribute], edge: [GraphvizAttribute]
  ) {
    guard let graph = unsafe dragnet_gv_open("drawing") else { return nil }
    unsafe self.graph = graph
    for (kind, list) in [(AGRAPH, attributes), (AGNODE, node), (AGEDGE, edge)] {
      for attribute in list {
        unsafe dragnet_gv_declare(graph, Int32(kind), attribute.name, attribute.value)
      }
    }
  }

  deinit {
    if isLaidOut { unsafe gvFreeLayout(Graphviz.context, graph) }
    unsafe agclose(graph)
  }

  /// Adds a node.
  func addNode(_ name: String, _ attributes: [GraphvizAttribute]) -> Node? {
    guard let node = unsafe dragnet_gv_node(graph, name) else { return nil }
    unsafe set(attributes, on: node)
    return unsafe Node(pointer: node)
  }

  /// Adds a line.
  func addEdge(
    _ name: String, from tail: Node, to head: Node, _ attributes: [GraphvizAttribute]
  ) -> Edge? {
    guard let edge = unsafe dragnet_gv_edge(graph, tail.pointer, head.pointer, name) else {
      return nil
    }
    unsafe set(attributes, on: edge)
    return unsafe Edge(pointer: edge)
  }

  /// Adds a part that holds some nodes.
  func addPart(_ name: String, nodes: [Node], _ attributes: [GraphvizAttribute]) -> Part? {
    guard let part = unsafe dragnet_gv_subgraph(graph, name) else { return nil }
    for node in nodes { unsafe agsubnode(part, node.pointer, 1) }
    for attribute in attributes {
      unsafe dragnet_gv_declare(graph, Int32(AGRAPH), attribute.name, "")
    }
    unsafe set(attributes, on: part)
    return unsafe Part(pointer: part)
  }

  private func set(_ attributes: [GraphvizAttribute], on object: UnsafeMutableRawPointer) {
    for attribute in attributes {
      unsafe dragnet_gv_set(
        object, attribute.name, attribute.value, attribute.isMarkup ? 1 : 0)
    }
  }

  /// Places the nodes and lines; false when Graphviz refused.
  mutating func layOut(_ engine: String) -> Bool {
    if isLaidOut { unsafe gvFreeLayout(Graphviz.context, graph) }
    dragnet_gv_seed()
    isLaidOut = true
    return unsafe gvLayout(Graphviz.context, graph, engine) == 0
  }

  /// The drawing in a format of Graphviz; nil when it refused.
  func render(_ format: String) -> [UInt8]? {
    var data: UnsafeMutablePointer<CChar>?
    var length: UInt32 = 0
    guard unsafe gvRenderData(Graphviz.context, graph, format, &data, &length) == 0,
      let data = unsafe data
    else { return nil }
    defer { unsafe gvFreeRenderData(data) }
    return unsafe data.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
      unsafe Array(UnsafeBufferPointer(start: $0, count: Int(length)))
    }
  }

  /// Where a node was placed; as a tile of a map of rectangles if so asked.
  func box(of node: Node, isTile: Bool = false) -> Box {
    var box = [0.0, 0, 0, 0]
    unsafe box.withUnsafeMutableBufferPointer {
      if isTile {
        unsafe dragnet_gv_tile_box(node.pointer, $0.baseAddress)
      } else {
        unsafe dragnet_gv_node_box(node.pointer, $0.baseAddress)
      }
    }
    return Box(center: Point(x: box[0], y: box[1]), width: box[2], height: box[3])
  }

  /// Where a part was placed.
  func box(of part: Part) -> Box {
    var box = [0.0, 0, 0, 0]
    unsafe box.withUnsafeMutableBufferPointer {
      unsafe dragnet_gv_graph_box(part.pointer, $0.baseAddress)
    }
    return Box(minX: box[0], minY: box[1], maxX: box[2], maxY: box[3])
  }

  /// Where the heading of a part was placed; nil when it has none.
  func headingBox(of part: Part) -> Box? {
    var box = [0.0, 0, 0, 0]
    let isSet = unsafe box.withUnsafeMutableBufferPointer {
      unsafe dragnet_gv_label_box(part.pointer, $0.baseAddress)
    }
    guard isSet != 0 else { return nil }
    return Box(center: Point(x: box[0], y: box[1]), width: box[2], height: box[3])
  }

  /// How a line was drawn; nil when the engine draws none.
  func curve(of edge: Edge) -> Curve? {
    guard let splines = unsafe dragnet_gv_edge_curve(edge.pointer), unsafe splines.pointee.size > 0
    else { return nil }
    let piece = unsafe splines.pointee.list[0]
    let points = unsafe (0..<Int(piece.size)).map {
      unsafe Point(x: piece.list[$0].x, y: piece.list[$0].y)
    }
    return unsafe Curve(
      points: points,
      startTip: piece.sflag != 0 ? Point(x: piece.sp.x, y: piece.sp.y) : nil,
      endTip: piece.eflag != 0 ? Point(x: piece.ep.x, y: piece.ep.y) : nil)
  }
}
