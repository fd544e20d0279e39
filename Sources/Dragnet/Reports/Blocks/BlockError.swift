/// What is wrong with one block of a report, where, and what was expected there.
public struct BlockError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where: in the block when it is thrown, in the template once the report knows it.
  public var place: BlockPlace
  /// What is wrong.
  public let problem: String
  /// What was expected there.
  public let expected: String?

  /// Makes an error.
  public init(_ place: BlockPlace, _ problem: String, expected: String? = nil) {
    self.place = place
    self.problem = problem
    self.expected = expected
  }

  /// The same with roles in the place of names.
  func redacted(for matter: ReportCase) -> BlockError {
    BlockError(place, matter.safe(problem), expected: expected.map(matter.safe))
  }

  /// *what is wrong; expected what*, in one line.
  public var message: String {
    let text = problem + (expected.map { "; expected \($0)" } ?? "")
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// `line:column: message`
  public var description: String { "\(place.line):\(place.column): \(message)" }
}
