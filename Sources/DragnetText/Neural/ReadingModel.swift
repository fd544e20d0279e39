/// The trained network: an encoder, and heads for tags, trees, mentions, names,
/// relations and antecedents.
///
/// `Training/FORMAT.md` says what is computed, to the last rounding. Immutable; threads share one.
struct ReadingModel: Sendable {
  /// What the weights say of themselves.
  let header: WeightsHeader
  let encoder: WindowEncoder
  let tags: TagHead
  let trees: TreeHead
  let spans: SpanHead
  let boundaries: SentenceHead
  let relations: RelationHead
  private let antecedentWeights: AntecedentWeights
  private let pool: WorkspacePool

  /// Words whose heads are computed together: their wide products stay in the cache.
  private static let group = 192

  /// Takes the weights out of their file and packs them; `.missingResource` says what is wrong with
  /// them.
  ///
  /// - Parameter path: the set of instructions that kernels use, by default the widest there is.
  /// - Parameter isTimed: whether `times` are kept.
  init(
    _ file: WeightsFile, arithmetic: Arithmetic = .preferred, path: InstructionPath = .widest,
    isTimed: Bool = false
  ) throws(ReadingError) {
    let header = file.header
    try header.check(file)
    var room = WorkspaceSize()
    self.header = header
    encoder = try WindowEncoder(file, arithmetic, &room)
    tags = try TagHead(file, arithmetic, &room)
    trees = try TreeHead(file, arithmetic, &room)
    spans = try SpanHead(file, arithmetic, &room)
    boundaries = try SentenceHead(file, arithmetic, &room)
    relations = try RelationHead(file, arithmetic, &room)
    antecedentWeights = try AntecedentWeights(file, arithmetic, &room)
    let size = room
    pool = WorkspacePool(isTimed: isTimed) {
      Workspace(size, path: path.rawValue, isTimed: isTimed)
    }
  }

  /// What the heads make of the words of some windows. Windows do not see each other, so the same window
  /// has the same scores in any batch.
  func scores(_ windows: [ReadingWindow]) -> BatchScores {
    check(windows)
    return pool.borrow { workspace in
      let vectors = encoder.encode(windows, workspace)
      var made = BatchScores(
        spanVectors: vectors.spans, treeVectors: vectors.trees,
        labelDependents: Matrix(rows: 0, columns: trees.labelSize),
        labelHeads: Matrix(rows: 0, columns: trees.labelSize))
      let sentences = workspace.time(.sentences) {
        boundaries.sentences(windows, vectors, workspace)
      }
      for sentences in groups(sentences) {
        addHeads(of: sentences, vectors, to: &made, workspace)
      }
      return made
    }
  }

  /// The label of every word, given the heads, for each sentence of the batch.
  ///
  /// - Parameter heads: for each sentence, the head of each word: 0 for the root, else from 1.
  /// - Returns: indices of the labels of the header; `root` if and only if the head is the root.
  func labels(_ batch: BatchScores, heads: [[Int]]) -> [[Int]] {
    precondition(heads.count == batch.sentences.count, "every sentence has heads")
    return pool.borrow { workspace in
      workspace.time(.labels) {
        let flat = trees.labels(batch, heads: heads, workspace)
        return batch.sentences.map { Array(flat[$0.words]) }
      }
    }
  }

  /// What is likelier than not between mentions, for each decoded sentence of the batch.
  func relations(
    _ batch: BatchScores, _ sentences: [RelationHead.Sentence]
  ) -> [[RelationHead.Scored]] {
    pool.borrow { workspace in
      workspace.time(.relations) {
        let words = batch.spanVectors.beside(batch.treeVectors)
        return relations.relations(sentences, words, workspace)
      }
    }
  }

