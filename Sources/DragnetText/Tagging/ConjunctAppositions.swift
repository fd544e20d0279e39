extension Advice {
  /// Hangs an apposition on the name it follows, where the tree hangs it on the first of those joined: *Ada
  /// Lund and Ivo Berg, a glazier* makes Berg one. What tells of several, *two glaziers*, stays.
  ///
  /// - Parameter plurals: nouns in the plural, by word.
  /// - Complexity: linear in the words, for each those of its phrase.
  static func hangAppositions(_ words: inout [Word?], plurals: Set<Int>) {
    for word in words.indices {
      guard let said = words[word], said.label == "appos", said.part == .noun,
        said.head >= 0, said.head < word, !plurals.contains(word),
        !words[said.head..<word].contains(where: { $0?.head == word && $0?.label == "nummod" })
      else { continue }
      var start = word
      while start > said.head + 1, words[start - 1]?.head == word { start -= 1 }
      let before = start - 1
      guard before > said.head, words[before]?.label == "punct" else { continue }
      // Up from the word before the comma to one that is joined to the head.
      var at = before - 1
      var steps = 0
      while at > said.head, let up = words[at]?.head, up > said.head, steps < 8 {
        at = up
        steps += 1
      }
      guard at > said.head, words[at]?.label == "conj", words[at]?.head == said.head,
        words[at]?.part == .properNoun
      else { continue }
      words[word]?.head = at
    }
  }
}
