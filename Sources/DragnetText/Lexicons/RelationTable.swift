/// What verbs become: the published list of `docs/relations.md` with its lemma classes.
struct RelationTable: Sendable {
  /// How the two ends stand to the verb.
  enum Pattern: Hashable {
    case object, prepositional, patient, both
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
      default: .object
      }
    let prepositions = parts.count > 1 ? parts[1].parts("/").map(String.init) : []
    for lemma in row[2].parts(" ") {
      rules[String(lemma), default: []].append(
        Rule(label: String(row[0]), pattern: pattern, prepositions: prepositions))
    }
  }

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
}
