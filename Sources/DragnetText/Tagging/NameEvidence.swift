/// Which words of a document are names, judged from where they stand in running text.
struct NameEvidence {
  /// Words with a capital inside sentences that are not in title case.
  private(set) var capitalized: Set<String> = []
  /// True when some sentence is not in title case.
  private(set) var hasBody = false
  /// Words seen without a capital.
  private(set) var lowered: Set<String> = []

  init(_ words: [Word], _ sentences: [SentenceDraft]) {
    for sentence in sentences where !sentence.isTitleCase {
      var isInitial = true
      if sentence.words.count > 5 { hasBody = true }
      for index in sentence.words {
        let word = words[index]
        guard word.isWord else {
          if word.shape == .mark, ["“", "\"", "‘", ":", "•", "«"].contains(word.lower) {
            isInitial = true
          }
          continue
        }
        if word.isCapitalized {
          if !isInitial { capitalized.insert(word.lower) }
        } else if word.shape == .lower {
          lowered.insert(word.lower)
        }
        isInitial = false
      }
    }
  }
}
