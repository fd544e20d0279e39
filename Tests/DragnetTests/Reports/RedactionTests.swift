import Dragnet
import DragnetText
import Foundation
import TestSupport
import Testing

@Suite struct RedactionTests {
  private func redacted(_ list: String, _ network: Network = DockCase.network) throws
    -> RedactedCase
  {
    try RedactedCase(network, Redaction(parsing: list, file: "names.txt"))
  }

  /// A network in which a name stands everywhere a name can stand.
  private var everywhere: Network {
    let forms = [
      "Mara Quist", "MARA QUIST", "mara quist", "Mara\nQuist", "Mara  Quist’s", "Mara Quists",
      "Mára Quist's", "MaraQuist", "mara-quist", "mara_quist.txt", "Mara%20Quist",
      "Ma\u{AD}ra Quist",
      "Ｍａｒａ Quist", "Quist", "QUIST’S",
    ]
    var network = DockCase.network
    network.documents[0].text += "\n" + forms.joined(separator: " met ")
    network.documents[0].name = "mara-quist.txt"
    network.documents[0].title = "Who is MARA QUIST?"
    network.documents[0].source = "Quist Times"
    network.documents[0].origin = "mara-quist.txt"
    network.entities[1].id = "mara-quist-friend"
    network.entities[1].aliases.append("friend of Mara Quist")
    network.entities[1].attributes.role = "driver of Quist"
    for index in network.relations.indices {
      for path in [\Relation.from, \Relation.to]
      where network.relations[index][keyPath: path] == "e2" {
        network.relations[index][keyPath: path] = "mara-quist-friend"
      }
      network.relations[index].originIDs = ["Quist Times"]
      network.relations[index].evidence[0].speaker = "a cousin of Mara\tQuist"
    }
    network.conflicts[0].about = "crates of Mara Quist"
    network.conflicts[0].reason = "Mara Quist says so"
    network.conflicts[0].values[0].value = "Quist’s 40"
    network.rankings = MeasuredNetwork(network).rankings()
    return network
  }

  /// Looks for a name in bytes by a way of its own: letters only, folded.
  private func holdsName(_ bytes: Data) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
      .folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    return text.contains("quist") || text.contains("mara")
  }

  @Test func `no byte of any output holds a listed name`() throws {
    let matter = ReportCase(try redacted("Mara Quist\tthe owner of the firm\n", everywhere))
    let template = """
      ---
      title: Mara Quist
      ---

      # About Mara
      Quist and **QUIST**

      See [her](https://example.org/mara-quist).

      """
      + [
        "map title=\"The ring of Quist\"", "ego \"Mara Quist\" caption=\"Quist and friends\"",
        "path \"Quist\" Farhaven", "ranking", "conflicts about=\"crates of Mara Quist\"",
        "timeline", "evidence Quist", "entity \"Mara Quist\"", "entity Brandt", "summary",
        "sources", "entity \"Mara Qist\"", "nonsense \"Mara Quist\"", "map id=quist",
      ].map { "\n```dragnet\n\($0)\n```\n" }.joined()
    let report = Report(template, name: "mara-quist.md", matter: matter)
    #expect(report.failures.map(\.place.line) == [55, 59, 63], "\(report.failures)")
    var outputs = [Data(report.html().text.utf8)]
    let markdown = report.markdown()
    outputs.append(Data(markdown.text.utf8))
    for file in markdown.files { outputs += [file.contents, Data(file.name.utf8)] }
    outputs.append(Data(Dossier(matter: matter).report.html().text.utf8))
    outputs += report.failures.map { Data("\($0)".utf8) }
    #expect(markdown.files.count >= 2)
    for output in outputs { #expect(!holdsName(output)) }
    // The same search finds the name where nothing is replaced.
    #expect(holdsName(Data(Report(template, network: everywhere).html().text.utf8)))
    #expect(report.html().text.contains("the owner of the firm"))
  }

  @Test func `every range still quotes the text`() throws {
    let network = try redacted("Mara Quist\nOlav Brandt\tö\n", everywhere).network
    let text = Array(network.documents[0].text.utf8)
    let evidence =
      network.relations.flatMap(\.evidence)
      + network.conflicts.flatMap { $0.values.flatMap(\.evidence) }
    for one in evidence {
      #expect(text[one.start..<one.end].elementsEqual(one.sentence.utf8))
    }
    #expect(throws: Never.self) {
      try Network(jsonData: try network.jsonData(), file: "x")
    }
  }

  @Test func `one name has one role, and roles are given by kind`() throws {
    let network = try redacted("Tern Shipping\nQuist\n").network
    #expect(
      network.entities.map(\.name) == ["Person B", "Olav Brandt", "Organization A", "Farhaven"])
    #expect(network.relations[0].evidence[0].sentence == "Person B owns Organization A.")
    #expect(
      network.conflicts[0].values[0].evidence[0].sentence == "Person B’s ship carried 40 crates.")
  }

  @Test func `common words that a document uses for someone stay`() throws {
    var network = DockCase.network
    network.documents[0].text += "\nThe owner of the house is the owner."
    let text = try redacted("Mara Quist\n", network).network.documents[0].text
    #expect(text.hasSuffix("The owner of the house is the owner."))
  }

  @Test func `words that only begin like a name stay`() throws {
    var network = DockCase.network
    network.documents[0].text += "\nThe quisting of a marathon, and Ternary Shippings."
    let text = try redacted("Mara Quist\nTern Shipping\n", network).network.documents[0].text
    #expect(text.contains("The quisting of a marathon, and Ternary Shippings."))
  }

  @Test func `a digest of a changed document is withheld, others stay`() throws {
    #expect(try redacted("Mara Quist\n").network.documents[0].sha256 == "")
    let nobody = try redacted("Nobody Else\n")
    #expect(nobody.network.documents[0].sha256 == "ab12")
    #expect(nobody.unknownNames == ["Nobody Else"])
  }

  @Test(
    arguments: [
      ("", "there is no name in it"), ("# remark\n", "there is no name in it"),
      ("Quist\n\t role\n", "names.txt:2"), ("Quist\tfriend of Brandt\nBrandt\n", "names.txt:1"),
    ])
  func `a bad list is refused with its place`(list: String, reason: String) {
    let error = #expect(throws: RedactionError.self) { _ = try redacted(list) }
    #expect(error?.description.contains(reason) == true)
  }

  @Test(arguments: UInt64(0)..<30)
  func `places move with the text`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let words = ["Quist", "Mara Quist", "x", "ö", "Tern Shipping", "a b", "\n", "Quist’s"]
    let pieces = (0..<20).map { _ in words[Int.random(in: words.indices, using: &random)] }
    var network = DockCase.network
    network.documents[0].text = pieces.joined(separator: " ")
    var mentions: [Entity.Occurrence] = []
    var start = 0
    for piece in pieces {
      let end = start + piece.utf8.count
      mentions.append(.init(document: DocumentID("d1"), start: start, end: end, text: piece))
      start = end + 1
    }
    network.entities[3].mentions = mentions
    network.relations = []
    network.conflicts = []
    let now = try redacted("Mara Quist\tM\nTern Shipping\tthe long name of it\n", network).network
    let text = Array(now.documents[0].text.utf8)
    for (piece, mention) in zip(pieces, now.entities[3].mentions) {
      #expect(text[mention.start..<mention.end].elementsEqual(mention.text.utf8))
      if ["x", "ö", "a b"].contains(piece) { #expect(mention.text == piece) }
      if piece == "Tern Shipping" { #expect(mention.text.lowercased() == "the long name of it") }
    }
  }
}
