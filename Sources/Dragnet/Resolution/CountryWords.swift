import DragnetText

/// The words by which names tell the country they are of.
enum CountryWords {
  private static let tables: (words: [String: Set<String>], names: [String: String]) = {
    var words: [String: Set<String>] = [:]
    var names: [String: String] = [:]
    for country in Country.all {
      for name in country.names { names[NameForm(name).withoutArticle.key] = country.code }
      let forms = (country.names + country.demonyms).flatMap { NameForm($0).tokens }
      words[country.code] = Set(forms)
    }
    return (words, names)
  }()

  /// The words of a country's names and demonyms, folded.
  static func of(_ code: String?) -> Set<String> { code.flatMap { tables.words[$0] } ?? [] }

  /// True for a word of any country's names and demonyms.
  static func isKnown(_ word: String) -> Bool { all.contains(word) }

  private static let all: Set<String> = tables.words.values.reduce(into: []) { $0.formUnion($1) }

  /// The code of the country that is named so.
  static func code(named form: NameForm) -> String? { tables.names[form.key] }
}
