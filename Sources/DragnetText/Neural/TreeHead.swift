/// Heads of words, and labels between them.
struct TreeHead: Sendable {
  private let tree: Linear  // [2 · arc + 2 · label, width]
  private let root: Matrix  // [1, width]
  private let arcSize: Int
  /// Width of what labels are scored by.
  let labelSize: Int
  private let arcScorer: ArcScorer
  private let labelScorer: Biaffine
  private let rootLabel: Int

  /// Words as dependents and heads, [words, size] each; the root as a head, [1, size].
  struct Parts: Sendable {
    let arcDependents, arcHeads, labelDependents, labelHeads: Matrix
    let rootArcHead, rootLabelHead: Matrix
  }

  init(
    _ file: WeightsFile, _ arithmetic: Arithmetic, _ room: inout WorkspaceSize
  ) throws(ReadingError) {
    let sizes = file.header.sizes
    let labels = file.header.tags.labels
    guard let rootLabel = labels.firstIndex(of: "root") else {
      throw file.damaged("it has no label 'root'")
    }
    self.rootLabel = rootLabel
    arcSize = sizes.arc
    labelSize = sizes.label
    tree = try file.linear(
      "tree", [2 * (sizes.arc + sizes.label), sizes.width], arithmetic, &room)
    root = Matrix(
      rows: 1, columns: sizes.width, values: try file.floats("root", [sizes.width]))
    arcScorer = ArcScorer(
      try file.biaffine("arc", size: sizes.arc, classes: 1, arithmetic, &room))
    labelScorer = try file.biaffine(
      "label", size: sizes.label, classes: labels.count, arithmetic, &room)
  }

  /// What arcs and labels are scored by. The root goes through the same product as the words.
  func parts(_ words: Matrix, _ workspace: Workspace) -> Parts {
    var rows = root
    rows.append(words)
    var hidden = tree.apply(rows, workspace)
    hidden.applyGelu(path: workspace.path)
    let all = 1..<rows.rows
    let heads = hidden.columns(arcSize..<2 * arcSize)
    let labels = hidden.columns(2 * arcSize + labelSize..<2 * (arcSize + labelSize))
    return Parts(
      arcDependents: hidden.columns(0..<arcSize).rows(all), arcHeads: heads.rows(all),
      labelDependents: hidden.columns(2 * arcSize..<2 * arcSize + labelSize).rows(all),
      labelHeads: labels.rows(all), rootArcHead: heads.rows(0..<1),
      rootLabelHead: labels.rows(0..<1))
  }

  /// Scores of heads for each sentence, [words, 1 + words], as log probabilities or as they are.
  func arcs(
    _ parts: Parts, _ sentences: [Range<Int>], _ workspace: Workspace,
    asLogProbabilities: Bool = true
  ) -> [[Float]] {
    arcScorer.scores(
      dependents: parts.arcDependents, heads: parts.arcHeads, root: parts.rootArcHead,
      sentences: sentences, workspace, asLogProbabilities: asLogProbabilities)
  }

  /// The best label of every word of the batch, given the heads of each sentence.
  func labels(_ batch: BatchScores, heads: [[Int]], _ workspace: Workspace) -> [Int] {
    let at = rows(of: heads, batch)
    return labelScorer.best(batch.labelDependents, gathered(at, batch, workspace), workspace) {
      (at[$0] == 0) == ($1 == rootLabel)
    }
  }

  /// All scores of labels, [words, labels].
  func labelScores(_ batch: BatchScores, heads: [[Int]], _ workspace: Workspace) -> Matrix {
    labelScorer.pairs(
      batch.labelDependents, gathered(rows(of: heads, batch), batch, workspace), workspace)
  }

  /// For each word, 0 for the root, or 1 and the number in the batch of the word that is its head.
  private func rows(of heads: [[Int]], _ batch: BatchScores) -> [Int] {
    var made: [Int] = []
    for (sentence, heads) in zip(batch.sentences, heads) {
      precondition(
        heads.count == sentence.words.count
          && heads.allSatisfy { (0...sentence.words.count).contains($0) },
        "every word has a head in its sentence")
      made += heads.map { $0 == 0 ? 0 : $0 + sentence.words.lowerBound }
    }
    return made
  }

  private func gathered(
    _ rows: [Int], _ batch: BatchScores, _ workspace: Workspace
  ) -> Matrix {
    var all = parts(Matrix(rows: 0, columns: root.columns), workspace).rootLabelHead
    all.append(batch.labelHeads)
    return all.gathered(rows)
  }
}
