import Dragnet
import DragnetText
import Foundation
import Testing

@Suite struct MapTests {
  static let outputs = [
    "conflicts.csv", "entities.csv", "evidence.csv", "map.svg", "network.json", "rankings.csv",
    "relations.csv", "report.html",
  ]

  @Test func `map writes every file and prints the ranking`() async throws {
    try await Program.inNewFolder { program in
      try program.writeCase()
      let result = try await program.run("map", "articles", "-o", "a/new/folder")
      #expect(result.status == 0)
      #expect(try program.files(in: "a/new/folder") == MapTests.outputs)
      #expect(result.output.hasPrefix("rank  entity"))
      #expect(result.output.contains("Rui Almada"))
      #expect(result.output.contains("undirected"))
      #expect(result.output.contains("\nconflicts: "))
      #expect(
        result.messages == "wrote to a/new/folder: network.json, map.svg, rankings.csv, "
          + "conflicts.csv, entities.csv, relations.csv, evidence.csv, report.html\n")
    }
  }

  @Test func `the same documents give the same bytes in any order, by any way`() async throws {
    try await Program.inNewFolder { program in
      try program.writeCase()
      let runs = [
        "map articles -o first",
        "map articles -o again --threads 1",
        "map articles/wire.txt articles/weekly.txt articles/ledger.txt articles/courier.txt "
          + "-o reversed --threads 3",
      ]
      for run in runs { #expect(try await program.shell("\"$DRAGNET\" \(run)").status == 0) }
      let script = """
        "$DRAGNET" extract articles/wire.txt articles/courier.txt --readings > one.jsonl
        "$DRAGNET" extract articles/weekly.txt articles/ledger.txt --readings > two.jsonl
        cat two.jsonl one.jsonl | "$DRAGNET" map --from-readings - -o joined
        """
      #expect(try await program.shell(script).status == 0)
      for folder in ["again", "reversed", "joined"] {
        for name in MapTests.outputs {
          #expect(
            try program.bytes("\(folder)/\(name)") == program.bytes("first/\(name)"),
            "\(folder)/\(name) differs")
        }
      }
    }
  }

  @Test func `every range of the network quotes its document`() async throws {
    try await Program.inNewFolder { program in
      try program.writeCase()
      let result = try await program.run("extract", "articles")
      #expect(result.status == 0)
      let network = try JSONDecoder().decode(Network.self, from: Data(result.output.utf8))
      let texts = Dictionary(
        uniqueKeysWithValues: network.documents.map { ($0.id, Array($0.text.utf8)) })
      var count = 0
      func check(_ document: DocumentID, _ start: Int, _ end: Int, _ quote: String) throws {
        let text = try #require(texts[document])
        #expect(start < end && text[start..<end].elementsEqual(quote.utf8))
        count += 1
      }
      for mention in network.entities.flatMap(\.mentions) {
        try check(mention.document, mention.start, mention.end, mention.text)
      }
      let evidence =
        network.relations.flatMap(\.evidence)
        + network.conflicts.flatMap { $0.values.flatMap(\.evidence) }
      for piece in evidence { try check(piece.document, piece.start, piece.end, piece.sentence) }
      #expect(!network.relations.isEmpty)
      #expect(count >= 20)
      for document in network.documents {
        let file = try #require(CustomsCase.files.first { document.name.hasSuffix($0.name) })
        #expect(document.text == file.text)
      }
    }
  }

  @Test func `the report needs nothing but itself`() async throws {
    try await Program.inNewFolder { program in
      try program.writeCase()
      #expect(try await program.run("map", "articles", "-o", "out").status == 0)
      let report = try program.text("out/report.html")
      #expect(report.contains("default-src 'none'; style-src 'sha256-"))
      #expect(!report.contains("<script") && !report.contains("unsafe-inline"))
      let addresses = report.matches(of: /(?:href|src)="([^"]*)"/).map { String($0.1) }
      let anchors = Set(report.matches(of: /\sid="([^"]*)"/).map { "#\($0.1)" })
      #expect(addresses.count > 20)
      for address in addresses { #expect(anchors.contains(address), "\(address) leads nowhere") }
      let inMap = try program.text("out/map.svg").matches(of: /href="report.html(#note-[0-9-]+)"/)
      #expect(!inMap.isEmpty)
      for link in inMap { #expect(anchors.contains(String(link.1))) }
    }
  }

  @Test func `what map wrote among the documents is not read back`() async throws {
    try await Program.inNewFolder { program in
      try program.writeCase()
      #expect(try await program.run("map", "articles", "-o", "articles/out").status == 0)
      let first = try program.bytes("articles/out/network.json")
      let again = try await program.run("map", "articles", "-o", "articles/out")
      #expect(again.status == 0)
      #expect(try program.bytes("articles/out/network.json") == first)
      let same = try await program.run("map", "articles", "-o", "articles/")
      #expect(same.status == 64)
      #expect(try program.files(in: "articles").count == CustomsCase.files.count + 1)
    }
  }

  @Test func `a map can be made of standard input and of JSON lines`() async throws {
    try await Program.inNewFolder { program in
      let text = CustomsCase.files[0].text
      #expect(try await program.run("map", "-", "-o", "plain", input: text).status == 0)
      #expect(try program.text("plain/network.json").contains("Rui Almada"))
      let lines = try CustomsCase.files.map { file in
        let line = ["name": file.name, "text": file.text, "published": "2022-03-12"]
        return String(decoding: try JSONEncoder().encode(line), as: UTF8.self)
      }
      let result = try await program.run(
        "map", "--jsonl", "-", "-o", "lines", input: lines.joined(separator: "\n"))
      #expect(result.status == 0)
      #expect(try program.text("lines/network.json").contains("\"published\" : \"2022-03-12\""))
    }
  }
}
