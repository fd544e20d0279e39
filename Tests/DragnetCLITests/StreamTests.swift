import Foundation
import TestSupport
import Testing

/// `extract --jsonl --readings`, and joining what it wrote.
@Suite struct StreamTests {
  private func line(_ number: Int) -> String {
    """
    {"name":"\(number).txt","text":"Police arrested \(3 + number % 4) men in Porto. Rui Almada met \
    Ines Falcao.","published":"2022-03-\(10 + number % 9)","source":"Courier \(number % 3)"}
    """
  }

  @Test func `readings stream in the order of the lines and bad lines are named`() async throws {
    try await Program.inNewFolder { program in
      var lines = (0..<60).map(line)
      lines[7] = "not json"
      lines[31] = "{\"name\":\"x\"}"
      let result = try await program.run(
        "extract", "-", "--jsonl", "--readings", input: lines.joined(separator: "\n"))
      #expect(result.status == 1)
      #expect(result.messages.contains("standard input:8: the line is no JSON object"))
      #expect(result.messages.contains("standard input:32: the line has no \"text\""))
      let names = result.output.split(separator: "\n").map { line in
        line.firstMatch(of: #/"name":"(\d+)\.txt"/#).map { String($0.1) } ?? "?"
      }
      #expect(names == (0..<60).filter { $0 != 7 && $0 != 31 }.map(String.init))
    }
  }

  @Test func `readings in any order and split give the bytes of the documents`() async throws {
    try await Program.inNewFolder { program in
      let lines = (0..<24).map(line)
      try program.write("all.jsonl", lines.joined(separator: "\n"))
      #expect(try await program.run("map", "all.jsonl", "--jsonl", "-o", "one").status == 0)
      let streamed = try await program.run("extract", "all.jsonl", "--jsonl", "--readings")
      var readings = streamed.output.split(separator: "\n").map(String.init)
      var random = SeededGenerator(seed: 11)
      for (round, parts) in [2, 3].enumerated() {
        readings.shuffle(using: &random)
        var arguments = ["map", "-o", "again\(round)"]
        for part in 0..<parts {
          // The first reading stands in every part: a document read twice counts once.
          let own = readings.indices.filter { $0 % parts == part || $0 == 0 }
          let text = own.map { readings[$0] + "\n" }.joined()
          try program.write("part\(part).jsonl", text)
          arguments += ["--from-readings", "part\(part).jsonl"]
        }
        let words = arguments.joined(separator: " ")
        #expect(try await program.shell("\"$DRAGNET\" \(words)").status == 0)
        #expect(
          try program.bytes("again\(round)/network.json") == program.bytes("one/network.json"))
      }
    }
  }

  @Test func `a file is written whole or not at all, and a closed pipe ends it`() async throws {
    try await Program.inNewFolder { program in
      try program.write("all.jsonl", (0..<200).map(line).joined(separator: "\n"))
      let made = try await program.run(
        "extract", "all.jsonl", "--jsonl", "--readings", "-o", "r.jsonl", "--threads", "2")
      #expect(made.status == 0, "\(made.messages)")
      #expect(try program.text("r.jsonl").split(separator: "\n").count == 200)
      #expect(try program.files(in: ".").sorted() == ["all.jsonl", "r.jsonl"])
      let cut = try await program.shell(
        "\"$DRAGNET\" extract all.jsonl --jsonl --readings | head -n 1 | wc -l")
      #expect(cut.status == 0 && cut.messages.isEmpty)
      #expect(cut.output.contains("1"))
      let nowhere = try await program.run(
        "extract", "all.jsonl", "--jsonl", "--readings", "-o", "none/r.jsonl")
      #expect(nowhere.status == 1 && nowhere.messages.contains("cannot write none/r.jsonl"))
      let empty = try await program.run("extract", "-", "--jsonl", "--readings")
      #expect(empty.status == 1 && empty.messages.contains("there is no document to read"))
    }
  }
}
