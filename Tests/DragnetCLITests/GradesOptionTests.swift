import Foundation
import Testing

/// Grades from the command line.
@Suite struct GradesOptionTests {
  @Test func `grades are shown beside the source and weigh when asked`() async throws {
    try await Program.inNewFolder { program in
      try program.writeCase()
      try program.write("g.txt", "courier.txt\tB2\nNowhere News\tA\n")
      let made = try await program.run(
        "map", "articles", "-o", "case", "--grades", "g.txt", "--grade-weights")
      #expect(made.status == 0)
      #expect(made.messages.contains("g.txt:2: no document is of 'Nowhere News'"))
      let shown = try await program.run("show", "case", "Rui Almada")
      #expect(
        shown.output.contains("[B2], courier.txt, bytes") && shown.output.contains("credence"))
      #expect(try program.text("case/evidence.csv").contains(",B2\r\n"))
      let ranked = try await program.run("rank", "case", "--min-credence", "0.6")
      #expect(ranked.messages.contains("credence at least 0.6"))
    }
  }

  @Test func `a bad grade, and weights without grades, are refused`() async throws {
    try await Program.inNewFolder { program in
      try program.writeCase()
      try program.write("g.txt", "courier.txt\tgood\n")
      let bad = try await program.run("extract", "articles", "--grades", "g.txt")
      #expect(bad.status == 1 && bad.messages.contains("g.txt:1: 'good' is no grade"))
      #expect(try await program.run("extract", "articles", "--grade-weights").status == 64)
    }
  }
}
