import DragnetText

extension HTMLReport {
  /// What the documents are about, in sentences put together from what was counted.
  var summarySection: String {
    let sentences = [
      corpusSentence, originSentence, centreSentence, supportSentence, conflictSentence,
      hedgeSentence,
    ].compactMap { $0 }
    return """
      <section id="summary" aria-labelledby="summary-heading">
      <h2 id="summary-heading">Summary</h2>
      \(sentences.map { "<p>\($0)</p>" }.joined(separator: "\n"))
      </section>
      """
  }

  /// What the map shows, for its caption.
  var mapCaption: String {
    "Who is linked to whom, as \(countInWords(network.documents.count, "document")) "
      + (network.documents.count == 1 ? "states it." : "state it.")
  }

  private var corpusSentence: String {
    let sources = Set(network.documents.compactMap(\.source)).count
    let isNamed = network.documents.allSatisfy { $0.source != nil }
    let dates = network.documents.compactMap(\.published).sorted()
    var text = capitalized(countInWords(network.documents.count, "document"))
    if sources > 0 { text += " from " + countInWords(sources, isNamed ? "source" : "named source") }
    if sources > 0, !isNamed { text += " and others that name none" }
    if let first = dates.first, let last = dates.last {
      text +=
        first == last
        ? ", published on \(first.words),"
        : ", published between \(first.words) and \(last.words),"
    }
    let kinds = EntityType.allCases.compactMap { type -> String? in
      let count = network.entities.filter { $0.type == type }.count
      guard count > 0 else { return nil }
      let singular = type == .other ? "other named thing" : type.rawValue
      return countInWords(count, singular, type.plural)
    }
    text += " \(network.documents.count == 1 ? "names" : "name") "
    text += countInWords(network.entities.count, "entity", "entities")
    if !kinds.isEmpty { text += " (\(listed(kinds)))" }
    text += " and \(network.documents.count == 1 ? "states" : "state") "
    return text + countInWords(network.relations.count, "relation") + " between them."
  }

  private var originSentence: String? {
    let origins = network.originNames
    guard !origins.isEmpty, origins.count < network.documents.count else { return nil }
    let one = origins.count == 1
    return "Some documents restate others: counted by where the news first came from, there "
      + "\(one ? "is" : "are") \(countInWords(origins.count, "origin")), "
      + htmlEscaped(listed(origins)) + ". Support is counted in origins throughout."
  }

  private var centreSentence: String? {
    let ranking = network.rankings[Network.mainMeasure] ?? []
    let central = ranking.prefix(3).filter { $0.score > 0 }
    guard !central.isEmpty else { return nil }
    let names = central.map { "\(link(to: $0.entity)) (\(scoreText($0.score)))" }
    return
      "On the shortest connections between others stand, most often, \(listed(names)); the numbers "
      + "are betweenness, and the <a href=\"#ranking\">ranking</a> has the rest."
  }

  private var supportSentence: String? {
    let best = relations.filter { $0.origins > 1 }
      .sorted { $0.isMoreWidelyStated(than: $1) }
      .prefix(3)
    guard !best.isEmpty else {
      return relations.isEmpty ? nil : "No relation is stated by more than one origin."
    }
    let lines = best.map { relation in
      "\(line(relation)) (\(countInWords(relation.origins, "origin"))) "
        + citations(notes.numbers(of: relation.evidence), limit: 4)
    }
    return "Most widely stated: " + lines.joined(separator: "; ") + "."
  }

  private var conflictSentence: String? {
    guard !network.conflicts.isEmpty else {
      return network.documents.count > 1
        ? "No two values were found to differ between the documents." : nil
    }
    let open = network.conflicts.filter(\.verdict.isConflict)
    let dissolved = network.conflicts.count - open.count
    var text: String
    if open.isEmpty {
      text = "The documents contradict each other on no question."
    } else {
      let questions = open.prefix(4).map {
        "<a href=\"#conflict-\(htmlEscaped($0.id))\">\(htmlEscaped($0.about))</a>"
      }
      text = "The documents contradict each other on \(countInWords(open.count, "question")): "
      text +=
        open.count > 4
        ? questions.joined(separator: ", ") + " and \(open.count - 4) more."
        : listed(questions) + "."
    }
    if dissolved > 0 {
      let noun = open.isEmpty ? "difference" : "further difference"
      text += " \(capitalized(countInWords(dissolved, noun))) "
      text += "can be explained or cannot be compared; the reason stands with each."
    }
    return text
  }

  private var hedgeSentence: String? {
    let kinds: [(Int, String)] = [
      (network.relations.count { $0.modality == .alleged }, "alleged"),
      (network.relations.count { $0.modality == .believed }, "believed"),
      (network.relations.count { $0.modality == .planned }, "planned"),
      (network.relations.count { $0.polarity == .denied }, "denied"),
    ]
    let parts = kinds.filter { $0.0 > 0 }.map { "\(countInWords($0.0, "relation")) as \($0.1)" }
    guard !parts.isEmpty else { return nil }
    return
      "The documents give \(listed(parts)), not as plain fact; they are marked so wherever they "
      + "appear."
  }
}
