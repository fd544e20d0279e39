import DragnetText

extension HTMLReport {
  /// The numbered sentences, each marked in the text around it, document by document.
  var evidenceSection: String {
    var groups: [(DocumentID, [EvidenceNotes.Note])] = []
    for note in notes.notes {
      if groups.last?.0 == note.evidence.document {
        groups[groups.count - 1].1.append(note)
      } else {
        groups.append((note.evidence.document, [note]))
      }
    }
    let body = groups.map { group($0.0, $0.1) }.joined(separator: "\n")
    return """
      <section id="evidence" aria-labelledby="evidence-heading">
      <h2 id="evidence-heading">Evidence</h2>
      <p>Every sentence that something above rests on, as it stands in its document, with the words \
      around it. The offsets count bytes of the text as it was read.</p>
      \(body)
      </section>
      """
  }

  private func group(_ id: DocumentID, _ notes: [EvidenceNotes.Note]) -> String {
    let document = documentByID[id]
    let bytes = document.map { Array($0.text.utf8) } ?? []
    return """
      <h3>\(document.map { htmlEscaped($0.title ?? $0.name) } ?? htmlEscaped(id.rawValue)) \
      <span class="kind">\(documentLink(id))</span></h3>
      <ol class="evidence" start="\(notes[0].number)">
      \(notes.map { item($0, in: bytes) }.joined(separator: "\n"))
      </ol>
      """
  }

  private func item(_ note: EvidenceNotes.Note, in text: [UInt8]) -> String {
    let evidence = note.evidence
    let quote: String
    if let passage = Passage(evidence, in: text) {
      quote =
        "\(htmlEscaped(passage.before))<mark>\(htmlEscaped(evidence.sentence))</mark>"
        + htmlEscaped(passage.after)
    } else {
      quote =
        "<mark>\(htmlEscaped(evidence.sentence))</mark> <em class=\"hedge\">not found at this place "
        + "of the document</em>"
    }
    let speaker = evidence.speaker.map { " · as said by \(htmlEscaped($0))" } ?? ""
    let supports =
      note.relations.map { index in
        "<li><a href=\"#relation-\(htmlEscaped(relations[index].id))\">"
          + "\(plainLine(relations[index]))</a></li>"
      }
      + note.conflicts.map { index in
        let conflict = conflicts[index]
        return "<li><a href=\"#conflict-\(htmlEscaped(conflict.id))\">"
          + "\(htmlEscaped(conflict.about))</a> (\(conflict.verdict.words))</li>"
      }
    return """
      <li id="\(note.anchor)" value="\(note.number)"><blockquote>\(quote)</blockquote>
      <p class="place">bytes \(evidence.start)–\(evidence.end)\(speaker)</p>
      <ul>\(supports.joined())</ul></li>
      """
  }

  /// A relation without links, for use inside one.
  private func plainLine(_ relation: Relation) -> String {
    let from = entityByID[relation.from]?.name ?? relation.from
    let to = entityByID[relation.to]?.name ?? relation.to
    let marks = qualifiers(relation).map { " (\($0))" }.joined()
    return htmlEscaped(
      "\(from) \(relation.labelWords)\(relation.directed ? " →" : "") \(to)\(marks)")
  }
}
