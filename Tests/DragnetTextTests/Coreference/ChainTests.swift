import DragnetText
import Testing

@Suite struct ChainTests {
  private func mentions(_ text: String, of name: String) throws -> [String] {
    let reading = try reading(of: text)
    let chain = reading.chains.first { $0.name == name }
    return (chain?.mentions ?? []).map { reading.document.quote(reading.mentions[$0].range) }
  }

  @Test(
    arguments: [
      (
        "Ana Sousa was jailed. Sousa denied it. She will appeal.", "Ana Sousa",
        ["Ana Sousa", "Sousa", "She"]
      ),
      (
        "Grupo Lanza bought a mine. The company paid cash.", "Grupo Lanza",
        ["Grupo Lanza", "The company"]
      ),
      (
        "The Financial Crimes Authority (FCA) sued. FCA won.", "Financial Crimes Authority",
        ["The Financial Crimes Authority (FCA)", "FCA"]
      ),
      (
        "Kenyan police came. The police left. Malian police stayed.", "Kenyan police",
        ["Kenyan police", "The police"]
      ),
      (
        "Norway's foreign ministry protested. The ministry waited.", "Norway foreign ministry",
        ["Norway's foreign ministry", "The ministry"]
      ),
      (
        "Police freed 31 hostages. The victims went home. They were tired.", "31 hostages",
        ["31 hostages", "The victims", "They"]
      ),
      (
        "The Red Cross of Chad helped. Red Cross staff stayed.", "Red Cross",
        ["Red Cross", "Red Cross"]
      ),
    ] as [(String, String, [String])])
  func `joins what means the same`(text: String, name: String, expected: [String]) throws {
    #expect(try mentions(text, of: name) == expected)
  }

  @Test func `keeps groups of different counts and kinds apart`() throws {
    let reading = try reading(
      of:
        "Police arrested two Chadians. Two women fled. Eight detainees were moved, and 31 migrants freed."
    )
    #expect(reading.chains.filter { $0.type == .group }.map(\.attributes.count) == [2, 2, 8, 31])
  }

  @Test func `an empty it is nobody`() throws {
    let reading = try reading(of: "Novabank paid a fine. It was reported that prices rose.")
    #expect(reading.mentionTexts == ["Novabank"])
  }

  @Test func `them is never the subject of its own clause`() throws {
    let reading = try reading(
      of: "Police freed six Chadians. A gang from Mali had taken them to Lagos.")
    #expect(reading.statements.contains("six Chadians taken_to Lagos"))
  }

  @Test func `every mention belongs to the chain that lists it`() throws {
    let reading = try reading(
      of:
        "Ana Sousa, head of Novabank, met Kenyan police in Oslo. She paid them $5 million, the bank said."
    )
    for (number, chain) in reading.chains.enumerated() {
      #expect(chain.mentions == chain.mentions.sorted())
      for mention in chain.mentions {
        #expect(reading.mentions[mention].chain == number)
        #expect(reading.mentions[mention].type == chain.type)
      }
    }
    #expect(Set(reading.chains.flatMap(\.mentions)).count == reading.mentions.count)
    #expect(reading.mentions.map(\.range) == reading.mentions.map(\.range).sorted())
  }
}
