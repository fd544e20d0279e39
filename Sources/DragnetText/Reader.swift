/// Finds sentences, mentions, chains and findings in one document.
public protocol Reader: Sendable {
  /// Reads one document. The same document gives an equal reading, whatever was read before.
  func read(_ document: Document) throws(ReadingError) -> Reading
}

/// Why a document could not be read.
public enum ReadingError: Error, Equatable, CustomStringConvertible {
  /// A file that the reader needs is missing from the installation, or damaged.
  case missingResource(name: String, reason: String)
  /// A file of known names has a line that cannot be understood.
  case badNames(file: String, line: Int, reason: String)

  /// What happened and what to do about it.
  public var description: String {
    switch self {
    case .missingResource(let name, let reason):
      "\(name): \(reason); reinstall Dragnet"
    case .badNames(let file, let line, let reason):
      "\(file):\(line): \(reason)"
    }
  }
}
