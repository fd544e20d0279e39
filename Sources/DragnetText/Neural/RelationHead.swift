import Foundation

/// Says what one mention of a sentence lastingly is to another: who leads, owns, works for whom.
///
/// A pair is scored by how its mentions stand in the encoder, by the words on the path between them in the
/// tree (their mean) and the labels of that path, and by how far apart they are. `relations.py` in the
/// training code learns it from Wikipedia passages whose facts are annotated.
///
/// Takes time quadratic in the mentions of a sentence, of which at most 24 are looked at.
struct RelationHead: Sendable {
  private let ends: Linear  // [2 · hidden, 2 · width]: as the first of a pair, as the second
  private let path: Linear  // [hidden, 2 · width]
  private let table: Matrix  // [rows, hidden]
  private let score: Linear  // [labels, hidden]
  private let treeLabels: Int
  private let labels: Int
  private static let hidden = 128
  /// Mentions of a sentence that are looked at.
  static let most = 24
  /// Words between the heads of two mentions, at most.
  private static let farthest = 40
  /// Labels looked at on each side of the path.
  private static let steps = 3
  /// Numbers of words beyond which a distance has a row of its own.
  private static let distances = [1, 2, 3, 4, 6, 9, 13, 20]

  /// A sentence of a batch, decoded.
  struct Sentence {
    /// Its words among those of the batch.
    let words: Range<Int>
    /// By word: its head, 0 for the root, else from 1; and the class of the label between.
    let heads, labels: [Int]
    /// Heads of its mentions, ascending, from 0.
    let mentions: [Int]
  }

  /// What was made of an ordered pair.
  struct Scored: Equatable {
    /// Heads of the mentions, words of the sentence from 0.
    let first, second: Int
    /// Class of the relation.
    let label: Int
    /// Log odds that it holds, above 0.
    let logOdds: Float
  }

  init(
    _ file: WeightsFile, _ arithmetic: Arithmetic, _ room: inout WorkspaceSize
  ) throws(ReadingError) {
    let hidden = RelationHead.hidden
    let width = 2 * file.header.sizes.width
    treeLabels = file.header.tags.labels.count
    labels = file.header.relationLabels.count
    ends = try file.linear("relations.ends", [2 * hidden, width], arithmetic, &room)
    path = try file.linear("relations.path", [hidden, width], arithmetic, &room)
    let rows =
      2 * RelationHead.steps * (treeLabels + 1) + 2 * (RelationHead.distances.count + 1)
    table = Matrix(
      rows: rows, columns: hidden, values: try file.floats("relations.table", [rows, hidden]))
    score = try file.linear("relations.score", [labels, hidden], arithmetic, &room)
  }

  /// What is likelier than not, for each sentence, by the places of both ends.
  ///
  /// - Parameter words: the vectors of the batch, [words, 2 · width].
  func relations(
    _ sentences: [Sentence], _ words: Matrix, _ workspace: Workspace
  ) -> [[Scored]] {
    var made = [[Scored]](repeating: [], count: sentences.count)
    let (pairs, scores) = scores(sentences, words, workspace)
    for (row, pair) in pairs.enumerated() {
      for label in 0..<labels where scores[row, label] > 0 {
        made[pair.sentence].append(
          Scored(first: pair.first, second: pair.second, label: label, logOdds: scores[row, label]))
      }
    }
    return made
  }

  /// An ordered pair of mentions, by the words they hang on.
  struct Pair: Hashable {
    let sentence, first, second: Int

    /// The same two in the other order.
    var turned: Pair { Pair(sentence: sentence, first: second, second: first) }
  }

  private static func pairs(_ sentence: Sentence, number: Int) -> [Pair] {
    let mentions = sentence.mentions.prefix(most)
    return mentions.flatMap { first in
      mentions.compactMap { second in
        first == second || abs(first - second) > farthest
          ? nil : Pair(sentence: number, first: first, second: second)
      }
    }
  }

