extension Advice {
  /// Cuts words loose that hang on each other: a word of the rules may hold several of the parse, of which
  /// one hangs on a word that hangs on another. What follows heads or children then comes to an end.
  ///
  /// - Complexity: linear in the words.
  static func cutCycles(_ words: inout [Word?]) {
    // The walk from which a word was first reached; 0 for none.
    var walkOf = [Int](repeating: 0, count: words.count)
    for start in words.indices {
      var at = start
      while walkOf[at] == 0 {
        walkOf[at] = start + 1
        guard let head = words[at]?.head, words.indices.contains(head) else { break }
        if walkOf[head] == start + 1 {
          words[at]?.head = -1
          break
        }
        at = head
      }
    }
  }
}
