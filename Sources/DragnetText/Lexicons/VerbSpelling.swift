/// How regular English endings are spelled.
enum VerbSpelling {
  /// *carry* → *carries*; also the plural of nouns.
  static func third(_ lemma: String) -> String {
    if endsInConsonantAndY(lemma) { return lemma.dropLast() + "ies" }
    for ending in ["s", "x", "z", "ch", "sh", "go", "do"] where lemma.ends(in: ending) {
      return lemma + "es"
    }
    return lemma + "s"
  }

  /// *carry* → *carried*, *free* → *freed*.
  static func past(_ lemma: String) -> String {
    if endsInConsonantAndY(lemma) { return lemma.dropLast() + "ied" }
    return lemma.ends(in: "e") ? lemma + "d" : lemma + "ed"
  }

  /// *make* → *making*, *free* → *freeing*.
  static func gerund(_ lemma: String) -> String {
    if lemma.ends(in: "e"), !lemma.ends(in: "ee"), !lemma.ends(in: "oe"), lemma != "be" {
      return lemma.dropLast() + "ing"
    }
    return lemma + "ing"
  }

  private static func endsInConsonantAndY(_ lemma: String) -> Bool {
    let letters = lemma.utf8.suffix(2)
    guard letters.count == 2, let first = letters.first else { return false }
    return letters.last == UInt8(ascii: "y") && !"aeiou".utf8.contains(first)
  }
}