  /// Every pair that is looked at, and what it scores: [pairs, labels], and columns of zeros after them.
  func scores(
    _ sentences: [Sentence], _ words: Matrix, _ workspace: Workspace
  ) -> (pairs: [Pair], scores: Matrix) {
    let pairs = sentences.enumerated().flatMap { RelationHead.pairs($0.element, number: $0.offset) }
    guard !pairs.isEmpty else { return ([], Matrix(rows: 0, columns: labels)) }
    let hidden = RelationHead.hidden
    // Each mention is multiplied once.
    var rowOf: [Int: Int] = [:]
    var mentions: [Int] = []
    let rows = pairs.map { pair in
      [pair.first, pair.second].map { end in
        let word = sentences[pair.sentence].words.lowerBound + end
        if let row = rowOf[word] { return row }
        rowOf[word] = mentions.count
        mentions.append(word)
        return mentions.count - 1
      }
    }
    let parts = ends.apply(words.gathered(mentions), workspace)
    let paths = pairs.map { sentences[$0.sentence].path(from: $0.first, to: $0.second) }
    var means = Matrix(rows: 0, columns: words.columns)
    // The way back has the same words.
    for (pair, path) in zip(pairs, paths) where pair.first < pair.second {
      let inner = path.inner(besides: pair.first, pair.second)
      means.append(words.mean(inner.map { sentences[pair.sentence].words.lowerBound + $0 }))
    }
    let ways = path.apply(means, workspace)
    var wayOf: [Pair: Int] = [:]
    for pair in pairs where pair.first < pair.second { wayOf[pair] = wayOf.count }
    var made = ways.gathered(
      pairs.map { wayOf[$0.first < $0.second ? $0 : $0.turned] ?? 0 })
    for (row, (pair, path)) in zip(pairs, paths).enumerated() {
      let first = rows[row][0] * parts.columns
      let second = rows[row][1] * parts.columns + hidden
      let known = known(pair, path, sentences[pair.sentence])
      for column in 0..<hidden {
        var sum = made.values[row * made.columns + column]
        sum += parts.values[first + column]
        sum += parts.values[second + column]
        for row in known { sum += table.values[row * hidden + column] }
        made.values[row * made.columns + column] = sum
      }
    }
    made.applyGelu(path: workspace.path)
    return (pairs, score.apply(made.columns(0..<hidden), workspace))
  }

  /// Rows of the table: labels on both sides of the path, and how far apart the ends are.
  private func known(_ pair: Pair, _ path: TreePath, _ sentence: Sentence) -> [Int] {
    let size = treeLabels + 1
    var made: [Int] = []
    for (side, words) in [path.up, path.down].enumerated() {
      for step in 0..<RelationHead.steps {
        let label = step < words.count ? sentence.labels[words[step]] : treeLabels
        made.append((side * RelationHead.steps + step) * size + label)
      }
    }
    let distances = RelationHead.distances
    let apart = distances.count { abs(pair.first - pair.second) > $0 }
    let turned = pair.second > pair.first ? distances.count + 1 : 0
    made.append(2 * RelationHead.steps * size + turned + apart)
    return made
  }
}

/// The way from one word of a tree to another.
private struct TreePath {
  /// From each end up to before the word where both meet.
  let up, down: [Int]
  let turn: Int

  /// The words on the way but the ends.
  func inner(besides first: Int, _ second: Int) -> [Int] {
    up.dropFirst() + down.dropFirst() + (turn == first || turn == second ? [] : [turn])
  }
}

extension RelationHead.Sentence {
  fileprivate func path(from first: Int, to second: Int) -> TreePath {
    var up: [Int] = []
    var word = first
    while word >= 0 {
      up.append(word)
      word = heads[word] - 1
    }
    var down: [Int] = []
    word = second
    while true {
      if let step = up.firstIndex(of: word) {
        return TreePath(up: Array(up[..<step]), down: down, turn: word)
      }
      down.append(word)
      word = heads[word] - 1
    }
  }
}

extension Matrix {
  /// The mean of some rows, [1, columns]; zeros for none.
  fileprivate func mean(_ rows: [Int]) -> Matrix {
    var made = Matrix(rows: 1, columns: columns)
    guard !rows.isEmpty else { return made }
    for row in rows {
      for column in 0..<columns { made.values[column] += values[row * columns + column] }
    }
    let count = Float(rows.count)
    for column in 0..<columns { made.values[column] /= count }
    return made
  }
}
