import Dragnet
import DragnetText
import Testing

@Suite struct EvidenceNotesTests {
  private func evidence(_ document: String, _ start: Int, speaker: String? = nil) -> Evidence {
    Evidence(
      document: DocumentID(document), sentence: "x", start: start, end: start + 1, speaker: speaker)
  }

  private func relation(_ evidence: Evidence...) -> Relation {
    Relation(
      id: "r", from: "a", to: "b", type: "met", confidence: 1, origins: 1, originIDs: [],
      evidence: evidence)
  }

  private let documents = ["d2", "d1"].map {
    Network.Text(id: DocumentID($0), name: $0, sha256: "", origin: $0, text: "")
  }

  @Test func `sentences are numbered once each in the order of the documents`() {
    let notes = EvidenceNotes(
      relations: [
        relation(evidence("d1", 5), evidence("d2", 9)), relation(evidence("d1", 5)),
      ],
      conflicts: [
        Conflict(
          id: "c", about: "x", entities: [], verdict: .same, reason: "",
          values: [.init(value: "1", documents: [], evidence: [evidence("d2", 3)])])
      ], documents: documents)
    #expect(notes.notes.map(\.evidence.start) == [3, 9, 5])
    #expect(notes.notes.map(\.relations) == [[], [0], [0, 1]])
    #expect(notes.notes.map(\.conflicts) == [[0], [], []])
    #expect(notes.numbers(of: [evidence("d1", 5), evidence("d2", 3)]) == [1, 3])
    #expect(notes.number(of: evidence("d1", 6)) == nil)
    #expect(notes.notes[2].anchor == "evidence-3")
  }

  @Test func `the speaker does not depend on the order of the relations`() {
    let first = relation(evidence("d1", 5, speaker: "Bo"))
    let second = relation(evidence("d1", 5, speaker: "Ana"))
    let third = relation(evidence("d1", 5))
    for order in [[first, second, third], [third, second, first], [second, third, first]] {
      let notes = EvidenceNotes(relations: order, conflicts: [], documents: documents)
      #expect(notes.notes.map(\.evidence.speaker) == ["Ana"])
    }
  }
}
