import DragnetDiagram
import DragnetText

extension Network {
  /// The overview map: the main entities and what ties them.
  ///
  /// Shapes by type of entity, type size by a measure, lines by family of relation, their width by
  /// number of independent origins; dashed where nothing is said as fact, dotted where all is denied.
  /// Relations between the same two are one line. Entities without relations and reports by outlets
  /// are left out, and of the rest those beyond `limit` that matter least; the note on the map says so.
  /// Communities stand on soft shapes, each named after its most important member.
  ///
  /// - Parameters:
  ///   - title: the headline.
  ///   - measure: name of one of `rankings`; where there is none of that name, the number of
  ///     neighbors takes its place.
  ///   - limit: the most entities to show.
  ///   - link: where a line leads: to the evidence of its best attested relation.
  ///   - entityLink: where an entity leads.
  /// - Complexity: O(*n* log *n* + *m* log *m*) for *n* entities and *m* relations, conflicts aside.
  public func overviewDiagram(
    title: String, by measure: String = "betweenness", limit: Int = 60,
    link: @escaping (Relation) -> String? = { _ in nil },
    entityLink: @escaping (Entity) -> String? = { _ in nil }
  ) -> Diagram {
    let painter = NetworkPainter(self, link: link, entityLink: entityLink)
    let folds = Fold.all(of: drawnRelations)
    let importance = Importance(self, folds: folds, measure: measure)
    let shown = importance.mostImportant(limit)
    let visible = folds.filter { shown.contains($0.from) && shown.contains($0.to) }
    let drawn = mainFolds(visible, limit: max(2 * limit, 40))
    let nodes = entities.filter { shown.contains($0.id) }.map {
      painter.node($0, size: importance.score(of: $0.id))
    }
    let lines = drawn.map { painter.line($0) }
    var diagram = Diagram(
      title: title,
      subtitle: "Who is linked to whom in \(counted(documents.count, "document")). "
        + "Line weight shows the number of independent origins; type size shows \(importance.meaning).",
      nodes: nodes, lines: lines, legend: painter.legend(nodes: nodes, lines: lines),
      notes: mapNotes(
        shown: shown.count, linked: importance.count, drawn: drawn.count, visible: visible.count))
    diagram.clusters = communityShapes(drawn, importance, among: shown)
    return diagram
  }

  /// The best attested folds, and for every entity the one that ties it best.
  func mainFolds(_ folds: [Fold], limit: Int) -> [Fold] {
    guard folds.count > limit else { return folds }
    var tied: Set<String> = []
    let first = Set(
      folds.filter { fold in
        let isNew = !tied.contains(fold.from) || !tied.contains(fold.to)
        tied.formUnion([fold.from, fold.to])
        return isNew
      }.map(\.id))
    var room = limit - first.count
    return folds.filter { fold in
      if first.contains(fold.id) { return true }
      room -= 1
      return room >= 0
    }
  }

  /// Relations between two different known entities, without those that only say who reported.
  var drawnRelations: [Relation] {
    let known = Set(entities.map(\.id))
    return relations.filter {
      $0.from != $0.to && known.contains($0.from) && known.contains($0.to)
        && $0.type != "reported_on"
    }
  }

  func mapNotes(
    shown: Int, linked: Int, drawn: Int, visible: Int, because earlier: [String] = []
  ) -> [String] {
    var omissions = earlier
    if linked > shown {
      omissions.append("\(linked - shown) of \(linked) linked entities, those that matter least")
    }
    if visible > drawn {
      omissions.append("\(visible - drawn) of \(visible) links, the least attested")
    }
    if earlier.isEmpty, entities.count > linked {
      omissions.append(
        counted(
          entities.count - linked, "entity without a relation", plural: "entities without relations"
        ))
    }
    if relations.contains(where: { $0.type == "reported_on" }) {
      omissions.append("who reported on whom")
    }
    return omissions.isEmpty ? [] : ["Left out: " + omissions.joined(separator: "; ") + "."]
  }
}

/// How much each linked entity matters: its score by a measure and its ties.
struct Importance {
  private var scores: [String: Double] = [:]
  private var order: [String] = []
  private var neighbors: [String: [String]] = [:]
  /// What type size shows, as the end of a sentence.
  let meaning: String

  /// Number of entities with at least one tie.
  var count: Int { order.count }

  init(_ network: Network, folds: [Fold], measure: String) {
    var strength: [String: Int] = [:]
    for fold in folds {
      for (end, other) in [(fold.from, fold.to), (fold.to, fold.from)] {
        strength[end, default: 0] += fold.strength
        neighbors[end, default: []].append(other)
      }
    }
    let ranking = network.rankings[measure] ?? []
    if ranking.contains(where: { $0.score > 0 }) {
      scores = Dictionary(
        ranking.map { ($0.entity, max(0, $0.score)) }, uniquingKeysWith: { a, _ in a })
      meaning = measure.replacing("_", with: " ")
    } else {
      scores = neighbors.mapValues { Double($0.count) }
      meaning = "the number of links"
    }
    let top = max(scores.values.max() ?? 0, .leastNonzeroMagnitude)
    // Scores such as betweenness fall off steeply; roots keep the middle apart.
    scores = scores.mapValues { ($0 / top).squareRoot() }
    let mostTies = Double(max(strength.values.max() ?? 1, 1))
    var weight: [String: Double] = [:]
    for (id, own) in strength {
      weight[id] = (scores[id] ?? 0) + 0.5 * Double(own) / mostTies
    }
    order = weight.keys.sorted { a, b in
      let (first, second) = (weight[a] ?? 0, weight[b] ?? 0)
      return first != second ? first > second : a < b
    }
  }

  /// 0...1; sets the size of the type.
  func score(of entity: String) -> Double { scores[entity] ?? 0 }

  /// The `limit` that matter most, each tied to another of them.
  func mostImportant(_ limit: Int) -> Set<String> {
    guard order.count > limit else { return Set(order) }
    var rejected: Set<String> = []
    while true {
      let chosen = Set(order.lazy.filter { !rejected.contains($0) }.prefix(max(limit, 0)))
      let loose = chosen.filter { id in
        !(neighbors[id] ?? []).contains { chosen.contains($0) }
      }
      if loose.isEmpty || chosen.isEmpty { return chosen }
      rejected.formUnion(loose)
    }
  }
}
