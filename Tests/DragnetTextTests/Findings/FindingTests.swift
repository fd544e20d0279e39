import DragnetText
import Testing

@Suite struct FindingTests {
  @Test(
    arguments: [
      // Active, passive, coordination.
      ("Kenyan police raided Novabank.", "Kenyan police raided Novabank"),
      ("Novabank was raided by Kenyan police.", "Kenyan police raided Novabank"),
      ("Ana Sousa and Jan Lund founded Novabank.", "Jan Lund founded Novabank"),
      ("Kenyan police raided a house in Mombasa.", "Kenyan police raided Mombasa"),
      ("Police in Kenya detained Ana Sousa.", "Police in Kenya arrested Ana Sousa"),
      // Control and relative clauses.
      (
        "Two women managed to escape from the Grey Wolf gang.",
        "Two women escaped_from Grey Wolf gang"
      ),
      ("Two women who fled informed Kenyan police.", "Two women alerted Kenyan police"),
      ("Novabank, which bought Castor AG, grew.", "Novabank acquired Castor AG"),
      ("Kenyan police arrested six men linked to Novabank.", "six men member_of Novabank"),
      (
        "Kenyan police arrested eight men, including Ana Sousa.", "Kenyan police arrested Ana Sousa"
      ),
      (
        "Prosecutors charged the former head of Novabank, Ana Sousa, with theft.",
        "Prosecutors charged Ana Sousa"
      ),
      // Without a verb.
      ("Novabank CEO Ana Sousa resigned.", "Ana Sousa leads Novabank"),
      ("Ana Sousa, head of Novabank, resigned.", "Ana Sousa leads Novabank"),
      ("The head of Novabank, Ana Sousa, resigned.", "Ana Sousa leads Novabank"),
      ("Novabank's lawyer, Ana Sousa, resigned.", "Ana Sousa represents Novabank"),
      ("A spokesman for Novabank, Jan Lund, resigned.", "Jan Lund spokesperson_for Novabank"),
      ("Police watched a house in Belmar in Lagos.", "Belmar located_in Lagos"),
      ("The Norwegian embassy in Quito closed.", "Norwegian embassy in Quito located_in Quito"),
      ("Six Chadians left Chad.", "Six Chadians citizen_of Chad"),
      ("A gang from Mali robbed Novabank.", "gang from Mali robbed Novabank"),
      ("The state oil company Petrolia is based in Quito.", "Petrolia based_in Quito"),
      ("They fled to Mali's capital, Bamako.", "Bamako capital_of Mali"),
      // Movement.
      ("Six Chadians were taken to Oslo.", "Six Chadians taken_to Oslo"),
      ("Ana Sousa met with Jan Lund.", "Ana Sousa met Jan Lund"),
      ("Six Chadians came to Oslo.", "Six Chadians travelled_to Oslo"),
      // Representatives stand for the body.
      (
        "Officials from Norway's foreign ministry visited six Chadians.",
        "Norway foreign ministry visited six Chadians"
      ),
      (
        "A court in Mali said six men would be held in custody.",
        "court in Mali ordered_detention_of six men"
      ),
    ])
  func `reads who did what to whom`(text: String, expected: String) throws {
    #expect(try reading(of: text).statements.contains(expected))
  }

  @Test(
    arguments: [
      ("Ana Sousa did not bribe Jan Lund.", Polarity.denied, Modality.fact),
      ("Ana Sousa never paid Jan Lund.", .denied, .fact),
      ("Ana Sousa allegedly bribed Jan Lund.", .asserted, .alleged),
      ("Ana Sousa is believed to have bribed Jan Lund.", .asserted, .believed),
      ("Ana Sousa will bribe Jan Lund.", .asserted, .planned),
      ("Ana Sousa plans to bribe Jan Lund.", .asserted, .planned),
      ("Ana Sousa bribed Jan Lund.", .asserted, .fact),
    ])
  func `knows how sure a text is`(text: String, polarity: Polarity, modality: Modality) throws {
    let finding = try #require(try reading(of: text).findings.first { $0.label == "paid" })
    #expect(finding.polarity == polarity)
    #expect(finding.modality == modality)
  }

  @Test(
    arguments: [
      ("on 7 October", "2023-10-07"), ("on October 7th, 2021", "2021-10-07"),
      ("on the 7th of October", "2023-10-07"), ("on Monday", "2023-10-09"),
      ("yesterday", "2023-10-09"),
      ("in September", "2023-09"), ("in 2019", "2019"), ("on 2023-10-07", "2023-10-07"),
      ("in March", "2023-03"), ("on 7 Oct.", "2023-10-07"),
    ])
  func `dates are resolved against the day of publication`(words: String, expected: String) throws {
    let reading = try reading(
      of: "Kenyan police arrested Ana Sousa \(words)", published: "2023-10-10")
    let finding = try #require(reading.findings.first { $0.label == "arrested" })
    #expect(finding.date == CalendarDate(expected))
  }

  @Test func `names the speaker and the outlet`() throws {
    let text =
      "According to The Guardian, Kenyan police arrested Ana Sousa. Jan Lund said Novabank paid Ana Sousa."
    let reading = try reading(of: text)
    #expect(reading.statements.contains("The Guardian reported_on Kenyan police"))
    #expect(reading.findings.first { $0.label == "arrested" }?.speaker == "The Guardian")
    #expect(reading.findings.first { $0.label == "paid" }?.speaker == "Jan Lund")
    #expect(reading.attributions.map(\.speaker) == ["The Guardian", "Jan Lund"])
  }

  @Test(
    arguments: [
      "Ana Sousa was arrested.", "Police said hello.", "The bank is big.",
      "Kenya, Chad and Mali voted.",
      "Scammers impersonating police called.",
      "Novabank talked about the hedge fund Orvanta.",
    ])
  func `states nothing where nothing is tied`(text: String) throws {
    #expect(try reading(of: text).statements == [])
  }
}
