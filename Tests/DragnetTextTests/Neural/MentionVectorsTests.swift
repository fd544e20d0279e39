import TestSupport
import Testing

@testable import DragnetText

@Suite struct MentionVectorsTests {
  /// The rows of 20,000 mentions, put in a few at a time.
  private func rows() -> (vectors: MentionVectors, rows: [[Float]]) {
    var chance = SeededGenerator(seed: 7)
    let rows = (0..<20_000).map { number in
      number == 5 ? [0, 0, 0, 0] : (0..<4).map { _ in Float.random(in: -4...4, using: &chance) }
    }
    var vectors = MentionVectors(columns: 4)
    for start in stride(from: 0, to: rows.count, by: 333) {
      let some = rows[start..<min(rows.count, start + 333)]
      vectors.append(Matrix(rows: some.count, columns: 4, values: Array(some.joined())))
    }
    return (vectors, rows)
  }

  @Test func `keeps the latest as they are`() {
    let (vectors, rows) = rows()
    #expect(vectors.count == 20_000)
    let asked: [Int32] = [19_999, 15_000, 11_808]
    #expect(vectors.gathered(asked).values == asked.flatMap { rows[Int($0)] })
  }

  @Test func `rounds the second half of older ones to steps of its largest number`() {
    let (vectors, rows) = rows()
    let asked = (0..<Int32(11_808)).map(\.self)
    let found = vectors.gathered(asked)
    var isRounded = false
    for mention in asked.indices {
      let largest = max(abs(rows[mention][2]), abs(rows[mention][3]))
      #expect(found[mention, 0] == 0 && found[mention, 1] == 0)
      for column in 2..<4 {
        let off = abs(found[mention, column] - rows[mention][column])
        #expect(off <= largest / 253)
        isRounded = isRounded || off > 0
      }
    }
    #expect(isRounded && found.row(5).elementsEqual([0, 0, 0, 0]))
  }
}
