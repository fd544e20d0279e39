/// Finds the whole phrases that refer to one who is known by a part of them: *the timber merchant Ada Lund*
/// around the name, *the mother of the victim* around the noun, *a driver from Oslo* beside a name, and
/// the bare name within *police chief Ada Lund*.
///
/// They add to how someone is spoken of; what is claimed is read from the parts. Takes time linear in the
/// words of the document.
struct FullPhrases {
  /// A phrase and whom it means.
  struct Phrase {
    let words: Range<Int>
    /// Index of its chain in the builder.
    let chain: Int
    let kind: Mention.Kind
  }

  let scene: Scene
  let builder: ChainBuilder
  /// By sentence.
  let trees: [SentenceTree]
  private let taken: Set<Range<Int>>

  /// Of a phrase so found.
  static let confidence = 0.65
  /// No phrase is longer.
  private static let longest = 12
  /// How words hang on the noun they stand before.
  private static let before: Set<String> = [
    "det", "amod", "compound", "nummod", "nmod:poss", "flat", "nmod:npmod", "nmod:unmarked",
    "nmod:desc", "obl:npmod", "obl:unmarked",
  ]

  init(scene: Scene, builder: ChainBuilder, trees: [SentenceTree]) {
    self.scene = scene
    self.builder = builder
    self.trees = trees
    taken = Set(
      builder.drafts.indices.filter { builder.chainOf[$0] != nil }.map { builder.drafts[$0].words })
  }

  /// All of them, in the order of the text; none is a mention already.
  func phrases() -> [Phrase] {
    var found: [Phrase] = []
    var seen = taken
    func add(_ words: Range<Int>?, _ chain: Int, _ kind: Mention.Kind = .nominal) {
      guard let words, words.count <= FullPhrases.longest, seen.insert(words).inserted else {
        return
      }
      found.append(Phrase(words: words, chain: chain, kind: kind))
    }
    for (index, draft) in builder.drafts.enumerated() {
      guard let chain = builder.chainOf[index], draft.kind != .pronoun, draft.type != .group,
        draft.type != .other, trees.indices.contains(draft.sentence),
        !scene.sentences[draft.sentence].isTitleCase
      else { continue }
      let tree = trees[draft.sentence]
      if draft.kind == .name {
        add(bareName(draft), chain, .name)
        add(nickname(draft), chain, .name)
        add(described(draft, tree), chain)
        add(joined(index, chain), chain)
        for noun in nounsBeside(draft, tree) where !isMention(noun, near: draft) {
          let short = phrase(noun, tree, right: [])
          guard isMarked(short) else { continue }
          add(short, chain)
          add(phrase(noun, tree, right: FullPhrases.allAfter), chain)
        }
      } else {
        let right = end(draft.head, draft.words.upperBound, tree, FullPhrases.ofAfter)
        let left = start(draft.head, draft.words.lowerBound, tree)
        if left < draft.words.lowerBound || right > draft.words.upperBound {
          add(left..<right, chain)
        }
      }
    }
    for one in NumberedPeople(scene: scene).mentions(builder) { add(one.words, one.chain) }
    return found.sorted {
      ($0.words.lowerBound, $0.words.upperBound) < ($1.words.lowerBound, $1.words.upperBound)
    }
  }

  // MARK: Around a name

  /// *Ada Lund* in *police chief Ada Lund*; nil where only an honorific or an article is left out.
  private func bareName(_ draft: Draft) -> Range<Int>? {
    let words = draft.words
    guard words.count > 1, words.count < 20, draft.type == .person else { return nil }
    var first = words.lowerBound
    while first < words.upperBound, scene.text(first..<words.upperBound) != draft.name {
      first += 1
    }
    guard first < words.upperBound, first > words.lowerBound else { return nil }
    let left = words.lowerBound..<first
    return left.allSatisfy({
      scene.hits[$0].isHonorific || scene.words[$0].tag == .determiner
    }) ? nil : first..<words.upperBound
  }

  /// *the Wolf* in *Ivo “the Wolf” Berg*.
  private func nickname(_ draft: Draft) -> Range<Int>? {
    guard draft.type == .person,
      let open = draft.words.first(where: { scene.words[$0].tag == .quoteOpen }),
      let close = draft.words.last(where: { scene.words[$0].tag == .quoteClose }), close > open + 1
    else { return nil }
    return (open + 1)..<close
  }

  /// From what is said before a name to its end: *the conservation group Blue Whale*.
  private func described(_ draft: Draft, _ tree: SentenceTree) -> Range<Int>? {
    let head = head(of: draft.words, tree)
    var left = start(head, draft.words.lowerBound, tree)
    if let noun = tree.head(of: head), noun < draft.words.lowerBound, isCommon(noun),
      noun + 1 == left, ["appos", "flat", "nmod", "dep"].contains(tree.label(of: head))
    {
      left = start(noun, noun, tree)
    }
    let added = left..<max(left, draft.words.lowerBound)
    guard added.contains(where: { scene.words[$0].tag != .determiner }),
      !added.contains(where: { isPlural($0) && tree.label(of: $0) != "nmod:poss" })
    else { return nil }
    return left..<draft.words.upperBound
  }

