import Foundation

/// A parse under construction, sentence by sentence.
struct ParseJob {
  private var parse: Parse
  private var maker: ReferentMaker
  private var chains: ChainMaker
  /// Mentions that wait for their vectors.
  private var referents: [Referent] = []

  /// Begins the parse of a document.
  init(document: Document, tables: CoreferenceTables) {
    parse = Parse(document: document.id)
    // English has a word for every five bytes, a mention for every seventeen; what is not used costs
    // nothing.
    parse.words.reserveCapacity(document.text.utf8.count / 4)
    parse.mentions.reserveCapacity(document.text.utf8.count / 14)
    maker = ReferentMaker(tables: tables)
    chains = ChainMaker(tables: tables)
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
  }

  /// Adds what was found between words of a sentence whose first word is word `first` of the parse.
  mutating func add(
    _ relations: [RelationHead.Scored], labels: [String], afterWords first: Int
  ) {
    for relation in relations {
      let probability = 1 / (1 + exp(-Double(relation.logOdds)))
      parse.relations.append(
        Parse.Relation(
          from: first + relation.first, to: first + relation.second,
          label: labels[relation.label],
          probability: (probability * 10_000).rounded() / 10_000))
    }
  }

  /// How many words there are.
  var wordCount: Int { parse.words.count }

  /// Adds the vectors of the mentions of the sentences that were added, a row for each.
  mutating func add(vectors: Matrix, by model: ReadingModel) {
    chains.add(referents, vectors, by: model)
    referents = []
  }

  private func range(of words: Range<Int>) -> TextRange {
    TextRange(
      parse.words.range(at: words.lowerBound).start, parse.words.range(at: words.upperBound - 1).end
    )
  }

  /// In steps of 0.0001: the last digits of a power differ between machines.
  private func probability(_ span: ScoredSpan) -> Double {
    min(1, (exp(Double(span.logProbability)) * 10_000).rounded() / 10_000)
  }

  /// The parse, with its chains; nothing can be added any more.
  consuming func finished(_ language: Language?, by model: ReadingModel) -> Parse {
    let numbers = chains.finish(by: model)
    parse.language = language
    parse.words.close()
    parse.chains = Array(repeating: [], count: (numbers.max() ?? -1) + 1)
    for (mention, chain) in numbers.enumerated() {
      parse.mentions[mention].chain = chain
      parse.chains[chain].append(mention)
    }
    return parse
  }
}
