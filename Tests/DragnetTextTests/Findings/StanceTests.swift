import DragnetText
import Testing

/// One sentence with the finding it has to give: *label polarity modality*.
private let sentences: [(String, String)] = [
  // What someone denies.
  ("Tomas Berg denied meeting Ana Pires.", "met denied fact"),
  ("Kovalenko Ltd denied paying Ana Pires.", "paid denied fact"),
  ("Kovalenko Ltd denied that it paid Peter Lund.", "paid denied fact"),
  ("Marek Nowak denied having bribed Aisha Bello.", "paid denied fact"),
  ("Yusuf Demir denied that he had paid Ingrid Holm.", "paid denied fact"),
  ("Tomas Berg denies he paid Ana Pires.", "paid denied fact"),
  ("Tomas Berg denied being paid by Ana Pires.", "paid denied fact"),
  ("Tomas Berg has denied owning Norvik Ltd.", "owns denied fact"),
  ("Tomas Berg denied being the owner of Norvik Ltd.", "owns denied fact"),
  ("Norvik Ltd denied any links to Halden Bank.", "linked_to denied fact"),
  ("Tomas Berg denied allegations of bribing Ana Pires.", "paid denied alleged"),
  ("Rafael Ortiz rejected claims that Tomas Berg killed Ana Pires.", "killed denied alleged"),
  ("The ministry dismissed allegations that Amina Diallo bribed Ana Pires.", "paid denied alleged"),
  ("Lena Vogel refuted reports that Norvik Ltd paid Ali Haddad.", "paid denied alleged"),
  ("Norvik Ltd rejects the accusation that it bribed Ali Haddad.", "paid denied alleged"),
  ("Claims that Norvik Ltd paid Ali Haddad were denied by Lena Vogel.", "paid denied alleged"),
  ("Tomas Berg has no ties to Norvik Ltd.", "linked_to denied fact"),
  ("Norvik Ltd has no known links to Halden Bank.", "linked_to denied fact"),
  ("Norvik Ltd has ties to Halden Bank.", "linked_to asserted fact"),
  // What nobody stands up for.
  ("According to rumours Tomas Berg paid Ana Pires.", "paid asserted alleged"),
  ("According to unconfirmed reports, Tomas Berg paid Ana Pires.", "paid asserted alleged"),
  ("Tomas Berg paid Ana Pires, according to rumors.", "paid asserted alleged"),
  ("Amid speculation Tomas Berg paid Ana Pires.", "paid asserted alleged"),
  ("According to the police, Tomas Berg paid Ana Pires.", "paid asserted fact"),
  // What did not happen.
  ("There is no evidence that Norvik Ltd paid Ali Haddad.", "paid denied fact"),
  ("There is no proof Tomas Berg paid Ana Pires.", "paid denied fact"),
  ("It is not true that Tomas Berg bribed Ana Pires.", "paid denied fact"),
  ("Reports that Mei Chen killed Carlos Ruiz are untrue.", "killed denied alleged"),
  ("Hiro Tanaka never met Carlos Ruiz.", "met denied fact"),
  ("Norvik Ltd did not acquire Halden Bank.", "acquired denied fact"),
  ("Norvik Ltd has not paid Ali Haddad.", "paid denied fact"),
  ("Mei Chen does not own Halden Bank.", "owns denied fact"),
  ("Mei Chen no longer owns Halden Bank.", "owns denied fact"),
  ("Ali Haddad was not arrested by the police.", "arrested denied fact"),
  ("Neither Mei Chen nor Hiro Tanaka met Carlos Ruiz.", "met denied fact"),
  ("Norvik Ltd left Oslo without paying Ali Haddad.", "paid denied fact"),
  ("Norvik Ltd refused to pay Ali Haddad.", "paid denied fact"),
  ("Norvik Ltd failed to pay Ali Haddad.", "paid denied fact"),
  ("Norvik Ltd declined to pay Ali Haddad.", "paid denied fact"),
  ("Halden Bank was unable to pay Norvik Ltd.", "paid denied fact"),
  ("The court prevented Halden Bank from buying Norvik Ltd.", "acquired denied fact"),
  ("Norvik Ltd did not sue Halden Bank or pay Ali Haddad.", "paid denied fact"),
  ("Tomas Berg is not the chief executive of Norvik Ltd.", "leads denied fact"),
  ("Dmitri Volkov was cleared of killing Olga Sokol.", "killed denied alleged"),
  ("Dmitri Volkov was acquitted of killing Olga Sokol.", "killed denied alleged"),
  ("Dmitri Volkov was found not guilty of murdering Olga Sokol.", "killed denied fact"),
  ("Dmitri Volkov pleaded not guilty to bribing Olga Sokol.", "paid denied fact"),
  ("Police do not believe that Mei Chen killed Carlos Ruiz.", "killed denied believed"),
  // What others claim.
  ("Allegations that Norvik Ltd paid Ali Haddad surfaced in May.", "paid asserted alleged"),
  ("Prosecutors allege that Norvik Ltd bribed Ali Haddad.", "paid asserted alleged"),
  ("Prosecutors say Norvik Ltd paid Ali Haddad.", "paid asserted fact"),
  ("Mei Chen is accused of paying Carlos Ruiz.", "paid asserted alleged"),
  ("Norvik Ltd allegedly paid Ali Haddad.", "paid asserted alleged"),
  ("Reportedly, Norvik Ltd paid Ali Haddad.", "paid asserted alleged"),
  ("Norvik Ltd is said to have paid Ali Haddad.", "paid asserted alleged"),
  ("Mei Chen was arrested on suspicion of killing Carlos Ruiz.", "killed asserted alleged"),
  ("Mei Chen is suspected of killing Carlos Ruiz.", "killed asserted believed"),
  ("It was alleged that Mei Chen paid Carlos Ruiz.", "paid asserted alleged"),
  ("It is believed that Mei Chen killed Carlos Ruiz.", "killed asserted believed"),
  ("Mei Chen is believed to own Halden Bank.", "owns asserted believed"),
  ("Norvik Ltd may have paid Ali Haddad.", "paid asserted believed"),
  ("Norvik Ltd could have paid Ali Haddad.", "paid asserted believed"),
  ("Tomas Berg did not deny paying Ana Pires.", "paid asserted alleged"),
  // What is only meant to happen.
  ("Halden Bank has been attempting to take over Norvik Ltd.", "acquired asserted planned"),
  ("Halden Bank tried to buy Norvik Ltd.", "acquired asserted planned"),
  ("Halden Bank wants to buy Norvik Ltd.", "acquired asserted planned"),
  ("Halden Bank offered to buy Norvik Ltd.", "acquired asserted planned"),
  ("Halden Bank is considering buying Norvik Ltd.", "acquired asserted planned"),
  ("Halden Bank plans to buy Norvik Ltd.", "acquired asserted planned"),
  ("Halden Bank will buy Norvik Ltd.", "acquired asserted planned"),
  ("Halden Bank launched a bid for Norvik Ltd.", "acquired asserted planned"),
  ("Halden Bank launched a failed bid for Norvik Ltd.", "acquired denied planned"),
  ("Halden Bank cancelled its deal to acquire Norvik Ltd.", "acquired denied planned"),
  ("Tomas Berg asked Mei Chen to kill Carlos Ruiz.", "killed asserted planned"),
  // What is said beside a denial stands.
  ("Norvik Ltd did not buy Halden Bank but paid Ali Haddad.", "paid asserted fact"),
  (
    "Tomas Berg denied knowing Ana Pires, who was arrested by the police.", "arrested asserted fact"
  ),
  ("Tomas Berg, who denied meeting Ana Pires, was arrested by police.", "arrested asserted fact"),
]

