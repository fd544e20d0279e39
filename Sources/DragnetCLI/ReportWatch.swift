import Dispatch
import Foundation

/// Writes a report again whenever its template or its case changes.
struct ReportWatch {
  private let writer: ReportWriter

  init(_ writer: ReportWriter) { self.writer = writer }

  /// Runs until the program is interrupted. An error is told, and mended by the next change.
  func run() throws {
    var last: [String: Date] = [:]
    while true {
      let now = state()
      if now != last {
        last = now
        do {
          let isWhole = try writer.write()
          Output.note("wrote \(writer.output)\(isWhole ? "" : ", with the errors above")")
        } catch { Output.note("dragnet: \(error)") }
      }
      Thread.sleep(forTimeInterval: 0.3)
    }
  }

  /// When the files that the report is made of were changed last.
  private func state() -> [String: Date] {
    var dates: [String: Date] = [:]
    func add(_ path: String) {
      let facts = try? FileManager.default.attributesOfItem(atPath: path)
      dates[path] = facts?[.modificationDate] as? Date
    }
    for path in [writer.template, writer.redaction].compactMap(\.self) { add(path) }
    add(writer.network)
    if fileKind(writer.network) == .typeDirectory {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: writer.network)) ?? []
      for name in names { add(OutputFolder.join(writer.network, name)) }
    }
    return dates
  }
}
