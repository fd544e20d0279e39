import Dragnet
import Foundation

/// Where a command's results and messages go.
///
/// Everything written here may hold text of documents, so what a terminal would take as a command,
/// or what turns the direction of writing around, is written out as `[U+001B]`.
enum Output {
  /// True when results go to a terminal that shows colors and nobody asked for none (`NO_COLOR`).
  static let hasColor =
    isatty(STDOUT_FILENO) == 1 && environment("NO_COLOR").isEmpty && environment("TERM") != "dumb"

  /// True when messages go to a terminal.
  static let hasProgress = isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb"

  /// Lets writing to a closed pipe fail instead of ending the program: `map | head` writes its files.
  static func ignoreClosedPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Writes a result, with a line end, to standard output. When its reader has gone, nothing is
  /// written and nothing fails.
  static func print(_ text: String) throws(Failure) {
    var shown = neutralized(text)
    for style in Style.allCases {
      shown = shown.replacing(style.rawValue, with: hasColor ? style.code : "")
    }
    try write(shown + "\n")
  }

  /// How words stand out on a terminal with colors, as a mark of the private use area that `print`
  /// replaces.
  private enum Style: String, CaseIterable {
    case strong = "\u{F8F0}"
    case alert = "\u{F8F1}"
    case calm = "\u{F8F2}"
    case end = "\u{F8F3}"
    case faint = "\u{F8F4}"

    var code: String {
      switch self {
      case .strong: "\u{1B}[1m"
      case .alert: "\u{1B}[1;31m"
      case .calm: "\u{1B}[32m"
      case .end: "\u{1B}[0m"
      case .faint: "\u{1B}[2m"
      }
    }
  }

  /// Words in bold, on a terminal with colors.
  static func strong(_ text: String) -> String { Style.strong.rawValue + text + Style.end.rawValue }

  /// Words that stand back, on a terminal with colors.
  static func faint(_ text: String) -> String { Style.faint.rawValue + text + Style.end.rawValue }

  /// A verdict in words, in red when it is a conflict.
  static func verdict(_ verdict: Verdict) -> String {
    (verdict.isConflict ? Style.alert : Style.calm).rawValue + verdict.words + Style.end.rawValue
  }

  /// Writes text as it is to standard output: JSON, CSV, SVG.
  static func write(_ text: String) throws(Failure) { try write(Data(text.utf8)) }

  /// Writes bytes to standard output.
  static func write(_ data: Data) throws(Failure) {
    do {
      try FileHandle.standardOutput.write(contentsOf: data)
    } catch {
      guard systemError(error) != EPIPE else { return }
      throw Failure("standard output: \(reason(error))")
    }
  }

  /// Writes a message, with a line end, to standard error.
  static func note(_ text: String) {
    let erased = hasProgress ? "\r\u{1B}[K" : ""
    try? FileHandle.standardError.write(
      contentsOf: Data((erased + neutralized(text) + "\n").utf8))
  }

  /// Shows how far long work is, on a terminal only; the next message takes its place.
  static func progress(_ text: String) {
    guard hasProgress else { return }
    try? FileHandle.standardError.write(
      contentsOf: Data(("\r\u{1B}[K" + neutralized(text)).utf8))
  }

  /// Text that a terminal shows and does not obey. Line ends and tabs stay.
  static func neutralized(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.isHiddenControl, scalar != "\n", scalar != "\t" {
        result += scalar == "\r" ? " " : "[\(scalar.codeName)]"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func environment(_ name: String) -> String {
    ProcessInfo.processInfo.environment[name] ?? ""
  }
}

/// The system's error number behind an error of Foundation, or nil.
func systemError(_ error: any Error) -> Int32? {
  if let posix = error as? POSIXError { return posix.code.rawValue }
  let error = error as NSError
  if error.domain == NSPOSIXErrorDomain { return Int32(error.code) }
  return (error.userInfo[NSUnderlyingErrorKey] as? any Error).flatMap(systemError)
}

/// What went wrong with a file, in the system's words.
func reason(_ error: any Error) -> String {
  switch systemError(error) {
  case EACCES, EPERM: "no permission to write here"
  case ENOSPC: "no space left on the device"
  case EDQUOT: "the disk quota is used up"
  case EROFS: "the file system can only be read"
  case ENOENT: "there is no such folder"
  case ENOTDIR: "a part of the path is a file, not a folder"
  case EISDIR: "is a folder"
  case EFBIG: "the file would be larger than the system allows"
  case ENAMETOOLONG: "the name is too long"
  case EIO: "the device reported an error"
  case let code?:
    NSError(domain: NSPOSIXErrorDomain, code: Int(code)).localizedDescription
  case nil: (error as NSError).localizedDescription
  }
}
