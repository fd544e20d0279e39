import DragnetText
import Testing

@testable import Dragnet

@Suite struct ResolverTests {
  /// One document for each set of chains; every chain is a name that stands in its text once.
  private func names(_ documents: [[Chain]]) -> [EntityType: [[String]]] {
    let readings = documents.enumerated().map { index, chains in
      var draft = ReadingDraft(
        "\(index).txt",
        [(chains.map(\.name) + ["Vega Corp met Orla Finn."]).joined(separator: ". ")])
      for chain in chains {
        draft.chain(
          chain.name, chain.type, named: chain.attributes.office == nil,
          attributes: chain.attributes, aliases: chain.aliases)
      }
      // What ties the documents to one case.
      draft.chain("Vega Corp", .organization)
      draft.chain("Orla Finn", .person)
      return draft.reading
    }
    var sets: [EntityType: [[String]]] = [:]
    for entity in Investigation.makeNetwork(from: readings).entities
    where entity.name != "Vega Corp" && entity.name != "Orla Finn" {
      sets[entity.type, default: []].append(([entity.name] + entity.aliases).sorted())
    }
    return sets
  }

  private func chain(
    _ name: String, _ type: EntityType, country: String? = nil, office: String? = nil,
    seat: String? = nil, aliases: [String] = []
  ) -> Chain {
    Chain(
      type: type, name: name, mentions: [],
      attributes: Attributes(country: country, office: office, seat: seat), aliases: aliases)
  }

  @Test func `a last name that fits two people joins neither`() {
    let sets = names([
      [chain("Olga Brandt", .person)], [chain("Peter Brandt", .person)],
      [chain("Brandt", .person)],
    ])
    #expect(sets[.person] == [["Brandt"], ["Olga Brandt"], ["Peter Brandt"]])
  }

  @Test func `a last name joins the one of its own document`() {
    let sets = names([
      [chain("Olga Brandt", .person)],
      [chain("Peter Brandt", .person), chain("Brandt", .person)],
    ])
    #expect(sets[.person] == [["Olga Brandt"], ["Brandt", "Peter Brandt"]])
  }

  @Test func `an initial that fits two people joins neither`() {
    let sets = names([
      [chain("Olga Brandt", .person)], [chain("Otto Brandt", .person)],
      [chain("O. Brandt", .person)],
    ])
    #expect(sets[.person]?.count == 3)
  }

  @Test func `the beginning of a company's name is the company, whatever it was read as`() {
    let sets = names([
      [chain("Silver Heron Trading", .organization)], [chain("Silver Heron", .person)],
      [chain("Silver Heron Trading", .organization)],
      [chain("Olga Brandt Foundation", .organization)], [chain("Olga Brandt", .person)],
    ])
    #expect(sets[.organization]?.contains(["Silver Heron", "Silver Heron Trading"]) == true)
    #expect(sets[.organization]?.contains(["Olga Brandt Foundation"]) == true)
    #expect(sets[.person] == [["Olga Brandt"]])
  }

