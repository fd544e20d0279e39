/// What was decided on two chains, and why.
struct Judgement: Hashable, Sendable {
  enum Decision: String, Sendable {
    case same, different, unsure
  }

  /// Same, different or unsure.
  var decision: Decision
  /// Probability that the two mean the same, 0...1.
  var probability: Double
  /// What speaks for it or against it.
  var reasons: [String]
  /// True when it holds only while nothing else answers to the vaguer of the two names: *Smith* is
  /// *John Smith* as long as there is no *Jane Smith*.
  var isOnlyIfUnique = false

  static func same(_ probability: Double, _ reason: String) -> Judgement {
    Judgement(decision: .same, probability: probability, reasons: [reason])
  }

  static func ifUnique(_ probability: Double, _ reason: String) -> Judgement {
    Judgement(
      decision: .same, probability: probability, reasons: [reason], isOnlyIfUnique: true)
  }

  static func different(_ reason: String) -> Judgement {
    Judgement(decision: .different, probability: 0.03, reasons: [reason])
  }

  static func unsure(_ reason: String) -> Judgement {
    Judgement(decision: .unsure, probability: 0.3, reasons: [reason])
  }
}
