import DragnetText

/// A report without a template: what a case is about, its map, who matters and why, where the
/// documents disagree, what is dated, a card for each main entity, the sources, the method, and the
/// evidence behind all of it.
///
/// It is made of the blocks that templates are made of, so the template it gives is a start for one's
/// own.
public struct Dossier: Sendable {
  /// The report.
  public let report: Report
  /// The template it is made from.
  public let template: String

  /// Prepares a dossier.
  ///
  /// - Parameters:
  ///   - title: the headline; by default the names of the highest ranked entities.
  ///   - cardLimit: how many entities get a card: the highest ranked first, places after all others.
  public init(_ network: Network, title: String? = nil, cardLimit: Int = 12) {
    self.init(matter: ReportCase(network), title: title, cardLimit: cardLimit)
  }

  /// Prepares a dossier of a case, whose names may be roles.
  public init(matter: ReportCase, title: String? = nil, cardLimit: Int = 12) {
    let network = matter.network
    let linked = network.entitiesByRank.filter { matter.relationsByEntity[$0.id] != nil }
    let headline = matter.safe(title ?? network.suggestedTitle)
    var sections = [("What this is about", ["summary"])]
    if !linked.isEmpty {
      sections.append(("Map", ["map title=\(quoted(headline))"]))
      sections.append(("Who matters, and why", ["ranking betweenness top=12"]))
    }
    sections.append(("Where the documents disagree", ["conflicts"]))
    sections.append(("Timeline", ["timeline"]))
    // Who acts comes before where it was.
    let isPlace = { (entity: Entity) in entity.type == .place || entity.type == .other }
    let cards = (linked.filter { !isPlace($0) } + linked.filter(isPlace)).prefix(cardLimit)
    if !cards.isEmpty {
      sections.append(("Main entities", cards.map { "entity \(quoted($0.id))" }))
    }
    sections += [("Sources and their origins", ["sources"]), ("Method and limits", ["method"])]
    let blocks = sections.map { heading, blocks in
      "## \(heading)\n\n" + blocks.map { "```dragnet\n\($0)\n```\n" }.joined(separator: "\n")
    }
    template = "# \(markdownEscaped(headline))\n\n" + blocks.joined(separator: "\n")
    report = Report(template, name: headline, matter: matter)
  }

  /// The name of the file a dossier is written to, which links from other files lead to.
  public static let fileName = "report.html"

  /// Where a link on a relation leads: to its first sentence in the dossier's file.
  public func address(of relation: Relation) -> String? {
    report.matter.address(of: relation).map { Dossier.fileName + $0 }
  }

  /// Where a link on an entity leads: to its card in the dossier's file, if it has one.
  public func address(of entity: Entity) -> String? {
    guard report.blocks.contains(where: { $0.figure?.entity == entity.id }) else { return nil }
    return report.matter.address(of: entity).map { Dossier.fileName + $0 }
  }
}

/// A text as a value of a block.
private func quoted(_ text: String) -> String {
  "\""
    + singleLine(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}
