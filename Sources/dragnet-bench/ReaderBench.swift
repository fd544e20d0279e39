import ArgumentParser
import Dispatch
import Dragnet
import DragnetText
import Foundation
import Synchronization

/// `dragnet-bench reader`: how fast the neural reader reads, and where its time goes.
struct ReaderBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reader", abstract: "Time the neural reader on documents.",
    discussion: """
      Reads all documents, and prints the words a second of the fastest repeat and where the time of \
      all repeats went: of all threads together, so that parts of two threads add up to twice the \
      time. The processor's time is that of the whole process in the repeats.

      DNNL_MAX_CPU_ISA=AVX2 holds the products to older instructions, --path the rest.

      Example:
        taskset -c 1 dragnet-bench reader seeds --repeats 9
      """)

  @Argument(help: "Files and folders of documents.") var documents: [String]
  @Option(help: "Read with this weights file.") var weights: String?
  @Option(help: "How often all documents are read.") var repeats = 5
  @Option(help: "How many documents are read at a time.") var threads = 1
  @Option(help: "Instructions of what is no product: 0 plain, 1 AVX2, 2 AVX-512.") var path: Int?

  func validate() throws {
    guard repeats > 0 else { throw ValidationError("'--repeats' is 1 or more") }
    guard threads > 0 else { throw ValidationError("'--threads' is 1 or more") }
  }

  func run() throws {
    let loaded = DocumentLoader().load(documents)
    guard !loaded.documents.isEmpty else { throw ValidationError("there is nothing to read") }
    let start = ContinuousClock.now
    let reader = try NeuralReader(
      timing: weights.map { URL(fileURLWithPath: $0) }, path: path)
    let loading = (ContinuousClock.now - start) / .milliseconds(1)
    var fastest = Duration.seconds(1 << 30)
    var total = Duration.zero
    var words = 0
    let worked = clock()
    for _ in 0..<repeats {
      let start = ContinuousClock.now
      words = read(loaded.documents, by: reader)
      let taken = ContinuousClock.now - start
      fastest = min(fastest, taken)
      total += taken
    }
    let processor = Double(clock() - worked) / Double(CLOCKS_PER_SEC) / Double(repeats)
    let speed = Double(words) / (fastest / .seconds(1))
    print(
      "\(loaded.documents.count) documents, \(words) words; weights loaded in",
      "\(String(format: "%.1f", loading)) ms; \(Int(speed)) words a second")
    print(
      "processor time of a repeat \(String(format: "%.2f", processor)) s, wall time",
      String(format: "%.2f s", total / .seconds(1) / Double(repeats)))
    var rest = total * threads
    for stage in StageTimes.Stage.allCases {
      row("\(stage)", reader.times[stage], of: total * threads)
      rest -= reader.times[stage]
    }
    row("rest", rest, of: total * threads)
  }

  /// How many words the documents have.
  private func read(_ documents: [Document], by reader: NeuralReader) -> Int {
    let next = Atomic(0)
    let words = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      while true {
        let place = next.add(1, ordering: .relaxed).oldValue
        guard place < documents.count else { return }
        words.add(reader.parse(documents[place]).words.count, ordering: .relaxed)
      }
    }
    return words.load(ordering: .relaxed)
  }

  private func row(_ name: String, _ time: Duration, of total: Duration) {
    let padded = name + String(repeating: " ", count: max(0, 14 - name.count))
    let share = String(format: "%5.1f%%", 100 * (time / total))
    let each = String(format: "%8.2f ms", time / .milliseconds(1) / Double(repeats))
    print("\(padded)\(each)  \(share)")
  }
}
