/// `ego "X"`: one entity and those it is linked to.
struct EgoBlock: ReportBlock {
  static let form = BlockForm(
    "ego", summary: "One entity and those it is linked to.",
    values: [.init("entity", .text, isRequired: true, meaning: "the name of an entity")],
    options: [
      .init("radius", .number(1...4), meaning: "how many steps away it shows (1)"),
      .init("limit", .number(1...200), meaning: "the most entities around it (40)"),
    ], example: #"ego "Blue Heron Shipping" radius=2"#)

  private let name: String
  private let place: BlockPlace
  private let radius: Int
  private let limit: Int

  init(_ arguments: BlockArguments) {
    name = arguments.value("entity") ?? ""
    place = arguments.place(of: "entity")
    radius = arguments.number("radius") ?? 1
    limit = arguments.number("limit") ?? 40
  }

  func makeFigure(of matter: ReportCase) throws(BlockError) -> Figure {
    let center = try matter.entity(name, at: place)
    guard
      let diagram = matter.network.egoDiagram(
        around: center.id, limit: limit, link: matter.address(of:),
        entityLink: matter.address(of:))
    else { throw BlockError(place, "no entity is called '\(name)'") }
    let steps = radius == 1 ? "directly" : "in at most \(countInWords(radius, "step"))"
    return matter.picture(
      diagram,
      caption: matter.mention(center.id) + Prose(" and those it is linked to \(steps)."))
  }
}
