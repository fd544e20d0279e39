import Dragnet
import Foundation

/// Makes one report: reads template and case, writes or checks the output, names what is broken.
struct ReportWriter {
  /// Nil for a dossier.
  let template: String?
  let title: String?
  let network: String
  let output: String
  let redaction: String?
  let reading: ReadingOptions

  private var templateName: String { template ?? "dossier" }

  /// Writes the report.
  ///
  /// - Returns: false when a block is broken or a document could not be read; all else is written.
  func write() throws -> Bool {
    let (report, isFine) = try makeReport()
    let format = ReportFormat(output)
    let written: WrittenReport
    if format == .markdown {
      let name = URL(fileURLWithPath: output).deletingPathExtension().lastPathComponent
      written = report.markdown(figureFolder: name + "-figures")
    } else {
      written = report.html()
    }
    try refuseNames(in: written, of: report)
    if format == .pdf {
      try OutputFile(path: output).write(Data(try PagePrinter().pdf(of: written.text)))
    } else {
      let folder = URL(fileURLWithPath: output).deletingLastPathComponent().path
      for file in written.files {
        let place = OutputFolder.join(folder, file.name)
        _ = try OutputFolder(URL(fileURLWithPath: place).deletingLastPathComponent().path)
        try OutputFile(path: place).write(file.contents)
      }
      try OutputFile(path: output).write(written.text)
    }
    for failure in written.failures { Output.note("dragnet: \(templateName):\(failure)") }
    return isFine && written.failures.isEmpty
  }

  /// Writes nothing when a name got through that was to be replaced.
  private func refuseNames(in written: WrittenReport, of report: Report) throws {
    guard let redacted = report.redactedCase else { return }
    if redacted.isNamed(in: output) {
      throw Failure("the name of the output holds a name that is to be replaced; give another")
    }
    let files = written.files.map { String(decoding: $0.contents, as: UTF8.self) }
    let texts = [written.text] + written.files.map(\.name) + files
    if texts.contains(where: redacted.isNamed(in:)) {
      throw Failure("a name that is to be replaced is still in the report; nothing was written")
    }
  }

  /// Compares the output with the case.
  ///
  /// - Returns: false when a figure does not match or a block is broken.
  func check() throws -> Bool {
    guard ReportFormat(output) != .pdf else {
      throw Failure(
        "\(output): a PDF does not keep what its figures rest on; check the HTML or the Markdown")
    }
    let written = String(decoding: try InputFile(path: output).read(), as: UTF8.self)
    let (report, isFine) = try makeReport()
    let check = report.check(written)
    for finding in check.findings {
      let name = finding.place == nil ? output : templateName
      try Output.print("\(name):\(finding.place == nil ? " " : "")\(finding)")
    }
    if check.findings.isEmpty {
      let count = check.count
      Output.note(
        count == 1 ? "the figure matches the case" : "all \(count) figures match the case")
    }
    return isFine && check.findings.isEmpty
  }

  private func makeReport() throws -> (report: Report, isFine: Bool) {
    let source = CaseSource(path: network, redaction: redaction, reading: reading)
    let (matter, failureCount) = try source.load()
    let report: Report
    if let template {
      let text = String(decoding: try InputFile(path: template).read(), as: UTF8.self)
      let file = URL(fileURLWithPath: template)
      report = Report(
        text, name: template == "-" ? "Report" : file.lastPathComponent, matter: matter,
        folder: template == "-" ? nil : file.deletingLastPathComponent())
    } else {
      report = Dossier(matter: matter, title: title).report
    }
    for failure in report.failures { Output.note("dragnet: \(templateName):\(failure)") }
    return (report, report.failures.isEmpty && failureCount == 0)
  }
}
