import Foundation
import Testing

@Suite struct ReadmeTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  private static let root = folder.appending(path: "../../..")

  @Test func `the example in the README is the code that is compiled here`() throws {
    let readme = try String(
      contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    let code = try String(
      contentsOf: Self.folder.appending(path: "ReadmeExample.swift"), encoding: .utf8)
    let shown = try #require(between("```swift\n", "```", in: readme))
    let compiled = try #require(between("  // example\n", "  // end", in: code))
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("  ") ? $0.dropFirst(2) : $0 }.joined(separator: "\n")
    let imports = shown.split(separator: "\n").filter { $0.hasPrefix("import ") }
    for line in imports { #expect(code.contains("\(line)\n")) }
    let body = shown.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0.hasPrefix("import ") || $0.isEmpty }.joined(separator: "\n")
    #expect(body == compiled)
  }

  @Test func `every file that the README links to is there`() throws {
    let readme = try String(
      contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    let links = readme.matches(of: /\]\(([^)#:]+)\)/).map { String($0.1) }
    #expect(!links.isEmpty)
    for link in links {
      #expect(
        FileManager.default.fileExists(atPath: Self.root.appending(path: link).path), "\(link)")
    }
  }

  private func between(_ start: String, _ end: String, in text: String) -> String? {
    guard let first = text.range(of: start),
      let last = text.range(of: end, range: first.upperBound..<text.endIndex)
    else { return nil }
    return String(text[first.upperBound..<last.lowerBound])
  }
}
