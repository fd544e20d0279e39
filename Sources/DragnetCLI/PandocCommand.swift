import ArgumentParser
import Dragnet
import Foundation

/// `dragnet pandoc`
struct PandocCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pandoc",
    abstract: "Answer the dragnet blocks of a Pandoc document, as a filter.",
    discussion: """
      Reads what 'pandoc -t json' writes on standard input and writes the same with figures, tables and \
      notes. The case is --case, else 'dragnet-case' of the document's metadata, else DRAGNET_CASE. \
      'dragnet-pandoc' runs it for Pandoc's --filter, Quarto and R Markdown.

      Example:
        pandoc story.md -t json | dragnet pandoc docx --case case/ | pandoc -f json -o story.docx
        pandoc story.md --filter dragnet-pandoc -M dragnet-case=case/ -o story.docx
      """)

  @Argument(help: "The format that Pandoc writes: docx, latex, html, epub, typst, …")
  var target = "html"
  @Option(
    name: .customLong("case"),
    help: ArgumentHelp(
      "A network.json, a folder that holds one, or a folder of documents.", valueName: "network"),
    completion: .file())
  var network: String?
  @Option(
    help: ArgumentHelp("The folder for pictures.", valueName: "folder"), completion: .directory)
  var figures = "dragnet-figures"
  @Option(
    help: ArgumentHelp(
      "Replace these names by roles in figures, tables and notes; the text stays as it is.",
      valueName: "file"),
    completion: .file())
  var redact: String?
  @OptionGroup(title: "Reading, when the case is a folder of documents") var reading: ReadingOptions

  func run() throws {
    let document = try PandocDocument(json: try InputFile(path: "-").read())
    let environment = ProcessInfo.processInfo.environment["DRAGNET_CASE"]
    guard
      let path = network ?? document.metadata("dragnet-case")
        ?? environment.flatMap({ $0.isEmpty ? nil : $0 })
    else {
      throw Failure(
        "there is no case; give --case, 'dragnet-case' in the document's metadata, or DRAGNET_CASE")
    }
    let source = CaseSource(path: path, redaction: redact, reading: reading)
    let (matter, _) = try source.load()
    let outcome = PandocFilter(matter, target: target, folder: figures).apply(to: document)
    for file in outcome.files {
      _ = try OutputFolder(URL(fileURLWithPath: file.name).deletingLastPathComponent().path)
      try OutputFile(path: file.name).write(file.contents)
    }
    for failure in outcome.failures {
      Output.note("dragnet: block \(failure.block), \(failure.error)")
    }
    try Output.write(try outcome.document.json())
  }
}
