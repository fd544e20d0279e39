import DragnetText

/// The sentences a network rests on, each once, numbered from 1 in the order of the documents.
///
/// The numbers are those of the report's evidence list, and of the links that lead there.
public struct EvidenceNotes: Sendable {
  /// One sentence and what rests on it.
  public struct Note: Sendable, Hashable {
    /// Its number, from 1.
    public let number: Int
    /// The sentence, where it stands, and who is quoted (the first speaker by name, if several).
    public let evidence: Evidence
    /// Indices into the relations, ascending.
    public fileprivate(set) var relations: [Int]
    /// Indices into the conflicts, ascending.
    public fileprivate(set) var conflicts: [Int]

    /// The anchor of the note in a report.
    public var anchor: String { EvidenceNotes.anchor(number) }
  }

  /// Where a sentence stands.
  private struct Place: Hashable {
    let document: DocumentID
    let start: Int
    let end: Int

    init(_ evidence: Evidence) {
      document = evidence.document
      start = evidence.start
      end = evidence.end
    }
  }

  /// In the order of their numbers.
  public let notes: [Note]
  private let numbers: [Place: Int]

  /// Numbers the evidence of relations and conflicts, ordered by document as in `documents`, then by
  /// place in the text.
  ///
  /// - Complexity: O(*e* log *e*) for *e* pieces of evidence.
  public init(relations: [Relation], conflicts: [Conflict], documents: [Network.Text]) {
    var order: [DocumentID: Int] = [:]
    for (index, document) in documents.enumerated() where order[document.id] == nil {
      order[document.id] = index
    }
    var cited: [Place: (evidence: Evidence, relations: [Int], conflicts: [Int])] = [:]
    func cite(_ evidence: Evidence, relation: Int? = nil, conflict: Int? = nil) {
      let place = Place(evidence)
      var entry = cited[place] ?? (evidence, [], [])
      if let speaker = evidence.speaker, speaker < entry.evidence.speaker ?? "\u{10FFFF}" {
        entry.evidence.speaker = speaker
      }
      if let relation, entry.relations.last != relation { entry.relations.append(relation) }
      if let conflict, entry.conflicts.last != conflict { entry.conflicts.append(conflict) }
      cited[place] = entry
    }
    for (index, relation) in relations.enumerated() {
      for evidence in relation.evidence { cite(evidence, relation: index) }
    }
    for (index, conflict) in conflicts.enumerated() {
      for value in conflict.values {
        for evidence in value.evidence { cite(evidence, conflict: index) }
      }
    }
    func precedes(_ a: Place, _ b: Place) -> Bool {
      let (i, j) = (order[a.document] ?? .max, order[b.document] ?? .max)
      return (i, a.document.rawValue, a.start, a.end) < (j, b.document.rawValue, b.start, b.end)
    }
    var notes: [Note] = []
    var numbers: [Place: Int] = [:]
    for (place, entry) in cited.sorted(by: { precedes($0.key, $1.key) }) {
      numbers[place] = notes.count + 1
      notes.append(
        Note(
          number: notes.count + 1, evidence: entry.evidence, relations: entry.relations,
          conflicts: entry.conflicts))
    }
    self.notes = notes
    self.numbers = numbers
  }

  /// The number of a piece of evidence, or nil when it is not among the notes.
  public func number(of evidence: Evidence) -> Int? { numbers[Place(evidence)] }

  /// The numbers of several pieces of evidence, ascending, each once.
  public func numbers(of evidence: [Evidence]) -> [Int] {
    Set(evidence.compactMap(number(of:))).sorted()
  }

  /// The anchor of a note in a report: `evidence-12`.
  public static func anchor(_ number: Int) -> String { "evidence-\(number)" }
}
