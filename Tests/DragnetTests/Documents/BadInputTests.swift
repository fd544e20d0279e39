import DragnetText
import Foundation
import TestSupport
import Testing

@testable import Dragnet

struct BadInputTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func reason(_ name: String, _ bytes: [UInt8]) throws -> DocumentError? {
    let path = try folder.write(name, bytes)
    let loaded = DocumentLoader().load([path])
    #expect(loaded.documents.isEmpty)
    #expect(loaded.failures.map(\.path) == [path])
    return loaded.failures.first?.reason
  }

  @Test func `names an empty file and one of white space`() throws {
    #expect(try reason("a.txt", []) == .empty)
    #expect(try reason("b.txt", Array(" \n\t\r\n".utf8)) == .empty)
    #expect(try reason("c.txt", [0xEF, 0xBB, 0xBF]) == .empty)
  }

  @Test func `names binary files by what they look like`() throws {
    #expect(
      try reason("a.txt", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0])
        == .binary(kind: "a PNG picture"))
    #expect(try reason("b", Array("The mayor\0 resigned.".utf8)) == .binary(kind: "binary data"))
    var generator = SeededGenerator(seed: 7)
    guard
      case .binary = try reason("c.txt", (0..<4000).map { _ in UInt8(generator.next() % 255) + 1 })
    else {
      Issue.record("random bytes are no text")
      return
    }
  }

  @Test(arguments: ["rtf", "odt", "doc", "xlsx", "json", "xml", "msg"])
  func `refuses formats it does not read by their name`(ending: String) throws {
    guard
      case .unsupportedFormat(_, let advice) = try reason("a." + ending, Array("some text".utf8))
    else {
      Issue.record("\(ending) is not read")
      return
    }
    #expect(!advice.isEmpty)
  }

  @Test func `refuses a file over the limit by its size, before reading it`() throws {
    let path = folder.path + "/huge.txt"
    try folder.write("huge.txt", "x")
    try #require(unsafe truncate(path, 1 << 30) == 0)
    let clock = ContinuousClock()
    var failures: [DocumentFailure] = []
    let time = clock.measure { failures = DocumentLoader().load([path]).failures }
    #expect(failures.map(\.reason) == [.tooLarge(size: 1 << 30, limit: 64 << 20)])
    #expect(time < .milliseconds(500))
    #expect(
      failures.first?.description
        == "\(path): 1073741824 bytes are over the limit of 67108864; allow more with --max-size")
  }

  @Test(.timeLimit(.minutes(1)))
  func `never waits for a pipe or a device`() throws {
    let pipe = folder.path + "/pipe"
    try #require(unsafe mkfifo(pipe, 0o600) == 0)
    let failures = DocumentLoader().load([pipe, "/dev/zero", "/dev/tty"]).failures
    #expect(failures.map(\.reason).contains(.notAFile(kind: "named pipe")))
    #expect(failures.first { $0.path == "/dev/zero" }?.reason == .notAFile(kind: "device"))
    #expect(failures.count == 3)
  }

  @Test func `names a missing file, a path through a file and an empty folder`() throws {
    let file = try folder.write("a.txt", "The council met.")
    try FileManager.default.createDirectory(
      atPath: folder.path + "/empty", withIntermediateDirectories: true)
    let paths = [folder.path + "/none.txt", file + "/below", folder.path + "/empty"]
    let failures = DocumentLoader().load(paths).failures
    #expect(failures.map(\.reason) == [.notFound, .emptyFolder, .notFound])
  }

  @Test func `names a file it has no permission to read`() throws {
    let path = try folder.write("secret.txt", "The council met.")
    unsafe chmod(path, 0)
    // The superuser may read everything; as another user of the file system it may not.
    let symbol = try unsafe #require(dlsym(nil, "setfsuid"))
    let setUser = unsafe unsafeBitCast(symbol, to: (@convention(c) (UInt32) -> Int32).self)
    let user = setUser(65534)
    defer { _ = setUser(UInt32(user)) }
    do {
      _ = try fileBytes(path: path, limit: 100)
      Issue.record("the file must not be readable")
    } catch {
      #expect(error == .noPermission)
    }
  }

  @Test func `reads 10,000 files around a broken one`() throws {
    for number in 0..<10_000 {
      try folder.write(
        "\(number % 100)/article-\(number).txt",
        number == 5_000 ? "\0\u{1}\u{2}" : "Council number \(number) met on Friday and voted.")
    }
    let loaded = DocumentLoader().load([folder.path])
    #expect(loaded.documents.count == 9_999)
    #expect(loaded.failures.map(\.path) == [folder.path + "/0/article-5000.txt"])
  }

  @Test func `gives every failure one line, whatever the file is called`() throws {
    let path = try folder.write("a\nb\u{1B}[31m.txt", "")
    let failure = try #require(DocumentLoader().load([path]).failures.first)
    #expect(!failure.description.contains("\n") && !failure.description.contains("\u{1B}"))
  }

  @Test func `reports progress for every file`() throws {
    for number in 0..<20 { try folder.write("\(number).txt", "The council met.") }
    let calls = Calls()
    _ = DocumentLoader().load([folder.path]) { done, total in calls.add(done, total) }
    #expect(calls.all.map(\.0) == Array(1...20))
    #expect(calls.all.allSatisfy { $0.1 == 20 })
  }
}

/// Collects calls made one at a time.
private final class Calls: @unchecked Sendable {
  private(set) var all: [(Int, Int)] = []
  func add(_ done: Int, _ total: Int) { all.append((done, total)) }
}
