import DragnetText
import Foundation
import Testing

@testable import Dragnet

/// An empty folder that is gone when the value is.
final class TemporaryFolder {
  let path: String

  init() throws {
    // In memory where there is such a folder: ten thousand files take a disk long.
    let memory = "/dev/shm"
    let parent =
      FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
    path = parent + "/dragnet-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @discardableResult func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = path + "/" + name
    if name.contains("/") {
      try FileManager.default.createDirectory(
        atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    }
    // Foundation flushes every file to the disk, which takes ten thousand of them seconds.
    let stream = try unsafe #require(fopen(file, "w"))
    defer { unsafe fclose(stream) }
    let count = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, stream) }
    try #require(count == bytes.count)
    return file
  }

  @discardableResult func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }
}

struct DocumentLoaderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `reads a folder in order of names, whatever the order of paths`() throws {
    try folder.write("b.txt", "The mayor resigned on Monday after the vote.")
    try folder.write("deep/er/a.txt", "The council met.")
    try folder.write(".hidden.txt", "Not this.")
    let loaded = DocumentLoader().load([folder.path])
    #expect(loaded.documents.map(\.name) == ["b.txt", "deep/er/a.txt"])
    #expect(loaded.failures.isEmpty)
    let paths = [folder.path + "/deep/er/a.txt", folder.path + "/b.txt"]
    let there = DocumentLoader().load(paths)
    let back = DocumentLoader().load(paths.reversed())
    #expect(there.documents == back.documents)
    #expect(there.documents.map(\.name) == ["a.txt", "b.txt"])
  }

  @Test func `reads a file given twice once`() throws {
    let file = try folder.write("a.txt", "The council met.")
    let loaded = DocumentLoader().load([file, file, folder.path, folder.path + "/./a.txt"])
    #expect(loaded.documents.count == 1)
    #expect(loaded.failures.isEmpty)
  }

  @Test func `survives links that lead in a circle`() throws {
    try folder.write("in/a.txt", "The council met.")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/in/again", withDestinationPath: folder.path)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/self", withDestinationPath: folder.path + "/self")
    let loaded = DocumentLoader().load([folder.path])
    #expect(loaded.documents.map(\.name) == ["in/a.txt"])
    #expect(loaded.failures.map(\.path) == [folder.path + "/self"])
    #expect(loaded.failures.first?.description.contains("circle") == true)
  }

  @Test func `keeps bytes, hash and id`() throws {
    let text = "A so\u{AD}ber\u{A0}headline with “quotes”\r\n\r\nThe council met on Friday.\r\n"
    try folder.write("a.txt", [0xEF, 0xBB, 0xBF] + Array(text.utf8))
    let document = try #require(DocumentLoader().load([folder.path]).documents.first)
    #expect(Array(document.text.utf8) == Array(text.utf8))
    #expect(document.id.rawValue.hasPrefix("d"))
    #expect(document.id.rawValue.count == 17)
    #expect(
      sha256(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
