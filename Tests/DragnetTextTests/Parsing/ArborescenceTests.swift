import TestSupport
import Testing

@testable import DragnetText

@Suite struct ArborescenceTests {
  struct Recorded: Decodable {
    let trees: [Tree]
    let spans: [Spans]

    struct Tree: Decodable {
      let scores: [Float]
      let heads: [Int]
      init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        scores = try container.decode([Float].self)
        heads = try container.decode([Int].self)
      }
    }

    struct Spans: Decodable {
      let all: [[Float]]
      let nested: [[Int]]
      let flat: [[Int]]
      init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        all = try container.decode([[Float]].self)
        nested = try container.decode([[Int]].self)
        flat = try container.decode([[Int]].self)
      }
    }
  }

  @Test func `finds the trees of the reference`() throws {
    for tree in try fixture("decoding", as: Recorded.self).trees {
      #expect(Arborescence.heads(scores: tree.scores, count: tree.heads.count) == tree.heads)
    }
  }

  @Test(arguments: UInt64(0)..<60)
  func `no other tree with one root has a higher score`(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    let n = Int.random(in: 1...5, using: &chance)
    let scores = (0..<(n * (n + 1))).map { _ in Float.random(in: -4...0, using: &chance) }
    let heads = Arborescence.heads(scores: scores, count: n)
    #expect(isTree(heads))
    let score = { (heads: [Int]) in
      heads.enumerated().reduce(0.0) { $0 + Double(scores[$1.offset * (n + 1) + $1.element]) }
    }
    var best = -Double.infinity
    var digits = [Int](repeating: 0, count: n)
    for code in 0..<power(n + 1, n) {
      var rest = code
      for i in 0..<n {
        digits[i] = rest % (n + 1)
        rest /= n + 1
      }
      if isTree(digits) { best = max(best, score(digits)) }
    }
    #expect(abs(score(heads) - best) < 1e-9)
  }

  @Test(arguments: [0, 1, 2, 254])
  func `makes a tree of equal scores`(count: Int) {
    let heads = Arborescence.heads(
      scores: [Float](repeating: -1, count: count * (count + 1)), count: count)
    #expect(heads.count == count)
    #expect(count == 0 || isTree(heads))
  }

  @Test func `makes a tree of pairs that point at each other`() {
    let n = 200
    var scores = [Float](repeating: -9, count: n * (n + 1))
    for i in 0..<n { scores[i * (n + 1) + 1 + (i ^ 1)] = -0.1 }
    #expect(isTree(Arborescence.heads(scores: scores, count: n)))
  }

  private func power(_ base: Int, _ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }

  /// One root, no word its own head, and every word leads to the root.
  private func isTree(_ heads: [Int]) -> Bool {
    guard heads.count(where: { $0 == 0 }) == 1 else { return false }
    return heads.indices.allSatisfy { word in
      var at = word + 1
      for _ in 0...heads.count where at != 0 { at = heads[at - 1] }
      return at == 0
    }
  }
}

@Suite struct ScoredSpanTests {
  private func spans(_ rows: [[Float]]) -> [ScoredSpan] {
    rows.map {
      ScoredSpan(start: Int($0[0]), end: Int($0[1]), type: Int($0[2]), logProbability: $0[3])
    }
  }

  @Test func `keeps the spans the reference keeps`() throws {
    for recorded in try fixture("decoding", as: ArborescenceTests.Recorded.self).spans {
      let all = spans(recorded.all)
      #expect(ScoredSpan.nested(all).map { [$0.start, $0.end] } == recorded.nested)
      #expect(ScoredSpan.flat(all).map { [$0.start, $0.end] } == recorded.flat)
    }
  }

  @Test func `one span may lie in another but not cross it`() {
    let all = spans([[0, 3, 0, -0.1], [1, 2, 1, -0.2], [2, 5, 0, -0.3], [0, 0, 0, -0.4]])
    #expect(ScoredSpan.nested(all).map { [$0.start, $0.end] } == [[0, 0], [0, 3], [1, 2]])
    #expect(ScoredSpan.flat(all).map { [$0.start, $0.end] } == [[0, 3]])
  }
}
