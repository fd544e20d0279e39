import ArgumentParser
import Dragnet
import DragnetText
import Foundation

/// `dragnet extract`
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Turn documents into a network.json, or into readings.",
    discussion: """
      A reading holds one document and what was found in it, every word with its part of speech, \
      lemma and head. Readings made on many machines can be \
      joined with 'dragnet map --from-readings', in any order. With --jsonl and --readings documents \
      stream through, in their order, without being kept: the input may be of any length.

      Example:
        dragnet extract articles/ > network.json
        dragnet extract articles/ --readings > readings.jsonl
        gunzip -c archive.jsonl.gz | dragnet extract - --jsonl --readings > readings.jsonl
      """)

  @OptionGroup var source: DocumentOptions
  @OptionGroup(title: "The case") var known: CaseOptions
  @Flag(help: "Write one reading a line, as JSON, in place of the network.") var readings = false
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write to this file, not to standard output.", valueName: "file"),
    completion: .file())
  var output = "-"

  func validate() throws {
    if source.documents.isEmpty { throw ValidationError("give files or folders, or '-'") }
    if readings && !known.isEmpty {
      throw ValidationError("a reading is of one document; give --judgements and --grades to map")
    }
  }

  func run() throws {
    if readings && source.jsonl { return try stream() }
    let read = try source.read(keepsTokens: readings)
    let file = OutputFile(path: output)
    if readings {
      do {
        try file.stream { write in
          for reading in read.readings { try ReadingLines.write(reading, to: write) }
        }
      } catch is OutputFile.ClosedPipe {
        return
      }
    } else {
      try file.write(try known.makeNetwork(from: read.readings).jsonData())
    }
    try read.endIfAnyFailed()
  }

  /// Reads documents a few at a time and writes each reading at once.
  private func stream() throws {
    let options = source.reading
    let investigation = Investigation(reader: try options.makeReader(), threads: options.threads)
    let progress = Progress("reading", total: nil)
    var waiting: [Document] = []
    var done = 0, failed = 0
    do {
      try OutputFile(path: output).stream { write in
        func readWaiting() throws {
          let (readings, failures) = investigation.read(waiting)
          for failure in failures { Output.note("dragnet: \(failure.name): \(failure.error)") }
          for reading in readings {
            Output.noteLanguage(reading.language, of: reading.document.name)
            try ReadingLines.write(reading, to: write)
          }
          failed += failures.count
          done += readings.count
          waiting.removeAll(keepingCapacity: true)
          progress.update(done)
        }
        for path in source.documents {
          try options.loader.readJSONLines(path) { _, result in
            switch result {
            case .failure(let failure):
              Output.note("dragnet: \(failure)")
              failed += 1
            case .success(let document):
              waiting.append(document)
              if waiting.count >= 16 * options.threads { try readWaiting() }
            }
          }
        }
        try readWaiting()
      }
    } catch is OutputFile.ClosedPipe {
      return
    }
    progress.finish()
    if done == 0, failed == 0 { throw Failure("there is no document to read") }
    if failed > 0 { throw ExitCode.failure }
  }
}
