/// A stretch of words of a sentence that may be a mention or a name.
struct ScoredSpan: Sendable, Equatable {
  /// First word, counted from 0.
  var start: Int
  /// Last word; it belongs to the span.
  var end: Int
  /// Index of its type.
  var type: Int
  /// Natural logarithm of its probability, at most 0.
  var logProbability: Float
  /// For names of organizations: that the score as an agency was the higher one.
  var isAgency = false

  /// The likeliest spans that do not cross, ordered by start and end. One may lie in another.
  ///
  /// - Complexity: O(*s* log *s* + *s* · *k*) for *s* spans of which *k* are kept; among *n* words
  ///   fewer than 2 *n* can be kept.
  static func nested(_ spans: [ScoredSpan]) -> [ScoredSpan] {
    kept(spans) { a, b in
      a.start < b.start && b.start <= a.end && a.end < b.end
        || b.start < a.start && a.start <= b.end && b.end < a.end
    }
  }

  /// The likeliest spans that share no word, ordered by start.
  static func flat(_ spans: [ScoredSpan]) -> [ScoredSpan] {
    kept(spans) { a, b in a.start <= b.end && b.start <= a.end }
  }

  private static func kept(
    _ spans: [ScoredSpan], unless conflict: (ScoredSpan, ScoredSpan) -> Bool
  ) -> [ScoredSpan] {
    var kept: [ScoredSpan] = []
    for span in spans.sorted(by: isLikelier) where !kept.contains(where: { conflict(span, $0) }) {
      kept.append(span)
    }
    return kept.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  private static func isLikelier(_ a: ScoredSpan, _ b: ScoredSpan) -> Bool {
    (-a.logProbability, a.start, a.end) < (-b.logProbability, b.start, b.end)
  }
}
