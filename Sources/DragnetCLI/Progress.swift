import DragnetGraph
import Foundation
import Synchronization

/// Tells how far work is, on a terminal and once it has taken a second; at most ten times a second.
final class Progress: Sendable {
  private let verb: String
  private let total: Int?
  private let next = Mutex(Date(timeIntervalSinceNow: 1))
  private let shown = Mutex(false)

  /// Work that begins now.
  init(_ verb: String, total: Int?) {
    self.verb = verb
    self.total = total
  }

  /// Says how much is done.
  func update(_ done: Int, of total: Int? = nil) {
    let end = (total ?? self.total).map { " of \($0)" } ?? ""
    show("\(verb) \(done)\(end) documents")
  }

  /// Says what share is done, 0...1.
  func update(share: Double) { show("\(verb) \(Int(share * 100)) %, control-C stops") }

  private func show(_ text: @autoclosure () -> String) {
    guard Output.hasProgress else { return }
    let now = Date()
    let isDue = next.withLock { next in
      guard now >= next else { return false }
      next = now.addingTimeInterval(0.1)
      return true
    }
    guard isDue else { return }
    shown.withLock { $0 = true }
    Output.progress(text())
  }

  /// Takes the line away.
  func finish() {
    if shown.withLock({ $0 }) { Output.progress("") }
  }
}

extension Progress {
  /// A handler that shows the share done. Nobody asks it to stop: control-C ends the program.
  static func handler(_ verb: String) -> ProgressHandler {
    let progress = Progress(verb, total: nil)
    return { share in
      if share >= 1 { progress.finish() } else { progress.update(share: share) }
      return true
    }
  }
}
