import Foundation

/// Reads by a trained encoder, tables and patterns.
///
/// The encoder gives tags, lemmas, trees, mentions, names and chains of English text (`parse`); the
/// patterns of `LexiconReader` weigh them when they find entities and what is claimed about them
/// (`read`). A text that is not English is read by the patterns alone.
///
/// Takes time linear in the text: words see nothing beyond a window of about a hundred, and
/// mentions are compared with at most 70 earlier ones. The same document gives the same parse on
/// every machine.
public struct NeuralReader: Reader {
  private let model: ReadingModel
  private let pieces: WordPieces
  private let lemmatizer: Lemmatizer
  private let tags: WeightsHeader.Tags
  private let mentionTypes: [Parse.MentionType]
  private let nameTypes: [Parse.NameType]
  private let relationLabels: [String]
  private let tables: CoreferenceTables
  private let rules: LexiconReader
  /// Windows that are scored together.
  private static let batch = 16

  /// Loads the weights that were installed with Dragnet; the reader also knows `names`.
  ///
  /// - Throws: `ReadingError.missingResource` when they are missing or damaged.
  public init(names: KnownNames = KnownNames()) throws(ReadingError) {
    try self.init(
      weights: ResourceFile.folder().appendingPathComponent("english.weights"), names: names)
  }

  /// Loads weights from a file; the reader also knows `names`.
  ///
  /// - Throws: `ReadingError.missingResource` when the file is missing or damaged.
  public init(weights: URL, names: KnownNames = KnownNames()) throws(ReadingError) {
    try self.init(weights, names: names, isTimed: false)
  }

  /// Loads weights, by default those installed, and notes where the time goes.
  ///
  /// - Parameter path: raw value of the set of instructions of the kernels, by default the widest.
  package init(timing weights: URL?, path: Int?) throws(ReadingError) {
    let shipped = try ResourceFile.folder().appendingPathComponent("english.weights")
    let asked = path.flatMap { InstructionPath(rawValue: Int32(clamping: $0)) } ?? .widest
    try self.init(
      weights ?? shipped, names: KnownNames(), isTimed: true, path: asked.isHere ? asked : .widest)
  }

  private init(
    _ weights: URL, names: KnownNames, isTimed: Bool, path: InstructionPath = .widest
  ) throws(ReadingError) {
    rules = try LexiconReader(names: names)
    let file = try WeightsFile(weights)
    tags = file.header.tags
    mentionTypes = try NeuralReader.types(file.header.mentionTypes, file) {
      Parse.MentionType(rawValue: $0)
    }
    nameTypes = try NeuralReader.types(file.header.nameTypes, file) { Parse.NameType(trained: $0) }
    relationLabels = file.header.relationLabels
    guard file.header.coreference.isSound else {
      throw file.damaged("its word lists do not fit the scorer of antecedents")
    }
    tables = CoreferenceTables(file.header.coreference)
    pieces = WordPieces(vocabulary: try file.lines("vocabulary"))
    lemmatizer = Lemmatizer(lexicon: try file.lines("lexicon"), bases: try file.lines("bases"))
    model = try ReadingModel(file, path: path, isTimed: isTimed)
  }

  /// Where the time went, if it was noted.
  package var times: StageTimes { model.times }

  private static func types<Type>(
    _ names: [String], _ file: WeightsFile, _ make: (String) -> Type?
  ) throws(ReadingError) -> [Type] {
    var result: [Type] = []
    for name in names {
      guard let type = make(name) else { throw file.damaged("it has an unknown type '\(name)'") }
      result.append(type)
    }
    return result
  }

  /// Finds entities and what is claimed about them. The tokens of the reading are the words of the
  /// parse; a head may lie in another sentence where patterns and encoder cut sentences otherwise.
  public func read(_ document: Document) throws(ReadingError) -> Reading {
    var parse = parse(document, cut(document), isForEnglish: true)
    guard let tokens = parse?.words.tokens else { return try rules.read(document) }
    var reading = rules.read(document) { words in
      // The parse is large, and wanted no longer.
      defer { parse = nil }
      return parse.map { Advice($0, words: words) }
    }
    reading.take(tokens)
    return reading
  }

