import DragnetText

/// `entity "X"`: the card of one entity.
struct EntityBlock: ReportBlock {
  static let form = BlockForm(
    "entity", summary: "One entity: kind, names, relations with quotations, sources, differing values.",
    values: [.init("entity", .text, isRequired: true, meaning: "the name of an entity")],
    options: [
      .init("relations", .number(0...500), meaning: "the most relations listed (12)"),
      .init("quotes", .words(["yes", "no"]), meaning: "no leaves out the words of the documents"),
    ], example: #"entity "Rui Almada""#)

  private let name: String
  private let place: BlockPlace
  private let limit: Int
  private let hasQuotes: Bool

  init(_ arguments: BlockArguments) {
    name = arguments.value("entity") ?? ""
    place = arguments.place(of: "entity")
    limit = arguments.number("relations") ?? 12
    hasQuotes = arguments.value("quotes") != "no"
  }

  func makeFigure(of matter: ReportCase) throws(BlockError) -> Figure {
    let entity = try matter.entity(name, at: place)
    let relations = matter.relationsByEntity[entity.id] ?? []
    let shown = relations.prefix(limit)
    var quoted: Set<Evidence> = []
    let statements = shown.map { relation -> Prose in
      var line = matter.statement(relation)
      // A sentence that states several things is quoted with the first of them.
      if hasQuotes, let first = relation.evidence.first, quoted.insert(first).inserted {
        line += Prose([.text(" "), .quote(first.sentence)])
      }
      return line
    }
    let conflicts = matter.network.conflicts.filter { $0.entities.contains(entity.id) }
    var parts: [Figure.Part] = [.facts(facts(entity, relations, in: matter))]
    if !statements.isEmpty { parts.append(.list(Array(statements))) }
    if relations.count > shown.count {
      parts.append(.paragraph(Prose("\(relations.count - shown.count) more relations are stated.")))
    }
    if !conflicts.isEmpty { parts.append(.list(conflicts.map { differing($0) })) }
    return Figure(
      .text, heading: entity.name, parts: parts,
      supports: [matter.support(entity), matter.aliasSupport(entity)]
        + shown.map(matter.support) + conflicts.map(matter.support), entity: entity.id)
  }

  private func facts(
    _ entity: Entity, _ relations: [Relation], in matter: ReportCase
  ) -> [Figure.Fact] {
    let attributes = entity.attributes
    var facts = [Figure.Fact("Kind", Prose(entity.type.title.lowercased()))]
    func add(_ name: String, _ text: String?) {
      if let text { facts.append(Figure.Fact(name, Prose(text))) }
    }
    if !entity.aliases.isEmpty {
      let names = entity.aliases.prefix(8).map { "“\($0)”" }.joined(separator: ", ")
      let more = entity.aliases.count > 8 ? " and \(entity.aliases.count - 8) more" : ""
      add("Also called", names + more)
    }
    add("Role", attributes.role)
    add("Kind of body", attributes.office)
    add("Seat", attributes.seat)
    add("Country", attributes.country.map(countryName))
    add("Number of people", attributes.count.map(String.init))
    var counts: [DocumentID: Int] = [:]
    for mention in entity.mentions { counts[mention.document, default: 0] += 1 }
    let documents = matter.network.documents.filter { counts[$0.id] != nil }
    if !documents.isEmpty {
      let list = documents.map { matter.mention($0.id) + Prose(" (\(counts[$0.id] ?? 0))") }
      facts.append(Figure.Fact("Mentioned in", list.joined(separator: ", ")))
    }
    let origins = Set(relations.flatMap(\.originIDs)).count
    if !relations.isEmpty {
      let surest = relations.map(\.confidence).max() ?? 0
      add(
        "Grade",
        "\(countInWords(relations.count, "relation")) from \(countInWords(origins, "origin")); "
          + "read with confidence up to \(twoDecimals(surest))")
    }
    return facts
  }

  private func differing(_ conflict: Conflict) -> Prose {
    let values = conflict.values.map { value in
      Prose([.strong(value.value), .text(" "), .notes(value.evidence)])
    }
    return Prose([
      .text("The documents differ on \(conflict.about): ")
    ]) + values.joined(separator: " / ")
      + Prose([
        .text(" ("),
        conflict.verdict.isConflict ? .hedge(conflict.verdict.words) : .text(conflict.verdict.words),
        .text(")"),
      ])
  }
}
