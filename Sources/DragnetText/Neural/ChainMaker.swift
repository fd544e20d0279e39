/// Joins the mentions of a document to chains while it is read.
struct ChainMaker {
  private var pairs: ReferentPairs
  private var chains = ReferentChains()
  private var vectors = MentionVectors(columns: 256)
  /// Mentions whose pairs were scored.
  private var done = 0
  /// Mentions whose pairs are scored together. Each may ask for twenty vectors from far back, so more of
  /// them would take room that a long document does not leave.
  private static let block = 256

  /// Begins with a document.
  init(tables: CoreferenceTables) { pairs = ReferentPairs(tables: tables) }

  /// Takes in the mentions that follow, with a row of `vectors` for each.
  mutating func add(_ referents: [Referent], _ vectors: Matrix, by model: ReadingModel) {
    precondition(referents.count == vectors.rows, "every mention has a vector")
    pairs.append(referents)
    self.vectors.append(vectors)
    while pairs.count - done >= ChainMaker.block { score(ChainMaker.block, by: model) }
  }

  /// The number of the chain of each mention. All else is forgotten.
  mutating func finish(by model: ReadingModel) -> [Int] {
    let count = pairs.count
    if done < count { score(count - done, by: model) }
    pairs = ReferentPairs(tables: pairs.tables)
    vectors = MentionVectors(columns: vectors.columns)
    return chains.numbers(count: count)
  }

  /// Scores the pairs of the next mentions.
  private mutating func score(_ count: Int, by model: ReadingModel) {
    let range = done..<done + count
    done = range.upperBound
    var block = pairs.block(range)
    // The scorer sees the mentions of the block and, after them, those before that are paired.
    let before = Set(block.earlier.lazy.filter { $0 < range.lowerBound }).sorted()
    var place: [Int32: Int32] = [:]
    for (index, mention) in before.enumerated() { place[mention] = Int32(count + index) }
    func local(_ mention: Int32) -> Int32 { place[mention] ?? mention - Int32(range.lowerBound) }
    let antecedents = model.antecedents(vectors.gathered(range.map { Int32($0) } + before))
    let scores = antecedents.scores(
      later: block.later.map(local), earlier: block.earlier.map(local), rows: block.rows)
    block.rows = []
    chains.add(block, scores: scores, none: antecedents.none, from: range.lowerBound)
  }
}
