import ArgumentParser
import DragnetDiagram
import Foundation

/// `--theme`: the name of a built-in theme, or a file with one of one's own.
struct ThemeArgument: ExpressibleByArgument {
  private let text: String

  /// `light`.
  static let light = ThemeArgument("light")

  /// Any text; whether it is a theme shows when it is read.
  init(argument: String) { text = argument }

  private init(_ text: String) { self.init(argument: text) }

  static let defaultCompletionKind = CompletionKind.file(extensions: ["json"])
  var defaultValueDescription: String { text }

  /// The theme.
  ///
  /// - Throws: a `ValidationError` for what is neither a name nor a file, a `ThemeError` for a file that
  ///   is no theme.
  func theme() throws -> Theme {
    if let theme = Theme.named(text) { return theme }
    guard let bytes = FileManager.default.contents(atPath: text) else {
      throw ValidationError(
        "--theme takes light, dark, print, safe or a file (docs/themes.md); there is no file '\(text)'"
      )
    }
    return try Theme(json: Array(bytes), file: text)
  }
}
