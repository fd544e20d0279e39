import DragnetText

extension HTMLPage {
  /// Every document, in order, with the numbered sentences that the report cites of it.
  var evidenceSection: String {
    let documents = report.matter.network.documents
    let byDocument = Dictionary(grouping: notes.notes, by: \.evidence.document)
    guard !documents.isEmpty else { return "" }
    let groups = documents.map { group($0, byDocument[$0.id] ?? []) }
    return """
      <section id="evidence" aria-labelledby="evidence-heading">
      <h2 id="evidence-heading">Evidence</h2>
      <p>The documents, and every sentence that the report rests on as it stands there, with the words \
      around it.</p>
      \(groups.joined(separator: "\n"))
      </section>

      """
  }

  private func group(_ document: Network.Text, _ notes: [ReportNotes.Note]) -> String {
    let bytes = notes.isEmpty ? [] : Array(document.text.utf8)
    var facts = [report.matter.label(of: document.id)]
    if document.name != facts[0] { facts.append(document.name) }
    if let published = document.published { facts.append(published.words) }
    if document.origin != document.name { facts.append("origin: \(document.origin)") }
    let list =
      notes.isEmpty
      ? "<p class=\"place\">No sentence of it is cited.</p>"
      : """
      <ol class="evidence" start="\(notes[0].number)">
      \(notes.map { item($0, in: bytes) }.joined(separator: "\n"))
      </ol>
      """
    return """
      <div class="source" id="\(documentAnchor(document.id))">
      <h3>\(htmlEscaped(document.title ?? document.name))</h3>
      <p class="place">\(htmlEscaped(facts.joined(separator: " · ")))</p>
      \(list)
      </div>
      """
  }

  private func item(_ note: ReportNotes.Note, in text: [UInt8]) -> String {
    let evidence = note.evidence
    let quote: String
    if let passage = Passage(evidence, in: text) {
      quote =
        "<span class=\"around\">\(htmlEscaped(passage.before))</span>"
        + "<mark>\(htmlEscaped(evidence.sentence))</mark>"
        + "<span class=\"around\">\(htmlEscaped(passage.after))</span>"
    } else {
      quote =
        "<mark>\(htmlEscaped(evidence.sentence))</mark> <em class=\"hedge\">not found at this place "
        + "of the document</em>"
    }
    var facts = ["bytes \(evidence.start)–\(evidence.end)"]
    if let speaker = evidence.speaker { facts.append("as said by \(htmlEscaped(speaker))") }
    let links = note.labels.map { "<a href=\"#\(htmlEscaped($0.anchor))\">\($0.label)</a>" }
    if !links.isEmpty { facts.append(links.joined(separator: ", ")) }
    return """
      <li id="\(report.matter.anchor(of: evidence))" value="\(note.number)">\
      <blockquote>\(quote)</blockquote> <p class="place">\(facts.joined(separator: " · "))</p></li>
      """
  }
}
