import Foundation
import Testing

@Suite struct ReadTests {
  @Test func `a file that holds no weights is named, with status 1`() async throws {
    try await Program.inNewFolder { program in
      let result = try await program.shell(
        "echo 'He left.' > a.txt; echo no weights > w; $DRAGNET read a.txt --weights w")
      #expect(result.status == 1)
      #expect(result.output.isEmpty)
      #expect(result.messages.contains("w: the file is damaged: it does not begin as weights do"))
    }
  }

  @Test func `weights that are not there are named, with status 1`() async throws {
    try await Program.inNewFolder { program in
      let result = try await program.shell(
        "echo 'He left.' > a.txt; $DRAGNET read a.txt --weights nowhere/w")
      #expect(result.status == 1)
      #expect(result.messages.contains("w: the file is missing from"))
    }
  }

  @Test func `reading nothing is wrong usage`() async throws {
    try await Program.inNewFolder { program in
      let result = try await program.run("read")
      #expect(result.status == 64)
    }
  }

  @Test(arguments: ["extract a.txt", "extract a.txt --readings", "map a.txt -o out"])
  func `a text in another language is named with its language`(command: String) async throws {
    try await Program.inNewFolder { program in
      let result = try await program.shell(
        """
        echo 'El alcalde de la ciudad dijo que no sabe nada de los pagos y que la empresa de su \
        hermano no tiene contratos con el ayuntamiento desde el verano.' > a.txt
        $DRAGNET \(command) --reader lexicon
        """)
      #expect(result.messages.contains("a.txt: seems to be Spanish"))
    }
  }
}
