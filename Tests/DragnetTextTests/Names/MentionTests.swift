import DragnetText
import Testing

@Suite struct MentionTests {
  private func chain(_ text: String, _ name: String) throws -> Chain? {
    try reading(of: text).chains.first { $0.name == name || $0.aliases.contains(name) }
  }

  @Test(
    arguments: [
      "Kenyan police freed a hostage.", "Kenya Police freed a hostage.",
      "The police in Kenya freed a hostage.", "Kenya's police freed a hostage.",
      "The Kenya National Police freed a hostage.", "The Kenyan National Police freed a hostage.",
    ])
  func `police of a country are the police of that country however written`(text: String) throws {
    let police = try #require(try reading(of: text).chains.first { $0.type == .agency })
    #expect(police.attributes.office == "police")
    #expect(police.attributes.country == "KE")
  }

  @Test(
    arguments: [
      ("The Norwegian embassy in Quito closed.", "embassy", "NO", "Quito"),
      ("Norway’s Foreign Ministry protested.", "foreign ministry", "NO", nil),
      ("The Ministry of Foreign Affairs of Norway protested.", "foreign ministry", "NO", nil),
      ("The Judiciary of Chile ordered a trial.", "judiciary", "CL", nil),
      ("Chilean prosecutors opened a case.", "prosecutor", "CL", nil),
    ] as [(String, String, String, String?)])
  func `agencies get office, country and seat`(
    text: String, office: String, country: String, seat: String?
  ) throws {
    let agency = try #require(try reading(of: text).chains.first { $0.type == .agency })
    #expect(agency.attributes.office == office)
    #expect(agency.attributes.country == country)
    #expect(agency.attributes.seat == seat)
  }

  @Test(
    arguments: [
      ("A Danish crime group known as Grey Wolf robbed a bank.", "Grey Wolf", "DK"),
      ("Members of a Danish syndicate, Grey Wolf, robbed a bank.", "Grey Wolf", "DK"),
      ("The Danish ‘Grey Wolf’ gang robbed a bank.", "Grey Wolf", "DK"),
      ("A gang called “the Grey Wolf of Denmark” robbed a bank.", "Grey Wolf of Denmark", nil),
    ] as [(String, String, String?)])
  func `a gang is known by the name beside its kind`(text: String, name: String, country: String?)
    throws
  {
    let gang = try #require(try chain(text, name))
    #expect(gang.type == .organization)
    #expect(gang.attributes.office == "crime group")
    #expect(gang.attributes.country == country)
  }

  @Test(
    arguments: [
      ("Police freed 31 Kenyans.", 31, "KE", nil),
      ("Police freed six Swiss hostages.", 6, "CH", "hostage"),
      ("Thirty-one illegal migrants were freed.", 31, nil, "migrant"),
      ("Two of the women fled.", 2, nil, "woman"),
      ("They held 50 Kenyans captive.", 50, "KE", nil),
      ("Of the 32, 31 were Kenyans.", 31, "KE", nil),
      ("The hostages were from Kenya (31) and Chad (2).", 31, "KE", nil),
    ] as [(String, Int, String?, String?)])
  func `groups carry count, country and noun`(
    text: String, count: Int, country: String?, noun: String?
  )
    throws
  {
    let group = try #require(
      try reading(of: text).chains.first { $0.attributes.count == count })
    #expect(group.type == .group)
    #expect(group.attributes.country == country)
    #expect(group.attributes.noun == noun)
  }

  @Test func `titles belong to the person and name the role`() throws {
    let text = "Senior prosecutor Inés Duarte met General Karl Weber and Tan Sri Amin Osman."
    let people = try reading(of: text).chains.filter { $0.type == .person }
    #expect(people.map(\.name) == ["Inés Duarte", "Karl Weber", "Amin Osman"])
    #expect(people.map(\.attributes.role) == ["senior prosecutor", nil, nil])
    #expect(people.map(\.attributes.honorific) == [nil, "General", "Tan Sri"])
  }

  @Test func `a long official name closed by a kind of unit is one agency`() throws {
    let text =
      "Scotland Yard's Prevention of Fraud in Trade and Smuggling of Goods (Prefts) division will question the hostages."
    let unit = try #require(try chain(text, "Prefts"))
    #expect(unit.type == .agency)
    #expect(unit.name == "Prevention of Fraud in Trade and Smuggling of Goods division")
    #expect(
      try reading(of: text).statements.contains("\(unit.name) part_of Scotland Yard"))
  }

  @Test func `contractions of newspapers are the places they stand for`() throws {
    let reading = try reading(of: "S’pore sent 12 M’sians home.")
    #expect(reading.chains.map(\.attributes.country) == ["SG", "MY"])
  }

  @Test(
    arguments: [
      "On Monday the weather was fine.", "The American dream is over.",
      "Yesterday it rained in torrents.",
      "The president spoke.",
      "Authorities Say Fire Was Set On Purpose By Angry Neighbours\n\nIt was a bad day for all of us here.",
      "It sold for 500 Soles on the Internet.", "I said that May was cold.",
    ])
  func `weekdays, demonyms, roles and capitals of headlines are no names`(text: String) throws {
    let named = try reading(of: text).chains.filter { $0.type != .agency }
    #expect(named.map(\.name) == [])
  }

  @Test func `a headline borrows its names from the body`() throws {
    let text =
      "Brenko Boss Quits After Loss\n\nThe head of Brenko, Ada Lind, quit. Brenko made a loss."
    let reading = try reading(of: text)
    #expect(reading.mentionTexts.filter { $0 == "Brenko" }.count == 3)
    #expect(!reading.mentionTexts.contains { $0.contains("Boss") })
  }

  @Test func `what stands after a comma tells what a name is`() throws {
    let text = "They bought Orvanta, a bank in Accra, and fled to Belmar, a suburb of Lagos."
    let chains = try reading(of: text).chains
    #expect(chains.first { $0.name == "Orvanta" }?.type == .organization)
    #expect(chains.first { $0.name == "Belmar" }?.type == .place)
  }

  @Test func `known names come first and ignored strings never`() throws {
    let names = try KnownNames(
      parsing: "# ours\norganization\tBlue Harbour\tBH Ltd\nignore\tAda Lind\n", file: "n.tsv")
    let document = Document(
      id: DocumentID("k"), name: "k.txt", text: "Ada Lind sued Blue Harbour. BH Ltd paid.")
    let reading = try LexiconReader(names: names).read(document)
    #expect(reading.chains.map(\.name) == ["Blue Harbour"])
    #expect(reading.chains.map(\.mentions.count) == [2])
  }

  @Test(
    arguments: [
      ("person\tX\nking\tY\n", 2, "'king' is not a type"), ("\n\nperson\n", 3, "expected a type"),
      ("person\t\n", 1, "expected a type"),
    ] as [(String, Int, String)])
  func `a bad line of a names file is named`(text: String, line: Int, reason: String) {
    let error = #expect(throws: ReadingError.self) {
      try KnownNames(parsing: text, file: "names.tsv")
    }
    #expect(error?.description.hasPrefix("names.tsv:\(line): \(reason)") == true)
  }
}
