/// `map`: the main entities of the case and what ties them.
struct MapBlock: ReportBlock {
  static let form = BlockForm(
    "map", summary: "The main entities and what ties them.",
    options: [
      .init("limit", .number(2...400), meaning: "the most entities shown (60)"),
      .init("title", .text, meaning: "the headline of the map"),
    ], example: "map limit=40")

  private let limit: Int
  private let title: String?

  init(_ arguments: BlockArguments) {
    limit = arguments.number("limit") ?? 60
    title = arguments.value("title")
  }

  func makeFigure(of matter: ReportCase) -> Figure {
    let diagram = matter.network.overviewDiagram(
      title: title ?? matter.network.suggestedTitle, limit: limit,
      link: matter.address(of:), entityLink: matter.address(of:))
    let count = matter.network.documents.count
    return matter.picture(
      diagram,
      caption: Prose(
        "Who is linked to whom, as \(countInWords(count, "document")) "
          + (count == 1 ? "states it." : "state it.")))
  }
}
