import Dragnet
import DragnetText
import Testing

@Suite struct BlockSyntaxTests {
  private func failure(_ question: String) -> BlockError? {
    Report("```dragnet\n\(question)\n```\n", network: DockCase.network).failures.first
  }

  @Test(
    arguments: [
      ("", 2, 1, "a kind of block"),
      ("\"map\"", 2, 1, "a bare word"),
      ("mapp", 2, 1, "one of summary, map, ego"),
      ("map 3", 2, 5, "no value after map"),
      ("map limit=", 2, 11, "right after '='"),
      ("map limit=1", 2, 11, "from 2 to 400"),
      ("map limits=10", 2, 5, "one of limit, title, caption, id"),
      ("map limit=10 limit=11", 2, 14, "it once"),
      ("ego", 2, 4, "the name of an entity"),
      ("ego \"Mara Quist\" \"Brandt\"", 2, 18, "entity only"),
      ("ego \"Mara Quist", 2, 5, "\""),
      ("ego \"Mara\"Quist", 2, 11, "a space"),
      ("ego \"Mara Qist\"", 2, 5, "as 'Mara Quist'"),
      ("path \"Quist\"\n  \"Nobody at all\"", 3, 3, "a name of the case"),
      ("path \"Quist\" \"Mara Quist\"", 2, 14, "two entities"),
      ("ranking fame", 2, 9, "one of betweenness"),
      ("conflicts about=\"weather\"", 2, 17, "'crates carried'"),
      ("timeline =3", 2, 10, "name=value"),
      ("map id=\"2 b\"", 2, 8, "a letter"), ("map id=figure-1", 2, 8, "not figure-1"),
    ] as [(String, Int, Int, String)])
  func `an error tells the line, the column and what was expected`(
    question: String, line: Int, column: Int, expected: String
  ) throws {
    let error = try #require(failure(question), "\(question) should be wrong")
    #expect(error.place == BlockPlace(line: line, column: column), "\(question): \(error)")
    #expect(error.message.contains(expected), "\(question): \(error)")
  }

  @Test(
    arguments: [
      "map", "ego Quist", "ego “Mara Quist”", "ego \"Mara Quist\" radius=1",
      "# a remark\nego \"Mara Quist\"\n  limit=4", "path \"Quist\" \"Farhaven\" k=3", "ranking",
      "ranking pagerank top=2", "conflicts about=\"crates\"", "conflicts about=Quist show=open",
      "timeline", "timeline about=\"Olav Brandt\"", "evidence \"Quist\" \"Tern Shipping\"",
      "entity \"Olav Brandt\"", "summary", "sources", "method",
    ])
  func `a right block is answered`(question: String) {
    #expect(failure(question) == nil)
  }

  @Test(arguments: BlockKinds.standard.kinds.map { $0.form.name })
  func `the example of each kind follows its own form`(name: String) throws {
    let kind = try #require(BlockKinds.standard.kinds.first { $0.form.name == name })
    let error = failure(kind.form.example)
    // Names and questions of the example are not in this case; anything else would be wrong.
    let isAboutTheCase = ["no entity", "no two values"].contains { text in
      error?.problem.hasPrefix(text) == true
    }
    #expect(error == nil || isAboutTheCase, "\(String(describing: error))")
    #expect(BlockKinds.standard.help.contains(kind.form.example))
  }

  @Test func `places count from the template even in lists and quotes`() {
    let template = "# T\n\n> - item\n>\n>   ```dragnet\n>   ego \"Nobody at all\"\n>   ```\n"
    let report = Report(template, network: DockCase.network)
    #expect(report.failures.map(\.place) == [BlockPlace(line: 6, column: 9)])
  }

  @Test func `a broken block breaks itself only`() {
    let report = Report(
      "```dragnet\nnonsense\n```\n\n```dragnet\nsummary\n```\n", network: DockCase.network)
    #expect(report.failures.count == 1)
    let page = report.html().text
    #expect(page.contains("This block is broken."))
    #expect(page.contains("One document"))
  }

  @Test func `other fenced blocks stay as they are`() {
    let report = Report(
      "```swift\nlet dragnet = 1\n```\n\n    ```dragnet\n    map\n    ```\n",
      network: DockCase.network)
    #expect(report.blocks.isEmpty)
    #expect(report.html().text.contains("let dragnet = 1"))
  }
}

/// A kind of block that a program brings along.
private struct CountBlock: ReportBlock {
  static let form = BlockForm("count", summary: "How many entities there are.", example: "count")
  init(_ arguments: BlockArguments) {}
  func makeFigure(of matter: ReportCase) -> Figure {
    Figure(.text, parts: [.paragraph(Prose("There are \(matter.network.entities.count)."))])
  }
}

@Suite struct BlockKindsTests {
  @Test func `a program adds a kind of its own`() {
    let report = Report(
      "```dragnet\ncount\n```\n", network: DockCase.network,
      kinds: BlockKinds.standard.adding(CountBlock.self))
    #expect(report.failures.isEmpty)
    #expect(report.html().text.contains("There are 4."))
  }
}
