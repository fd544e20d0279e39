import DragnetDiagram
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Fails when the text is not well-formed XML.
func expectWellFormed(_ svg: String) throws {
  _ = try words(of: svg)
}

/// The content of the `text` and `title` elements of an SVG, in order, and all link targets.
func words(of svg: String) throws -> (texts: [String], titles: [String], links: [String]) {
  final class Collector: NSObject, XMLParserDelegate {
    var texts: [String] = []
    var titles: [String] = []
    var links: [String] = []
    var elements: Set<String> = []
    var current = ""
    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      elements.insert(name)
      if let link = attributes["xlink:href"] { links.append(link) }
      current = ""
    }
    func parser(_ parser: XMLParser, foundCharacters string: String) { current += string }
    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      if name == "text" { texts.append(current) }
      if name == "title" { titles.append(current) }
      current = ""
    }
  }
  let collector = Collector()
  let parser = XMLParser(data: Data(svg.utf8))
  parser.delegate = collector
  let isWellFormed = parser.parse()
  #expect(isWellFormed, "\(String(describing: parser.parserError))")
  let harmless: Set = [
    "svg", "g", "a", "title", "desc", "style", "text", "path", "polygon", "polyline", "ellipse",
  ]
  #expect(collector.elements.isSubset(of: harmless))
  return (collector.texts, collector.titles, collector.links)
}

@Suite struct SafetyTests {
  /// Names that mean something to one of the layers below: XML, HTML-like labels, escapes, records.
  static let hostile = [
    "</text><script>x()</script>", "<b>x</b>", #"\N \G \E \T \H \L"#, #"ends in \"#,
    #"C:\new\lib\root"#, #"say "so""#, "it's", "a & b &amp; &#60; &bogus;", "&lt;", "]]>", "-->",
    "<!--", "a|{b}", "<TABLE><TR><TD>x</TD></TR>", "%s%n%d", "#{x}", "$(id)", "🐉 龍 дракон",
    "e\u{301}", "<IMG SRC=\"/etc/passwd\"/>",
  ]

  @Test(arguments: hostile)
  func `a name is shown as it stands`(name: String) throws {
    var diagram = chainDiagram(2)
    diagram.nodes[0].label = name
    diagram.nodes[0].tooltip = name
    diagram.nodes[1].detail = name
    diagram.lines[0].labels = [Diagram.Label(name, isTentative: true)]
    diagram.lines[0].tooltip = name
    diagram.title = name
    diagram.subtitle = name
    diagram.notes = [name]
    diagram.legend = [.init(.kind("person"), name)]
    let (texts, titles, _) = try words(of: try diagram.draw().svg())
    let shown = texts.joined(separator: " ").filter { $0 != " " }
    let count = shown.components(separatedBy: name.filter { $0 != " " }).count - 1
    #expect(count == 7, "shown \(count) times: \(texts)")
    #expect(titles.filter { $0 == name }.count >= 3)
  }

  @Test func `markup in one name does not turn the same words elsewhere into markup`() throws {
    var diagram = chainDiagram(3)
    for index in 0..<3 { diagram.nodes[index].label = "<B>n</B>" }
    let (texts, _, _) = try words(of: try diagram.draw().svg())
    #expect(texts.filter { $0 == "<B>n</B>" }.count == 3)
  }

  @Test(arguments: ["nul\0nul", "bell\u{7}", "\u{FFFE}\u{FFFF}", "\u{9B}31m"])
  func `what XML cannot hold is replaced`(name: String) throws {
    var diagram = chainDiagram(1)
    diagram.nodes[0].label = name
    diagram.nodes[0].tooltip = name
    let (texts, titles, _) = try words(of: try diagram.draw().svg())
    #expect(texts.contains { $0.contains("\u{FFFD}") })
    #expect(titles.contains { $0.contains("\u{FFFD}") })
  }

