import Foundation
import Testing

/// The built program, run in a folder of its own.
struct Program {
  /// What came of one run.
  struct Result {
    let status: Int32
    let output: String
    let messages: String
  }

  /// A new, empty folder, removed with `close()`.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("dragnet-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Runs a body with a program in a new folder, and removes the folder.
  static func inNewFolder(_ body: (Program) async throws -> Void) async throws {
    let program = try Program()
    defer { try? FileManager.default.removeItem(at: program.folder) }
    try await body(program)
  }

  /// The program beside the test bundle.
  static let path: String = {
    let places = [
      Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent(),
      URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent(),
    ]
    let found = places.compactMap { $0?.appendingPathComponent("dragnet").path }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { fatalError("no program named dragnet beside the tests") }
    return found
  }()

  /// Runs the program with arguments.
  func run(_ arguments: String..., input: String = "") async throws -> Result {
    try await launch(Program.path, arguments, input: input)
  }

  /// Runs a shell script in which `$DRAGNET` is the program.
  func shell(_ script: String) async throws -> Result {
    try await launch("/bin/sh", ["-c", script], input: "")
  }

  private func launch(_ path: String, _ arguments: [String], input: String) async throws -> Result {
    let names = ["in", "out", "err"].map { "\(UUID().uuidString).\($0)" }
    let files = names.map { FileManager.default.temporaryDirectory.appendingPathComponent($0) }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    try Data(input.utf8).write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8", "DRAGNET": Program.path,
    ]
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    await withCheckedContinuation { continuation in
      process.terminationHandler = { _ in continuation.resume() }
      do { try process.run() } catch { fatalError("\(path) could not be run: \(error)") }
    }
    return Result(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      messages: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }

  /// Writes a file of the folder.
  func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

  /// Writes a file of the folder.
  func write(_ name: String, _ data: Data) throws {
    let url = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  /// The bytes of a file of the folder.
  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent(name))
  }

  /// The text of a file of the folder.
  func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  /// Names of the files in a folder of the folder, sorted.
  func files(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent(name).path
    ).sorted()
  }

  /// True when the program may be run as a user who may not read everything.
  static let canRunUnprivileged: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", Program.asNobody("\"\(Program.path)\" --version")]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  /// A shell command run without the rights of root.
  static func asNobody(_ command: String) -> String {
    geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups \(command)" : command
  }
}
