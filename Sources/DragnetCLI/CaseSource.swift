import Dragnet
import Foundation

/// The case that a report is made from, with roles in the place of listed names.
struct CaseSource {
  /// A network.json, a folder that holds one, or a folder of documents.
  let path: String
  /// The list of names, if there is one.
  let redaction: String?
  let reading: ReadingOptions

  /// The case, and how many documents could not be read on the way to it.
  func load() throws -> (matter: ReportCase, failureCount: Int) {
    var source = try NetworkOptions.parse([path])
    source.reading = reading
    let (network, failureCount) = try source.load()
    guard let redaction else { return (ReportCase(network), failureCount) }
    let text = String(decoding: try InputFile(path: redaction).read(), as: UTF8.self)
    let redacted = try RedactedCase(network, Redaction(parsing: text, file: redaction))
    for name in redacted.unknownNames {
      Output.note(
        "dragnet: no entity is called '\(name)'; it is replaced where it stands as it stands")
    }
    return (ReportCase(redacted), failureCount)
  }
}
