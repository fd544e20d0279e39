import Foundation

/// Why a page could not be made a PDF.
public enum PrintingError: Error, Equatable, CustomStringConvertible {
  /// None of the programs that print pages is installed.
  case missingProgram
  /// The program failed; its own words.
  case failed(program: String, reason: String)
  /// A file for the program could not be written.
  case unwritable(String)

  /// What happened and what to do about it.
  public var description: String {
    switch self {
    case .missingProgram:
      "no program that prints pages was found (looked for "
        + "\(PagePrinter.programs.map(\.name).joined(separator: ", "))); install chromium or "
        + "weasyprint, or write .html and print it from a browser"
    case .failed(let program, let reason): "\(program) could not print the page: \(reason)"
    case .unwritable(let reason): "the page could not be handed to the printing program: \(reason)"
    }
  }
}

/// Turns a page into a PDF through a browser that is found when it is needed.
public struct PagePrinter: Sendable {
  struct PrintingProgram: Sendable {
    let name: String
    let package: String
    /// The program's arguments for a page and a PDF.
    let arguments: @Sendable (_ page: String, _ pdf: String, _ scratch: String) -> [String]
  }

  /// In the order they are tried.
  static let programs: [PrintingProgram] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].map { name in
      PrintingProgram(name: name, package: "chromium") { page, pdf, scratch in
        [
          "--headless", "--disable-gpu", "--disable-dev-shm-usage",
          "--user-data-dir=\(scratch)", "--no-first-run", "--disable-extensions",
          "--disable-background-networking", "--no-pdf-header-footer",
          "--host-resolver-rules=MAP * ~NOTFOUND", "--print-to-pdf-no-header",
          "--print-to-pdf=\(pdf)",
        ]
          // Chromium refuses to run as root in its sandbox.
          + (geteuid() == 0 ? ["--no-sandbox"] : []) + ["file://\(page)"]
      }
    } + [
      PrintingProgram(name: "weasyprint", package: "weasyprint") { page, pdf, _ in [page, pdf] }
    ]

  /// Seconds a program may take.
  public var timeLimit = 120

  /// Makes a printer.
  public init() {}

  /// The PDF of a page. The page must need nothing else; scripts in it are not expected.
  ///
  /// Dates and the running number of the PDF are set to fixed values, so that the same page printed by
  /// the same program gives the same bytes.
  public func pdf(of page: String) throws(PrintingError) -> [UInt8] {
    let scratch = FileManager.default.temporaryDirectory
      .appendingPathComponent("dragnet-print-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let input = scratch.appendingPathComponent("report.html")
    let output = scratch.appendingPathComponent("report.pdf")
    do {
      try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
      try Data(page.utf8).write(to: input)
    } catch { throw .unwritable(error.localizedDescription) }
    for program in PagePrinter.programs {
      guard PagePrinter.isInstalled(program.name) else { continue }
      try print(with: program, input: input, output: output, scratch: scratch)
      guard let bytes = try? Data(contentsOf: output), bytes.starts(with: Data("%PDF".utf8)) else {
        throw .failed(program: program.name, reason: "it wrote no PDF")
      }
      return PagePrinter.renumbered(PagePrinter.undated(Array(bytes)))
    }
    throw .missingProgram
  }

  private func print(
    with program: PrintingProgram, input: URL, output: URL, scratch: URL
  ) throws(PrintingError) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      [program.name]
      + program.arguments(input.path, output.path, scratch.appendingPathComponent("profile").path)
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SOURCE_DATE_EPOCH": "946684800", "LC_ALL": "C.UTF-8"]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do { try process.run() } catch {
      throw .failed(program: program.name, reason: error.localizedDescription)
    }
    if ended.wait(timeout: .now() + .seconds(timeLimit)) == .timedOut {
      kill(process.processIdentifier, SIGKILL)
      throw .failed(program: program.name, reason: "it took more than \(timeLimit) seconds")
    }
    guard process.terminationStatus == 0 else {
      throw .failed(
        program: program.name, reason: "it ended with status \(process.terminationStatus)")
    }
  }

  private static func isInstalled(_ program: String) -> Bool {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(
      separator: ":")
    return folders.contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }

  /// Sets the digits of both dates to those of one day, without moving a byte.
  static func undated(_ pdf: [UInt8]) -> [UInt8] {
    var result = pdf
    let digits = Array("20000101000000".utf8)
    for name in ["/CreationDate (D:", "/ModDate (D:"] {
      let key = Array(name.utf8)
      var place = 0
      while let slash = result[place...].firstIndex(of: key[0]) {
        place = slash + 1
        let start = slash + key.count
        guard start + digits.count <= result.count,
          result[slash..<start].elementsEqual(key)
        else { continue }
        result.replaceSubrange(start..<(start + digits.count), with: digits)
      }
    }
    return result
  }

  /// Numbers the parts of the page from 0, without moving a byte: browsers count on from whatever they
  /// happened to make before.
  static func renumbered(_ pdf: [UInt8]) -> [UInt8] {
    let key = Array("(node".utf8)
    let digits = 8
    var places: [Range<Int>] = []
    var place = 0
    while let open = pdf[place...].firstIndex(of: key[0]) {
      place = open + 1
      let number = (open + key.count)..<(open + key.count + digits)
      guard number.upperBound < pdf.count, pdf[number.upperBound] == UInt8(ascii: ")"),
        pdf[open..<number.lowerBound].elementsEqual(key),
        pdf[number].allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
      else { continue }
      places.append(number)
    }
    let known = Set(places.map { String(decoding: pdf[$0], as: UTF8.self) }).sorted()
    let rank = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1, $0) })
    var result = pdf
    for range in places {
      let text = String(rank[String(decoding: pdf[range], as: UTF8.self)] ?? 0)
      let padded = String(repeating: "0", count: digits - text.utf8.count) + text
      result.replaceSubrange(range, with: Array(padded.utf8))
    }
    return result
  }
}
