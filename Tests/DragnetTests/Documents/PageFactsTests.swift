import DragnetText
import Testing

@testable import Dragnet

struct PageFactsTests {
  private let prose = """
    The port authority of Zel dismissed its director on Monday after an audit, officials said.

    The audit found that four cranes had been paid for twice, according to the report.
    """

  private func facts(_ text: String) -> PageFacts {
    let lines = PageLine.lines(of: text)
    return PageFacts(of: text, lines: lines, furniture: PageFurniture(lines: lines))
  }

  @Test(
    arguments: [
      ("October 11, 2023", "2023-10-11"), ("11 Oct 2023", "2023-10-11"),
      ("2023-10-11", "2023-10-11"),
      ("Published on 11th of October, 2023 at 10:15 GMT", "2023-10-11"),
      ("Wed, Oct 11, 2023 | 3 min read", "2023-10-11"), ("11.10.2023", "2023-10-11"),
      ("Posted: 23/10/2023", "2023-10-23"), ("10/23/2023 08:00", "2023-10-23"),
      ("Sept. 5, 2023", "2023-09-05"), ("By Ada Brink | 5 September 2023", "2023-09-05"),
      ("Last updated 2023/10/11", "2023-10-11"),
    ])
  func `finds the day below the headline`(line: String, day: String) {
    let found = facts("Port chief dismissed after crane audit\n\n\(line)\n\n\(prose)")
    #expect(found.published?.description == day)
    #expect(found.title == "Port chief dismissed after crane audit")
  }

  @Test(arguments: [
    "The Zel Courier, 11 October 2023",
    "Zel Crane Watch bulletin, Zel, 11 October 2023. Write to us.",
  ])
  func `reads the day of an imprint above the text`(line: String) {
    let found = facts("\(line)\n\nPort chief dismissed after crane audit\n\n\(prose)")
    #expect(found.published?.description == "2023-10-11")
  }

  @Test(
    arguments: [
      ("ZEL, 11 October 2023 (Reuters) - ", "2023-10-11"), ("11-10-2023 (ZEL) ", nil),
      ("23-10-2023 (ZEL) ", "2023-10-23"), ("October 11, 2023 – ", "2023-10-11"),
      ("On October 11, 2023 it became known that ", nil), ("ZEL, Oct 11 (Reuters) - ", nil),
    ] as [(String, String?)])
  func `reads the day of a dateline, and only of that`(head: String, day: String?) {
    #expect(facts(head + prose).published?.description == day)
  }

  @Test func `does not take the page's clock for the day of publication`() {
    let clock = "Thursday, May 16, 2024\nHome\nNews\n\nPort chief dismissed after crane audit\n\n"
    #expect(facts(clock + prose).published == nil)
    #expect(facts(clock + "October 11, 2023\n\n" + prose).published?.description == "2023-10-11")
  }

  @Test(
    arguments: [
      (
        "Port chief dismissed after crane audit\n\nSaturday 14 October 2023 | Harbour desk | 310 views",
        "2023-10-14"
      ),
      (
        "# Port chief dismissed after crane audit\n\n*Quay Watch bulletin, Zel, 6 May 2024.*",
        "2024-05-06"
      ),
    ])
  func `reads the day of a masthead`(head: String, day: String) {
    #expect(facts("\(head)\n\n\(prose)").published?.description == day)
  }

  @Test func `takes the year of a dateline from the copyright line, if there is one`() {
    let dated =
      "Port chief dismissed after crane audit\n\nZEL, March 14 (Quay Press) – \(prose)\n\n"
    #expect(
      facts(dated + "© Quay Press 2025. All rights reserved.").published?.description
        == "2025-03-14")
    #expect(facts(dated + "© Quay Press. All rights reserved.").published == nil)
  }

  @Test func `prefers published to updated`() {
    let lines = "Updated: October 14, 2023\nPublished: October 11, 2023\n\n"
    #expect(
      facts("Port chief dismissed after crane audit\n\n" + lines + prose).published?.description
        == "2023-10-11")
  }

  @Test(
    arguments: [
      ("© 2024 The Coast Ledger. All Rights Reserved. Owned by Ledger Media", "The Coast Ledger"),
      ("Copyright © 2019-2024 Harbour News Ltd | Terms", "Harbour News Ltd"),
      ("Ada Brink\n\nAda is a writer for Coastline.", "Coastline"),
      ("Ada Brink\n\nAda is a senior reporter at the Zel Gazette, based in Zel.", "Zel Gazette"),
      ("© 2024. All rights reserved.", nil),
      ("Ada is a writer for hire.", nil),
      ("— The Coast Ledger (@ledger) October 9, 2023", nil),
    ] as [(String, String?)])
  func `finds the outlet below the article`(foot: String, outlet: String?) {
    #expect(
      facts("Port chief dismissed after crane audit\n\n\(prose)\n\n\(foot)").source == outlet)
  }

  @Test func `finds the outlet in masthead, headline and dateline`() {
    #expect(
      facts("The Zel Herald\n\nPort chief out after crane audit\n\n" + prose).source
        == "The Zel Herald")
    let bar = facts("Port chief out after crane audit | Zel Herald\n\n" + prose)
    #expect(bar.source == "Zel Herald")
    #expect(bar.title == "Port chief out after crane audit")
    #expect(facts("ZEL, Oct 11 (AFP) - " + prose).source == "AFP")
    #expect(facts(prose).source == nil)
  }

  @Test(
    arguments: [
      ("By Ada Brink", "Ada Brink"), ("BY ADA BRINK, STAFF WRITER", "ADA BRINK"),
      ("By Ada Brink and Jo van der Pell | 11 October 2023", "Ada Brink and Jo van der Pell"),
      ("By the numbers", nil), ("By Sunday", nil),
    ] as [(String, String?)])
  func `finds the author`(line: String, author: String?) {
    #expect(
      facts("Port chief dismissed after crane audit\n\n\(line)\n\n\(prose)").byline == author)
  }

  @Test func `states nothing that a bare text does not state`() {
    let found = facts(prose)
    #expect(found.title == nil && found.source == nil && found.published == nil)
    #expect(found.byline == nil)
  }

  @Test func `quotes the headline as it is written`() {
    #expect(
      facts("Lind’s “second” crane never came\n\n" + prose).title
        == "Lind’s “second” crane never came")
  }
}
