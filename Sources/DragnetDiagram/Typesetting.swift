/// How large words are, measured once for each run of equal words in one style, and where each run of a
/// block stands.
///
/// Blocks are set from their runs by the rules of Graphviz's HTML-like labels, so that a block is as large
/// here as where Graphviz draws it, in pixels and on pages.
struct Typesetting: Sendable {
  /// What tells how large a run is: all but its color.
  private struct Style: Hashable {
    var text: String
    var size: Int
    var isBold: Bool
    var isItalic: Bool
    var font: String?

    init(_ run: TextBlock.Run) {
      text = run.text
      size = run.size
      isBold = run.isBold
      isItalic = run.isItalic
      font = run.font
    }
  }

  /// A run in its place: where its first letter stands on its baseline.
  struct PlacedRun {
    var run: TextBlock.Run
    var origin: Point
  }

  private let font: String
  private var sizes: [Style: (width: Double, height: Double)] = [:]

  /// Knows nothing yet; `font` sets the runs that name none.
  init(font: String) { self.font = font }

  /// True when it knows every run of a text.
  func knows(_ text: TextBlock) -> Bool {
    text.rows.allSatisfy { $0.allSatisfy { $0.text.isEmpty || sizes[Style($0)] != nil } }
  }

  /// Measures the runs it does not know yet. Use only inside `Graphviz.run`.
  mutating func learn(_ texts: [TextBlock]) {
    var fresh: [TextBlock.Run] = []
    for run in texts.lazy.flatMap(\.rows).joined() where !run.text.isEmpty {
      guard sizes[Style(run)] == nil else { continue }
      sizes[Style(run)] = (0, 0)
      fresh.append(run)
    }
    guard !fresh.isEmpty,
      var graph = GraphvizGraph(
        graph: [],
        node: [
          .init("shape", "plain"), .init("label", ""), .init("pos", "0,0"),
          .init("fontname", font),
        ], edge: [])
    else { return }
    let nodes = fresh.enumerated().map { index, run in
      graph.addNode("t\(index)", [.init("label", markup: run.markup)])
    }
    guard graph.layOut("nop2") else { return }
    for (run, node) in zip(fresh, nodes) {
      guard let box = node.map({ graph.box(of: $0) }) else { continue }
      sizes[Style(run)] = (box.width.rounded(), box.height.rounded())
    }
  }

  /// The size of each text, in points; an empty text has none. Use only inside `Graphviz.run`.
  mutating func measure(_ texts: [TextBlock]) -> [Box] {
    learn(texts)
    return texts.map(size)
  }

  /// The size of a text all of whose runs are known.
  func size(of text: TextBlock) -> Box {
    let rows = Rows(text, in: self)
    return Box(
      center: Point(x: 0, y: 0), width: rows.widths.max() ?? 0,
      height: rows.widths.isEmpty ? 0 : rows.height)
  }

  /// The runs of a text in the middle of a box.
  func place(_ text: TextBlock, in box: Box) -> [PlacedRun] {
    let rows = Rows(text, in: self)
    let width = rows.widths.max() ?? 0
    // Graphviz halves in whole points.
    let left = box.center.x - (width / 2).rounded(.down)
    let top = box.center.y + (rows.height / 2).rounded(.down) - Double(text.headroom)
    var placed: [PlacedRun] = []
    for (row, runs) in rows.runs.enumerated() {
      let rest = width - rows.widths[row]
      var x = left
      switch text.alignment {
      case .left: break
      case .center: x += rest / 2
      case .right: x += rest
      }
      for run in runs {
        let baseline = top - rows.baselines[row] + 0.1 * Double(run.size)
        placed.append(PlacedRun(run: run, origin: Point(x: x, y: baseline)))
        x += sizes[Style(run)]?.width ?? 0
      }
    }
    return placed
  }

  /// The rows of a block that hold words.
  private struct Rows {
    var runs: [[TextBlock.Run]]
    var widths: [Double]
    /// From the top of the words down.
    var baselines: [Double] = []
    /// Of the words with the room above them.
    var height = 0.0

    init(_ text: TextBlock, in setting: Typesetting) {
      runs = text.rows.map { $0.filter { !$0.text.isEmpty } }.filter { !$0.isEmpty }
      let sizes = runs.map { $0.map { setting.sizes[Style($0)] ?? (0, 0) } }
      widths = sizes.map { $0.reduce(0) { $0 + $1.width } }
      let points = runs.map { Double($0.map(\.size).max() ?? 0) }
      let heights = sizes.map { $0.map(\.height).max() ?? 0 }
      // Rows of one plain style stand as far apart as their letters are high, all others by type size.
      let isPlain = runs.allSatisfy {
        $0.count == 1 && !$0[0].isBold && !$0[0].isItalic && $0[0].font == nil
          && Double($0[0].size) == points[0]
      }
      let steps = isPlain ? heights : points
      for (row, size) in points.enumerated() {
        baselines.append(height + 0.9 * size - (isPlain ? 0 : 1))
        height += steps[row]
      }
      if heights.count == 1 { height = heights[0] }
      height += Double(text.headroom)
    }
  }
}

extension Graphviz {
  /// The size of each text as it will be drawn, in points; an empty text has none.
  ///
  /// Use only inside `Graphviz.run`.
  static func measure(_ texts: [TextBlock], font: String) -> [Box] {
    var setting = Typesetting(font: font)
    return setting.measure(texts)
  }
}
