import Foundation

/// The probability that a finding is right, from what is known of it: a logistic regression.
///
///     p = 1 / (1 + exp(−(base + Σ what holds of it)))
///
/// Fitted on findings of Wikipedia passages, of a few texts of re3d and of invented cases, of which
/// it is known whether they are right; `docs/calibration.md` has the figures, those on texts that
/// were kept out too. What a finder says of its own construction orders findings less well, and only
/// decides which are kept.
struct FindingConfidence {
  /// What speaks for a finding of which none of the following holds, in log odds.
  private static let base = 1.7
  /// Where a body is: often the place of something else in the sentence.
  private static let placed = -0.8
  /// What is said of a life in set phrases: *born in*, *studied at*, *married*.
  private static let lifeFact = 2.0
  /// An end is given by a noun only: *the company*.
  private static let noun = -0.4
  /// The ends stand more than `farBytes` apart.
  private static let far = -0.4
  private static let farBytes = 50
  /// Who acts is not said. Set by hand: 14 of 15 such findings were right on the four invented cases
  /// they were developed on, so they are taken for less sure than that.
  private static let implied = -0.6
  /// For each unit of confidence that the less sure mention of the two has above `usualMention`.
  private static let mention = 0.85
  private static let usualMention = 0.8

  private static let places: Set<String> = ["located_in", "based_in", "part_of"]
  private static let lifeFacts: Set<String> = [
    "born_in", "educated_at", "child_of", "married", "died_in", "killed_in", "arrested_in",
  ]

  /// What a finding says of its two ends.
  let label: String
  /// True when an end is given by a noun only.
  let hasNoun: Bool
  /// Bytes between the ends; negative where one holds the other.
  let gap: Int
  /// The lesser of the confidences of the two mentions, 0...1.
  let leastMention: Double
  /// True when the text does not say who acts.
  var isImplied = false

  /// Prepares a judgement on a relation between two drafts that stand in `ranges`.
  init(label: String, from: Draft, to: Draft, ranges: (TextRange, TextRange)) {
    self.init(
      label: label, hasNoun: from.kind == .nominal || to.kind == .nominal,
      gap: max(ranges.0.start, ranges.1.start) - min(ranges.0.end, ranges.1.end),
      leastMention: min(from.confidence, to.confidence))
  }

  /// Prepares a judgement.
  init(label: String, hasNoun: Bool, gap: Int, leastMention: Double) {
    self.label = label
    self.hasNoun = hasNoun
    self.gap = gap
    self.leastMention = leastMention
  }

  /// The probability, 0...1.
  var probability: Double {
    var logOdds = Self.base + Self.mention * (leastMention - Self.usualMention)
    if Self.places.contains(label) { logOdds += Self.placed }
    if Self.lifeFacts.contains(label) { logOdds += Self.lifeFact }
    if isImplied { logOdds += Self.implied }
    if hasNoun { logOdds += Self.noun }
    if gap > Self.farBytes { logOdds += Self.far }
    return 1 / (1 + exp(-logOdds))
  }
}
