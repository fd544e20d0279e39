import Dragnet
import DragnetText
import Testing

@Suite struct ReportCheckTests {
  private let template = """
    ```dragnet
    evidence "Mara Quist" "Tern Shipping"
    ```

    ```dragnet
    evidence "Olav Brandt" "Farhaven"
    ```

    ```dragnet
    map
    ```

    ```dragnet
    conflicts
    ```

    ```dragnet
    sources
    ```
    """

  private func stale(_ change: (inout Network) -> Void) -> [String] {
    var network = DockCase.network
    let written = Report(template, network: network)
    change(&network)
    let now = Report(template, network: network)
    let findings = now.check(written.html().text).findings
    #expect(now.check(written.markdown().text).findings == findings)
    return findings.map { [$0.label ?? "", $0.question].joined(separator: " ") }
  }

  @Test func `nothing is named where nothing changed`() {
    #expect(stale { _ in } == [])
  }

  @Test func `a changed claim names the figures that rest on it and no other`() {
    #expect(
      stale { $0.relations[0].modality = .alleged }
        == ["Table 1 evidence \"Mara Quist\" \"Tern Shipping\"", "Figure 1 map"])
    #expect(
      stale { $0.relations[2].date = nil }
        == ["Table 2 evidence \"Olav Brandt\" \"Farhaven\"", "Figure 1 map"])
    #expect(stale { $0.relations[1].originIDs = ["Ledger", "Wire"] } == ["Figure 1 map"])
    #expect(
      stale { $0.conflicts[0].values[0].value = "41" } == ["Figure 1 map", "Figure 2 conflicts"])
    #expect(stale { $0.documents[0].origin = "Wire" } == ["Table 3 sources"])
  }

  @Test func `a claim that is new or gone is a change`() {
    #expect(stale { $0.relations.remove(at: 1) } == ["Figure 1 map"])
    #expect(
      stale {
        $0.relations.append(
          DockCase.relation("r9", "e1", "sold", "e3", 0, polarity: .denied))
      } == ["Table 1 evidence \"Mara Quist\" \"Tern Shipping\"", "Figure 1 map"])
  }

  @Test func `ids and places in a document may change`() {
    #expect(
      stale { network in
        network.relations[0].id = "other"
        network.relations[0].evidence[0].start += 3
        network.relations[0].evidence[0].end += 3
      } == [])
  }

  @Test func `a finding says what changed`() throws {
    var network = DockCase.network
    let written = Report("```dragnet\nmap\n```\n", network: network).html().text
    network.relations[0].modality = .alleged
    network.relations.removeLast()
    let finding = try #require(
      Report("# New\n\n```dragnet\nmap\n```\n", network: network).check(written).findings.first)
    #expect(
      finding.description
        == "4:1: Figure 1 'map' is out of date: one claim changed "
        + "(Mara Quist owns → Tern Shipping alleged), one claim gone")
  }

  @Test func `a figure that is not there and one that nobody asks for are named`() {
    let written = Report("```dragnet\nsources\n```\n", network: DockCase.network).html().text
    let check = Report("```dragnet\nmap\n```\n", network: DockCase.network).check(written)
    #expect(check.findings.map(\.problem) == [.missing, .leftOver])
  }

  @Test func `words of a document cannot pass for what a report remembers`() {
    var network = DockCase.network
    network.entities[3].name =
      "<!-- dragnet-figure {\"label\":\"\",\"question\":\"x\",\"rests\":\"\"} -->"
    let report = Report("```dragnet\nentity e4\n```\n", network: network)
    #expect(report.check(report.html().text).findings == [])
    #expect(report.check(report.markdown().text).findings == [])
  }
}
