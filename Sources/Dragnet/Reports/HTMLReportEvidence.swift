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

/// The words around a quotation, in its paragraph.
private struct Passage {
  let before: String
  let after: String

  /// Nil when the bytes at the place are not the quotation.
  init?(_ evidence: Evidence, in text: [UInt8]) {
    guard 0 <= evidence.start, evidence.start <= evidence.end, evidence.end <= text.count,
      text[evidence.start..<evidence.end].elementsEqual(evidence.sentence.utf8)
    else { return nil }
    let reach = 220
    var start = evidence.start
    while start > 0, text[start - 1] != 10, evidence.start - start < reach { start -= 1 }
    let isCutBefore = start > 0 && text[start - 1] != 10
    if isCutBefore, let space = text[start..<evidence.start].firstIndex(of: 32) {
      start = space
    } else if isCutBefore {
      start = evidence.start
    }
    var end = evidence.end
    while end < text.count, text[end] != 10, end - evidence.end < reach { end += 1 }
    let isCutAfter = end < text.count && text[end] != 10
    if isCutAfter { end = text[evidence.end..<end].lastIndex(of: 32) ?? evidence.end }
    before =
      (isCutBefore ? "… " : "") + String(decoding: text[start..<evidence.start], as: UTF8.self)
    after = String(decoding: text[evidence.end..<end], as: UTF8.self) + (isCutAfter ? " …" : "")
  }
}