  /// What coreference keeps of mentions, [mentions, 256]. Words are numbered in the batch.
  func mentionVectors(_ batch: BatchScores, first: [Int], last: [Int], head: [Int]) -> Matrix {
    pool.borrow { workspace in
      workspace.time(.antecedents) {
        let width = batch.spanVectors.columns
        var rows: [Float] = []
        rows.reserveCapacity(first.count * 3 * width)
        for (first, (last, head)) in zip(first, zip(last, head)) {
          for word in [first, last, head] { rows.append(contentsOf: batch.spanVectors.row(word)) }
        }
        let joined = Matrix(rows: first.count, columns: 3 * width, values: rows)
        var made = antecedentWeights.reduce.apply(joined, workspace)
        made.applyGelu(path: workspace.path)
        return made
      }
    }
  }

  /// The scorer of antecedents for the mentions of one document, in its order.
  func antecedents(_ mentionVectors: Matrix) -> Antecedents {
    pool.borrow { workspace in
      workspace.time(.antecedents) { Antecedents(antecedentWeights, mentionVectors, workspace) }
    }
  }

  /// Does work around the model, and notes how long it took.
  func time<Result>(_ stage: StageTimes.Stage, _ work: () -> Result) -> Result {
    pool.time(stage, work)
  }

  /// Where the time went, if it was asked for.
  var times: StageTimes { pool.times }

  /// The vectors of words, with every layer shown to `observe`: for tests.
  func observed(
    _ windows: [ReadingWindow], _ observe: @escaping (Int, Matrix) -> Void
  ) -> WordVectors {
    check(windows)
    return pool.borrow { encoder.encode(windows, $0, observe: observe) }
  }

  /// Lends a workspace: for tests.
  func withWorkspace<Result>(_ work: (Workspace) -> Result) -> Result { pool.borrow(work) }

  private func addHeads(
    of sentences: ArraySlice<Range<Int>>, _ vectors: WordVectors, to made: inout BatchScores,
    _ workspace: Workspace
  ) {
    guard let first = sentences.first?.lowerBound, let last = sentences.last?.upperBound else {
      return
    }
    let words = first..<last
    let ranges = sentences.map { $0.lowerBound - first..<$0.upperBound - first }
    let tagged = workspace.time(.tags) { tags.classes(vectors.tags.rows(words), workspace) }
    let (arcs, parts) = workspace.time(.trees) {
      let parts = trees.parts(vectors.trees.rows(words), workspace)
      return (trees.arcs(parts, ranges, workspace), parts)
    }
    made.labelDependents.append(parts.labelDependents)
    made.labelHeads.append(parts.labelHeads)
    let halves = workspace.time(.mentions) { spans.parts(vectors.spans.rows(words), workspace) }
    let mentions = workspace.time(.mentions) { spans.mentions(halves, ranges, workspace) }
    let names = workspace.time(.names) { spans.names(halves, ranges, workspace) }
    for (number, range) in ranges.enumerated() {
      made.sentences.append(
        SentenceScores(
          words: first + range.lowerBound..<first + range.upperBound,
          upos: Array(tagged.upos[range]), xpos: Array(tagged.xpos[range]), arcs: arcs[number],
          mentions: mentions[number], names: names[number]))
    }
  }

  /// Consecutive sentences, as many as make a group.
  private func groups(_ sentences: [Range<Int>]) -> [ArraySlice<Range<Int>>] {
    var made: [ArraySlice<Range<Int>>] = []
    var start = 0
    for index in sentences.indices
    where sentences[index].upperBound - sentences[start].lowerBound >= ReadingModel.group
      || index == sentences.count - 1
    {
      made.append(sentences[start...index])
      start = index + 1
    }
    return made
  }

  /// Stops the program if a window is not one: kernels trust what they get.
  private func check(_ windows: [ReadingWindow]) {
    let pieces = encoder.embeddings.words.rows
    for window in windows {
      let count = window.ids.count
      precondition(
        count <= header.sizes.positions && window.shapes.count == count
          && window.ids.allSatisfy { 0 <= $0 && Int($0) < pieces }
          && window.shapes.allSatisfy { 0 <= $0 && $0 < 64 },
        "a window has as many pieces as positions, all of them known")
      for place in window.places {
        precondition(
          !place.first.isEmpty && place.first.count == place.last.count
            && (place.first + place.last).allSatisfy { 0 <= $0 && Int($0) < count },
          "the pieces of a word lie in its window")
      }
    }
  }
}
