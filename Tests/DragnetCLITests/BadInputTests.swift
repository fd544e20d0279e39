import Foundation
import Testing

/// What cannot be read is named with its reason, the rest goes on, the status tells.
@Suite struct BadInputTests {
  @Test(arguments: [
    ("empty.txt", Data(), "empty"),
    ("blank.txt", Data(" \n\n".utf8), "empty"),
    ("picture.txt", Data([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13, 0, 1, 2, 3]), "not a text"),
  ])
  func `a document that holds no text is named, the others are read`(
    name: String, bytes: Data, reason: String
  ) async throws {
    try await Program.inNewFolder { program in
      try program.writeCase()
      try program.write("articles/\(name)", bytes)
      let result = try await program.run("extract", "articles")
      #expect(result.status == 1)
      #expect(result.messages.contains("articles/\(name): "))
      #expect(result.messages.lowercased().contains(reason))
      #expect(result.output.contains("Rui Almada"))
    }
  }

  @Test func `a file that is not there is named, the others are read`() async throws {
    try await Program.inNewFolder { program in
      try program.writeCase()
      let result = try await program.run("map", "articles", "nowhere.txt", "-o", "out")
      #expect(result.status == 1)
      #expect(result.messages.contains("nowhere.txt: "))
      #expect(try program.files(in: "out") == MapTests.outputs)
    }
  }

  @Test func `when nothing can be read nothing is written`() async throws {
    try await Program.inNewFolder { program in
      try program.write("empty.txt", "")
      let result = try await program.run("map", "empty.txt", "-o", "out")
      #expect(result.status == 1)
      #expect(result.output.isEmpty)
      #expect(result.messages.contains("none of the documents could be read"))
      #expect(try program.files(in: "out").isEmpty)
    }
  }

  @Test(.enabled(if: Program.canRunUnprivileged, "needs a user who may not read everything"))
  func `a file without permission is named, the others are read`() async throws {
    try await Program.inNewFolder { program in
      try program.writeCase()
      let script = """
        chmod -R a+rX . && chmod 000 articles/wire.txt
        \(Program.asNobody("\"$DRAGNET\" extract articles"))
        """
      let result = try await program.shell(script)
      #expect(result.status == 1)
      #expect(result.messages.contains("articles/wire.txt: "))
      #expect(result.messages.contains("permission"))
      #expect(result.output.contains("Rui Almada"))
    }
  }

