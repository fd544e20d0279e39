/// Tags of words: one of the universal parts of speech, one of the finer ones.
struct TagHead: Sendable {
  private let scores: Linear  // [upos + xpos, width]
  private let upos, xpos: Int

  init(
    _ file: WeightsFile, _ arithmetic: Arithmetic, _ room: inout WorkspaceSize
  ) throws(ReadingError) {
    upos = file.header.tags.upos.count
    xpos = file.header.tags.xpos.count
    scores = try file.linear("tag", [upos + xpos, file.header.sizes.width], arithmetic, &room)
  }

  /// [words, width] to [words, upos + xpos], and columns of zeros after them.
  func apply(_ words: Matrix, _ workspace: Workspace) -> Matrix { scores.apply(words, workspace) }

  /// The best class of each word in both sets, the lowest of equals.
  func classes(_ words: Matrix, _ workspace: Workspace) -> (upos: [Int], xpos: [Int]) {
    let scores = apply(words, workspace)
    var made: (upos: [Int], xpos: [Int]) = ([], [])
    for word in 0..<words.rows {
      let row = scores.row(word)
      made.upos.append(row.prefix(upos).indexOfLargest)
      made.xpos.append(row.dropFirst(upos).prefix(xpos).indexOfLargest)
    }
    return made
  }
}

extension ArraySlice<Float> {
  /// Where the largest number stands, counted from the start of the slice; the first of equals.
  fileprivate var indexOfLargest: Int {
    var best = startIndex
    for index in indices where self[index] > self[best] { best = index }
    return best - startIndex
  }
}
