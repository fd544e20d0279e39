/// The dependency tree of one sentence, by words of the document.
struct SentenceTree {
  let scene: Scene
  let advice: Advice
  let words: Range<Int>
  /// Words that hang on a word of the sentence, in order.
  private let dependents: [[Int]]

  init(scene: Scene, advice: Advice, words: Range<Int>) {
    self.scene = scene
    self.advice = advice
    self.words = words
    var dependents = [[Int]](repeating: [], count: words.count)
    for word in words {
      guard let head = advice.words[word]?.head, words.contains(head) else { continue }
      dependents[head - words.lowerBound].append(word)
    }
    self.dependents = dependents
  }

  func children(of word: Int) -> [Int] {
    words.contains(word) ? dependents[word - words.lowerBound] : []
  }

  /// Children that hang on a word by one of some labels.
  func children(of word: Int, by labels: Set<String>) -> [Int] {
    children(of: word).filter { labels.contains(label(of: $0)) }
  }

  func label(of word: Int) -> String { said(of: word)?.label ?? "" }

  /// The word that a word hangs on; nil for the root.
  func head(of word: Int) -> Int? {
    guard let head = said(of: word)?.head, words.contains(head) else { return nil }
    return head
  }

  func part(of word: Int) -> Advice.Word.Part { said(of: word)?.part ?? .other }

  /// Nil also beyond either end of the document.
  private func said(of word: Int) -> Advice.Word? {
    advice.words.indices.contains(word) ? advice.words[word] : nil
  }

  func has(_ word: Int, _ wanted: String) -> Bool {
    children(of: word).contains { label(of: $0) == wanted }
  }

  /// The dictionary form, with the particle of *round up*.
  func lemma(of word: Int) -> String {
    var lemma = advice.words[word].map(\.lemma) ?? scene.words[word].lemma
    let listed = scene.words[word].lemma
    if !listed.isEmpty, listed != lemma, !scene.lexicon.relations.knows(lemma),
      scene.lexicon.relations.knows(listed)
    {
      lemma = listed
    }
    guard let particle = children(of: word).first(where: { label(of: $0) == "compound:prt" }) else {
      return lemma
    }
    let phrasal = lemma + "_" + scene.lower(particle)
    return scene.lexicon.relations.knows(phrasal) ? phrasal : lemma
  }

  /// The preposition before a noun: *of*, *behalf* of *on behalf of*, nil for none.
  func preposition(of word: Int) -> String? {
    children(of: word).first { label(of: $0) == "case" && $0 < word && scene.lower($0) != "'s" }
      .map { scene.lower($0) }
  }

  /// The first and last word of what hangs on a word, itself included.
  func reach(of word: Int) -> Range<Int> {
    var low = word, high = word
    var open = [word]
    while let next = open.popLast() {
      low = min(low, next)
      high = max(high, next)
      open += children(of: next)
    }
    return low..<(high + 1)
  }
}
