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
  ///
  /// - Parameter excluded: the folder for the output, which is not read even where it lies among the
  ///   documents.
  func read(
    excluding excluded: OutputFolder? = nil, keepsTokens: Bool = false
  ) throws -> ReadDocuments {
    if let excluded, documents.contains(where: { excluded.isSame(as: $0) }) {
      throw ValidationError("\(excluded.path) holds the documents; give another folder with -o")
    }
    var loader = reading.loader
    loader.excludedFolder = excluded?.path
    let progress = Progress("loading", total: nil)
    var loaded = LoadedDocuments()
    if jsonl {
      for path in documents { loaded.merge(loader.loadJSONLines(path)) }
    } else {
      loaded = loader.load(documents) { progress.update($0, of: $1) }
    }
    progress.finish()
    return try reading.read(loaded, keepsTokens: keepsTokens)
  }
}
