/// What verbs become: the published list of `docs/relations.md` with its lemma classes.
struct RelationTable: Sendable {
  /// How the two ends stand to the verb.
  enum Pattern: Hashable {
    case object, prepositional, patient, both, role, event, mutual
  }
  /// A label, and the prepositions that lead to its second end.
  struct Rule {
    var label: String
    var pattern: Pattern
    var prepositions: [String]
  }

  private var rules: [String: [Rule]] = [:]

  mutating func add(_ row: [Substring]) throws(ReadingError) {
    guard row.count == 3 else {
      throw .missingResource(
        name: "relations.tsv",
        reason: "the file is damaged at \"\(row.joined(separator: " "))\"")
    }
    let parts = row[1].parts(":")
    let pattern: Pattern =
      switch parts.first {
      case "prep": .prepositional
      case "patient": .patient
      case "both": .both
      case "role": .role
      case "event": .event
      case "mutual": .mutual
      default: .object
      }
    let prepositions = parts.count > 1 ? parts[1].parts("/").map(String.init) : []
    for lemma in row[2].parts(" ") {
      rules[String(lemma), default: []].append(
        Rule(label: String(row[0]), pattern: pattern, prepositions: prepositions))
    }
  }

  /// True for a word of the table.
  func knows(_ word: String) -> Bool { rules[word] != nil }

  /// The label of a verb with a direct object; nil when the verb is not listed.
  func objectLabel(_ lemma: String) -> String? {
    rules[lemma]?.first { $0.pattern == .object }?.label
  }

  /// The label of a verb without an object: *came*, *escaped*.
  func subjectLabel(_ lemma: String) -> String? {
    rules[lemma]?.first { $0.pattern == .prepositional }?.label
  }

  /// The rule of a verb with a preposition.
  func rule(_ lemma: String, _ pattern: Pattern, _ preposition: String) -> Rule? {
    rules[lemma]?.first { $0.pattern == pattern && $0.prepositions.contains(preposition) }
  }

  /// All rules of a word for one pattern, in the order of the table.
  func rules(_ word: String, _ pattern: Pattern) -> [Rule] {
    (rules[word] ?? []).filter { $0.pattern == pattern }
  }

  /// Labels of a role of up to three words (*former chief executive*), by its longest known ending.
  func roleLabels(_ words: ArraySlice<String>) -> [String] {
    guard let last = words.last else { return [] }
    for count in stride(from: min(3, words.count), through: 1, by: -1) {
      var parts = Array(words.suffix(count))
      for form in RelationTable.singulars(last) {
        parts[parts.count - 1] = form
        let found = rules(parts.joined(separator: "_"), .role).map(\.label)
        guard !found.isEmpty else { continue }
        let isDeputy =
          count < words.count
          && ["deputy", "vice", "assistant"].contains(words[words.endIndex - count - 1])
        return isDeputy && found.contains("leads") ? ["works_for"] : found
      }
    }
    return []
  }

  /// What a noun may be the plural of, itself first.
  static func singulars(_ noun: String) -> [String] {
    var forms = [noun]
    if noun.hasSuffix("men") { forms.append(noun.dropLast(2) + "an") }
    if noun.hasSuffix("ies") { forms.append(noun.dropLast(3) + "y") }
    if noun.hasSuffix("ves") { forms.append(noun.dropLast(3) + "fe") }
    if noun.hasSuffix("es") { forms.append(String(noun.dropLast(2))) }
    if noun.hasSuffix("s") { forms.append(String(noun.dropLast())) }
    return forms
  }
}
