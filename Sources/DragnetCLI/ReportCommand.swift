import ArgumentParser
import Dragnet
import Foundation

/// `dragnet report`
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Fill the dragnet blocks of a Markdown text from a case.",
    discussion: """
      A fenced block that starts with ```dragnet states a question: map, ego "Rui Almada", path "A" "B", \
      ranking pagerank, conflicts, timeline, evidence "A" "B", entity "A", summary, sources, method. \
      The figure, its caption, table, alt text and notes come from the case. --blocks lists them all.

      The end of the output's name decides what is written: .html a page that needs nothing else, .md \
      Markdown with pictures in a folder beside it, .pdf through a browser.

      Example:
        dragnet report story.md --case case/network.json -o story.html
        dragnet report story.md --case case/network.json -o story.html --check
        dragnet report --case articles/ --redact names.txt -o dossier.pdf
      """)

  @Argument(
    help: "A Markdown file; '-' is standard input. Without one, a dossier of the whole case.",
    completion: .file(extensions: ["md", "qmd"]))
  var template: String?
  @Option(
    name: .customLong("case"),
    help: ArgumentHelp(
      "A network.json, a folder that holds one, or a folder of documents.", valueName: "network"),
    completion: .file())
  var network: String?
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "The report: .html, .md or .pdf. '-' is HTML on standard output.", valueName: "file"),
    completion: .file())
  var output: String = "-"
  @Flag(
    help: """
      Write nothing: name the figures of the output that no longer match the case, and end with status \
      1 if there are any.
      """)
  var check = false
  @Option(
    help: ArgumentHelp(
      "Replace these names by roles, everywhere: a name a line, on request a tab and its role.",
      valueName: "file"),
    completion: .file())
  var redact: String?
  @Option(help: "The headline of a dossier.") var title: String?
  @Flag(help: "Write again whenever the template or the case changes, until interrupted.")
  var watch = false
  @Flag(help: "List the kinds of block and their options.") var blocks = false
  @OptionGroup(title: "Reading, when the case is a folder of documents") var reading: ReadingOptions

  func validate() throws {
    if blocks { return }
    if title != nil && template != nil {
      throw ValidationError("--title is for a dossier; a template has its own headline")
    }
    if network == nil { throw ValidationError("give the case with --case") }
    if check && watch { throw ValidationError("--check and --watch exclude each other") }
    if check && output == "-" { throw ValidationError("--check needs the report with -o") }
    if watch && (output == "-" || template == "-") {
      throw ValidationError("--watch needs files for the template and the output")
    }
    if let template, output != "-", isSameFile(template, output) {
      throw ValidationError("the output would overwrite the template; give another name with -o")
    }
    if ReportFormat(output) == nil {
      throw ValidationError("give an output that ends in .html, .md or .pdf")
    }
  }

  private func isSameFile(_ a: String, _ b: String) -> Bool {
    let places = [a, b].map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().path }
    return places[0] == places[1]
  }

  func run() throws {
    guard !blocks, let network else {
      return try Output.print(BlockKinds.standard.help)
    }
    let writer = ReportWriter(
      template: template, title: title, network: network, output: output, redaction: redact,
      reading: reading)
    if watch { return try ReportWatch(writer).run() }
    let isFine = try check ? writer.check() : writer.write()
    if !isFine { throw ExitCode.failure }
  }
}

/// What a report is written as.
enum ReportFormat {
  case html, markdown, pdf

  /// By the end of a name; `-` is HTML.
  init?(_ path: String) {
    switch URL(fileURLWithPath: path).pathExtension.lowercased() {
    case "html", "htm": self = .html
    case "md", "markdown": self = .markdown
    case "pdf": self = .pdf
    case "" where path == "-": self = .html
    default: return nil
    }
  }
}
