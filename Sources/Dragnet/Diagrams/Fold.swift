import DragnetDiagram
import DragnetText

/// Relations between the same two entities, drawn as one line.
struct Fold {
  /// Ends in the direction of the best attested relation.
  let from: String
  let to: String
  /// Best attested first: most origins, then highest confidence, then label and id.
  let relations: [Relation]
  /// Names of all their origins.
  let origins: Set<String>

  /// Folds the relations of a network by pair of entities, best attested pair first.
  static func all(of relations: [Relation]) -> [Fold] {
    let pairs = Dictionary(grouping: relations) { Pair($0.from, $0.to) }
    return pairs.values.map(Fold.init).sorted { a, b in
      (b.strength, b.relations.count, a.id) < (a.strength, a.relations.count, b.id)
    }
  }

  private struct Pair: Hashable {
    let low: String
    let high: String

    init(_ a: String, _ b: String) {
      low = min(a, b)
      high = max(a, b)
    }
  }

  private init(_ unordered: [Relation]) {
    relations = unordered.sorted { a, b in
      if a.origins != b.origins { return a.origins > b.origins }
      if a.confidence != b.confidence { return a.confidence > b.confidence }
      return (a.type, a.id) < (b.type, b.id)
    }
    from = relations[0].from
    to = relations[0].to
    origins = Set(relations.flatMap(\.originIDs))
  }

  /// Names the line: the ends' ids.
  var id: String { min(from, to) + "--" + max(from, to) }
  /// Number of independent origins; what the line's width shows.
  var strength: Int { max(origins.count, relations[0].origins) }
  /// Its color goes by the best attested relation.
  var family: RelationFamily { RelationFamily(label: relations[0].type) }

  /// The line, as seen from one end when `start` is given.
  func line(
    names: [String: String], sources: [DocumentID: String], contested: Set<String>,
    start: String? = nil, link: (Relation) -> String?
  ) -> Diagram.Line {
    let tail = start ?? from
    let isTurned = tail != from
    let runsForward = relations.contains { !$0.isMutual && $0.from == tail }
    let runsBackward = relations.contains { !$0.isMutual && $0.from != tail }
    let direction: Diagram.Direction =
      runsForward ? (runsBackward ? .both : .forward) : (runsBackward ? .backward : .none)
    return Diagram.Line(
      id: id, from: tail, to: isTurned ? from : to, family: family.rawValue,
      labels: labels(tail: tail, isTwoWay: direction == .both, contested: contested),
      tooltip: tooltip(names: names, sources: sources),
      link: relations.lazy.compactMap(link).first,
      width: 0.9 + 0.8 * Double(min(strength, 6) - 1), dash: dash, direction: direction,
      classes: ["relation"] + relations.prefix(12).map { "relation-" + $0.id })
  }

  /// Solid when something is said as fact, dotted when all is denied, dashed otherwise.
  private var dash: Diagram.Dash {
    let asserted = relations.filter { $0.polarity == .asserted }
    if asserted.isEmpty { return .dotted }
    return asserted.contains { $0.modality == .fact } ? .solid : .dashed
  }

  /// Each wording once, those of most origins first. What holds both ways alike has no arrow; what is
  /// said of each way by itself has one with two heads.
  private func labels(
    tail: String, isTwoWay: Bool, contested: Set<String>
  ) -> [Diagram.Label] {
    var labels: [(label: Diagram.Label, origins: Set<String>, count: Int)] = []
    for relation in relations {
      let words = relation.type.replacing("_", with: " ")
      let text = relation.polarity == .denied ? "denied: " + words : words
      let direction: Diagram.Direction =
        isTwoWay && !relation.isMutual ? (relation.from == tail ? .forward : .backward) : .none
      let place =
        labels.firstIndex { $0.label.text == text } ?? labels.count
      if place == labels.count {
        labels.append(
          (
            Diagram.Label(
              text, direction: direction, family: RelationFamily(label: relation.type).rawValue,
              isTentative: true), [], 0
          ))
      }
      if labels[place].label.direction != direction { labels[place].label.direction = .both }
      if relation.modality == .fact { labels[place].label.isTentative = false }
      if contested.contains(relation.id) { labels[place].label.isMarked = true }
      labels[place].origins.formUnion(relation.originIDs)
      labels[place].count = max(
        labels[place].count, relation.origins, labels[place].origins.count)
    }
    return labels.enumerated().sorted { a, b in
      (b.element.count, a.offset) < (a.element.count, b.offset)
    }.map(\.element.label)
  }

  /// One relation per paragraph, each with the sentence it rests on and who published it.
  private func tooltip(names: [String: String], sources: [DocumentID: String]) -> String {
    relations.prefix(5).map { relation in
      let words = relation.type.replacing("_", with: " ")
      var text = "\(names[relation.from] ?? "") – \(words) – \(names[relation.to] ?? "")"
      var remarks: [String] = []
      if relation.polarity == .denied { remarks.append("denied") }
      if relation.modality != .fact { remarks.append(relation.modality.rawValue) }
      if let date = relation.date { remarks.append(date.description) }
      remarks.append(relation.origins == 1 ? "1 origin" : "\(relation.origins) origins")
      text += " (\(remarks.joined(separator: ", ")))"
      for evidence in relation.evidence.prefix(2) {
        let source = sources[evidence.document].map { " — \($0)" } ?? ""
        text += "\n“\(evidence.sentence.replacing("\n", with: " "))”\(source)"
      }
      return text
    }.joined(separator: "\n")
  }
}

extension Relation {
  /// True when it holds of both ends alike, whichever the sentence named first.
  fileprivate var isMutual: Bool { !directed || Relation.mutualTypes.contains(type) }

  private static let mutualTypes: Set<String> = [
    "competes_with", "cooperates_with", "works_with", "partner_of", "ally_of", "associated_with",
    "associate_of", "related_to", "linked_to", "sibling_of", "spouse_of", "friend_of", "met",
    "met_with", "married", "merged_with", "signed_with", "negotiated_with", "borders",
  ]
}
