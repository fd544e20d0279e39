import ArgumentParser
import Dragnet
import DragnetText
import Foundation

/// `dragnet read`
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Show what the neural reader sees in documents, sentence by sentence.",
    discussion: """
      For each sentence: its number, its words with part of speech (Universal Dependencies and Penn Treebank), \
      lemma and relation, beside their tree; the names and mentions with their probability; at the \
      end the chains of mentions that mean the same. The reader knows English; a text in another \
      language is read all the same, and said to be one.

      Example:
        dragnet read article.txt
        dragnet read articles/ --json > parses.jsonl
      """)

  @Argument(
    help: """
      Files and folders: .txt, .md, .html, .eml, .pdf, .docx. '-' is one plain text on standard \
      input.
      """,
    completion: .file())
  var documents: [String]
  @Flag(help: "Write one JSON object a line: {\"document\", \"parse\"}.") var json = false
  @Option(
    help: ArgumentHelp(
      "Read with these weights, not with the ones that were installed.", valueName: "file"),
    completion: .file())
  var weights: String?
  @Option(
    help: ArgumentHelp(
      "Refuse documents larger than this: 500KB, 64MB, 2GB, or bytes.", valueName: "size"))
  var maxSize = ByteCount(bytes: 64 << 20)

  func validate() throws {
    if documents.isEmpty { throw ValidationError("give files or folders, or '-'") }
  }

  func run() throws {
    let reader =
      if let weights { try NeuralReader(weights: URL(fileURLWithPath: weights)) } else {
        try NeuralReader()
      }
    let loader = DocumentLoader(maximumSize: maxSize.bytes)
    let loaded = loader.load(documents)
    for failure in loaded.failures { Output.note("dragnet: \(failure)") }
    guard !loaded.documents.isEmpty else {
      throw Failure(
        loaded.failures.isEmpty
          ? "there is no document to read" : "none of the documents could be read")
    }
    let progress = Progress("reading", total: loaded.documents.count)
    for (number, document) in loaded.documents.enumerated() {
      let parse = reader.parse(document)
      Output.noteLanguage(parse.language, of: document.name)
      if json {
        try ParseLines.write(document, parse) { try Output.write($0) }
      } else {
        if number > 0 { try Output.print("") }
        try ParseText(document, parse).forEachPart { try Output.print($0) }
      }
      progress.update(number + 1)
    }
    progress.finish()
    if !loaded.failures.isEmpty { throw ExitCode.failure }
  }
}