  @Test func `a string of broken UTF-8 is drawn`() throws {
    var diagram = chainDiagram(1)
    diagram.nodes[0].label = String(
      decoding: [0x41, 0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80], as: UTF8.self)
    try expectWellFormed(try diagram.draw().svg())
  }

  @Test func `overrides of reading direction vanish`() throws {
    var diagram = chainDiagram(1)
    diagram.nodes[0].label = "invoice\u{202E}fdp.exe"
    let svg = try diagram.draw().svg()
    #expect(!svg.unicodeScalars.contains("\u{202E}"))
    #expect(svg.contains("invoicefdp.exe"))
  }

  @Test(arguments: [
    String(repeating: "long ", count: 2_000), String(repeating: "x", count: 10_000),
    String(repeating: "\n", count: 10_000), "a" + String(repeating: "\u{301}", count: 10_000),
    String(repeating: "界", count: 10_000),
  ])
  func `a name of 10,000 characters is cut to what fits`(name: String) throws {
    var diagram = chainDiagram(2)
    diagram.nodes[0].label = name
    diagram.nodes[0].detail = name
    diagram.lines[0].labels = [Diagram.Label(name)]
    diagram.title = name
    diagram.notes = [name]
    diagram.legend = [.init(.family("contact"), name)]
    let drawing = try diagram.draw()
    #expect(drawing.extent.width < 1_500)
    #expect(drawing.extent.height < 1_000)
    let svg = try drawing.svg()
    #expect(svg.utf8.count < 60_000)
    try expectWellFormed(svg)
  }

  @Test(
    arguments: [
      ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&c=2"),
      ("mailto:desk@example.org", "mailto:desk@example.org"),
      ("#evidence-12", "#evidence-12"), ("report.html#e3", "report.html#e3"),
      (" https://example.org/ä\"><script>", "https://example.org/%C3%A4%22%3E%3Cscript%3E"),
      ("HTTP://EXAMPLE.ORG/", "HTTP://EXAMPLE.ORG/"), ("javascript:alert(1)", nil),
      ("JaVaScRiPt:alert(1)", nil), ("\u{1}javascript:alert(1)", nil),
      ("java\tscript:alert(1)", nil),
      ("data:text/html,x", nil), ("file:///etc/passwd", nil), ("vbscript:x", nil),
      ("//evil.example/x", nil), (#"\\evil.example\x"#, nil), ("", nil),
    ] as [(String, String?)])
  func `only harmless links pass`(link: String, expected: String?) throws {
    var diagram = chainDiagram(2)
    diagram.nodes[0].link = link
    diagram.lines[0].link = link
    let (_, _, links) = try words(of: try diagram.draw().svg())
    #expect(links == (expected.map { [$0, $0] } ?? []))
  }

  @Test func `ids and classes from outside cannot leave their attribute`() throws {
    let bad = "x\" onload=\"alert(1)"
    var diagram = chainDiagram(2)
    diagram.nodes[0].id = bad
    diagram.nodes[0].kind = bad
    diagram.nodes[0].classes = [bad]
    diagram.lines[0].from = bad
    diagram.lines[0].family = bad
    diagram.lines[0].classes = [bad]
    let svg = try diagram.draw().render(.svg, idPrefix: bad)
    let text = String(decoding: svg, as: UTF8.self)
    #expect(!text.contains("onload=\""))
    try expectWellFormed(text)
  }

  @Test func `numbers out of range are brought in`() throws {
    var diagram = chainDiagram(3)
    diagram.nodes[0].size = .nan
    diagram.nodes[1].size = 1e300
    diagram.nodes[2].size = -.infinity
    diagram.lines[0].width = .infinity
    diagram.lines[1].width = -5
    try expectWellFormed(try diagram.draw().svg())
    for index in 0..<3 { diagram.nodes[index].position = Point(x: .nan, y: 1e300) }
    try expectWellFormed(try diagram.draw().svg())
  }
}
