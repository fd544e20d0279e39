/// Puts together what the finders found: chains, findings and quantities as a `Reading`.
struct ReadingBuilder {
  let document: Document
  let scene: Scene
  let ignored: Set<String>

  init(document: Document, scene: Scene, ignored: Set<String>) {
    self.document = document
    self.scene = scene
    self.ignored = ignored
  }

  mutating func build(_ found: [Draft]) -> Reading {
    let drafts = ReadingBuilder.sorted(found)
    var builder = ChainBuilder(drafts, ignored: ignored, countryNames: scene.lexicon.countryNames)
    builder.rescued = rescuedStarts()
    builder.isAdvised = scene.advice != nil
    builder.run()
    if let advice = scene.advice {
      var nouns = NounResolver(scene: scene, advice: advice)
      nouns.resolve(&builder)
      builder.addWaiting()
      builder.addRoles()
    }
    let starts = self.starts(builder)
    let chunker = Chunker(scene: scene, starts: starts, drafts: builder.drafts)
    let dateFinder = DateFinder(scene: scene, published: document.published)
    var parsed: [ParsedSentence] = []
    parsed.reserveCapacity(scene.sentences.count)
    var pronouns = PronounResolver(scene: scene)
    for (number, sentence) in scene.sentences.enumerated() {
      let chunks = chunker.chunks(sentence)
      var clauses = ClauseFinder(scene: scene, chunks: chunks, drafts: builder.drafts).clauses()
      if let advice = scene.advice {
        clauses = TreeClauseFinder(
          scene: scene, advice: advice, sentence: sentence, chunks: chunks, drafts: builder.drafts
        ).clauses(clauses)
      }
      let one = ParsedSentence(
        number: number, draft: sentence, chunks: chunks, clauses: clauses,
        dates: dateFinder.dates(sentence),
        tree: scene.advice.map {
          SentenceTree(scene: scene, advice: $0, words: sentence.words)
        })
      pronouns.resolve(one, &builder)
      parsed.append(one)
    }
    builder.sortChains()
    var assembler = FindingAssembler(scene: scene, document: document, builder: builder)
    assembler.run(parsed)
    return assembler.reading(parsed)
  }

  /// Drafts by position, references kept.
  private static func sorted(_ drafts: [Draft]) -> [Draft] {
    let order = drafts.indices.sorted {
      (drafts[$0].words.lowerBound, -drafts[$0].words.upperBound, $0)
        < (drafts[$1].words.lowerBound, -drafts[$1].words.upperBound, $1)
    }
    var place = [Int](repeating: 0, count: drafts.count)
    for (new, old) in order.enumerated() { place[old] = new }
    return order.map { old in
      var draft = drafts[old]
      draft.possessor = draft.possessor.map { place[$0] }
      draft.outer = draft.outer.map { place[$0] }
      draft.body = draft.body.map { place[$0] }
      return draft
    }
  }

  /// Outermost draft by its first word.
  private func starts(_ builder: ChainBuilder) -> [Int32] {
    var starts = [Int32](repeating: -1, count: scene.words.count)
    var end = 0
    for (index, draft) in builder.drafts.enumerated()
    where builder.chainOf[index] != nil || draft.pronoun != nil {
      guard draft.words.lowerBound >= end, draft.outer == nil else { continue }
      starts[draft.words.lowerBound] = Int32(index)
      end = draft.words.upperBound
    }
    return starts
  }

  /// First words of noun phrases after verbs of rescue and captivity.
  private func rescuedStarts() -> Set<Int> {
    let lemmas: Set<String> = [
      "rescue", "free", "save", "liberate", "hold", "traffic", "kidnap", "abduct", "force", "lure",
      "evacuate", "kill",
    ]
    var result: Set<Int> = []
    for sentence in scene.sentences {
      for index in sentence.words
      where scene.words[index].tag == .verb && lemmas.contains(scene.words[index].lemma) {
        for next in index..<min(index + 3, sentence.words.upperBound) { result.insert(next + 1) }
      }
    }
    return result
  }
}
