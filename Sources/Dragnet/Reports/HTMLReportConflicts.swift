extension HTMLReport {
  /// The questions with more than one value: conflicts first, then what dissolves.
  var conflictsSection: String {
    let open = conflicts.filter(\.verdict.isConflict)
    let other = conflicts.filter { !$0.verdict.isConflict }
    let left = network.conflicts.count - conflicts.count
    let more = left > 0 ? "<p>\(left) more are in the conflicts file.</p>" : ""
    let body =
      network.conflicts.isEmpty
      ? "<p>No question was found on which the documents give more than one value.</p>"
      : conflictTable(open, "Questions on which the documents contradict each other.")
        + conflictTable(
          other, "Differences that are no contradiction, or that cannot be compared, and why.")
    return """
      <section id="conflicts" aria-labelledby="conflicts-heading">
      <h2 id="conflicts-heading">Where the documents disagree</h2>
      \(body)
      \(more)
      </section>
      """
  }

  private func conflictTable(_ conflicts: [Conflict], _ caption: String) -> String {
    guard !conflicts.isEmpty else { return "" }
    return """
      <div class="table" role="region" tabindex="0" aria-label="\(htmlEscaped(caption)) Scrollable">
      <table class="conflicts">
      <caption><span>\(htmlEscaped(caption))</span></caption>
      <thead><tr><th scope="col">Value</th><th scope="col">Given by</th>\
      <th scope="col">Evidence</th></tr></thead>
      \(conflicts.map(group).joined(separator: "\n"))
      </table>
      </div>

      """
  }

  private func group(_ conflict: Conflict) -> String {
    let entities = conflict.entities.filter { entityByID[$0] != nil }.map { link(to: $0) }
    let about = entities.isEmpty ? "" : "<span class=\"about\">\(listed(entities))</span>"
    let rows = conflict.values.map { value in
      let speakers = Set(value.evidence.compactMap(\.speaker)).sorted()
      let said = speakers.isEmpty ? "" : "; as said by \(htmlEscaped(listed(speakers)))"
      return """
        <tr><td class="value">\(htmlEscaped(value.value))</td>\
        <td>\(value.documents.map(documentLink).joined(separator: ", "))\(said)</td>\
        <td>\(citations(notes.numbers(of: value.evidence)))</td></tr>
        """
    }
    return """
      <tbody id="conflict-\(htmlEscaped(conflict.id))">
      <tr class="question"><th scope="rowgroup" colspan="3">\
      <span class="what">\(htmlEscaped(capitalized(conflict.about)))</span> \
      <span class="verdict\(conflict.verdict.isConflict ? " open" : "")">\(conflict.verdict.words)</span>\
      \(about)<span class="reason">\(htmlEscaped(conflict.reason))</span></th></tr>
      \(rows.joined(separator: "\n"))
      </tbody>
      """
  }
}