  @Test(.timeLimit(.minutes(3)))
  func `one broken file among ten thousand costs the others nothing`() async throws {
    try await Program.inNewFolder { program in
      let script = """
        mkdir many && awk 'BEGIN { for (n = 1; n < 10000; n++) {
          file = "many/" n ".txt"; print "Police arrested suspect number " n "." > file; close(file)
        } }'
        """
      #expect(try await program.shell(script).status == 0)
      try program.write("many/broken.txt", Data([0, 1, 2, 3, 0, 0, 0, 255]))
      let result = try await program.run("extract", "many", "--readings", "-o", "readings.jsonl")
      #expect(result.status == 1)
      #expect(result.messages.split(separator: "\n").count == 1)
      #expect(result.messages.contains("many/broken.txt: "))
      #expect(try program.bytes("readings.jsonl").count { $0 == 10 } == 9_999)
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a file of a gigabyte is refused without being read`() async throws {
    try await Program.inNewFolder { program in
      try program.writeCase()
      try program.write("articles/huge.txt", "")
      let handle = try FileHandle(
        forWritingTo: program.folder.appendingPathComponent("articles/huge.txt"))
      try handle.truncate(atOffset: 1 << 30)
      try handle.close()
      let result = try await program.run("extract", "articles")
      #expect(result.status == 1)
      #expect(result.messages.contains("articles/huge.txt: "))
      #expect(result.messages.contains("over the limit"))
      #expect(result.output.contains("Rui Almada"))
    }
  }

  @Test func `a name that leads nowhere or to several is told with others`() async throws {
    try await Program.inNewFolder { program in
      try program.write("n.json", try QueryTests.makeNetwork())
      let unknown = try await program.run("show", "n.json", "Ana Kosta")
      #expect(unknown.status == 1)
      #expect(
        unknown.messages == "dragnet: no entity is called 'Ana Kosta'; near it: 'Ana Costa'\n")
      let ambiguous = try await program.run("show", "n.json", "o")
      #expect(ambiguous.status == 1)
    }
  }

  @Test(arguments: [
    ("not JSON", "{\"dragnet\":"), ("another JSON", "[1, 2, 3]"), ("nothing", ""),
    ("a later file", "{\"dragnet\":{\"version\":\"9.0.0\",\"schema\":99}}"),
  ])
  func `a damaged network file is refused`(what: String, text: String) async throws {
    try await Program.inNewFolder { program in
      try program.write("n.json", text)
      for command in ["rank n.json", "conflicts n.json", "draw n.json", "show n.json x"] {
        let result = try await program.shell("\"$DRAGNET\" \(command)")
        #expect(result.status == 1)
        #expect(result.output.isEmpty)
        #expect(result.messages.hasPrefix("dragnet: n.json: "))
      }
    }
  }

  @Test func `a network file whose ranges do not quote is refused`() async throws {
    try await Program.inNewFolder { program in
      let whole = String(decoding: try QueryTests.makeNetwork(), as: UTF8.self)
      try program.write("n.json", whole.replacing("\"Bo Lind paid", with: "\"Bo Lind sued"))
      let result = try await program.run("rank", "n.json")
      #expect(result.status == 1)
      #expect(result.messages.hasPrefix("dragnet: n.json: "))
    }
  }

  @Test func `a network file that is not there is named`() async throws {
    try await Program.inNewFolder { program in
      let result = try await program.run("rank", "missing.json")
      #expect(result.status == 1)
      #expect(
        result.messages == "dragnet: missing.json: there is no such file or folder\n")
    }
  }

  @Test func `an output that cannot be written is named`() async throws {
    try await Program.inNewFolder { program in
      try program.writeCase()
      try program.write("taken", "a file")
      try program.write("n.json", try QueryTests.makeNetwork())
      let cases = [
        ("map articles -o taken", "taken is a file"), ("map articles -o taken/out", "taken/out"),
        ("draw n.json -o articles --format svg", "articles is a folder"),
        ("draw n.json -o nowhere/map.svg", "nowhere/map.svg: there is no such folder"),
        ("rank n.json > /dev/full", "standard output: no space left"),
        ("draw n.json --format svg -o /dev/full", "/dev/full: no space left"),
      ]
      for (arguments, message) in cases {
        let result = try await program.shell("\"$DRAGNET\" \(arguments)")
        #expect(result.status == 1, "\(arguments)")
        #expect(result.messages.contains(message), "\(arguments): \(result.messages)")
      }
      #expect(try program.text("taken") == "a file")
    }
  }

  @Test(.enabled(if: Program.canRunUnprivileged, "needs a user who may not write everywhere"))
  func `a folder without permission to write is named`() async throws {
    try await Program.inNewFolder { program in
      try program.writeCase()
      let script = """
        mkdir locked && chmod 555 locked && chmod -R a+rX .
        \(Program.asNobody("\"$DRAGNET\" map articles -o locked"))
        """
      let result = try await program.shell(script)
      #expect(result.status == 1)
      #expect(result.messages.contains("locked: no permission to write"))
    }
  }

  @Test func `a closed pipe ends quietly`() async throws {
    try await Program.inNewFolder { program in
      try program.write("n.json", try QueryTests.makeNetwork())
      let result = try await program.shell(
        "(\"$DRAGNET\" rank n.json --json; echo $? > status) | true")
      #expect(result.messages.isEmpty)
      #expect(try program.text("status") == "0\n")
    }
  }

  @Test func `a names file with a bad line is refused with its place`() async throws {
    try await Program.inNewFolder { program in
      try program.writeCase()
      try program.write("names.tsv", "person\tRui Almada\nrobot\tUnit 7\n")
      let result = try await program.run("extract", "articles", "--names", "names.tsv")
      #expect(result.status == 1)
      #expect(result.messages.hasPrefix("dragnet: names.tsv:2: "))
    }
  }

  @Test func `bad lines of readings are named, the others are taken`() async throws {
    try await Program.inNewFolder { program in
      try program.writeCase()
      let readings = try await program.run("extract", "articles", "--readings")
      try program.write("r.jsonl", readings.output + "{ not a reading\n")
      let result = try await program.run("map", "--from-readings", "r.jsonl", "-o", "out")
      #expect(result.status == 1)
      #expect(result.messages.contains("r.jsonl:5: "))
      #expect(try program.files(in: "out") == MapTests.outputs)
    }
  }
}
