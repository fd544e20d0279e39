import Foundation
import Testing

@testable import DragnetText

/// The shipped weights give what the training program computed with them.
struct RecordedModelTests {
  @Test func `every stage in 32 bits agrees with the recording`() throws {
    let model = try ShippedWeights.plain.get()
    for sentence in try fixture("recorded-f32", as: Recording.self).sentences {
      for (stage, distance) in try distances(model, sentence) {
        #expect(distance < 1e-4, "\(stage) of '\(sentence.text)'")
      }
    }
  }

  /// A number that stands just between two whole ones is rounded up by one program and down by the other,
  /// because they add in different orders. From there on the two differ by about a step in 127, and no
  /// more agree to the last digits. Where no number falls so, they agree like in 32 bits.
  @Test func `every stage in whole numbers agrees with the recording`() throws {
    let model = try ShippedWeights.whole.get()
    var same = 0
    for sentence in try fixture("recorded", as: Recording.self).sentences {
      let distances = try distances(model, sentence)
      #expect(distances["embedded"] ?? 1 < 1e-5)
      for (stage, distance) in distances {
        #expect(distance < 0.05, "\(stage) of '\(sentence.text)'")
      }
      if distances.values.allSatisfy({ $0 < 1e-3 }) { same += 1 }
    }
    #expect(same >= 2)
  }

