import Foundation
import Testing

@Suite struct UsageTests {
  static let commands = ["map", "extract", "show", "rank", "path", "draw", "conflicts"]

  @Test(arguments: [[]] + commands.map { [$0] })
  func `help shows an example and goes to standard output`(command: [String]) async throws {
    try await Program.inNewFolder { program in
      let result = try await program.shell("\"$DRAGNET\" \(command.joined()) --help")
      #expect(result.status == 0)
      #expect(result.output.contains("Example:\n  dragnet \(command.first ?? "map")"))
      #expect(result.messages.isEmpty)
    }
  }

  @Test func `version is a number`() async throws {
    try await Program.inNewFolder { program in
      let result = try await program.run("--version")
      #expect(result.status == 0)
      #expect(result.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }
  }

  @Test(arguments: [
    "frobnicate", "map", "map -o out", "map a.txt", "map a.txt --from-readings r -o out",
    "rank", "rank n.json --by luck", "rank n.json --json --csv", "rank n.json --types robot",
    "rank n.json --limit 0", "rank n.json --min-confidence 2", "show n.json", "path n.json A",
    "extract", "extract a.txt --max-size none", "extract a.txt --threads 0",
    "draw n.json --format gif", "draw n.json -o map.xyz", "conflicts",
    "draw n.json --kind ego", "draw n.json --kind paths --between A", "draw n.json --since o.json",
    "draw n.json --kind difference", "draw n.json --core 0", "draw n.json --backbone 2",
    "draw n.json --kind timeline --fold-alike", "draw n.json --radius 3",
    "draw n.json --kind sentence", "draw n.json --question x --kind flow",
  ])
  func `wrong usage is told on standard error with status 64`(arguments: String) async throws {
    try await Program.inNewFolder { program in
      let result = try await program.shell("\"$DRAGNET\" \(arguments)")
      #expect(result.status == 64)
      #expect(result.output.isEmpty)
      #expect(result.messages.contains("Usage: dragnet"))
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions name every command`(shell: String) async throws {
    try await Program.inNewFolder { program in
      let result = try await program.run("--generate-completion-script", shell)
      #expect(result.status == 0)
      for command in UsageTests.commands { #expect(result.output.contains(command)) }
    }
  }
}
