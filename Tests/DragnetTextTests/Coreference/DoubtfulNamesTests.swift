import Testing

@testable import DragnetText

@Suite struct DoubtfulNamesTests {
  /// *Anna met Cool Bo Bo.*: Anna is sure, Cool a guess, Bo a guess made twice.
  private func reading(using finding: Finding? = nil) -> Reading {
    func mention(_ start: Int, _ end: Int, _ chain: Int, _ confidence: Double) -> Mention {
      Mention(
        range: TextRange(start, end), kind: .name, type: .person, chain: chain,
        confidence: confidence)
    }
    return Reading(
      document: Document(id: DocumentID("d"), name: "a.txt", text: "Anna met Cool Bo Bo."),
      mentions: [
        mention(0, 4, 0, 0.9), mention(9, 13, 1, 0.35), mention(14, 16, 2, 0.35),
        mention(17, 19, 2, 0.35),
      ],
      chains: [
        Chain(type: .person, name: "Anna", mentions: [0]),
        Chain(type: .person, name: "Cool", mentions: [1]),
        Chain(type: .person, name: "Bo", mentions: [2, 3]),
      ],
      findings: [finding].compactMap { $0 })
  }

  private func met(_ from: Int, _ to: Int) -> Finding {
    Finding(
      label: "met", from: from, to: to, sentence: 0, range: TextRange(0, 19), confidence: 0.5)
  }

  @Test func `a name guessed once goes, and what stays refers to the same as before`() {
    let left = reading(using: met(0, 3)).droppingDoubtfulNames()
    #expect(left.chains.map(\.name) == ["Anna", "Bo"])
    #expect(left.chains.map(\.mentions) == [[0], [1, 2]])
    #expect(left.mentions.map(\.chain) == [0, 1, 1])
    #expect(left.findings == [met(0, 2)])
  }

  @Test func `a guess of which something is said stays`() {
    let kept = reading(using: met(0, 1))
    #expect(kept.droppingDoubtfulNames() == kept)
  }
}
