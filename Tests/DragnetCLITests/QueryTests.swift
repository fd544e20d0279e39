import Dragnet
import DragnetText
import Foundation
import Testing

/// The commands that ask a network something.
@Suite struct QueryTests {
  /// A chain of three people and a police force, with names that try to steer a terminal.
  static func makeNetwork() throws -> Data {
    let text = "Ana Costa met Bo Lind. Bo Lind paid Cy\u{1B}[31m Dorn. Police arrested Cy Dorn."
    let document = DocumentID("d1")
    func entity(_ id: String, _ type: EntityType, _ name: String) throws -> Entity {
      let place = try #require(text.range(of: name))
      let start = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
      return Entity(
        id: id, type: type, name: name, aliases: [], attributes: Attributes(),
        mentions: [
          .init(document: document, start: start, end: start + name.utf8.count, text: name)
        ])
    }
    func relation(_ id: String, _ from: String, _ type: String, _ to: String, _ quote: String)
      throws -> Relation
    {
      let place = try #require(text.range(of: quote))
      let start = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
      return Relation(
        id: id, from: from, to: to, type: type, confidence: 0.9, origins: 1, originIDs: ["o"],
        evidence: [
          Evidence(
            document: document, sentence: quote, start: start, end: start + quote.utf8.count)
        ])
    }
    let network = Network(
      documents: [.init(id: document, name: "a.txt", sha256: "", origin: "o", text: text)],
      entities: [
        try entity("e1", .person, "Ana Costa"), try entity("e2", .person, "Bo Lind"),
        try entity("e3", .person, "Cy\u{1B}[31m Dorn"), try entity("e4", .agency, "Police"),
      ],
      relations: [
        try relation("r1", "e1", "met", "e2", "Ana Costa met Bo Lind."),
        try relation("r2", "e2", "paid", "e3", "Bo Lind paid Cy\u{1B}[31m Dorn."),
        try relation("r3", "e4", "arrested", "e3", "Police arrested Cy Dorn."),
      ])
    return try network.jsonData()
  }

