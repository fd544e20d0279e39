import Foundation

/// A sentence on its way into a window.
struct PreparedSentence {
  var ranges: [TextRange]
  var words: [String]
  var pieces: [[Int32]]
  var shapes: [WordShape]
  /// Rows of the encoder's table of shapes.
  var rows: [Int32] { WordShape.rows(words, shapes) }
}

/// A parse under construction, sentence by sentence.
struct ParseJob {
  private var parse: Parse
  private var maker: ReferentMaker
  /// The mentions so far, as coreference sees them.
  private(set) var referents: [Referent] = []
  /// A row for each mention.
  var vectors = Matrix(rows: 0, columns: 256)
  private var sampled: [String] = []
  private static let sample = 4000

  /// Begins the parse of a document.
  init(document: Document, tables: CoreferenceTables) {
    parse = Parse(document: document.id)
    maker = ReferentMaker(tables: tables)
  }

  /// Adds a sentence: tags, heads (0 the root, else the number of the word from 1) and labels of its
  /// words; mentions by first word, longer ones first; names in order.
  mutating func add(
    _ sentence: PreparedSentence, upos: [String], xpos: [String], heads: [Int], labels: [String],
    mentions: [(ScoredSpan, Parse.MentionType)], names: [(ScoredSpan, Parse.NameType)],
    lemmatizer: Lemmatizer
  ) {
    let first = parse.words.count
    for (i, word) in sentence.words.enumerated() {
      parse.words.append(
        Parse.Word(
          range: sentence.ranges[i], upos: upos[i], xpos: xpos[i],
          lemma: lemmatizer.lemma(of: word, tag: xpos[i]),
          head: heads[i] == 0 ? nil : first + heads[i] - 1, label: labels[i],
          shape: sentence.shapes[i]))
    }
    let words = first..<parse.words.count
    parse.sentences.append(Parse.Sentence(range: range(of: words), words: words))
    for (span, type) in names {
      let words = (first + span.start)..<(first + span.end + 1)
      parse.names.append(
        Parse.Name(
          range: range(of: words), words: words, type: type, probability: probability(span)))
    }
    for (span, type) in mentions {
      let words = (first + span.start)..<(first + span.end + 1)
      let head = ReferentMaker.head(heads, span.start, span.end)
      let kind: Mention.Kind =
        upos[head] == "PROPN" ? .name : upos[head] == "PRON" ? .pronoun : .nominal
      parse.mentions.append(
        Parse.Mention(
          range: range(of: words), words: words, head: first + head, type: type, kind: kind,
          probability: probability(span), chain: 0))
    }
    referents += maker.referents(
      ReferringSentence(
        words: sentence.words, upos: upos, xpos: xpos, heads: heads, labels: labels,
        mentions: mentions.map { ($0.0.start, $0.0.end, $0.1.rawValue) }))
    if sampled.count < ParseJob.sample { sampled += sentence.words }
  }

  private func range(of words: Range<Int>) -> TextRange {
    TextRange(
      parse.words[words.lowerBound].range.start, parse.words[words.upperBound - 1].range.end)
  }

  /// In steps of 0.0001: the last digits of a power differ between machines.
  private func probability(_ span: ScoredSpan) -> Double {
    min(1, (exp(Double(span.logProbability)) * 10_000).rounded() / 10_000)
  }

  /// The parse, its mentions in chains of the given numbers.
  func finished(chains numbers: [Int]) -> Parse {
    var result = parse
    result.language = LanguageGuess.language(of: sampled)
    result.chains = Array(repeating: [], count: (numbers.max() ?? -1) + 1)
    for (mention, chain) in numbers.enumerated() {
      result.mentions[mention].chain = chain
      result.chains[chain].append(mention)
    }
    return result
  }
}
