import Foundation

/// Reads by lexicons and patterns that hold for news English at large.
///
/// Tables of countries, bodies, titles, verbs and names say what a word can be; patterns over noun
/// phrases and clauses say what a sentence states. Reads in time linear in the document.
public struct LexiconReader: Reader {
  private let lexicon: Lexicon
  private let userNames: Int
  private let ignored: Set<String>

  private static let shared: Result<Lexicon, ReadingError> = {
    do throws(ReadingError) {
      return .success(try Lexicon(folder: ResourceFile.folder()))
    } catch {
      return .failure(error)
    }
  }()

  /// Makes a reader that also knows `names`.
  ///
  /// The tables are loaded once in the life of the process.
  /// - Throws: `ReadingError.missingResource` when a table is missing or damaged.
  public init(names: KnownNames = KnownNames()) throws(ReadingError) {
    try self.init(names: names, lexicon: LexiconReader.shared.get())
  }

  /// Makes a reader from the tables of another folder.
  init(names: KnownNames = KnownNames(), folder: URL) throws(ReadingError) {
    try self.init(names: names, lexicon: Lexicon(folder: folder))
  }

  private init(names: KnownNames, lexicon: Lexicon) throws(ReadingError) {
    var lexicon = lexicon
    userNames = lexicon.knownBodies.count
    lexicon.add(names)
    self.lexicon = lexicon
    ignored = Set(names.ignored.map { $0.lowercased() })
  }

  /// Reads one document.
  public func read(_ document: Document) throws(ReadingError) -> Reading {
    read(document) { _ in nil }
  }

  /// Reads one document by the rules, which weigh what `advise` says of its words.
  func read(
    _ document: Document, advise: ([Word]) -> Advice?
  ) -> Reading {
    let bytes = Array(document.text.utf8)
    let furniture = TextRange.tidied(document.furniture, length: bytes.count)
    let paragraphs = ParagraphSplitter(bytes: bytes, furniture: furniture).paragraphs()
    var (words, sentences) = SentenceSplitter(bytes: bytes, lexicon: lexicon).split(paragraphs)
    let hits = PhraseHits(words, sentences, lexicon: lexicon, userNames: userNames)
    let evidence = NameEvidence(words, sentences)
    let advice = advise(words)
    let tagger = Tagger(lexicon: lexicon, hits: hits, evidence: evidence, advice: advice)
    for sentence in sentences { tagger.tag(&words, sentence) }
    let scene = Scene(
      bytes: bytes, words: words, sentences: sentences, hits: hits, lexicon: lexicon,
      userNames: userNames, advice: advice)
    var finder = MentionFinder(scene: scene)
    finder.run()
    var builder = ReadingBuilder(document: document, scene: scene, ignored: ignored)
    var drafts = finder.drafts
    if let advice {
      drafts += AdvisedNouns(scene: scene, advice: advice).drafts(besides: drafts)
    }
    var reading = builder.build(drafts).droppingDoubtfulNames()
    reading.language = LanguageGuess.language(of: words.lazy.map(\.lower))
    return reading
  }
}