  @Test func `tags and labels are those of the recording but where two score alike`() throws {
    let model = try ShippedWeights.whole.get()
    let recording = try fixture("recorded", as: Recording.self)
    let windows = recording.sentences.map(\.window)
    let heads = recording.sentences.map(\.heads)
    let vectors = model.observed(windows) { _, _ in }
    let batch = model.scores(windows)
    let labels = model.labels(batch, heads: heads)
    let (tagScores, labelScores) = model.withWorkspace {
      (model.tags.apply(vectors.tags, $0), model.trees.labelScores(batch, heads: heads, $0))
    }
    let names = model.header.tags
    for (number, sentence) in recording.sentences.enumerated() {
      let scores = batch.sentences[number]
      for (word, row) in scores.words.enumerated() {
        let upos = tagScores.row(row).prefix(names.upos.count)
        let xpos = tagScores.row(row).dropFirst(names.upos.count).prefix(names.xpos.count)
        #expect(isSound(scores.upos[word], sentence.upos[word], names.upos, Array(upos)))
        #expect(isSound(scores.xpos[word], sentence.xpos[word], names.xpos, Array(xpos)))
        #expect(
          isSound(
            labels[number][word], sentence.labels[word], names.labels,
            Array(labelScores.row(row))))
      }
    }
  }

  /// Whether a class is the recorded one, or scores so nearly the same that a rounding decides.
  private func isSound(
    _ found: Int, _ recorded: String, _ names: [String], _ scores: [Float]
  ) -> Bool {
    guard let index = names.firstIndex(of: recorded) else { return false }
    return found == index || abs(scores[found] - scores[index]) < 0.3
  }

  @Test func `a window reads the same in any batch`() throws {
    let model = try ShippedWeights.whole.get()
    let windows = try fixture("recorded", as: Recording.self).sentences.map(\.window)
    let together = model.scores(windows + windows.reversed())
    for (number, window) in windows.enumerated() {
      let alone = model.scores([window])
      for other in [together.sentences[number], together.sentences[19 - number]] {
        let one = alone.sentences[0]
        #expect(one.upos == other.upos && one.xpos == other.xpos)
        #expect(one.arcs == other.arcs && one.mentions == other.mentions)
        #expect(one.names == other.names)
      }
      #expect(alone.spanVectors == together.spanVectors.rows(together.sentences[number].words))
    }
  }

  @Test(arguments: InstructionPath.allCases.filter { $0 != .widest && $0.isHere })
  func `every set of instructions gives the same bits`(path: InstructionPath) throws {
    let windows = try fixture("recorded", as: Recording.self).sentences.prefix(4).map(\.window)
    for arithmetic in [Arithmetic.whole, .plain] {
      let file = try ShippedWeights.file.get()
      let narrow = try ReadingModel(file, arithmetic: arithmetic, path: path).scores(windows)
      let wide = try ReadingModel(file, arithmetic: arithmetic).scores(windows)
      #expect(narrow.spanVectors == wide.spanVectors)
      #expect(narrow.labelHeads == wide.labelHeads)
      for (one, other) in zip(narrow.sentences, wide.sentences) {
        #expect(one.arcs == other.arcs && one.mentions == other.mentions)
        #expect(one.names == other.names)
      }
    }
  }

  /// How far each stage is from the recording.
  private func distances(
    _ model: ReadingModel, _ sentence: Recording.Sentence
  ) throws -> [String: Float] {
    let window = sentence.window
    #expect(window.ids == sentence.ids)
    var layers: [Matrix] = []
    let vectors = model.observed([window]) { _, rows in layers.append(rows) }
    let batch = model.scores([window])
    var made: [String: (Int) -> Float] = [:]
    for (number, layer) in layers.enumerated() {
      made[number == 0 ? "embedded" : "layer \(number - 1)"] = { layer.values[$0] }
    }
    made["tag words"] = { vectors.tags.values[$0] }
    made["tree words"] = { vectors.trees.values[$0] }
    made["span words"] = { vectors.spans.values[$0] }
    let count = sentence.words.count
    model.withWorkspace { workspace in
      let tags = model.tags.apply(vectors.tags, workspace)
      let width = model.header.tags.upos.count + model.header.tags.xpos.count
      made["tag scores"] = { tags[$0 / width, $0 % width] }
      let parts = model.trees.parts(vectors.trees, workspace)
      let arcs = model.trees.arcs(parts, [0..<count], workspace, asLogProbabilities: false)[0]
      made["arc scores"] = { arcs[$0] }
      let labels = model.trees.labelScores(batch, heads: [sentence.heads], workspace)
      made["label scores"] = { labels.values[$0] }
      let spans = model.spans.parts(vectors.spans, workspace)
      made["mention scores"] = square(
        model.spans.mentionScorer, spans.mentionStarts, spans.mentionEnds, workspace)
      made["name scores"] = square(
        model.spans.nameScorer, spans.nameStarts, spans.nameEnds, workspace)
      if !sentence.ends.isEmpty {
        let numbers = model.header.tags.labels
        let tree = RelationHead.Sentence(
          words: 0..<count, heads: sentence.heads,
          labels: sentence.labels.map { numbers.firstIndex(of: $0) ?? 0 }, mentions: sentence.ends)
        let words = vectors.spans.beside(vectors.trees)
        let (pairs, scores) = model.relations.scores([tree], words, workspace)
        let columns = model.header.relationLabels.count
        if !pairs.isEmpty { made["relation scores"] = { scores[$0 / columns, $0 % columns] } }
      }
    }
    #expect(Set(made.keys) == Set(sentence.stages.keys))
    return try made.reduce(into: [:]) {
      $0[$1.key] = try #require(sentence.stages[$1.key]).distance($1.value)
    }
  }

  /// Scores of all pairs of a first and a last word, those that are no span included.
  private func square(
    _ scorer: SpanScorer, _ starts: Matrix, _ ends: Matrix, _ workspace: Workspace
  ) -> (Int) -> Float {
    let count = starts.rows
    let pairs = (0..<count * count).map { ($0 / count, $0 % count) }
    let scores = scorer.biaffine.pairs(
      starts.gathered(pairs.map(\.0)), ends.gathered(pairs.map(\.1)), workspace)
    let classes = scores.columns
    return { index in
      let (row, number) = (index / classes, index % classes)
      let length = pairs[row].1 - pairs[row].0
      return scores[row, number] + scorer.widths[number, 16 + max(0, length)]
    }
  }
}