  @Test func `rank lists the middle of a chain first`() async throws {
    try await Program.inNewFolder { program in
      try program.write("n.json", try QueryTests.makeNetwork())
      let table = try await program.run("rank", "n.json", "--limit", "2")
      #expect(table.status == 0)
      #expect(
        table.output
          == """
          rank  entity              type    betweenness  documents
             1  Bo Lind             person        0.667          1
             1  Cy[U+001B][31m Dorn  person        0.667          1

          """.replacing("entity             ", with: "entity              ")
          .replacing("Bo Lind            ", with: "Bo Lind             "))
      #expect(table.messages.contains("the first 2 of 4 entities"))
      let csv = try await program.run("rank", "n.json", "--csv", "--by", "degree")
      #expect(
        csv.output.hasPrefix("rank,entity,name,type,degree,low,high,documents\r\n1,e2,Bo Lind"))
      let json = try await program.run("rank", "-", "--json", input: program.text("n.json"))
      #expect(json.output.contains("\"rank\" : 1"))
      let narrow = try await program.run("rank", "n.json", "--relations", "met", "--limit", "1")
      #expect(narrow.output.contains("Ana Costa"))
    }
  }

  @Test func `path leads along the chain with its sentences`() async throws {
    try await Program.inNewFolder { program in
      try program.write("n.json", try QueryTests.makeNetwork())
      let result = try await program.run("path", "n.json", "costa", "police", "--svg", "p.svg")
      #expect(result.status == 0)
      #expect(result.output.hasPrefix("One path of 3 steps\n\nAna Costa – Bo Lind – Cy"))
      #expect(result.output.contains("“Police arrested Cy Dorn.”\n    — a.txt, bytes"))
      #expect(try program.text("p.svg").contains("</svg>"))
      let none = try await program.run("path", "n.json", "costa", "police", "--directed")
      #expect(none.status == 0)
      #expect(none.output.hasPrefix("No path leads from Ana Costa to Police"))
      let same = try await program.run("path", "n.json", "costa", "e1")
      #expect(same.status == 1)
      #expect(same.messages.contains("are the same entity"))
    }
  }

  @Test func `show gives relations with their sentences, and JSON`() async throws {
    try await Program.inNewFolder { program in
      try program.write("n.json", try QueryTests.makeNetwork())
      let result = try await program.run("show", "n.json", "bo")
      #expect(result.status == 0)
      #expect(result.output.contains("Ana Costa met → Bo Lind  (1 origin, confidence 0.90)"))
      let json = try await program.run("show", "n.json", "bo", "--json")
      #expect(json.output.contains("\"id\" : \"e2\""))
    }
  }

  @Test func `nothing of a document reaches the terminal as a command`() async throws {
    try await Program.inNewFolder { program in
      try program.write("n.json", try QueryTests.makeNetwork())
      for arguments in ["show n.json dorn", "rank n.json", "path n.json ana police"] {
        let result = try await program.shell("\"$DRAGNET\" \(arguments)")
        #expect(!(result.output + result.messages).contains("\u{1B}"))
        #expect(result.output.contains("Cy[U+001B][31m Dorn"))
      }
    }
  }

  @Test(arguments: ["svg", "pdf", "png", "dot"])
  func `draw writes each format`(format: String) async throws {
    try await Program.inNewFolder { program in
      try program.write("n.json", try QueryTests.makeNetwork())
      let result = try await program.run(
        "draw", "n.json", "--focus", "bo lind", "--theme", "print", "-o", "map.\(format)")
      #expect(result.status == 0, "\(result.messages)")
      let starts = ["svg": "<?xml", "pdf": "%PDF-", "png": "\u{FFFD}PNG", "dot": "digraph"]
      let text = String(decoding: try program.bytes("map.\(format)").prefix(200), as: UTF8.self)
      #expect(text.contains(try #require(starts[format])))
    }
  }

  @Test(arguments: [
    "--communities shapes --fold-alike", "--core 1", "--backbone 0.9",
    "--kind ego --focus bo --radius 2", "--kind paths --between ana --between police",
    "--kind hierarchy", "--kind flow", "--kind timeline", "--kind contradictions",
    "--kind sources", "--kind mentions", "--kind difference --since n.json",
  ])
  func `draw knows each kind and writes its table`(arguments: String) async throws {
    try await Program.inNewFolder { program in
      try program.write("n.json", try QueryTests.makeNetwork())
      let result = try await program.shell(
        "\"$DRAGNET\" draw n.json \(arguments) -o map.svg --table map.csv")
      #expect(result.status == 0, "\(result.messages)")
      #expect(String(decoding: try program.bytes("map.svg"), as: UTF8.self).hasPrefix("<?xml"))
      let table = String(decoding: try program.bytes("map.csv"), as: UTF8.self)
      #expect(table.contains(",") && table.hasSuffix("\r\n"))
    }
  }

  @Test func `draw takes an edge list whole and a sentence of a treebank`() async throws {
    try await Program.inNewFolder { program in
      try program.write("calls.csv", "a,b\nb,c\nc,a\n")
      let calls = try await program.run("draw", "calls.csv", "-o", "calls.svg")
      #expect(calls.status == 0, "\(calls.messages)")
      let refused = try await program.run("draw", "calls.csv", "--kind", "timeline")
      #expect(refused.status == 64)
      try program.write("one.conllu", "1\tGo\t_\tVERB\t_\t_\t0\troot\t_\t_\n")
      let parse = try await program.run("draw", "one.conllu", "--sentence", "1")
      #expect(parse.status == 0 && parse.output.contains("Go"))
      let missing = try await program.run("draw", "one.conllu", "--sentence", "2")
      #expect(missing.status == 1)
      #expect(missing.messages == "dragnet: one.conllu: there is no sentence 2; it has 1 to 1\n")
    }
  }

  @Test func `draw takes a sentence of a document, as read counts them`() async throws {
    try await Program.inNewFolder { program in
      try program.write("a.txt", "Police arrested\nsix men-at-arms. They denied it.\n")
      let first = try await program.run("draw", "a.txt", "--sentence", "1")
      #expect(first.status == 0, "\(first.messages)")
      #expect(first.output.contains("Police arrested six men-at-arms."))
      let second = try await program.shell("$DRAGNET draw - --kind sentence --sentence 2 < a.txt")
      #expect(second.status == 0 && second.output.contains("denied"))
      #expect(!second.output.contains("Police"))
      let missing = try await program.run("draw", "a.txt", "--sentence", "3")
      #expect(missing.status == 1)
      #expect(missing.messages == "dragnet: a.txt: there is no sentence 3; it has 1 to 2\n")
      let folder = try await program.run("draw", ".", "--sentence", "1")
      #expect(folder.status == 1 && folder.messages.contains("is a folder"))
    }
  }

  @Test func `finding no conflict is an answer`() async throws {
    try await Program.inNewFolder { program in
      try program.write("n.json", try QueryTests.makeNetwork())
      let result = try await program.run("conflicts", "n.json")
      #expect(result.status == 0)
      #expect(result.output.hasPrefix("No question was found"))
      #expect(try await program.run("conflicts", "n.json", "--json").output == "[\n\n]\n")
    }
  }
}
