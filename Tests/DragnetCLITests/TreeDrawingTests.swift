import Testing

@testable import DragnetCLI

@Suite struct TreeDrawingTests {
  @Test(
    arguments: [
      ("one word", [nil], ["─"]),
      ("a head between two", [1, nil, 1], [" ╭─", "─┼─", " ╰─"]),
      ("a chain to the left", [1, 2, nil], ["   ╭─", " ╭─┴─", "─┴───"]),
      ("no words", [], []),
    ] as [(String, [Int?], [String])])
  func `draws small trees`(name: String, heads: [Int?], expected: [String]) {
    let lines = TreeDrawing(heads: heads).lines
    #expect(lines == expected)
  }

  @Test func `lines of a tree that is not projective cross`() {
    // 0 hangs on 2, 1 on 3, and 2 is the root.
    let lines = TreeDrawing(heads: [2, 3, nil, 2]).lines
    #expect(lines == [" ╭───", " │ ╭─", "─┼─┼─", " ╰─┴─"])
  }

  @Test func `all lines are equally wide`() {
    let heads: [Int?] = [3, 0, 1, nil, 3, 4, 5, 6, 3, 8]
    #expect(Set(TreeDrawing(heads: heads).lines.map(\.count)).count == 1)
  }
}
