import Foundation
import Synchronization

/// Runs `dragnet-draw` once. Input and output are files without a name, so that neither side can block
/// on the other or be hurt by its end.
struct DrawingProgram {
  private let limits: DrawingLimits
  private let path: String

  init(_ limits: DrawingLimits) throws(DrawingError) {
    self.limits = limits
    path = try limits.programPath()
  }

  func run(_ request: DrawingRequest) throws(DrawingError) -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments =
      [("--seconds", limits.seconds), ("--megabytes", limits.megabytes)].flatMap { name, value in
        value.map { [name, String(max($0, 1))] } ?? []
      }
    let (input, output, messages): (FileHandle, FileHandle, FileHandle)
    do {
      (input, output, messages) = (try unnamedFile(), try unnamedFile(), try unnamedFile())
      try input.write(contentsOf: JSONEncoder().encode(request))
      try input.seek(toOffset: 0)
    } catch {
      throw .programFailed("no room for what it is asked: \(error)")
    }
    process.standardInput = input
    process.standardOutput = output
    process.standardError = messages
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do { try process.run() } catch { throw .programFailed("it could not be started: \(error)") }
    let isLate = !wait(for: ended)
    if isLate {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
    }
    if let error = failure(of: process, isLate: isLate, words: contents(of: messages)) {
      throw error
    }
    return contents(of: output)
  }

  /// False when the time by the clock is up.
  private func wait(for ended: DispatchSemaphore) -> Bool {
    guard let seconds = limits.seconds else {
      ended.wait()
      return true
    }
    let patience = Double(max(seconds, 1)) * 1.5 + 1
    return ended.wait(timeout: .now() + patience) == .success
  }

  private func failure(of process: Process, isLate: Bool, words: Data) -> DrawingError? {
    if process.terminationReason == .exit, process.terminationStatus == 0 { return nil }
    let status = process.terminationStatus
    let said = Wording.clean(String(decoding: words.suffix(2_000), as: UTF8.self), limit: 500)
    if process.terminationReason == .exit {
      if let error = try? JSONDecoder().decode(Failure.self, from: words) { return error.drawingError }
      return .programFailed("it ended with status \(status): \(said)")
    }
    if isLate || status == SIGXCPU || (status == SIGKILL && limits.seconds != nil) {
      return .limitReached("\(limits.seconds ?? 0) seconds")
    }
    // Without memory Graphviz stops wherever it is.
    if let megabytes = limits.megabytes { return .limitReached("\(megabytes) megabytes") }
    return .programFailed("it was ended by signal \(status)")
  }

  private func contents(of file: FileHandle) -> Data {
    try? file.seek(toOffset: 0)
    return (try? file.readToEnd()) ?? Data()
  }

  /// A file that vanishes with its last handle.
  private func unnamedFile() throws -> FileHandle {
    let folder = FileManager.default.temporaryDirectory
    let url = folder.appendingPathComponent("dragnet-\(UUID().uuidString)")
    guard
      FileManager.default.createFile(
        atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600])
    else { throw CocoaError(.fileWriteUnknown) }
    defer { try? FileManager.default.removeItem(at: url) }
    return try FileHandle(forUpdating: url)
  }
}

/// How `dragnet-draw` says on standard error why it drew nothing.
package struct Failure: Codable {
  private var kind: String
  private var words: [String]

  package init(_ error: any Error) {
    switch error as? DrawingError {
    case .duplicateID(let id)?: (kind, words) = ("duplicate", [id])
    case .unknownNode(let id, let part)?: (kind, words) = ("unknown", [id, part])
    case .tooLarge(let layout, let nodes, let lines, let maximumNodes, let maximumLines)?:
      kind = "large"
      words = [layout.rawValue] + [nodes, lines, maximumNodes, maximumLines].map(String.init)
    case .graphviz(let message)?: (kind, words) = ("graphviz", [message])
    default: (kind, words) = ("other", ["\(error)"])
    }
  }

  var drawingError: DrawingError {
    let numbers = words.dropFirst().compactMap(Int.init)
    switch (kind, words.first) {
    case ("duplicate", let id?): return .duplicateID(id)
    case ("unknown", let id?) where words.count == 2:
      return .unknownNode(id: id, namedBy: words[1])
    case ("large", let name?) where numbers.count == 4:
      return .tooLarge(
        layout: Layout(rawValue: name) ?? .automatic, nodes: numbers[0], lines: numbers[1],
        maximumNodes: numbers[2], maximumLines: numbers[3])
    case ("graphviz", let message?): return .graphviz(message)
    default: return .programFailed(words.first ?? "without a message")
    }
  }
}