@Suite struct StanceTests {
  @Test(arguments: sentences)
  func `what is denied, claimed or planned is no fact`(text: String, expected: String) throws {
    let findings = try reading(of: text).findings
    let label = expected.prefix { $0 != " " }
    let found = findings.filter { $0.label == label }.map {
      "\($0.label) \($0.polarity.rawValue) \($0.modality.rawValue)"
    }
    #expect(!found.isEmpty && found.allSatisfy { $0 == expected }, "\(found)")
  }

  @Test func `a denial names who denies`() throws {
    let findings = try reading(of: "Tomas Berg denied meeting Ana Pires.").findings
    #expect(findings.map(\.speaker) == ["Tomas Berg"])
  }

  @Test(
    arguments: [
      "If Norvik Ltd pays Ali Haddad, the deal is off.",
      "Investigators are asking whether Norvik Ltd paid Ali Haddad.",
      "Did Norvik Ltd pay Ali Haddad?",
      "Hiro Tanaka approached Carlos Ruiz.",
      "Norvik Ltd's competitor Halden Bank fell.",
    ])
  func `what says nothing of two parties gives nothing`(text: String) throws {
    #expect(try reading(of: text).statements.isEmpty)
  }

  @Test func `rivals compete either way round`() throws {
    let findings = try reading(of: "Haldex, a rival of Norvik Ltd, sued Mei Chen.").findings
    #expect(findings.contains { $0.label == "competes_with" && !$0.isDirected })
  }

  @Test func `a region before a role is not what is led`() throws {
    let statements = try reading(of: "Paul Frey, North America CEO of Norvik Ltd, spoke.")
      .statements
    #expect(statements.allSatisfy { !$0.contains("America") })
    #expect(statements.contains { $0.hasPrefix("Paul Frey leads Norvik") })
  }
}
