import Testing

@testable import Dragnet

@Suite struct CSVTests {
  @Test(
    arguments: [
      ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
      ("two\nlines", "\"two\nlines\""), ("=1+1", "'=1+1"), ("+49 30", "'+49 30"),
      ("-x", "'-x"), ("@name", "'@name"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""), ("", ""),
      ("=A1,B1", "\"'=A1,B1\""),
    ])
  func `quotes after RFC 4180 and disarms formulas`(words: String, field: String) {
    var table = CSVTable(header: ["h", "n"])
    table.append([.text(words), .number(-1.5)])
    #expect(table.text == "h,n\r\n\(field),-1.5\r\n")
  }

  @Test func `every table of a network has its rows`() {
    let network = Investigation.makeNetwork(from: HarborCase.readings)
    #expect(network.entitiesTable().rows.count == network.entities.count)
    #expect(network.relationsTable().rows.count == network.relations.count)
    #expect(
      network.evidenceTable().rows.count == network.relations.map(\.evidence.count).reduce(0, +))
    #expect(
      network.conflictsTable().rows.count == network.conflicts.map(\.values.count).reduce(0, +))
    #expect(
      network.rankingsTable().rows.count == network.rankings.values.map(\.count).reduce(0, +))
    #expect(network.rankings.count == 5)
  }
}
