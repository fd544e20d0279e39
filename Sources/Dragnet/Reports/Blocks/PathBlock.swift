import DragnetText

/// `path "A" "B"`: how two entities are connected.
struct PathBlock: ReportBlock {
  static let form = BlockForm(
    "path", summary: "How two entities are connected.",
    values: [
      .init("start", .text, isRequired: true, meaning: "the name of an entity"),
      .init("end", .text, isRequired: true, meaning: "the name of an entity"),
    ],
    options: [.init("k", .number(1...50), meaning: "how many paths, longer ones too (3)")],
    example: #"path "Rui Almada" "Erik Solheim" k=3"#)

  private let names: (start: String, end: String)
  private let places: (start: BlockPlace, end: BlockPlace)
  private let count: Int

  init(_ arguments: BlockArguments) {
    names = (arguments.value("start") ?? "", arguments.value("end") ?? "")
    places = (arguments.place(of: "start"), arguments.place(of: "end"))
    count = arguments.number("k") ?? 3
  }

  func makeFigure(of matter: ReportCase) throws(BlockError) -> Figure {
    let start = try matter.entity(names.start, at: places.start)
    let end = try matter.entity(names.end, at: places.end)
    guard start.id != end.id else {
      throw BlockError(
        places.end, "'\(names.start)' and '\(names.end)' are the same entity, \(start.name)",
        expected: "two entities")
    }
    let paths: [NetworkPath]
    do {
      paths = try matter.network.paths(from: start, to: end, limit: count, withLonger: true)
    } catch { throw BlockError(places.start, "the paths could not be found: \(error)") }
    let ends = matter.mention(start.id) + " to " + matter.mention(end.id)
    guard let shortest = paths.first?.steps.count, let longest = paths.last?.steps.count else {
      return Figure(
        .text, parts: [.paragraph(Prose("No path leads from ") + ends + " in the documents.")],
        supports: [matter.support(start), matter.support(end)])
    }
    let diagram = matter.network.pathDiagram(
      paths.map(\.entities), link: matter.address(of:), entityLink: matter.address(of:))
    let steps =
      shortest == longest
      ? countInWords(longest, "step") : "\(shortest) to \(longest) steps"
    return matter.picture(
      diagram,
      caption: Prose(capitalized(countInWords(paths.count, "path")) + " of \(steps) from ") + ends
        + Prose(
          ". A path is no surer than its weakest step: behind that of the first stands "
            + "\(countInWords(paths[0].origins, "origin")), read with confidence "
            + "\(twoDecimals(paths[0].confidence))."))
  }
}
