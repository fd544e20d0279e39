import Dragnet
import DragnetText
import Testing

@Suite struct DossierTests {
  @Test func `a dossier holds all parts in order`() {
    let page = Dossier(DockCase.network).report.html().text
    PageCheck.check(page)
    let headings = page.matches(of: /<h2[^>]*>(?:<span[^>]*><\/span>)?([^<]*)</).map {
      String($0.1)
    }
    #expect(
      headings == [
        "What this is about", "Map", "Who matters, and why", "Where the documents disagree",
        "Timeline", "Main entities", "Sources and their origins", "Method and limits", "Evidence",
      ])
  }

  @Test func `its template makes the same report`() {
    let dossier = Dossier(DockCase.network, title: "A *starred* title #1")
    #expect(dossier.report.failures.isEmpty)
    #expect(dossier.report.title == "A *starred* title #1")
    let again = Report(dossier.template, network: DockCase.network)
    #expect(again.html().text == dossier.report.html().text)
  }

  @Test func `only the highest ranked have cards, places last, and links lead to cards only`() {
    let dossier = Dossier(DockCase.network, cardLimit: 3)
    let cards = dossier.report.blocks.compactMap { $0.figure?.entity }
    #expect(Set(cards) == ["e1", "e2", "e3"])
    #expect(dossier.address(of: DockCase.network.entities[3]) == nil)
    #expect(dossier.address(of: DockCase.network.entities[0]) == "report.html#entity-e1")
    #expect(dossier.address(of: DockCase.network.relations[0]) == "report.html#note-1-0-30")
  }

  @Test func `every word of a statement is a claim's and has its note`() {
    for block in Dossier(DockCase.network).report.blocks {
      guard let figure = block.figure else { continue }
      for part in figure.parts {
        guard case .list(let items) = part else { continue }
        for item in items { #expect(!item.evidence.isEmpty, "\(item.plain)") }
      }
    }
  }
}
