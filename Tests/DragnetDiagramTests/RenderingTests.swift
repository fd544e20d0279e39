import DragnetDiagram
import Foundation
import Testing

@Suite struct RenderingTests {
  private func sample() throws -> (diagram: Diagram, drawing: Drawing) {
    var diagram = chainDiagram(3)
    diagram.title = "Who knows whom"
    diagram.nodes[0].label = "Ada"
    diagram.nodes[0].tooltip = "Ada (person)\nNamed twice"
    diagram.lines[0].labels = [Diagram.Label("met")]
    diagram.lines[0].link = "#evidence-1"
    return (diagram, try diagram.draw())
  }

  @Test func `nodes, lines and labels have ids, classes and words of their own`() throws {
    let svg = try sample().drawing.svg(idPrefix: "case-")
    #expect(svg.contains("<g id=\"case-n-n0\" class=\"node kind-person\""))
    #expect(svg.contains("<g id=\"case-l-l1\" class=\"line family-contact\""))
    #expect(svg.contains("<g id=\"case-l-l1-label\" class=\"label family-contact\""))
    #expect(svg.contains("<title>Ada (person)\nNamed twice</title>"))
    #expect(svg.contains("<title>Ada – met – 1</title>"))
    #expect(svg.contains("xlink:href=\"#evidence-1\""))
  }

  @Test func `the file says what it shows to those who do not see it`() throws {
    let (_, drawing) = try sample()
    let svg = try drawing.svg()
    #expect(svg.contains("role=\"graphics-document\" aria-label=\"Who knows whom\""))
    #expect(svg.contains(">Who knows whom</title>"))
    #expect(svg.contains(Wrapped(drawing.alternativeText).text))
    #expect(drawing.alternativeText.contains("3 items and 2 lines"))
  }

  /// The text as it stands in XML.
  private struct Wrapped {
    let text: String
    init(_ words: String) { text = "<desc id=\"dragnet-description\">\(words)</desc>" }
  }

  @Test func `nothing of Graphviz shows in the file`() throws {
    let svg = try sample().drawing.svg()
    for trace in ["DOCTYPE", "<!--", "Generated", "graphviz", ">n0<", "%3"] {
      #expect(!svg.contains(trace), "\(trace)")
    }
  }

  @Test func `every id stands once`() throws {
    var diagram = sampleDiagram(20)
    diagram.nodes[3].id = "a b"
    diagram.nodes[4].id = "a-b"
    diagram.lines = []
    let svg = try diagram.draw().svg()
    let ids = svg.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(ids.count > 20)
    #expect(Set(ids).count == ids.count)
  }

  @Test func `labels are drawn after every line, so that no line runs over words`() throws {
    let svg = try sampleDiagram(20).draw().svg()
    let lastLine = try #require(svg.range(of: "class=\"line ", options: .backwards))
    let firstLabel = try #require(svg.range(of: "class=\"label "))
    #expect(lastLine.lowerBound < firstLabel.lowerBound)
  }

  @Test func `words for both ways carry arrows that point as the line runs`() throws {
    var diagram = chainDiagram(2)
    diagram.nodes[0].position = Point(x: 0, y: 0)
    diagram.nodes[1].position = Point(x: -300, y: 0)
    diagram.lines[0].direction = .both
    diagram.lines[0].labels = [
      Diagram.Label("paid", direction: .forward), Diagram.Label("hired", direction: .backward),
    ]
    let (texts, _, _) = try words(of: try diagram.draw().svg())
    #expect(texts.joined().contains("← paid"))
    #expect(texts.joined().contains("→ hired"))
  }

  @Test func `names fit their shapes`() throws {
    var diagram = chainDiagram(6)
    for (index, kind) in ["person", "organization", "agency", "place", "group", "other"]
      .enumerated()
    {
      diagram.nodes[index].kind = kind
      diagram.nodes[index].label = "WWWWWWWWWW MMMMMMMMMM"
      diagram.nodes[index].size = 1
    }
    // Twenty wide capitals in bold 18 point: no narrower than 0.8 of the size each.
    for node in try diagram.draw().nodes {
      #expect(node.box.width > 21 * 0.8 * 18, "\(node.id)")
    }
  }

  @Test(arguments: [Theme.light, .dark, .print])
  func `every theme tells kinds apart by shape`(theme: Theme) {
    let kinds = ["person", "organization", "agency", "place", "group", "other"]
    #expect(Set(kinds.map { theme.style(ofKind: $0).shape }).count == kinds.count)
  }

  @Test(arguments: [Theme.light, .dark, .print])
  func `every theme's words stand out from their ground`(theme: Theme) {
    for kind in ["person", "organization", "agency", "place", "group", "other", "unknown"] {
      let style = theme.style(ofKind: kind)
      #expect(contrast(style.text, style.fill) >= 4.5, "\(theme.name) \(kind)")
    }
    for family in ["command", "harm", "enforcement", "place", "money", "contact", "unknown"] {
      #expect(
        contrast(theme.color(ofFamily: family), theme.paper) >= 4.5, "\(theme.name) \(family)")
    }
    #expect(contrast(theme.secondary, theme.paper) >= 4.5)
  }

  /// The contrast ratio of WCAG 2.1.
  private func contrast(_ a: String, _ b: String) -> Double {
    func luminance(_ color: String) -> Double {
      let value = Int(color.dropFirst(), radix: 16) ?? 0
      let channels = [value >> 16, value >> 8 & 255, value & 255].map { channel -> Double in
        let share = Double(channel) / 255
        return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }
    let pair = [luminance(a), luminance(b)].sorted()
    return (pair[1] + 0.05) / (pair[0] + 0.05)
  }

  @Test func `DOT and JSON carry names and places for other tools`() throws {
    let (_, drawing) = try sample()
    let dot = String(decoding: try drawing.render(.dot), as: UTF8.self)
    #expect(dot.hasPrefix("digraph"))
    #expect(dot.contains("Ada"))
    #expect(dot.contains("pos="))
    struct Page: Decodable {
      struct Node: Decodable {
        var id: String
        var box: Box
      }
      var nodes: [Node]
    }
    let page = try JSONDecoder().decode(Page.self, from: Data(try drawing.render(.json)))
    #expect(page.nodes.map(\.id) == ["n0", "n1", "n2"])
    #expect(page.nodes.map(\.box) == drawing.nodes.map(\.box))
  }
}
