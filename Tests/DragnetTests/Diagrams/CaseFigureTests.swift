import Dragnet
import DragnetDiagram
import DragnetGraph
import DragnetText
import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Every figure of a case, by the name of its kind.
private func figures(of network: Network, since earlier: Network) throws -> [String: CaseFigure] {
  var all: [String: CaseFigure] = [
    "overview": try network.overviewFigure(),
    "communities": try network.overviewFigure(
      choosing: MapChoice(foldsAlike: true, communities: .shapes)),
    "folded": try network.overviewFigure(choosing: MapChoice(communities: .folded)),
    "hierarchy": try network.hierarchyFigure(), "flow": try network.flowFigure(),
    "timeline": try network.timelineFigure(), "sources": try network.sourcesFigure(),
    "contradictions": try network.contradictionsFigure(), "mentions": try network.mentionsFigure(),
    "difference": try network.differenceFigure(since: earlier),
    "among": try network.pathsFigure(among: ["banker", "police", "gang"]),
  ]
  all["ego"] = try network.egoFigure(around: "boss", radius: 2)
  if let conflict = network.conflicts.first {
    all["contradiction"] = try network.contradictionFigure(conflict)
  }
  if let from = network.entities.first(where: { $0.id == "police" }),
    let to = network.entities.first(where: { $0.id == "gang" })
  {
    all["paths"] = try network.pathsFigure(try network.paths(from: from, to: to))
  }
  return all
}

@Suite struct CaseFigureTests {
  private static let hostile = [
    "</text><script>x()</script>", #"\N \G \E \L ends in \"#, "a & b &amp; &#60; ]]> --> <!--",
    "\u{202E}gpj.exe\u{202C} \u{0}\u{7}\u{FFFE}", "<TABLE><TR><TD>x", "",
    String(repeating: "x", count: 900), "line\nbreak\ttab", "🐉 龍 дракон e\u{301}",
  ]

  @Test(arguments: hostile)
  func `whatever a name is, every figure is drawn and is well-formed`(name: String) throws {
    let network = SmallCase.sample { _ in name }.network
    var earlier = network
    earlier.entities.removeFirst()
    earlier.relations.removeAll { $0.from == "boss" || $0.to == "boss" }
    for (kind, figure) in try figures(of: network, since: earlier) {
      #expect(!figure.isEmpty, "\(kind)")
      let svg = try figure.diagram.draw(layout: figure.layout).svg()
      let parser = XMLParser(data: Data(svg.utf8))
      #expect(parser.parse(), "\(kind): \(String(describing: parser.parserError))")
      #expect(!svg.contains("<script"), "\(kind)")
      #expect(figure.rows.allSatisfy { $0.count == figure.columns.count }, "\(kind)")
    }
  }

  @Test(arguments: UInt64(1)...3)
  func `the order of a network leaves no trace`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let network = SmallCase.sample().network
    var shuffled = network
    shuffled.documents.shuffle(using: &generator)
    shuffled.entities.shuffle(using: &generator)
    shuffled.relations.shuffle(using: &generator)
    var earlier = network
    earlier.relations.removeLast(2)
    let (first, second) = (
      try figures(of: network, since: earlier), try figures(of: shuffled, since: earlier)
    )
    for (kind, figure) in first {
      let other = try #require(second[kind])
      #expect(figure.rows == other.rows, "\(kind)")
      #expect(figure.altText == other.altText, "\(kind)")
      #expect(
        try figure.diagram.draw(layout: figure.layout).svg()
          == other.diagram.draw(layout: other.layout).svg(), "\(kind)")
    }
  }

  @Test func `a network of nothing gives figures that say why they are empty`() throws {
    let nothing = Network(documents: [], entities: [], relations: [])
    for (kind, figure) in try figures(of: nothing, since: nothing) {
      #expect(figure.isEmpty && !figure.caption.isEmpty && !figure.altText.isEmpty, "\(kind)")
      _ = try figure.diagram.draw(layout: figure.layout).svg()
    }
  }

  @Test func `no two shapes of a placed figure share ground`() throws {
    let network = SmallCase.sample().network
    let all = try figures(of: network, since: network)
    for kind in ["timeline", "contradictions", "contradiction", "sources", "mentions"] {
      let figure = try #require(all[kind])
      let drawing = try figure.diagram.draw(layout: figure.layout)
      #expect(drawing.tidiness().nodeOverlaps == 0, "\(kind)")
    }
  }
}

