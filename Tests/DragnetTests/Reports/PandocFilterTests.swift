import Dragnet
import Foundation
import Testing

@Suite struct PandocFilterTests {
  private func document(_ version: String = "[1,22,2]", _ question: String = "map") -> String {
    """
    {"pandoc-api-version":\(version),"meta":{"dragnet-case":{"t":"MetaInlines","c":[{"t":"Str","c":"a"},\
    {"t":"Space"},{"t":"Str","c":"b"}]}},"blocks":[{"t":"Header","c":[2,["x",[],[]],[]]},\
    {"t":"BlockQuote","c":[{"t":"CodeBlock","c":[["",["dragnet"],[]],"\(question)"]}]},\
    {"t":"CodeBlock","c":[["",["swift"],[]],"map"]}]}
    """
  }

  private func filtered(_ json: String, target: String = "html") throws -> PandocFilter.Outcome {
    PandocFilter(ReportCase(DockCase.network), target: target)
      .apply(to: try PandocDocument(json: Data(json.utf8)))
  }

  @Test func `a block becomes a figure in its place, and other code stays`() throws {
    let outcome = try filtered(document())
    let text = String(decoding: try outcome.document.json(), as: UTF8.self)
    #expect(text.contains("\"fig:\"") && text.contains("dragnet-figures/figure-1-map.svg"))
    #expect(text.contains("[[\"\",[\"swift\"],[]],\"map\"]"))
    #expect(!text.contains("[\"dragnet\"],[]],\"map\"]"))
    #expect(outcome.files.map(\.name) == ["dragnet-figures/figure-1-map.svg"])
    #expect(text.contains("\"Evidence\""))
  }

  @Test(arguments: [("docx", "png"), ("latex", "pdf"), ("html5+smart", "svg"), ("typst", "svg")])
  func `pictures are of a kind the target shows`(target: String, ending: String) throws {
    let names = try filtered(document(), target: target).files.map(\.name)
    #expect(names == ["dragnet-figures/figure-1-map.\(ending)"])
  }

  @Test func `later versions have figures as blocks`() throws {
    let json = String(
      decoding: try filtered(document("[1,23,1]")).document.json(), as: UTF8.self)
    #expect(json.contains("\"t\":\"Figure\"") && !json.contains("\"fig:\""))
  }

  @Test func `a broken block is told by its number and leaves the others`() throws {
    let outcome = try filtered(document("[1,22]", "mapp"))
    #expect(outcome.failures.map(\.block) == [1])
    #expect(String(decoding: try outcome.document.json(), as: UTF8.self).contains("broken"))
  }

  @Test func `the case can stand in the metadata`() throws {
    let document = try PandocDocument(json: Data(document().utf8))
    #expect(document.metadata("dragnet-case") == "a b")
    #expect(document.metadata("other") == nil)
  }

  @Test(arguments: ["", "[]", "{}", "{\"blocks\":[],\"pandoc-api-version\":[1,17]}", "nonsense"])
  func `what is no document of Pandoc is refused`(json: String) {
    #expect(throws: PandocError.self) { _ = try PandocDocument(json: Data(json.utf8)) }
  }
}
