import Foundation
import Testing

/// Judgements of a person, from the command line to the network and back.
@Suite struct JudgementsCommandTests {
  @Test func `a join is listed, taken back by its line, and reported`() async throws {
    try await Program.inNewFolder { program in
      try program.writeCase()
      #expect(try await program.run("map", "articles", "-o", "one").status == 0)
      let why = try await program.run("judgements", "one", "rui almada")
      #expect(why.status == 0)
      #expect(why.output.contains("same, 0."))
      let lines = try await program.run("judgements", "one", "rui almada", "--lines")
      let undone = try #require(lines.output.split(separator: "\n").first)
      #expect(undone.hasPrefix("different\tperson Rui Almada @ "))
      try program.write("j.txt", undone + "\nsame\tperson Nobody\tperson Rui Almada\n")
      let again = try await program.run("map", "articles", "-o", "two", "--judgements", "j.txt")
      #expect(again.status == 0)
      #expect(
        again.messages.contains("j.txt:2: not applied, it matches nothing: no person is called"))
      let said = try await program.run("judgements", "two")
      #expect(said.output.contains("different, says line 1"))
      let named = try await program.run("show", "two", "Rui Almada")
      #expect(named.status == 1 && named.messages.contains("may mean 2 entities"))
    }
  }

  @Test func `a bad file and a finished network are refused`() async throws {
    try await Program.inNewFolder { program in
      try program.writeCase()
      try program.write("j.txt", "same\tperson\n")
      let bad = try await program.run("extract", "articles", "--judgements", "j.txt")
      #expect(bad.status == 1)
      #expect(bad.messages.contains("j.txt:1: expected same"))
      #expect(bad.output.isEmpty)
      try program.write("n.json", try QueryTests.makeNetwork())
      let late = try await program.run("show", "n.json", "bo", "--judgements", "j.txt")
      #expect(late.status == 64)
      let untold = try await program.run("judgements", "n.json")
      #expect(untold.status == 1 && untold.messages.contains("does not tell"))
    }
  }
}
