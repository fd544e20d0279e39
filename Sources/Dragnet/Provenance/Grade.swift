/// How far a source is trusted, by the Admiralty code: a letter for its reliability, a digit for the
/// credibility of what it says.
///
/// Written as `B2`, or `B` where nothing is said of the information. A grade is a person's view of a
/// source; it never enters a confidence, which is about our reading.
///
/// - SeeAlso: NATO, *Allied Joint Doctrine for Intelligence Procedures*, AJP-2.1; US Army,
///   *Human Intelligence Collector Operations*, FM 2-22.3, appendix B.
public struct Grade: Sendable, Hashable, Codable, CustomStringConvertible {
  /// How reliable the source has been.
  public enum Reliability: Character, Sendable, CaseIterable {
    /// Completely reliable.
    case a = "A"
    /// Usually reliable.
    case b = "B"
    /// Fairly reliable.
    case c = "C"
    /// Not usually reliable.
    case d = "D"
    /// Unreliable.
    case e = "E"
    /// Reliability cannot be judged.
    case f = "F"
  }

  /// The letter.
  public let reliability: Reliability
  /// 1 confirmed by other sources, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable,
  /// 6 truth cannot be judged; nil when not said.
  public let credibility: Int?

  /// Makes a grade.
  ///
  /// - Precondition: `credibility` is 1...6 where it is given.
  public init(_ reliability: Reliability, _ credibility: Int? = nil) {
    precondition(credibility.map((1...6).contains) ?? true, "credibility is 1 to 6")
    self.reliability = reliability
    self.credibility = credibility
  }

  /// Reads `B2`, `b2` or `B`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let letters = Array(text.uppercased())
    guard let first = letters.first, let reliability = Reliability(rawValue: first),
      letters.count <= 2
    else { return nil }
    guard letters.count == 2 else {
      self.init(reliability)
      return
    }
    guard let digit = "123456".firstIndex(of: letters[1]) else { return nil }
    self.init(reliability, "123456".distance(from: "123456".startIndex, to: digit) + 1)
  }

  /// As it is written.
  public var description: String {
    String(reliability.rawValue) + (credibility.map(String.init) ?? "")
  }

  /// How much a report so graded counts, 0...1.
  ///
  /// STIX maps the digits 1 to 5 to .9, .7, .5, .3 and .1 and 6 to nothing; the letters are taken the
  /// same way. Of the two the lower counts. What cannot be judged, F and 6, says nothing; where
  /// nothing is said, it is even chances, .5.
  ///
  /// - SeeAlso: OASIS, *STIX Version 2.1*, appendix A, "Admiralty Credibility".
  public var weight: Double {
    let letter: Double? =
      switch reliability {
      case .a: 0.9
      case .b: 0.7
      case .c: 0.5
      case .d: 0.3
      case .e: 0.1
      case .f: nil
      }
    let digit = credibility.flatMap { $0 == 6 ? nil : [0.9, 0.7, 0.5, 0.3, 0.1][$0 - 1] }
    return [letter, digit].compactMap { $0 }.min() ?? Grade.unjudged
  }

  /// What a source counts that nobody has graded.
  public static let unjudged = 0.5

  /// Reads a single string.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let grade = Grade(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "'\(text)' is no grade like B2"))
    }
    self = grade
  }

  /// Writes a single string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
