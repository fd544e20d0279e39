import Foundation

/// What a written report remembers of a figure: a comment in the page that holds the question and the
/// claims behind the answer.
struct FigureMarker: Codable, Equatable {
  /// *Figure 2*; empty for text.
  var label: String
  /// The question in one line.
  var question: String
  /// The claims, as `Basis` writes them.
  var rests: String

  /// The comment, for HTML and for Markdown.
  var comment: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(self)) ?? Data()
    // Nothing in it can end the comment, or look like markup.
    let text = String(decoding: data, as: UTF8.self)
      .replacing("-", with: "\\u002d").replacing("<", with: "\\u003c")
      .replacing(">", with: "\\u003e").replacing("&", with: "\\u0026")
    return FigureMarker.start + text + FigureMarker.end
  }

  private static let start = "<!-- dragnet-figure "
  private static let end = " -->"

  /// All markers of a written report, in its order.
  static func all(in report: String) -> [FigureMarker] {
    let decoder = JSONDecoder()
    return report.split(separator: start, omittingEmptySubsequences: false).dropFirst()
      .compactMap { part in
        guard let end = part.firstRange(of: end) else { return nil }
        return try? decoder.decode(
          FigureMarker.self, from: Data(part[..<end.lowerBound].utf8))
      }
  }

  init(_ block: Report.Block, figure: Figure) {
    label = block.label ?? ""
    question = block.question
    rests = Basis(figure.supports).text
  }
}
