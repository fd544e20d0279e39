import Foundation

/// Mentions and names: spans of words by their first and last.
struct SpanHead: Sendable {
  private let span: Linear  // [4 · size, width]
  private let size: Int
  private let mentionScorer, nameScorer: SpanScorer
  private let mentionClasses, nameClasses: Int
  private let mentionBias, nameBias: Float
  /// Classes of names.
  private let organization, agency: Int

  /// How many words a name can have.
  static let longestName = 14

  /// Words as first and last of mentions and of names, [words, size] each.
  struct Parts: Sendable {
    let mentionStarts, mentionEnds, nameStarts, nameEnds: Matrix
  }

  init(
    _ file: WeightsFile, _ arithmetic: Arithmetic, _ room: inout WorkspaceSize
  ) throws(ReadingError) {
    let header = file.header
    size = header.sizes.span
    guard let organization = header.nameTypes.firstIndex(of: "ORG"),
      let agency = header.nameTypes.firstIndex(of: "AGENCY")
    else { throw file.damaged("it has no names of types ORG and AGENCY") }
    self.organization = organization + 1
    self.agency = agency + 1
    mentionBias = header.mentionBias
    nameBias = header.nameBias
    mentionClasses = header.mentionTypes.count + 1
    nameClasses = header.nameTypes.count + 1
    span = try file.linear("span", [4 * size, header.sizes.width], arithmetic, &room)
    mentionScorer = try file.spanScorer("mention", classes: mentionClasses, arithmetic, &room)
    nameScorer = try file.spanScorer("name", classes: nameClasses, arithmetic, &room)
  }

  /// What spans are scored by.
  func parts(_ words: Matrix, _ workspace: Workspace) -> Parts {
    var hidden = span.apply(words, workspace)
    hidden.applyGelu(path: workspace.path)
    return Parts(
      mentionStarts: hidden.columns(0..<size), mentionEnds: hidden.columns(size..<2 * size),
      nameStarts: hidden.columns(2 * size..<3 * size), nameEnds: hidden.columns(3 * size..<4 * size)
    )
  }

  /// The mentions of each sentence that are likelier than none.
  func mentions(
    _ parts: Parts, _ sentences: [Range<Int>], _ workspace: Workspace
  ) -> [[SpanScore]] {
    var made = [[SpanScore]](repeating: [], count: sentences.count)
    mentionScorer.forEachSpan(
      starts: parts.mentionStarts, ends: parts.mentionEnds, sentences: sentences,
      least: -mentionBias, workspace
    ) { sentence, start, end, scores in
      var best = 1
      for number in 2..<mentionClasses where scores[number] > scores[best] { best = number }
      made[sentence].append(
        SpanScore(
          start: start, end: end, type: best - 1, logProbability: scores[best], isAgency: false))
    }
    return made
  }

  /// The names of each sentence that are likelier than none. Organizations and agencies stand together
  /// against the other types.
  func names(
    _ parts: Parts, _ sentences: [Range<Int>], _ workspace: Workspace
  ) -> [[SpanScore]] {
    var made = [[SpanScore]](repeating: [], count: sentences.count)
    // Two classes together score at most ln 2 more than the better of them.
    nameScorer.forEachSpan(
      starts: parts.nameStarts, ends: parts.nameEnds, sentences: sentences,
      longest: SpanHead.longestName, least: -nameBias - 0.6932, workspace
    ) { sentence, start, end, given in
      var scores = given
      scores[organization] = logSum(given[organization], given[agency], workspace)
      var best = organization
      for number in 1..<nameClasses where number != agency {
        if scores[number] > scores[best] || (scores[number] == scores[best] && number < best) {
          best = number
        }
      }
      guard scores[best] + nameBias > scores[0] else { return }
      made[sentence].append(
        SpanScore(
          start: start, end: end, type: best - 1, logProbability: scores[best],
          isAgency: best == organization && given[agency] > given[organization]))
    }
    return made
  }

  /// `ln(eᵃ + eᵇ)`: minus what the softmax of both takes from one of them.
  private func logSum(_ a: Float, _ b: Float, _ workspace: Workspace) -> Float {
    var row = [Float](repeating: 0, count: 16)
    row[0] = a
    row[1] = b
    row.makeLogSoftmax(rows: 1, count: 2, path: workspace.path)
    return a - row[0]
  }
}
