import Testing

@testable import DragnetDiagram

@Suite struct TypesettingTests {
  private typealias Run = TextBlock.Run
  private static let font = "Liberation Sans,Arial,Helvetica,sans-serif"

  /// Blocks of one row and several, of one style and mixed ones, with signs that are markup.
  private static var blocks: [TextBlock] {
    func run(_ text: String, _ size: Int, bold: Bool = false, italic: Bool = false) -> Run {
      Run(text: text, size: size, color: "#111111", isBold: bold, isItalic: italic)
    }
    var blocks: [TextBlock] = []
    for size in 8...34 {
      blocks.append(TextBlock(rows: [[run("Wordy Ágnes", size)]]))
      blocks.append(TextBlock(rows: [[run("Wordy Ágnes", size, bold: true)]]))
      blocks.append(TextBlock(rows: [[run("two", size)], [run("alike", size)]]))
      blocks.append(
        TextBlock(rows: [[run("name", size, bold: true)], [run("role", max(8, size * 5 / 8))]]))
      blocks.append(TextBlock(rows: [[run("≠ ", size, bold: true), run("mixed", size)]]))
    }
    blocks += [
      TextBlock(rows: [[run("a < b & \"c\" \\N > d", 11)]]),
      TextBlock(rows: [[run("one", 9)], [run("leans", 9, italic: true)], [run("three", 9)]]),
      TextBlock(rows: [[run("long one", 9)], [run("x", 9)]], alignment: .left),
      TextBlock(rows: [[run("", 9)], [run("after nothing", 9)]]),
      TextBlock(rows: [
        [Run(text: "Serif", size: 20, color: "#000000", font: "Liberation Serif,serif")]
      ]),
      TextBlock(rows: [[run("日本", 12), run(" بيت", 12)], [run("שלום", 9)]]),
    ]
    return blocks
  }

  @Test func `a block is as large as Graphviz draws it`() throws {
    let (blocks, font) = (TypesettingTests.blocks, TypesettingTests.font)
    let sizes = try Graphviz.run { () -> (own: [Box], drawn: [Box]) in
      var setting = Typesetting(font: font)
      let own = setting.measure(blocks)
      guard
        var graph = GraphvizGraph(
          graph: [],
          node: [
            .init("shape", "plain"), .init("label", ""), .init("pos", "0,0"),
            .init("fontname", font),
          ], edge: [])
      else { return (own, []) }
      let nodes = blocks.enumerated().compactMap {
        graph.addNode("n\($0)", [.init("label", markup: $1.markup)])
      }
      _ = graph.layOut("nop2")
      return (own, nodes.map { graph.box(of: $0) })
    }
    #expect(sizes.drawn.count == blocks.count)
    for (index, (own, drawn)) in zip(sizes.own, sizes.drawn).enumerated() {
      #expect(abs(own.width - drawn.width) < 0.01, "\(blocks[index])")
      #expect(abs(own.height - drawn.height) < 0.01, "\(blocks[index])")
    }
  }

  @Test func `every run stands within its block, row under row`() throws {
    let blocks = TypesettingTests.blocks
    let setting = try Graphviz.run {
      var setting = Typesetting(font: TypesettingTests.font)
      setting.learn(blocks)
      return setting
    }
    for block in blocks {
      let size = setting.size(of: block)
      let box = Box(center: Point(x: 100, y: 50), width: size.width, height: size.height)
      let placed = setting.place(block, in: box)
      #expect(placed.map(\.run) == block.rows.joined().filter { !$0.text.isEmpty })
      for run in placed {
        #expect(run.origin.x >= box.minX - 0.5 && run.origin.x < box.maxX)
        #expect(run.origin.y > box.minY && run.origin.y < box.maxY)
      }
      let baselines = placed.map(\.origin.y)
      #expect(zip(baselines, baselines.dropFirst()).allSatisfy { $0 >= $1 })
    }
  }

  @Test func `a text without words has no size`() throws {
    let empty = TextBlock(rows: [[Run(text: "", size: 9, color: "#000000")]])
    let size = try Graphviz.run {
      var setting = Typesetting(font: TypesettingTests.font)
      return setting.measure([empty, TextBlock(rows: [])])
    }
    #expect(size.allSatisfy { $0.width == 0 && $0.height == 0 })
  }
}
