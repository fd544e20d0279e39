import Dragnet
import Foundation
import Testing

@Suite struct RepeatTests {
  /// Three documents of a case, which share two names and differ on what was seized.
  private func article(_ number: Int, _ names: (firm: String, boss: String)) -> String {
    """
    Police raided \(names.firm). The director of \(names.firm) is \(names.boss).
    Police arrested \(names.boss) and \(6 + number) smugglers.
    Officers seized \(20 + number) lorries and \(500 + 100 * number) euros from \(names.firm).
    """
  }

  @Test func `three runs on documents of three cases write the same bytes`() async throws {
    try await Program.inNewFolder { program in
      let cases = [
        ("Blue Heron Shipping", "Rui Almada"), ("Tallow Freight Company", "Greta Nyman"),
        ("Northgate Timber Group", "Omar Haddad"),
      ]
      for (place, names) in cases.enumerated() {
        for number in 0..<3 {
          try program.write("articles/\(number)-\(place).txt", article(number, names))
        }
      }
      // Swift seeds its hashing anew in every process, so each run walks its sets differently.
      var bytes: [Data] = []
      for run in 0..<3 {
        let result = try await program.run("map", "articles", "-o", "out\(run)")
        #expect(result.status == 0, "run \(run): \(result.messages)")
        bytes.append(try program.bytes("out\(run)/network.json"))
      }
      let conflicts = try Network(jsonData: bytes[0], file: "network.json").conflicts
      #expect(conflicts.count > 3)
      #expect(bytes[1] == bytes[0])
      #expect(bytes[2] == bytes[0])
    }
  }
}
