import ArgumentParser
import Dragnet
import DragnetText
import Foundation

/// How documents are read.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Known names: type, name and aliases, parted by tabs, a line each; or 'ignore' and a string.",
      valueName: "file"))
  var names: String?

  @Option(
    help: ArgumentHelp(
      "How to read: by a trained model and patterns, or by patterns alone, which is faster.",
      valueName: "neural|lexicon"))
  var reader = ReaderChoice.neural

  @Option(
    help: ArgumentHelp(
      "Refuse documents larger than this: 500KB, 64MB, 2GB, or bytes.", valueName: "size"))
  var maxSize = ByteCount(bytes: 64 << 20)

  @Option(
    help: ArgumentHelp(
      "How many documents to read, or parts of a measure to compute, at a time.",
      valueName: "count"))
  var threads = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard threads >= 1 else { throw ValidationError("--threads takes a number from 1") }
  }

  var loader: DocumentLoader { DocumentLoader(maximumSize: maxSize.bytes) }

  /// Finds what is in documents, and names those that could not be read on standard error.
  func read(_ loaded: LoadedDocuments, keepsTokens: Bool = false) throws -> ReadDocuments {
    for failure in loaded.failures { Output.note("dragnet: \(failure)") }
    for place in loaded.repeated {
      Output.note("dragnet: \(place): has the name and text of another document, read once")
    }
    let investigation = Investigation(reader: try makeReader(), threads: threads)
    let progress = Progress("reading", total: loaded.documents.count)
    let (readings, failures) = investigation.read(
      loaded.documents, keepsTokens: keepsTokens
    ) { progress.update($0) }
    progress.finish()
    for failure in failures { Output.note("dragnet: \(failure.name): \(failure.error)") }
    for reading in readings { Output.noteLanguage(reading.language, of: reading.document.name) }
    let failed = loaded.failures.count + failures.count
    guard !readings.isEmpty else {
      throw Failure(
        failed > 0 ? "none of the documents could be read" : "there is no document to read")
    }
    return ReadDocuments(readings: readings, failureCount: failed)
  }

  func makeReader() throws -> any Reader {
    let names = try knownNames()
    return switch reader {
    case .neural: try NeuralReader(names: names)
    case .lexicon: try LexiconReader(names: names)
    }
  }

  private func knownNames() throws -> KnownNames {
    guard let names else { return KnownNames() }
    let text = String(decoding: try InputFile(path: names).read(), as: UTF8.self)
    return try KnownNames(parsing: text, file: names)
  }
}

/// How documents are read.
enum ReaderChoice: String, ExpressibleByArgument, CaseIterable {
  case neural, lexicon
}

/// What came of reading documents.
struct ReadDocuments {
  var readings: [Reading]
  var failureCount: Int

  /// Ends the program with status 1 when a document could not be read.
  func endIfAnyFailed() throws {
    guard failureCount > 0 else { return }
    throw ExitCode.failure
  }
}

/// A number of bytes, given as `500KB`, `64MB`, `2GB` (powers of 1024) or a plain number.
struct ByteCount: ExpressibleByArgument {
  let bytes: Int

  init(bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    let text = argument.uppercased()
    let units = [("KB", 10), ("MB", 20), ("GB", 30), ("K", 10), ("M", 20), ("G", 30), ("B", 0)]
    let unit = units.first { text.hasSuffix($0.0) }
    let digits = text.dropLast(unit?.0.count ?? 0)
    // Places in a text are kept in 32 bits.
    guard let count = Int(digits), count > 0, count < (1 << 32) >> (unit?.1 ?? 0) else {
      return nil
    }
    bytes = count << (unit?.1 ?? 0)
  }

  var defaultValueDescription: String {
    bytes % (1 << 20) == 0 ? "\(bytes >> 20)MB" : String(bytes)
  }
}
