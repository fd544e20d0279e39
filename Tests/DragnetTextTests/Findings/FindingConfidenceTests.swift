import Testing

@testable import DragnetText

@Suite struct FindingConfidenceTests {
  private func probability(
    _ label: String = "met", hasNoun: Bool = false, gap: Int = 10, leastMention: Double = 0.8
  ) -> Double {
    FindingConfidence(label: label, hasNoun: hasNoun, gap: gap, leastMention: leastMention)
      .probability
  }

  @Test func `a plain relation has the probability of its base`() {
    // 1 / (1 + e^-1.7)
    #expect(abs(probability() - 0.8455) < 0.0001)
  }

  @Test func `each doubt lowers it, a set phrase raises it`() {
    #expect(probability("located_in") < probability())
    #expect(probability(hasNoun: true) < probability())
    #expect(probability(gap: 51) < probability(gap: 50))
    #expect(probability(leastMention: 0.4) < probability())
    #expect(probability("born_in") > probability())
  }

  @Test(arguments: ["met", "located_in", "born_in"], [0.0, 0.5, 1.0])
  func `it stays between nothing and certainty`(label: String, mention: Double) {
    for noun in [true, false] {
      for gap in [-5, 1000] {
        let value = probability(label, hasNoun: noun, gap: gap, leastMention: mention)
        #expect(value > 0.2 && value < 1)
      }
    }
  }
}
