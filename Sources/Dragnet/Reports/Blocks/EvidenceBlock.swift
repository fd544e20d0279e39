/// `evidence "A" "B"`: the sentences that tie two entities, or that state anything of one.
struct EvidenceBlock: ReportBlock {
  static let form = BlockForm(
    "evidence", summary: "The sentences that tie two entities, or that state anything of one.",
    values: [
      .init("entity", .text, isRequired: true, meaning: "the name of an entity"),
      .init("other", .text, meaning: "the name of another"),
    ],
    options: [.init("limit", .number(1...500), meaning: "the most sentences (40)")],
    example: #"evidence "Rui Almada" "Blue Heron Shipping""#)

  private let name: String
  private let otherName: String?
  private let places: (BlockPlace, BlockPlace)
  private let limit: Int

  init(_ arguments: BlockArguments) {
    name = arguments.value("entity") ?? ""
    otherName = arguments.value("other")
    places = (arguments.place(of: "entity"), arguments.place(of: "other"))
    limit = arguments.number("limit") ?? 40
  }

  func makeFigure(of matter: ReportCase) throws(BlockError) -> Figure {
    let entity = try matter.entity(name, at: places.0)
    let other = try otherName.map { name throws(BlockError) in
      try matter.entity(name, at: places.1)
    }
    let relations = (matter.relationsByEntity[entity.id] ?? []).filter { relation in
      other.map { relation.from == $0.id || relation.to == $0.id } ?? true
    }
    let subject =
      matter.mention(entity.id) + (other.map { Prose(" and ") + matter.mention($0.id) } ?? Prose())
    guard !relations.isEmpty else {
      let none = other == nil ? "No sentence states anything of " : "No sentence ties "
      return Figure(
        .text, parts: [.paragraph(Prose(none) + subject + ".")],
        supports: [matter.support(entity)] + (other.map { [matter.support($0)] } ?? []))
    }
    let rows = relations.flatMap { relation in
      relation.evidence.map { evidence -> [Prose] in
        let speaker = evidence.speaker.map { Prose(", as said by \($0)") } ?? Prose()
        return [
          matter.statement(relation, withNotes: false),
          Prose([.quote(evidence.sentence), .text(" "), .notes([evidence])]),
          matter.mention(evidence.document) + speaker,
        ]
      }
    }
    let caption =
      Prose(other == nil ? "What is said of " : "What ties ") + subject
      + Prose(", sentence by sentence.")
    return Figure(
      .table,
      caption: rows.count > limit
        ? caption + Prose(" The first \(limit) of \(rows.count).") : caption,
      parts: [
        .table(
          FigureTable(
            "Sentences", columns: [.init("Relation"), .init("Sentence"), .init("Given by")],
            rows: Array(rows.prefix(limit))))
      ], supports: relations.map(matter.support))
  }
}
