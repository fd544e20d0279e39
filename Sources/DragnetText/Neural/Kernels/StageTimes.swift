/// Where the time of reading goes.
package struct StageTimes: Sendable {
  /// A part of the work. Turning rows into bytes counts with what comes before it.
  package enum Stage: Int, CaseIterable, Sendable {
    case cutting, pieces, embeddings, products, rows, attention, gelu, norm
    case sentences, tags, trees, labels, mentions, names, decoding, relations
    case antecedents, chains
  }

  private var durations = [Duration](repeating: .zero, count: Stage.allCases.count)

  /// Adds to the time of a stage.
  mutating func add(_ duration: Duration, to stage: Stage) { durations[stage.rawValue] += duration }

  /// Adds what another workspace took.
  mutating func add(_ other: StageTimes) {
    for index in durations.indices { durations[index] += other.durations[index] }
  }

  /// How long the stage took, on all threads together.
  package subscript(stage: Stage) -> Duration { durations[stage.rawValue] }
}
