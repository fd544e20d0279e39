import DragnetDiagram

/// What a figure of a case shows.
public enum CaseFigureKind: String, Sendable, Codable, CaseIterable {
  /// The main entities and what ties them.
  case overview
  /// One entity and those around it.
  case ego
  /// The ways from one entity to another, with the sentence on each step.
  case paths
  /// Who leads, owns and belongs to whom, from the top down.
  case hierarchy
  /// Who and what went where, in order.
  case flow
  /// What happened when, a lane for each main entity.
  case timeline
  /// One question, its rival values and who gives them.
  case contradiction
  /// All questions on which the documents differ.
  case contradictions
  /// Who published, and from whom they have it.
  case sources
  /// Which document speaks of whom.
  case mentions
  /// What is new, gone and changed between two networks.
  case difference
  /// The parts of a sentence, with arcs above the words.
  case sentence
}

/// A diagram of a case with what a page needs around it: caption, alternative text, and the same
/// content as a table.
public struct CaseFigure: Sendable, Hashable {
  /// What it shows.
  public var kind: CaseFigureKind
  /// The diagram, with headline, legend and notes on what was left out.
  public var diagram: Diagram
  /// The layout it is made for.
  public var layout: Layout
  /// One or two sentences to stand below it.
  public var caption: String
  /// What it says, for those who do not see it.
  public var altText: String
  /// Names of the table's columns.
  public var columns: [String]
  /// The table: one text per column.
  public var rows: [[String]]

  /// True when there was nothing to show; the caption says why.
  public var isEmpty: Bool { diagram.nodes.isEmpty }

  /// Makes a figure.
  public init(
    kind: CaseFigureKind, diagram: Diagram, layout: Layout = .automatic, caption: String,
    altText: String, columns: [String], rows: [[String]]
  ) {
    self.kind = kind
    self.diagram = diagram
    self.layout = layout
    self.caption = caption
    self.altText = altText
    self.columns = columns
    self.rows = rows
  }

  /// A figure of nothing, which says why.
  static func empty(_ kind: CaseFigureKind, title: String, why: String, columns: [String])
    -> CaseFigure
  {
    CaseFigure(
      kind: kind, diagram: Diagram(title: title, subtitle: why), caption: why,
      altText: "An empty figure. " + why, columns: columns, rows: [])
  }
}

/// Where a click on a part of a figure leads; nil for nowhere.
public struct FigureLinks: Sendable {
  /// Of an entity.
  public var entity: @Sendable (Entity) -> String?
  /// Of a relation.
  public var relation: @Sendable (Relation) -> String?
  /// Of a question on which documents differ.
  public var conflict: @Sendable (Conflict) -> String?
  /// Of a document.
  public var document: @Sendable (Network.Text) -> String?
  /// Of a community that is drawn as one node, by its number from 1.
  public var community: @Sendable (Int) -> String?

  /// Makes links; by default nothing leads anywhere.
  public init(
    entity: @escaping @Sendable (Entity) -> String? = { _ in nil },
    relation: @escaping @Sendable (Relation) -> String? = { _ in nil },
    conflict: @escaping @Sendable (Conflict) -> String? = { _ in nil },
    document: @escaping @Sendable (Network.Text) -> String? = { _ in nil },
    community: @escaping @Sendable (Int) -> String? = { _ in nil }
  ) {
    self.entity = entity
    self.relation = relation
    self.conflict = conflict
    self.document = document
    self.community = community
  }
}

/// What every figure of a case can be told.
public struct FigureOptions: Sendable {
  /// The headline; nil takes the figure's own.
  public var title: String?
  /// The most entities, events, questions or documents to show; nil takes the figure's own limit.
  public var limit: Int?
  /// Name of one of the network's rankings; sets what is large and what stays when room is short.
  public var measure: String
  /// Where clicks lead.
  public var links: FigureLinks

  /// Makes options.
  public init(
    title: String? = nil, limit: Int? = nil, measure: String = Network.mainMeasure,
    links: FigureLinks = FigureLinks()
  ) {
    self.title = title
    self.limit = limit
    self.measure = measure
    self.links = links
  }
}

extension Network {
  /// One entity and those around it: `egoDiagram` with caption and table.
  ///
  /// - Returns: nil when the network has no such entity.
  public func egoFigure(
    around entityID: String, radius: Int = 1, _ options: FigureOptions = FigureOptions()
  ) throws(DrawingError) -> CaseFigure? {
    egoDiagram(
      around: entityID, radius: radius, title: options.title, limit: options.limit ?? 40,
      link: options.links.relation, entityLink: options.links.entity
    ).map { figure(.ego, $0, layout: .neato) }
  }

  /// A diagram of entities and folds, with the relations it shows as a table.
  func figure(_ kind: CaseFigureKind, _ diagram: Diagram, layout: Layout) -> CaseFigure {
    let index = CaseIndex(self)
    let shown = Set(diagram.lines.map(\.id))
    let folds = Fold.all(of: drawnRelations).filter { shown.contains($0.id) }
    let best = folds.prefix(6).compactMap { fold in
      fold.relations.first.map {
        "\(index.name($0.from)) – \(index.verb($0)) – \(index.name($0.to))"
      }
    }
    return CaseFigure(
      kind: kind, diagram: diagram, layout: layout,
      caption: "\(counted(diagram.nodes.count, "entity", plural: "entities")) and "
        + "\(counted(diagram.lines.count, "link")) from \(counted(documents.count, "document"))."
        + (diagram.notes.first { $0.hasPrefix("Left out") }.map { " " + $0 } ?? ""),
      altText:
        "\(diagram.title). \(counted(diagram.nodes.count, "entity", plural: "entities")) and "
        + "\(counted(diagram.lines.count, "link"))."
        + (best.isEmpty ? "" : " Best attested: " + best.joined(separator: "; ") + "."),
      columns: ["From", "Relation", "To", "Standing", "Date", "Origins", "Sentence"],
      rows: folds.flatMap(\.relations).map { relation in
        [
          index.name(relation.from), index.verb(relation), index.name(relation.to),
          relation.modality.rawValue, relation.date?.description ?? "", String(relation.origins),
          index.mainEvidence(relation).map(index.sourced) ?? "",
        ]
      })
  }
}