  /// *his sister-in-law, Ada Lund*: a noun and the name that follows it, of one chain.
  private func joined(_ index: Int, _ chain: Int) -> Range<Int>? {
    let draft = builder.drafts[index]
    var other = index - 1
    while other >= 0, index - other < 4 {
      let before = builder.drafts[other]
      let gap = draft.words.lowerBound - before.words.upperBound
      if builder.chainOf[other] == chain, before.kind == .nominal,
        before.sentence == draft.sentence,
        gap == 0 || gap == 1 && scene.words[before.words.upperBound].tag == .comma
      {
        guard !isPlural(before.head) else { return nil }
        let left = start(before.head, before.words.lowerBound, trees[draft.sentence])
        return left..<draft.words.upperBound
      }
      other -= 1
    }
    return nil
  }

  // MARK: Beside a name

  /// Common nouns in apposition to a name, and *the fixer* of *the fixer was Ada Lund*.
  private func nounsBeside(_ draft: Draft, _ tree: SentenceTree) -> [Int] {
    let head = head(of: draft.words, tree)
    var nouns = tree.children(of: head, by: ["appos"]).filter(isCommon)
    if tree.label(of: head) == "appos", let noun = tree.head(of: head), isCommon(noun) {
      nouns.append(noun)
    }
    if tree.has(head, "cop"), !tree.children(of: head).contains(where: isNegation) {
      nouns += tree.children(of: head, by: ["nsubj"])
        .filter { isCommon($0) && $0 < draft.words.lowerBound }
    }
    return nouns.filter { !draft.words.contains($0) && !isPlural($0) }
  }

  /// True where a noun is a part of what is known already.
  private func isMention(_ noun: Int, near draft: Draft) -> Bool {
    builder.drafts.indices(startingIn: max(0, noun - 20)..<(noun + 1)).contains {
      builder.drafts[$0].words.contains(noun) && builder.chainOf[$0] != nil
        && builder.drafts[$0].kind != .pronoun
    }
  }

  /// From the first word that belongs to a noun to the noun, and to the end of what follows by some
  /// prepositions.
  private func phrase(_ noun: Int, _ tree: SentenceTree, right: Set<String>) -> Range<Int> {
    start(noun, noun, tree)..<end(noun, noun + 1, tree, right)
  }

  /// True for a phrase that begins with an article, or a possessor.
  private func isMarked(_ words: Range<Int>) -> Bool {
    let tag = scene.words[words.lowerBound].tag
    return tag == .determiner || tag == .possessivePronoun
      || words.contains { scene.words[$0].tag == .possessive }
  }

  // MARK: Where phrases begin and end

  private static let ofAfter: Set<String> = ["of"]
  private static let allAfter: Set<String> = ["of", "from", "with", "for", "in"]

  private func start(_ head: Int, _ from: Int, _ tree: SentenceTree) -> Int {
    var left = from
    for child in tree.children(of: head, by: FullPhrases.before).reversed()
    where child < left && scene.words[child].tag != .relative && scene.words[child].tag != .pronoun
    {
      let reach = tree.reach(of: child)
      guard reach.upperBound == left, left - reach.lowerBound <= 8,
        !reach.contains(where: isBreak)
      else { break }
      left = reach.lowerBound
    }
    return left
  }

  /// The end of the first phrase that follows a noun by a preposition; a phrase within that begins with
  /// another preposition than *of* is left out.
  private func end(
    _ head: Int, _ from: Int, _ tree: SentenceTree, _ wanted: Set<String>
  ) -> Int {
    guard let child = tree.children(of: head, by: ["nmod"]).first(where: { $0 > head }),
      let preposition = tree.preposition(of: child), wanted.contains(preposition)
    else { return from }
    let reach = tree.reach(of: child)
    guard reach.lowerBound == from else { return from }
    var right = from + 1
    while right < reach.upperBound, !isBreak(right),
      right <= child || scene.words[right].tag != .preposition || scene.lower(right) == "of"
    {
      right += 1
    }
    return right > child ? right : from
  }

  private func isBreak(_ word: Int) -> Bool {
    let part = scene.advice?.words[word]?.part
    if part == .verb || part == .auxiliary { return scene.advice?.words[word]?.label != "amod" }
    switch scene.words[word].tag {
    case .comma, .stop, .relative, .open, .close: return true
    default: return false
    }
  }

  private func head(of words: Range<Int>, _ tree: SentenceTree) -> Int {
    words.first { word in tree.head(of: word).map { !words.contains($0) } ?? true }
      ?? words.upperBound - 1
  }

  private func isPlural(_ word: Int) -> Bool {
    guard let said = scene.advice?.words[word], said.part == .noun else { return false }
    let lower = scene.lower(word)
    return lower.hasSuffix("s") && said.lemma != lower || lower == "men" || lower == "women"
  }

  private func isCommon(_ word: Int) -> Bool { scene.advice?.words[word]?.part == .noun }

  private func isNegation(_ word: Int) -> Bool {
    ["not", "n't", "never", "neither"].contains(scene.lower(word))
  }
}
