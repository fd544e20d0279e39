import Foundation
import Testing

@Suite struct ReportCommandTests {
  private static let template = """
    # Almada

    ```dragnet
    ego "Rui Almada"
    ```

    ```dragnet
    evidence "foreign ministry" "seven Norwegians"
    ```
    """

  private static func isInstalled(_ program: String) -> Bool {
    ["/usr/bin", "/bin", "/usr/local/bin"].contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }

  private func inCase(_ body: (Program) async throws -> Void) async throws {
    try await Program.inNewFolder { program in
      try program.writeCase()
      try program.write("story.md", Self.template)
      try await body(program)
    }
  }

  @Test func `a template becomes a page, markdown with figures, and passes its check`() async throws
  {
    try await inCase { program in
      for name in ["story.html", "out/story.md"] {
        try FileManager.default.createDirectory(
          at: program.folder.appendingPathComponent("out"), withIntermediateDirectories: true)
        let made = try await program.run("report", "story.md", "--case", "articles", "-o", name)
        #expect(made.status == 0, "\(made.messages)")
        let check = try await program.run(
          "report", "story.md", "--case", "articles", "-o", name, "--check")
        #expect(check.status == 0, "\(check.output)\(check.messages)")
        #expect(check.messages == "all 2 figures match the case\n")
      }
      #expect(
        try program.files(in: "out/story-figures") == ["figure-1-ego.svg"])
      #expect(try program.text("out/story.md").contains("(story-figures/figure-1-ego.svg)"))
    }
  }

  @Test func `the check names what a changed document put out of date`() async throws {
    try await inCase { program in
      _ = try await program.run("report", "story.md", "--case", "articles", "-o", "story.html")
      let weekly = try program.text("articles/weekly.txt")
      try program.write(
        "articles/weekly.txt", weekly.replacing("detained men in Lisbon", with: "detained men"))
      let check = try await program.run(
        "report", "story.md", "--case", "articles", "-o", "story.html", "--check")
      #expect(check.status == 1)
      let question = #"'evidence "foreign ministry" "seven Norwegians"'"#
      #expect(check.output.hasPrefix("story.md:8:1: Table 1 \(question) is out of date: "))
      #expect(check.output.split(separator: "\n").count == 1)
    }
  }

  @Test func `a broken block costs itself and status 1`() async throws {
    try await inCase { program in
      try program.write("story.md", Self.template + "\n```dragnet\nego \"Rui Almado\"\n```\n")
      let made = try await program.run("report", "story.md", "--case", "articles", "-o", "s.html")
      #expect(made.status == 1)
      #expect(made.messages.hasPrefix("dragnet: story.md:11:5: no entity is called 'Rui Almado'"))
      #expect(try program.text("s.html").contains("<figure id=\"figure-1\""))
    }
  }

  @Test func `wrong usage is told`() async throws {
    try await inCase { program in
      for arguments in [
        ["report", "story.md", "-o", "x.html"],
        ["report", "story.md", "--case", "articles", "-o", "x.doc"],
        ["report", "story.md", "--case", "articles", "-o", "story.md"],
        ["report", "story.md", "--case", "articles", "--check"],
      ] {
        let quoted = arguments.map { "'\($0)'" }.joined(separator: " ")
        #expect(try await program.shell("\"$DRAGNET\" \(quoted)").status == 64, "\(quoted)")
      }
      let list = try await program.run("report", "--blocks")
      #expect(list.status == 0 && list.output.contains("path START END [k=…]"))
    }
  }

  @Test func `listed names are in no file that is written`() async throws {
    try await inCase { program in
      try program.write("names.txt", "Rui Almada\tthe official\n")
      for arguments in ["-o dossier.html", "story.md -o out.md"] {
        let made = try await program.shell(
          "\"$DRAGNET\" report \(arguments) --case articles --redact names.txt")
        #expect(made.status == 0, "\(made.messages)")
      }
      let figures = try program.files(in: "out-figures").map { "out-figures/\($0)" }
      #expect(!figures.isEmpty)
      for file in ["dossier.html", "out.md"] + figures {
        #expect(!(try program.text(file)).lowercased().contains("almada"), "\(file)")
      }
      let named = try await program.shell(
        "\"$DRAGNET\" report -o almada.html --case articles --redact names.txt")
      #expect(named.status == 1 && named.messages.contains("give another"))
    }
  }

  @Test func `without a program that prints pages a PDF is refused in words`() async throws {
    try await inCase { program in
      let result = try await program.shell(
        "PATH=/nowhere \"$DRAGNET\" report story.md --case articles -o story.pdf")
      #expect(result.status == 1)
      #expect(result.messages.contains("no program that prints pages was found"))
    }
  }

  @Test(.enabled(if: isInstalled("chromium"), "chromium is not installed"))
  func `a PDF is the same each time`() async throws {
    try await inCase { program in
      for name in ["a.pdf", "b.pdf"] {
        let made = try await program.run("report", "story.md", "--case", "articles", "-o", name)
        #expect(made.status == 0, "\(made.messages)")
      }
      #expect(try program.bytes("a.pdf") == program.bytes("b.pdf"))
    }
  }

  @Test(.enabled(if: isInstalled("pandoc"), "pandoc is not installed"))
  func `pandoc writes DOCX and HTML with the figures`() async throws {
    try await inCase { program in
      let made = try await program.shell(
        """
        for f in docx html; do pandoc story.md -t json | "$DRAGNET" pandoc $f --case articles \
        | pandoc -f json -s -o story.$f; done; unzip -l story.docx
        """)
      #expect(made.status == 0, "\(made.messages)")
      #expect(made.output.contains(".png"))
      let page = try program.text("story.html")
      #expect(page.contains("dragnet-figures/figure-1-ego.svg") && page.contains(/Table\s1\./))
    }
  }

  @Test(.enabled(if: isInstalled("chromedriver"), "chromedriver is not installed"))
  func `a browser finds nothing wrong with the dossier`() async throws {
    try await inCase { program in
      _ = try await program.run("report", "--case", "articles", "-o", "dossier.html")
      let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Browser/check-page.py").path
      let result = try await program.shell("python3 '\(script)' dossier.html")
      if result.status == 77 {
        try Test.cancel("\(result.messages)")
      }
      #expect(result.status == 0, "\(result.output)\(result.messages)")
    }
  }
}
