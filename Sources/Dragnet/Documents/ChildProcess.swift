import Foundation

/// Runs a program that reads a file for us, so what crashes or hangs there does not do so here.
struct ChildProcess {
  /// What a program wrote before it ended.
  struct Outcome {
    let status: Int32
    let hasCrashed: Bool
    let output: [UInt8]
    let messages: String
  }

  /// Name of the program, looked for in `PATH`.
  let program: String
  /// The package that holds it, for the message when it is missing.
  let package: String
  /// Seconds it may run.
  let timeLimit: Int
  /// Bytes it may write.
  let outputLimit: Int

  /// Runs the program to its end. Memory is limited to 4 GB, processor time to the time limit.
  ///
  /// - Throws: `missingProgram`, `timedOut`, `tooLarge`.
  func run(_ arguments: [String]) throws(DocumentError) -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments =
      ["-c", "ulimit -v 4194304; ulimit -t \(timeLimit + 1); exec \"$0\" \"$@\"", program]
      + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C"]) { $1 }
    let (output, messages) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = messages
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do { try process.run() } catch { throw .unreadable("\(program) did not start") }
    let deadline = DispatchTime.now() + .seconds(timeLimit)
    var streams = [
      Stream(descriptor: output.fileHandleForReading.fileDescriptor, limit: outputLimit),
      Stream(descriptor: messages.fileHandleForReading.fileDescriptor, limit: 1 << 16),
    ]
    let failure = Self.drain(&streams, until: deadline, timeLimit: timeLimit)
    if failure != nil || ended.wait(timeout: deadline) == .timedOut {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
      throw failure ?? .timedOut(seconds: timeLimit)
    }
    if process.terminationStatus == 127 { throw .missingProgram(name: program, package: package) }
    return Outcome(
      status: process.terminationStatus,
      hasCrashed: process.terminationReason == .uncaughtSignal,
      output: streams[0].content, messages: String(decoding: streams[1].content, as: UTF8.self))
  }

  /// One of the program's two outputs.
  private struct Stream {
    let descriptor: Int32
    let limit: Int
    var content: [UInt8] = []
    var isOpen = true

    init(descriptor: Int32, limit: Int) {
      self.descriptor = descriptor
      self.limit = limit
    }
  }

  /// Reads both outputs to their ends. Of messages over their limit the rest is dropped.
  private static func drain(
    _ streams: inout [Stream], until deadline: DispatchTime, timeLimit: Int
  ) -> DocumentError? {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while streams.contains(where: \.isOpen) {
      let now = DispatchTime.now()
      guard now < deadline else { return .timedOut(seconds: timeLimit) }
      let wait = Int32(clamping: (deadline.uptimeNanoseconds - now.uptimeNanoseconds) / 1_000_000)
      var polled = streams.filter(\.isOpen).map {
        pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0)
      }
      _ = unsafe poll(&polled, nfds_t(polled.count), wait + 1)
      for ready in polled where ready.revents != 0 {
        guard let index = streams.firstIndex(where: { $0.descriptor == ready.fd }) else { continue }
        let count = (try? read(from: ready.fd, into: &chunk)) ?? 0
        if count == 0 { streams[index].isOpen = false }
        let room = streams[index].limit - streams[index].content.count
        if count > room, index == 0 { return .tooLarge(size: nil, limit: streams[0].limit) }
        streams[index].content += chunk.prefix(min(count, room))
      }
    }
    return nil
  }
}