  /// Reads one document as the encoder does. Furniture is left out.
  public func parse(_ document: Document) -> Parse {
    parse(document, cut(document), isForEnglish: false) ?? Parse(document: document.id)
  }

  /// Reads one document that was cut into sentences of words before.
  ///
  /// - Precondition: the ranges lie in the text, in order, and do not overlap.
  public func parse(_ document: Document, sentences: [[TextRange]]) -> Parse {
    let given = sentences.lazy.map { CutSentence(words: $0, opening: nil) }
    return parse(document, given, isForEnglish: false) ?? Parse(document: document.id)
  }

  /// The document's sentences as rules cut them, when they are asked for.
  private func cut(_ document: Document) -> some Sequence<CutSentence> {
    let cutter = TextCutter(document)
    let dateline = Dateline(document.text)
    let paragraphs = model.time(.cutting) { cutter.paragraphs() }
    return paragraphs.lazy.flatMap { paragraph in
      model.time(.cutting) {
        var cut = cutter.sentences(of: paragraph).enumerated().map {
          CutSentence(words: $0.element, opening: $0.offset == 0 ? .paragraph : .sentence)
        }
        if let first = cut.first, case let count = dateline.count(first.words), count > 0 {
          cut[0].words.removeFirst(count)
          cut.insert(
            CutSentence(words: Array(first.words.prefix(count)), opening: .paragraph), at: 0)
        }
        return cut
      }
    }
  }

  /// Reads a few windows at a time, so that a long document takes little more room than its parse.
  ///
  /// - Parameter isForEnglish: true to stop, and give nil, at a text in another language.
  private func parse(
    _ document: Document, _ sentences: some Sequence<CutSentence>, isForEnglish: Bool
  ) -> Parse? {
    var job = ParseJob(document: document, tables: tables)
    var preparer = SentencePreparer(document, pieces: pieces)
    var sample = LanguageSample()
    var packer = WindowPacker()
    var windows: [ReadingWindow] = []
    var waiting: [PreparedSentence] = []
    for cut in sentences where !cut.words.isEmpty {
      model.time(.pieces) {
        for sentence in preparer.prepare(cut) {
          if let window = packer.append(sentence.pieces, sentence.rows, sentence.seams) {
            windows.append(window)
          }
          sample.add(sentence.words)
          waiting.append(sentence)
        }
      }
      guard sample.isComplete, windows.count >= NeuralReader.batch else { continue }
      if isForEnglish, !sample.mayBeEnglish { return nil }
      read(&windows, &waiting, &job)
    }
    if let last = packer.close() { windows.append(last) }
    sample.close()
    if isForEnglish, !sample.mayBeEnglish { return nil }
    read(&windows, &waiting, &job)
    return job.finished(sample.language, by: model)
  }

  /// Reads windows and leaves none; sentences that are in no window yet keep waiting.
  private func read(
    _ windows: inout [ReadingWindow], _ waiting: inout [PreparedSentence], _ job: inout ParseJob
  ) {
    var next = 0
    for start in stride(from: 0, to: windows.count, by: NeuralReader.batch) {
      let some = Array(windows[start..<min(windows.count, start + NeuralReader.batch)])
      let count = some.reduce(0) { $0 + $1.places.count }
      read(some, waiting[next..<next + count], &job)
      next += count
    }
    windows.removeAll(keepingCapacity: true)
    waiting.removeFirst(next)
  }

