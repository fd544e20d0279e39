import DragnetText
import Testing

@Suite struct EventNounFinderTests {
  @Test(
    arguments: [
      (
        "Orion Capital's acquisition of Delta Mining was approved.",
        "Orion Capital acquired Delta Mining"
      ),
      (
        "The arrest of Omar Haddad by Spanish police was legal.",
        "Spanish police arrested Omar Haddad"
      ),
      (
        "A raid by Europol on Belmont Trading followed on Friday.", "Europol raided Belmont Trading"
      ),
      (
        "The Serious Fraud Office opened an investigation into Orion Capital.",
        "Serious Fraud Office investigates Orion Capital"
      ),
      (
        "Carlos Ruiz received bribes from Norvik Shipping.", "Norvik Shipping paid Carlos Ruiz"
      ),
      (
        "A meeting between Viktor Malin and Julia Stern took place in Vienna.",
        "Viktor Malin met Julia Stern"
      ),
    ])
  func `reads who did what out of a noun`(text: String, expected: String) throws {
    #expect(try reading(of: text).statements.contains(expected))
  }

  @Test func `claims of responsibility are alleged`() throws {
    let reading = try reading(
      of: "The ransomware group LockJaw claimed responsibility for the attack on Mercy Hospital.")
    #expect(reading.findings.contains { $0.label == "attacked" && $0.modality == .alleged })
  }

  @Test func `a noun with one end gives no relation`() throws {
    let reading = try reading(of: "The attack on Mercy Hospital lasted two days.")
    #expect(!reading.findings.contains { $0.label == "attacked" })
  }
}
