/// Words of a sentence as claims are compared by: without endings and without what carries nothing.
enum WordStems {
  private static let empty: Set<String> = [
    "the", "and", "that", "this", "with", "from", "have", "has", "had", "was", "were", "will",
    "would", "been", "being", "they", "them", "their", "his", "her", "its", "for", "not", "are",
    "but", "who", "which", "what", "when", "where", "after", "before", "about", "into", "over",
    "under", "than", "then", "there", "also", "said", "say", "says", "more", "most", "other",
    "some", "such", "only", "just", "very", "one", "two", "a", "an", "of", "in", "on", "at", "to",
    "by", "as", "is", "it", "he", "she", "be", "or", "we", "i", "you", "our", "us", "him", "all",
    "told", "including", "according", "among", "between", "during", "while", "so", "up", "out",
    "down", "off", "no", "new", "mr", "ms", "mrs", "dr", "s", "t", "first", "second", "last",
    "million", "billion", "thousand", "hundred", "dozen", "per", "cent", "may", "can", "could",
  ]

  /// Nouns and verbs that texts use for one another, each line by its first word.
  private static let synonyms: [String: String] = {
    var table: [String: String] = [:]
    for line in [
      "company firm business enterprise corporation", "vehicle car automobile",
      "family household", "person people man woman men women soul individual human",
      "boat vessel ship", "phone telephone cellphone", "house home residence villa",
      "bribe kickback backhander", "cash banknote notes", "land parcel plot lot",
      "ivory tusk", "gun firearm weapon rifle pistol", "drug narcotic", "worker labourer employee",
      "buy purchase acquire bought", "sell sale sold resold resell", "pay paid payment",
      "steal theft stolen stole", "warehouse godown depot", "raid search swoop", "boss head leader",
      "child kid", "lorry truck", "doctor physician", "soldier troop", "officer policeman",
      "match game fixture", "bank lender", "shot bullet round", "piece item", "theory hypothesis",
      "website site", "server computer", "attack assault", "barrel drum", "crate box case",
      "account bank_account", "animal beast", "flat apartment",
    ] {
      let words = line.split(separator: " ").map(String.init)
      for word in words { table[stem(word)] = words[0] }
    }
    return table
  }()

  /// The stems of the words that carry something; numbers are left out.
  static func stems(of text: some StringProtocol) -> Set<String> {
    Set(
      text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).compactMap(form))
  }

  /// The form a word is compared by; nil for a number and for what carries nothing.
  static func form(_ word: String) -> String? {
    guard word.count > 1, !empty.contains(word), !word.contains(where: \.isNumber) else {
      return nil
    }
    let stem = stem(word)
    return synonyms[stem] ?? stem
  }

  /// The noun that stands for all that texts use for one another: *company* for *firm*.
  static func noun(_ word: String) -> String? { synonyms[stem(word)] ?? word }

  private static func stem(_ word: String) -> String {
    for (ending, rest) in [("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", "")]
    where word.hasSuffix(ending) && word.count - ending.count > 3 {
      return word.dropLast(ending.count) + rest
    }
    if word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") { return String(word.dropLast()) }
    if word.count > 4, word.hasSuffix("e") { return String(word.dropLast()) }
    return word
  }
}
