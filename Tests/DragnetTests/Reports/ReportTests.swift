import Dragnet
import DragnetText
import Foundation
import Testing

@Suite struct ReportTests {
  private let all = """
    # A report

    Text with *marks* and [a link](#ring).

    ## One

    ```dragnet
    map id=ring caption="My words."
    ```

    #### Too deep

    ```dragnet
    path "Quist" "Farhaven"
    ```

    ```dragnet
    ranking
    ```

    ```dragnet
    conflicts
    ```

    ```dragnet
    entity "Mara Quist"
    ```

    ```dragnet
    entity "Mara Quist" quotes=no
    ```

    ```dragnet
    evidence "Olav Brandt"
    ```

    ```dragnet
    timeline
    ```
    """

  @Test func `the same template and case give the same bytes`() {
    let first = Report(all, network: DockCase.network)
    let second = Report(all, network: DockCase.network)
    #expect(first.html().text == second.html().text)
    #expect(first.markdown().text == second.markdown().text)
    #expect(first.markdown().files.map(\.contents) == second.markdown().files.map(\.contents))
  }

  @Test func `ids are unique, links lead somewhere and headings skip no level`() {
    let report = Report(all, network: DockCase.network)
    #expect(report.failures.isEmpty)
    PageCheck.check(report.html().text)
  }

  @Test func `every picture has a table that says the same and words for those who do not see it`()
  {
    let report = Report(all, network: DockCase.network)
    let page = report.html().text
    for block in report.blocks where block.figure?.form == .picture {
      #expect(page.contains("<summary>\(block.label ?? "")"))
      #expect(block.figure?.alternativeText.contains("Network diagram of") == true)
    }
    #expect(page.contains("Best attested: Mara Quist owns Tern Shipping"))
    #expect(page.contains("<b>Figure 1.</b> My words. Who is linked to whom"))
  }

  @Test func `what is alleged or denied is marked wherever it is said`() {
    let report = Report(all, network: DockCase.network)
    let tables = report.blocks.compactMap(\.figure).flatMap(\.parts)
    var seen = 0
    for part in tables {
      guard case .table(let table) = part else { continue }
      for cell in table.rows.joined() where cell.plain.contains("paid → Olav") {
        seen += 1
        #expect(cell.pieces.contains(.hedge("alleged")))
      }
    }
    #expect(seen > 1)
    #expect(report.html().text.contains("<em class=\"hedge\">denied</em>"))
  }

  @Test func `a note quotes its sentence in the words around it`() {
    let page = Report("```dragnet\nevidence Farhaven\n```\n", network: DockCase.network).html().text
    #expect(page.contains("<mark>Olav Brandt visited Farhaven.</mark>"))
    #expect(page.contains("id=\"note-1-73-102\" value=\"1\""))
    #expect(page.contains("href=\"#note-1-73-102\" aria-label=\"Note 1\">1</a>"))
  }

  @Test func `text of documents and templates is never markup`() {
    let hostile = "<script>alert('x')</script> \"&\u{202E}|`*_[x](javascript:alert(1))"
    var network = DockCase.network
    network.entities[0].name = hostile
    network.documents[0].title = hostile
    network.conflicts[0].reason = hostile
    let template = all.replacing("My words.", with: "<b onclick=x>") + "\n\n<script>x</script>\n"
    let report = Report(
      template.replacing("Quist", with: "e1").replacing("Mara e1", with: "e1"),
      network: network)
    let page = report.html().text
    #expect(report.failures.isEmpty)
    #expect(!page.contains("<script") && !page.contains("<b onclick"))
    #expect(!page.unicodeScalars.contains("\u{202E}"))
    let markdown = report.markdown().text
    #expect(!markdown.contains("[x](javascript"))
    let again = Report(markdown, network: network).html().text
    #expect(!again.contains("<script") && !again.contains("href=\"javascript"))
  }

