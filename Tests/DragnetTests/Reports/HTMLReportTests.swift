import Dragnet
import DragnetText
import Testing

@Suite struct HTMLReportTests {
  @Test func `an empty network makes a whole page`() {
    let page = HTMLReport(network: Network(documents: [], entities: [], relations: [])).html
    #expect(page.hasSuffix("</html>\n"))
    #expect(page.contains("An empty network"))
    check(page)
  }

  @Test func `text of documents is never markup`() {
    let hostile = "<script>alert('x')</script> \"&\u{202E}\u{0}"
    let page = HTMLReport(network: makeNetwork(naming: hostile)).html
    #expect(!page.contains("<script"))
    #expect(!page.unicodeScalars.contains("\u{202E}") && !page.unicodeScalars.contains("\u{0}"))
    #expect(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &quot;&amp;[U+202E]"))
    check(page)
  }

  @Test func `a quotation stands marked in its paragraph, its neighbors cut at words`() {
    let page = HTMLReport(network: makeNetwork(naming: "Ana")).html
    #expect(page.contains("<blockquote>First. <mark>Ana met Bo.</mark> Last.</blockquote>"))
    let long = String(repeating: "many words ", count: 60)
    let far = HTMLReport(network: makeNetwork(naming: "Ana", before: long, after: " " + long)).html
    #expect(far.contains("<blockquote>…  words many"))
    #expect(far.contains("many …</blockquote>") || far.contains("words …</blockquote>"))
  }

  @Test func `a quotation that does not stand in its document is marked as such`() {
    var network = makeNetwork(naming: "Ana")
    network.relations[0].evidence[0].start += 1
    network.relations[0].evidence[0].end += 1
    #expect(HTMLReport(network: network).html.contains("not found at this place"))
  }

  @Test func `what is only alleged is marked wherever it appears`() {
    var network = makeNetwork(naming: "Ana")
    network.relations[0].modality = .alleged
    network.relations[0].polarity = .denied
    let page = HTMLReport(network: network).html
    #expect(page.matches(of: /class="hedge">alleged</).count == 3)
    #expect(page.contains("Ana met → Bo (alleged) (denied)"))
  }

  @Test func `only the highest ranked entities have cards when there are many`() {
    let page = HTMLReport(network: makeNetwork(naming: "Ana"), entityLimit: 1).html
    #expect(page.matches(of: /id="entity-/).count == 1)
    #expect(page.contains("1 more entities are in the entities file."))
    check(page)
  }

  @Test func `what is left out is told and nobody is said to be without relations for it`() {
    let page = HTMLReport(
      network: makeNetwork(naming: "Ana"), relationLimit: 0, conflictLimit: 0
    ).html
    #expect(page.contains("1 more are in the relations file."))
    #expect(page.contains("1 more are in the conflicts file."))
    #expect(!page.contains("Named without a relation"))
    #expect(!page.contains("id=\"evidence-1\""))
  }

  @Test func `styles of the map are allowed by their digest and nothing else is`() {
    let map = "<?xml?><svg viewBox=\"0 0 200 100\"><style>a{}</style></svg>"
    let page = HTMLReport(network: makeNetwork(naming: "Ana"), map: map).html
    // printf 'a{}' | openssl dgst -sha256 -binary | base64
    #expect(page.contains("'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='"))
    #expect(page.contains("<section id=\"map\" aria-labelledby=\"map-heading\" class=\"wide\">"))
  }

  /// What holds for every page: unique ids, links that lead somewhere, headings that skip no level.
  private func check(_ page: String) {
    let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    for link in page.matches(of: /href="#([^"]*)"/) { #expect(ids.contains(String(link.1))) }
    var level = 0
    for heading in page.matches(of: /<h([1-6])[ >]/) {
      let next = Int(heading.1) ?? 0
      #expect(next <= level + 1)
      level = next
    }
  }

  /// Two people who met, in one sentence of one document.
  private func makeNetwork(
    naming name: String, before: String = "First. ", after: String = " Last."
  ) -> Network {
    let quote = "\(name) met Bo."
    let document = Network.Text(
      id: DocumentID("d1"), name: "a.txt", title: name, source: name, sha256: "00", origin: name,
      text: "A headline\n\(before)\(quote)\(after)\nAnother paragraph")
    let start = 11 + before.utf8.count
    func entity(_ id: String, _ name: String) -> Entity {
      Entity(
        id: id, type: .person, name: name, aliases: [name], attributes: Attributes(role: name),
        mentions: [.init(document: document.id, start: start, end: start + 1, text: "x")])
    }
    let evidence = Evidence(
      document: document.id, sentence: quote, start: start, end: start + quote.utf8.count,
      speaker: name)
    return Network(
      documents: [document], entities: [entity("e1", name), entity("e2", "Bo")],
      relations: [
        Relation(
          id: "r1", from: "e1", to: "e2", type: "met", confidence: 0.5, origins: 1,
          originIDs: [name], evidence: [evidence])
      ],
      conflicts: [
        Conflict(
          id: "c1", about: name, entities: ["e1"], verdict: .conflict, reason: name,
          values: [.init(value: name, documents: [document.id], evidence: [evidence])])
      ],
      rankings: [
        "betweenness": ["e1", "e2"].map { RankedEntity(entity: $0, score: 0, rank: 1) }
      ])
  }
}