@Suite struct TimelineFigureTests {
  @Test func `claims stand at their date, and what has none is counted`() throws {
    let figure = try SmallCase.sample().network.timelineFigure()
    #expect(
      figure.rows.map { [$0[0], $0[1], $0[2], $0[5]] } == [
        ["2024-02", "Name 14", "Taken to Name 13", "the claim"],
        ["2024-03-08", "Name 12", "Arrested Name 14", "its sentence"],
        ["2024-03-09", "Name 12", "Arrested Name 10", "the claim"],
        ["2024-03-10", "Name 1", "published", "the document"],
        ["2024-03-12", "Name 3", "published", "the document"],
      ])
    #expect(figure.diagram.notes.contains("Left out: 2 claims without a date."))
  }

  @Test func `later columns stand further right, and a lane holds its own`() throws {
    let diagram = try SmallCase.sample().network.timelineFigure().diagram
    func place(_ id: String) throws -> Point {
      try #require(diagram.nodes.first { $0.id == id }?.position)
    }
    let (taken, came, caught) = (
      try place("r-men-taken_to-port"), try place("r-police-arrested-men"),
      try place("r-police-arrested-boss")
    )
    #expect(taken.x < came.x && came.x < caught.x)
    #expect(came.y == caught.y && taken.y != came.y)
  }

  @Test(
    arguments: [
      ("He left on 8 March.", "2024-03-08"), ("In March 2023 he left.", "2023-03"),
      ("He left on Sept. 3rd, 2022.", "2022-09-03"), ("They may go.", nil),
      ("He came on 8 March and left on 9 March.", nil), ("On 31 February he left.", nil),
      ("He left 2024-01-05.", "2024-01-05"),
    ] as [(String, String?)])
  func `a sentence dates a claim when it names one date`(sentence: String, date: String?) throws {
    var small = SmallCase()
    small.document("d1", published: "2024-03-10")
    small.entity("a")
    small.entity("b")
    small.relation("a", "b", "arrested", saying: sentence)
    let rows = try small.network.timelineFigure().rows.filter { $0[2] != "published" }
    #expect(rows.map(\.[0]) == (date.map { [$0] } ?? []))
  }
}

@Suite struct ContradictionFigureTests {
  @Test func `each value stands between the question and who gives it`() throws {
    let network = SmallCase.sample().network
    let figure = try network.contradictionFigure(network.conflicts[0])
    let ends = Set(figure.diagram.lines.map { [$0.from, $0.to] })
    #expect(
      ends == [["question", "v0"], ["question", "v1"], ["v0", "d1-0"], ["v1", "d2-0"]])
    #expect(figure.diagram.nodes.filter(\.isMarked).map(\.label).sorted() == ["12", "14"])
    #expect(
      figure.rows.map { Array($0[1...3]) } == [
        ["12", "Name 1", "Name 1"], ["14", "Name 3", "Name 1"],
      ])
  }

  @Test func `a sentence that gives two values stands once`() throws {
    var small = SmallCase()
    small.document("d1", source: "Daily")
    small.entity("men", .group)
    small.conflict(
      "c", about: "sum", of: "men", verdict: .restates,
      values: [("5", "d1", "5 or 7."), ("7", "d1", "5 or 7.")])
    let diagram = try small.network.contradictionFigure(small.network.conflicts[0]).diagram
    #expect(diagram.nodes.filter { $0.kind == "document" }.count == 1)
    #expect(diagram.lines.filter { $0.family == "support" }.count == 2)
  }
}

