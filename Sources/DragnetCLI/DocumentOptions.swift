import ArgumentParser
import Dragnet

/// The documents a command works on.
struct DocumentOptions: ParsableArguments {
  @Argument(
    help: """
      Files and folders: .txt, .md, .html, .eml, .pdf, .docx. '-' is one plain text on standard \
      input.
      """,
    completion: .file())
  var documents: [String] = []

  @Flag(
    help: """
      The files hold one document per line: {"name", "text", "published"?, "source"?}. '-' is \
      standard input.
      """)
  var jsonl = false

  @OptionGroup(title: "Reading") var reading: ReadingOptions

  /// Reads the documents and finds what is in them.
  func read() throws -> ReadDocuments {
    let progress = Progress("loading", total: nil)
    var loaded = LoadedDocuments()
    if jsonl {
      for path in documents { loaded.merge(reading.loader.loadJSONLines(path)) }
    } else {
      loaded = reading.loader.load(documents) { progress.update($0, of: $1) }
    }
    progress.finish()
    return try reading.read(loaded)
  }
}
