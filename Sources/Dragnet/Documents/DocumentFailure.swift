/// Why a document could not be read.
public enum DocumentError: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is no such file or folder.
  case notFound
  /// The file or folder may not be opened.
  case noPermission
  /// The path names something that is neither file nor folder: a pipe, a device, a socket.
  case notAFile(kind: String)
  /// The folder holds no file that could be a document.
  case emptyFolder
  /// The file, or what unpacks from it, is larger than the limit; both in bytes.
  case tooLarge(size: Int?, limit: Int)
  /// There is nothing in it but white space.
  case empty
  /// The bytes are no text; `kind` says what they look like.
  case binary(kind: String)
  /// A format that is not read; `advice` says what to do.
  case unsupportedFormat(name: String, advice: String)
  /// The file is not what its format asks for.
  case damaged(format: String, detail: String)
  /// The file cannot be opened without a password.
  case encrypted(format: String)
  /// The file was read and has no text in it.
  case noText(format: String)
  /// A PDF of pictures: its pages carry no text.
  case scanWithoutText(pages: Int)
  /// A program that does the reading is not installed.
  case missingProgram(name: String, package: String)
  /// Reading took longer than allowed.
  case timedOut(seconds: Int)
  /// A line of a JSON lines file is not a document.
  case badLine(String)
  /// The system could not read the file; its own words.
  case unreadable(String)

  /// What is wrong and what to do, in one line without a full stop.
  public var description: String {
    switch self {
    case .notFound: "there is no such file or folder"
    case .noPermission: "no permission to read it"
    case .notAFile(let kind):
      "is a \(kind), not a file; to read from a program, pipe it to standard input and give -"
    case .emptyFolder: "the folder holds no documents"
    case .tooLarge(let size?, let limit):
      "\(size) bytes are over the limit of \(limit); allow more with --max-size"
    case .tooLarge(nil, let limit):
      "what it holds is over the limit of \(limit) bytes; allow more with --max-size"
    case .empty: "is empty"
    case .binary(let kind): "is not a text: looks like \(kind)"
    case .unsupportedFormat(let name, let advice): "\(name) is not read; \(advice)"
    case .damaged(let format, let detail): "is damaged or no \(format) file: \(detail)"
    case .encrypted(let format): "the \(format) file is protected by a password"
    case .noText(let format): "the \(format) file has no text in it"
    case .scanWithoutText(let pages):
      "is a scan without text (\(pages) \(pages == 1 ? "page" : "pages")); run OCR on it first"
    case .missingProgram(let name, let package):
      "the program \(name) is not installed; install \(package)"
    case .timedOut(let seconds): "reading it took more than \(seconds) seconds"
    case .badLine(let detail): detail
    case .unreadable(let detail): "could not be read: \(detail)"
    }
  }
}

/// A document that could not be read: where it is, and why.
public struct DocumentFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// The path as given or found, or *standard input*.
  public let path: String
  /// The line of a JSON lines file, from 1.
  public let line: Int?
  /// What is wrong.
  public let reason: DocumentError

  /// Makes a failure.
  public init(path: String, line: Int? = nil, reason: DocumentError) {
    self.path = path
    self.line = line
    self.reason = reason
  }

  /// `path: reason` or `path:line: reason`, in one line.
  public var description: String {
    let place = line.map { "\(path):\($0)" } ?? path
    return "\(singleLine(place)): \(reason)"
  }

  /// A file name may hold a line feed or an escape sequence; a message must not.
  private func singleLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      line.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
    }
    return String(line)
  }
}
