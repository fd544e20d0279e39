import DragnetText

/// The sentences that the figures of a report cite, each once, numbered from 1 in the order of the
/// documents.
struct ReportNotes: Sendable {
  /// A sentence, and the figures that cite it.
  struct Note: Sendable {
    let number: Int
    let evidence: Evidence
    /// Labels of figures and tables, in the order of the report.
    let labels: [(label: String, anchor: String)]
  }

  private struct Place: Hashable {
    let document: DocumentID
    let start: Int
    let end: Int
  }

  /// In the order of their numbers.
  let notes: [Note]
  private let numbers: [Place: Int]

  init(_ report: Report) {
    var order: [DocumentID: Int] = [:]
    for (index, document) in report.matter.network.documents.enumerated() {
      order[document.id] = index
    }
    var cited: [Place: (evidence: Evidence, labels: [(label: String, anchor: String)])] = [:]
    for block in report.blocks {
      for evidence in block.figure?.evidence ?? [] {
        let place = Place(document: evidence.document, start: evidence.start, end: evidence.end)
        var entry = cited[place] ?? (evidence, [])
        if let speaker = evidence.speaker, speaker < entry.evidence.speaker ?? "\u{10FFFF}" {
          entry.evidence.speaker = speaker
        }
        if let label = block.label, entry.labels.last?.label != label {
          entry.labels.append((label, block.anchor))
        }
        cited[place] = entry
      }
    }
    let sorted = cited.sorted { a, b in
      let (i, j) = (order[a.key.document] ?? .max, order[b.key.document] ?? .max)
      return (i, a.key.start, a.key.end) < (j, b.key.start, b.key.end)
    }
    var notes: [Note] = []
    var numbers: [Place: Int] = [:]
    for (place, entry) in sorted {
      numbers[place] = notes.count + 1
      notes.append(
        Note(number: notes.count + 1, evidence: entry.evidence, labels: entry.labels))
    }
    self.notes = notes
    self.numbers = numbers
  }

  /// The notes of some evidence, ascending, each once.
  func notes(of evidence: [Evidence]) -> [Note] {
    let found = evidence.compactMap {
      numbers[Place(document: $0.document, start: $0.start, end: $0.end)]
    }
    return Set(found).sorted().map { notes[$0 - 1] }
  }
}
