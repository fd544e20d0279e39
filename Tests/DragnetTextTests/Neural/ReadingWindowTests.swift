import TestSupport
import Testing

@testable import DragnetText

@Suite struct ReadingWindowTests {
  private func sentence(_ counts: [Int]) -> (pieces: [[Int32]], rows: [Int32]) {
    (counts.map { Array(repeating: 7, count: $0) }, counts.map { Int32($0) })
  }

  private func windows(_ sentences: [(pieces: [[Int32]], rows: [Int32])]) -> [ReadingWindow] {
    var packer = WindowPacker()
    var windows = sentences.compactMap { packer.append($0.pieces, $0.rows) }
    if let last = packer.close() { windows.append(last) }
    return windows
  }

  @Test func `puts marks around the pieces and remembers where words stand`() {
    let windows = self.windows([sentence([1, 2]), sentence([3])])
    #expect(windows.count == 1)
    #expect(windows[0].ids == [101, 7, 7, 7, 7, 7, 7, 102])
    #expect(windows[0].shapes == [7, 1, 2, 2, 3, 3, 3, 7])
    #expect(windows[0].places.map(\.first) == [[1, 2], [4]])
    #expect(windows[0].places.map(\.last) == [[1, 3], [6]])
  }

  @Test func `a sentence that does not fit opens the next window`() {
    let half = sentence(Array(repeating: 1, count: 63))
    let windows = self.windows([half, half, sentence([1]), half])
    #expect(windows.map(\.ids.count) == [128, 66])
    #expect(windows.map(\.places.count) == [2, 2])
  }

  @Test func `a long sentence stands alone`() {
    let long = sentence(Array(repeating: 2, count: 127))
    let windows = self.windows([sentence([1]), long, sentence([1])])
    #expect(windows.map(\.ids.count) == [3, 256, 3])
  }

  @Test func `a sentence that is too long is cut after a pause`() {
    let pieces = Array(repeating: [Int32](repeating: 1, count: 2), count: 200)
    #expect(ReadingWindow.cuts(pieces) { $0 == 99 } == [0..<100, 100..<200])
    #expect(ReadingWindow.cuts(pieces) { _ in false } == [0..<127, 127..<200])
  }

  @Test(arguments: UInt64(0)..<20)
  func `cuts leave nothing out and fit`(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    let pieces = (0..<Int.random(in: 0...900, using: &chance)).map { _ in
      [Int32](repeating: 1, count: Int.random(in: 1...12, using: &chance))
    }
    let cuts = ReadingWindow.cuts(pieces) { $0 % 17 == 0 }
    #expect(cuts.flatMap(Array.init) == Array(pieces.indices))
    for cut in cuts { #expect(pieces[cut].reduce(0) { $0 + $1.count } <= ReadingWindow.longRoom) }
  }
}