  private func read(
    _ windows: [ReadingWindow], _ sentences: ArraySlice<PreparedSentence>, _ job: inout ParseJob
  ) {
    let batch = model.scores(windows)
    let sentences = sentences.recut(batch.sentences.map(\.words))
    let heads = model.time(.decoding) {
      zip(batch.sentences, sentences).map { scores, sentence in
        Arborescence.heads(scores: scores.arcs, count: sentence.words.count)
      }
    }
    let labels = model.labels(batch, heads: heads)
    var first: [Int] = []
    var last: [Int] = []
    var head: [Int] = []
    let start = job.wordCount
    var places: [RelationHead.Sentence] = []
    for (number, (scores, sentence)) in zip(batch.sentences, sentences).enumerated() {
      let mentions = ScoredSpan.nested(scores.mentions.map(ScoredSpan.init))
        .sorted { ($0.start, -$0.end) < ($1.start, -$1.end) }
      let names = ScoredSpan.flat(scores.names.map(ScoredSpan.init))
      var ends: Set<Int> = []
      for mention in mentions {
        let at = ReferentMaker.head(heads[number], mention.start, mention.end)
        if mentionTypes[mention.type].isParty { ends.insert(at) }
        first.append(scores.words.lowerBound + mention.start)
        last.append(scores.words.lowerBound + mention.end)
        head.append(scores.words.lowerBound + at)
      }
      for name in names where nameTypes[name.type].isParty {
        ends.insert(ReferentMaker.head(heads[number], name.start, name.end))
      }
      places.append(
        RelationHead.Sentence(
          words: scores.words, heads: heads[number], labels: labels[number],
          mentions: ends.sorted()))
      job.add(
        sentence, upos: scores.upos.map { tags.upos[$0] }, xpos: scores.xpos.map { tags.xpos[$0] },
        heads: heads[number], labels: labels[number].map { tags.labels[$0] },
        mentions: mentions.map { ($0, mentionTypes[$0.type]) },
        names: names.map { ($0, $0.isAgency ? .agency : nameTypes[$0.type]) },
        lemmatizer: lemmatizer)
    }
    let base = start - (batch.sentences.first?.words.lowerBound ?? 0)
    for (sentence, found) in zip(places, model.relations(batch, places)) {
      job.add(found, labels: relationLabels, afterWords: base + sentence.words.lowerBound)
    }
    guard !first.isEmpty else { return }
    job.add(
      vectors: model.mentionVectors(batch, first: first, last: last, head: head), by: model)
  }
}

extension Reading {
  /// Puts other tokens, in the order of the text, in place of those it has.
  fileprivate mutating func take(_ tokens: Tokens) {
    self.tokens = tokens
    for index in sentences.indices {
      sentences[index].tokens = tokens.indices(startingIn: sentences[index].range)
    }
  }
}

extension ArraySlice<PreparedSentence> {
  /// The same words in other sentences, ranges of them all.
  fileprivate func recut(_ sentences: [Range<Int>]) -> [PreparedSentence] {
    if map(\.words.count) == sentences.map(\.count) { return Array(self) }
    let ranges = flatMap(\.ranges)
    let words = flatMap(\.words)
    let pieces = flatMap(\.pieces)
    let shapes = flatMap(\.shapes)
    let seams = flatMap(\.seams)
    return sentences.map {
      PreparedSentence(
        ranges: Array(ranges[$0]), words: Array(words[$0]), pieces: Array(pieces[$0]),
        shapes: Array(shapes[$0]), seams: Array(seams[$0]))
    }
  }
}

extension Parse.MentionType {
  /// True for what can be an end of a relation.
  fileprivate var isParty: Bool { self == .person || self == .organization || self == .place }
}

extension Parse.NameType {
  /// True for what can be an end of a relation.
  fileprivate var isParty: Bool {
    switch self {
    case .person, .organization, .agency, .place: true
    case .other, .time, .number, .money: false
    }
  }

  /// The type by the name it has in training.
  fileprivate init?(trained name: String) {
    switch name {
    case "PER": self = .person
    case "ORG": self = .organization
    case "AGENCY": self = .agency
    case "LOC": self = .place
    case "MISC": self = .other
    case "TIME": self = .time
    case "NUM": self = .number
    case "MONEY": self = .money
    default: return nil
    }
  }
}

extension ScoredSpan {
  /// A span as the model scored it.
  fileprivate init(_ score: SpanScore) {
    self.init(
      start: score.start, end: score.end, type: score.type, logProbability: score.logProbability,
      isAgency: score.isAgency)
  }
}
