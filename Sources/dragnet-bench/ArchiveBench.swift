import ArgumentParser
import Dragnet
import DragnetText
import Foundation

/// `dragnet-bench archive`: many short documents.
struct ArchiveBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Time reading and joining many short invented documents, or write them.",
    discussion: """
      Prints seconds of reading and of joining the readings into a network.

      Example:
        dragnet-bench archive --documents 100000 --threads 2
        dragnet-bench archive --documents 1000 --jsonl > texts.jsonl
      """)

  @Option(help: "How many documents are invented.") var documents = 1000
  @Option(help: "What the invention starts from.") var seed: UInt64 = 1
  @Option(help: "How many documents are read at a time.") var threads = 1
  @Flag(help: "Write the documents, one a line, and time nothing.") var jsonl = false

  func validate() throws {
    guard documents > 0, threads > 0 else {
      throw ValidationError("'--documents' and '--threads' are 1 or more")
    }
  }

  func run() throws {
    var archive = InventedArchive(count: documents, seed: seed)
    if jsonl { return try write(&archive) }
    var texts: [Document] = []
    archive.forEach { text in
      texts.append(
        Document(
          id: DocumentID(text.name), name: text.name, text: text.text, source: text.source,
          published: CalendarDate(text.published)))
    }
    let investigation = Investigation(reader: try LexiconReader(), threads: threads)
    var start = ContinuousClock.now
    let readings = investigation.read(texts).readings
    let reading = seconds(since: start)
    start = ContinuousClock.now
    let network = Investigation.makeNetwork(from: readings)
    let joining = seconds(since: start)
    let chains = readings.reduce(0) { $0 + $1.chains.count }
    print(
      "\(documents) documents, \(chains) chains, \(network.entities.count) entities,",
      "\(network.relations.count) relations, \(network.judgements?.count ?? 0) judgements")
    print("reading \(shown(reading)) s, network \(shown(joining)) s")
  }

  private func write(_ archive: inout InventedArchive) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var buffer = Data()
    func flush() throws {
      try FileHandle.standardOutput.write(contentsOf: buffer)
      buffer.removeAll(keepingCapacity: true)
    }
    try archive.forEach { text in
      buffer += try encoder.encode(text)
      buffer.append(0x0a)
      if buffer.count > 1 << 20 { try flush() }
    }
    try flush()
  }

  private func seconds(since start: ContinuousClock.Instant) -> Double {
    (ContinuousClock.now - start) / .seconds(1)
  }

  private func shown(_ number: Double) -> String { String(format: "%.2f", number) }
}