@Suite struct HierarchyFigureTests {
  @Test func `leaders stand above, members below, whichever way it is said`() throws {
    let figure = try SmallCase.sample().network.hierarchyFigure()
    #expect(
      Set(figure.rows.map { Array($0[0...2]) }) == [
        ["Name 10", "leads", "Name 11"], ["Name 11", "member of", "Name 14"],
      ])
    let drawing = try figure.diagram.draw(layout: figure.layout)
    let height = Dictionary(uniqueKeysWithValues: drawing.nodes.map { ($0.id, $0.box.center.y) })
    let (boss, gang, men) = (
      try #require(height["boss"]), try #require(height["gang"]), try #require(height["men"])
    )
    #expect(boss > gang && gang > men)
  }
}

@Suite struct FlowFigureTests {
  @Test func `a route goes on from where the last step ended`() throws {
    let figure = try SmallCase.sample().network.flowFigure()
    #expect(
      figure.rows.map { Array($0[0...4]) } == [
        ["1", "", "Name 14", "Name 13", "taken to"],
        ["2", "Name 14", "Name 13", "Name 15", "taken to"],
        ["3", "", "Name 10", "Name 16", "paid"],
      ])
  }
}

@Suite struct MapChoiceTests {
  private func star(leaves: Int) -> Network {
    var small = SmallCase()
    small.entity("hub")
    for leaf in 0..<leaves {
      small.entity("leaf\(leaf)", .place)
      small.relation("hub", "leaf\(leaf)", "visited")
    }
    return small.network
  }

  @Test func `what is alike is drawn as one with a count`() throws {
    let figure = try star(leaves: 5).overviewFigure(choosing: MapChoice(foldsAlike: true))
    #expect(figure.diagram.nodes.map(\.label).sorted() == ["5 places", "Name hub"])
    #expect(figure.diagram.lines.count == 1)
    #expect(figure.diagram.notes.contains { $0.hasPrefix("Drawn as one: 5 entities in 1 node") })
  }

  @Test func `two alike are left as they are`() throws {
    let figure = try star(leaves: 2).overviewFigure(choosing: MapChoice(foldsAlike: true))
    #expect(figure.diagram.nodes.count == 3)
  }

  @Test func `the core leaves out who has few neighbors, and says so`() throws {
    var small = SmallCase()
    for id in ["a", "b", "c", "tail"] { small.entity(id) }
    for (from, to) in [("a", "b"), ("b", "c"), ("a", "c"), ("c", "tail")] {
      small.relation(from, to, "met")
    }
    let figure = try small.network.overviewFigure(choosing: MapChoice(core: 2))
    #expect(Set(figure.diagram.nodes.map(\.id)) == ["a", "b", "c"])
    #expect(figure.diagram.notes == ["Left out: 1 of 4 links outside the 2-core."])
  }

  @Test func `two groups with one link between them are two communities`() throws {
    var small = SmallCase()
    for group in ["a", "b"] {
      for member in 0..<4 { small.entity("\(group)\(member)") }
      for first in 0..<4 {
        for second in 0..<first {
          small.relation("\(group)\(first)", "\(group)\(second)", "met")
        }
      }
    }
    small.relation("a0", "b0", "met")
    let figure = try small.network.overviewFigure(choosing: MapChoice(communities: .folded))
    #expect(figure.diagram.nodes.map(\.detail) == ["4 entities, 6 links", "4 entities, 6 links"])
    #expect(figure.diagram.lines.map { $0.labels.map(\.text) } == [["1 link"]])
    #expect(
      small.network.communities().map { Set($0.entities) } == [
        ["a0", "a1", "a2", "a3"], ["b0", "b1", "b2", "b3"],
      ])
  }
}

