/// `method`: how the report came about, and what it cannot tell.
struct MethodBlock: ReportBlock {
  static let form = BlockForm(
    "method", summary: "How the report came about, and what it cannot tell.", example: "method")

  init(_ arguments: BlockArguments) {}

  func makeFigure(of matter: ReportCase) -> Figure {
    let version = matter.network.dragnet.version
    return Figure(
      .text,
      parts: [
        .paragraph(
          Prose(
            "Dragnet \(version) read each document by itself: its sentences, the people, "
              + "organizations, agencies, places and groups in it, and what it says they did. Names of "
              + "several documents were joined where they were judged to mean the same. Nothing was "
              + "looked up elsewhere, and the same documents always give this same report.")),
        .paragraph(
          Prose(
            "Measured: \(MeasuredNetwork(matter.network).description). A high rank says that a name "
              + "connects others in these documents. It does not say that anyone did wrong.")),
        .facts([
          Figure.Fact(
            "Relation",
            Prose([
              .text("What a text says of two entities, not what is so. "), .hedge("Alleged"),
              .text(", "), .hedge("believed"), .text(", "), .hedge("planned"), .text(" and "),
              .hedge("denied"), .text(" are the texts’ own reservations."),
            ])),
          Figure.Fact(
            "Origin",
            "A text that names another outlet as its source, or copies its words, adds no support of its own."
          ),
          Figure.Fact("Confidence", "How likely it is that the sentence was read rightly."),
          Figure.Fact(
            "Conflict",
            "Values that cannot all be right. What arithmetic, units, dates or a narrower scope explain is listed with the reason."
          ),
        ]),
        .paragraph(
          "The program makes mistakes: it misses relations, joins two people of one name, keeps apart one person of two names, and takes a figure for another. Read the sentence before you use the line."
        ),
      ])
  }
}
