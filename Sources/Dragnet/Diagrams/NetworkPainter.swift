import DragnetDiagram
import DragnetText
import Foundation

/// Turns entities and folds of one network into nodes, lines and legend of a diagram.
struct NetworkPainter {
  let network: Network
  let link: (Relation) -> String?
  let entityLink: (Entity) -> String?
  private let names: [String: String]
  private let sources: [DocumentID: String]
  private let contested: Contested

  init(
    _ network: Network, link: @escaping (Relation) -> String?,
    entityLink: @escaping (Entity) -> String?
  ) {
    self.network = network
    self.link = link
    self.entityLink = entityLink
    names = Dictionary(network.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a })
    sources = Dictionary(
      network.documents.map { ($0.id, $0.source ?? $0.title ?? $0.name) },
      uniquingKeysWith: { a, _ in a })
    contested = Contested(network)
  }

  init(_ network: Network, _ links: FigureLinks) {
    self.init(network, link: links.relation, entityLink: links.entity)
  }

  /// An entity as a shape.
  func node(
    _ entity: Entity, size: Double, emphasis: Diagram.Emphasis = .normal
  ) -> Diagram.Node {
    Diagram.Node(
      id: entity.id, kind: entity.type.rawValue, label: entity.name,
      detail: detail(of: entity),
      tooltip: tooltip(of: entity), link: entityLink(entity), size: size, emphasis: emphasis,
      isMarked: contested.questions[entity.id] != nil, classes: ["entity"])
  }

  /// Relations between the same two as a line.
  func line(_ fold: Fold, start: String? = nil) -> Diagram.Line {
    fold.line(
      names: names, sources: sources, contested: contested.relations, start: start, link: link)
  }

  /// What occurs in a diagram, and what it means.
  func legend(nodes: [Diagram.Node], lines: [Diagram.Line]) -> [Diagram.LegendEntry] {
    var entries: [Diagram.LegendEntry] = []
    for type in EntityType.allCases where nodes.contains(where: { $0.kind == type.rawValue }) {
      entries.append(.init(.kind(type.rawValue), type.title))
    }
    for family in RelationFamily.allCases {
      let name = family.rawValue
      let occurs = lines.contains { line in
        line.emphasis != .faint
          && (line.family == name || line.labels.contains { $0.family == name })
      }
      if occurs { entries.append(.init(.family(name), family.title)) }
    }
    if lines.contains(where: { $0.dash == .dashed || $0.labels.contains(where: \.isTentative) }) {
      entries.append(.init(.dash(.dashed), "Alleged, believed or planned"))
    }
    if lines.contains(where: { $0.dash == .dotted }) {
      entries.append(.init(.dash(.dotted), "Denied"))
    }
    if nodes.contains(where: \.isMarked)
      || lines.contains(where: { $0.labels.contains(where: \.isMarked) })
    {
      entries.append(.init(.mark, "Documents disagree"))
    }
    return entries
  }

  /// The most useful few words that the name does not say already.
  private func detail(of entity: Entity) -> String? {
    let attributes = entity.attributes
    let country = attributes.country.flatMap(countryName)
    let parts: [String?] =
      switch entity.type {
      case .person: [attributes.role ?? country]
      case .organization, .agency: [attributes.office, attributes.seat ?? country]
      case .place: [country]
      case .group, .other: [country]
      }
    let name = entity.name.lowercased()
    let told = parts.compactMap(\.self).filter { part in
      // "Danish navy" tells its country by its first letters.
      let key = part.lowercased()
      return !name.contains(key) && !name.contains(key.prefix(max(4, key.count - 2)))
    }
    return told.isEmpty ? nil : told.joined(separator: ", ")
  }

  private func tooltip(of entity: Entity) -> String {
    var lines = ["\(entity.name) (\(entity.type.title.lowercased()))"]
    if !entity.aliases.isEmpty {
      lines.append("Also: " + entity.aliases.prefix(6).joined(separator: "; "))
    }
    let documents = Set(entity.mentions.map(\.document)).count
    if documents > 0 {
      lines.append(
        "\(counted(entity.mentions.count, "mention")) in \(counted(documents, "document"))")
    }
    for question in contested.questions[entity.id]?.prefix(4) ?? [] {
      lines.append("Documents disagree: " + question)
    }
    return lines.joined(separator: "\n")
  }

  private func countryName(_ code: String) -> String? {
    Locale(identifier: "en_US").localizedString(forRegionCode: code)
  }
}

/// *1 mention*, *2 mentions*.
func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
  number == 1 ? "1 \(noun)" : "\(number) \(plural ?? noun + "s")"
}

extension EntityType {
  /// Its name in a legend.
  var title: String {
    switch self {
    case .person: "Person"
    case .organization: "Organization"
    case .agency: "Agency of a state"
    case .place: "Place"
    case .group: "Group of people"
    case .other: "Other"
    }
  }
}

/// What the documents of a network disagree on.
private struct Contested {
  /// Ids of relations.
  private(set) var relations: Set<String> = []
  /// By entity: each question with its rival values.
  private(set) var questions: [String: [String]] = [:]

  init(_ network: Network) {
    struct Key: Hashable {
      let from: String
      let to: String
      let type: String
    }
    let same = Dictionary(grouping: network.relations) {
      Key(from: $0.from, to: $0.to, type: $0.type)
    }
    for group in same.values where Set(group.map(\.polarity)).count > 1 {
      relations.formUnion(group.map(\.id))
    }
    let open = network.conflicts.filter {
      $0.verdict == .conflict || $0.verdict == .internalConflict
    }
    for conflict in open {
      let values = conflict.values.map(\.value).joined(separator: " / ")
      for entity in conflict.entities {
        questions[entity, default: []].append("\(conflict.about): \(values)")
      }
      let evidence = conflict.values.flatMap(\.evidence)
      for relation in network.relations where disputes(conflict, evidence, relation) {
        relations.insert(relation.id)
      }
    }
  }

  /// True when the conflict is about the relation's ends and rests on the same words.
  private func disputes(
    _ conflict: Conflict, _ evidence: [Evidence], _ relation: Relation
  ) -> Bool {
    let ends = [relation.from, relation.to]
    let isAboutEnds =
      conflict.entities.count > 1
      ? ends.allSatisfy(conflict.entities.contains)
      : ends.contains { conflict.entities.contains($0) }
    guard isAboutEnds else { return false }
    return relation.evidence.contains { own in
      evidence.contains {
        $0.document == own.document && $0.start < own.end && own.start < $0.end
      }
    }
  }
}