@Suite struct DifferenceFigureTests {
  @Test func `what came, went and changed is told apart`() throws {
    let later = SmallCase.sample().network
    var earlier = later
    earlier.relations.removeAll { $0.to == "banker" }
    earlier.entities.removeAll { $0.id == "banker" }
    let gone = Entity(
      id: "old", type: .place, name: "Old Harbour", aliases: [], attributes: Attributes(),
      mentions: [])
    earlier.entities.append(gone)
    earlier.entities[0].name = "The Boss"
    let figure = try later.differenceFigure(since: earlier)
    let kinds = Dictionary(
      uniqueKeysWithValues: figure.diagram.nodes.map { ($0.id, $0.kind) })
    #expect(kinds == ["banker": "new", "old": "gone", "boss": "changed"])
    #expect(figure.diagram.lines.map(\.family) == ["new"])
    #expect(
      figure.diagram.subtitle
        == "New: 1 entity and 1 link. Gone: 1 entity and 0 links. Changed: 1 entity and 0 links.")
  }

  @Test func `what is before and after stands at the same place`() throws {
    let later = SmallCase.sample().network
    var earlier = later
    earlier.relations.removeAll { $0.to == "banker" || $0.from == "police" }
    earlier.entities.removeAll { $0.id == "banker" }
    let panels = try later.differencePanels(since: earlier)
    let before = try panels.before.diagram.draw(layout: panels.before.layout)
    let after = try panels.after.diagram.draw(layout: panels.after.layout)
    #expect(after.nodes.count == before.nodes.count + 1)
    for node in before.nodes {
      let other = try #require(after.nodes.first { $0.id == node.id })
      #expect(abs(node.box.center.x - other.box.center.x) < 0.01)
      #expect(abs(node.box.center.y - other.box.center.y) < 0.01)
    }
  }

  @Test func `an entity under another id is found again by where it is mentioned`() throws {
    let later = SmallCase.sample().network
    var earlier = later
    earlier.entities[0].id = "former"
    earlier.relations = earlier.relations.map { relation in
      var relation = relation
      if relation.from == "boss" { relation.from = "former" }
      if relation.to == "boss" { relation.to = "former" }
      return relation
    }
    #expect(try later.differenceFigure(since: earlier).isEmpty)
  }
}

@Suite struct SentenceFigureTests {
  @Test func `longer arcs rise above those they span`() throws {
    let parse = SentenceParse(
      words: ["Police", "arrested", "the", "men"], heads: [1, -1, 3, 1],
      labels: ["nsubj", "root", "det", "obj"], tags: ["N", "V", "D", "N"])
    let figure = try parse.figure()
    let peaks = figure.diagram.lines.map { line in (line.id, line.course?.map(\.y).max() ?? 0) }
    let height = Dictionary(uniqueKeysWithValues: peaks)
    #expect(height.count == 3)
    #expect(try #require(height["aw0003"]) > #require(height["aw0002"]))
    #expect(figure.rows[1] == ["2", "arrested", "V", "root", ""])
    #expect(figure.rows[3] == ["4", "men", "N", "obj", "2 arrested"])
  }

  @Test(arguments: [[0, 1, 2], [-1, 99, -5], [], [1, 0, 1], [2, 2, 2]])
  func `heads that lead nowhere, or round in circles, are drawn all the same`(heads: [Int]) throws {
    let figure = try SentenceParse(words: ["a", "b", "c"], heads: heads).figure()
    _ = try figure.diagram.draw(layout: figure.layout).svg()
    #expect(figure.rows.count == 3)
  }

  @Test func `a CoNLL-U file gives its sentences by number`() throws {
    let text = """
      # one
      1\tYes\t_\tINTJ\t_\t_\t0\troot\t_\t_

      # two
      1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
      1\tdo\t_\tAUX\t_\t_\t3\taux\t_\t_
      2\tn't\t_\tPART\t_\t_\t3\tadvmod\t_\t_
      3\tgo\t_\tVERB\t_\t_\t0\troot\t_\t_
      """
    let parse = try SentenceParse(conllu: text, sentence: 2, file: "f")
    #expect(parse.words == ["do", "n't", "go"] && parse.heads == [2, 2, -1])
    #expect(throws: ParseFileError.noSuchSentence(file: "f", wanted: 3, count: 2)) {
      try SentenceParse(conllu: text, sentence: 3, file: "f")
    }
    #expect(throws: ParseFileError.self) {
      try SentenceParse(conllu: "1\tYes\t0", sentence: 1, file: "f")
    }
  }
}