  @Test func `markdown keeps the text around the blocks byte for byte`() {
    let template =
      "---\ntitle: T\n---\n\n* a\n  1. b\n\n```dragnet\nsummary\n```\n\n> c  \n~~~\nd\n"
    let text = Report(template, network: DockCase.network).markdown().text
    #expect(text.hasPrefix("---\ntitle: T\n---\n\n* a\n  1. b\n\n<!-- dragnet-figure "))
    #expect(text.contains("\n\n> c  \n~~~\nd\n"))
  }

  @Test func `other line ends than those of Markdown do not move a block`() {
    let text = Report(
      "a\u{2028}b\u{0C}c\r\n\r\n```dragnet\r\nsummary\r\n```\r\nend\r\n",
      network: DockCase.network
    ).markdown().text
    #expect(text.hasPrefix("a\u{2028}b\u{0C}c\r\n\r\n<!-- dragnet-figure "))
    #expect(text.contains("\r\nend\r\n") && !text.contains("```"))
  }

  @Test func `markdown within a list or a quote stays within it`() {
    let text = Report(
      "- x\n\n  ```dragnet\n  sources\n  ```\n\n> ```dragnet\n> method\n> ```\n",
      network: DockCase.network
    ).markdown().text
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix("  | Document |") })
    #expect(lines.contains { $0.hasPrefix("> Dragnet ") })
  }

  @Test func `equal blocks are one picture`() {
    let template = String(
      repeating: "```dragnet\nmap\n```\n\n```dragnet\nmap id=X\n```\n\n", count: 1)
    let written = Report(template, network: DockCase.network).markdown()
    #expect(written.files.count == 1)
    PageCheck.check(Report(template, network: DockCase.network).html().text)
  }

  @Test func `an image of the folder is put in, others become links or words`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "dragnet-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data([1, 2, 3]).write(to: folder.appendingPathComponent("a.png"))
    let page = Report(
      "![in](a.png) ![out](https://example.org/b.png) ![up](../../etc/passwd)",
      network: DockCase.network, folder: folder
    ).html().text
    #expect(page.contains("<img src=\"data:image/png;base64,AQID\" alt=\"in\">"))
    #expect(page.contains("<a href=\"https://example.org/b.png\">out</a>"))
    #expect(page.contains("<em class=\"missing\">up</em>"))
    #expect(page.contains("img-src data:"))
  }

  @Test func `an empty case and an empty template make whole pages`() {
    let empty = Network(documents: [], entities: [], relations: [])
    for template in ["", "```dragnet\nmap\n```\n", "```dragnet\nsummary\n```\n"] {
      PageCheck.check(Report(template, network: empty).html().text)
    }
    PageCheck.check(Dossier(empty).report.html().text)
  }

  @Test func `a long text with a hundred blocks takes seconds`() {
    let words = String(repeating: "Some words of a page. ", count: 110)
    let pages = (0..<200).map { page -> String in
      let block =
        page % 2 == 0
        ? "```dragnet\n\(page % 10 == 0 ? "ego Quist limit=\(page / 10 + 1)" : "evidence Quist")\n```\n"
        : ""
      return "## Page \(page)\n\n\(words)\n\n\(block)"
    }
    let report = Report(pages.joined(separator: "\n"), network: DockCase.network)
    #expect(report.blocks.count == 100)
    #expect(report.blocks.filter { $0.figure?.form == .picture }.count == 20)
    let time = ContinuousClock().measure { PageCheck.check(report.html().text) }
    #expect(time < .seconds(60))
  }
}

/// What holds for every page.
enum PageCheck {
  static func check(_ page: String) {
    #expect(page.hasSuffix("</html>\n"))
    let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    let known = Set(ids)
    #expect(known.count == ids.count)
    for link in page.matches(of: /href="#([^"]*)"/) { #expect(known.contains(String(link.1))) }
    var level = 0
    for heading in page.matches(of: /<h([1-6])[ >]/) {
      let next = Int(heading.1) ?? 0
      #expect(next <= level + 1)
      level = next
    }
    #expect(!page.contains("<script"))
    let addresses = page.matches(of: /\ssrc="([^"]*)"/).map { String($0.1) }
    #expect(addresses.allSatisfy { $0.hasPrefix("data:") })
  }
}
