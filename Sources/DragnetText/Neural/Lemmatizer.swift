/// Base forms of words: a lexicon of what the rules would get wrong, and the rules.
struct Lemmatizer: Sendable {
  /// Lemmas by form in lower case and tag, joined by a tab.
  private let lexicon: [String: String]
  /// Base forms and their tags (NN, VB, JJ, RB), joined by a tab.
  private let bases: Set<String>

  private static let fixed: Set<String> = ["NNP", "FW", "SYM", "CD", "LS", "ADD", "GW", "XX"]
  private static let baseTags = [
    "NNS": "NN", "NNPS": "NNP", "VBZ": "VB", "VBD": "VB", "VBN": "VB", "VBG": "VB", "JJR": "JJ",
    "JJS": "JJ", "RBR": "RB", "RBS": "RB",
  ]
  private static let suffixes = [
    "VBD": "ed", "VBN": "ed", "VBG": "ing", "JJR": "er", "RBR": "er", "JJS": "est", "RBS": "est",
  ]
  /// Ends of stems that lost an *e*: *locat-ed*, *secur-ing*.
  private static let soft = [
    "at", "ut", "ir", "as", "is", "os", "us", "ur", "or", "ad", "ul", "bl", "tl", "pl", "gl", "iz",
    "ys", "dl", "fl",
  ]

  /// Makes a lemmatizer.
  ///
  /// - Parameters:
  ///   - lexicon: lines of form in lower case, tag and lemma, parted by tabs.
  ///   - bases: lines of base form and tag, parted by a tab.
  init(lexicon: some Collection<UInt8>, bases: some Collection<UInt8>) {
    var known: [String: String] = [:]
    for line in lexicon.split(separator: 0x0A) {
      let text = String(decoding: line, as: UTF8.self)
      guard let tab = text.utf8.lastIndex(of: 0x09) else { continue }
      known[String(text[..<tab])] = String(text[text.utf8.index(after: tab)...])
    }
    self.lexicon = known
    self.bases = Set(bases.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) })
  }

  /// The lemma of a word that has a tag of the Penn Treebank.
  func lemma(of word: String, tag: String) -> String {
    if Lemmatizer.fixed.contains(tag) { return word }
    let form = word.lowercased()
    if tag == "NNPS" {
      return Lemmatizer.ends(form, "s") && !Lemmatizer.ends(form, "ss")
        ? String(word.unicodeScalars.dropLast()) : word
    }
    if let known = lexicon[form + "\t" + tag] { return known }
    let found = Lemmatizer.stems(form, tag)
    if let base = Lemmatizer.baseTags[tag],
      let stem = found.first(where: { bases.contains($0 + "\t" + base) })
    {
      return stem
    }
    return found[0]
  }

  /// Base forms that the form of this tag may have, likeliest first.
  static func stems(_ form: String, _ tag: String) -> [String] {
    if tag == "NNS" || tag == "VBZ" {
      if ends(form, "ies"), form.unicodeScalars.count > 4 {
        return [cut(form, 3) + "y", cut(form, 1)]
      }
      if ["xes", "zes", "ches", "shes", "sses", "oes"].contains(where: { ends(form, $0) }) {
        return [cut(form, 2), cut(form, 1)]
      }
      return [ends(form, "s") && !ends(form, "ss") ? cut(form, 1) : form]
    }
    guard let suffix = suffixes[tag], ends(form, suffix),
      form.unicodeScalars.count >= suffix.utf8.count + 2
    else { return [form] }
    return stripped(cut(form, suffix.utf8.count), isGerund: suffix == "ing")
  }

  private static func stripped(_ base: String, isGerund: Bool) -> [String] {
    let scalars = Array(base.unicodeScalars)
    guard let last = scalars.last else { return [base] }
    if !isGerund, last == "i", scalars.count > 2 { return [cut(base, 1) + "y", base] }
    if scalars.count > 3, last == scalars[scalars.count - 2], !["l", "s", "z"].contains(last) {
      return [cut(base, 1), base]
    }
    let isSoft =
      ["v", "c", "u", "z", "g"].contains(last) && !ends(base, "ng")
      || soft.contains { ends(base, $0) }
    return isSoft ? [base + "e", base] : [base, base + "e"]
  }

  private static func ends(_ text: String, _ ending: String) -> Bool {
    text.utf8.count >= ending.utf8.count
      && text.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }

  private static func cut(_ text: String, _ count: Int) -> String {
    String(text.unicodeScalars.dropLast(count))
  }
}
