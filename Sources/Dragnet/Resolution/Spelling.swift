/// Two words that may be spellings of one name.
enum Spelling {
  /// True when the words differ by one letter added, dropped, doubled, changed or swapped.
  ///
  /// Words of fewer than six letters must agree but for a doubled letter: *Ana* and *Ina* are two
  /// names. A last vowel changed (*Fernanda*, *Fernando*) tells two people apart and is refused
  /// unless `allowsEnding`.
  static func areAlike(_ a: String, _ b: String, allowsEnding: Bool = false) -> Bool {
    guard a != b else { return true }
    let short = Array((a.utf8.count <= b.utf8.count ? a : b).unicodeScalars)
    let long = Array((a.utf8.count <= b.utf8.count ? b : a).unicodeScalars)
    guard short.count >= 4, long.count - short.count <= 1,
      !short.contains(where: { $0.properties.numericType != nil }),
      !long.contains(where: { $0.properties.numericType != nil })
    else { return false }
    var start = 0
    while start < short.count, short[start] == long[start] { start += 1 }
    var end = 0
    while end < short.count - start, short[short.count - 1 - end] == long[long.count - 1 - end] {
      end += 1
    }
    if long.count == short.count + 1 {
      guard start + end >= short.count else { return false }
      let added = long[start]
      let isDoubled =
        (start > 0 && long[start - 1] == added)
        || (start + 1 < long.count && long[start + 1] == added)
      return isDoubled || (short.count >= 6 && (start + 1 < long.count || allowsEnding))
    }
    guard short.count >= 6 else { return false }
    let differing = short.count - start - end
    if differing == 1 { return start + 1 < short.count || allowsEnding }
    return differing == 2 && short[start] == long[start + 1] && short[start + 1] == long[start]
  }

  /// The consonants of a word, doubled ones once: words spelled alike mostly share them.
  static func skeleton(_ word: String) -> String {
    var result = ""
    for letter in word where !"aeiouyh".contains(letter) && result.last != letter {
      result.append(letter)
    }
    return result
  }
}