  @Test func `where a fund is is no part of its name`() {
    let sets = names([
      [chain("Nordic Aid Fund", .organization)], [chain("Nordic Aid Fund of Oslo", .organization)],
      [chain("First Bank", .organization)], [chain("First Bank of Oslo", .organization)],
    ])
    #expect(sets[.organization]?.count == 3)
    #expect(
      sets[.organization]?.contains(["Nordic Aid Fund", "Nordic Aid Fund of Oslo"]) == true)
  }

  @Test func `a single name of three documents is one person`() {
    let sets = names([
      [chain("Bashir", .person)], [chain("Bashir", .person)], [chain("Bashir", .person)],
    ])
    #expect(sets[.person] == [["Bashir"]])
  }

  @Test func `organizations join over article, quotes, legal form, kind and acronym`() {
    let sets = names([
      [chain("The Silver Fern", .organization)], [chain("“Silver Fern”", .organization)],
      [chain("Silver Fern Ltd", .organization)], [chain("Silver Fern gang", .organization)],
      [chain("World Grain Council", .organization)], [chain("WGC", .organization)],
    ])
    #expect(
      sets[.organization] == [
        ["Silver Fern Ltd", "Silver Fern gang", "The Silver Fern", "“Silver Fern”"],
        ["WGC", "World Grain Council"],
      ])
  }

  @Test func `agencies join by office and state, not across states, seats or offices`() {
    let sets = names([
      [chain("Norwegian police", .agency, country: "NO", office: "police")],
      [chain("National Police of Norway", .agency, country: "NO", office: "police")],
      [chain("Danish police", .agency, country: "DK", office: "police")],
      [chain("Norwegian embassy", .agency, country: "NO", office: "embassy", seat: "Quito")],
      [chain("Embassy of Norway", .agency, country: "NO", office: "embassy", seat: "Dakar")],
      [chain("Norwegian foreign ministry", .agency, country: "NO", office: "foreign ministry")],
    ])
    #expect(sets[.agency]?.count == 5)
    #expect(sets[.agency]?.contains(["National Police of Norway", "Norwegian police"]) == true)
  }

  @Test func `named agencies join over the words of their state only`() {
    var one = ReadingDraft("a", ["The Royal Norwegian Police met Vega Corp and Orla Finn."])
    one.chain(
      "Royal Norwegian Police", .agency, attributes: Attributes(country: "NO", office: "police"))
    var other = ReadingDraft("b", ["Norway Police met Vega Corp and Orla Finn."])
    other.chain("Norway Police", .agency, attributes: Attributes(country: "NO", office: "police"))
    var third = ReadingDraft("c", ["Harbour Police met Vega Corp and Orla Finn."])
    third.chain("Harbour Police", .agency, attributes: Attributes(country: "NO", office: "police"))
    var fourth = ReadingDraft("d", ["Mountain Police met Vega Corp and Orla Finn."])
    fourth.chain(
      "Mountain Police", .agency, attributes: Attributes(country: "NO", office: "police"))
    let network = Investigation.makeNetwork(from: [
      one.reading, other.reading, third.reading, fourth.reading,
    ])
    #expect(network.entities.count == 3)
    #expect(network.entities.contains { $0.mentions.count == 2 })
  }

  @Test func `of the many units, courts and ministries of a state none join by office alone`() {
    let sets = names([
      [chain("fraud unit", .agency, country: "NO", office: "unit")],
      [chain("drugs unit", .agency, country: "NO", office: "unit")],
      [chain("court", .agency, country: "NO", office: "court")],
      [chain("the court", .agency, country: "NO", office: "court")],
    ])
    #expect(sets[.agency]?.contains(["drugs unit"]) == true)
    #expect(sets[.agency]?.contains(["fraud unit"]) == true)
  }

  @Test func `a country is one under all its names`() {
    let sets = names([
      [chain("Britain", .place, country: "GB")], [chain("United Kingdom", .place, country: "GB")],
      [chain("London", .place, country: "GB")],
    ])
    #expect(sets[.place] == [["London"], ["Britain", "United Kingdom"]])
  }

  @Test(.timeLimit(.minutes(1)))
  func `many texts with one name, and a name of many words, take no time`() {
    let long = (0..<200).map { "word\($0)" }.joined(separator: " ")
    let readings = (0..<300).map { index in
      var draft = ReadingDraft("\(index)", ["Mara met Vega Corp and \(long) x\(index)."])
      draft.chain("Mara", .person)
      draft.chain("Vega Corp", .organization)
      draft.chain("\(long) x\(index)", .organization)
      return draft.reading
    }
    #expect(Investigation.makeNetwork(from: readings).entities.count < 5)
  }

  @Test func `places never join for containing each other`() {
    let sets = names([
      [chain("Dakar", .place, country: "SN")], [chain("Dakar", .place)],
      [chain("Dakar Region", .place, country: "SN")],
      [chain("Springfield", .place, country: "US")], [chain("Springfield", .place, country: "CA")],
    ])
    #expect(sets[.place] == [["Dakar"], ["Dakar Region"], ["Springfield"], ["Springfield"]])
  }

  @Test func `a prison is named with and without what it is`() {
    let sets = names([
      [chain("Grayhill prison", .place)], [chain("Grayhill", .place)],
      [chain("Dakar prison", .place)], [chain("Dakar", .place, country: "SN")],
      [chain("Dakar", .place, country: "ML")],
    ])
    #expect(
      sets[.place] == [["Dakar"], ["Dakar"], ["Dakar prison"], ["Grayhill", "Grayhill prison"]])
  }

  @Test func `a body is named without the word that opens its name`() {
    let sets = names([
      [chain("Banco Norte", .organization)], [chain("Norte", .organization)],
      [chain("FK Velmark", .organization)], [chain("Velmark", .place)],
      [chain("FK Norte", .organization)],
    ])
    // Both the bank and the club could be meant by the name alone.
    #expect(
      sets[.organization]
        == [["Banco Norte"], ["FK Norte"], ["FK Velmark", "Velmark"], ["Norte"]])
  }

  @Test func `an agency and an organization share a name that a document gives`() {
    let sets = names([
      [chain("ZPO", .organization, aliases: ["Zonal Ports Office"])],
      [chain("Zonal Ports Office", .agency)],
    ])
    #expect(sets[.organization] == nil || sets[.agency] == nil)
  }

  @Test func `a last name that elsewhere stands for one of two is his`() {
    let sets = names([
      [chain("Olga Brandt", .person)], [chain("Peter Brandt", .person, aliases: ["Brandt"])],
      [chain("Brandt", .person)],
    ])
    #expect(sets[.person] == [["Olga Brandt"], ["Brandt", "Peter Brandt"]])
  }

  @Test func `a last name may be an initial`() {
    let sets = names([[chain("Orla Brandt", .person)], [chain("Orla B.", .person)]])
    #expect(sets[.person] == [["Orla B.", "Orla Brandt"]])
    let two = names([
      [chain("Orla Brandt", .person)], [chain("Orla Berg", .person)], [chain("Orla B.", .person)],
    ])
    #expect(two[.person]?.count == 3)
  }

  /// A document of one case in which somebody is called *the mayor*, and documents that name mayors.
  private func people(_ mayors: [String], said: String = "the mayor") -> [[String]] {
    var first = ReadingDraft("a", ["Vega Corp met Orla Finn and \(said)."])
    first.chain("Vega Corp", .organization)
    first.chain("Orla Finn", .person)
    first.chain(
      "mayor", .person, [said], named: false, attributes: Attributes(role: "mayor"))
    let others = mayors.enumerated().map { index, mayor in
      var draft = ReadingDraft("b\(index)", ["Vega Corp met Orla Finn and Mayor \(mayor)."])
      draft.chain("Vega Corp", .organization)
      draft.chain("Orla Finn", .person)
      draft.chain(mayor, .person, attributes: Attributes(role: "mayor"))
      return draft.reading
    }
    return Investigation.makeNetwork(from: [first.reading] + others).entities
      .filter { $0.type == .person && $0.name != "Orla Finn" }
      .map { ([$0.name] + $0.aliases).sorted() }
  }

  @Test func `the mayor of one document is the only mayor of the case`() {
    #expect(people(["Ada Lund"]) == [["Ada Lund", "mayor", "the mayor"]])
    #expect(people(["Ada Lund", "Ivo Berg"]) == [["Ada Lund"], ["Ivo Berg"]])
    #expect(people([]) == [])
  }

  @Test func `the type is the one most mentions speak for`() {
    let sets = names([
      [chain("Silver Fern", .organization)], [chain("Silver Fern", .organization)],
      [chain("Silver Fern", .other)],
    ])
    #expect(sets == [.organization: [["Silver Fern"]]])
  }

  @Test func `every join has its reason`() {
    let readings = HarborCase.readings.sorted { $0.document.name < $1.document.name }
    let judgements = Resolver.resolve(readings).judgements
    #expect(judgements.count >= 5)
    #expect(
      judgements.allSatisfy { !$0.judgement.reasons.isEmpty && $0.judgement.probability > 0.5 })
  }
}
