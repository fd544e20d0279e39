import Dragnet
import Foundation

/// Makes one report: reads template and case, writes or checks the output, names what is broken.
struct ReportWriter {
  let template: String
  let network: String
  let output: String
  let reading: ReadingOptions

  /// Writes the report.
  ///
  /// - Returns: false when a block is broken or a document could not be read; all else is written.
  func write() throws -> Bool {
    let (report, isFine) = try makeReport()
    var isWhole = isFine
    let written: WrittenReport
    switch ReportFormat(output) {
    case .html?, nil:
      written = report.html()
      try OutputFile(path: output).write(written.text)
    case .markdown?:
      let name = URL(fileURLWithPath: output).deletingPathExtension().lastPathComponent
      written = report.markdown(figureFolder: name + "-figures")
      let folder = URL(fileURLWithPath: output).deletingLastPathComponent().path
      for file in written.files {
        let place = OutputFolder.join(folder, file.name)
        _ = try OutputFolder(URL(fileURLWithPath: place).deletingLastPathComponent().path)
        try OutputFile(path: place).write(file.contents)
      }
      try OutputFile(path: output).write(written.text)
    case .pdf?:
      written = report.html()
      try OutputFile(path: output).write(Data(try PagePrinter().pdf(of: written.text)))
    }
    for failure in written.failures {
      Output.note("dragnet: \(template):\(failure)")
      isWhole = false
    }
    return isWhole
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
      let name = finding.place == nil ? output : template
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
    var source = try NetworkOptions.parse([network])
    source.reading = reading
    let (network, failureCount) = try source.load()
    let text = String(decoding: try InputFile(path: template).read(), as: UTF8.self)
    let file = URL(fileURLWithPath: template)
    let report = Report(
      text, name: file.lastPathComponent, network: network,
      folder: template == "-" ? nil : file.deletingLastPathComponent())
    for failure in report.failures { Output.note("dragnet: \(template):\(failure)") }
    return (report, report.failures.isEmpty && failureCount == 0)
  }
}
