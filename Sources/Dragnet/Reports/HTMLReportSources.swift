import DragnetText

extension HTMLReport {
  /// The documents with who published them and where their news came from.
  var sourcesSection: String {
    let rows = network.documents.map { document in
      """
      <tr id="source-\(htmlEscaped(document.id.rawValue))"><th scope="row">\
      \(htmlEscaped(document.title ?? document.name))\
      <span class="file">\(htmlEscaped(document.name))</span></th>\
      <td>\(htmlEscaped(document.source ?? "–"))</td>\
      <td class="nowrap">\(document.published?.words ?? "–")</td>\
      <td>\(htmlEscaped(document.origin))</td>\
      <td class="hash">\(htmlEscaped(document.sha256))</td></tr>
      """
    }
    return """
      <section id="sources" aria-labelledby="sources-heading">
      <h2 id="sources-heading">Sources</h2>
      <div class="table" role="region" tabindex="0" aria-label="Sources, scrollable">
      <table>
      <caption><span>The documents that were read. <em>Origin</em> is where the news first came from, as \
      far as the documents tell; documents of one origin count once. The digest (SHA-256) tells \
      whether a file is the one that was read.</span></caption>
      <thead><tr><th scope="col">Document</th><th scope="col">Source</th>\
      <th scope="col">Published</th><th scope="col">Origin</th>\
      <th scope="col">Digest</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </div>
      </section>
      """
  }

  /// How the report came about, and what it cannot tell.
  var methodSection: String {
    """
    <section id="method" aria-labelledby="method-heading">
    <h2 id="method-heading">Method and limits</h2>
    <p>Dragnet \(htmlEscaped(network.dragnet.version)) read each document by itself: its sentences, \
    the people, organizations, agencies, places and groups in it, and what it says they did. Names of \
    several documents were joined where they were judged to mean the same. Nothing was looked up \
    elsewhere, and the same documents always give this same report.</p>
    <p>\(htmlEscaped(measured)) A high rank says that a name connects others in these documents. It \
    does not say that anyone did wrong.</p>
    <dl class="terms">
    <dt>Relation</dt><dd>What a text says of two entities, not what is so. <em>Alleged</em>, \
    <em>believed</em>, <em>planned</em> and <em>denied</em> are the texts’ own reservations.</dd>
    <dt>Origin</dt><dd>A text that names another outlet as its source, or copies its words, adds no \
    support of its own.</dd>
    <dt>Confidence</dt><dd>How likely it is that the sentence was read rightly.</dd>
    <dt>Conflict</dt><dd>Values that cannot all be right. What arithmetic, units, dates or a \
    narrower scope explain is listed apart, with the reason.</dd>
    </dl>
    <p>The program makes mistakes: it misses relations, joins two people of one name, keeps apart one \
    person of two names, and takes a figure for another. Read the sentence before you use the line.</p>
    </section>
    """
  }

  /// The short name of a document, leading to its line among the sources.
  func documentLink(_ id: DocumentID) -> String {
    guard let label = documentLabels[id] else { return htmlEscaped(id.rawValue) }
    return "<a href=\"#source-\(htmlEscaped(id.rawValue))\">\(htmlEscaped(label))</a>"
  }
}
