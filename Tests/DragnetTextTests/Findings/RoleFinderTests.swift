import DragnetText
import Testing

@Suite struct RoleFinderTests {
  @Test(
    arguments: [
      ("Julia Stern, chief executive of Halden Bank, resigned.", "Julia Stern leads Halden Bank"),
      ("Halden Bank's chief executive, Julia Stern, resigned.", "Julia Stern leads Halden Bank"),
      ("Julia Stern is the chief executive of Halden Bank.", "Julia Stern leads Halden Bank"),
      (
        "Julia Stern was appointed chairman of Halden Bank on Monday.",
        "Julia Stern leads Halden Bank"
      ),
      (
        "Belmont Ltd is a subsidiary of Halden Bank.",
        "Belmont Ltd subsidiary_of Halden Bank"
      ),
      ("Anna Weiss, the wife of Paul Frey, fled.", "Anna Weiss spouse_of Paul Frey"),
      ("Carlos Ruiz's brother, Diego Ruiz, fled to Panama.", "Diego Ruiz sibling_of Carlos Ruiz"),
      (
        "Paul Frey, 54, a lawyer with Halden Bank, was detained.", "Paul Frey works_for Halden Bank"
      ),
    ])
  func `ties the bearer of a role to whom it is held towards`(
    text: String, expected: String
  ) throws {
    #expect(try reading(of: text).statements.contains(expected))
  }

  @Test func `ties both of two to the role they share`() throws {
    let statements = try reading(
      of: "Lena Koch and Paul Frey, both directors of Halden Bank, were detained."
    ).statements
    #expect(statements.contains("Lena Koch leads Halden Bank"))
    #expect(statements.contains("Paul Frey leads Halden Bank"))
  }

  @Test func `keeps that a role is denied or only alleged`() throws {
    let denied = try reading(of: "Julia Stern is not a member of Halden Bank.").findings
    #expect(denied.contains { $0.label == "member_of" && $0.polarity == .denied })
    let alleged = try reading(of: "Paul Frey, an alleged member of Halden Bank, fled.").findings
    #expect(alleged.contains { $0.label == "member_of" && $0.modality == .alleged })
  }

  @Test func `does not let a minister lead the city he is met in`() throws {
    let reading = try reading(of: "Julia Stern met Prime Minister Erik Holm in Oslo.")
    #expect(!reading.statements.contains { $0.hasSuffix("leads Oslo") })
    #expect(reading.statements.contains("Julia Stern met Erik Holm"))
  }
}
