import DragnetText

/// `summary`: what the documents are about, in sentences put together from what they say.
struct SummaryBlock: ReportBlock {
  static let form = BlockForm(
    "summary", summary: "What the documents are about, in four sentences.", example: "summary")

  init(_ arguments: BlockArguments) {}

  func makeFigure(of matter: ReportCase) -> Figure {
    let sentences = [corpus(matter), support(matter), center(matter), conflicts(matter)]
    let best = matter.mostWidelyStated
    let open = matter.network.conflicts.filter(\.verdict.isConflict)
    return Figure(
      .text, parts: sentences.compactMap(\.self).map { .paragraph($0) },
      supports: matter.network.documents.map(matter.support) + best.map(matter.support)
        + open.map(matter.support)
        + central(matter).map { matter.support($0, measure: Network.mainMeasure) })
  }

  private func corpus(_ matter: ReportCase) -> Prose {
    let network = matter.network
    let documents = network.documents
    let dates = documents.compactMap(\.published).sorted()
    var text = capitalized(countInWords(documents.count, "document"))
    if let first = dates.first, let last = dates.last {
      let count =
        dates.count < documents.count
        ? "\(countInWords(dates.count, "of them", "of them")) dated " : ""
      text +=
        first == last
        ? " (\(count)\(first.words))" : " (\(count)\(first.words) to \(last.words))"
    }
    text += " \(documents.count == 1 ? "names" : "name") "
    text += countInWords(network.entities.count, "entity", "entities")
    text += " and \(documents.count == 1 ? "states" : "state") "
    text += countInWords(network.relations.count, "relation") + " between them"
    let origins = network.originNames
    text +=
      origins.count < documents.count
      ? "; they go back to \(countInWords(origins.count, "origin")), \(listed(origins))." : "."
    return Prose(text)
  }

  private func support(_ matter: ReportCase) -> Prose? {
    let best = matter.mostWidelyStated
    guard !best.isEmpty else { return nil }
    let lines = best.map { relation in
      matter.statement(relation, withNotes: false)
        + Prose([
          .text(" (\(countInWords(relation.origins, "origin"))) "), .notes(relation.evidence),
        ])
    }
    return Prose("Most widely stated: ") + lines.joined(separator: "; ") + "."
  }

  private func central(_ matter: ReportCase) -> [RankedEntity] {
    (matter.network.rankings[Network.mainMeasure] ?? []).prefix(3).filter { $0.score > 0 }
  }

  private func center(_ matter: ReportCase) -> Prose? {
    let places = central(matter)
    guard !places.isEmpty else { return nil }
    let names = places.map { matter.mention($0.entity) + Prose(" (\(scoreText($0.score)))") }
    return Prose("On the shortest connections between others stand, most often, ") + names.listed
      + Prose("; the numbers are betweenness.")
  }

  private func conflicts(_ matter: ReportCase) -> Prose? {
    let all = matter.network.conflicts
    guard !all.isEmpty else { return nil }
    let open = all.filter(\.verdict.isConflict)
    let explained = all.count - open.count
    var prose: Prose
    if open.isEmpty {
      prose = "The documents contradict each other on no question"
    } else {
      let questions = open.prefix(3).map { conflict in
        Prose([
          .text("\(conflict.about) "), .notes(conflict.values.compactMap(\.evidence.first)),
        ])
      }
      let more = open.count > 3 ? [Prose("\(countInWords(open.count - 3, "more", "more"))")] : []
      prose =
        Prose("The documents contradict each other on \(countInWords(open.count, "question")): ")
        + (questions + more).listed
    }
    if explained > 0 {
      prose += Prose(
        "; \(countInWords(explained, open.isEmpty ? "difference" : "further difference")) can be "
          + "explained or cannot be compared")
    }
    return prose + "."
  }
}

extension ReportCase {
  /// The three relations that most origins state as fact or otherwise.
  var mostWidelyStated: [Relation] {
    Array(
      network.relations.filter { $0.type != "reported_on" }
        .sorted { $0.isMoreWidelyStated(than: $1) }.prefix(3))
  }
}
