import DragnetText

/// `sources`: the documents, who published them and where their news came from.
struct SourcesBlock: ReportBlock {
  static let form = BlockForm(
    "sources", summary: "The documents, who published them and where their news came from.",
    example: "sources")

  init(_ arguments: BlockArguments) {}

  func makeFigure(of matter: ReportCase) -> Figure {
    let documents = matter.network.documents
    guard !documents.isEmpty else {
      return Figure(.text, parts: [.paragraph("The case holds no document.")])
    }
    let rows = documents.map { document -> [Prose] in
      let label = matter.label(of: document.id)
      let title = document.title.map { Prose([.text(": "), .quote($0)]) } ?? Prose()
      let file = label == document.name ? Prose() : Prose(" (\(document.name))")
      let digest = document.sha256.isEmpty ? "–" : String(document.sha256.prefix(16))
      return [
        matter.mention(document.id) + title + file, Prose(document.published?.words ?? "–"),
        Prose(document.origin), Prose(digest),
      ]
    }
    let origins = Set(documents.map(\.origin)).count
    return Figure(
      .table,
      caption: Prose(
        "\(capitalized(countInWords(documents.count, "document"))) of "
          + "\(countInWords(origins, "origin")). The origin is where the news first came from, as far "
          + "as the documents tell; documents of one origin count once. The digest, the first 16 "
          + "digits of SHA-256, tells whether a file is the one that was read."),
      parts: [
        .table(
          FigureTable(
            "Sources",
            columns: [
              .init("Document"), .init("Published"), .init("Origin"), .init("Digest"),
            ], rows: rows))
      ], supports: documents.map(matter.support))
  }
}
